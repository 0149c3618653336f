package comparing

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/marks"
	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/compare"
	"cuttings/notes/text"
)

// markLink begins the target of a link to a highlight.
const markLink = "mark:"

// The colours of words that went and of words that came.
const (
	goneColour = string(notes.Red)
	comeColour = string(notes.Green)
)

// writer puts the text of a comparison together: the highlights that lie in
// what changed, then a table of two columns with a line for each paragraph that
// is not the same.
type writer struct {
	body   strings.Builder
	blocks []text.Block
	marks  []reader.Mark
}

// document makes of a comparison what the reading page shows.
func document(c notes.Comparison) (reader.Document, []reader.Mark) {
	var w writer
	changed := 0
	for _, change := range c.Changes {
		if change.Kind != compare.Same {
			changed++
		}
	}
	if len(c.Highlights) > 0 {
		w.block(text.Block{Kind: text.Heading, Level: 2}, lang.X("compare.highlights", "Highlights in what changed"))
		for _, highlight := range c.Highlights {
			w.highlight(highlight, c.Placements[highlight.ID])
		}
	}
	w.block(text.Block{Kind: text.Heading, Level: 2}, lang.XN("compare.changed", "{{.N}} paragraphs are not the same", changed, map[string]any{"N": changed}))
	w.table(c)
	d := reader.Document{
		Key: c.Article.ID.String(), Title: c.Article.Title, Text: text.Text{Body: w.body.String(), Blocks: w.blocks},
		Meta: []reader.MetaRun{{Words: lang.X("compare.between", "What changed from {{.Was}} to {{.Is}}", map[string]any{"Was": captured(c.Old), "Is": captured(c.New)})}},
	}
	return d, w.marks
}

func captured(c notes.Capture) string {
	at := c.Captured.Local()
	return session.Date(at.Format("2006-01-02"), false) + " " + at.Format("15:04")
}

// block adds a block of words.
func (w *writer) block(block text.Block, words string) {
	if len(w.blocks) > 0 {
		w.body.WriteString(text.BlockBreak)
	}
	block.Start = w.body.Len()
	w.body.WriteString(words)
	block.End = w.body.Len()
	w.blocks = append(w.blocks, block)
}

// highlight adds a line that leads to a highlight and says where it went.
func (w *writer) highlight(h notes.Highlight, placement notes.Placement) {
	words := "“" + text.Shorten(h.Exact, 160) + "”"
	said := marks.WayWords(placement)
	if said != "" {
		said = " — " + said
	}
	w.block(text.Block{Kind: text.ListItem, Level: 1, Marker: "•"}, words+said)
	last := &w.blocks[len(w.blocks)-1]
	last.Spans = []text.Span{{
		Range: text.Range{Start: last.Start, End: last.Start + len(words)}, Style: text.Link, Target: markLink + h.ID.String(),
	}}
}

// table adds what is not the same, and how much is between.
func (w *writer) table(c notes.Comparison) {
	w.block(text.Block{Kind: text.Table}, captured(c.Old)+"\t"+captured(c.New))
	same := 0
	line := func(was, is string) (int, int) {
		w.body.WriteByte('\n')
		start := w.body.Len()
		w.body.WriteString(was + "\t")
		second := w.body.Len()
		w.body.WriteString(is)
		return start, second
	}
	unchanged := func() {
		if same > 0 {
			words := lang.XN("compare.same", "{{.N}} paragraphs are the same", same, map[string]any{"N": same})
			line("… "+words, "…")
		}
		same = 0
	}
	for _, change := range c.Changes {
		if change.Kind == compare.Same {
			same++
			continue
		}
		unchanged()
		first, second := line(oneLine(c.Was.Slice(change.Was)), oneLine(c.Is.Slice(change.Is)))
		w.mark(change.Gone, first-change.Was.Start, goneColour)
		w.mark(change.Come, second-change.Is.Start, comeColour)
	}
	unchanged()
	w.blocks[len(w.blocks)-1].End = w.body.Len()
}

// mark colours ranges of a capture's text, which stands so far off.
func (w *writer) mark(ranges []text.Range, off int, colour string) {
	for _, r := range ranges {
		w.marks = append(w.marks, reader.Mark{
			ID: fmt.Sprint(colour, len(w.marks)), Range: text.Range{Start: r.Start + off, End: r.End + off}, Colour: colour,
		})
	}
}

// oneLine makes a cell of a paragraph; every byte stays where it is.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ").Replace
