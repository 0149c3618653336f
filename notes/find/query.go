package find

import (
	"slices"
	"strings"

	"cuttings/notes/fold"
)

// query is what was typed, folded.
type query struct {
	folded string
	words  []string
}

// maxTyped bounds what is read of a query, in bytes, and maxWords its words:
// more is no name.
const (
	maxTyped = 200
	maxWords = 10
)

func newQuery(typed string) query {
	if len(typed) > maxTyped {
		typed = typed[:maxTyped]
	}
	folded := fold.String(typed)
	words := strings.Fields(folded)
	if len(words) > maxWords {
		words = words[:maxWords]
		folded = strings.Join(words, " ")
	}
	return query{folded, words}
}

// titles are words before a name that are not part of it.
var titles = []string{
	"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady", "lord", "dame", "president", "minister", "senator",
	"secretary", "governor", "general", "colonel", "judge", "justice", "king", "queen", "prince", "princess", "pope",
}

// withoutTitles leaves titles out of a query, if there is anything else in it.
func (q query) withoutTitles() (query, bool) {
	words := slices.DeleteFunc(slices.Clone(q.words), func(word string) bool { return slices.Contains(titles, word) })
	if len(words) == 0 || len(words) == len(q.words) {
		return query{}, false
	}
	return query{strings.Join(words, " "), words}, true
}

// maskOf has a bit for each letter and digit in a folded name, so that most
// names that lack a letter are told at a glance.
func maskOf(folded string) uint64 {
	var mask uint64
	for _, r := range folded {
		mask |= bitOf(r)
	}
	return mask
}

func bitOf(r rune) uint64 {
	switch {
	case r == ' ':
		return 0
	case r >= 'a' && r <= 'z':
		return 1 << (r - 'a')
	case r >= '0' && r <= '9':
		return 1 << (26 + r - '0')
	}
	return 1 << (36 + r%28)
}
