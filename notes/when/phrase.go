package when

import (
	"strings"

	"cuttings/notes/when/words"
)

// phrase is one or two drafts and how they belong together.
type phrase struct {
	start, end int // tokens
	a, b       draft
	link       link
	strict     bool // of open and closed: the date itself is left out
}

// draft is a date as far as its words go.
type draft struct {
	end     int // the token behind it
	shape   shape
	weekday int8
	moment  moment
	dated   bool    // the year is said
	lastDay int8    // "15 to 17 February": the 17th
	heading heading // last, next, the previous
	written heading // of the year: "April last year"
	unit    period
	n       int
	vague   bool // n is a guess, or the order of day and month
	bare    bool // a year that only looks like one
	part    third
	base    *draft // "two days after 22 April"
}

// shape is what a draft is resolved by.
type shape uint8

const (
	calendar shape = iota // weekday, day, month, year, decade
	turn                  // last week, the following month
	step                  // n units from the anchor or from what was said before
	stretch               // the past n units
)

// phrase reads the date that begins at token i, with what stands before it and
// changes its meaning.
func (s *scan) phrase(i int) (phrase, bool) {
	switch s.class(i) {
	case other:
		if !s.isNumber(i) {
			return phrase{}, false
		}
	case from:
		return s.fromTo(i)
	case between:
		return s.pair(i, i+1, and)
	case since:
		return s.bounded(i, open)
	case until:
		return s.bounded(i, closed)
	case before:
		p, ok := s.bounded(i, closed)
		p.strict = true
		return p, ok
	case after:
		p, ok := s.bounded(i, open)
		p.strict = true
		return p, ok
	case in:
		// "in the past three years" and "in October" begin with the words behind.
		return phrase{}, false
	}
	d, ok := s.date(i)
	if !ok {
		return phrase{}, false
	}
	p := phrase{start: i, end: d.end, a: d}
	s.extend(&p)
	return p, true
}

// extend reads the second half of "July 2021 to March 2022" or "1998–2003".
func (s *scan) extend(p *phrase) {
	at := s.follows(p.end)
	dash := s.mark(at, '–', '—', '-')
	if p.a.shape != calendar || p.a.part != 0 || !dash && !s.is(at, to) {
		return
	}
	if dash && p.a.moment.grain() < years && s.tokens[at].Gap == words.Joined && s.mark(at, '—') {
		return // a dash between two thoughts
	}
	b, ok := s.date(s.follows(at + 1))
	if !ok || b.shape != calendar || b.part != 0 || b.moment.grain() != p.a.moment.grain() {
		return
	}
	if !dash && b.moment.month == 0 && b.weekday == 0 {
		return // "1998 to 2003" alone could count anything
	}
	p.b, p.link, p.end = b, joined, b.end
}

// fromTo reads "from 1998 to 2003" and "from July 2021 on". "from" before a
// date alone says nothing of it.
func (s *scan) fromTo(i int) (phrase, bool) {
	if p, ok := s.pair(i, i+1, to, until); ok {
		return p, true
	}
	a, ok := s.date(s.skipThe(i + 1))
	if !ok || !s.is(s.follows(a.end), onwards) && (!s.is(s.follows(a.end), on) || a.shape != calendar) {
		return phrase{}, false
	}
	return phrase{start: i, end: a.end + 1, a: a, link: open}, true
}

// pair reads two dates with one of the given words between them.
func (s *scan) pair(start, i int, separators ...class) (phrase, bool) {
	a, ok := s.date(s.skipThe(i))
	if !ok || a.shape == stretch {
		return phrase{}, false
	}
	if a.lastDay > 0 { // "from 15 to 17 February": both days are read already
		return phrase{start: start, end: a.end, a: a}, true
	}
	at := s.follows(a.end)
	fits := s.mark(at, '–')
	for _, separator := range separators {
		fits = fits || s.is(at, separator)
	}
	if !fits {
		return phrase{}, false
	}
	b, ok := s.date(s.skipThe(at + 1))
	if !ok || b.shape == stretch {
		return phrase{}, false
	}
	return phrase{start: start, end: b.end, a: a, b: b, link: joined}, true
}

// bounded reads "since July 2021". In "since the July 2021 killing" the date
// belongs to the killing, and bounds nothing.
func (s *scan) bounded(i int, link link) (phrase, bool) {
	at := s.skipThe(i + 1)
	d, ok := s.date(at)
	if !ok || d.shape == stretch {
		return phrase{}, false
	}
	if at > i+1 && d.shape == calendar && d.moment.blanks == 0 {
		return phrase{}, false
	}
	return phrase{start: i, end: d.end, a: d, b: d, link: link}, true
}

// skipThe returns the token behind "the", if that is what stands at i.
func (s *scan) skipThe(i int) int {
	i = s.follows(i)
	if s.is(i, the) {
		return s.follows(i + 1)
	}
	return i
}

// date reads one date, with "about" or "late" before it.
func (s *scan) date(i int) (draft, bool) {
	if i >= len(s.tokens) {
		return draft{}, false
	}
	switch s.class(i) {
	case approximate:
		at := s.follows(i + 1)
		if s.mark(at, '.') {
			at = s.follows(at + 1)
		}
		d, ok := s.calendar(s.skipThe(at))
		d.moment.about = true
		return d, ok && d.moment.month == 0 || ok && d.dated
	case part:
		return s.parted(i)
	}
	if d, ok := s.calendar(i); ok {
		return d, true
	}
	return s.relative(i)
}

// nounPart reports whether a part is named by a noun, behind which only "of"
// leads to its whole: "beginning in 1999" is no part of 1999.
func nounPart(word string) bool {
	switch strings.ToLower(word) {
	case "beginning", "start", "middle", "end":
		return true
	}
	return false
}

// parted reads "early 2004", "the end of October", "mid-2011", "late Thursday",
// "earlier this year".
func (s *scan) parted(i int) (draft, bool) {
	third := third(s.lex[i].value)
	at := s.follows(i + 1)
	if s.mark(at, '-', '–') {
		at = s.follows(at + 1)
	} else if s.is(at, of) || (s.is(at, in) || s.is(at, on)) && !nounPart(s.text(i)) {
		at = s.follows(at + 1)
	} else if nounPart(s.text(i)) {
		return draft{}, false // "the end" without "of" ends something else
	}
	at = s.skipThe(at)
	d, ok := s.calendar(at)
	if !ok {
		if d, ok = s.relative(at); !ok || d.shape != turn && d.shape != step {
			return draft{}, false
		}
	}
	d.part = third
	return d, true
}
