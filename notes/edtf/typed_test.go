package edtf_test

import (
	"errors"
	"testing"

	"cuttings/notes/edtf"
)

func TestParseTyped(t *testing.T) {
	for in, want := range map[string]string{
		" 2023-04-22 ":                   "2023-04-22",
		"2023":                           "2023",
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
		"between 1964 and 2008":          "1964/2008",
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
		"before March 1938":              "../1938-03",
		"before 1938-03":                 "../1938-03",
		"until 1938":                     "../1938",
		"after 1990":                     "1990/..",
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

func TestTypedFaultsSayWhere(t *testing.T) {
	for in, at := range map[string]int{
		"":                    0,
		"yesterday":           0,
		"22 Appril 2023":      3,
		"22 April":            0,
		"April":               0,
		"22/4/23":             5,
		"22/13/2023":          3,
		"31/2/2023":           0,
		"22 23 April 2023":    3,
		"April May 2023":      6,
		"2022 April 2023":     11,
		"before":              0,
		"15 to":               3,
		"17 to 15 Feb 2023":   0,
		"1938-13":             5,
		"  1938-04-31":        10,
		"31 February 2023":    0,
		"1995s":               0,
		"0 BC":                0,
		"1234567890123456 BC": 0,
		"April 1990s":         0,
		"15":                  0,
		"2023 é":              5,
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
	})
}
