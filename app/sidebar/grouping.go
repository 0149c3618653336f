package sidebar

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// groupRow is the row of a collection or a saved search, which can be renamed
// and moved to the trash.
func (p *Pane) groupRow(item notes.Item, count string, open func()) *parts.Row {
	row := parts.NewRow(item.Title, count, open)
	named := func() notes.Item { item.Title = row.Name(); return item }
	row.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyF2:
			p.rename(named())
		case fyne.KeyDelete:
			p.remove(named())
		default:
			return false
		}
		return true
	}
	row.OnSecondary = func(e *fyne.PointEvent) {
		p.s.Window.Canvas().Focus(row)
		menu := fyne.NewMenu("",
			fyne.NewMenuItem(lang.X("sidebar.rename", "Rename…")+"  (F2)", func() { p.rename(named()) }),
			fyne.NewMenuItem(lang.X("command.delete", "Move to the trash")+"  (Delete)", func() { p.remove(named()) }))
		widget.ShowPopUpMenuAtPosition(menu, p.s.Window.Canvas(), e.AbsolutePosition)
	}
	return row
}

// Rename asks for another name of a collection or saved search.
func (p *Pane) Rename(group notes.ID) { p.withGroup(group, p.rename) }

// Remove moves a collection or saved search to the trash.
func (p *Pane) Remove(group notes.ID) { p.withGroup(group, p.remove) }

// withGroup does something with what is listed under that ID, if it still is.
func (p *Pane) withGroup(group notes.ID, do func(notes.Item)) {
	for _, row := range slices.Concat(p.shown.collections, p.shown.searches) {
		if row.ID == group {
			do(row.Item)
		}
	}
}

// rename asks for another name.
func (p *Pane) rename(item notes.Item) {
	name := parts.NewField(lang.X("search.name", "Name"))
	name.SetText(item.Title)
	form := &sheet.Sheet{
		Title:   lang.X("sidebar.renameTitle", "Rename “{{.Name}}”", map[string]any{"Name": item.Title}),
		Content: name, First: name, Confirm: lang.X("sidebar.renameDo", "Rename"),
	}
	form.Attach(name)
	form.Answer = func() string {
		title := strings.TrimSpace(name.Text)
		if title == "" {
			return lang.X("sheet.name", "Type a name first.")
		}
		if title != item.Title {
			p.s.Do(func(ctx context.Context) error { return p.s.Book.Rename(ctx, item.ID, title) })
		}
		return ""
	}
	form.Show(p.s.Window)
	name.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// remove moves it to the trash. A search whose results are shown goes on being
// searched for.
func (p *Pane) remove(item notes.Item) {
	p.s.DoThen(func(ctx context.Context) error { return p.s.Book.Delete(ctx, item.ID) }, func() {
		p.s.Tell(lang.X("sidebar.trashed", "“{{.Name}}” is in the trash. Ctrl+Z brings it back.", map[string]any{"Name": item.Title}))
		if p.current.Group != item.ID || p.current.Item != 0 {
			return
		}
		if p.current.View == session.Search {
			p.s.Open(session.Place{View: session.Search, Query: p.current.Query})
			return
		}
		p.s.Open(session.Place{View: session.All})
	})
}
