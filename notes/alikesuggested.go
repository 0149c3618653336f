package notes

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes/find"
	"cuttings/notes/fold"
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

// AlikeNames returns the suggested names of a kind that may be those of known
// entities, the surest first. A surname alone says little, so that it is returned
// only where it keeps the company of the one who has it.
func (n *Notebook) AlikeNames(ctx context.Context, kind Kind) ([]AlikeName, error) {
	waiting, _, err := n.SuggestedNames(ctx, SuggestionFilter{Kinds: []Kind{kind}, Limit: mostCompared})
	if err != nil {
		return nil, fmt.Errorf("read the suggested names: %w", err)
	}
	known := alikeIndex{byKey: map[string][]calledName{}}
	for _, name := range waiting {
		known.expect(name)
	}
	if err := n.EntityNames(ctx, []Kind{kind}, known.add); err != nil {
		return nil, fmt.Errorf("read the names of entities: %w", err)
	}
	rulings, err := n.AllRulings(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was said of names: %w", err)
	}
	var all []AlikeName
	for _, name := range waiting {
		for _, alike := range known.like(name, kind) {
			if rulings[alike.Known.ID][fold.String(name.Name)] != Rejected {
				all = append(all, alike)
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if err := n.weighNames(ctx, all); err != nil {
		return nil, fmt.Errorf("read who is named with whom: %w", err)
	}
	all = slices.DeleteFunc(all, func(a AlikeName) bool { return a.Why == LikeSurname && a.Company < leastCompany })
	slices.SortStableFunc(all, func(a, b AlikeName) int {
		return cmp.Or(a.rank()-b.rank(), cmp.Compare(b.Company, a.Company), strings.Compare(a.Name.Name, b.Name.Name), cmp.Compare(a.Known.ID, b.Known.ID))
	})
	return all, nil
}

func (a AlikeName) rank() int { return Alike{Why: a.Why, Company: a.Company}.rank() }

// alikeIndex finds known names that share something with those that are expected.
type alikeIndex struct {
	byKey    map[string][]calledName // empty at first for what is expected
	entities []Item
}

// expect prepares for a suggested name.
func (x *alikeIndex) expect(name SuggestedName) {
	if called, ok := newCalled(0, name.Name); ok {
		for _, key := range alikeKeys(&called) {
			x.byKey[key] = nil
		}
	}
}

// add takes the known names that share something with what is expected.
func (x *alikeIndex) add(named Named) bool {
	taken := false
	for _, name := range calledNames(int32(len(x.entities)), append([]string{named.Title}, named.Aliases...)) {
		for _, key := range alikeKeys(&name) {
			if block, expected := x.byKey[key]; expected && len(block) <= mostInBlock {
				x.byKey[key], taken = append(block, name), true
			}
		}
	}
	if taken {
		x.entities = append(x.entities, Item{ID: named.ID, Kind: named.Kind, Title: named.Title})
	}
	return true
}

// alikeKeys are what a name shares with others that may be the same: how its last
// word begins, how all begins, its consonants, its initials.
func alikeKeys(c *calledName) []string {
	keys := []string{"ends " + beginning(c.words[len(c.words)-1], 3), "begins " + beginning(c.whole, 4), "words " + c.sorted}
	if len(c.sound) >= leastSound {
		keys = append(keys, sounding+c.sound)
	}
	if initials := c.initials(); initials != "" {
		keys = append(keys, "initials "+initials)
	}
	return keys
}

// like returns the entities whose names are like a suggested one, each once, for
// the surest reason.
func (x *alikeIndex) like(name SuggestedName, kind Kind) []AlikeName {
	suggested, ok := newCalled(-1, name.Name)
	if !ok {
		return nil
	}
	suggested.nameless = suggested.acronym
	found := map[ID]AlikeName{}
	for _, key := range alikeKeys(&suggested) {
		block := x.byKey[key]
		if len(block) > mostInBlock {
			continue
		}
		for i := range block {
			known := &block[i]
			why := likeness(known, &suggested, kind)
			if why == "" && kind == KindPerson && surnameAlone(&suggested, known) {
				why = LikeSurname
			}
			entity := x.entities[known.entity]
			before, seen := found[entity.ID]
			if why != "" && (!seen || slices.Index(surest, why) < slices.Index(surest, before.Why)) {
				found[entity.ID] = AlikeName{Name: name, Known: entity, Why: why}
			}
		}
	}
	all := make([]AlikeName, 0, len(found))
	for _, alike := range found {
		all = append(all, alike)
	}
	return all
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
func (n *Notebook) weighNames(ctx context.Context, alikes []AlikeName) error {
	c := companies{n: n, of: map[ID]map[ID]bool{}, in: map[ID][]ID{}}
	weighed := map[Likeness]int{}
	suggested := map[string]map[ID]bool{} // by key
	chosen := make([]bool, len(alikes))
	for i, alike := range alikes {
		if weighed[alike.Why]++; weighed[alike.Why] > mostWeighed {
			continue
		}
		chosen[i] = true
		if err := c.read(ctx, alike.Known.ID); err != nil {
			return err
		}
		if suggested[alike.Name.Key] != nil {
			continue
		}
		places, err := n.PlacesOf(ctx, alike.Name.Key, alike.Name.Kind, 4*mostCompany)
		if err != nil {
			return err
		}
		articles := make([]ID, 0, len(places))
		for _, place := range places {
			articles = append(articles, place.Article)
		}
		if suggested[alike.Name.Key], err = c.among(ctx, slices.Compact(articles), 0); err != nil {
			return err
		}
	}
	worth := c.worth()
	for i := range alikes {
		if chosen[i] {
			alikes[i].Company = shared(c.of[alikes[i].Known.ID], suggested[alikes[i].Name.Key], worth)
		}
	}
	return nil
}
