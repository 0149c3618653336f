package sqlite

import (
	"context"
	"slices"
	"strings"

	"cuttings/notes"
)

// set holds items in the order of their IDs, each once.
type set []notes.ID

func (s set) and(other set) set {
	var both set
	for len(s) > 0 && len(other) > 0 {
		switch {
		case s[0] < other[0]:
			s = s[1:]
		case s[0] > other[0]:
			other = other[1:]
		default:
			both = append(both, s[0])
			s, other = s[1:], other[1:]
		}
	}
	return both
}

func (s set) or(other set) set {
	all := make(set, 0, len(s)+len(other))
	for len(s) > 0 && len(other) > 0 {
		switch {
		case s[0] < other[0]:
			all, s = append(all, s[0]), s[1:]
		case s[0] > other[0]:
			all, other = append(all, other[0]), other[1:]
		default:
			all, s, other = append(all, s[0]), s[1:], other[1:]
		}
	}
	return append(append(all, s...), other...)
}

func (s set) without(other set) set {
	var rest set
	for _, id := range s {
		for len(other) > 0 && other[0] < id {
			other = other[1:]
		}
		if len(other) == 0 || other[0] != id {
			rest = append(rest, id)
		}
	}
	return rest
}

// farSmaller is how many times as many items are in a set as in another if it is searched
// for those of the other, and not gone through.
const farSmaller = 16

// common returns how many items are in both sets. Of two sets of very different
// size, the greater is searched for those of the smaller.
func (s set) common(other set) int {
	if len(s) > len(other) {
		s, other = other, s
	}
	count := 0
	if len(s)*farSmaller < len(other) {
		for _, id := range s {
			at, ok := slices.BinarySearch(other, id)
			if ok {
				count++
			}
			other = other[at:]
		}
		return count
	}
	for len(s) > 0 && len(other) > 0 {
		switch {
		case s[0] < other[0]:
			s = s[1:]
		case s[0] > other[0]:
			other = other[1:]
		default:
			count++
			s, other = s[1:], other[1:]
		}
	}
	return count
}

// set asks for items, as a statement's only column id, all in one row: a driver takes
// twice as long for as many rows.
func (r reader) set(ctx context.Context, asked string, values ...any) (set, error) {
	var joined string
	if err := r.row(ctx, `SELECT coalesce(group_concat(id), '') FROM (`+asked+`)`, values...).scan(&joined); err != nil {
		return nil, err
	}
	return setOf(joinedNumbers[notes.ID](joined)), nil
}

// joinedNumbers reads what group_concat made of numbers.
func joinedNumbers[N ~int64](joined string) []N {
	if joined == "" {
		return nil
	}
	found := make([]N, 0, 1+strings.Count(joined, ","))
	var number N
	for i := range len(joined) {
		if joined[i] != ',' {
			number = number*10 + N(joined[i]-'0')
			continue
		}
		found = append(found, number)
		number = 0
	}
	return append(found, number)
}

// setOf puts items in order.
func setOf(ids []notes.ID) set {
	if !slices.IsSorted(ids) {
		slices.Sort(ids)
	}
	return slices.Compact(ids)
}
