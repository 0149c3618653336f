package notes

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes/edtf"
	"cuttings/notes/find"
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

// Alike is two entities that may be one. A is the older.
type Alike struct {
	A, B Item
	Why  Likeness
}

// mostInBlock is how many names with something in common are compared with each
// other: of more, what they have in common says nothing.
const mostInBlock = 150

// Alikes returns pairs of entities of a kind that may be one, the surest first,
// without those that were told apart.
func (n *Notebook) Alikes(ctx context.Context, kind Kind) ([]Alike, error) {
	if kind == KindEvent {
		return n.alikeEvents(ctx)
	}
	apart, err := n.apart(ctx)
	if err != nil {
		return nil, err
	}
	var called []calledName
	err = n.EntityNames(ctx, func(named Named) bool {
		if named.Kind == kind {
			for _, name := range append([]string{named.Title}, named.Aliases...) {
				if c, ok := newCalled(named.Item, name); ok {
					called = append(called, c)
				}
			}
		}
		return ctx.Err() == nil
	})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("read the names of entities: %w", err)
	}
	found := map[[2]ID]Alike{}
	for _, block := range blocks(called) {
		for i, a := range block {
			for _, b := range block[i+1:] {
				compareNames(a, b, kind, apart, found)
			}
		}
	}
	return sortAlikes(found), ctx.Err()
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

// calledName is a name, ready to be compared: its words in Latin letters, without
// titles.
type calledName struct {
	item  Item
	words []string
	whole string
}

// titles are words before a name that say nothing of who it is.
var titles = strings.Fields("dr prof professor mr mrs ms miss sir dame lord lady president minister senator general colonel captain judge king queen prince princess pope bishop")

func newCalled(item Item, name string) (calledName, bool) {
	latin, _ := fold.Latin(name)
	var kept []string
	for _, word := range strings.Fields(strings.NewReplacer(".", " ", ",", " ", "-", " ").Replace(latin)) {
		if !slices.Contains(titles, word) {
			kept = append(kept, word)
		}
	}
	return calledName{item, kept, strings.Join(kept, " ")}, len(kept) > 0
}

// blocks puts names together that share what two names of one entity would: the
// last word, the first letters, all words, the initials.
func blocks(called []calledName) map[string][]calledName {
	all := map[string][]calledName{}
	for _, c := range called {
		sorted := slices.Clone(c.words)
		slices.Sort(sorted)
		last := c.words[len(c.words)-1]
		keys := []string{"last " + last, "words " + strings.Join(sorted, " "), "begins " + beginning(c.whole, 4), "ends " + beginning(last, 3) + c.words[0][:1]}
		slices.Sort(keys)
		for _, key := range slices.Compact(keys) {
			all[key] = append(all[key], c)
		}
	}
	for key, block := range all {
		if len(block) > mostInBlock {
			delete(all, key)
		}
	}
	return all
}

func beginning(word string, letters int) string {
	for i := range word {
		if letters == 0 {
			return word[:i]
		}
		letters--
	}
	return word
}

func compareNames(a, b calledName, kind Kind, apart map[[2]ID]bool, found map[[2]ID]Alike) {
	if a.item.ID == b.item.ID {
		return
	}
	if a.item.ID > b.item.ID {
		a, b = b, a
	}
	pair := [2]ID{a.item.ID, b.item.ID}
	why := likeness(a, b, kind)
	if why == "" || apart[pair] {
		return
	}
	if before, ok := found[pair]; !ok || slices.Index(surest, why) < slices.Index(surest, before.Why) {
		found[pair] = Alike{a.item, b.item, why}
	}
}

// likeness says why two names may be one entity's; "" if nothing says so.
func likeness(a, b calledName, kind Kind) Likeness {
	if a.whole == b.whole {
		return LikeName
	}
	x, y := slices.Clone(a.words), slices.Clone(b.words)
	slices.Sort(x)
	slices.Sort(y)
	if slices.Equal(x, y) {
		return LikeOrder
	}
	if spelt(a, b) {
		return LikeSpelling
	}
	if kind != KindPerson || a.words[len(a.words)-1] != b.words[len(b.words)-1] {
		return ""
	}
	if len(a.words) == 1 || len(b.words) == 1 {
		return LikeSurname
	}
	if initialled(a.words, b.words) || initialled(b.words, a.words) {
		return LikeInitials
	}
	return ""
}

// leastSpelt is how many letters a name has, at least, of which one may differ:
// among shorter ones, most are nearly alike.
const leastSpelt = 6

// leastLong is how many letters a name has, at least, of which two may differ:
// a given name and a surname, mostly.
const leastLong = 10

// spelt reports whether names are one but for a letter, or two in a long name,
// and no word is another one altogether.
func spelt(a, b calledName) bool {
	shorter := min(utf8.RuneCountInString(a.whole), utf8.RuneCountInString(b.whole))
	if len(a.words) != len(b.words) || shorter < leastSpelt {
		return false
	}
	allowed := 1
	if shorter >= leastLong {
		allowed = 2
	}
	differ := 0
	for i := range a.words {
		if a.words[i] != b.words[i] {
			differ++
		}
	}
	for i := range a.words {
		most := find.Tolerance(a.words[i])
		if differ == 1 && min(utf8.RuneCountInString(a.words[i]), utf8.RuneCountInString(b.words[i])) >= leastSpelt {
			most = allowed // all else is the same: Melanie and Melany Joly
		}
		if find.Distance(a.words[i], b.words[i], most+1) > most {
			return false
		}
	}
	return find.Distance(a.whole, b.whole, allowed+1) <= allowed
}

// initialled reports whether the first words of one name are initials of the
// other's.
func initialled(short, long []string) bool {
	if len(short) > len(long) {
		return false
	}
	initials := 0
	for i, word := range short[:len(short)-1] {
		switch {
		case word == long[i]:
		case utf8.RuneCountInString(word) == 1 && strings.HasPrefix(long[i], word):
			initials++
		default:
			return false
		}
	}
	return initials > 0 || len(short) < len(long)
}

func sortAlikes(found map[[2]ID]Alike) []Alike {
	alikes := make([]Alike, 0, len(found))
	for _, alike := range found {
		alikes = append(alikes, alike)
	}
	slices.SortFunc(alikes, func(a, b Alike) int {
		return cmp.Or(slices.Index(surest, a.Why)-slices.Index(surest, b.Why), strings.Compare(a.A.Title, b.A.Title), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return alikes
}

// alikeEvents returns events that overlap in time and have a participant or the
// place in common, and a word of their names.
func (n *Notebook) alikeEvents(ctx context.Context) ([]Alike, error) {
	apart, err := n.apart(ctx)
	if err != nil {
		return nil, err
	}
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
			if !apart[pair] && shareSomebody(a, b) && shareWord(a.Title, b.Title) {
				first, second := a.Item, b.Item
				if first.ID > second.ID {
					first, second = second, first
				}
				found[pair] = Alike{first, second, LikeEvent}
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return sortAlikes(found), nil
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
