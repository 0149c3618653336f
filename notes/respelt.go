package notes

import (
	"slices"
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
// otherwise than that of exactly one person named in full, and without what is but a
// part of the name of one; and these, where it is plain whose they are.
func takeRespelt(body string, found []tagger.Name, mentions []Mention, titles map[ID]string) ([]tagger.Name, []respelt) {
	persons := map[string]respelt{} // by surname
	whole := map[string]wholeName{} // by whose they are and the words
	add := func(exact string, one respelt) {
		folded := fold.String(exact)
		persons[surnameIn(exact)] = one
		whole[one.Key+" "+folded] = wholeName{one, strings.Fields(folded)}
	}
	for _, name := range found {
		if exact := body[name.Start:name.End]; name.Kind == tagger.Person && strings.Contains(exact, " ") {
			add(exact, respelt{Name: happening.Name{Kind: happening.Person, Key: fold.String(exact), Label: exact}})
		}
	}
	for _, mention := range mentions {
		if mention.Kind == KindPerson && mention.Verdict != Rejected && strings.Contains(mention.Exact, " ") {
			person := happening.Name{Kind: happening.Person, Key: mention.Entity.String(), Label: titles[mention.Entity]}
			add(mention.Exact, respelt{person, mention.Entity})
		}
	}
	kept := found[:0:0]
	var taken []respelt
	next := 0 // of the mentions, which are in order as the names are
	for _, name := range found {
		if name.Kind != tagger.Person {
			kept = append(kept, name)
			continue
		}
		for next < len(mentions) && mentions[next].End <= name.Start {
			next++
		}
		exact := body[name.Start:name.End]
		one, ok := respelling(exact, persons)
		if mentioned := next < len(mentions) && mentions[next].Start < name.End; !ok && !mentioned {
			one, ok = shortened(exact, name.Beside.Title, whole)
		}
		if !ok {
			kept = append(kept, name)
			continue
		}
		if one.Key != "" {
			one.Start, one.End = name.Start, name.End
			taken = append(taken, one)
		}
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

// wholeName is the name of a person in full, by its words.
type wholeName struct {
	respelt
	words []string
}

// ofFirstName are titles that stand before a first name, so that Prince William is
// not the William who is named in full.
var ofFirstName = strings.Fields("prince princess king queen emperor empress pope saint st sir dame lady father sister brother")

// shortened reports whether a name is but a part of that of somebody whom the text
// names in full: William beside "William Ruto", Xi beside "Xi Jinping". The surname of
// one who is not known is left to go along with the full name. It has no key where it
// could be several.
func shortened(exact, title string, whole map[string]wholeName) (one respelt, ok bool) {
	words := strings.Fields(fold.String(exact))
	several := false
	for _, person := range whole {
		at := wordsIn(person.words, words)
		switch {
		case at < 0, len(words) == len(person.words), at == 0 && slices.Contains(ofFirstName, fold.String(strings.Trim(title, "."))):
		case person.entity == 0 && at+len(words) == len(person.words):
			several = true
		default:
			several = several || ok && one.Key != person.Key
			one, ok = person.respelt, true
		}
	}
	if several {
		one = respelt{}
	}
	return one, ok
}

// wordsIn returns where words stand side by side among others, or -1.
func wordsIn(all, words []string) int {
	for at := 0; at+len(words) <= len(all); at++ {
		if slices.Equal(all[at:at+len(words)], words) {
			return at
		}
	}
	return -1
}

func surnameIn(name string) string {
	return fold.String(name[strings.LastIndexByte(name, ' ')+1:])
}
