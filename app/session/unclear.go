package session

import (
	"context"
	"slices"

	"cuttings/notes"
)

// ReviewUnclear is the Section of a Place of Review that holds words which could
// mean several.
const ReviewUnclear = "unclear"

// mostUnclear is how many places are looked at, at least, to count what is
// unclear in each article once.
const mostUnclear = 500

// Unclear returns words that could mean several entities, once for each article
// that they stand in, since what is said of them holds for all of it; at most so
// many, or what is looked at anyhow, and how many there are in all.
func Unclear(ctx context.Context, book *notes.Notebook, most int) (rows []notes.Unclear, total int, err error) {
	places, total, err := book.UnclearPlaces(ctx, 0, max(most, mostUnclear))
	if err != nil {
		return nil, 0, err
	}
	type words struct {
		article notes.ID
		key     string
	}
	seen := map[words]bool{}
	rows = slices.DeleteFunc(slices.Clone(places), func(u notes.Unclear) bool {
		one := words{u.Article, u.Key}
		before := seen[one]
		seen[one] = true
		return before
	})
	return rows, total - len(places) + len(rows), nil
}
