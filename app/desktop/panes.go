package desktop

import (
	"fyne.io/fyne/v2/lang"

	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// openFind opens quick find, unless something lies above the panes.
func (w *window) openFind() {
	if !w.covered() {
		w.find.Open()
	}
}

// openSearch goes to the search; if it is there already, what is searched for
// can be typed over.
func (w *window) openSearch() {
	if w.place.View != session.Search {
		w.open(session.Place{View: session.Search, Query: w.place.Query})
	}
	w.page.Focus()
	if page, ok := w.page.(typedInto); ok {
		page.SelectAll()
	}
}

// toggle hides a pane or shows it again. Where an article has no room for both,
// list and inspector take each other's place.
func (w *window) toggle(hidden *bool) {
	article := w.place.Kind == notes.KindArticle && !w.place.Compare
	crowded := !w.set.HideInspector && w.fitted.inspector == 0 && w.fitted.list > 0
	switch {
	case article && hidden == &w.set.HideInspector && (w.place.Wide || crowded):
		w.place.Wide = !w.place.Wide
	case hidden == &w.set.HideList && w.place.Wide:
		w.place.Wide, *hidden = false, false
	default:
		*hidden = !*hidden
	}
	w.arranged()
}

// toggleFocus leaves nothing but the page, or brings the panes back.
func (w *window) toggleFocus() {
	w.set.Page = !w.set.Page
	w.s.Window.SetFullScreen(w.set.Page)
	w.arranged()
	if w.page != nil {
		w.active().page.Focus()
	}
}

// showHistory shows what went into the entity, in the inspector.
func (w *window) showHistory() {
	w.active().pages.entity.ShowHistory()
	if w.set.HideInspector || w.set.Page {
		w.set.HideInspector = false
		if w.set.Page {
			w.toggleFocus()
		}
		w.arranged()
	}
	if w.fitted.inspector == 0 {
		w.tell(lang.X("status.narrow", "The window is too narrow for the inspector. Make it wider, or hide the list."))
	}
}

func (w *window) arranged() {
	w.frame.Refresh()
	w.saveSettings()
	w.s.Window.SetMainMenu(w.mainMenu())
}

// showAbout says what the program is.
func (w *window) showAbout() {
	about := &sheet.Sheet{Title: lang.X("program.name", "Cuttings") + " " + w.app.Metadata().Version, Width: 420}
	about.Content = parts.NewParagraph(parts.Run{Words: lang.X("about.words",
		"A research notebook: articles beside your own highlights and notes, with the people and events in them. Everything is kept in one file on this computer. The letters are Inter and Source Serif 4, under the SIL Open Font License.")})
	about.Show(w.s.Window)
}
