package when

import (
	"strings"

	"cuttings/notes/edtf"
	"cuttings/notes/when/words"
)

// anchor is the day of writing as far as it is known.
type anchor struct {
	ok    bool
	day   edtf.Day // the last that it can be
	grain period
	doubt bool
}

// anchorOf takes from a date what relative words can count from. A date of more
// than a year is no anchor.
func anchorOf(date edtf.Date) anchor {
	from, bounded := date.Earliest()
	to, closed := date.Latest()
	if !bounded || !closed || date.IsZero() {
		return anchor{}
	}
	a := anchor{ok: true, day: to, grain: days, doubt: strings.ContainsAny(date.String(), "?%")}
	if from == to {
		return a
	}
	fromYear, fromMonth, _ := from.Date()
	toYear, toMonth, _ := to.Date()
	switch {
	case fromYear != toYear:
		return anchor{}
	case fromMonth != toMonth:
		a.grain = years
	default:
		a.grain = months
	}
	return a
}

func (a anchor) moment() moment {
	m := momentOf(a.day).upTo(a.grain)
	m.doubt = a.doubt
	return m
}

// tense says where the verb nearest to a date puts it.
type tense uint8

const (
	unsaid tense = iota
	passed
	ahead
)

// How many words before and behind a date its verb is looked for.
const (
	wordsBefore = 24
	wordsBehind = 12
)

// tense returns the tense of the verb that governs the tokens from start to end:
// the nearest before them in their sentence, else the next behind them.
func (s *scan) tense(start, end int) tense {
	for i := start; i > 0 && start-i < wordsBefore && !s.tokens[i].First; i-- {
		if t := s.tenseOf(i - 1); t != unsaid {
			return t
		}
	}
	for i := end; i < len(s.tokens) && i-end < wordsBehind && !s.tokens[i].First; i++ {
		if t := s.tenseOf(i); t != unsaid {
			return t
		}
	}
	return unsaid
}

func (s *scan) tenseOf(i int) tense {
	switch s.class(i) {
	case future:
		return ahead
	case past, spoken:
		return passed
	case other:
		if s.tokens[i].Kind != words.Word {
			return unsaid
		}
		text := s.text(i)
		switch {
		case strings.HasSuffix(text, "'ll") || strings.HasSuffix(text, "’ll"):
			return ahead
		case len(text) > 4 && strings.HasSuffix(text, "ed") && !s.tokens[i].Capital:
			return passed
		}
	}
	return unsaid
}
