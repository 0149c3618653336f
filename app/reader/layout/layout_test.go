package layout_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// even gives every code point half its size, and no glyphs above U+3000.
type even struct{}

func (even) Width(words string, _ layout.Face, size float32) float32 {
	return float32(utf8.RuneCountInString(words)) * size / 2
}

func (even) Extent(_ layout.Face, size float32) (float32, float32) { return size, size / 4 }

func (even) Has(_ layout.Face, r rune) bool { return r < 0x3000 }

// style has letters 10 wide, rows 30 high and gaps of 10.
var style = layout.Style{
	Size: 20, LineHeight: 1.5, Gap: 10, Title: 30, TitleLine: 1, Small: 10, SmallLine: 1, Above: 20, Below: 40,
}

func flow(t text.Text, width float32) *layout.Flow {
	return layout.New(t, layout.Head{}, style, width, even{})
}

func built(tb testing.TB, blocks ...any) text.Text {
	tb.Helper()
	var b text.Builder
	for i := 0; i < len(blocks); i += 2 {
		b.Begin(blocks[i].(text.Block))
		for j, line := range strings.Split(blocks[i+1].(string), "\n") {
			if j > 0 {
				b.Break()
			}
			b.Write(line)
		}
	}
	got, err := b.Text()
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

func drawn(rows []layout.Row) []string {
	var list []string
	for _, row := range rows {
		var words []string
		for _, run := range row.Runs {
			words = append(words, run.Words)
		}
		list = append(list, strings.Join(words, "|"))
	}
	return list
}

func TestRows(t *testing.T) {
	for _, test := range []struct {
		name  string
		block text.Block
		words string
		width float32
		want  []string
	}{
		{"words", text.Block{Kind: text.Paragraph}, "one two three", 70, []string{"one two", "three"}},
		{"a space at the end does not count", text.Block{Kind: text.Paragraph}, "four four", 40, []string{"four", "four"}},
		{"hyphen", text.Block{Kind: text.Paragraph}, "well-known", 60, []string{"well-", "known"}},
		{"too long", text.Block{Kind: text.Paragraph}, "a incomprehensible b", 50, []string{"a", "incom", "prehe", "nsibl", "e b"}},
		{"graphemes stay whole", text.Block{Kind: text.Paragraph}, "\U0001F468\u200d\U0001F469\u200d\U0001F467\U0001F468\u200d\U0001F469\u200d\U0001F467", 50, []string{"\U0001F468\u200d\U0001F469\u200d\U0001F467", "\U0001F468\u200d\U0001F469\u200d\U0001F467"}},
		{"no-break space", text.Block{Kind: text.Paragraph}, "a 10\u00a0km", 60, []string{"a", "10\u00a0km"}},
		{"line break", text.Block{Kind: text.Paragraph}, "one\ntwo", 500, []string{"one", "two"}},
		{"another font", text.Block{Kind: text.Paragraph}, "see 日本 now", 500, []string{"see |日本 |now"}},
		{"code", text.Block{Kind: text.Code}, "if a {\n\tb  c\n}", 400, []string{"if a {", "b  c", "}"}},
		{"table", text.Block{Kind: text.Table}, "a\tb\nlonger words\td", 400, []string{"a", "b", "longer words", "d"}},
		{"nothing in a cell", text.Block{Kind: text.Table}, "a\t\tb\nc", 400, []string{"a", "", "b", "c"}},
		{"nothing", text.Block{Kind: text.Rule}, "", 400, []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := flow(built(t, test.block, test.words), test.width)
			if got := drawn(f.Section(1).Rows); !slices.Equal(got, test.want) {
				t.Errorf("rows %q, want %q", got, test.want)
			}
		})
	}
}

func TestSpansMakeRuns(t *testing.T) {
	var b text.Builder
	b.Write("plain ")
	b.Open(text.Strong, "")
	b.Write("strong ")
	b.Open(text.Emphasis, "")
	b.Write("both")
	b.Close()
	b.Close()
	b.Open(text.Link, "new:x")
	b.Write(" missing")
	b.Close()
	b.Open(text.CodeSpan, "")
	b.Write(" code")
	b.Close()
	got, err := b.Text()
	if err != nil {
		t.Fatal(err)
	}
	var runs []string
	x := float32(0)
	for _, run := range flow(got, 1000).Section(1).Rows[0].Runs {
		runs = append(runs, fmt.Sprintf("%s %d %d", strings.TrimSpace(run.Words), run.Face, run.Ink))
		if run.X != x {
			t.Errorf("%q stands at %v, want %v", run.Words, run.X, x)
		}
		x = run.X + run.Width
	}
	want := []string{
		fmt.Sprintf("plain %d %d", layout.Serif, layout.Text),
		fmt.Sprintf("strong %d %d", layout.SerifSemibold, layout.Text),
		fmt.Sprintf("both %d %d", layout.SerifSemiboldItalic, layout.Text),
		fmt.Sprintf(" %d %d", layout.Serif, layout.Text),
		fmt.Sprintf("missing %d %d", layout.Serif, layout.Missing),
		fmt.Sprintf(" %d %d", layout.Serif, layout.Text),
		fmt.Sprintf("code %d %d", layout.Mono, layout.Text),
	}
	if !slices.Equal(runs, want) {
		t.Errorf("runs %q, want %q", runs, want)
	}
}

func TestHead(t *testing.T) {
	head := layout.Head{Title: "A title", Meta: []layout.MetaRun{{Words: "Wire · "}, {Words: "original", Link: true}}}
	f := layout.New(text.Text{}, head, style, 600, even{})
	rows := f.Section(0).Rows
	if len(rows) != 2 || rows[0].Y != style.Above {
		t.Fatalf("rows %q, the first at %v", drawn(rows), rows[0].Y)
	}
	link := rows[1].Runs[1]
	if link.Meta != 2 || link.Ink != layout.Accent || link.Words != "original" {
		t.Errorf("the link is %+v", link)
	}
	if _, ok := f.SpotAt(0); ok {
		t.Error("a text without blocks has a row")
	}
}

func TestGapsAndIndents(t *testing.T) {
	f := flow(built(t,
		text.Block{Kind: text.Paragraph}, "one",
		text.Block{Kind: text.ListItem, Level: 1, Marker: "•"}, "two",
		text.Block{Kind: text.ListItem, Level: 2, Marker: "1."}, "three",
		text.Block{Kind: text.Quotation, Quoted: 2}, "four",
		text.Block{Kind: text.Figure, Source: "a.png"}, "",
		text.Block{Kind: text.Code}, "five",
	), 400)
	if got := f.Section(1).Height; got != 40 {
		t.Errorf("a paragraph of one row is %v high, want its row and a gap, 40", got)
	}
	if f.Section(2).Rows[0].X >= f.Section(3).Rows[0].X {
		t.Error("the deeper item is not further in")
	}
	if label := f.Section(3).Labels[0]; label.Words != "1." || label.X+label.Width > f.Section(3).Rows[0].X {
		t.Errorf("the marker %+v does not hang before its item", label)
	}
	if bars := f.Section(4).Boxes; len(bars) != 2 || bars[1].X <= bars[0].X {
		t.Errorf("a quotation within a quotation has bars %+v", bars)
	}
	if f.Section(5).Height != 0 {
		t.Errorf("a picture without a caption is %v high", f.Section(5).Height)
	}
	if box := f.Section(6).Boxes[0]; box.Ink != layout.Panel || box.Height <= 20 {
		t.Errorf("code stands on %+v", box)
	}
}

func TestTableFits(t *testing.T) {
	long := strings.Repeat("word ", 40)
	f := flow(built(t, text.Block{Kind: text.Table}, "name\tmeaning\nA\t"+long), 400)
	for _, row := range f.Section(1).Rows {
		for _, run := range row.Runs {
			if run.X+run.Width > 401 {
				t.Fatalf("%q reaches to %v", run.Words, run.X+run.Width)
			}
		}
	}
	rows := f.Section(1).Rows
	if rows[0].Y != rows[1].Y || rows[2].Y <= rows[0].Y {
		t.Error("cells of a line do not stand side by side")
	}
	if got := f.RowAt(1, 390, rows[3].Y+1); got != 3 {
		t.Errorf("the cell on the right is row %d, want 3", got)
	}
}

func TestLongBlockIsCut(t *testing.T) {
	body := strings.Repeat("A sentence of some words. ", 2000)
	f := flow(built(t, text.Block{Kind: text.Paragraph}, body), 600)
	if f.Len() < 5 {
		t.Fatalf("%d sections", f.Len())
	}
	for i := 1; i < f.Len()-1; i++ {
		if f.Range(i).End != f.Range(i+1).Start {
			t.Fatalf("section %d ends at %d, the next begins at %d", i, f.Range(i).End, f.Range(i+1).Start)
		}
	}
}

func TestHeights(t *testing.T) {
	var blocks []any
	for i := range 300 {
		blocks = append(blocks, text.Block{Kind: text.Paragraph}, strings.Repeat("word ", i%37+1))
	}
	f := flow(built(t, blocks...), 300)
	for _, i := range []int{0, 5, 299, 17, 100} {
		f.Section(i)
	}
	sum := float32(0)
	for i := range f.Len() {
		if got := f.Top(i); math.Abs(float64(got-sum)) > 0.5 {
			t.Fatalf("section %d begins at %v, want %v", i, got, sum)
		}
		sum += f.Section(i).Height
	}
	view := f.ViewAt(f.Top(200)+3, 100)
	if view.Section != 200 || math.Abs(float64(view.Within-3)) > 0.5 {
		t.Errorf("the view at section 200 is %+v", view)
	}
}

func TestMoveStaysWithinText(t *testing.T) {
	var blocks []any
	for range 50 {
		blocks = append(blocks, text.Block{Kind: text.Paragraph}, "some words in here")
	}
	f := flow(built(t, blocks...), 300)
	view := f.Move(layout.View{}, -100, 500)
	if view != (layout.View{}) {
		t.Errorf("above the top: %+v", view)
	}
	for range 100 {
		view = f.Move(view, 77, 500)
	}
	above, total := f.Seen(view)
	if math.Abs(float64(above+500-total)) > 1 {
		t.Errorf("at the end %v are above a window of 500, of %v", above, total)
	}
	for range 100 {
		view = f.Move(view, -77, 500)
	}
	if view != (layout.View{}) {
		t.Errorf("back at the top: %+v", view)
	}
}
