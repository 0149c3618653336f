// Package when finds dates in English running text, in the words in which
// people write them, and works out which days are meant: "on Saturday", "last
// October", "two days later", "the late 1990s". What is found keeps its place in
// the text, its EDTF date, and how sure it is.
//
// It never asks the clock. What depends on the day of writing is worked out
// from the date it is given, and left open without one.
package when

import (
	"cuttings/notes/edtf"
	"cuttings/notes/when/words"
)

// Found is a date in a text.
type Found struct {
	Start, End int // bytes; without "on", "in" and "the"
	// Date is zero if the words are relative and what they relate to is not
	// known. Where the anchor is uncertain, so is what follows from it. Early,
	// mid and late are intervals with approximate ends; since and until have an
	// open end.
	Date      edtf.Date
	Relative  bool    // its words alone do not say the date
	Certainty float64 // above 0, to 1
}

// How sure it is that a phrase means what was made of it.
const (
	sureWritten  = 1.0  // a whole date
	sureYear     = 0.8  // a number that looks like a year
	sureAnchor   = 0.95 // "yesterday": one step from the anchor
	sureWeekday  = 0.9  // "Saturday": the last one
	sureMonth    = 0.8  // "October": the last one
	sureText     = 0.7  // "two days later": one step from what was said before
	sureFuture   = 0.7  // the next one, since the verb is in the future
	sureFar      = 0.5  // the last one, but nearly a year ago
	sureGuess    = 0.4  // one of two ways to read it
	unsure       = 0.8  // factor: it rests on an uncertain anchor
	sureApart    = 0.6  // factor: "Wednesday" in a text that was perhaps not written in that week
	sureVague    = 0.6  // factor: "several weeks ago"
	leastCertain = 0.05
)

// Find returns the dates in a text, in order, none overlapping another. The
// anchor is the day on which the text was written, or as much of it as is
// known; zero if nothing is. A weekday, or a month without a year, is the last
// at or before the anchor, or the next if its verb is in the future. Where the
// text names the anchor's own day as "Saturday, April 22", it may be of a later
// week, so that another weekday alone is uncertain. The time is in proportion to the length of the text.
func Find(body string, anchor edtf.Date) []Found {
	s := newScan(body, anchor)
	var all []Found
	for i := 0; i < len(s.tokens); {
		p, ok := s.phrase(i)
		if !ok {
			i++
			continue
		}
		all = append(all, s.found(p))
		i = p.end
	}
	return all
}

// scan is a text that is being read.
type scan struct {
	body   string
	tokens []words.Token
	lex    []word // of each token
	anchor anchor
	said   moment // the last date that was found
	any    bool   // there is one
	titled int    // how many bytes the article's title takes in front
	apart  bool   // the text names the anchor's own day by its date, as one does from a distance
}

func newScan(body string, date edtf.Date) *scan {
	s := &scan{body: body, tokens: words.Split(body), anchor: anchorOf(date)}
	s.lex = make([]word, len(s.tokens))
	var buffer words.Buffer
	for i, token := range s.tokens {
		if token.Kind != words.Word {
			continue
		}
		entry := lexicon[string(token.Lower(body, &buffer))]
		if !token.Capital && needsCapital(entry.class) {
			entry = word{}
		}
		s.lex[i] = entry
	}
	return s
}

// needsCapital keeps the verbs may and march, and sat and sun, from being dates.
func needsCapital(c class) bool {
	return c == month || c == monthShort || c == weekday || c == weekdayShort || c == era
}

// is reports whether token i, if there is one, is a word of a class.
func (s *scan) is(i int, c class) bool { return s.class(i) == c && c != other }

func (s *scan) class(i int) class {
	if i < 0 || i >= len(s.lex) {
		return other
	}
	return s.lex[i].class
}

// follows returns i if the token there belongs to the same phrase as the one
// before it, else a number behind the text: no phrase crosses the end of a
// sentence.
func (s *scan) follows(i int) int {
	if i < len(s.tokens) && s.tokens[i].First {
		return len(s.tokens)
	}
	return i
}

func (s *scan) mark(i int, runes ...rune) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	for _, r := range runes {
		if s.tokens[i].Is(r) {
			return true
		}
	}
	return false
}

// number returns the value of token i if it is a number of one to four digits.
func (s *scan) number(i int) (value, digits int, ok bool) {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].Kind != words.Number {
		return 0, 0, false
	}
	text := s.body[s.tokens[i].Start:s.tokens[i].End]
	if len(text) > 4 {
		return 0, 0, false
	}
	for _, c := range []byte(text) {
		value = value*10 + int(c-'0')
	}
	return value, len(text), true
}

// found makes of a phrase what is returned, and remembers its date for those
// that follow.
func (s *scan) found(p phrase) Found {
	f := Found{Start: s.tokens[p.start].Start, End: s.tokens[p.end-1].End, Certainty: leastCertain}
	v, r := s.resolve(p)
	f.Relative = r.relative
	if r.sure == 0 {
		return f
	}
	if f.Date = v.date(); f.Date.IsZero() {
		return f
	}
	f.Certainty = r.sure
	s.said, s.any = v.from, true
	if v.link == closed || v.link == joined && p.a.n > 0 {
		s.said = v.to
	}
	return f
}
