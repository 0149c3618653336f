package desktop

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/notes"
)

// menu is one column of the main menu; the same commands are offered by quick
// find behind ">".
type menu struct {
	name     string
	commands []session.Command // one without a name is a line between groups
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// menus are all commands that the window has now.
func (w *window) menus() []menu {
	menus := []menu{w.fileMenu(), w.editMenu(), w.viewMenu(), w.goMenu()}
	if w.page != nil {
		if commands := w.pageCommands(); len(commands) > 0 {
			menus = append(menus, menu{lang.X("menu.page", "Page"), commands})
		}
	}
	return append(menus, menu{lang.X("menu.help", "Help"), []session.Command{
		{Name: lang.X("command.keys", "All keys"), Keys: "F1", Do: w.showKeys},
		{Name: lang.X("command.about", "About Cuttings"), Do: w.showAbout},
	}})
}

// pageCommands are those of the page, and the ways from an entity to where it
// is seen with others.
func (w *window) pageCommands() []session.Command {
	a := w.active()
	commands, place := a.page.Commands(), a.place
	if a.page != a.pages.entity {
		return commands
	}
	if a.pages.entity.HasHistory() {
		commands = append(commands, w.historyCommand())
	}
	return append(append(commands, session.Command{}), w.entityCommands(place)...)
}

func (w *window) historyCommand() session.Command {
	return session.Command{Name: lang.X("command.mergeHistory", "History of merges"), Do: w.showHistory}
}

// entityCommands lead from an entity to where it is seen with others.
func (w *window) entityCommands(place session.Place) []session.Command {
	var commands []session.Command
	if place.Kind != notes.KindEvent {
		commands = append(commands, session.Command{Name: lang.X("command.timelineWith", "Timeline with it"), Keys: "T", Do: func() {
			w.open(session.Place{View: session.Timeline, With: place.Item})
		}})
	}
	return append(commands, session.Command{Name: lang.X("command.graphAround", "Who with whom around it"), Keys: "W", Do: func() {
		w.open(session.Place{View: session.Graph, With: place.Item})
	}})
}

func (w *window) fileMenu() menu {
	return menu{lang.X("menu.file", "File"), []session.Command{
		{Name: lang.X("command.collect", "Add articles…"), Shortcut: ctrl(fyne.KeyO), Do: w.addArticles},
		{Name: lang.X("command.paste", "Add what is on the clipboard…"), Shortcut: ctrlShift(fyne.KeyV), Do: w.pasteArticle},
		{},
		{Name: lang.X("command.note", "New note"), Shortcut: ctrl(fyne.KeyN), Do: w.newNote},
		{Name: lang.X("command.person", "New person…"), Do: func() { w.newEntity(notes.KindPerson) }},
		{Name: lang.X("command.organisation", "New organisation…"), Do: func() { w.newEntity(notes.KindOrganisation) }},
		{Name: lang.X("command.place", "New place…"), Do: func() { w.newEntity(notes.KindPlace) }},
		{Name: lang.X("command.event", "New event…"), Do: func() { w.newEntity(notes.KindEvent) }},
		{Name: lang.X("command.collection", "New collection…"), Do: w.newCollection},
		{},
		{Name: lang.X("command.importEntities", "Import people and events…"), Do: w.importEntities},
		{Name: lang.X("command.exportEntities", "Export people and events…"), Also: session.SaveWord(), Do: w.exportEntities},
		{Name: lang.X("command.importMarks", "Bring in annotations…"), Do: w.importAnnotations},
		{Name: lang.X("command.exportMarks", "Export all highlights…"), Also: session.SaveWord(), Do: func() { w.exportHighlights(nil) }},
		{},
		{Name: lang.X("command.backup", "Back up the archive…"), Do: w.backup},
		{Name: lang.X("command.check", "Check the archive"), Do: w.check},
		{Name: lang.X("command.rebuild", "Rebuild the search tables"), Do: w.rebuild},
		{},
		{Name: lang.X("command.quit", "Quit"), Shortcut: ctrl(fyne.KeyQ), Do: w.close, Always: true},
	}}
}

func (w *window) editMenu() menu {
	return menu{lang.X("menu.edit", "Edit"), []session.Command{
		{Name: lang.X("command.undo", "Undo"), Shortcut: &fyne.ShortcutUndo{}, Do: w.undo, Always: true},
		{Name: lang.X("command.redo", "Redo"), Shortcut: ctrlShift(fyne.KeyZ), Do: w.redo, Always: true},
		{},
		{Name: lang.X("command.tag", "Tag…"), Shortcut: ctrl(fyne.KeyT), Do: w.tagItem},
		{Name: lang.X("command.file", "Put into a collection…"), Shortcut: ctrl(fyne.KeyL), Do: w.fileItem},
		{Name: lang.X("command.colours", "What the colours stand for…"), Do: w.nameColours},
		{Name: lang.X("command.pickAll", "Choose all listed highlights"), Shortcut: ctrlShift(fyne.KeyA), Do: w.list.PickAll},
		{Name: lang.X("command.done", "Take out of the inbox, or put back"), Shortcut: ctrl(fyne.KeyD), Do: w.toggleInbox},
		{Name: lang.X("command.delete", "Move to the trash"), Shortcut: ctrl(fyne.KeyBackspace), Do: w.deleteItem},
		{Name: lang.X("command.restore", "Restore from the trash"), Shortcut: ctrl(fyne.KeyR), Do: w.restoreItem},
	}}
}

func (w *window) viewMenu() menu {
	commands := []session.Command{
		{Name: lang.X("command.sidebar", "Sidebar"), Shortcut: ctrl(fyne.Key1), Checked: !w.set.HideSidebar, Do: func() { w.toggle(&w.set.HideSidebar) }},
		{Name: lang.X("command.list", "List"), Shortcut: ctrl(fyne.Key2), Checked: !w.set.HideList, Do: func() { w.toggle(&w.set.HideList) }},
		{Name: lang.X("command.inspector", "Inspector"), Shortcut: ctrl(fyne.Key3), Checked: !w.set.HideInspector, Do: func() { w.toggle(&w.set.HideInspector) }},
		{Name: lang.X("command.focus", "Only the page"), Keys: "F11", Checked: w.set.Page, Do: w.toggleFocus},
		{},
		{Name: lang.X("command.larger", "Larger letters"), Shortcut: ctrl(fyne.KeyEqual), Do: func() { w.letters(1) }},
		{Name: lang.X("command.smaller", "Smaller letters"), Shortcut: ctrl(fyne.KeyMinus), Do: func() { w.letters(-1) }},
		{Name: lang.X("command.comfort", "Letters and lines…"), Shortcut: ctrl(fyne.KeyComma), Do: w.chooseComfort},
		{},
	}
	for _, palette := range look.Palettes() {
		commands = append(commands, session.Command{
			Name: paletteName(palette), Checked: palette == w.set.Palette, Do: func() { w.setPalette(palette) },
		})
	}
	return menu{lang.X("menu.view", "View"), commands}
}

func paletteName(palette look.Palette) string {
	switch palette {
	case look.Dark:
		return lang.X("palette.dark", "Dark")
	case look.Sepia:
		return lang.X("palette.sepia", "Sepia")
	}
	return lang.X("palette.light", "Light")
}

func (w *window) goMenu() menu {
	return menu{lang.X("menu.go", "Go"), slices.Concat(w.besideCommands(), []session.Command{
		{Name: lang.X("command.find", "Quick find"), Shortcut: ctrl(fyne.KeyK), Do: w.openFind, Always: true},
		{Name: lang.X("command.search", "Search"), Shortcut: ctrlShift(fyne.KeyF), Do: w.openSearch},
		{},
		{Name: lang.X("command.back", "Back"), Shortcut: alt(fyne.KeyLeft), Do: func() { w.step(-1) }},
		{Name: lang.X("command.forward", "Forward"), Shortcut: alt(fyne.KeyRight), Do: func() { w.step(1) }},
		{Name: lang.X("command.next", "Next in the list"), Shortcut: alt(fyne.KeyDown), Keys: "J", Do: func() { w.list.Step(1) }},
		{Name: lang.X("command.previous", "Previous in the list"), Shortcut: alt(fyne.KeyUp), Keys: "K", Do: func() { w.list.Step(-1) }},
		{},
		{Name: lang.X("command.golist", "To the list"), Shortcut: ctrl(fyne.KeyG), Do: w.list.Focus},
		{Name: lang.X("command.filter", "Filter the list"), Shortcut: ctrl(fyne.KeyE), Keys: "/", Do: w.list.Filter},
		{Name: session.ViewName(session.Inbox), Do: func() { w.open(session.Place{View: session.Inbox}) }},
		{Name: session.ViewName(session.All), Do: func() { w.open(session.Place{View: session.All}) }},
		{Name: session.ViewName(session.Highlights), Do: func() { w.open(session.Place{View: session.Highlights}) }},
		{Name: session.ViewName(session.Notes), Do: func() { w.open(session.Place{View: session.Notes}) }},
		{Name: session.ViewName(session.People), Do: func() { w.open(session.Place{View: session.People}) }},
		{Name: session.ViewName(session.Events), Do: func() { w.open(session.Place{View: session.Events}) }},
		{Name: session.ViewName(session.Review), Do: func() { w.open(session.Place{View: session.Review}) }},
		{Name: session.ViewName(session.Timeline), Shortcut: ctrlShift(fyne.KeyL), Do: func() { w.open(session.Place{View: session.Timeline}) }},
		{Name: session.ViewName(session.Graph), Shortcut: ctrlShift(fyne.KeyG), Do: func() { w.open(session.Place{View: session.Graph}) }},
	})}
}

// mainMenu makes Fyne's menu of the commands.
func (w *window) mainMenu() *fyne.MainMenu {
	main := fyne.NewMainMenu()
	for _, m := range w.menus() {
		items := make([]*fyne.MenuItem, 0, len(m.commands))
		for _, command := range m.commands {
			if command.Name == "" {
				items = append(items, fyne.NewMenuItemSeparator())
				continue
			}
			name := command.Name
			if command.Shortcut == nil && command.Keys != "" {
				name += "  (" + command.Keys + ")"
			}
			item := fyne.NewMenuItem(name, w.fromMenu(command))
			item.Shortcut, item.Checked = command.Shortcut, command.Checked
			item.IsQuit = command.Name == lang.X("command.quit", "Quit")
			items = append(items, item)
		}
		main.Items = append(main.Items, fyne.NewMenu(m.name, items...))
	}
	return main
}

// fromMenu does a command when its keys are pressed: Fyne offers them to the menu
// first, whatever has the keyboard. What lies above the panes is answered before
// anything else is done; quick find, which asks nothing, is closed.
func (w *window) fromMenu(command session.Command) func() {
	return func() {
		if !command.Always {
			if w.find.Close(); w.covered() {
				return
			}
		}
		command.Do()
	}
}

// commands are what quick find offers.
func (w *window) commands() []session.Command {
	var all []session.Command
	for _, m := range w.menus() {
		for _, command := range m.commands {
			if command.Name != "" {
				all = append(all, command)
			}
		}
	}
	return all
}

// undo takes back the last operation; while words are being typed into a field
// it takes back the typing.
// regrouping is a page with a field from which the archive was changed last, so that
// undoing is meant for the archive.
type regrouping interface{ Regrouped() bool }

func (w *window) undo() {
	page, ok := w.active().page.(regrouping)
	regrouped := ok && page.Regrouped() && !w.covered()
	if field, ok := w.s.Window.Canvas().Focused().(interface{ Undo() }); ok && !regrouped {
		field.Undo()
		return
	}
	if w.covered() {
		return
	}
	w.stepHistory(w.s.Book.Undo, func(name string) string {
		return lang.X("status.undone", "Undone: {{.Name}}. Ctrl+Shift+Z does it again.", map[string]any{"Name": name})
	})
}

func (w *window) redo() {
	if field, ok := w.s.Window.Canvas().Focused().(interface{ Redo() }); ok {
		field.Redo()
		return
	}
	if w.covered() {
		return
	}
	w.stepHistory(w.s.Book.Redo, func(name string) string {
		return lang.X("status.redone", "Done again: {{.Name}}.", map[string]any{"Name": name})
	})
}

func (w *window) stepHistory(step func(context.Context) (notes.Change, error), sentence func(name string) string) {
	var name string
	w.afterBeside(func() {
		w.s.DoThen(func(ctx context.Context) error {
			change, err := step(ctx)
			name = operationName(change.Operation)
			return err
		}, func() { w.tell(sentence(name)) })
	})
}

// operationName says an operation in the person's language.
func operationName(o notes.Operation) string {
	name := verbName(o.Verb)
	switch {
	case o.Articles > 1:
		return name + " " + lang.XN("operation.articles", "{{.N}} articles", o.Articles, map[string]any{"N": o.Articles})
	case o.Subject == "":
		return name
	}
	return name + " " + o.Subject
}

func verbName(verb notes.Verb) string {
	switch verb {
	case notes.VerbCollect:
		return lang.X("verb.collect", "add")
	case notes.VerbEdit, notes.VerbEditNote, notes.VerbEditEntity, notes.VerbEditHighlight:
		return lang.X("verb.edit", "change")
	case notes.VerbAddHighlight:
		return lang.X("verb.highlight", "highlight")
	case notes.VerbAddNote:
		return lang.X("verb.write", "write")
	case notes.VerbAddEntity:
		return lang.X("verb.make", "make")
	case notes.VerbDelete:
		return lang.X("verb.delete", "delete")
	case notes.VerbRestore:
		return lang.X("verb.restore", "restore")
	case notes.VerbTag:
		return lang.X("verb.tag", "tag")
	case notes.VerbUntag:
		return lang.X("verb.untag", "take away the tag")
	case notes.VerbFile:
		return lang.X("verb.file", "put into")
	case notes.VerbUnfile:
		return lang.X("verb.unfile", "take out of")
	case notes.VerbSaveSearch:
		return lang.X("verb.search", "save the search")
	case notes.VerbCapture:
		return lang.X("verb.capture", "capture again")
	case notes.VerbJoin:
		return lang.X("verb.join", "join")
	case notes.VerbSplit:
		return lang.X("verb.split", "split")
	case notes.VerbName:
		return lang.X("verb.name", "name")
	case notes.VerbImport:
		return lang.X("verb.import", "import annotations from")
	case notes.VerbDecide:
		return lang.X("verb.decide", "decide on")
	case notes.VerbAccept:
		return lang.X("verb.accept", "accept")
	case notes.VerbRefuse:
		return lang.X("verb.refuse", "refuse")
	case notes.VerbMerge:
		return lang.X("verb.merge", "merge")
	case notes.VerbPart:
		return lang.X("verb.part", "part again")
	case notes.VerbDistinguish:
		return lang.X("verb.distinguish", "tell apart")
	case notes.VerbDivide:
		return lang.X("verb.divide", "split")
	case notes.VerbSource:
		return lang.X("verb.source", "sources of")
	case notes.VerbImportNames:
		return lang.X("verb.importNames", "import names from")
	}
	return string(verb)
}
