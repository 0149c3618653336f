package notes

import (
	"strings"
	"unicode/utf8"

	"cuttings/notes/fold"
	"cuttings/notes/happening"
	"cuttings/notes/tagger"
)

// respelt is a surname alone that is spelt a little otherwise than that of the
// person whom the text names in full: "Mr Henri" beside "Ariel Henry". It is no
// person apart, and no name that is suggested, but takes part in what is told.
type respelt struct {
	happening.Name
	entity ID // zero if the one who is named in full is only suggested
}

// leastRespelt is how many letters a surname has, at least, of which one may be
// another: Wong is not Wang.
const leastRespelt = 5

// takeRespelt returns the names of a text without the surnames that are spelt
// otherwise than that of exactly one person named in full, and these.
func takeRespelt(body string, found []tagger.Name, mentions []Mention, titles map[ID]string) ([]tagger.Name, []respelt) {
	persons := map[string]respelt{} // by surname
	for _, name := range found {
		if exact := body[name.Start:name.End]; name.Kind == tagger.Person && strings.Contains(exact, " ") {
			persons[surnameIn(exact)] = respelt{Name: happening.Name{Kind: happening.Person, Key: fold.String(exact), Label: exact}}
		}
	}
	for _, mention := range mentions {
		if mention.Kind == KindPerson && mention.Verdict != Rejected && strings.Contains(mention.Exact, " ") {
			person := happening.Name{Kind: happening.Person, Key: mention.Entity.String(), Label: titles[mention.Entity]}
			persons[surnameIn(mention.Exact)] = respelt{person, mention.Entity}
		}
	}
	kept := found[:0:0]
	var taken []respelt
	for _, name := range found {
		one, ok := respelling(body[name.Start:name.End], persons)
		if name.Kind != tagger.Person || !ok {
			kept = append(kept, name)
			continue
		}
		one.Start, one.End = name.Start, name.End
		taken = append(taken, one)
	}
	return kept, taken
}

// respelling returns the one person of whose surname a word is another spelling.
func respelling(word string, persons map[string]respelt) (one respelt, ok bool) {
	folded := fold.String(word)
	if strings.Contains(word, " ") || utf8.RuneCountInString(folded) < leastRespelt {
		return one, false
	}
	if _, own := persons[folded]; own {
		return one, false
	}
	for surname, person := range persons {
		if !speltAs(folded, surname) {
			continue
		}
		if ok && one.Key != person.Key {
			return one, false
		}
		one, ok = person, true
	}
	return one, ok
}

func surnameIn(name string) string {
	return fold.String(name[strings.LastIndexByte(name, ' ')+1:])
}
