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

// daysApart is how many days sources differ over one event, at most.
const daysApart = 7

// alikeEvents returns events that overlap in time and have a participant or the
// place in common, and a word of their names; and those of one name that says what
// happened, some days apart, if nothing says that they are two.
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
			if b.Date == "" || ok && b.SortDay > int64(latest)+daysApart {
				break // so do those after it
			}
			pair := [2]ID{min(a.ID, b.ID), max(a.ID, b.ID)}
			overlap := !ok || b.SortDay <= int64(latest)
			if overlap && shareSomebody(a, b) && shareWord(a.Title, b.Title) || sameName(a, b) {
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

// shareSomebody reports whether somebody takes part in both events, or what is the place
// of one is that of the other or takes part in it.
func shareSomebody(a, b Entity) bool {
	with := concerned(b)
	return slices.ContainsFunc(concerned(a), func(id ID) bool { return slices.Contains(with, id) })
}

// concerned are the participants of an event and its place.
func concerned(event Entity) []ID {
	var ids []ID
	for _, p := range event.Participants {
		ids = append(ids, p.Entity)
	}
	if event.Place != 0 {
		ids = append(ids, event.Place)
	}
	return ids
}

// sameName reports whether two events have one name and can concern the same.
func sameName(a, b Entity) bool {
	return fold.String(a.Title) == fold.String(b.Title) && tells(a.Title) && (len(concerned(a)) == 0 || len(concerned(b)) == 0 || shareSomebody(a, b))
}

// concernSame reports whether two events of one name and date are one: they concern the
// same, or one concerns nobody that is known and the name says what happened.
func concernSame(a, b Entity) bool {
	return shareSomebody(a, b) || tells(b.Title) && (len(concerned(a)) == 0 || len(concerned(b)) == 0)
}

// tells reports whether the name of an event has several words that say what happened.
// "Protest" alone tells too little.
func tells(name string) bool {
	telling := 0
	for _, word := range strings.Fields(fold.String(name)) {
		if utf8.RuneCountInString(word) >= leastWord {
			telling++
		}
	}
	return telling >= 2
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
