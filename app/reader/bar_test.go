package reader

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/notes/text"
)

// The bar stays within the page, from the widest to the narrowest.
func TestBarStaysInside(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	none := func(text.Range) {}
	page := NewPage(Actions{
		OnHighlight: func(text.Range, string) {}, OnNote: none, OnPerson: none, OnEvent: none, OnCopyQuote: none,
	})
	body := "One two three four five six seven eight nine ten eleven twelve."
	page.SetDocument(Document{Text: text.Text{Body: body, Blocks: []text.Block{{Kind: text.Paragraph, Range: text.Range{End: len(body)}}}}})
	window := test.NewTempWindow(t, page)
	window.SetPadded(false)
	for _, width := range []float32{1000, 700, 480, 420, 900} {
		window.Resize(fyne.NewSize(width, 500))
		for _, r := range []text.Range{{Start: 0, End: 3}, {Start: 40, End: 62}, {Start: 0, End: len(body)}} {
			page.Select(r)
			test.WidgetRenderer(page).Refresh()
			at, size := page.bar.Position(), page.bar.Size()
			if at.X < 0 || at.Y < 0 || at.X+size.Width > width || at.Y+size.Height > 500 || size.Width < 200 {
				t.Errorf("on a page %v wide the bar stands at %v, %v large", width, at, size)
			}
		}
		if compact := width < 560; page.bar.compact != compact {
			t.Errorf("on a page %v wide the bar is compact: %v", width, page.bar.compact)
		}
	}
}

// So does that of a chosen highlight, which leaves out its rarest command where
// the page is narrowest and offers it again on a wider one.
func TestMarkBarStaysInside(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	none := func(string) {}
	page := NewPage(Actions{
		OnRecolour: func(string, string) {}, OnDelete: none, OnComment: none, OnSource: none,
		OnRange: func(string, text.Range) {}, OnSplit: func(string, int) {}, OnJoin: func(string, string) {},
	})
	body := "One two three four five six seven eight nine ten eleven twelve."
	page.SetDocument(Document{Text: text.Text{Body: body, Blocks: []text.Block{{Kind: text.Paragraph, Range: text.Range{End: len(body)}}}}})
	page.SetMarks([]Mark{{ID: "m", Range: text.Range{Start: 40, End: 62}, Colour: "blue"}})
	window := test.NewTempWindow(t, page)
	window.SetPadded(false)
	for _, width := range []float32{1000, 577, 480, 420, 540, 1000} {
		window.Resize(fyne.NewSize(width, 500))
		page.choose("m", true)
		test.WidgetRenderer(page).Refresh()
		at, size := page.bar.Position(), page.bar.Size()
		if at.X < 0 || at.X+size.Width > width || size.Width < 200 {
			t.Errorf("on a page %v wide the bar stands at %v, %v large", width, at, size)
		}
		if whole := width > 500; whole == page.bar.cut {
			t.Errorf("on a page %v wide a command is left out: %v", width, page.bar.cut)
		}
	}
}
