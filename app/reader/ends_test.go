package reader_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/reader"
	"cuttings/notes/text"
)

const marked = "One two three four five six seven."

func marks(s *shown) {
	s.SetMarks([]reader.Mark{
		{ID: "a", Range: text.Range{Start: 4, End: 13}, Colour: "yellow", Comment: true}, // two three
		{ID: "b", Range: text.Range{Start: 19, End: 23}, Colour: "blue"},                 // five
	})
}

// An end of the chosen highlight follows the mouse, and the highlight is asked
// to cover what it came to.
func TestDragAnEnd(t *testing.T) {
	s := show(t, document(marked))
	marks(s)
	at := s.find("a")
	s.took()
	s.Choose("a")
	s.window.Canvas().Capture()
	first := at.X // the first place that chooses it is just behind its start
	for x := first - 14; x < first+4; x++ {
		s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, at.Y)}})
		if s.Cursor() == desktop.HResizeCursor {
			first = x
			break
		}
	}
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(first, at.Y)}, Button: desktop.MouseButtonPrimary})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(first-400, at.Y)}})
	s.window.Canvas().Capture()
	s.DragEnd()
	if got := s.took(); got != "range a One two three" {
		t.Errorf("asked for %q", got)
	}
}

func TestEndsByKeyboard(t *testing.T) {
	s := show(t, document(marked))
	marks(s)
	shift := func(down bool) {
		event := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		if down {
			s.KeyDown(event)
		} else {
			s.KeyUp(event)
		}
	}
	s.TypedRune(']')
	s.TypedRune('a')
	if s.Adjusting() != "a" || s.SelectedWords() != "two three" {
		t.Fatalf("adjusts %q, %q is selected", s.Adjusting(), s.SelectedWords())
	}
	shift(true)
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	shift(false)
	s.TypedRune('3') // does nothing meanwhile
	s.keys(fyne.KeyReturn)
	if got := s.took(); got != "range a two three four" || s.Adjusting() != "" {
		t.Errorf("asked for %q", got)
	}
	s.Choose("b")
	s.TypedRune('a')
	s.keys(fyne.KeyEscape)
	if got := s.took(); got != "" || s.Adjusting() != "" || s.Selection().Len() > 0 {
		t.Errorf("left alone, it asked for %q", got)
	}
	s.Adjust("orphan") // stands nowhere
	if s.Selection().Len() > 0 {
		t.Errorf("an orphan begins with %q", s.SelectedWords())
	}
	s.keys(fyne.KeyReturn)
	if s.Adjusting() != "orphan" {
		t.Error("nothing was selected, and yet it was placed")
	}
	s.Select(text.Range{Start: 0, End: 3})
	s.keys(fyne.KeyReturn)
	if got := s.took(); got != "range orphan One" {
		t.Errorf("asked for %q", got)
	}
}

func TestSplitAndJoin(t *testing.T) {
	s := show(t, document(marked))
	marks(s)
	s.TypedRune('s') // none is chosen
	s.Choose("a")
	s.TypedRune('s') // the caret is elsewhere
	s.TypedRune('+')
	s.Select(text.Range{Start: 9, End: 9}) // in three
	s.Choose("a")
	s.TypedRune('s')
	s.Choose("b")
	s.TypedRune('+') // there is none behind it
	if got := s.took(); got != "rune s, split a -1, join a b, split a 8, rune +" {
		t.Errorf("asked for %q", got)
	}
}

// A click on the bubble beside a commented highlight asks for the comment.
func TestBubble(t *testing.T) {
	s := show(t, document(marked))
	marks(s)
	s.window.Canvas().Capture()
	for y := float32(20); y < 300; y += 4 {
		for x := float32(690); x < 790; x += 4 {
			s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
			if s.Cursor() == desktop.PointerCursor {
				s.took()
				s.click(fyne.NewPos(x, y), 1)
				if got := s.took(); got != "comment a" {
					t.Errorf("asked for %q", got)
				}
				return
			}
		}
	}
	t.Error("there is no bubble")
}

// The bar at the right says where hits are, and a click there goes to one.
func TestTicks(t *testing.T) {
	s := show(t, reader.Document{Title: "Long", Text: article(20_000)})
	body := len(s.Document().Text.Body)
	s.SetHits([]text.Range{{Start: body * 3 / 4, End: body*3/4 + 9}})
	s.window.Canvas().Capture()
	s.click(fyne.NewPos(795, 450), 1)
	if place := s.Place(); place < body*3/4-3000 || place > body*3/4 {
		t.Errorf("a click on the mark leads to %d of %d", place, body)
	}
}

func TestHover(t *testing.T) {
	var b text.Builder
	b.Open(text.Link, "https://example.org")
	b.Write("a link in many words that fill a row and more ")
	b.Close()
	words, err := b.Text()
	if err != nil {
		t.Fatal(err)
	}
	s := show(t, reader.Document{Text: words})
	s.window.Canvas().Capture()
	for y := float32(20); y < 100; y += 5 {
		s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(160, y)}})
	}
	s.MouseOut()
	if got := s.took(); got != "hover https://example.org, hover " {
		t.Errorf("told %q", got)
	}
}

// A link within the text leads there, one elsewhere to the program; Enter
// follows the link that the caret is in.
func TestLinks(t *testing.T) {
	var b text.Builder
	b.Open(text.Link, "#21")
	b.Write("1")
	b.Close()
	b.Write(" and ")
	b.Open(text.Link, "https://example.org")
	b.Write("elsewhere")
	b.Close()
	b.Begin(text.Block{Kind: text.Paragraph})
	b.Write("The note.")
	words, err := b.Text()
	if err != nil {
		t.Fatal(err)
	}
	s := show(t, reader.Document{Text: words})
	s.keys(fyne.KeyRight, fyne.KeyLeft, fyne.KeyReturn)
	if at := s.Selection(); at.Start != 17 && at.Start != 21 {
		t.Errorf("the caret is at %d", at.Start)
	}
	s.keys(fyne.KeyHome, fyne.KeyUp, fyne.KeyHome)
	for range 8 {
		s.keys(fyne.KeyRight)
	}
	s.keys(fyne.KeyReturn)
	if got := s.took(); got != "link https://example.org" {
		t.Errorf("asked for %q", got)
	}
}
