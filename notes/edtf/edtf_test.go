package edtf_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"cuttings/notes/edtf"
)

// The examples that the specification of 4 February 2019 gives for levels 0
// and 1 and for the sets of level 2, with the days they span ("" where there is none) and their words.
var published = []struct{ in, earliest, latest, words string }{
	{"1985-04-12", "1985-04-12", "1985-04-12", "12 April 1985"},
	{"1985-04", "1985-04-01", "1985-04-30", "April 1985"},
	{"1985", "1985-01-01", "1985-12-31", "1985"},
	{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30"},
	{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC"},
	{"1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC-04"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC+04:30"},
	{"1964/2008", "1964-01-01", "2008-12-31", "1964–2008"},
	{"2004-06/2006-08", "2004-06-01", "2006-08-31", "June 2004 – August 2006"},
	{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "1 February 2004 – 8 February 2005"},
	{"2004-02-01/2005-02", "2004-02-01", "2005-02-28", "1 February 2004 – February 2005"},
	{"2004-02-01/2005", "2004-02-01", "2005-12-31", "1 February 2004 – 2005"},
	{"2005/2006-02", "2005-01-01", "2006-02-28", "2005 – February 2006"},
	{"Y170000002", "170000002-01-01", "170000002-12-31", "170000002"},
	{"Y-170000002", "-170000002-01-01", "-170000002-12-31", "170000003 BC"},
	{"2001-21", "2001-03-01", "2001-05-31", "spring 2001"},
	{"2001-24", "2001-12-01", "2002-02-28", "winter 2001"},
	{"1984?", "1984-01-01", "1984-12-31", "1984 (uncertain)"},
	{"2004-06~", "2004-06-01", "2004-06-30", "about June 2004"},
	{"2004-06-11%", "2004-06-11", "2004-06-11", "about 11 June 2004 (uncertain)"},
	{"201X", "2010-01-01", "2019-12-31", "2010s"},
	{"20XX", "2000-01-01", "2099-12-31", "2000–2099"},
	{"2004-XX", "2004-01-01", "2004-12-31", "2004, month unknown"},
	{"1985-04-XX", "1985-04-01", "1985-04-30", "April 1985, day unknown"},
	{"1985-XX-XX", "1985-01-01", "1985-12-31", "1985, month and day unknown"},
	{"1985-04-12/..", "1985-04-12", "", "since 12 April 1985"},
	{"1985-04/..", "1985-04-01", "", "since April 1985"},
	{"1985/..", "1985-01-01", "", "since 1985"},
	{"../1985-04-12", "", "1985-04-12", "until 12 April 1985"},
	{"../1985-04", "", "1985-04-30", "until April 1985"},
	{"../1985", "", "1985-12-31", "until 1985"},
	{"1985-04-12/", "1985-04-12", "", "from 12 April 1985, end unknown"},
	{"1985-04/", "1985-04-01", "", "from April 1985, end unknown"},
	{"1985/", "1985-01-01", "", "from 1985, end unknown"},
	{"/1985-04-12", "", "1985-04-12", "until 12 April 1985, start unknown"},
	{"/1985-04", "", "1985-04-30", "until April 1985, start unknown"},
	{"/1985", "", "1985-12-31", "until 1985, start unknown"},
	{"-1985", "-1985-01-01", "-1985-12-31", "1986 BC"},
	{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "1667, 1668 or 1670–1672"},
	{"[..1760-12-03]", "", "1760-12-03", "3 December 1760 or earlier"},
	{"[1760-12..]", "1760-12-01", "", "December 1760 or later"},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01", "", "January 1760, February 1760 or December 1760 or later"},
	{"[1667,1760-12]", "1667-01-01", "1760-12-31", "1667 or December 1760"},
	{"[..1984]", "", "1984-12-31", "1984 or earlier"},
	{"{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", "1667, 1668 and 1670–1672"},
	{"{1960,1961-12}", "1960-01-01", "1961-12-31", "1960 and December 1961"},
	{"{..1984}", "", "1984-12-31", "1984 and earlier"},
	{"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "June 2004, day unknown – 3 July 2004"},
	// The same features together.
	{"196X", "1960-01-01", "1969-12-31", "1960s"},
	{"190X", "1900-01-01", "1909-12-31", "1900–1909"},
	{"{1984..}", "1984-01-01", "", "1984 and later"},
	{"[1984]", "1984-01-01", "1984-12-31", "1984"},
	{"[1930..1938]", "1930-01-01", "1938-12-31", "between 1930 and 1938"},
	{"[1930-03~..1930-04]", "1930-03-01", "1930-04-30", "between about March 1930 and April 1930"},
	{"{1930..1938}", "1930-01-01", "1938-12-31", "each of 1930–1938"},
	{"[1970,1960-05-06,1980?]", "1960-05-06", "1980-12-31", "1970, 6 May 1960 or 1980 (uncertain)"},
	{"[196X,2001-21]", "1960-01-01", "2001-05-31", "1960s or spring 2001"},
	{"[..1760,1770..1772,Y17000]", "", "17000-12-31", "1760 or earlier, 1770–1772 or 17000"},
	{"0079-08-24", "79-08-24", "79-08-24", "24 August AD 79"},
	{"[-0043..0014]", "-43-01-01", "14-12-31", "between 44 BC and AD 14"},
	{"1984~/2004-06", "1984-01-01", "2004-06-30", "about 1984 – June 2004"},
	{"1984?/2004%", "1984-01-01", "2004-12-31", "1984 (uncertain) – about 2004 (uncertain)"},
	{"2011-21/2011-22", "2011-03-01", "2011-08-31", "spring–summer 2011"},
	{"-019X", "-199-01-01", "-190-12-31", "200 BC–191 BC"},
	{"0000", "0-01-01", "0-12-31", "1 BC"},
	{"2023-02-15/2023-02-17", "2023-02-15", "2023-02-17", "15–17 February 2023"},
	{"2023-02-15/2023-03-03", "2023-02-15", "2023-03-03", "15 February – 3 March 2023"},
	{"199X/2004", "1990-01-01", "2004-12-31", "1990s – 2004"},
	{"2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31", "31 December 2016, 23:59:60 UTC"},
}

func day(d edtf.Day, ok bool) string {
	if !ok {
		return ""
	}
	year, month, dayOfMonth := d.Date()
	return fmt.Sprintf("%d-%02d-%02d", year, month, dayOfMonth)
}

func TestPublishedExamples(t *testing.T) {
	for _, example := range published {
		d, err := edtf.Parse(example.in)
		if err != nil {
			t.Errorf("%s: %v", example.in, err)
			continue
		}
		if got := d.String(); got != example.in {
			t.Errorf("%s is written back as %s", example.in, got)
		}
		if got := day(d.Earliest()); got != example.earliest {
			t.Errorf("%s begins on %q, want %q", example.in, got, example.earliest)
		}
		if got := day(d.Latest()); got != example.latest {
			t.Errorf("%s ends on %q, want %q", example.in, got, example.latest)
		}
		if got := d.Words(edtf.English); got != example.words {
			t.Errorf("%s in words: %q, want %q", example.in, got, example.words)
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	for in, at := range map[string]int{
		"":                          0,
		"85":                        2,
		"1985-13":                   5,
		"1985-00":                   5,
		"1985-4":                    5,
		"1985-04-31":                8,
		"1985-02-29":                8,
		"1985-04-00":                8,
		"19850412":                  4,
		"1985-04-12T23:20":          16,
		"1985-04-12T24:00:00":       11,
		"1985-04-12T23:20:30-00":    19,
		"1985-04-12T23:20:30Z?":     20,
		"1985-04T10:00:00":          7,
		"2001-21-03":                7,
		"2001-25":                   5,
		"199X-04":                   4,
		"1XXX":                      3,
		"2004-XX-11":                8,
		"Y2004":                     1,
		"Y017000":                   1,
		"Y17000-04":                 6,
		"Y1234567890123456":         16,
		"-0000":                     0,
		"1985?~":                    5,
		"../..":                     0,
		"/":                         0,
		"2005/2004":                 5,
		"2004/2005/2006":            9,
		"2004-01-01T10:10:10Z/2005": 0,
		"1985-04-12 ":               10,
		"1985\u00e9":                4,
		"196":                       3,
		"[]":                        1,
		"[..]":                      1,
		"[1667":                     5,
		"[1667}":                    6,
		"{1667]":                    6,
		"[1667]?":                   6,
		"[1667]/1670":               6,
		"1660/[1667]":               5,
		"[1667,]":                   6,
		"[,1667]":                   1,
		"[1667,,1668]":              6,
		"[1667, 1668]":              6,
		"[1667/1668]":               5,
		"[1667,..1668]":             6,
		"[1667..,1668]":             5,
		"[..1667..]":                7,
		"[..1667,1668..]":           0,
		"[1667..1666]":              7,
		"[1667..1668-03]":           7,
		"[166X..1670]":              1,
		"[1667-21..1667-22]":        1,
		"[1667-03-XX..]":            1,
		"[1667-13]":                 6,
		"[1667,1668-02-30]":         14,
		"{1985-04-12T10:00:00}":     1,
		"[[1667]]":                  1,
	} {
		_, err := edtf.Parse(in)
		var fault *edtf.SyntaxError
		if !errors.As(err, &fault) {
			t.Errorf("%q: %v, want a SyntaxError", in, err)
		} else if fault.At != at || fault.Sentence == "" || fault.Input != in {
			t.Errorf("%q: fault at %d (%s), want %d", in, fault.At, fault.Sentence, at)
		}
	}
}

func TestUncertainIsNotApproximate(t *testing.T) {
	for in, want := range map[string][2]bool{
		"2021": {}, "2021?": {true, false}, "2021~": {false, true}, "2021%": {true, true},
		"[1667?,1668,1669]": {true, false}, "{1667,1668~,1669}": {false, true}, "[1667,1668%..1669]": {true, true},
		"2020/2021?": {true, false}, "2020~/2021": {false, true}, "2020~/2021?": {true, true}, "../2021~": {false, true},
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]bool{d.Uncertain(), d.Approximate()}; got != want {
			t.Errorf("%s: uncertain, approximate = %v, want %v", in, got, want)
		}
	}
}

func TestShortWords(t *testing.T) {
	for in, want := range map[string]string{
		"2023-04-22": "22 Apr 2023", "2022-10": "Oct 2022", "2023-02-15/2023-02-17": "15–17 Feb 2023",
		"2021-07-07?": "7 Jul 2021?", "2021~": "c. 2021", "../1938-03": "until Mar 1938",
		"1985-04/": "Apr 1985 – ?", "/1985": "? – 1985", "1985-04-XX": "Apr 1985", "2011-21": "spring 2011",
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Words(edtf.EnglishShort); got != want {
			t.Errorf("%s in short: %q, want %q", in, got, want)
		}
	}
}

func TestAnotherLanguage(t *testing.T) {
	german := edtf.English
	german.Months[3], german.Day = "April", "{day}. {month} {year}"
	german.Days, german.Decade = "{from}.–{to}. {month} {year}", "{year}er Jahre"
	for in, want := range map[string]string{
		"2023-04-22": "22. April 2023", "2023-04-22/2023-04-24": "22.–24. April 2023", "199X": "1990er Jahre",
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Words(german); got != want {
			t.Errorf("%s in German: %q, want %q", in, got, want)
		}
	}
}

func TestSortKey(t *testing.T) {
	order := []string{
		"Y-170000002", "-1985", "0000", "../1937-12-30", "/1937", "1938", "1938-03/..", "1938-04-01",
		"199X", "1990-05", "2011-21", "2023-02-15/2023-02-17", "2023-04-22T10:00:00", "Y170000002",
	}
	var keys []int64
	for _, in := range order {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, d.SortKey())
	}
	if !slices.IsSorted(keys) {
		t.Errorf("the keys of %v are out of order: %v", order, keys)
	}
}

func TestNoDate(t *testing.T) {
	var none edtf.Date
	_, first := none.Earliest()
	_, last := none.Latest()
	if !none.IsZero() || first || last || none.String() != "" || none.Words(edtf.English) != "" {
		t.Error("the zero Date says something")
	}
}

// The days agree with those of package time where it reaches, and follow one
// another everywhere.
func TestDaysAgreeWithTime(t *testing.T) {
	for d := edtf.Day(-1_200_000); d < 1_200_000; d += 13 {
		want := time.Unix(int64(d)*86400, 0).UTC()
		year, month, day := d.Date()
		if int(year) != want.Year() || month != int(want.Month()) || day != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, year, month, day, want)
		}
		if back := edtf.DayOf(year, month, day); back != d {
			t.Fatalf("day %d comes back as %d", d, back)
		}
	}
	for _, year := range []int64{-999_999_999_999_999, 999_999_999_999_999} {
		if y, m, d := edtf.DayOf(year, 12, 31).Date(); y != year || m != 12 || d != 31 {
			t.Errorf("the last day of %d is %d-%d-%d", year, y, m, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, example := range published {
		f.Add(example.in)
	}
	f.Add("2004-01-01T10:10:10-00:30")
	f.Add("{2004-02-28,2004-02-29..2005-01-01,Y20000..}")
	f.Fuzz(func(t *testing.T, in string) {
		d, err := edtf.Parse(in)
		if err != nil {
			var fault *edtf.SyntaxError
			if !errors.As(err, &fault) || fault.At < 0 || fault.At > len(in) || fault.Sentence == "" {
				t.Fatalf("%q: a fault without place or sentence: %v", in, err)
			}
			return
		}
		if d.String() != in {
			t.Fatalf("%q is written back as %q", in, d.String())
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Fatalf("%q is not the same when read again: %v", in, err)
		}
		first, begins := d.Earliest()
		last, ends := d.Latest()
		if begins && ends && first > last || !begins && !ends {
			t.Fatalf("%q lasts from %d to %d", in, first, last)
		}
		if begins && d.SortKey() != int64(first) || !begins && d.SortKey() != int64(last) {
			t.Fatalf("%q is sorted by %d, from %d to %d", in, d.SortKey(), first, last)
		}
		if d.Words(edtf.English) == "" || d.Words(edtf.EnglishShort) == "" {
			t.Fatalf("%q has no words", in)
		}
		if begins && ends && d.Within(first, last) < edtf.Possible || d.Overlaps(edtf.NoStart, edtf.NoEnd) == edtf.Impossible {
			t.Fatalf("%q is not within its own days", in)
		}
	})
}
