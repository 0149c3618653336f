// Package language tells which language a text is in.
package language

import (
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

const (
	// leastWords is the length in bytes below which no language is guessed by its rows
	// of letters alone: headlines and lines are told apart badly.
	leastWords = 200

	// mostWords is the length in bytes that a guess is made from.
	mostWords = 8 << 10
)

// Of returns the language of a text as BCP 47; "" if it is not certain.
func Of(body string) string {
	end := min(len(body), mostWords)
	for end > 0 && end < len(body) && !utf8.RuneStart(body[end]) {
		end--
	}
	info := whatlanggo.Detect(body[:end])
	if len(body) < leastWords || !info.IsReliable() {
		return languageOfWords(body[:end], info.Lang)
	}
	tag, err := language.Parse(info.Lang.Iso6393())
	if err != nil {
		return ""
	}
	if base, _ := tag.Base(); base.String() == "cmn" {
		return "zh"
	}
	return tag.String()
}
