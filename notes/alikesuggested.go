package notes

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes/find"
)

// AlikeName is a suggested name that may be a known entity's, in another spelling
// or in short. AcceptAs makes it an alias; DecideForGood with Rejected remembers
// that it is somebody else's.
type AlikeName struct {
	Name    SuggestedName
	Known   Item
	Why     Likeness
	Company float64 // as for Alike
}

// mostCompared is how many of the suggested names, those in most articles first,
// are compared with the known ones.
const mostCompared = 1000

// likely is a suggested name with the known names that are like it, by the places of
// their entities, and who is named where it stands.
type likely struct {
	SuggestedName
	called  calledName
	shares  []uint32
	like    map[int32]Likeness
	company []ID
	in      []ID // the articles of that; nil if nobody asked yet
}

// AlikeNames returns the suggested names of a kind that may be those of known
// entities, the surest first. A surname alone says little, so that it is returned
// only where it keeps the company of the one who has it.
func (n *Notebook) AlikeNames(ctx context.Context, kind Kind) ([]AlikeName, error) {
	rulings, err := n.AllRulings(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was said of names: %w", err)
	}
	n.alike.mu.Lock()
	defer n.alike.mu.Unlock()
	x, err := n.alike.index(ctx, kind, n.Reader)
	if err != nil || x == nil {
		return nil, err
	}
	if err := x.expect(ctx, n.Reader); err != nil {
		return nil, fmt.Errorf("read the suggested names: %w", err)
	}
	var all []AlikeName
	for _, name := range x.waiting {
		for place, why := range name.like {
			known := Item{ID: x.entities[place].id, Kind: kind, Title: x.entities[place].names[0]}
			if rulings[known.ID][name.Key] != Rejected {
				all = append(all, AlikeName{Name: name.SuggestedName, Known: known, Why: why})
			}
		}
	}
	slices.SortFunc(all, func(a, b AlikeName) int { // those that are weighed first
		return cmp.Or(b.Name.Articles-a.Name.Articles, b.Name.Places-a.Name.Places, strings.Compare(a.Name.Key, b.Name.Key), cmp.Compare(a.Known.ID, b.Known.ID))
	})
	if err := n.weighNames(ctx, all, x.waiting); err != nil {
		return nil, fmt.Errorf("read who is named with whom: %w", err)
	}
	all = slices.DeleteFunc(all, func(a AlikeName) bool { return a.Why == LikeSurname && a.Company < leastCompany })
	slices.SortStableFunc(all, func(a, b AlikeName) int {
		return cmp.Or(a.rank()-b.rank(), cmp.Compare(b.Company, a.Company), strings.Compare(a.Name.Name, b.Name.Name), cmp.Compare(a.Known.ID, b.Known.ID))
	})
	return all, nil
}

func (a AlikeName) rank() int { return Alike{Why: a.Why, Company: a.Company}.rank() }

// expect brings the suggested names in line with those that wait. Those that are
// there as before keep what was found.
func (x *alikeIndex) expect(ctx context.Context, r Reader) error {
	filter := SuggestionFilter{Kinds: []Kind{x.kind}, Limit: mostCompared, Bare: true}
	bare, _, err := r.SuggestedNames(ctx, filter)
	if err != nil {
		return err
	}
	waiting := make(map[string]*likely, len(bare))
	filter.Bare = false
	for _, name := range bare {
		if known := x.waiting[name.Key]; known != nil && known.Articles == name.Articles && known.Places == name.Places {
			waiting[name.Key] = known
		} else {
			filter.Keys = append(filter.Keys, name.Key)
		}
	}
	if len(filter.Keys) > 0 {
		others, _, err := r.SuggestedNames(ctx, filter)
		if err != nil {
			return err
		}
		for _, name := range others {
			if suggested, ok := x.compareSuggested(name); ok {
				waiting[name.Key] = suggested
			}
		}
	}
	x.waiting = waiting
	return ctx.Err()
}

// compareSuggested compares a suggested name with the known ones that share
// something with it.
func (x *alikeIndex) compareSuggested(name SuggestedName) (*likely, bool) {
	called, ok := newCalled(-1, name.Name)
	if !ok {
		return nil, false
	}
	called.nameless = called.acronym
	suggested := &likely{SuggestedName: name, called: called, shares: called.likelyShares(), like: map[int32]Likeness{}}
	for _, key := range suggested.shares {
		for _, known := range x.block(key) {
			x.keepLike(suggested, &known)
		}
	}
	return suggested, true
}

// likeSuggested compares a suggested name with a known one that came later.
func (x *alikeIndex) likeSuggested(suggested *likely, known *calledName) {
	if shares := known.likelyShares(); slices.ContainsFunc(suggested.shares, func(key uint32) bool { return slices.Contains(shares, key) }) {
		x.keepLike(suggested, known)
	}
}

func (x *alikeIndex) keepLike(suggested *likely, known *calledName) {
	why := likeness(known, &suggested.called, x.kind)
	if why == "" && x.kind == KindPerson && surnameAlone(&suggested.called, known) {
		why = LikeSurname
	}
	before, seen := suggested.like[known.entity]
	if why != "" && (!seen || slices.Index(surest, why) < slices.Index(surest, before)) {
		suggested.like[known.entity] = why
	}
}

// surnameAlone reports whether a name of one word is the surname of another but for
// a letter.
func surnameAlone(short, whole *calledName) bool {
	return len(short.words) == 1 && len(whole.words) > 1 && speltAs(short.whole, whole.words[len(whole.words)-1])
}

// speltAs reports whether two words, both folded, are one but for a letter that is
// not the first.
func speltAs(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(a)
	other, _ := utf8.DecodeRuneInString(b)
	return first == other && min(find.Tolerance(a), find.Tolerance(b)) > 0 && find.Distance(a, b, 2) <= 1
}

// weighNames says of each suggested name how much of the company of the known one
// it keeps, or the other way about.
func (n *Notebook) weighNames(ctx context.Context, alikes []AlikeName, waiting map[string]*likely) error {
	c, err := n.companies(ctx)
	if err != nil {
		return err
	}
	weighed := map[Likeness]int{}
	chosen := make([]bool, len(alikes))
	for i, alike := range alikes {
		if weighed[alike.Why]++; weighed[alike.Why] > mostWeighed {
			continue
		}
		chosen[i] = true
		if err := c.read(ctx, alike.Known.ID); err != nil {
			return err
		}
		if err := c.readSuggested(ctx, waiting[alike.Name.Key]); err != nil {
			return err
		}
	}
	worth := c.worth()
	for i := range alikes {
		if chosen[i] {
			alikes[i].Company = shared(c.of[alikes[i].Known.ID], waiting[alikes[i].Name.Key].company, worth)
		}
	}
	return nil
}
