package edtf_test

import (
	"errors"
	"strings"
	"testing"

	"cuttings/notes/edtf"
)

func TestParseTyped(t *testing.T) {
	for in, want := range map[string]string{
		" 2023-04-22 ":                   "2023-04-22",
		"2023":                           "2023",
		"20210305":                       "2021-03-05",
		"from 20210305 to 20210412":      "2021-03-05/2021-04-12",
		"about 20210305":                 "2021-03-05~",
		"202103":                         "2021-03",
		"from 202103 to 202112":          "2021-03/2021-12",
		"about 202103":                   "2021-03~",
		"202103 BC":                      "Y-202102",
		"Y202103":                        "Y202103",
		"Y20210305":                      "Y20210305",
		"20210305 BC":                    "Y-20210304",
		"New Year's Eve 2020":            "2020-12-31",
		"New Year’s Day, 2020":           "2020-01-01",
		"Christmas Day 2020":             "2020-12-25",
		"before Christmas Eve 2020":      "../2020-12-23",
		"22 April 2023":                  "2023-04-22",
		"April 22, 2023":                 "2023-04-22",
		"Saturday, 22nd of April 2023":   "2023-04-22",
		"2023 Apr 22":                    "2023-04-22",
		"Apr 2023":                       "2023-04",
		"Sept. 2023":                     "2023-09",
		"22/4/2023":                      "2023-04-22",
		"4/5/2023":                       "2023-05-04",
		"4/22/2023":                      "2023-04-22",
		"22.4.2023":                      "2023-04-22",
		"22-04-2023":                     "2023-04-22",
		"2023/4/5":                       "2023-04-05",
		"4/2023":                         "2023-04",
		"15 to 17 Feb 2023":              "2023-02-15/2023-02-17",
		"15–17 Feb 2023":                 "2023-02-15/2023-02-17",
		"15-17 Feb 2023":                 "2023-02-15/2023-02-17",
		"Feb 15–17, 2023":                "2023-02-15/2023-02-17",
		"15 February – 3 March 2023":     "2023-02-15/2023-03-03",
		"from 15 Feb 2022 to 3 Mar 2023": "2022-02-15/2023-03-03",
		"June–August 2004":               "2004-06/2004-08",
		"1964–2008":                      "1964/2008",
		"1964-2008":                      "1964/2008",
		"between 1964 and 2008":          "[1964..2008]",
		"2023-04-15 - 2023-04-17":        "2023-04-15/2023-04-17",
		"spring–summer 2011":             "2011-21/2011-22",
		"about 15–17 Feb 2023":           "2023-02-15~/2023-02-17~",
		"about 1938":                     "1938~",
		"c. 1938":                        "1938~",
		"ca 1938":                        "1938~",
		"c1938":                          "1938~",
		"~1938":                          "1938~",
		"about 1984 – June 2004":         "1984~/2004-06",
		"7 July 2021 (uncertain)":        "2021-07-07?",
		"7 Jul 2021?":                    "2021-07-07?",
		"about 11 June 2004 (uncertain)": "2004-06-11%",
		"before March 1938":              "../1938-02",
		"before 1938-03":                 "../1938-02",
		"until 1938":                     "../1938",
		"after 1990":                     "1991/..",
		"since about 1990":               "1990~/..",
		"from 1990 on":                   "1990/..",
		"spring 2011":                    "2011-21",
		"Fall 2011":                      "2011-23",
		"the 1990s":                      "199X",
		"1990’s":                         "199X",
		"about the 1990s":                "199X~",
		"1990s to 2004":                  "199X/2004",
		"586 BC":                         "-0585",
		"AD 79":                          "0079",
		"24 August 79 AD":                "0079-08-24",
		"1 BC":                           "0000",
		"12000 BC":                       "Y-11999",

		"[1667, 1668, 1670..1672]":            "[1667,1668,1670..1672]",
		"1938 or 1939":                        "[1938,1939]",
		"1938, 1939, or 1940":                 "[1938,1939,1940]",
		"1667, 1668 or 1670–1672":             "[1667,1668,1670..1672]",
		"5 or 6 March 1938":                   "[1938-03-05,1938-03-06]",
		"March 5, 6 or 7, 1938":               "[1938-03-05,1938-03-06,1938-03-07]",
		"5, 6 and 7 March 1938":               "{1938-03-05,1938-03-06,1938-03-07}",
		"March 5, 1938 or March 8, 1938":      "[1938-03-05,1938-03-08]",
		"28 Feb or 1 Mar 1938":                "[1938-02-28,1938-03-01]",
		"March, April or May 1938":            "[1938-03,1938-04,1938-05]",
		"spring or summer 2011":               "[2011-21,2011-22]",
		"about 5 or 6 March 1938":             "[1938-03-05~,1938-03-06~]",
		"1960 and December 1961":              "{1960,1961-12}",
		"1960 & 1962":                         "{1960,1962}",
		"1984 or earlier":                     "[..1984]",
		"1984 or later":                       "[1984..]",
		"1984 and later":                      "{1984..}",
		"Jan 1760, Feb 1760 or 1761 or later": "[1760-01,1760-02,1761..]",
		"on or before 3 December 1760":        "[..1760-12-03]",
		"by spring 2011":                      "[..2011-05]",
		"no later than the 1990s":             "[..1999]",
		"not before March 1938":               "[1938-03..]",
		"between 1930 and 1938":               "[1930..1938]",
		"sometime between 1930 and 1938":      "[1930..1938]",
		"between about 1930 and 1938":         "[1930~..1938]",
		"between 1930 and March 1938":         "[1930-01..1938-03]",
		"between 5 and 9 March 1938":          "[1938-03-05..1938-03-09]",
		"between the 1990s and 2004":          "[1990..2004]",
		"each of 1930–1938":                   "{1930..1938}",
		"some time in March 1938":             "1938-03",
		"possibly July 2021":                  "2021-07?",
		"after 2004":                          "2005/..",
		"from 1990":                           "1990/..",
		"1990 onwards":                        "1990/..",
		"1990 to present":                     "1990/..",
		"1990 – the present":                  "1990/..",
		"from 1985, end unknown":              "1985/",
		"until April 1985, start unknown":     "/1985-04",
		"April 1985, day unknown":             "1985-04-XX",
		"1985, month and day unknown":         "1985-XX-XX",
		"pre-1938":                            "../1937",
		"prior to March 1938":                 "../1938-02",
		"1938 or so":                          "1938~",
		"about 2004-06":                       "2004-06~",
		"2023 Feb 15 to 17":                   "2023-02-15/2023-02-17",
		"in the year 1938":                    "1938",

		"ABT 1880":                "1880~",
		"abt. 5 Mar 1880":         "1880-03-05~",
		"CAL 1880":                "1880~",
		"Est. Mar 1880":           "1880-03~",
		"BEF 1938":                "../1937",
		"bef. 1938-03":            "../1938-02",
		"AFT 5 MAR 1938":          "1938-03-06/..",
		"BET 1900 AND 1910":       "[1900..1910]",
		"bet. Mar and June 1910":  "[1910-03..1910-06]",
		"FROM 1900 TO 1910":       "1900/1910",
		"TO 1910":                 "../1910",
		"1900–10":                 "1900/1910",
		"1900—10":                 "1900/1910",
		"1900 - 10":               "1900/1910",
		"1900-10":                 "1900-10",
		"1938–9":                  "1938/1939",
		"1938–45":                 "1938/1945",
		"c. 1914–18":              "1914~/1918~",
		"1914–18 (uncertain)":     "1914?/1918?",
		"between 1914 and 18":     "[1914..1918]",
		"1667, 1668 or 1670–72":   "[1667,1668,1670..1672]",
		"Feb 1712/13":             "1713-02",
		"10 Feb 1712/3":           "1713-02-10",
		"24 March 1699/1700":      "1700-03-24",
		"about February 1711/12":  "1712-02~",
		"Jan 1711/12–March 1713":  "1712-01/1713-03",
		"before 10 March 1698/99": "../1699-03-09",
		"the first of March 1938": "1938-03-01",

		"early 2004":                       "2004-01/2004-04~",
		"mid-2011":                         "2011-05~/2011-08~",
		"late 2004":                        "2004-09~/2004-12",
		"end of March 1938":                "1938-03-21~/1938-03-31",
		"early February 1938":              "1938-02-01/1938-02-10~",
		"late 1990s":                       "1997~/1999",
		"the mid 1990s":                    "1994~/1996~",
		"early 1990s":                      "1990/1993~",
		"late winter 2011":                 "2012-02~",
		"1st half of 1938":                 "1938-01/1938-06",
		"first half of 1938":               "1938-01/1938-06",
		"the second half of February 1938": "1938-02-16/1938-02-28",
		"late 1990s to early 2004":         "1997~/2004-04~",
		"before the end of 1938":           "../1938-12",
		"before the beginning of 1938":     "../1937-12",
		"after the start of 1938":          "1938-01/..",
		"after the end of 1938":            "1939-01/..",
		"before late 2004":                 "../2004-08~",
		"until March 1938":                 "../1938-03",
		"since 2011":                       "2011/..",
		"after 2011":                       "2012/..",
		"post-1938":                        "1939/..",
		"after 31 December 1999":           "2000-01-01/..",
		"before about 1 March 2004":        "../2004-02-29~",
		"before the 1990s":                 "../1989",
		"after the 1990s":                  "2000/..",
		"after the 19th century":           "1900/..",
		"before spring 2011":               "../2011-02",
		"after winter 2011":                "2012-03/..",
		"before 1 BC":                      "../-0001",
		"after April 1985, day unknown":    "1985-05/..",
		"19th century":                     "18XX",
		"the nineteenth century":           "18XX",
		"19th c.":                          "18XX",
		"about the 19th century":           "18XX~",
		"5th century BC":                   "-04XX",
		"18th to 19th century":             "17XX/18XX",
		"18th or 19th century":             "[17XX,18XX]",
		"late 19th century":                "1867~/1899",
		"second half of the 19th century":  "1850/1899",
		"late 19th to early 20th century":  "1867~/1933~",
	} {
		d, err := edtf.ParseTyped(in, true)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		} else if d.String() != want {
			t.Errorf("%q is read as %s, want %s", in, d, want)
		}
	}
	if d, err := edtf.ParseTyped("4/5/2023", false); err != nil || d.String() != "2023-04-05" {
		t.Errorf("month first: %s, %v", d, err)
	}
}

// Six digits are a year and a month or nothing.
func TestSixDigits(t *testing.T) {
	for in, words := range map[string]string{"202113": "four digits", "202100": "four digits", "010203": "four digits", "about 220423": "1 to 12", "March 202103": "1 to 12"} {
		if d, err := edtf.ParseTyped(in, true); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q is read as %s, %v", in, d, err)
		}
	}
}

// What a date is in words can be typed again, so that a date in a form may be
// changed a little. Not so where words say as much by another date, or a time.
func TestWordsCanBeTyped(t *testing.T) {
	otherwise := map[string]string{
		"20XX": "2000/2099", "190X": "1900/1909", "-019X": "-0199/-0190", "[1984]": "1984",
	}
	for _, example := range published {
		want := example.in
		if strings.Contains(want, "T") {
			continue
		}
		if other, ok := otherwise[want]; ok {
			want = other
		}
		d, err := edtf.ParseTyped(example.words, true)
		if err != nil {
			t.Errorf("%q: %v", example.words, err)
		} else if d.String() != want {
			t.Errorf("%q is read as %s, want %s", example.words, d, want)
		}
	}
}

func TestTypedFaultsSayWhere(t *testing.T) {
	for in, at := range map[string]int{
		"":                      0,
		"yesterday":             0,
		"22 Appril 2023":        3,
		"20211345":              4,
		"20210005":              4,
		"20210230":              4,
		"about 20211345":        10,
		"5 20210305":            8,
		"Christmas Day":         0,
		"25 Christmas Day 2020": 3,
		"22 April":              0,
		"April":                 0,
		"22/4/23":               5,
		"22/13/2023":            3,
		"31/2/2023":             0,
		"22 23 April 2023":      3,
		"April May 2023":        6,
		"2022 April 2023":       11,
		"before":                0,
		"15 to":                 3,
		"17 to 15 Feb 2023":     0,
		"1938-13":               5,
		"  1938-04-31":          10,
		"31 February 2023":      0,
		"1995s":                 0,
		"0 BC":                  0,
		"1234567890123456 BC":   0,
		"April 1990s":           0,
		"15":                    0,
		"2023 é":                5,

		"October last year":         8,
		"today":                     0,
		"three weeks ago":           12,
		"now":                       0,
		"1938 or":                   5,
		"or 1938":                   0,
		"1938 or 1939 and 1940":     13,
		"1938 or yes":               8,
		"1938 or 39":                8,
		"1938/39":                   7,
		"1910–05":                   0,
		"Feb 1712/14":               9,
		"Feb 1712/3/4":              9,
		"April 1712/13":             11,
		"about 1938-39":             11,
		"the 1900s":                 4,
		"1st century":               0,
		"late 5 March 1938":         0,
		"early late 1938":           6,
		"late April 1990s":          0,
		"between 1930":              0,
		"between 1938 and 1930":     0,
		"first half of spring 1938": 0,
		"  [1667, 1668, 166]":       18,
		"1938, day unknown":         6,
		"1990 –":                    5,
	} {
		d, err := edtf.ParseTyped(in, true)
		var fault *edtf.SyntaxError
		if !errors.As(err, &fault) {
			t.Errorf("%q is read as %s, %v, want a SyntaxError", in, d, err)
		} else if fault.At != at || fault.Sentence == "" {
			t.Errorf("%q: fault at %d (%s), want %d", in, fault.At, fault.Sentence, at)
		}
	}
}

func FuzzParseTyped(f *testing.F) {
	for _, example := range published {
		f.Add(example.words, true)
	}
	f.Add("from 15 Feb to 3/4/2023 (uncertain)", false)
	f.Add("late 18th, 5 or early 20th century BC and later", true)
	f.Add("between 5 and 9 March 1938, day unknown", true)
	f.Add(" { 1960 , 1961-12 } ", true)
	f.Add("c. Ⅻ İ 1990’s", true)
	f.Fuzz(func(t *testing.T, in string, dayFirst bool) {
		d, err := edtf.ParseTyped(in, dayFirst)
		if err != nil {
			var fault *edtf.SyntaxError
			if !errors.As(err, &fault) || fault.At < 0 || fault.At > len(in) || fault.Sentence == "" {
				t.Fatalf("%q: a fault without place or sentence: %v", in, err)
			}
			return
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Fatalf("%q is read as %q, which is no date: %v", in, d, err)
		}
		if again, err := edtf.ParseTyped(d.String(), dayFirst); err != nil || again != d {
			t.Fatalf("%q is read as %q, which is then read as %q: %v", in, d, again, err)
		}
	})
}

func TestOtherReading(t *testing.T) {
	for in, want := range map[string]string{
		"04/05/2023": "2023-04-05", "4.5.2023": "2023-04-05", "from 1/2/2023 to 3/2/2023": "2023-01-02/2023-03-02",
		"22/4/2023": "", "4/4/2023": "", "2023/4/5": "", "4 May 2023": "", "2023-05-04": "", "neither": "",
	} {
		other, ok := edtf.OtherReading(in, true)
		if ok != (want != "") || ok && other.String() != want {
			t.Errorf("%q could also be %q (%v), want %q", in, other, ok, want)
		}
	}
}
