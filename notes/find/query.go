package find

import (
	"slices"
	"strings"

	"cuttings/notes/fold"
)

// query is what was typed, folded.
type query struct {
	folded   string
	words    []string
	untitled bool // titles were left out
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
	return query{folded: folded, words: words}
}

// withoutTitles leaves titles out of a query, if there is anything else in it.
func (q query) withoutTitles() (query, bool) {
	words := slices.DeleteFunc(slices.Clone(q.words), isTitle)
	if len(words) == 0 || len(words) == len(q.words) {
		return query{}, false
	}
	return query{strings.Join(words, " "), words, true}, true
}
