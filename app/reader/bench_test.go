package reader_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/reader"
	"cuttings/notes/text"
)

// article makes an article of so many words, in paragraphs of about eighty.
func article(words int) text.Text {
	random := rand.New(rand.NewPCG(5, uint64(words)))
	vocabulary := strings.Fields("the council said that officers would leave for island before year is over and nobody knew who paid them a harbour minister answered slowly Nairobi Port-au-Prince")
	var builder strings.Builder
	var blocks []text.Block
	for left := words; left > 0; {
		start := builder.Len()
		count := min(left, 60+random.IntN(40))
		for i := range count {
			if i > 0 {
				builder.WriteByte(' ')
			}
			builder.WriteString(vocabulary[random.IntN(len(vocabulary))])
		}
		left -= count
		blocks = append(blocks, text.Block{Kind: text.Paragraph, Range: text.Range{Start: start, End: builder.Len()}})
		if left > 0 {
			builder.WriteString(text.BlockBreak)
		}
	}
	return text.Text{Body: builder.String(), Blocks: blocks}
}

// BenchmarkFirstPaint measures from a text at hand to the objects of its first
// rows at their places, at 900 by 800; beside it, Fyne's RichText of the same
// words.
func BenchmarkFirstPaint(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(look.New(look.Light))
	size := fyne.NewSize(900, 800)
	for _, words := range []int{1_000, 10_000, 30_000, 100_000, 1_000_000} {
		t := article(words)
		b.Run(fmt.Sprintf("page/%dwords", words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				page := reader.NewPage(reader.Actions{})
				page.Resize(size)
				page.SetDocument(reader.Document{Title: "An article", Text: t})
				objects(page)
			}
		})
		if words != 30_000 {
			continue
		}
		b.Run(fmt.Sprintf("richtext/%dwords", words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rich := widget.NewRichText()
				for _, block := range t.Blocks {
					rich.Segments = append(rich.Segments, &widget.TextSegment{Text: t.Slice(block.Range), Style: widget.RichTextStyleParagraph})
				}
				rich.Wrapping = fyne.TextWrapWord
				rich.Resize(size)
				objects(rich)
			}
		})
	}
}

// objects has a widget make what is drawn.
func objects(w fyne.Widget) int { return len(test.WidgetRenderer(w).Objects()) }

// BenchmarkScroll measures one turn of the wheel in 100,000 words with 1,000
// highlights.
func BenchmarkScroll(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(look.New(look.Light))
	t := article(100_000)
	var marks []reader.Mark
	for i := range 1000 {
		start := len(t.Body) / 1000 * i
		marks = append(marks, reader.Mark{ID: fmt.Sprint(i), Range: text.Range{Start: start, End: start + 40}, Colour: "yellow"})
	}
	page := reader.NewPage(reader.Actions{})
	page.Resize(fyne.NewSize(900, 800))
	page.SetDocument(reader.Document{Text: t})
	page.SetMarks(marks)
	objects(page)
	for b.Loop() {
		page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
		if page.Progress() == 1 {
			page.SetPlace(0)
		}
	}
}
