package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/fold"
	"cuttings/notes/tagger/internal/feature"
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// CanBeGiven reports whether a word of a text that stands with a capital before a
// surname can be a part of the name, also where the capital is that of a sentence:
// "Barack" and "Fort" can, "But" and "President" cannot. In texts that are not English
// only common given names can, since other words are not known.
func CanBeGiven(body, word string) bool {
	folded := fold.String(word)
	in := lists.Of(folded)
	switch first, size := utf8.DecodeRuneInString(word); {
	case !unicode.IsUpper(first) || size == len(word):
		return false
	case in&lists.Given != 0:
		return true
	case in&(lists.Title|lists.Office|lists.Nationality|lists.Country|lists.OrganisationName|lists.Calendar) != 0,
		common[folded], beginners[folded], !mostlyEnglish(body):
		return false
	case in&lists.PlaceWord != 0:
		return true
	}
	m := model()
	if m == nil {
		return false
	}
	switch m.Ordinary[feature.WordKey(word)] {
	case feature.Unknown:
		return !inflected(folded)
	case feature.CapitalMostly:
		return true
	}
	return false
}

// doubleGiven returns people whose given name is two of them with a hyphen between, such
// as Jean-Bertrand Aristide, where the labels, to which such a word is like a formula,
// say no name.
func (d *document) doubleGiven(all []span) (more []span) {
	taken := map[int]bool{}
	for _, n := range all {
		for i := n.first; i <= n.last && n.certainty >= least[n.kind]; i++ {
			taken[i] = true
		}
	}
	for _, s := range d.sentences {
		for i := s.first; i+1 < s.end; i++ {
			surname := d.tokens[i+1].Form
			if !taken[i] && !taken[i+1] && isDoubleGiven(d.word(i)) && (surname == token.Title || surname == token.Mixed) {
				more = append(more, span{i, i + 1, Person, sure})
			}
		}
	}
	return more
}

// isDoubleGiven reports whether a word is a common given name, a hyphen and another name.
func isDoubleGiven(word string) bool {
	first, second, ok := strings.Cut(word, "-")
	capital, _ := utf8.DecodeRuneInString(second)
	return ok && unicode.IsUpper(capital) && !strings.Contains(second, "-") && lists.Of(fold.String(first))&lists.Given != 0
}

// beginners begin sentences, or stand before a surname, and are seldom seen in texts.
var beginners = set(`meanwhile nonetheless nevertheless furthermore moreover elsewhere afterwards afterward henceforth
	thereafter thereupon whereupon likewise mister missus madam maestro billionaire tycoon magnate newcomer mogul veteran
	democrat republican conservative liberal defendant suspect widower millionaire lawmaker policeman policewoman`)

// inflected reports whether a word that is not known has the ending of a verb or an
// adverb: "Quoting Obama", "Unsurprisingly Obama".
func inflected(word string) bool {
	return strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ly")
}

// looked is how many bytes of a text say whether it is English.
const looked = 2000

// mostlyEnglish reports whether the words at the beginning of a text are English, or
// too few to tell.
func mostlyEnglish(body string) bool {
	words, known := 0, 0
	for word := range strings.FieldsSeq(body[:min(len(body), looked)]) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) {
			words++
			if common[word] {
				known++
			}
		}
	}
	return words < fewWords || float64(known) >= englishShare*float64(words)
}
