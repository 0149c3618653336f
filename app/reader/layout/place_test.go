package layout_test

import (
	"strings"
	"testing"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

var kinds = []text.Kind{text.Paragraph, text.Heading, text.Quotation, text.ListItem, text.Code, text.Table, text.Figure}

// check holds f to what every layout must fulfil.
func check(t *testing.T, whole text.Text, f *layout.Flow) {
	t.Helper()
	for i := 1; i < f.Len(); i++ {
		at := f.Range(i).Start
		for j, row := range f.Section(i).Rows {
			if row.Start != at || row.Drawn > row.End || row.Drawn < row.Start {
				t.Fatalf("row %d of section %d covers %v and draws up to %d, but the last ended at %d", j, i, row.Range, row.Drawn, at)
			}
			at = row.End
			for _, run := range row.Runs {
				if whole.Body[run.Start:run.End] != run.Words {
					t.Fatalf("the run %q stands for %q", run.Words, whole.Body[run.Start:run.End])
				}
			}
		}
		if at != f.Range(i).End {
			t.Fatalf("the rows of section %d end at %d, the section at %d", i, at, f.Range(i).End)
		}
	}
	for offset := 0; offset < len(whole.Body); offset = whole.NextGrapheme(offset) {
		spot, ok := f.SpotAt(offset)
		if !ok {
			t.Fatalf("offset %d is nowhere", offset)
		}
		row := f.Row(spot)
		x := f.X(row, offset)
		back := f.Offset(row, x)
		if back != offset && f.X(row, back) != x && row.Start <= offset && offset < row.Drawn && whole.Body[offset] != '\t' {
			t.Fatalf("offset %d is at %v, which is offset %d", offset, x, back)
		}
		for _, reach := range f.Cover(row, text.Range{Start: offset, End: whole.NextGrapheme(offset)}) {
			if reach.From < row.X-0.1 || reach.To <= reach.From {
				t.Fatalf("the grapheme at %d covers %v", offset, reach)
			}
		}
	}
}

func FuzzPlaces(f *testing.F) {
	f.Add("one two three four", "a\tb\nc\td", 120, 0)
	f.Add("été e\u0301te\u0301 日本語 \U0001F1EB\U0001F1F7", "x\u00a0y\u2028z", 50, 1)
	f.Add(strings.Repeat("incomprehensibilities", 30), "\t\t", 33, 4)
	f.Add("", "\n\n", 1, 5)
	f.Add("שלום 1948 עולם abc", "مرحبا (Canada) 1000", 90, 0)
	f.Add("abc שלום", "12 مرحبا", 60, 3)
	f.Add("a \u0300b\u200d", "  \ta b\t  c", 70, 5)
	f.Fuzz(func(t *testing.T, a, b string, width, kind int) {
		if len(a)+len(b) > 20_000 {
			return
		}
		var builder text.Builder
		builder.Begin(text.Block{Kind: kinds[uint(kind)%uint(len(kinds))], Level: kind % 9, Quoted: kind % 5, Marker: "•"})
		builder.Open(text.Link, "x")
		builder.Write(a)
		builder.Close()
		builder.Open(text.Emphasis, "")
		builder.Write(b)
		builder.Close()
		builder.Begin(text.Block{Kind: kinds[uint(kind/7)%uint(len(kinds))]})
		builder.Write(b)
		builder.Write(a)
		whole, err := builder.Text()
		if err != nil {
			t.Fatal(err)
		}
		check(t, whole, flow(whole, float32(width%700)))
	})
}

// TestCoverIsTheWords holds the places of ranges to a plain reference: in
// letters of one width, a range covers as much as it has letters.
func TestCoverIsTheWords(t *testing.T) {
	whole := built(t, text.Block{Kind: text.Paragraph}, strings.Repeat("seven words stand here in a row ", 9))
	f := flow(whole, 233)
	for start := 0; start < len(whole.Body); start += 3 {
		for _, length := range []int{1, 5, 40, 120} {
			r := text.Range{Start: start, End: min(start+length, len(whole.Body))}
			covered, letters := float32(0), 0
			for _, row := range f.Section(1).Rows {
				for _, reach := range f.Cover(&row, r) {
					covered += reach.To - reach.From
				}
				letters += max(min(r.End, row.Drawn)-max(r.Start, row.Start), 0)
			}
			if covered != float32(letters)*10 {
				t.Fatalf("%v covers %v, want %v", r, covered, letters*10)
			}
		}
	}
}

func TestHit(t *testing.T) {
	whole := built(t,
		text.Block{Kind: text.Paragraph}, "one two three",
		text.Block{Kind: text.Paragraph}, "four",
	)
	f := flow(whole, 70)
	for _, test := range []struct {
		x, y float32
		want int
	}{
		{0, 20, 0},       // the first row, below the free space above
		{14, 20, 1},      // nearer to the second letter
		{-50, 20, 0},     // left of the column
		{500, 20, 7},     // right of it
		{21, 51, 10},     // the second row
		{0, 95, 15},      // the second paragraph
		{500, 9000, 19},  // below everything
		{500, -9000, -1}, // above: the head
	} {
		spot, _, ok := f.Hit(layout.View{}, test.x, test.y)
		if !ok && test.want < 0 || spot.Section == 0 && test.want < 0 {
			continue
		}
		if !ok {
			t.Errorf("nothing at %v, %v", test.x, test.y)
			continue
		}
		if got := f.Offset(f.Row(spot), test.x); got != test.want {
			t.Errorf("offset %d at %v, %v, want %d", got, test.x, test.y, test.want)
		}
	}
}
