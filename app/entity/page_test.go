package entity_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/entity"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// ready is a collector of documents at hand.
type ready map[string]string

func (r ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	var b text.Builder
	for _, paragraph := range strings.Split(r[input.Name], "\n\n") {
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
		b.End()
	}
	body, err := b.Text()
	return notes.Document{Title: input.Name, Date: "2023-04-24", Original: []byte(r[input.Name]), MediaType: "text/plain", Text: body}, err
}

// desk is an entity's page with its inspector in a window, over a real archive.
type desk struct {
	*entity.Page
	t      *testing.T
	s      *session.Session
	window fyne.Window
	opened []session.Place
	do     chan func()
}

func open(t *testing.T, articles ready) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	var inputs []notes.Input
	for title := range articles {
		inputs = append(inputs, notes.Input{Name: title})
	}
	slices.SortFunc(inputs, func(a, b notes.Input) int { return strings.Compare(a.Name, b.Name) })
	for _, collected := range book.Collect(t.Context(), articles, inputs, notes.CollectOptions{}, nil) {
		if collected.Err != nil {
			t.Fatal(collected.Err)
		}
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	d := &desk{t: t, window: app.NewWindow("test"), do: make(chan func(), 4096)}
	d.s = &session.Session{
		Book: book, Window: d.window, Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)),
		Tell: func(words string) { t.Log(words) }, Loaded: func() {},
		Open: func(place session.Place) { d.opened = append(d.opened, place) },
		Key:  func(*fyne.KeyEvent) bool { return false }, Rune: func(rune) bool { return false },
	}
	d.Page = entity.New(d.s)
	stop := book.Subscribe(func(change notes.Change) { d.s.Work.Show(func() { d.Changed(change) }) })
	d.window.SetPadded(false)
	d.window.SetContent(container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(318, 800), d.Inspector()), d.Object()))
	d.window.Resize(fyne.NewSize(1200, 800))
	t.Cleanup(func() {
		d.settle()
		stop()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// settle runs what the background brings until nothing is under way.
func (d *desk) settle() {
	for {
		d.s.Work.Wait()
		if len(d.do) == 0 {
			return
		}
		for len(d.do) > 0 {
			(<-d.do)()
		}
	}
}

func (d *desk) add(e notes.Entity, kind notes.Kind, name string) notes.ID {
	d.t.Helper()
	e.Kind, e.Title = kind, name
	made, err := d.s.Book.AddEntity(d.t.Context(), e)
	if err != nil {
		d.t.Fatal(err)
	}
	return made.ID
}

func (d *desk) show(id notes.ID) {
	d.Show(session.Place{Item: id, Kind: notes.KindPerson})
	d.settle()
}

func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

func (d *desk) typed(words string) {
	test.Type(d.window.Canvas().Focused(), words)
	d.settle()
}

// seen are the objects of the page, the inspector and what lies above them.
func (d *desk) seen() []fyne.CanvasObject {
	all := append(test.LaidOutObjects(d.Object()), test.LaidOutObjects(d.Inspector())...)
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		all = append(all, test.LaidOutObjects(top)...)
	}
	return all
}

func (d *desk) says(words string) bool {
	for _, o := range d.seen() {
		if said, ok := o.(*parts.Paragraph); ok && said.Visible() && strings.Contains(said.Words(), words) {
			return true
		}
	}
	return false
}

// hears says whether a part is called so for those who listen to the window.
func (d *desk) hears(words string) bool {
	return slices.ContainsFunc(d.seen(), func(o fyne.CanvasObject) bool {
		label, ok := o.(interface{ AccessibilityLabel() string })
		return ok && o.Visible() && strings.Contains(label.AccessibilityLabel(), words)
	})
}

// press goes to a link or a button of some words with Tab, and presses Enter.
func (d *desk) press(words string) {
	d.t.Helper()
	for range 60 {
		d.window.Canvas().FocusNext()
		label, ok := d.window.Canvas().Focused().(interface{ AccessibilityLabel() string })
		if ok && label.AccessibilityLabel() == words {
			d.key(fyne.KeyReturn)
			return
		}
	}
	d.t.Fatalf("Tab does not lead to %q", words)
}

// tab turns the inspector to another tab.
func (d *desk) tab(right int) {
	for _, o := range test.LaidOutObjects(d.Inspector()) {
		if tabs, ok := o.(*parts.Tabs); ok {
			tabs.Choose(right)
		}
	}
	d.settle()
}

func (d *desk) command(name string) {
	d.t.Helper()
	for _, command := range d.Commands() {
		if command.Name == name {
			command.Do()
			d.settle()
			return
		}
	}
	d.t.Fatalf("no command %q", name)
}

func TestSeenWithCountsAndOpensPassages(t *testing.T) {
	d := open(t, ready{"One": "Ada Byron met Carl Dahl.\n\nErik Falk wrote.", "Two": "Ada Byron wrote.\n\nErik Falk answered."})
	ada, carl := d.add(notes.Entity{}, notes.KindPerson, "Ada Byron"), d.add(notes.Entity{}, notes.KindPerson, "Carl Dahl")
	d.add(notes.Entity{}, notes.KindPerson, "Erik Falk")
	d.add(notes.Entity{Participants: []notes.Participant{{Entity: ada}, {Entity: carl}}, Date: "1843"}, notes.KindEvent, "A meeting")
	d.show(ada)
	d.tab(1)
	for _, words := range []string{"1 article · 1 paragraph · 1 event", "2 articles"} {
		if !d.says(words) {
			t.Errorf("the inspector does not say %q", words)
		}
	}
	d.press("1 article · 1 paragraph · 1 event")
	if !d.says("A meeting") || !d.says("Ada Byron met Carl Dahl") {
		t.Error("what they share is not listed")
	}
	d.press("Open where both are named")
	if len(d.opened) != 1 || d.opened[0].At != (text.Range{End: len("Ada Byron met Carl Dahl")}) {
		t.Errorf("opened %+v", d.opened)
	}
}

// Where no paragraph names both, each is shown where it stands nearest to the other.
func TestSeenWithShowsBothNames(t *testing.T) {
	d := open(t, ready{"One": "Ada Byron wrote early.\n\nAda Byron wrote late.\n\nErik Falk answered."})
	ada := d.add(notes.Entity{}, notes.KindPerson, "Ada Byron")
	d.add(notes.Entity{}, notes.KindPerson, "Erik Falk")
	d.show(ada)
	d.tab(1)
	d.press("1 article")
	for _, words := range []string{"Ada Byron wrote late.", "Erik Falk answered.", "¶2 · ¶3"} {
		if !d.says(words) {
			t.Errorf("the inspector does not say %q", words)
		}
	}
	d.press("Open where both are named")
	if at := len("Ada Byron wrote early.\n\n"); len(d.opened) != 1 || d.opened[0].At != (text.Range{Start: at, End: at + len("Ada Byron")}) {
		t.Errorf("opened %+v", d.opened)
	}
}

// A mention says which article it is in, of when, and where there.
func TestMentionsAreDated(t *testing.T) {
	d := open(t, ready{"The engine": "Ada Byron wrote late."})
	d.show(d.add(notes.Entity{}, notes.KindPerson, "Ada Byron"))
	if want := "The engine · 24 Apr 2023 · ¶1"; !d.says(want) {
		t.Errorf("the page does not say %q", want)
	}
}

func TestANoteThatNamesItIsLinked(t *testing.T) {
	d := open(t, nil)
	ada := d.add(notes.Entity{Aliases: []string{"Countess Lovelace"}}, notes.KindPerson, "Ada Byron")
	note, err := d.s.Book.AddNote(t.Context(), "On engines", "The Countess Lovelace wrote it, not [[Babbage]].")
	if err != nil {
		t.Fatal(err)
	}
	d.show(ada)
	d.press("Link")
	after, err := d.s.Book.Note(t.Context(), note.ID)
	if err != nil || after.Body != "The [[Ada Byron|Countess Lovelace]] wrote it, not [[Babbage]]." {
		t.Errorf("the note is %q, %v", after.Body, err)
	}
	if links, err := d.s.Book.LinksTo(t.Context(), ada); err != nil || len(links) != 1 {
		t.Errorf("links %+v, %v", links, err)
	}
	if d.says("“Countess Lovelace”") {
		t.Error("it is still offered")
	}
}

func TestItIsMergedAndPartedAgain(t *testing.T) {
	d := open(t, ready{"One": "Melanie Joly wrote."})
	kept := d.add(notes.Entity{}, notes.KindPerson, "Mélanie Joly")
	gone := d.add(notes.Entity{Aliases: []string{"Minister Joly"}}, notes.KindPerson, "Melanie Joly")
	d.show(kept)
	if !d.says("the same name") {
		t.Fatal("the likely duplicate is not offered")
	}
	d.command("Merge with…")
	d.typed("melanie")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyReturn)
	merged, err := d.s.Book.Entity(t.Context(), kept)
	if err != nil || merged.Title != "Mélanie Joly" || !slices.Equal(merged.Aliases, []string{"Melanie Joly", "Minister Joly"}) {
		t.Fatalf("merged %+v, %v", merged, err)
	}
	d.tab(2)
	d.press("Part again")
	if item, err := d.s.Book.Item(t.Context(), gone); err != nil || item.InTrash() {
		t.Errorf("the one that went is not back: %+v, %v", item, err)
	}
	if err := d.s.Book.Merge(t.Context(), kept, gone, notes.EntityUpdate{}); err != nil {
		t.Fatal(err)
	}
	d.settle()
	d.command("Part again: Melanie Joly")
	if item, err := d.s.Book.Item(t.Context(), gone); err != nil || item.InTrash() {
		t.Errorf("the command does not part them: %+v, %v", item, err)
	}
	if d.says("the same name") {
		t.Error("they are asked about again")
	}
}

func TestSourcesThatDiffer(t *testing.T) {
	d := open(t, ready{"One": "The palace burnt on 4 May 1920, and seventy died."})
	event := d.add(notes.Entity{Date: "1920-05-03"}, notes.KindEvent, "The fire")
	articles, err := d.s.Book.AllArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	mark, err := d.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: articles[0], Range: text.Range{End: 30}, Colour: notes.Violet})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.s.Book.SetSource(t.Context(), notes.Source{Event: event, Highlight: mark.ID}); err != nil {
		t.Fatal(err)
	}
	d.show(event)
	if !d.says("1 source") || d.says("accounts differ") || !d.says("The palace burnt on 4 May 1920") {
		t.Error("the source is not shown as it is")
	}
	if !d.says("no other date") {
		t.Error("an account without a date seems to have one")
	}
	d.press("Its account…")
	d.typed("4 May 1920")
	d.window.Canvas().FocusNext()
	d.window.Canvas().FocusNext()
	d.typed("70 dead")
	d.key(fyne.KeyReturn)
	if !d.says("accounts differ") || !d.says("4 May 1920\n70 dead") {
		t.Error("its account is not shown")
	}
	d.press("Not a source")
	if !d.says("No source yet") {
		t.Error("it is still a source")
	}
}

// Under the linked notes stand notes; an entity whose description links has its own
// place.
func TestLinkedNotesAreNotes(t *testing.T) {
	d := open(t, nil)
	ada := d.add(notes.Entity{}, notes.KindPerson, "Ada Byron")
	d.add(notes.Entity{Description: "Taught [[Ada Byron]]."}, notes.KindPerson, "Mary Somerville")
	d.show(ada)
	if d.hears("Linked notes 1") || !d.hears("Linked from descriptions") || !d.says("Mary Somerville") {
		t.Error("a person is listed as a note")
	}
	if _, err := d.s.Book.AddNote(t.Context(), "Calculus", "See [[Ada Byron]]."); err != nil {
		t.Fatal(err)
	}
	d.settle()
	if !d.hears("Linked notes 1") || !d.says("Calculus") {
		t.Error("the note is not listed")
	}
}

// The new one is called as the mentions that it gets spell the name.
func TestSplitKeepsTheSpelling(t *testing.T) {
	for _, down := range []int{0, 1} {
		d := open(t, ready{"One": "Melanie Joly spoke.", "Two": "Mélanie Joly wrote."})
		d.show(d.add(notes.Entity{}, notes.KindPerson, "Melanie Joly"))
		d.command("Split…")
		for range down {
			d.key(fyne.KeyDown)
		}
		d.key(fyne.KeyX)
		d.key(fyne.KeyReturn)
		other := d.opened[len(d.opened)-1].Item
		item, err := d.s.Book.Item(t.Context(), other)
		given, _, err2 := d.s.Book.Mentions(t.Context(), notes.MentionFilter{Entity: other})
		if err != nil || err2 != nil || len(given) != 1 || given[0].Exact != item.Title {
			t.Errorf("%q has %+v: %v, %v", item.Title, given, err, err2)
		}
	}
}

func TestSplit(t *testing.T) {
	d := open(t, ready{"One": "John Smith spoke. John Smith left.", "Two": "John Smith wrote."})
	first := d.add(notes.Entity{}, notes.KindPerson, "John Smith")
	d.show(first)
	d.command("Split…")
	d.key(fyne.KeyReturn)
	if !d.says("Choose mentions with X first.") {
		t.Error("nothing was chosen, and nothing is said")
	}
	if !d.says("2 mentions") {
		t.Error("the same words in one article do not go together")
	}
	d.key(fyne.KeyHome)
	canvas := d.window.Canvas()
	list := canvas.Focused()
	canvas.FocusNext()
	if name, ok := canvas.Focused().(*parts.Field); !ok || name.Text != "John Smith" {
		t.Errorf("Tab leads on to %T, not to the name", canvas.Focused())
	}
	canvas.Focus(list)
	d.key(fyne.KeyX)
	d.key(fyne.KeyReturn)
	left, _, err := d.s.Book.Mentions(t.Context(), notes.MentionFilter{Entity: first})
	if err != nil {
		t.Fatal(err)
	}
	other := d.opened[len(d.opened)-1].Item
	given, _, err := d.s.Book.Mentions(t.Context(), notes.MentionFilter{Entity: other})
	if err != nil || len(given) == 0 || len(given) == 3 || len(given)+len(left) > 3 {
		t.Errorf("%d given, %d left, %v", len(given), len(left), err)
	}
	item, err := d.s.Book.Item(t.Context(), other)
	if err != nil || item.Title != "John Smith" || other == first {
		t.Errorf("given to %+v, %v", item, err)
	}
}
