package writing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/notes/language"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// maxHits bounds what is marked of a word that is everywhere.
const maxHits = 10_000

// sought is the query that found a note; its places are marked in the preview.
type sought struct {
	words string
	hits  []text.Range
	at    int // the one in sight
	shown bool
}

// find looks for the places of the query in what the preview shows.
func (s *sought) find(body string) []text.Range {
	if s.words == "" {
		return nil
	}
	return query.Parse(s.words).Finder(language.Of(body)).Find(body, maxHits)
}

// seek has the places of a query marked, which only the preview can.
func (p *Page) seek(words string) {
	p.sought = sought{words: words}
	if words != "" && p.ways.Chosen() == write {
		p.ways.Choose(read)
	}
}

// mark marks the places, and shows the first when the note has just been opened.
func (p *Page) mark(hits []text.Range) {
	p.sought.hits = hits
	p.preview.SetHits(hits)
	if p.sought.at = min(p.sought.at, max(0, len(hits)-1)); len(hits) == 0 {
		return
	}
	p.preview.SetHit(hits[p.sought.at])
	if p.sought.shown {
		return
	}
	p.sought.shown = true
	if !p.preview.Visible() { // there is no room for it beside the editor
		p.ways.Choose(read)
		p.Focus()
	}
	p.stepHit(0)
}

// stepHit brings another place into sight.
func (p *Page) stepHit(by int) {
	count := len(p.sought.hits)
	p.sought.at = (p.sought.at + by + count) % count
	p.preview.SetHit(p.sought.hits[p.sought.at])
	p.preview.ScrollTo(p.sought.hits[p.sought.at].Start)
	p.s.Loaded() // which place it is
}

// hitKey goes from place to place with F3, and back with Shift+F3; Escape takes
// the marks away.
func (p *Page) hitKey(e *fyne.KeyEvent) bool {
	if len(p.sought.hits) == 0 {
		return false
	}
	switch e.Name {
	case fyne.KeyF3:
		by := 1
		if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && driver.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
			by = -1
		}
		p.stepHit(by)
	case fyne.KeyEscape:
		p.sought = sought{}
		p.preview.SetHits(nil)
		p.s.Loaded()
	default:
		return false
	}
	return true
}

// readKey is offered the keys of the preview.
func (p *Page) readKey(e *fyne.KeyEvent) bool {
	return p.hitKey(e) || p.s.Key != nil && p.s.Key(e)
}

// place says which of the marked places is in sight.
func (s *sought) place() string {
	if len(s.hits) == 0 {
		return ""
	}
	return lang.X("findbar.count", "{{.At}} of {{.N}}", map[string]any{"At": s.at + 1, "N": len(s.hits)}) + " · "
}
