package query

import (
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// stemmers reduce a word to its stem by the Snowball algorithms, by the first
// part of a BCP 47 language. The stem is a row of letters, not a word.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"da": danish.Stem, "nl": dutch.Stem, "en": english.Stem, "fi": finnish.Stem, "fr": french.Stem, "de": german.Stem,
	"hu": hungarian.Stem, "it": italian.Stem, "no": norwegian.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem,
	"pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem, "es": spanish.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
}

// HasStemmer reports whether words of a language have stems.
func HasStemmer(language string) bool { return stemmers[primary(language)] != nil }

func primary(language string) string {
	first, _, _ := strings.Cut(strings.ToLower(language), "-")
	return first
}

// longestStemmed bounds the words that are stemmed, in bytes.
const longestStemmed = 40

// Stem returns the folded stem of a word of a language; the folded word itself
// for a language without a stemmer.
func Stem(word, language string) string {
	stem := stemmers[primary(language)]
	if stem == nil || len(word) > longestStemmed {
		return foldWord(word)
	}
	env := snowballstem.NewEnv(strings.ToLower(strings.ReplaceAll(word, string(softHyphen), "")))
	stem(env)
	return foldWord(env.Current())
}

// word is the one word of a term as it was typed, without the signs beside it.
func (t Term) word() string {
	for word := range Words(t.Typed) {
		return t.Typed[word.Start:word.End]
	}
	return t.Typed
}

// Stems returns the stems of a typed word in the languages of the archive, each
// once. A word can be its own stem.
func (t Term) Stems(languages []string) []string {
	if t.Quoted || t.Prefix || len(t.Words) != 1 {
		return nil
	}
	var stems []string
	for _, language := range languages {
		stem := Stem(t.word(), language)
		if stem != "" && !slices.Contains(stems, stem) {
			stems = append(stems, stem)
		}
	}
	return stems
}
