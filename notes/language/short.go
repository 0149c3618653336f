package language

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// Small words by which a short text is known to be German. Those that are true are in
// no neighbouring language.
var germanWords = map[string]bool{
	"und": true, "ist": true, "nicht": true, "eine": true, "einen": true, "einem": true, "einer": true, "für": true,
	"auf": true, "von": true, "zum": true, "zur": true, "im": true, "wird": true, "werden": true, "wurde": true,
	"wurden": true, "haben": true, "sich": true, "auch": true, "nach": true, "aus": true, "dass": true, "über": true,
	"durch": true, "sind": true, "oder": true, "mit": true,
	"der": false, "die": false, "das": false, "dem": false, "den": false, "des": false, "ein": false, "am": false,
	"hat": false, "es": false, "er": false, "sie": false, "bei": false, "als": false, "wie": false, "noch": false,
}

// Small words of English. Those that are true are in no neighbouring language.
var englishWords = map[string]bool{
	"the": true, "and": true, "of": true, "was": true, "were": true, "with": true, "that": true, "this": true,
	"from": true, "which": true, "they": true, "their": true, "had": true, "would": true, "there": true, "are": true,
	"to": false, "in": false, "on": false, "at": false, "for": false, "is": false, "he": false, "she": false,
	"it": false, "by": false, "as": false, "not": false, "has": false, "have": false, "be": false, "said": false,
}

// Small words of Russian. Those that are true are in no other language of its alphabet;
// of the others some are Bulgarian or Serbian too.
var russianWords = map[string]bool{
	"что": true, "чтобы": true, "его": true, "это": true, "был": true, "была": true, "были": true, "ещё": true,
	"и": false, "в": false, "на": false, "не": false, "о": false, "об": false, "по": false, "с": false, "со": false,
	"из": false, "как": false, "к": false, "от": false, "за": false, "для": false, "до": false, "он": false, "она": false, "они": false,
}

// The letters of Russian, and those of them that other Slavic languages lack, but for
// Belarusian, which has no и.
const (
	russianLetters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
	russianAlone   = "ыэё"
)

// languageOfWords tells German, English and Russian by their small words and letters, where a
// text is too short to tell languages by its rows of letters: a stem is found only in
// a known language. A wrong language is worse than none, so that others, and what could
// be one of their neighbours, stay unknown. likely is what the rows of letters say.
func languageOfWords(body string, likely whatlanggo.Lang) string {
	body = strings.ToLower(body)
	words := strings.FieldsFunc(body, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case likely == whatlanggo.Deu && isGerman(body, words):
		return "de"
	case isRussian(body, words):
		return "ru"
	case isEnglish(body, words):
		return "en"
	}
	return ""
}

// isGerman asks for two small words, and for one of them, or a letter, that Dutch and
// Danish do not have; and for no letter of Luxembourgish or the North.
func isGerman(body string, words []string) bool {
	known, sure := smallWords(words, germanWords)
	return known >= 2 && (sure || strings.ContainsAny(body, "äöüß")) && !strings.ContainsAny(body, "ëåæø")
}

// isEnglish asks for three small words, one of which no neighbour has, and for letters that
// English words have alone: a name may have others.
func isEnglish(body string, words []string) bool {
	known, sure := smallWords(words, englishWords)
	others := 0
	for _, r := range body {
		if r > unicode.MaxASCII && unicode.IsLetter(r) {
			others++
		}
	}
	return known >= 3 && sure && others*20 <= len(words)
}

// isRussian asks for a small word, for one of them, or a letter, that its neighbours do
// not have, and that its letters are all those of Cyrillic in the text.
func isRussian(body string, words []string) bool {
	for _, r := range body {
		if unicode.Is(unicode.Cyrillic, r) && !strings.ContainsRune(russianLetters, r) {
			return false
		}
	}
	cyrillic := 0
	for _, word := range words {
		if strings.ContainsAny(word, russianLetters) {
			cyrillic++
		}
	}
	known, sure := smallWords(words, russianWords)
	return known >= 1 && cyrillic > len(words)/2 && (sure || strings.ContainsAny(body, russianAlone) && strings.Contains(body, "и"))
}

// smallWords counts those of a language that stand among words, each once, and says
// whether one of them is of no other.
func smallWords(words []string, of map[string]bool) (known int, sure bool) {
	seen := map[string]bool{}
	for _, word := range words {
		if alone, ok := of[word]; ok && !seen[word] {
			seen[word] = true
			known++
			sure = sure || alone
		}
	}
	return known, sure
}
