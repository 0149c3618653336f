package parts

import (
	"strings"

	"cuttings/app/look"
	"cuttings/notes/text"

	"fyne.io/fyne/v2"
	"github.com/rivo/uniseg"
)

// Run is words of a paragraph that look alike.
type Run struct {
	Words  string
	Font   look.Font
	Size   float32             // InterfaceSize if 0
	Colour fyne.ThemeColorName // Text if empty
	Behind fyne.ThemeColorName // a ground behind the words, none if empty
	Tapped func()              // makes the words a link
}

func (r Run) size() float32 {
	if r.Size == 0 {
		return look.InterfaceSize
	}
	return r.Size
}

// piece is a stretch of one run on one line.
type piece struct {
	run      int
	words    string
	x, width float32
}

// line is one laid-out line: its pieces, its top, its height and its baseline
// counted from its top, all in Fyne units.
type line struct {
	pieces              []piece
	y, height, baseline float32
}

// wrapped is a paragraph laid out for a width.
type wrapped struct {
	lines  []line
	width  float32 // of the widest line
	height float32
	cut    bool // whether words were left out
}

// wrap lays runs out in lines no wider than width. Lines break where the
// Unicode line breaking rules allow it, at every "\n", and inside a word only
// where it alone is wider than a line. Beyond most lines (0: any number) the
// rest is left out, and "…" says so. The height of a line is spacing times the
// largest text on it. Where left is true lines begin at the left even if their
// words run to the left.
func wrap(runs []Run, width float32, most int, spacing float32, left bool) wrapped {
	w := wrapper{runs: runs, width: fyne.Max(width, 1), most: most, left: left}
	w.direct()
	w.all()
	return w.finish(spacing)
}

type wrapper struct {
	runs  []Run
	width float32
	most  int
	left  bool

	of       []int      // of which of the paragraph's runs each of runs is a part
	directed []directed // the direction of each; none if all run to the right

	lines []line
	now   []piece
	used  float32 // width of now, with the spaces at its end
	full  bool    // no line may be added any more
	cut   bool    // words were left out
}

// all takes the words of all runs one break opportunity after the other.
func (w *wrapper) all() {
	var all strings.Builder
	ends := make([]int, len(w.runs)) // where each run ends in the text
	for i, r := range w.runs {
		all.WriteString(r.Words)
		ends[i] = all.Len()
	}
	rest, state, run, at := all.String(), -1, 0, 0
	for rest != "" && !w.full {
		var segment string
		var must bool
		segment, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		var parts []piece
		for from := 0; from < len(segment); {
			for ends[run] <= at+from {
				run++
			}
			to := min(len(segment), ends[run]-at)
			parts = append(parts, w.measured(run, strings.TrimRight(segment[from:to], "\r\n")))
			from = to
		}
		at += len(segment)
		w.add(parts)
		if must && rest != "" && text.EndsLine(segment) {
			w.next()
		}
	}
	if len(w.now) > 0 && !w.full {
		w.next()
	}
	w.cut = w.cut || strings.TrimSpace(rest) != ""
}

func (w *wrapper) measured(run int, words string) piece {
	r := w.runs[run]
	return piece{run: run, words: words, width: look.Measure(words, r.Font, r.size()).Width}
}

// add puts one unbreakable segment on the line, or on a new one. Spaces at its
// end may stand beyond the edge.
func (w *wrapper) add(parts []piece) {
	if len(parts) == 0 {
		return
	}
	whole, visible := float32(0), float32(0)
	for i, p := range parts {
		if i == len(parts)-1 {
			visible = whole + w.measured(p.run, strings.TrimRight(p.words, " ")).width
		}
		whole += p.width
	}
	last := w.most > 0 && len(w.lines) == w.most-1 // it takes what fits of a segment that no line could take
	if w.used > 0 && w.used+visible > w.width && (!last || visible <= w.width) {
		w.next()
		if w.full {
			w.cut = true
			return
		}
	}
	if visible > w.width {
		w.chop(parts)
		return
	}
	for _, p := range parts {
		w.put(p)
	}
}

// chop breaks a segment that is wider than a line between its letters.
func (w *wrapper) chop(parts []piece) {
	for _, p := range parts {
		for rest := p.words; rest != ""; {
			if fits := w.fitting(p.run, rest); fits > 0 {
				w.put(w.measured(p.run, rest[:fits]))
				rest = rest[fits:]
				continue
			}
			w.next()
			if w.full {
				w.cut = true
				return
			}
		}
	}
}

// fitting is how many bytes of words fit on the line, in whole letters: at least one
// where there is nothing on it.
func (w *wrapper) fitting(run int, words string) int {
	fits := 0
	for rest, state := words, -1; rest != ""; {
		var letter string
		letter, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end := fits + len(letter)
		if w.used+w.measured(run, words[:end]).width > w.width && (fits > 0 || w.used > 0) {
			break
		}
		fits = end
	}
	return fits
}

// put adds to the line; words of the same run become one piece.
func (w *wrapper) put(p piece) {
	if n := len(w.now); n > 0 && w.now[n-1].run == p.run {
		w.now[n-1].words += p.words
		w.now[n-1].width += p.width
	} else {
		p.x = w.used
		w.now = append(w.now, p)
	}
	w.used += p.width
}

// next ends the line.
func (w *wrapper) next() {
	w.lines = append(w.lines, line{pieces: w.now})
	w.now, w.used = nil, 0
	w.full = w.most > 0 && len(w.lines) == w.most
}

// finish gives the lines their heights, and marks the last where words are missing.
func (w *wrapper) finish(spacing float32) wrapped {
	if w.cut {
		w.ellipsis(&w.lines[len(w.lines)-1])
	}
	done := wrapped{lines: w.lines, cut: w.cut}
	for i := range done.lines {
		l := &done.lines[i]
		l.y = done.height
		w.stand(l, spacing)
		w.turn(l)
		done.height += l.height
		for i := range l.pieces {
			p := &l.pieces[i]
			done.width = fyne.Max(done.width, p.x+p.width)
			p.run = w.source(*p)
		}
	}
	return done
}

// stand gives a line its height and its baseline, by the largest text on it.
func (w *wrapper) stand(l *line, spacing float32) {
	font, size := look.Regular, float32(0)
	for _, p := range l.pieces {
		if r := w.runs[p.run]; r.size() > size {
			font, size = r.Font, r.size()
		}
	}
	if size == 0 {
		size = w.runs[0].size()
	}
	l.height = look.LineHeight(size, spacing)
	l.baseline = (l.height-look.Measure("x", font, size).Height)/2 + look.Baseline(font, size)
}

// ellipsis shortens a line until "…" fits at its end.
func (w *wrapper) ellipsis(l *line) {
	for n := len(l.pieces); n > 0; n = len(l.pieces) {
		p := &l.pieces[n-1]
		r := w.runs[p.run]
		room := w.width - p.x
		words := strings.TrimRight(p.words, " ·") + "…"
		if look.Measure(words, r.Font, r.size()).Width > room {
			words = Ellipsis(words, r.Font, r.size(), room)
		}
		if words != "…" || n == 1 {
			p.words, p.width = words, look.Measure(words, r.Font, r.size()).Width
			return
		}
		l.pieces = l.pieces[:n-1]
	}
}
