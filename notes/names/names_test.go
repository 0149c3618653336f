package names_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/names"
)

// known are the names that most tests look for.
var known = []names.Name{
	{1, "Alfred Mutua", true},
	{1, "Dr Mutua", true},
	{2, "Jovenel Moïse", true},
	{3, "CARICOM", false},
	{3, "Caribbean Community", false},
	{4, "Haiti", false},
	{5, "World Health Organization", false},
	{5, "WHO", false},
	{6, "Ariel Henry", true},
	{7, "習近平", true},
	{8, "McDonald's", false},
	{9, "Sean O'Brien", true},
	{10, "bell hooks", true},
	{11, "Port-au-Prince", false},
	{12, "Hope", true},
	{13, "Georgia", false},
	{14, "Georgia", true},
	{15, "NATO", false},
	{16, "Michelle Obama", true},
}

func places(found []names.Found) []string {
	var all []string
	for _, f := range found {
		all = append(all, fmt.Sprintf("%d %s", f.Entity, f.Exact))
	}
	return all
}

func TestFind(t *testing.T) {
	m := names.NewMatcher(known)
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"a full name", "Alfred Mutua spoke.", []string{"1 Alfred Mutua"}},
		{"a surname after the full name", "Alfred Mutua spoke. Then Mutua left.", []string{"1 Alfred Mutua", "1 Mutua"}},
		{"a surname before the full name", "Mutua spoke. Alfred Mutua left.", []string{"1 Mutua", "1 Alfred Mutua"}},
		{"a surname alone", "Mutua spoke.", nil},
		{"somebody else of that surname", "Alfred Mutua met John Mutua and Peter Mutua.", []string{"1 Alfred Mutua"}},
		{"a surname that is a first name", "Ariel Henry drove with Henry Ford.", []string{"6 Ariel Henry"}},
		{"somebody else, where a sentence begins", "Michelle Obama came. Barack Obama left.", []string{"16 Michelle Obama"}},
		{"a surname where a sentence begins", "Alfred Mutua came. But Mutua left.", []string{"1 Alfred Mutua", "1 Mutua"}},
		{"a surname in a name of another kind", "Alfred Mutua gave to the Mutua Foundation. Fort Mutua fell.", []string{"1 Alfred Mutua"}},
		{"one name behind a given name", "In all, Bob Hope and Mr Hope. Bob Hope came. But Hope left.", []string{"12 Hope", "12 Hope"}},
		{"a surname behind a day", "Alfred Mutua came. On Saturday Mutua left.", []string{"1 Alfred Mutua", "1 Mutua"}},
		{"a surname behind a title", "Alfred Mutua came. What Minister Mutua wants.", []string{"1 Alfred Mutua", "1 Mutua"}},
		{"an alias with a title", "It was Dr Mutua, or Dr. Mutua.", []string{"1 Dr Mutua", "1 Dr. Mutua"}},
		{"no accents", "The killing of Jovenel Moise and JOVENEL MOÏSE", []string{"2 Jovenel Moise", "2 JOVENEL MOÏSE"}},
		{"a decomposed accent", "Jovenel Moi\u0308se", []string{"2 Jovenel Moi\u0308se"}},
		{"a possessive", "Haiti's police, Haiti’s police, Alfred Mutua's offer", []string{"4 Haiti", "4 Haiti", "1 Alfred Mutua"}},
		{"within a word", "Haitian police", nil},
		{"a name over a line's end", "the Caribbean\nCommunity", []string{"3 Caribbean\nCommunity"}},
		{"a name over a paragraph's end", "the Caribbean\n\nCommunity", nil},
		{"a name over a sentence's end", "in the Caribbean. Community leaders", nil},
		{"a name over a comma", "Alfred, Mutua", nil},
		{"an acronym", "the WHO, but who and Who", []string{"5 WHO"}},
		{"an acronym written as a word", "Nato and Caricom", []string{"15 Nato", "3 Caricom"}},
		{"a common word", "we hope that Hope comes", []string{"12 Hope"}},
		{"a name in lower case", "by bell hooks and Bell Hooks", []string{"10 bell hooks", "10 Bell Hooks"}},
		{"no spaces", "主席習近平說", []string{"7 習近平"}},
		{"a possessive of its own", "at McDonald's and McDonald’s", []string{"8 McDonald's", "8 McDonald’s"}},
		{"an apostrophe", "Sean O’Brien and Sean OBrien", []string{"9 Sean O’Brien", "9 Sean OBrien"}},
		{"hyphens", "Port-au-Prince, Port au Prince", []string{"11 Port-au-Prince", "11 Port au Prince"}},
		{"no words", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, _ := m.Find(test.body)
			if diff := cmp.Diff(test.want, places(found)); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindAmbiguous(t *testing.T) {
	found, unclear := names.NewMatcher(known).Find("In Georgia, Haiti was discussed.")
	if diff := cmp.Diff([]string{"4 Haiti"}, places(found)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]names.Ambiguous{{Start: 3, End: 10, Exact: "Georgia", Entities: []int64{13, 14}, Rule: names.Full}}, unclear); diff != "" {
		t.Error(diff)
	}
}

func TestSharedSurname(t *testing.T) {
	m := names.NewMatcher([]names.Name{{1, "Bill Clinton", true}, {2, "Hillary Clinton", true}})
	found, _ := m.Find("Bill Clinton and Hillary Clinton met. Clinton spoke.")
	if diff := cmp.Diff([]string{"1 Bill Clinton", "2 Hillary Clinton"}, places(found)); diff != "" {
		t.Error(diff)
	}
}

// Where two have one full name, the surname alone could be either, too.
func TestSurnameOfNamesakes(t *testing.T) {
	m := names.NewMatcher([]names.Name{{1, "Alfred Mutua", true}, {2, "Alfred Mutua", true}})
	found, unclear := m.Find("Alfred Mutua spoke. Mutua’s words were few.")
	want := []names.Ambiguous{{Start: 0, End: 12, Exact: "Alfred Mutua", Entities: []int64{1, 2}, Rule: names.Full}, {Start: 20, End: 25, Exact: "Mutua", Entities: []int64{1, 2}, Rule: names.Surname}}
	if diff := cmp.Diff(want, unclear); diff != "" || len(found) > 0 {
		t.Errorf("found %v, unclear:\n%s", found, diff)
	}
}

// Whatever the text, places lie in it, in order, without overlap, and quote it.
func FuzzFind(f *testing.F) {
	for _, body := range []string{"Alfred Mutua's", "習近平", "\xff Haiti\x80", "O'Brien''s", "Dr. Mutua", "é̈̈ Haïti"} {
		f.Add("Alfred Mutua", body)
		f.Add(body, "Haiti "+body)
	}
	f.Fuzz(func(t *testing.T, name, body string) {
		found, unclear := names.NewMatcher(append([]names.Name{{99, name, true}}, known...)).Find(body)
		last := 0
		for _, place := range found {
			if place.Start < last || place.End <= place.Start || place.End > len(body) || body[place.Start:place.End] != place.Exact {
				t.Fatalf("%q in %q: %+v after %d", name, body, place, last)
			}
			last = place.End
		}
		for _, place := range unclear {
			if body[place.Start:place.End] != place.Exact || len(place.Entities) < 2 && !place.Stranger {
				t.Fatalf("%q in %q: %+v", name, body, place)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ka mu ta ri el he no za ven jo mo is be an to ru la di sen go")
	word := func() string {
		var w strings.Builder
		for range 2 + random.IntN(3) {
			w.WriteString(syllables[random.IntN(len(syllables))])
		}
		return strings.ToUpper(w.String()[:1]) + w.String()[1:]
	}
	var all []names.Name
	for i := range 100_000 {
		all = append(all, names.Name{Entity: int64(i + 1), Text: word() + " " + word(), Person: true})
	}
	var body strings.Builder
	for body.Len() < 8<<10 {
		if random.IntN(12) == 0 {
			body.WriteString(all[random.IntN(len(all))].Text + " ")
		} else {
			body.WriteString(strings.ToLower(word()) + " ")
		}
	}
	m := names.NewMatcher(all)
	b.Run("8KB/100000names", func(b *testing.B) {
		b.SetBytes(int64(body.Len()))
		for b.Loop() {
			m.Find(body.String())
		}
	})
	b.Run("build/100000names", func(b *testing.B) {
		for b.Loop() {
			names.NewMatcher(all)
		}
	})
	b.Run("rename/100000names", func(b *testing.B) {
		for b.Loop() {
			renamed := names.Name{Entity: 1, Text: word() + " " + word(), Person: true}
			m.Add(renamed)
			m.Remove(renamed)
		}
	})
}
