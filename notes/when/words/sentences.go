package words

import "strings"

// markSentences sets First. A sentence ends at . ! ? or … if what follows looks
// like the beginning of another, and at the end of a paragraph; not behind an
// abbreviation or an initial.
func markSentences(body string, tokens []Token) {
	first := true
	for i := range tokens {
		if tokens[i].Gap == Paragraph {
			first = true
		}
		if first && !(closes(tokens[i]) && tokens[i].Gap == Joined) {
			tokens[i].First, first = true, false
		}
		if ends(body, tokens, i) {
			first = true
		}
	}
}

// ends reports whether a sentence ends at token i or at the quotation marks and
// brackets that close behind it.
func ends(body string, tokens []Token, i int) bool {
	t := tokens[i]
	if t.Kind != Mark || t.Rune != '.' && t.Rune != '!' && t.Rune != '?' && t.Rune != '…' {
		return false
	}
	next := i + 1
	for next < len(tokens) && tokens[next].Gap == Joined && closes(tokens[next]) {
		next++
	}
	if next == len(tokens) || tokens[next].Gap == Paragraph {
		return true
	}
	following := tokens[next]
	if following.Gap == Joined || following.Kind == Word && !following.Capital {
		return false
	}
	if t.Rune != '.' || i == 0 || tokens[i-1].Kind != Word || t.Gap != Joined {
		return true
	}
	return !shortened(body, tokens[i-1], following)
}

// closes reports whether a mark can stand behind the end of a sentence and
// still belong to it.
func closes(t Token) bool {
	if t.Kind != Mark {
		return false
	}
	switch t.Rune {
	case '"', '\'', '”', '’', '»', ')', ']':
		return true
	}
	return false
}

// shortened reports whether the dot behind a word says that the word is cut
// short, rather than that a sentence ends before the following token.
func shortened(body string, word, following Token) bool {
	var buffer Buffer
	lower := string(word.Lower(body, &buffer))
	if abbreviations[lower] {
		return true
	}
	if len(lower) != 1 || !word.Capital {
		return false
	}
	// "the U.S. The" ends a sentence, "J. Smith" and "U.S. Senate" do not.
	return following.Kind == Word && !starters[string(following.Lower(body, &buffer))]
}

// abbreviations are written with a dot and followed by more of the sentence.
var abbreviations = set(`mr mrs ms dr prof gen sen rep gov st lt col sgt capt cmdr adm maj rev hon fr sr jr vs no
	pres amb supt insp messrs jan feb mar apr aug sept oct nov dec mon tue tues wed thu thurs fri approx ca`)

// starters begin sentences and no names.
var starters = set(`the a an he she it they we i you his her its their our this that these those in on at by for
	from with as but and when while after before if there no not both one some many most all what who why how
	since until during under neither meanwhile however`)

func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(list) {
		all[word] = true
	}
	return all
}
