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
	c, err := n.companies(ctx)
	if err != nil {
		return err
	}
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

// companyCache remembers who is named in articles, and with entities, until an
// article's mentions change.
type companyCache struct {
	of    map[ID][]ID // those named with an entity, in order, by entity
	in    map[ID][]ID // those named in an article, in order, by article
	stale map[ID]bool // articles whose mentions changed
}

// mostRemembered is how many articles are remembered, and mostStale, of how many it
// is found out what they change: of more, all is forgotten.
const (
	mostRemembered = 50_000
	mostStale      = 500
)

// changed hears of what changed, and reports whether all is forgotten.
func (m *companyCache) changed(marks alikeMarks) (all bool) {
	if marks.all || len(m.stale)+len(marks.articles) > mostStale || len(m.in) > mostRemembered {
		*m = companyCache{}
		all = true
	}
	if m.of == nil {
		m.of, m.in, m.stale = map[ID][]ID{}, map[ID][]ID{}, map[ID]bool{}
	}
	for id := range marks.entities {
		delete(m.of, id)
	}
	if !all {
		for _, article := range marks.articles {
			m.stale[article] = true
		}
	}
	return all
}

// companies are those who are named in the same articles as the entities that are
// weighed.
type companies struct {
	n  *Notebook
	of map[ID][]ID // by entity
	*companyCache
}

// companies begins to weigh. Whoever is or was named in an article that changed may
// have other company now. The caller holds the lock of what is alike.
func (n *Notebook) companies(ctx context.Context) (companies, error) {
	c := companies{n, map[ID][]ID{}, &n.alike.company}
	for article := range c.stale {
		before := c.in[article]
		delete(c.in, article)
		now, err := c.named(ctx, article)
		if err != nil {
			return c, err
		}
		for _, id := range slices.Concat(before, now) {
			delete(c.companyCache.of, id)
		}
		delete(c.stale, article)
	}
	return c, nil
}

func (c *companies) read(ctx context.Context, entity ID) error {
	if _, ok := c.of[entity]; ok {
		return nil
	}
	known, ok := c.companyCache.of[entity]
	if !ok {
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
		if known, err = c.among(ctx, articles, entity); err != nil {
			return err
		}
		c.companyCache.of[entity] = known
	}
	c.of[entity] = known
	return nil
}

// readSuggested reads who is named where a suggested name stands.
func (c *companies) readSuggested(ctx context.Context, name *likely) error {
	if name.in != nil {
		return nil
	}
	places, err := c.n.PlacesOf(ctx, name.Key, name.Kind, 4*mostCompany)
	if err != nil {
		return err
	}
	in := make([]ID, 0, len(places))
	for _, place := range places {
		in = append(in, place.Article)
	}
	in = slices.Compact(in)
	if name.company, err = c.among(ctx, in, 0); err != nil {
		return err
	}
	name.in = in[:min(len(in), mostCompany)]
	return nil
}

// among returns who is named in the first of some articles, but for an entity.
func (c *companies) among(ctx context.Context, articles []ID, entity ID) ([]ID, error) {
	var company []ID
	for _, article := range articles[:min(len(articles), mostCompany)] {
		named, err := c.named(ctx, article)
		if err != nil {
			return nil, err
		}
		for _, other := range named {
			if other != entity {
				company = append(company, other)
			}
		}
	}
	slices.Sort(company)
	return slices.Clip(slices.Compact(company)), nil
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
	c.in[article] = slices.Clip(slices.Compact(named))
	return c.in[article], nil
}

// worth is what having somebody for company says: the less, the more have.
func (c *companies) worth() map[ID]float64 {
	worth := map[ID]float64{}
	for _, company := range c.of {
		for _, other := range company {
			worth[other]++
		}
	}
	for other, have := range worth {
		worth[other] = math.Log(float64(len(c.of)+1) / have)
	}
	return worth
}

// shared is how much two companies have in common, as a part of the smaller one.
func shared(a, b []ID, worth map[ID]float64) float64 {
	var common, ofA, ofB float64
	for _, other := range a {
		ofA += worth[other]
		if _, both := slices.BinarySearch(b, other); both {
			common += worth[other]
		}
	}
	for _, other := range b {
		ofB += worth[other]
	}
	if common == 0 {
		return 0
	}
	return common / min(ofA, ofB)
}
