package find_test

import (
	"slices"
	"strings"
	"testing"

	"cuttings/notes/find"
)

// A name is found by the ways in which it is written elsewhere: with other vowels,
// with more letters for one sound, by a part of it where no spaces are written, and
// in Latin letters word by word instead of syllable by syllable.
func TestOtherSpellings(t *testing.T) {
	x := index(append([]find.Candidate{
		{Name: "Chaykovskiy"},
		{Name: "小池百合子"},
		{Name: "北京冬天"},
		{Name: "习近平"},
		{Name: "김정은"},
		{Name: "สมชาย ใจดี"},
		{Name: "Schevchenko"},
		{Name: "Xiaojun Jin"},
		{Name: "Mohair Alliance"},
		{Name: "Meadow Ali"},
	}, people...)...)
	for _, test := range []struct {
		typed, first string
		reason       find.Reason
		marked       string
	}{
		{"mohammed ali", "Muhammad Ali", find.Misspelt, "Muhammad Ali"},
		{"mohamed ali", "Muhammad Ali", find.Misspelt, "Muhammad Ali"},
		{"muhamed", "Muhammad Ali", find.Misspelt, "Muhammad"},
		{"tchaikovsky", "Chaykovskiy", find.Misspelt, "Chaykovskiy"},
		{"tschaykovskiy", "Chaykovskiy", find.Misspelt, "Chaykovskiy"},
		{"shevchenko", "Schevchenko", find.Misspelt, "Schevchenko"},
		{"百合子", "小池百合子", find.WordStarts, "百合子"},
		{"小池", "小池百合子", find.Prefix, "小池"},
		{"정은", "김정은", find.WordStarts, "정은"},
		{"ใจ", "สมชาย ใจดี", find.WordStarts, "ใจ"},
		{"ชาย", "สมชาย ใจดี", find.WordStarts, "ชาย"},
		{"beijing dongtian", "北京冬天", find.Exact, "北京冬天"},
		{"dongtian", "北京冬天", find.WordStarts, "冬天"},
		{"xi jinping", "习近平", find.Exact, "习近平"},
		{"jinping xi", "习近平", find.WordStarts, "习近平"},
		{"xijin", "习近平", find.Prefix, "习近"},
	} {
		matches := x.Find(t.Context(), test.typed, nil, 10)
		if len(matches) == 0 {
			t.Errorf("%s finds nothing", test.typed)
			continue
		}
		var marked []string
		for _, mark := range matches[0].Marks {
			marked = append(marked, matches[0].Shown()[mark.Start:mark.End])
		}
		if m := matches[0]; m.Name != test.first || m.Reason != test.reason || strings.Join(marked, " ") != test.marked {
			t.Errorf("%s finds %q (%d), marked %q", test.typed, m.Name, m.Reason, marked)
		}
	}
	for _, typed := range []string{"子百", "mxhxmxd ali", "xi jinpong"} {
		if matches := x.Find(t.Context(), typed, nil, 10); len(matches) > 0 {
			t.Errorf("%s finds %q", typed, matches[0].Name)
		}
	}
}

// A Latin spelling without its spaces comes before all that is misspelt.
func TestLatinSpellingsComeBeforeMisspellings(t *testing.T) {
	x := index(
		find.Candidate{Name: "Beijng Express Town", Weight: 9}, find.Candidate{Name: "北京"},
		find.Candidate{Name: "Wangwe", Weight: 9}, find.Candidate{Name: "王伟"},
		find.Candidate{Name: "Beijing Hotel", Weight: 9},
	)
	for typed, want := range map[string][]string{
		"beijing":  {"北京", "Beijing Hotel", "Beijng Express Town"},
		"bei jing": {"北京"},
		"beijin":   {"Beijing Hotel", "北京"}, // while it is typed
		"wangwei":  {"王伟", "Wangwe"},
		"wei wang": {"王伟"},
	} {
		var found []string
		for _, match := range x.Find(t.Context(), typed, nil, 10) {
			found = append(found, match.Name)
		}
		if len(found) < len(want) || !slices.Equal(found[:len(want)], want) {
			t.Errorf("%s finds %q, want %q", typed, found, want)
		}
	}
}
