package article

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes/fold"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// findDelay is how long after a key stroke the article is looked through.
const findDelay = 60 * time.Millisecond

// maxHits bounds what is marked of a common letter.
const maxHits = 10_000

// findBar finds words in the article that is open: accents and case do not
// matter, parts of words count.
type findBar struct {
	p      *Page
	object *fyne.Container
	field  *parts.Field
	count  *parts.Paragraph
	sought string // a query of the whole archive, whose places are marked
	hits   []text.Range
	at     int
	inHead bool // a place of the query is in the title or the byline
}

func newFindBar(p *Page) *findBar {
	f := &findBar{p: p, count: parts.NewParagraph()}
	f.field = parts.NewField(lang.X("findbar.placeholder", "Find in this article"))
	f.field.OnChanged = func(string) { f.look() }
	f.field.OnKey = f.key
	f.count.MaxLines = 1
	button := func(words string, do func()) *parts.TextButton { return parts.NewTextButton(words, parts.Quiet, do) }
	tools := container.NewHBox(
		container.New(countLayout{}, f.count),
		button("↑", func() { f.step(-1) }), button("↓", func() { f.step(1) }), button("×", f.close))
	f.object = container.NewBorder(nil, parts.NewLine(), nil, nil,
		parts.NewInset(7, look.PanePadding, 7, look.PanePadding, container.NewBorder(nil, nil, nil, tools, f.field)))
	f.object.Hide()
	return f
}

// open shows the bar; what is selected is looked for.
func (f *findBar) open() {
	f.object.Show()
	f.p.object.Refresh()
	if words := f.p.page.SelectedWords(); words != "" && !strings.Contains(words, "\n") {
		f.field.SetText(words)
	}
	f.p.s.Window.Canvas().Focus(f.field)
	f.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.look()
}

// seek marks the places of a query that found the article, and leaves the
// keyboard to the page.
func (f *findBar) seek(sought string) {
	f.sought = sought
	f.object.Show()
	f.p.object.Refresh()
	if f.field.Text == sought {
		f.look()
	}
	f.field.SetText(sought)
}

// leave hides the bar if it has the places of a query, which found another article.
func (f *findBar) leave() {
	if f.sought == "" || f.field.Text != f.sought {
		return
	}
	f.sought = ""
	f.forget()
	f.object.Hide()
	f.p.object.Refresh()
}

// close hides the bar and the marks.
func (f *findBar) close() {
	f.forget()
	f.object.Hide()
	f.p.object.Refresh()
	f.p.Focus()
}

func (f *findBar) forget() {
	f.hits = nil
	f.p.page.SetHits(nil)
}

func (f *findBar) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		f.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyF3:
		f.step(1)
	case fyne.KeyUp:
		f.step(-1)
	default:
		return false
	}
	return true
}

// look marks every place that has the words.
func (f *findBar) look() {
	if !f.object.Visible() || !f.p.shown {
		return
	}
	words, body, id, from := f.field.Text, f.p.reading.Text.Body, f.p.id, f.p.page.Place()
	article := f.p.reading.Article
	sought := words == f.sought && words != ""
	f.p.s.Work.After(findDelay, "find in article", func(ctx context.Context) (func(), error) {
		var hits []text.Range
		inHead := false
		if sought {
			finder := query.Parse(words).Finder(article.Language)
			hits = finder.Find(body, maxHits)
			inHead = len(finder.Find(article.Title+"\n"+article.Byline, 1)) > 0
		} else {
			hits = occurrences(ctx, body, words)
		}
		return func() {
			if f.p.id != id {
				return
			}
			f.hits, f.at, f.inHead = hits, 0, inHead
			for f.at+1 < len(hits) && hits[f.at].Start < from {
				f.at++
			}
			f.p.page.SetHits(hits)
			f.show(words)
		}, nil
	}, f.p.s.Fail)
}

// key goes from hit to hit with F3, and back with Shift+F3.
func (p *Page) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyF3 || len(p.find.hits) == 0 {
		return p.s.Key != nil && p.s.Key(e)
	}
	by := 1
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && driver.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		by = -1
	}
	p.find.step(by)
	return true
}

func (f *findBar) step(by int) {
	if len(f.hits) == 0 {
		return
	}
	f.at = (f.at + by + len(f.hits)) % len(f.hits)
	f.show(f.field.Text)
}

// show brings the current hit into sight and counts.
func (f *findBar) show(words string) {
	said := ""
	switch {
	case len(f.hits) > 0:
		said = lang.X("findbar.count", "{{.At}} of {{.N}}", map[string]any{"At": f.at + 1, "N": len(f.hits)})
		f.p.page.SetHit(f.hits[f.at])
		f.p.page.ScrollTo(f.hits[f.at].Start)
	case f.inHead:
		said = lang.X("findbar.title", "in the title")
	case strings.TrimSpace(words) != "":
		said = lang.X("findbar.none", "not found")
	}
	f.count.SetRuns(parts.Run{Words: said, Size: look.BadgeSize, Colour: look.TextSecond})
}

// occurrences returns the places in body whose folded words hold the folded
// words, at most maxHits.
func occurrences(ctx context.Context, body, words string) []text.Range {
	want := fold.String(words)
	if want == "" {
		return nil
	}
	folded, from := fold.Map(body)
	var hits []text.Range
	for at := 0; len(hits) < maxHits && ctx.Err() == nil; {
		next := strings.Index(folded[at:], want)
		if next < 0 {
			break
		}
		at += next
		first, behind := fold.Span(body, from, at, at+len(want))
		// One character can become several: what begins within the last is no other place.
		if len(hits) == 0 || first >= hits[len(hits)-1].End {
			hits = append(hits, text.Range{Start: first, End: behind})
		}
		at += len(want)
	}
	return hits
}

// countLayout gives the count a steady width.
type countLayout struct{}

const countWidth = 86

func (countLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(countWidth, 20) }

func (countLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := parts.Height(objects[0], countWidth)
	objects[0].Resize(fyne.NewSize(countWidth, height))
	objects[0].Move(fyne.NewPos(10, (size.Height-height)/2))
}
