package searching

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/parts"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// export writes what is found to a file.
func (p *Page) export() {
	if p.query() == "" {
		p.s.Tell(lang.X("search.nothing", "Type what to search for first."))
		return
	}
	filter := notes.SearchFilter{Order: p.order}
	if p.kind != "" {
		filter.Kinds = []notes.Kind{p.kind}
	}
	p.s.ExportSearch(p.query(), filter)
}

// longestName is how many letters of a query are proposed as its name.
const longestName = 80

// save asks for a name and keeps the search under it, narrowed as its results are.
func (p *Page) save() {
	asked := p.query()
	if asked == "" {
		p.s.Tell(lang.X("search.nothing", "Type what to search for first."))
		return
	}
	if p.kind != "" {
		asked = narrowed(asked, narrowing(query.Kind, string(p.kind)))
	}
	name := parts.NewField(lang.X("search.name", "Name"))
	name.SetText(text.Shorten(asked, longestName))
	form := &sheet.Sheet{
		Title: lang.X("search.save", "Save this search"), Content: name, First: name,
		Confirm: lang.X("search.keep", "Save"),
	}
	form.Attach(name)
	form.Answer = func() string {
		title := strings.TrimSpace(name.Text)
		if title == "" {
			return lang.X("search.nameless", "Give the search a name.")
		}
		p.s.DoThen(func(ctx context.Context) error {
			_, err := p.s.Book.SaveSearch(ctx, title, asked)
			return err
		}, func() {
			p.s.Tell(lang.X("search.saved", "Saved in the sidebar: {{.Name}}", map[string]any{"Name": title}))
		})
		return ""
	}
	form.Show(p.s.Window)
	name.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces it
}
