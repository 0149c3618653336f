package parts_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"cuttings/app/look"
	"cuttings/app/parts"
)

func start(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestEllipsis(t *testing.T) {
	start(t)
	words := "Kenya weighs sending police to Haiti"
	for _, width := range []float32{0, 20, 60, 150, 1000} {
		got := parts.Ellipsis(words, look.Regular, look.InterfaceSize, width)
		if got == words {
			if look.Measure(words, look.Regular, look.InterfaceSize).Width > width {
				t.Errorf("%v: nothing was cut", width)
			}
			continue
		}
		if !strings.HasSuffix(got, "…") || !strings.HasPrefix(words, strings.TrimSuffix(got, "…")) {
			t.Errorf("%v: %q", width, got)
		}
		if cut := look.Measure(got, look.Regular, look.InterfaceSize).Width; cut > width && got != "…" {
			t.Errorf("%v: %q is %v wide", width, got, cut)
		}
	}
}

// Of words without a space that are found here and there, each a run, no letter stands
// beyond the edge, and "…" says that there are more.
func TestLongWordsAreCutBetweenLetters(t *testing.T) {
	start(t)
	var runs []parts.Run
	for range 40 {
		runs = append(runs, parts.Run{Words: "police", Behind: look.Yellow}, parts.Run{Words: "_"})
	}
	one := []parts.Run{{Words: "Zebra", Behind: look.Yellow}, {Words: " " + strings.Repeat("e\u0301x", 400)}}
	for _, runs := range [][]parts.Run{runs, one} {
		for width := float32(80); width < 400; width += 7 {
			for _, most := range []int{1, 2} {
				p := parts.NewParagraph(runs...)
				p.MaxLines = most
				p.Resize(fyne.NewSize(width, 100))
				var last *canvas.Text
				lines := map[float32]bool{}
				for _, o := range test.WidgetRenderer(p).Objects() {
					words, ok := o.(*canvas.Text)
					if !ok {
						continue
					}
					last, lines[words.Position().Y] = words, true
					if end := words.Position().X + words.MinSize().Width; end > width+0.5 {
						t.Fatalf("%v wide: %q ends at %v", width, words.Text, end)
					}
					if strings.HasPrefix(words.Text, "\u0301") {
						t.Fatalf("%v wide: a letter is torn apart: %q", width, words.Text)
					}
				}
				if !strings.HasSuffix(last.Text, "…") || len(lines) != most || len(last.Text) < 8 && len(runs) == 2 {
					t.Errorf("%v wide, %d lines: the end is %q", width, len(lines), last.Text)
				}
			}
		}
	}
}

func TestParagraphWrapsAndIsCut(t *testing.T) {
	start(t)
	p := parts.NewParagraph(parts.Run{Words: strings.Repeat("some words ", 40)})
	wide, narrow := p.Fit(600), p.Fit(200)
	if narrow < 2*wide {
		t.Errorf("%v high where it is narrow, %v where it is wide", narrow, wide)
	}
	p.MaxLines = 2
	p.SetRuns(parts.Run{Words: strings.Repeat("some words ", 40)})
	if two := p.Fit(200); two > 2*look.LineHeight(look.InterfaceSize, look.InterfaceLine)+1 {
		t.Errorf("two lines are %v high", two)
	}
	p.SetRuns(parts.Run{Words: strings.Repeat("x", 5000)}) // no space to wrap at
	if height := p.Fit(100); height <= 0 {
		t.Errorf("a long word is %v high", height)
	}
}

func TestColumnLeavesOutWhatIsHidden(t *testing.T) {
	start(t)
	block := func(height float32) *parts.Fill {
		f := parts.NewFill(look.Line, 0)
		f.Least = fyne.NewSize(10, height)
		return f
	}
	a, b, c := block(10), block(20), block(30)
	column := parts.NewColumn(5, a, b, c)
	if height := parts.Height(column, 100); height != 70 {
		t.Errorf("%v high", height)
	}
	b.Hide()
	if height := parts.Height(column, 100); height != 45 {
		t.Errorf("%v high without the second", height)
	}
}

// list is a list of so many items, and what was selected in it.
func list(t *testing.T, count int) (*parts.Cards, *[]int) {
	t.Helper()
	start(t)
	var selected []int
	cards := parts.NewCards()
	cards.Length = func() int { return count }
	cards.Create = func() fyne.CanvasObject { return parts.NewParagraph() }
	cards.Bind = func(i int, o fyne.CanvasObject) {
		o.(*parts.Paragraph).SetRuns(parts.Run{Words: fmt.Sprint("item ", i)})
	}
	cards.OnSelected = func(i int) { selected = append(selected, i) }
	window := test.NewTempWindow(t, cards)
	window.Resize(fyne.NewSize(300, 400))
	return cards, &selected
}

func TestCardsByKeyboard(t *testing.T) {
	cards, selected := list(t, 100_000)
	activated := -1
	cards.OnActivated = func(i int) { activated = i }
	cards.TypedKey(key(fyne.KeyDown))
	cards.TypedKey(key(fyne.KeyDown))
	cards.TypedRune('k')
	cards.TypedKey(key(fyne.KeyEnd))
	cards.TypedKey(key(fyne.KeyDown)) // there is none
	cards.TypedKey(key(fyne.KeyReturn))
	if got := fmt.Sprint(*selected); got != "[0 1 0 99999]" || activated != 99_999 {
		t.Errorf("selected %s, activated %d", got, activated)
	}
}

func TestCardsPassOverWhatCannotBeSelected(t *testing.T) {
	cards, selected := list(t, 6)
	cards.Selectable = func(i int) bool { return i%3 != 0 }
	for range 6 {
		cards.TypedKey(key(fyne.KeyDown))
	}
	if got := fmt.Sprint(*selected); got != "[1 2 4 5]" {
		t.Errorf("selected %s", got)
	}
}

func TestCardsShrink(t *testing.T) {
	cards, _ := list(t, 50)
	cards.Select(49)
	cards.Length = func() int { return 3 }
	cards.Refresh()
	cards.TypedKey(key(fyne.KeyUp))
	if got := cards.Selected(); got >= 3 {
		t.Errorf("selected %d of 3", got)
	}
}

func TestTabs(t *testing.T) {
	start(t)
	var chosen []int
	tabs := parts.NewTabs(func(i int) { chosen = append(chosen, i) }, "One", "Two", "Three")
	tabs.TypedKey(key(fyne.KeyRight))
	tabs.TypedKey(key(fyne.KeyRight))
	tabs.TypedKey(key(fyne.KeyRight)) // there is none
	tabs.TypedKey(key(fyne.KeyLeft))
	tabs.Choose(7)
	if got := fmt.Sprint(chosen); got != "[1 2 1]" || tabs.Chosen() != 1 {
		t.Errorf("chosen %s", got)
	}
	tabs.SetWords("One")
	if tabs.Chosen() != 0 {
		t.Errorf("chosen %d of one", tabs.Chosen())
	}
}

func TestTabsWrap(t *testing.T) {
	start(t)
	tabs := parts.NewTabs(nil, "Highlights", "Notes", "Names", "Suggested")
	tabs.Wrap = true
	for width, want := range map[float32]int{1000: 1, 180: 2, 40: 4} {
		if lines := tabs.Lines(width); lines != want {
			t.Errorf("%d lines at %v, not %d", lines, width, want)
		}
	}
	line := tabs.Fit(1000)
	test.WidgetRenderer(tabs)
	tabs.Resize(fyne.NewSize(40, tabs.Fit(40)))
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, tabs.Fit(40)-line/2)})
	if tabs.Chosen() != 3 || tabs.Fit(40) <= line {
		t.Errorf("tab %d was tapped, at a height of %v", tabs.Chosen(), tabs.Fit(40))
	}
	if head := parts.NewHead(tabs); parts.Height(head, 1000) >= parts.Height(head, 100) {
		t.Error("the head does not grow with the lines")
	}
}

func TestTapByKeyboard(t *testing.T) {
	start(t)
	tapped, removed := 0, 0
	button := parts.NewTextButton("Add", parts.Filled, func() { tapped++ })
	button.TypedKey(key(fyne.KeyReturn))
	button.TypedKey(key(fyne.KeySpace))
	button.TypedKey(key(fyne.KeyEscape))
	chip := parts.NewChip("alias", nil)
	chip.OnRemove = func() { removed++ }
	chip.TypedKey(key(fyne.KeyDelete))
	card := parts.NewTapCard("Open", parts.NewParagraph(parts.Run{Words: "words"}), func() { tapped++ })
	card.TypedKey(key(fyne.KeyReturn))
	if tapped != 3 || removed != 1 {
		t.Errorf("tapped %d times, removed %d times", tapped, removed)
	}
	button.SetManner(parts.Quiet)
	button.SetWords("Close")
	if label := button.AccessibilityLabel(); label != "Close" {
		t.Errorf("the button says %q", label)
	}
}

func TestFieldOffersKeysFirst(t *testing.T) {
	start(t)
	field := parts.NewField("Filter")
	var taken []fyne.KeyName
	field.OnKey = func(e *fyne.KeyEvent) bool {
		taken = append(taken, e.Name)
		return e.Name == fyne.KeyDown
	}
	field.SetText("ab")
	field.TypedKey(key(fyne.KeyDown))
	field.TypedKey(key(fyne.KeyEnd))
	field.TypedKey(key(fyne.KeyBackspace))
	if field.Text != "a" || len(taken) != 3 {
		t.Errorf("%q after %v", field.Text, taken)
	}
}

// An emoji with a tone of skin ends no line.
func TestEmojiEndsNoLine(t *testing.T) {
	start(t)
	one := parts.NewParagraph(parts.Run{Words: "a"}).Fit(600)
	for words, lines := range map[string]float32{"A 👍🏽 in Kenya 🇰🇪": 1, "A\nB": 2, "A👍🏽\nB": 2} {
		if height := parts.NewParagraph(parts.Run{Words: words}).Fit(600); height != lines*one {
			t.Errorf("%q is %v high, not %v", words, height, lines*one)
		}
	}
}

func TestFieldTakesSoManyLetters(t *testing.T) {
	start(t)
	field, cut := parts.NewField("Filter"), 0
	field.Longest, field.OnCut = 4, func() { cut++ }
	test.Type(field, "éab")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("cdef")
	field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	test.Type(field, "g")
	if field.Text != "éabc" || cut != 2 {
		t.Errorf("%q, cut %d times", field.Text, cut)
	}
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if field.Text != "cdef" || cut != 2 {
		t.Errorf("%q, cut %d times", field.Text, cut)
	}
}

// A button and the key on it have the same palette, also if it was chosen while the
// button was out of sight.
func TestAButtonsKeyFollowsThePalette(t *testing.T) {
	start(t)
	button := parts.NewKeyButton("Fit", "0", parts.Quiet, func() {})
	page := theme.Color(look.Page)
	keyed := func() bool {
		for _, o := range test.WidgetRenderer(button).Objects() {
			if keys, ok := o.(*parts.Keycaps); ok {
				box, ok := test.WidgetRenderer(keys).Objects()[0].(*canvas.Rectangle)
				return ok && box.FillColor == page
			}
		}
		return false
	}
	if !keyed() {
		t.Fatal("the key is not drawn")
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	button.Refresh()
	if keyed() {
		t.Error("the key has the colour of before")
	}
}
