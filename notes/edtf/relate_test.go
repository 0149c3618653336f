package edtf_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
)

func TestRelations(t *testing.T) {
	for _, test := range []struct {
		date, other string
		want        edtf.Truth
	}{
		{"1937", "1938", edtf.Certain},
		{"1938", "1938", edtf.Possible},
		{"1938-03-05", "1938-03-05", edtf.Impossible},
		{"1938", "1937", edtf.Impossible},
		{"1938-03-05T10:00:00", "1938-03-05T12:00:00", edtf.Impossible},
		{"1938", "1938-01-01", edtf.Impossible},
		{"1938", "1938-01-02", edtf.Possible},
		{"../1938-03", "1920", edtf.Possible},
		{"/1938-03", "1920", edtf.Impossible},
		{"1939", "../1938", edtf.Impossible},
		{"1914/1918", "1917", edtf.Impossible},
		{"[1914..1918]", "1917", edtf.Possible},
		{"1914/1918", "1918-12-31", edtf.Possible},
		{"1914/1918", "1919", edtf.Certain},
		{"1930", "1938/..", edtf.Certain},
		{"[1930,1940]", "1935", edtf.Possible},
		{"{1930,1940}", "1935", edtf.Impossible},
		{"1935", "{1930,1940}", edtf.Impossible},
		{"1935", "[1930,1940]", edtf.Possible},
		{"1935", "{..1940}", edtf.Impossible},
		{"1935", "[..1940]", edtf.Possible},
		{"193X", "1935-06", edtf.Possible},
		{"1937?", "1938", edtf.Possible},
		{"1937", "1938~", edtf.Possible},
		{"1939~", "1938", edtf.Impossible},
		{"[1936,1937?]", "1938", edtf.Possible},
	} {
		d, other := mustParse(t, test.date), mustParse(t, test.other)
		if got := d.Precedes(other); got != test.want {
			t.Errorf("%s precedes %s: %d, want %d", test.date, test.other, got, test.want)
		}
	}
}

func TestWithinASpan(t *testing.T) {
	for _, test := range []struct {
		date             string
		first, last      int64 // years
		overlaps, within edtf.Truth
	}{
		{"1938", 1938, 1938, edtf.Certain, edtf.Certain},
		{"193X", 1938, 1945, edtf.Possible, edtf.Possible},
		{"193X", 1940, 1945, edtf.Impossible, edtf.Impossible},
		{"1914/1918", 1916, 1916, edtf.Certain, edtf.Impossible},
		{"1914/1918", 1914, 1918, edtf.Certain, edtf.Certain},
		{"1914/1918", 1919, 1930, edtf.Impossible, edtf.Impossible},
		{"1914/", 1920, 1930, edtf.Possible, edtf.Impossible},
		{"1914/..", 1920, 1930, edtf.Possible, edtf.Possible},
		{"[1930,1940]", 1935, 1935, edtf.Impossible, edtf.Impossible},
		{"[1930,1940]", 1935, 1945, edtf.Possible, edtf.Possible},
		{"{1930,1940}", 1935, 1945, edtf.Certain, edtf.Impossible},
		{"{1930..1940}", 1935, 1935, edtf.Certain, edtf.Impossible},
		{"{..1940}", 1900, 1901, edtf.Certain, edtf.Impossible},
		{"1938~", 1938, 1938, edtf.Possible, edtf.Possible},
		{"1938~", 1939, 1939, edtf.Impossible, edtf.Impossible},
		{"1938", 1939, 1937, edtf.Impossible, edtf.Impossible},
	} {
		d := mustParse(t, test.date)
		first, last := edtf.DayOf(test.first, 1, 1), edtf.DayOf(test.last, 12, 31)
		if got := d.Overlaps(first, last); got != test.overlaps {
			t.Errorf("%s overlaps %d–%d: %d, want %d", test.date, test.first, test.last, got, test.overlaps)
		}
		if got := d.Within(first, last); got != test.within {
			t.Errorf("%s within %d–%d: %d, want %d", test.date, test.first, test.last, got, test.within)
		}
	}
	if d := mustParse(t, "{..1940}"); d.Within(edtf.NoStart, edtf.DayOf(1940, 12, 31)) != edtf.Certain {
		t.Error("{..1940} is not within what has no start")
	}
	var none edtf.Date
	some := mustParse(t, "1938")
	if none.Precedes(some)+some.Precedes(none)+none.Overlaps(0, 1)+none.Within(0, 1) != edtf.Impossible {
		t.Error("something is possible of no date")
	}
}

func mustParse(t interface{ Fatalf(string, ...any) }, in string) edtf.Date {
	d, err := edtf.Parse(in)
	if err != nil {
		t.Fatalf("%s: %v", in, err)
	}
	return d
}

// The reference below knows the days of four years by number, from 0. Dates are
// within the two in the middle. What has no bound goes to the edge, which
// nothing else reaches.
const edge = 1460

var newYear2001 = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)

// history is one way in which something can have been: from a day to a day.
type history struct{ first, last int }

// thing is a date and all its histories: each element has one of its own, and
// all elements are true together.
type thing struct {
	text     string
	elements []iter.Seq[history]
}

// unit is a year, month or day and its place among the days.
type unit struct {
	text        string
	first, last int
}

func unitAt(precision, day int) unit {
	at := newYear2001.AddDate(0, 0, day)
	next := func(years, months, days int, layout string, begin time.Time) unit {
		end := begin.AddDate(years, months, days)
		number := func(t time.Time) int { return int(t.Sub(newYear2001).Hours() / 24) }
		return unit{begin.Format(layout), number(begin), number(end) - 1}
	}
	switch precision {
	case 0:
		return next(1, 0, 0, "2006", time.Date(at.Year(), 1, 1, 0, 0, 0, 0, time.UTC))
	case 1:
		return next(0, 1, 0, "2006-01", time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC))
	}
	return next(0, 0, 1, "2006-01-02", at)
}

// unitsBetween are all from one to another, counted one by one.
func unitsBetween(precision int, first, last unit) []unit {
	var units []unit
	for day := first.first; day <= last.last; {
		next := unitAt(precision, day)
		units = append(units, next)
		day = next.last + 1
	}
	return units
}

// histories are all from a day of one span to a day of another.
func histories(starts, ends unit) iter.Seq[history] {
	return func(yield func(history) bool) {
		for first := starts.first; first <= starts.last; first++ {
			for last := max(first, ends.first); last <= ends.last; last++ {
				if !yield(history{first, last}) {
					return
				}
			}
		}
	}
}

// oneOf are the histories of all elements, as those of one.
func oneOf(elements []iter.Seq[history]) []iter.Seq[history] {
	return []iter.Seq[history]{func(yield func(history) bool) {
		for _, element := range elements {
			for h := range element {
				if !yield(h) {
					return
				}
			}
		}
	}}
}

func drawUnit(t *rapid.T, precision int) unit {
	return unitAt(precision, rapid.IntRange(365, 3*365-1).Draw(t, "day"))
}

func drawThing(t *rapid.T) thing {
	kind := rapid.SampledFrom([]string{"single", "interval", "[", "{"}).Draw(t, "kind")
	from := drawUnit(t, rapid.IntRange(0, 2).Draw(t, "precision"))
	before, after := unit{"..", 0, edge}, unit{"..", 0, edge}
	switch kind {
	case "single":
		return thing{from.text, []iter.Seq[history]{histories(from, from)}}
	case "interval":
		to := drawUnit(t, rapid.IntRange(0, 2).Draw(t, "precision of the end"))
		if from.first > to.last {
			from, to = to, from
		}
		switch rapid.IntRange(0, 5).Draw(t, "ends") {
		case 0:
			before.last, after.last = to.last, to.last
			return thing{"../" + to.text, []iter.Seq[history]{histories(before, after)}}
		case 1:
			before.first, after.first = from.first, from.first
			return thing{from.text + "/..", []iter.Seq[history]{histories(before, after)}}
		case 2:
			return thing{"/" + to.text, []iter.Seq[history]{histories(unit{"", 0, edge}, to)}}
		case 3:
			return thing{from.text + "/", []iter.Seq[history]{histories(from, unit{"", 0, edge})}}
		}
		return thing{from.text + "/" + to.text, []iter.Seq[history]{histories(from, to)}}
	}
	return drawSet(t, kind)
}

func drawSet(t *rapid.T, bracket string) thing {
	var texts []string
	var elements []iter.Seq[history]
	openStart := false
	count := rapid.IntRange(1, 3).Draw(t, "members")
	for i := range count {
		precision := rapid.IntRange(0, 2).Draw(t, "precision")
		from, to := drawUnit(t, precision), drawUnit(t, precision)
		if from.first > to.first {
			from, to = to, from
		}
		var units []unit
		switch shape := rapid.IntRange(0, 3).Draw(t, "shape"); {
		case shape == 0 && i == 0:
			openStart = true
			texts = append(texts, ".."+to.text)
			units = append(unitsBetween(precision, unitAt(precision, 0), to), unit{"", 0, 0})
		case shape == 1 && i == count-1 && !openStart:
			texts = append(texts, from.text+"..")
			units = append(unitsBetween(precision, from, unitAt(precision, edge)), unit{"", edge, edge})
		case shape == 2:
			texts = append(texts, from.text+".."+to.text)
			units = unitsBetween(precision, from, to)
		default:
			texts = append(texts, from.text)
			units = []unit{from}
		}
		for _, u := range units {
			elements = append(elements, histories(u, u))
		}
	}
	if bracket == "[" {
		return thing{"[" + strings.Join(texts, ",") + "]", oneOf(elements)}
	}
	return thing{"{" + strings.Join(texts, ",") + "}", elements}
}

// judge is what some and all of the ways say.
func judge(some, all bool) edtf.Truth {
	switch {
	case all:
		return edtf.Certain
	case some:
		return edtf.Possible
	}
	return edtf.Impossible
}

// inSpan looks at every history of every element, and at every combination of
// what these give.
func (x thing) inSpan(first, last int) (overlaps, within edtf.Truth) {
	type outcome [2][2]bool // of overlapping and of being within: seen or not
	reached := outcome{{false, true}, {}}
	number := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	for _, element := range x.elements {
		var of, both outcome
		for h := range element {
			of[number(h.first <= last && h.last >= first)][number(h.first >= first && h.last <= last)] = true
		}
		for i := range 16 {
			a, b, c, d := i&1, i>>1&1, i>>2&1, i>>3
			if reached[a][b] && of[c][d] {
				both[a|c][b&d] = true
			}
		}
		reached = both
	}
	overlaps = judge(reached[1][0] || reached[1][1], !reached[0][0] && !reached[0][1])
	within = judge(reached[0][1] || reached[1][1], !reached[0][0] && !reached[1][0])
	return overlaps, within
}

// outermost returns whether all can have begun, and been over, on each day.
func (x thing) outermost() (firsts, lasts []bool) {
	for _, element := range x.elements {
		begun, over := make([]bool, edge+1), make([]bool, edge+1)
		for h := range element {
			begun[h.first], over[h.last] = true, true
		}
		firsts, lasts = combined(firsts, begun, earlier), combined(lasts, over, later)
	}
	return firsts, lasts
}

func earlier(a, b int) int { return min(a, b) }

func later(a, b int) int { return max(a, b) }

// combined returns what choose gives of every pair of days.
func combined(a, b []bool, choose func(int, int) int) []bool {
	if a == nil {
		return b
	}
	of := make([]bool, edge+1)
	for j := range b {
		for i := range a {
			if !b[j] {
				break
			}
			if a[i] {
				of[choose(i, j)] = true
			}
		}
	}
	return of
}

func (x thing) precedes(other thing) edtf.Truth {
	_, lasts := x.outermost()
	firsts, _ := other.outermost()
	some, all := false, true
	for last := range lasts {
		for first := range firsts {
			if lasts[last] && firsts[first] {
				some, all = some || last < first, all && last < first
			}
		}
	}
	return judge(some, all)
}

func TestRelationsAgreeWithDays(t *testing.T) {
	day := func(number int) edtf.Day { return edtf.DayOf(2001, 1, 1) + edtf.Day(number) }
	rapid.Check(t, func(t *rapid.T) {
		x, other := drawThing(t), drawThing(t)
		d, e := mustParse(t, x.text), mustParse(t, other.text)
		if got, want := d.Precedes(e), x.precedes(other); got != want {
			t.Fatalf("%s precedes %s: %d, want %d", d, e, got, want)
		}
		if d.Precedes(e) == edtf.Certain && e.Precedes(d) != edtf.Impossible {
			t.Fatalf("%s and %s precede one another", d, e)
		}
		first := rapid.IntRange(365, 3*365-1).Draw(t, "first day asked for")
		last := rapid.IntRange(first, 3*365-1).Draw(t, "last day asked for")
		from, to := day(first), day(last)
		switch rapid.IntRange(0, 4).Draw(t, "without bound") {
		case 0:
			first, from = 0, edtf.NoStart
		case 1:
			last, to = edge, edtf.NoEnd
		}
		overlaps, within := x.inSpan(first, last)
		if got := d.Overlaps(from, to); got != overlaps {
			t.Fatalf("%s overlaps %s: %d, want %d", d, fmt.Sprint(first, last), got, overlaps)
		}
		if got := d.Within(from, to); got != within {
			t.Fatalf("%s within %s: %d, want %d", d, fmt.Sprint(first, last), got, within)
		}
		checkMarked(t, d, e, from, to)
	})
}

// checkMarked holds a marked date to what the same date says without a mark.
func checkMarked(t *rapid.T, d, e edtf.Date, from, to edtf.Day) {
	text := d.String()
	mark := rapid.SampledFrom([]string{"?", "~", "%"}).Draw(t, "mark")
	last := strings.LastIndexAny(text, "0123456789") + 1
	marked := mustParse(t, text[:last]+mark+text[last:])
	for _, answers := range [][2]edtf.Truth{
		{marked.Precedes(e), d.Precedes(e)},
		{e.Precedes(marked), e.Precedes(d)},
		{marked.Overlaps(from, to), d.Overlaps(from, to)},
		{marked.Within(from, to), d.Within(from, to)},
	} {
		if answers[0] != min(answers[1], edtf.Possible) {
			t.Fatalf("%s: %d, without the mark %d", marked, answers[0], answers[1])
		}
	}
}

// What is typed, shown and answered agrees: before 1938 can be 1937 and not 1938,
// until 1938 can be either.
func TestOpenIntervalsMeanWhatTheySay(t *testing.T) {
	for _, c := range []struct {
		typed, words   string
		within, beyond string // a date it can be on, and one on which it cannot
	}{
		{"before March 1938", "until February 1938", "1938-02-28", "1938-03-01"},
		{"until March 1938", "until March 1938", "1938-03-31", "1938-04-01"},
		{"after 2011", "since 2012", "2012-01-01", "2011-12-31"},
		{"since 2011", "since 2011", "2011-01-01", "2010-12-31"},
	} {
		d, err := edtf.ParseTyped(c.typed, true)
		if err != nil || d.Words(edtf.English) != c.words {
			t.Errorf("%q is shown as %q (%v), want %q", c.typed, d.Words(edtf.English), err, c.words)
		}
		if again, err := edtf.ParseTyped(d.Words(edtf.English), true); err != nil || again != d {
			t.Errorf("%q shown and typed again is %s (%v), want %s", c.typed, again, err, d)
		}
		for day, want := range map[string]edtf.Truth{c.within: edtf.Possible, c.beyond: edtf.Impossible} {
			on, err := edtf.Parse(day)
			if err != nil {
				t.Fatal(err)
			}
			first, _ := on.Earliest()
			if got := d.Overlaps(first, first); got != want {
				t.Errorf("%q on %s: %v, want %v", c.typed, day, got, want)
			}
		}
		if narrowed := d.Narrowed(); narrowed == d || narrowed.Widened() != d {
			t.Errorf("%s narrowed is %s and widened again %s", d, narrowed, narrowed.Widened())
		}
	}
}
