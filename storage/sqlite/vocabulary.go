package sqlite

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"cuttings/notes/find"
	"cuttings/storage/postings"
)

// leastLetters is how many letters a word has that can be a misspelling: of one
// with fewer, too much else is as near.
const leastLetters = 3

// mostVariants bounds how many misspellings of a word are looked up.
const mostVariants = 2000

// NearestWords returns words of the archive that are spelt nearly like a folded
// one, the nearest and most used first; none, and true, if it occurs itself.
func (r reader) NearestWords(ctx context.Context, word string, limit int) (nearest []string, occurs bool, err error) {
	err = r.searching(ctx, func(index *postings.Index) error {
		nearest, occurs, err = nearestWords(ctx, index, word, limit)
		return err
	})
	return nearest, occurs, err
}

func nearestWords(ctx context.Context, index *postings.Index, word string, limit int) (nearest []string, occurs bool, err error) {
	if count, err := index.Count(ctx, word); err != nil || count > 0 {
		return nil, count > 0, err
	}
	if utf8.RuneCountInString(word) < leastLetters {
		return nil, false, nil
	}
	type near struct {
		word     string
		distance int
		count    int
	}
	var found []near
	known := map[string]bool{word: true}
	add := func(other string, distance, count int) {
		if count > 0 && !known[other] {
			known[other] = true
			found = append(found, near{other, distance, count})
		}
	}
	// One letter may be wrong anywhere, even the first.
	for i, variant := range variants(word) {
		if i == mostVariants {
			break
		}
		count, err := index.Count(ctx, variant)
		if err != nil {
			return nil, false, err
		}
		add(variant, 1, count)
	}
	// Two, or the end, where the word begins rightly.
	if beginning, ok := beginningOf(word); ok {
		most := find.Tolerance(word)
		err := index.Words(ctx, beginning, func(other string, count int) {
			if far := find.Distance(word, other, most); far <= most {
				add(other, far, count)
			}
		})
		if err != nil {
			return nil, false, err
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	for _, n := range found[:min(len(found), limit)] {
		nearest = append(nearest, n.word)
	}
	return nearest, false, nil
}

// beginningOf is what a word shares with others that are looked through: enough
// letters for them to be few.
func beginningOf(word string) (string, bool) {
	const letters = 2
	at := 0
	for range letters {
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
	}
	return word[:at], at < len(word)
}

// variants are the words that are one letter off: dropped, swapped with the
// next, replaced or added, of those of plain Latin.
func variants(word string) []string {
	letters := []rune(word)
	var all []string
	const alphabet = "abcdefghijklmnopqrstuvwxyz"
	for i := range len(letters) + 1 {
		before, behind := string(letters[:i]), letters[i:]
		if len(behind) > 0 {
			all = append(all, before+string(behind[1:]))
		}
		if len(behind) > 1 {
			all = append(all, before+string(behind[1])+string(behind[0])+string(behind[2:]))
		}
		for _, letter := range alphabet {
			if len(behind) > 0 {
				all = append(all, before+string(letter)+string(behind[1:]))
			}
			all = append(all, before+string(letter)+string(behind))
		}
	}
	return all
}
