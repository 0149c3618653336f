package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/reader"
	"cuttings/notes/text"
)

// shown is a page in a window, with what it asked for.
type shown struct {
	*reader.Page
	t      *testing.T
	window fyne.Window
	asked  []string
}

func (s *shown) ask(what string) { s.asked = append(s.asked, what) }

// took returns what was asked for since it was called last.
func (s *shown) took() string {
	all := strings.Join(s.asked, ", ")
	s.asked = nil
	return all
}

func show(t *testing.T, d reader.Document) *shown {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	s := &shown{t: t}
	words := func(r text.Range) string { return d.Text.Slice(r) }
	s.Page = reader.NewPage(reader.Actions{
		OnHighlight:  func(r text.Range, colour string) { s.ask(colour + " " + words(r)) },
		OnRecolour:   func(mark, colour string) { s.ask("recolour " + mark + " " + colour) },
		OnDelete:     func(mark string) { s.ask("delete " + mark) },
		OnNote:       func(r text.Range) { s.ask("note " + words(r)) },
		OnPerson:     func(r text.Range) { s.ask("person " + words(r)) },
		OnEvent:      func(r text.Range) { s.ask("event " + words(r)) },
		OnCopyQuote:  func(r text.Range) { s.ask("copy " + words(r)) },
		OnComment:    func(mark string) { s.ask("comment " + mark) },
		OnRange:      func(mark string, r text.Range) { s.ask("range " + mark + " " + words(r)) },
		OnSplit:      func(mark string, at int) { s.ask(fmt.Sprint("split ", mark, " ", at)) },
		OnJoin:       func(mark, next string) { s.ask("join " + mark + " " + next) },
		OnHover:      func(link, mention, suggestion string) { s.ask("hover " + link + mention + suggestion) },
		OnSuggestion: func(id string, at int) { s.ask(fmt.Sprint("suggestion ", id, " ", at)) },
		OnMention:    func(id string) { s.ask("mention " + id) },
		OnLink:       func(target string) { s.ask("link " + target) },
		OnRune: func(r rune) bool {
			s.ask("rune " + string(r))
			return true
		},
	})
	s.window = test.NewTempWindow(t, s.Page)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(800, 600))
	s.SetDocument(d)
	s.window.Canvas().Focus(s.Page)
	return s
}

func (s *shown) keys(names ...fyne.KeyName) {
	for _, name := range names {
		s.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// plain makes a text of paragraphs.
func plain(paragraphs ...string) text.Text {
	var b text.Builder
	for _, paragraph := range paragraphs {
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
	}
	t, err := b.Text()
	if err != nil {
		panic(err)
	}
	return t
}

func document(paragraphs ...string) reader.Document {
	return reader.Document{Title: "A title", Text: plain(paragraphs...)}
}

func TestSelectionByKeyboard(t *testing.T) {
	s := show(t, document("One two three.", "Four five."))
	s.keys(fyne.KeyRight)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.keys(fyne.KeyRight, fyne.KeyRight)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := s.SelectedWords(); got != "ne" {
		t.Errorf("selected %q", got)
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := s.SelectedWords(); got != "One two three.\n\nFour five." {
		t.Errorf("selected %q", got)
	}
	s.keys(fyne.KeyEscape)
	if got := s.Selection().Len(); got != 0 {
		t.Errorf("%d bytes are still selected", got)
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if got := strings.TrimSpace(s.SelectedWords()); got != "One" {
		t.Errorf("a word: %q", got)
	}
}

func TestKeysActOnTheSelection(t *testing.T) {
	s := show(t, document("One two three."))
	for _, test := range []struct {
		key  rune
		want string
	}{
		{'1', "yellow two"},
		{'2', "green two"},
		{'3', "blue two"},
		{'4', "red two"},
		{'5', "violet two"},
		{'n', "note two"},
		{'p', "person two"},
		{'e', "event two"},
		{'c', "copy two"},
	} {
		s.Select(text.Range{Start: 4, End: 7})
		s.TypedRune(test.key)
		if got := s.took(); got != test.want {
			t.Errorf("%c asked for %q, not %q", test.key, got, test.want)
		}
	}
	s.Select(text.Range{})
	s.TypedRune('j')
	if got := s.took(); got != "rune j" {
		t.Errorf("a letter without use: %q", got)
	}
}

func TestMarksAreGoneThroughAndEdited(t *testing.T) {
	s := show(t, document("One two three four five."))
	s.SetMarks([]reader.Mark{
		{ID: "a", Range: text.Range{Start: 0, End: 7}, Colour: "yellow"},
		{ID: "b", Range: text.Range{Start: 4, End: 13}, Colour: "green", Comment: true}, // overlapping
		{ID: "lost", Range: text.Range{Start: 5000, End: 5010}, Colour: "red"},
	})
	s.TypedRune(']')
	if got := s.Chosen(); got != "a" {
		t.Errorf("chosen %q", got)
	}
	s.TypedRune(']')
	if got := s.Chosen(); got != "b" {
		t.Errorf("chosen %q", got)
	}
	s.TypedRune('3')
	s.keys(fyne.KeyReturn, fyne.KeyDelete)
	if got := s.took(); got != "recolour b blue, comment b, delete b" {
		t.Errorf("asked for %q", got)
	}
	s.TypedRune('[')
	if got := s.Chosen(); got != "a" {
		t.Errorf("chosen %q", got)
	}
	s.keys(fyne.KeyEscape)
	if got := s.Chosen(); got != "" {
		t.Errorf("chosen %q", got)
	}
}

// find returns where the words of the page's only paragraph begin, by trying
// which place a click chooses.
func (s *shown) find(mark string) fyne.Position {
	s.t.Helper()
	for y := float32(20); y < 500; y += 6 {
		for x := float32(20); x < 780; x += 12 {
			s.Choose("")
			s.click(fyne.NewPos(x, y), 1)
			if s.Chosen() == mark {
				return fyne.NewPos(x, y)
			}
		}
	}
	s.t.Fatalf("no click chooses %q", mark)
	return fyne.Position{}
}

func (s *shown) click(at fyne.Position, times int) {
	for range times {
		event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonPrimary}
		s.MouseDown(event)
		s.MouseUp(event)
	}
}

func TestMouse(t *testing.T) {
	s := show(t, document("One two three four five.", "Another paragraph."))
	s.SetMarks([]reader.Mark{{ID: "a", Range: text.Range{Start: 0, End: 3}, Colour: "yellow"}})
	at := s.find("a")
	s.click(fyne.NewPos(700, 560), 1)
	s.click(at, 2)
	if got := s.SelectedWords(); got != "One" {
		t.Errorf("two clicks selected %q", got)
	}
	s.click(fyne.NewPos(700, 560), 1)
	s.click(at, 3)
	if got := s.SelectedWords(); got != "One two three four five." {
		t.Errorf("three clicks selected %q", got)
	}
	s.Select(text.Range{})
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at.X-40, at.Y)}, Button: desktop.MouseButtonPrimary}
	s.MouseDown(event)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(790, at.Y)}, Dragged: fyne.NewDelta(600, 0)})
	s.DragEnd()
	if got := s.SelectedWords(); got != "One two three four five." {
		t.Errorf("a drag selected %q", got)
	}
}

// What a person reads stays in sight when the page becomes narrower or the
// letters larger.
func TestPlaceIsKept(t *testing.T) {
	s := show(t, reader.Document{Title: "Long", Text: article(20_000)})
	s.SetPlace(60_000)
	before := s.Place()
	if before < 59_000 || before > 60_000 {
		t.Fatalf("the place is %d", before)
	}
	s.window.Resize(fyne.NewSize(520, 700))
	if after := s.Place(); after < before-200 || after > before+200 {
		t.Errorf("narrower: %d is now %d", before, after)
	}
	s.SetComfort(reader.Comfort{Size: 24})
	if after := s.Place(); after < before-300 || after > before+300 {
		t.Errorf("larger: %d is now %d", before, after)
	}
	s.keys(fyne.KeySpace)
	if after := s.Place(); after <= before {
		t.Errorf("a page down leads to %d", after)
	}
	if s.Progress() <= 0 || s.Progress() >= 1 {
		t.Errorf("progress is %v", s.Progress())
	}
}

// Whatever stands in a text, it can be shown, selected and scrolled.
func TestOddTexts(t *testing.T) {
	for name, paragraphs := range map[string][]string{
		"nothing":           {},
		"one letter":        {"a"},
		"no spaces":         {strings.Repeat("word", 250_000)},
		"right to left":     {"שלום עולם, this is mixed. مرحبا بالعالم"},
		"combining":         {strings.Repeat("e\u0301\u0323", 500)},
		"Chinese":           {strings.Repeat("人工智能新电脑已可利用记忆自学。", 300)},
		"emoji":             {"👩‍👩‍👧‍👦 🇰🇪 👍🏽 text"},
		"many short blocks": strings.Split(strings.Repeat("x\n", 3000), "\n"),
	} {
		t.Run(name, func(t *testing.T) {
			var filled []string
			for _, paragraph := range paragraphs {
				if paragraph != "" {
					filled = append(filled, paragraph)
				}
			}
			s := show(t, document(filled...))
			s.window.Canvas().Capture()
			s.TypedShortcut(&fyne.ShortcutSelectAll{})
			s.keys(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp, fyne.KeyLeft, fyne.KeyRight)
			s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
			s.window.Canvas().Capture()
			if place, end := s.Place(), len(s.Document().Text.Body); place < 0 || place > end {
				t.Errorf("the place is %d of %d", place, end)
			}
		})
	}
}

// A suggestion is told of and clicked where no highlight lies over it, and is
// underlined beside mentions.
func TestSuggestions(t *testing.T) {
	s := show(t, reader.Document{Text: plain("Alfred Mutua called Ariel Henry.")})
	s.SetSuggestions([]reader.Mention{{ID: "mutua", Range: text.Range{Start: 0, End: 12}}, {ID: "henry", Range: text.Range{Start: 20, End: 31}}})
	s.SetMarks([]reader.Mark{{ID: "m", Range: text.Range{Start: 20, End: 31}, Colour: "blue"}})
	left := func(x float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 17)}, Button: desktop.MouseButtonPrimary}
	}
	clicked := map[string]bool{}
	for x := float32(110); x < 400; x += 10 {
		s.MouseMoved(left(x))
		s.MouseDown(left(x))
		s.MouseUp(left(x))
		for _, asked := range s.asked {
			if words := strings.Fields(asked); words[0] == "suggestion" || words[0] == "hover" && len(words) > 1 {
				clicked[words[0]+" "+words[1]] = true
			}
		}
		s.asked = nil
	}
	if !clicked["suggestion mutua"] || !clicked["hover mutua"] || clicked["suggestion henry"] || clicked["hover henry"] {
		t.Errorf("asked for %v", clicked)
	}
}
