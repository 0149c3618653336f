package notes

import (
	"context"
	"errors"
	"math"
	"slices"
)

const (
	// mostWeighed is how many pairs of a likeness have their company weighed: the
	// others could not all be looked at anyway.
	mostWeighed = 100
	// mostCompany is how many articles of an entity are looked into.
	mostCompany = 12
	// leastCompany is how much of its company a name shares, at least, with one that
	// is ranked by it.
	leastCompany = 0.3
)

// rank is 0 for what has the same name, 1 for what keeps the same company, 2 for
// the rest.
func (a Alike) rank() int {
	switch {
	case a.Why == LikeName || a.Why == LikeOrder:
		return 0
	case a.Company >= leastCompany:
		return 1
	}
	return 2
}

// weighCompany says of each pair how much of the company of the one that has less
// the other has, too. Those who are named with few count for more than those who
// are named with everybody.
func (n *Notebook) weighCompany(ctx context.Context, alikes []Alike) error {
	c := companies{n: n, of: map[ID]map[ID]bool{}, in: map[ID][]ID{}}
	weighed := map[Likeness]int{}
	var pairs []*Alike
	for i := range alikes {
		pair := &alikes[i]
		if weighed[pair.Why]++; weighed[pair.Why] > mostWeighed {
			continue
		}
		for _, entity := range []ID{pair.A.ID, pair.B.ID} {
			if err := c.read(ctx, entity); err != nil {
				return err
			}
		}
		pairs = append(pairs, pair)
	}
	worth := c.worth()
	for _, pair := range pairs {
		pair.Company = shared(c.of[pair.A.ID], c.of[pair.B.ID], worth)
	}
	return nil
}

// companies are those who are named in the same articles as an entity.
type companies struct {
	n  *Notebook
	of map[ID]map[ID]bool // by entity
	in map[ID][]ID        // who is named, by article
}

func (c *companies) read(ctx context.Context, entity ID) error {
	if c.of[entity] != nil {
		return nil
	}
	mentions, _, err := c.n.Reader.Mentions(ctx, MentionFilter{Entity: entity, Limit: 4 * mostCompany})
	if err != nil {
		return err
	}
	var articles []ID
	for _, mention := range mentions {
		if !slices.Contains(articles, mention.Article) {
			articles = append(articles, mention.Article)
		}
	}
	c.of[entity], err = c.among(ctx, articles, entity)
	return err
}

// among returns who is named in the first of some articles, but for an entity.
func (c *companies) among(ctx context.Context, articles []ID, entity ID) (map[ID]bool, error) {
	company := map[ID]bool{}
	for _, article := range articles[:min(len(articles), mostCompany)] {
		named, err := c.named(ctx, article)
		if err != nil {
			return nil, err
		}
		for _, other := range named {
			if other != entity {
				company[other] = true
			}
		}
	}
	return company, nil
}

func (c *companies) named(ctx context.Context, article ID) ([]ID, error) {
	if named, ok := c.in[article]; ok {
		return named, nil
	}
	mentions, _, err := c.n.Reader.Mentions(ctx, MentionFilter{Article: article})
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	var named []ID
	for _, mention := range mentions {
		named = append(named, mention.Entity)
	}
	slices.Sort(named)
	c.in[article] = slices.Compact(named)
	return c.in[article], nil
}

// worth is what having somebody for company says: the less, the more have.
func (c *companies) worth() map[ID]float64 {
	worth := map[ID]float64{}
	for _, company := range c.of {
		for other := range company {
			worth[other]++
		}
	}
	for other, have := range worth {
		worth[other] = math.Log(float64(len(c.of)+1) / have)
	}
	return worth
}

// shared is how much two companies have in common, as a part of the smaller one.
func shared(a, b map[ID]bool, worth map[ID]float64) float64 {
	var common, ofA, ofB float64
	for other := range a {
		ofA += worth[other]
		if b[other] {
			common += worth[other]
		}
	}
	for other := range b {
		ofB += worth[other]
	}
	if common == 0 {
		return 0
	}
	return common / min(ofA, ofB)
}
