package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// seen returns the runs of a row from left to right, as they are drawn.
func seen(row layout.Row) string {
	runs := slices.Clone(row.Runs)
	slices.SortStableFunc(runs, func(a, b layout.Run) int { return int(a.X - b.X) })
	var words []string
	for _, run := range runs {
		drawn := run.Words
		if run.Drawn != "" {
			drawn = run.Drawn
		}
		if strings.TrimSpace(drawn) != "" {
			words = append(words, strings.TrimSpace(drawn))
		}
	}
	return strings.Join(words, "|")
}

// Capital letters would do for an example, but the algorithm goes by the
// letters: alef to dalet, so that they can be told apart.
func TestDirections(t *testing.T) {
	for _, test := range []struct{ name, words, want string }{
		{"to the right", "one two", "one two"},
		{"to the left", "אב גד", "אב גד"},
		{"a number among them", "אב 12 גד", "גד|12|אב"},
		{"words of the other direction", "אב one two גד", "גד|one two|אב"},
		{"a mark at the end", "אב.", ".|אב"},
		{"among words to the right", "one אב two", "one|אב|two"},
		{"a number behind letters to the left", "one אב 12 two", "one|12|אב|two"},
	} {
		t.Run(test.name, func(t *testing.T) {
			whole := built(t, text.Block{Kind: text.Paragraph}, test.words)
			row := flow(whole, 600).Section(1).Rows[0]
			if got := seen(row); got != test.want {
				t.Errorf("%q is seen as %q, want %q", test.words, got, test.want)
			}
		})
	}
}

// A paragraph that is written to the left begins at the right edge, and a list
// has its marks there.
func TestRightEdge(t *testing.T) {
	whole := built(t, text.Block{Kind: text.ListItem, Level: 1, Marker: "•"}, "אב גד")
	laid := flow(whole, 400).Section(1)
	row := laid.Rows[0]
	last := row.Runs[0]
	if !row.Leftward || last.X+last.Width != 400-28 || laid.Labels[0].X < 400-28 {
		t.Errorf("the row %+v, its mark at %v", row, laid.Labels[0].X)
	}
}

// A range that goes over a change of direction covers its words and no others:
// as much as it has letters, wherever they stand.
func TestCoverOfMixedWords(t *testing.T) {
	whole := built(t, text.Block{Kind: text.Paragraph}, "אב one 12 גד two דה")
	f := flow(whole, 600)
	row := f.Section(1).Rows[0]
	for start := 0; start < len(whole.Body); start = whole.NextGrapheme(start) {
		letters := 0
		for end := whole.NextGrapheme(start); end <= len(whole.Body) && letters < 40; end = whole.NextGrapheme(end) {
			letters++
			covered, at := float32(0), []string{}
			for _, reach := range f.Cover(&row, text.Range{Start: start, End: end}) {
				covered += reach.To - reach.From
				at = append(at, fmt.Sprint(reach))
			}
			if covered != float32(letters)*10 {
				t.Fatalf("%d to %d covers %v", start, end, at)
			}
			if end == len(whole.Body) {
				break
			}
		}
	}
}
