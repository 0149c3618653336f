package query_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/query"
)

func TestParse(t *testing.T) {
	word := func(w string) query.Term { return query.Term{Words: []string{w}} }
	for _, test := range []struct {
		in   string
		want []query.Group
	}{
		{"", nil},
		{"Haïti police", []query.Group{{Terms: []query.Term{word("haiti"), word("police")}}}},
		{`"navy vessels" -Canada`, []query.Group{{Terms: []query.Term{{Words: []string{"navy", "vessels"}}, {Words: []string{"canada"}, Not: true}}}}},
		{"kenya OR mut*", []query.Group{{Terms: []query.Term{word("kenya")}}, {Terms: []query.Term{{Words: []string{"mut"}, Prefix: true}}}}},
		{"mutua's", []query.Group{{Terms: []query.Term{{Words: []string{"mutua", "s"}}}}}},
		{"-canada", nil},
		{`"unclosed phrase`, []query.Group{{Terms: []query.Term{{Words: []string{"unclosed", "phrase"}}}}}},
		{`NEAR( ) " ' * - --`, []query.Group{{Terms: []query.Term{word("near")}}}},
		{"警察", []query.Group{{Terms: []query.Term{{Words: []string{"警", "察"}}}}}},
	} {
		if diff := cmp.Diff(test.want, query.Parse(test.in).Groups); diff != "" {
			t.Errorf("Parse(%q): %s", test.in, diff)
		}
	}
}

func TestFind(t *testing.T) {
	body := "Moïse met Mutua’s envoy; the navy vessels, the navy’s pride. 海地警察"
	for in, want := range map[string][]string{
		"moise":                {"Moïse"},
		"mutua":                {"Mutua"},
		`"navy vessels" envoy`: {"envoy", "navy vessels"},
		"nav*":                 {"navy", "navy"},
		"警察":                   {"警察"},
		"-navy pride":          {"pride"},
	} {
		var got []string
		for _, r := range query.Parse(in).Find(body, 10) {
			got = append(got, body[r.Start:r.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`a "b c" -d OR e* “x`, "some body b c")
	f.Fuzz(func(t *testing.T, in, body string) {
		q := query.Parse(in)
		for _, group := range q.Groups {
			for _, term := range group.Terms {
				if len(term.Words) == 0 {
					t.Fatal("a term without words")
				}
			}
		}
		for _, r := range q.Find(body, 5) {
			if r.Start >= r.End || r.End > len(body) {
				t.Fatalf("found %v in %d bytes", r, len(body))
			}
		}
	})
}
