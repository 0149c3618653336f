package fold_test

import (
	"testing"
	"unicode/utf8"

	"cuttings/notes/fold"
)

func TestString(t *testing.T) {
	for in, want := range map[string]string{
		"Jovenel Moïse":       "jovenel moise",
		"JOVENEL MOI\u0308SE": "jovenel moise",
		"Call, Mutua–Joly":    "call mutua joly",
		"Kenya’s offer":       "kenyas offer",
		"O'Neill":             "oneill",
		"  A. N.  Mutua ":     "a n mutua",
		"Straße":              "strasse",
		"Łódź":                "lodz",
		"İstanbul":            "istanbul",
		"ﬁnance":              "finance",
		"":                    "",
		"–—":                  "",
		"海地 警察":               "海地 警察",
		"\xff\xfeab":          "ab",
	} {
		if got := fold.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMapPointsBack(t *testing.T) {
	in := "Émile Moïse-Été"
	folded, from := fold.Map(in)
	if folded != "emile moise ete" {
		t.Fatalf("folded to %q", folded)
	}
	for i, want := range map[int]string{0: "É", 8: "ï", 12: "É"} {
		r, _ := utf8.DecodeRuneInString(in[from[i]:])
		if string(r) != want {
			t.Errorf("folded byte %d came from %q, want %q", i, string(r), want)
		}
	}
	if from[len(folded)] != len(in) {
		t.Errorf("the end maps to %d, want %d", from[len(folded)], len(in))
	}
}

func FuzzMap(f *testing.F) {
	for _, seed := range []string{"Jovenel Moïse", "ﬁ’x", "\xff", "a\u0301\u0301b", "İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		folded, from := fold.Map(in)
		if len(from) != len(folded)+1 {
			t.Fatalf("%d offsets for %d bytes", len(from), len(folded))
		}
		last := 0
		for _, at := range from {
			if at < last || at > len(in) {
				t.Fatalf("offset %d after %d in a string of %d", at, last, len(in))
			}
			last = at
		}
		if again := fold.String(folded); again != folded {
			t.Fatalf("folding twice: %q then %q", folded, again)
		}
	})
}
