package parts

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/app/direction"
	"cuttings/notes/text"
)

// asides parts what is said of one thing from what is said of another: each has a
// direction of its own, whatever letters stand beside it.
var asides = regexp.MustCompile(`[ \t]{2,}| · `)

// directed is a stretch of the words of all runs that is written in one direction.
type directed struct {
	direction.Stretch
	leftward bool // its line begins at the right
}

// direct cuts the runs where the direction changes, if any of them has letters
// that run to the left.
func (w *wrapper) direct() {
	var all strings.Builder
	for _, r := range w.runs {
		all.WriteString(r.Words)
	}
	words := all.String()
	if !direction.HasLeftward(words) {
		return
	}
	stretches := directions(words, w.most != 1 && !w.left)
	runs := w.runs
	w.runs = nil
	start, next := 0, 0
	for i, r := range runs {
		for at, end := start, start+len(r.Words); at < end; {
			for stretches[next].End <= at {
				next++
			}
			cut := r
			stop := min(end, stretches[next].End)
			cut.Words = joined(words, at, stop)
			w.runs, w.of, w.directed = append(w.runs, cut), append(w.of, i), append(w.directed, stretches[next])
			at = stop
		}
		start += len(r.Words)
	}
}

// directions returns the stretches of words. A line begins at the right if the
// first thing said on it does; where there is one line only, as in lists, it
// stands where all others do. Levels above 2 are of what runs to the right, or of
// what is within that, in a line that begins at the right.
func directions(words string, several bool) []directed {
	var list []directed
	for start := 0; start < len(words); {
		end := len(words)
		if n := strings.IndexAny(words[start:], "\n\u2028\u2029"); n >= 0 {
			_, size := utf8.DecodeRuneInString(words[start+n:])
			end = start + n + size
		}
		line := words[start:end]
		parts := asides.FindAllStringIndex(line, -1)
		parts = append(parts, []int{len(line), len(line)})
		leftward, at := several && direction.Leftward(line[:parts[0][0]]), 0
		for _, aside := range parts {
			list = append(list, said(line[at:aside[0]], start+at, leftward)...)
			if aside[1] > aside[0] {
				between := text.Range{Start: start + aside[0], End: start + aside[1]}
				list = append(list, directed{direction.Stretch{Range: between, Level: direction.Level(leftward)}, leftward})
			}
			at = aside[1]
		}
		start = end
	}
	return list
}

// said returns the stretches of what is said of one thing, which begin at start,
// on a line that begins at the right if it is leftward.
func said(words string, start int, leftward bool) []directed {
	var list []directed
	own := direction.Leftward(words)
	for _, s := range direction.Stretches(words, own) {
		if s.Start, s.End = s.Start+start, s.End+start; leftward && !own {
			s.Level += 2
		}
		list = append(list, directed{s, leftward})
	}
	return list
}

// turn gives the pieces of a line their places as the eye sees them. They stay in
// the order of the text.
func (w *wrapper) turn(l *line) {
	if len(w.directed) == 0 || len(l.pieces) == 0 {
		return
	}
	if last := &l.pieces[len(l.pieces)-1]; strings.TrimSpace(last.words) != "" {
		*last = w.measured(last.run, strings.TrimRight(last.words, " "))
	}
	var pieces []piece
	var levels []int
	used := float32(0)
	for _, p := range l.pieces {
		level, cuts := w.directed[p.run].Level, []string{p.words}
		if level%2 == 1 {
			cuts = direction.Apart(p.words)
		}
		for _, words := range cuts {
			cut := w.measured(p.run, words)
			if level%2 == 1 && strings.TrimSpace(words) != "" {
				if mirrored := direction.Mirrored(words); mirrored != "" {
					cut.words = mirrored
				}
			}
			pieces, levels = append(pieces, cut), append(levels, level)
			used += cut.width
		}
	}
	x := float32(0)
	if w.directed[l.pieces[0].run].leftward {
		x = max(w.width-used, 0)
	}
	for _, i := range direction.Order(levels) {
		pieces[i].x = x
		x += pieces[i].width
	}
	l.pieces = pieces
}

// source says which of the paragraph's runs a piece is of.
func (w *wrapper) source(p piece) int {
	if len(w.directed) == 0 {
		return p.run
	}
	return w.of[p.run]
}

// zeroWidthJoiner has a letter drawn as if another stood beside it.
const zeroWidthJoiner = "\u200d"

// joined returns the words from start to end as they are drawn apart from their
// neighbours: letters that are written together keep the shape of that.
func joined(words string, start, end int) string {
	part := words[start:end]
	if joins(words[:start], part) {
		part = zeroWidthJoiner + part
	}
	if joins(words[:end], words[end:]) {
		part += zeroWidthJoiner
	}
	return part
}

// joins reports whether the last letter before a place and the first behind it are
// written together.
func joins(before, behind string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(before, func(r rune) bool { return unicode.Is(unicode.Mn, r) }))
	first, _ := utf8.DecodeRuneInString(behind)
	return arabicLetter(last) && arabicLetter(first) && !strings.ContainsRune(endsJoin, last) && first != 'ء'
}

func arabicLetter(r rune) bool { return unicode.IsLetter(r) && unicode.Is(unicode.Arabic, r) }

// endsJoin are the letters that no letter is joined to, as far as Arabic, Persian,
// Urdu and their neighbours have them.
const endsJoin = "ءآأؤإاةدذرزوٱٲٳٵڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙۀۃۄۅۆۇۈۉۊۋۍۏەےۓۮۯ"
