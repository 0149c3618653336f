package article

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const callStory = "Canadian Foreign Minister Mélanie Joly called Alfred Mutua on Saturday, April 22." + text.BlockBreak +
	"Mélanie Joly spoke of Haiti. President Jovenel Moïse was assassinated in Port-au-Prince in July 2021." + text.BlockBreak +
	"Mutua answered from Nairobi."

// decide opens an article with its inspector beside it and goes to what waits.
func decide(t *testing.T, story string, before func(d *desk)) *desk {
	t.Helper()
	d := open(t, ready{"first": story})
	d.s.Window.SetContent(container.NewHSplit(d.Object(), d.Inspector()))
	d.s.Window.Resize(fyne.NewSize(1000, 600))
	if before != nil {
		before(d)
	}
	d.read()
	d.until("something waits", func() bool { return len(d.tab().all) > 0 })
	d.tab().open()
	return d
}

func (d *desk) tab() *suggested { return d.inspector.suggested }

// press types keys into what has the keyboard; a single letter or digit comes as
// a key and as a letter, as it does from a keyboard.
func (d *desk) press(keys ...string) {
	d.t.Helper()
	for _, key := range keys {
		focused := d.s.Window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("nothing has the keyboard for %q", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
		if len(key) == 1 {
			d.s.Window.Canvas().Focused().TypedRune([]rune(strings.ToLower(key))[0])
		}
	}
}

// to goes down to what is called so.
func (d *desk) to(name string) waiting {
	d.t.Helper()
	d.press(string(fyne.KeyHome))
	for range d.tab().rows {
		if w := d.tab().chosen(); strings.Contains(w.title(), name) {
			return w
		}
		d.press(string(fyne.KeyDown))
	}
	var all []string
	for _, w := range d.tab().all {
		all = append(all, w.title())
	}
	d.t.Fatalf("%q does not wait: %q", name, all)
	return waiting{}
}

func (d *desk) waits(name string) bool {
	return slices.ContainsFunc(d.tab().all, func(w waiting) bool { return strings.Contains(w.title(), name) })
}

func (d *desk) find(kind notes.Kind, name string) (notes.Entity, bool) {
	d.t.Helper()
	rows, _, err := d.s.Book.Items(d.t.Context(), notes.ItemFilter{Kinds: []notes.Kind{kind}})
	if err != nil {
		d.t.Fatal(err)
	}
	for _, row := range rows {
		if row.Title == name {
			entity, err := d.s.Book.Entity(d.t.Context(), row.ID)
			if err != nil {
				d.t.Fatal(err)
			}
			return entity, true
		}
	}
	return notes.Entity{}, false
}

// drain lets all that is under way come to its end.
func (d *desk) drain() {
	for {
		d.s.Work.Wait()
		select {
		case show := <-d.show:
			show()
		default:
			return
		}
	}
}

func (d *desk) settle() {
	d.t.Helper()
	if err := d.s.Book.Settle(d.t.Context(), nil); err != nil {
		d.t.Fatal(err)
	}
}

// A name is shown at its places and accepted with its office; the next is chosen,
// and undoing brings it back.
func TestAcceptByKeyboard(t *testing.T) {
	d := decide(t, callStory, nil)
	w := d.to("Mélanie Joly")
	if w.beside() != "Foreign Minister, Canada" || len(w.places) != 2 {
		t.Errorf("she is %q, at %v", w.beside(), w.places)
	}
	if got := d.page.Outline(); got != w.places[0] {
		t.Errorf("%v is outlined, not the first place", got)
	}
	d.press("Space")
	if got := d.page.Outline(); got != w.places[1] {
		t.Errorf("%v is outlined, not the second place", got)
	}
	d.press("Space")
	if got := d.page.Outline(); got != w.places[0] {
		t.Errorf("%v is outlined after the last place", got)
	}
	d.press(string(fyne.KeyReturn))
	if d.waits("Joly") && d.tab().chosen().name.Name == "Mélanie Joly" || d.tab().chosen().id == "" {
		t.Errorf("%q is chosen after the answer", d.tab().chosen().title())
	}
	d.until("she is a person", func() bool { _, ok := d.find(notes.KindPerson, "Mélanie Joly"); return ok })
	joly, _ := d.find(notes.KindPerson, "Mélanie Joly")
	if len(joly.Roles) != 1 || joly.Roles[0] != (notes.Role{Title: "Foreign Minister", Organisation: "Canada"}) {
		t.Errorf("her roles are %+v", joly.Roles)
	}
	d.until("her mentions are underlined", func() bool { return len(d.reading.Mentions) >= 2 })
	if _, err := d.s.Book.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.settle()
	d.until("she waits again", func() bool { return d.waits("Mélanie Joly") })
}

// A no holds for the article, or for good; a name can be accepted as another kind.
func TestRefuseAndOtherKinds(t *testing.T) {
	d := decide(t, callStory, nil)
	d.to("Alfred Mutua")
	d.press(string(fyne.KeyDelete))
	d.to("Haiti")
	d.tab().list.TypedShortcut(&fyne.ShortcutCut{Secondary: true}) // Shift+Delete
	d.to("Jovenel")
	d.press("O")
	d.until("it is an organisation", func() bool {
		_, ok := d.find(notes.KindOrganisation, "Jovenel Moïse")
		return ok
	})
	refused, err := d.s.Book.Refusals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []notes.Refusal{{Article: d.article, Subject: notes.OfName, Key: "alfred mutua"}, {Subject: notes.OfName, Key: "haiti"}} {
		if !slices.Contains(refused, want) {
			t.Errorf("%+v is not among %+v", want, refused)
		}
	}
	d.settle()
	d.s.Work.Wait()
	d.until("the list follows", func() bool { return !d.waits("Alfred Mutua") && !d.waits("Haiti") && len(d.show) == 0 })
}

// The words become an alias of somebody who is found by name.
func TestAcceptAsSomebodyKnown(t *testing.T) {
	var known notes.Entity
	d := decide(t, callStory, func(d *desk) {
		var err error
		if known, err = d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Minister Joly"}}); err != nil {
			t.Fatal(err)
		}
	})
	d.to("Mélanie Joly")
	d.press("A")
	field, ok := d.s.Window.Canvas().Focused().(*parts.Field)
	if !ok {
		t.Fatalf("%T has the keyboard", d.s.Window.Canvas().Focused())
	}
	field.SetText("minister")
	d.drain()
	d.press(string(fyne.KeyReturn))
	d.until("the words are an alias", func() bool {
		entity, err := d.s.Book.Entity(t.Context(), known.ID)
		return err == nil && slices.Contains(entity.Aliases, "Mélanie Joly")
	})
	if d.s.Window.Canvas().Focused() != fyne.Focusable(d.tab().list) {
		t.Errorf("%T has the keyboard", d.s.Window.Canvas().Focused())
	}
}

// The date that was worked out is the article's once it is accepted; an event
// brings its sentence along as a source.
func TestAcceptDateAndEvent(t *testing.T) {
	d := decide(t, callStory, nil)
	w := d.to("22 April")
	if w.date == nil || w.words != "Saturday, April 22" || !strings.HasSuffix(w.title(), "?") {
		t.Fatalf("%q from %q", w.title(), w.words)
	}
	d.press(string(fyne.KeyReturn))
	d.until("the article is dated", func() bool { return d.reading.Article.Date == sure(w.date.Date) })
	w = d.to("ssassination")
	if !strings.Contains(w.beside(), "July 2021") || !strings.Contains(w.words, "assassinated in Port-au-Prince") {
		t.Errorf("%q: %q", w.beside(), w.words)
	}
	d.press(string(fyne.KeyReturn))
	d.until("its sentence is a highlight", func() bool { return len(d.reading.Highlights) == 1 })
	sources := 0
	counts, err := d.s.Book.SourceCounts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, count := range counts {
		sources += count.All
	}
	if sources != 1 {
		t.Errorf("%d sources", sources)
	}
}

// A name that two people have waits, and a digit decides.
func TestWhichOne(t *testing.T) {
	var first, second notes.Entity
	d := decide(t, "John Smith spoke in London."+text.BlockBreak+"John Smith left.", func(d *desk) {
		for _, one := range []*notes.Entity{&first, &second} {
			var err error
			*one, err = d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "John Smith"}})
			if err != nil {
				t.Fatal(err)
			}
		}
		d.settle()
	})
	w := d.to("John Smith")
	if len(w.candidates) != 2 || len(w.places) != 2 {
		t.Fatalf("%+v", w)
	}
	d.press("2")
	d.until("it is decided", func() bool {
		_, total, err := d.s.Book.Mentions(t.Context(), notes.MentionFilter{Entity: w.candidates[1].ID, Article: d.article})
		return err == nil && total == 2
	})
	d.until("nothing is unclear", func() bool { return !d.waits("John Smith") })
}

// A suggested name can be clicked where it stands, and hidden on the page.
func TestClickASuggestion(t *testing.T) {
	d := decide(t, callStory, nil)
	d.inspector.tabs.Choose(tabHighlights)
	d.Focus()
	w := d.tab().all[slices.IndexFunc(d.tab().all, func(w waiting) bool { return w.name.Name == "Alfred Mutua" })]
	d.page.ScrollTo(0)
	var at fyne.Position
	for y := float32(60); y < 400 && at.IsZero(); y += 6 {
		for x := float32(20); x < 640; x += 12 {
			d.page.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
			if strings.HasPrefix(d.told, "Suggested: Person") {
				at = fyne.NewPos(x, y)
				break
			}
		}
	}
	if at.IsZero() {
		t.Fatal("nothing on the page says that it is suggested")
	}
	d.until("the card is shown", func() bool { return d.hovering.panel.Visible() })
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	d.page.MouseDown(event)
	d.page.MouseUp(event)
	if d.inspector.tabs.Chosen() != tabSuggested || d.tab().chosen().section != ofPeople || d.page.Outline().Len() == 0 || d.hovering.panel.Visible() {
		t.Errorf("tab %d, %q chosen, %v outlined", d.inspector.tabs.Chosen(), d.tab().chosen().title(), d.page.Outline())
	}
	d.inspector.tabs.Choose(tabInfo)
	if d.page.Outline().Len() != 0 {
		t.Error("the outline stays when another tab is shown")
	}
	d.tab().toggle()
	d.page.MouseOut()
	d.told = ""
	d.page.MouseMoved(event)
	if strings.HasPrefix(d.told, "Suggested") || !d.waits(w.title()) {
		t.Errorf("after hiding: %q", d.told)
	}
}

// A mention says who is named, with the counts.
func TestHoverOverAMention(t *testing.T) {
	d := decide(t, callStory, func(d *desk) {
		_, err := d.s.Book.AddEntity(t.Context(), notes.Entity{
			Item:  notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"},
			Roles: []notes.Role{{Title: "Minister", Organisation: "Kenya"}}, Description: "Signs what Nairobi offers.",
		})
		if err != nil {
			t.Fatal(err)
		}
		d.settle()
	})
	d.until("the names are known", func() bool { return len(d.inspector.details.names) == 1 })
	d.hover("", d.inspector.details.names[0].ID.String(), "")
	d.until("the card is shown", func() bool { return d.hovering.panel.Visible() })
	for _, want := range []string{"Alfred Mutua", "Minister", "Signs what", "2"} {
		if words := d.hovering.words.Words(); !strings.Contains(words, want) {
			t.Errorf("%q is not in %q", want, words)
		}
	}
	d.hover("", "", "")
	if d.hovering.panel.Visible() {
		t.Error("the card stays")
	}
}

// An older capture shows none: what waits stands in the newest.
func TestNoSuggestionsInAnOlderCapture(t *testing.T) {
	d := open(t, ready{"first": callStory, "second": strings.Replace(callStory, "Nairobi", "Mombasa", 1)})
	first, err := d.s.Book.Article(t.Context(), d.article)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.s.Book.Recapture(t.Context(), d.s.Collector, d.article, notes.Input{Name: "second", Data: []byte{}}, true); err != nil {
		t.Fatal(err)
	}
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle, Capture: first.Capture})
	d.until("it is shown", func() bool { return d.shown })
	d.drain()
	if len(d.tab().all) != 0 || !strings.Contains(d.tab().cards.Empty, "newest") {
		t.Errorf("%d wait; %q", len(d.tab().all), d.tab().cards.Empty)
	}
}

// What an undoing brings back is chosen, so that another answer follows at once.
func TestUndoneIsChosen(t *testing.T) {
	d := decide(t, callStory, nil)
	for len(d.tab().all) > 0 {
		d.press(string(fyne.KeyReturn))
	}
	d.until("nothing waits", func() bool { return len(d.tab().answered) == 0 && len(d.tab().all) == 0 })
	d.drain()
	if _, err := d.s.Book.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.settle()
	d.until("one waits again and is chosen", func() bool { return len(d.tab().all) == 1 && d.tab().chosen().id != "" })
	d.press(string(fyne.KeyReturn))
	d.until("nothing waits", func() bool { return len(d.tab().all) == 0 })
}

func TestAHoverOverANameOfSeveralNamesThem(t *testing.T) {
	d := decide(t, "John Smith spoke in London.", func(d *desk) {
		for _, said := range []string{"A footballer", "Keeper of the light"} {
			made, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "John Smith"}, Description: said})
			if err != nil || made.ID == 0 {
				t.Fatal(err)
			}
		}
		d.settle()
	})
	w := d.to("John Smith")
	d.Page.hover("", "", w.id)
	d.until("the card is shown", d.Page.hovering.panel.Visible)
	for _, said := range []string{"Which one?", "A footballer", "Keeper of the light"} {
		if !strings.Contains(d.Page.hovering.words.Words(), said) {
			t.Errorf("the card says %q", d.Page.hovering.words.Words())
		}
	}
}
