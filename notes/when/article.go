package when

import (
	"slices"

	"cuttings/notes/edtf"
)

// Guess is a day on which an article seems to have been written.
type Guess struct {
	Start, End int // bytes of the body, or of the title: the words it was worked out from
	InTitle    bool
	Date       edtf.Date   // a day, marked as uncertain
	Others     []edtf.Date // other days that fit, the latest first
	Certainty  float64
}

const (
	dateline   = 300 // bytes at the beginning and at the end in which a whole date can be the article's own
	mostClues  = 32  // dates without a year that are weighed; the first say enough
	mostOthers = 5
	yearsFit   = 40  // years back from today that are tried
	samePiece  = 330 // days that the dates without a year in one article span at most

	sureDateline = 0.9
	sureOnly     = 0.8 // no other year fits
	sureLatest   = 0.6 // others fit, but further back
)

// whole is a day with its year.
type whole struct {
	Found
	day edtf.Day
}

// clue is a day whose year is not said.
type clue struct {
	Found
	day     moment
	weekday int        // 0 if it is not said
	fits    []edtf.Day // the latest first
}

// ArticleDate works out when an article was written that carries no date, from
// its title and what it says. A date at its beginning is its own if it is used so (see own), or
// if a weekday with its day and month agrees with it. Else a weekday with its day
// and month fits few years: the latest is taken that is not after today and not
// before the dates that the text speaks of as past. The article may be some
// days younger than that day, never older. A day and month without a weekday
// count only if one year alone fits. It is false if nothing leads to a day.
func ArticleDate(title, body string, today edtf.Day) (Guess, bool) {
	headed := title + "\n\n"
	s := newScan(headed+body, edtf.Date{})
	s.titled = len(headed)
	g, ok := s.articleDate(today)
	if g.InTitle = ok && g.Start < len(title); ok && !g.InTitle {
		g.Start, g.End = g.Start-len(headed), g.End-len(headed)
	}
	return g, ok
}

func (s *scan) articleDate(today edtf.Day) (Guess, bool) {
	var clues []clue
	var opening *whole
	lower := edtf.DayOf(earliestYear, 1, 1)
	for i := 0; i < len(s.tokens); {
		p, ok := s.phrase(i)
		if !ok {
			i++
			continue
		}
		i = p.end
		found := s.found(p)
		if day, ok := s.spoken(p, found, today); ok {
			if p.a.moment.day > 0 && p.link == alone {
				if s.own(found) {
					return guess(found, day, nil, sureDateline)
				}
				if opening == nil && found.Start-s.titled < dateline {
					opening = &whole{found, day}
				}
			}
			lower = max(lower, day)
		}
		if s.yearless(p) && len(clues) < mostClues {
			clues = append(clues, clue{Found: found, day: p.a.moment, weekday: int(p.a.weekday)})
		}
	}
	if opening != nil && slices.ContainsFunc(clues, func(c clue) bool { return c.agrees(opening.day) }) {
		return guess(opening.Found, opening.day, nil, sureOnly)
	}
	for i := range clues {
		clues[i].fit(lower, today)
	}
	return choose(clues)
}

// spoken returns the first day of a date that the text speaks of, with its
// year, as something that was.
func (s *scan) spoken(p phrase, found Found, today edtf.Day) (edtf.Day, bool) {
	day, bounded := found.Date.Earliest()
	if !bounded || !p.a.dated || p.link == closed || p.a.moment.blanks > 0 || day > today || s.is(p.start-1, by) {
		return 0, false
	}
	return day, s.tense(p.start, p.end) != ahead
}

// yearless reports whether a phrase is a day without a year, not in the future.
func (s *scan) yearless(p phrase) bool {
	d := p.a
	return p.link == alone && d.shape == calendar && d.moment.day > 0 && d.moment.month > 0 && d.lastDay == 0 &&
		!d.dated && d.written == 0 && s.tense(p.start, p.end) != ahead
}

// fit finds the days from lower to today that a clue can mean.
func (c *clue) fit(lower, today edtf.Day) {
	year, _, _ := today.Date()
	for oldest := year - yearsFit; year >= oldest; year-- {
		m := c.day
		m.year = year
		day := m.number()
		if day < lower {
			return
		}
		if day > today || int(m.day) > lastDay(year, int(m.month)) || c.weekday > 0 && weekdayOf(day) != c.weekday {
			continue
		}
		c.fits = append(c.fits, day)
	}
}

// choose takes the day with which most clues agree, the latest of those.
func choose(clues []clue) (Guess, bool) {
	var best *clue
	var chosen edtf.Day
	most := 0
	for i := range clues {
		c := &clues[i]
		if c.weekday == 0 && len(c.fits) != 1 {
			continue
		}
		for _, day := range c.fits {
			if n := agreeing(clues, day); n > most || n == most && day > chosen {
				best, chosen, most = c, day, n
			}
		}
	}
	if best == nil {
		return Guess{}, false
	}
	others := slices.DeleteFunc(slices.Clone(best.fits), func(day edtf.Day) bool { return day == chosen })
	sure := sureOnly
	if len(others) > 0 {
		sure = sureLatest
	}
	return guess(best.Found, chosen, others[:min(len(others), mostOthers)], sure)
}

// agreeing counts the clues that can mean a day shortly before.
func agreeing(clues []clue, day edtf.Day) int {
	n := 0
	for _, c := range clues {
		if c.weekday > 0 && slices.ContainsFunc(c.fits, func(d edtf.Day) bool { return d <= day && day-d <= samePiece }) {
			n++
		}
	}
	return n
}

func guess(f Found, day edtf.Day, others []edtf.Day, sure float64) (Guess, bool) {
	uncertain := func(day edtf.Day) edtf.Date {
		m := momentOf(day)
		m.doubt = true
		return value{from: m}.date()
	}
	g := Guess{Start: f.Start, End: f.End, Date: uncertain(day), Certainty: sure}
	for _, other := range others {
		g.Others = append(g.Others, uncertain(other))
	}
	return g, true
}
