package notes

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes/edtf"
	"cuttings/notes/fold"
)

// Likeness says why two entities may be one.
type Likeness string

// The likenesses, the surest first.
const (
	LikeName     Likeness = "name"     // the same name, but for accents, titles or script
	LikeOrder    Likeness = "order"    // the same words in another order
	LikeSpelling Likeness = "spelling" // a letter or two differ
	LikeInitials Likeness = "initials" // one has initials for words of the other
	LikeSurname  Likeness = "surname"  // one is called by the surname alone
	LikeEvent    Likeness = "event"    // events that fit in time, people and words
)

var surest = []Likeness{LikeName, LikeOrder, LikeSpelling, LikeInitials, LikeSurname, LikeEvent}

// Alike is two entities that may be one, with their IDs, kinds and names. A is the
// older.
type Alike struct {
	A, B    Item
	Why     Likeness
	Company float64 // how far they are named with the same others, from 0 to 1; see weighCompany
}

// Alikes returns pairs of entities of a kind that may be one, the surest first,
// without those that were told apart. Among names that are not wholly the same,
// those that keep the same company come first.
func (n *Notebook) Alikes(ctx context.Context, kind Kind) ([]Alike, error) {
	apart, err := n.apart(ctx)
	if err != nil {
		return nil, err
	}
	n.alike.mu.Lock()
	defer n.alike.mu.Unlock()
	x, err := n.alike.index(ctx, kind, n.Reader)
	if err != nil {
		return nil, err
	}
	toldApart := func(a Alike) bool { return apart[[2]ID{a.A.ID, a.B.ID}] }
	if kind == KindEvent {
		if !n.alike.hasRead {
			if n.alike.events, err = n.alikeEvents(ctx); err != nil {
				return nil, err
			}
			n.alike.hasRead = true
		}
		return slices.DeleteFunc(slices.Clone(n.alike.events), toldApart), nil
	}
	if x == nil {
		return nil, nil
	}
	alikes := slices.DeleteFunc(x.all(), toldApart)
	if err := n.weighCompany(ctx, alikes); err != nil {
		return nil, fmt.Errorf("read who is named with whom: %w", err)
	}
	slices.SortStableFunc(alikes, func(a, b Alike) int { return cmp.Or(a.rank()-b.rank(), cmp.Compare(b.Company, a.Company)) })
	return alikes, ctx.Err()
}

func (n *Notebook) apart(ctx context.Context) (map[[2]ID]bool, error) {
	pairs, err := n.Distinct(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was told apart: %w", err)
	}
	apart := make(map[[2]ID]bool, len(pairs))
	for _, pair := range pairs {
		apart[pair] = true
	}
	return apart, nil
}

// compareAlikes puts the surest first.
func compareAlikes(a, b Alike) int {
	return cmp.Or(slices.Index(surest, a.Why)-slices.Index(surest, b.Why), strings.Compare(a.A.Title, b.A.Title), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
}

// alikeEvents returns events that overlap in time and have a participant or the
// place in common, and a word of their names.
func (n *Notebook) alikeEvents(ctx context.Context) ([]Alike, error) {
	events, err := n.DatedEvents(ctx, TimelineFilter{})
	if err != nil {
		return nil, err
	}
	found := map[[2]ID]Alike{}
	for i, a := range events {
		date, err := edtf.Parse(a.Date)
		if err != nil {
			break // those without a date come last
		}
		latest, ok := date.Latest()
		for _, b := range events[i+1:] {
			if b.Date == "" || ok && b.SortDay > int64(latest) {
				break // so do those after it
			}
			pair := [2]ID{min(a.ID, b.ID), max(a.ID, b.ID)}
			if shareSomebody(a, b) && shareWord(a.Title, b.Title) {
				first, second := a.Item, b.Item
				if first.ID > second.ID {
					first, second = second, first
				}
				found[pair] = Alike{A: first, B: second, Why: LikeEvent}
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return slices.SortedFunc(maps.Values(found), compareAlikes), nil
}

func shareSomebody(a, b Entity) bool {
	if a.Place != 0 && a.Place == b.Place {
		return true
	}
	return slices.ContainsFunc(a.Participants, func(p Participant) bool {
		return slices.ContainsFunc(b.Participants, func(q Participant) bool { return p.Entity == q.Entity })
	})
}

// leastWord is how many letters a word of a title has, at least, that says what
// happened.
const leastWord = 4

func shareWord(a, b string) bool {
	words := strings.Fields(fold.String(b))
	return slices.ContainsFunc(strings.Fields(fold.String(a)), func(word string) bool {
		return utf8.RuneCountInString(word) >= leastWord && slices.Contains(words, word)
	})
}
