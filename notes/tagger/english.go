package tagger

import (
	"strings"

	"cuttings/notes/tagger/internal/token"
)

// A stretch is taken for English if at least this share of its small words are
// words that every English text is full of. English has about four in ten,
// other languages that share some of them less than one in twenty.
const englishShare = 0.12

// fewWords is how many small words must be seen before they say what language
// a sentence is in. With fewer, the text as a whole decides.
const fewWords = 10

// english returns the sentences that are written in English, or are too short to
// tell in a text that is. The model was learnt from English and would find names
// everywhere in German.
func english(body string, all [][]token.Token) [][]token.Token {
	words, known := 0, 0
	for _, s := range all {
		w, k := smallWords(body, s)
		words, known = words+w, known+k
	}
	whole := words < fewWords || float64(known) >= englishShare*float64(words)
	kept := all[:0]
	for _, s := range all {
		w, k := smallWords(body, s)
		if w >= fewWords && float64(k) >= englishShare*float64(w) || w < fewWords && whole {
			kept = append(kept, s)
		}
	}
	return kept
}

// smallWords counts the words without a capital in a sentence, those of scripts
// without capitals among them, and how many of them are common in English.
func smallWords(body string, s []token.Token) (words, known int) {
	for _, t := range s {
		if t.Form != token.Lower && t.Form != token.Other {
			continue
		}
		words++
		if common[body[t.Start:t.End]] {
			known++
		}
	}
	return words, known
}

// common are words that English texts are full of and other languages lack.
var common = set(`the of and to is was for with that by from has have had are were be been his her their it its he she
	they not at which who on this you your we our but as an will would can could about after what when where there
	than then them these those or if said into more other my me i do did does out up so no all just`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}
