package article

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/reader"
	"cuttings/notes"
	"cuttings/notes/text"
)

// suggested is the tab on which a person decides what the article seems to name
// and to tell. What it lists is underlined on the page.
type suggested struct {
	p      *Page
	object fyne.CanvasObject
	cards  *parts.Cards
	list   *deciding
	keys   *fyne.Container
	foot   *fyne.Container // the keys and a line above them

	all      []waiting       // what waits, without heads
	rows     []waiting       // with them
	answered map[string]bool // what is not to come back while the archive follows
	place    int             // of the chosen one's places, the one that is outlined
	digit    saying          // how the next digit is meant
	visible  bool            // the tab is the chosen one
	undone   bool            // what waits again is to be chosen
}

// saying is how the next digit is meant.
type saying struct {
	not     bool // it is not that one
	forGood bool // in all articles
}

func newSuggested(p *Page) *suggested {
	t := &suggested{p: p, answered: map[string]bool{}}
	t.cards = parts.NewCards()
	t.cards.Lines, t.cards.Ground, t.cards.Estimate = false, look.AccentBehind, 62
	t.cards.Label = lang.X("suggest.list", "What waits for a decision")
	t.cards.Length = func() int { return len(t.rows) }
	t.cards.Create = func() fyne.CanvasObject { return newWaitingCard() }
	t.cards.Bind = func(n int, o fyne.CanvasObject) { o.(*waitingCard).set(t.rows[n], t.choose) }
	t.cards.Selectable = func(n int) bool { return t.rows[n].head == "" }
	t.cards.OnSelected = func(int) {
		t.goTo(0)
		t.focus()
	}
	t.cards.OnActivated = func(int) { t.focus() }
	t.list = newDeciding(t)
	t.keys = container.New(&steady{})
	t.foot = parts.NewColumn(0, parts.NewLine(), parts.NewInset(5, look.CardPaddingX-look.RowPadding, 5, look.CardPaddingX-look.RowPadding, t.keys))
	t.foot.Hide()
	t.object = container.New(footed{}, t.list, t.foot)
	return t
}

// focus gives the list the keyboard. If nothing is chosen, the first that waits is.
func (t *suggested) focus() {
	if !t.p.reach(t.list) {
		t.p.s.Tell(lang.X("suggest.noRoom", "Ctrl+3 shows the inspector, Ctrl+1 makes room for it."))
		return
	}
	if t.chosen().id == "" {
		t.cards.Step(1)
	}
}

// read reads in the background what waits, and shows it.
func (t *suggested) read(reading notes.Reading) {
	book := t.p.s.Book
	t.cards.Empty = lang.X("suggest.none", "Nothing waits here. People, organisations, places and events that the article seems to name are listed here until you accept or refuse them.")
	if !reading.Current() {
		t.cards.Empty = lang.X("suggest.old", "Suggestions are made from the newest capture.")
	}
	t.p.s.Work.Latest("article suggestions", func(ctx context.Context) (func(), error) {
		rows, err := readWaiting(ctx, book, reading)
		return func() {
			if t.p.id == reading.Article.ID {
				t.show(rows)
			}
		}, err
	}, t.p.s.Fail)
}

// changed is told of a change: what was undone waits again.
func (t *suggested) changed(change notes.Change) {
	if change.Undone || change.Elsewhere {
		t.forgive()
	}
	if change.Operation.Verb != "" { // not one of the background
		t.undone = change.Undone
	}
}

// forgive lets what was answered wait again, if the archive says so.
func (t *suggested) forgive() { clear(t.answered) }

// forget is called before another article is shown.
func (t *suggested) forget() {
	clear(t.answered)
	t.place, t.digit = 0, saying{}
	t.cards.SetSelected(-1)
	t.lay(nil, "")
}

// show lists what waits; the chosen one stays chosen, but for what an undoing
// brought back.
func (t *suggested) show(all []waiting) {
	for id := range t.answered {
		if !slices.ContainsFunc(all, func(w waiting) bool { return w.id == id }) {
			delete(t.answered, id) // the archive follows; if it comes back, it waits again
		}
	}
	all = slices.DeleteFunc(all, func(w waiting) bool { return t.answered[w.id] })
	chosen, before := t.chosen().id, t.all
	back := slices.IndexFunc(all, func(w waiting) bool {
		return !slices.ContainsFunc(before, func(b waiting) bool { return b.id == w.id })
	})
	if t.undone && back >= 0 {
		chosen = all[back].id
	}
	t.lay(all, chosen)
	if t.undone && back >= 0 && t.visible {
		t.undone = false
		t.cards.ScrollTo(t.cards.Selected())
		t.goTo(0)
	}
	t.underline()
}

// lay puts heads above what waits and lists both; one of them is chosen.
func (t *suggested) lay(all []waiting, chosen string) {
	t.all, t.rows = all, nil
	for i, w := range all {
		if i == 0 || all[i-1].section != w.section {
			t.rows = append(t.rows, waiting{head: w.section.words()})
		}
		t.rows = append(t.rows, w)
	}
	at := slices.IndexFunc(t.rows, func(w waiting) bool { return chosen != "" && w.id == chosen })
	t.cards.SetSelected(-1)
	t.cards.Refresh()
	t.cards.SetSelected(at)
	if at < 0 && t.visible {
		t.p.page.SetOutline(text.Range{})
	}
	t.p.inspector.nameTabs()
	t.say()
}

// underline marks on the page what waits.
func (t *suggested) underline() {
	var under []reader.Mention
	if suggestionsShown() {
		for _, w := range t.all {
			for _, r := range w.under() {
				under = append(under, reader.Mention{ID: w.id, Range: r})
			}
		}
	}
	t.p.page.SetSuggestions(under)
}

// turned is told whether the tab is the one that is shown.
func (t *suggested) turned(visible bool) {
	if t.visible == visible {
		return
	}
	t.visible = visible
	if visible && t.chosen().id != "" {
		t.goTo(t.place)
	} else {
		t.p.page.SetOutline(text.Range{})
	}
}

// open turns to the tab and gives it the keyboard; what was not chosen yet is.
func (t *suggested) open() {
	t.p.inspector.tabs.Choose(tabSuggested)
	t.focus()
}

// reveal chooses what a place of the page is about.
func (t *suggested) reveal(id string, at int) {
	n := slices.IndexFunc(t.rows, func(w waiting) bool { return w.id == id && id != "" })
	if n < 0 {
		return
	}
	t.cards.SetSelected(n)
	t.p.inspector.tabs.Choose(tabSuggested)
	t.p.s.Work.Show(t.focus) // later: Fyne takes the keyboard from all that was not clicked
	t.cards.ScrollTo(n)
	place := slices.IndexFunc(t.rows[n].places, func(r text.Range) bool { return r.Start <= at && at < r.End })
	t.goTo(max(0, place))
}

// chosen is what waits on the chosen card, or nothing.
func (t *suggested) chosen() waiting {
	if n := t.cards.Selected(); n >= 0 && n < len(t.rows) {
		return t.rows[n]
	}
	return waiting{}
}

// goTo brings a place of the chosen one into sight and outlines it.
func (t *suggested) goTo(place int) {
	w := t.chosen()
	t.place, t.digit = place, saying{}
	t.say()
	if place < len(w.places) {
		t.p.page.ScrollTo(w.places[place].Start)
		t.p.page.SetOutline(w.places[place])
	}
}

// next goes to the next place of the chosen one, and from the last to the first.
func (t *suggested) next() {
	w := t.chosen()
	if len(w.places) == 0 {
		return
	}
	t.goTo((t.place + 1) % len(w.places))
	if len(w.places) > 1 {
		t.p.s.Tell(lang.X("suggest.place", "{{.Name}}: place {{.N}} of {{.All}}", map[string]any{"Name": w.title(), "N": t.place + 1, "All": len(w.places)}))
	}
}

// say shows the keys for the chosen one.
func (t *suggested) say() {
	t.keys.Objects = nil
	for _, a := range t.answers() {
		t.keys.Add(parts.NewKeyButton(a.name, a.shown(), parts.Quiet, func() {
			a.do()
			if t.p.s.Window.Canvas().Overlays().Top() == nil {
				t.focus()
			}
		}))
	}
	setHidden(t.foot, len(t.keys.Objects) == 0)
	height := t.cards.Size().Height
	t.object.Refresh()
	if n := t.cards.Selected(); n >= 0 && t.cards.Size().Height < height {
		t.cards.ScrollTo(n) // the keys took some of the room that it stood in
	}
}

// suggestionsKey is where it is remembered whether suggestions are underlined.
const suggestionsKey = "article.suggestions"

func suggestionsShown() bool {
	return fyne.CurrentApp().Preferences().BoolWithFallback(suggestionsKey, true)
}

// toggle shows the suggestions in the text, or hides them.
func (t *suggested) toggle() {
	shown := !suggestionsShown()
	fyne.CurrentApp().Preferences().SetBool(suggestionsKey, shown)
	t.underline()
	words := lang.X("suggest.hidden", "Suggestions are no longer underlined. They wait in the inspector.")
	if shown {
		words = lang.X("suggest.shown", "Suggestions are underlined with sparse dots.")
	}
	t.p.s.Tell(words)
}

// find returns what waits under an ID.
func (t *suggested) find(id string) (waiting, bool) {
	i := slices.IndexFunc(t.all, func(w waiting) bool { return w.id == id })
	if i < 0 {
		return waiting{}, false
	}
	return t.all[i], true
}
