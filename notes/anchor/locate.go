package anchor

import (
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/text"
)

// maxPlaces bounds the places that Locate returns: nobody reads through more.
const maxPlaces = 1000

// Locate finds a quotation that a person typed or pasted: every place in body
// where its words stand, with its prefix directly before and its suffix
// directly behind where these are given. Only if the words do not stand there as they
// are, runs of white space count as one space, and quotation marks,
// apostrophes and dashes as their plain forms. White space between the words
// and their context may be left out.
//
// With one place the error is nil. With none it is ErrGone. With several it
// is ErrAmbiguous, and the places, at most 1000, are returned too.
func Locate(body string, q Quote) ([]text.Range, error) {
	words := strings.TrimSpace(q.Exact)
	if words == "" {
		return nil, fmt.Errorf("locate a quotation: %w", ErrEmpty)
	}
	fold, want := folded(body), folded(words)
	prefix, suffix := folded(q.Prefix).trimmed(), folded(q.Suffix).trimmed()
	fits := func(r text.Range) bool {
		before := strings.TrimRight(fold.body[:fold.at(r.Start)], " ")
		after := strings.TrimLeft(fold.body[fold.at(r.End):], " ")
		return strings.HasSuffix(before, prefix) && strings.HasPrefix(after, suffix)
	}
	var found []text.Range
	for _, start := range occurrences(body, words, maxOccurrences) {
		if r := (text.Range{Start: start, End: start + len(words)}); fits(r) && len(found) < maxPlaces {
			found = append(found, r)
		}
	}
	if len(found) == 0 {
		for _, start := range occurrences(fold.body, want.body, maxOccurrences) {
			// The words end with no blank, so what follows them in the folded
			// text follows them in the text.
			r := text.Range{Start: fold.from[start], End: fold.from[start+len(want.body)]}
			if fits(r) && len(found) < maxPlaces {
				found = append(found, r)
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("locate a quotation: %w", ErrGone)
	case 1:
		return found, nil
	}
	return found, fmt.Errorf("locate a quotation: %w", ErrAmbiguous)
}

// folding is a text in plain characters, and where they came from.
type folding struct {
	body string
	from []int // by byte of body: the offset in the text; one more for the end
}

func folded(s string) folding {
	var f folding
	out := make([]byte, 0, len(s))
	f.from = make([]int, 0, len(s)+1)
	for at, r := range s {
		r = plain(r)
		if r == ' ' && len(out) > 0 && out[len(out)-1] == ' ' {
			continue
		}
		before := len(out)
		out = append(out, string(r)...)
		for range len(out) - before {
			f.from = append(f.from, at)
		}
	}
	f.from = append(f.from, len(s))
	f.body = string(out)
	return f
}

func (f folding) trimmed() string { return strings.Trim(f.body, " ") }

// at returns the offset in the folded text of an offset in the text.
func (f folding) at(offset int) int {
	i, _ := slices.BinarySearch(f.from, offset)
	return min(i, len(f.body))
}
