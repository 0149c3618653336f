// Package lists knows names and words that tell a name's kind: names of people,
// cities, countries and their adjectives, titles, offices, and the words with
// which names of organisations, places and events begin or end. It decides
// nothing; what membership means is learnt.
package lists

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"strings"
	"sync"

	"cuttings/notes/fold"
)

// Set says in which lists a word or a name stands, a bit a list.
type Set uint32

// The lists.
const (
	People Set = 1 << iota // given names and surnames, together
	Given
	LargeCity
	MiddleCity
	SmallCity
	Country
	Region
	Nationality
	Title
	Office
	OrganisationWord
	OrganisationName
	PlaceWord
	EventWord
	WorkWord
	Calendar
)

// Places are the lists of names of places.
const Places = LargeCity | MiddleCity | SmallCity | Country | Region

// MostWords is how many words the longest name has that is looked for.
const MostWords = 4

// names is written by the command notes/tagger/lists. What it was made from
// stands in CREDITS.md.
//
//go:embed names.bin
var names []byte

// Of returns the lists in which a folded word or name stands.
func Of(folded string) Set { return all()[folded] }

// Longer reports whether a name of several words begins with the folded word,
// so that most words need not be put together with the next.
func Longer(folded string) bool { return beginnings()[folded] }

// Honorific reports whether a word, as written, stands before a person's name
// without being a part of it.
func Honorific(word string) bool { return before()[word] }

var before = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(honorifics) {
		words[word] = true
	}
	return words
})

var all = sync.OnceValue(func() map[string]Set {
	sets := make(map[string]Set, 100_000) // about as many as there are
	add := func(set Set, words []string) {
		for _, word := range words {
			if folded := fold.String(word); folded != "" {
				sets[folded] |= set
			}
		}
	}
	rest := unpack()
	for _, set := range []Set{People, LargeCity, MiddleCity, SmallCity} {
		rest = unfront(rest, func(name string) { sets[name] |= set })
	}
	for _, list := range []struct {
		set   Set
		words string
	}{
		{Given, given},
		{Title, titles},
		{Office, offices},
		{OrganisationWord, organisationWords},
		{OrganisationName, organisationNames},
		{PlaceWord, placeWords},
		{EventWord, eventWords},
		{WorkWord, workWords},
		{Calendar, calendar},
		{Nationality, peoples},
	} {
		add(list.set, strings.Fields(list.words))
	}
	for name := range country {
		add(Country, []string{name})
	}
	for word := range adjective {
		add(Nationality, []string{word, word + "s"})
	}
	add(Region, strings.Split(regions, ","))
	return sets
})

var beginnings = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for name := range all() {
		if first, _, several := strings.Cut(name, " "); several {
			words[first] = true
		}
	}
	return words
})

// unpack returns the file of names as it was before it was compressed. The file
// is part of the program, so it is never broken.
func unpack() string {
	unpacked, err := io.ReadAll(flate.NewReader(bytes.NewReader(names)))
	if err != nil {
		return ""
	}
	return string(unpacked)
}

// unfront reads names up to an empty line, each given as a byte for how much it
// shares with the one before, and the rest of it. It returns what stands behind
// the empty line.
func unfront(packed string, each func(string)) string {
	last := ""
	for {
		line, rest, more := strings.Cut(packed, "\n")
		if packed = rest; line == "" || !more {
			return packed
		}
		last = last[:min(int(line[0]-'A'), len(last))] + line[1:]
		each(last)
	}
}
