package cli

import (
	"fmt"
	"strings"

	pages "cuttings/app/entity"
	"cuttings/notes"
)

// samePair is two that may be one, with what speaks for it. Of the second of a
// suggested name and a known entity, the name is the first.
type samePair struct {
	A       side     `json:"a"`
	B       side     `json:"b"`
	Why     string   `json:"why"`
	Company float64  `json:"company"` // how far they are named with the same others, from 0 to 1
	Shared  []string `json:"shared"`  // some of these

	why notes.Likeness
}

type samePairs struct {
	Same  []samePair `json:"same"`
	Total int        `json:"total"`
}

// same lists entities that may be one, then suggested names that may be known ones.
func (c *call) same(limit int) error {
	if err := c.readAll(); err != nil {
		return err
	}
	answer := samePairs{Same: []samePair{}}
	var names []notes.AlikeName
	for _, kind := range notes.Entities {
		pairs, err := c.book.Alikes(c.ctx, kind)
		if err != nil {
			return err
		}
		answer.Total += len(pairs)
		for _, pair := range pairs[:min(len(pairs), limit-len(answer.Same))] {
			one, err := c.pair(pair)
			if err != nil {
				return err
			}
			answer.Same = append(answer.Same, one)
		}
		if kind == notes.KindEvent { // who asks for one takes it from what is suggested
			continue
		}
		some, err := c.book.AlikeNames(c.ctx, kind)
		if err != nil {
			return err
		}
		names = append(names, some...)
	}
	answer.Total += len(names)
	for _, name := range names[:min(len(names), limit-len(answer.Same))] {
		one, err := c.likely(name)
		if err != nil {
			return err
		}
		answer.Same = append(answer.Same, one)
	}
	return c.answer(answer, func(w *page) { answer.write(w) })
}

// pair is what speaks for two entities being one.
func (c *call) pair(pair notes.Alike) (samePair, error) {
	one := samePair{Why: string(pair.Why), why: pair.Why, Company: pair.Company}
	var err error
	if one.A, err = c.sideWithPassages(pair.A.ID); err != nil {
		return one, err
	}
	if one.B, err = c.sideWithPassages(pair.B.ID); err != nil {
		return one, err
	}
	company, err := c.book.SeenWith(c.ctx, pair.A.ID, mostNeighbour)
	if err != nil {
		return one, err
	}
	others := make([]named, 0, len(company))
	for _, other := range company {
		others = append(others, named{ID: other.ID})
	}
	one.Shared, err = c.sharedWith(pair.B.ID, others)
	return one, err
}

// likely is what speaks for a suggested name being a known entity.
func (c *call) likely(name notes.AlikeName) (samePair, error) {
	one := samePair{Why: string(name.Why), why: name.Why, Company: name.Company}
	places, err := c.book.PlacesOf(c.ctx, name.Name.Key, name.Name.Kind, mostPlaces)
	if err != nil {
		return one, err
	}
	beside := name.Name.Beside
	one.A = side{
		Kind: string(name.Name.Kind), Name: name.Name.Name, Aliases: []string{}, Mentions: name.Name.Places,
		Known: joined(", ", beside.Title, beside.Office, beside.Organisation, beside.Country),
	}
	var others []named
	for i, at := range places {
		if i >= fewPassages {
			break
		}
		passage, err := c.placeAt(at.Article, at.Range, 0)
		if err != nil {
			return one, err
		}
		one.A.Passages = append(one.A.Passages, passage)
		others = append(others, passage.Named...)
	}
	if one.B, err = c.sideWithPassages(name.Known.ID); err != nil {
		return one, err
	}
	one.Shared, err = c.sharedWith(name.Known.ID, others)
	return one, err
}

// sideWithPassages is what is known of an entity and where it is named.
func (c *call) sideWithPassages(id notes.ID) (side, error) {
	one, err := c.side(id)
	if err != nil {
		return one, err
	}
	mentions, _, err := c.book.Mentions(c.ctx, notes.MentionFilter{Entity: id, Limit: fewPassages})
	if err != nil {
		return one, fmt.Errorf("read the mentions of %s: %w", id, err)
	}
	for _, mention := range mentions {
		passage, err := c.placeAt(mention.Article, mention.Range, id)
		if err != nil {
			return one, err
		}
		one.Passages = append(one.Passages, passage)
	}
	return one, nil
}

func (s samePairs) write(w *page) {
	for _, pair := range s.Same {
		w.line("%s  =  %s  — %s", pair.A.Name, pair.B.Name, pages.LikenessWords(pair.why))
		if len(pair.Shared) > 0 {
			w.line("  Both named with %s", strings.Join(pair.Shared, ", "))
		}
		for _, one := range []side{pair.A, pair.B} {
			w.line("  ? %s", one.words())
			for _, passage := range one.Passages {
				passage.write(w)
			}
		}
		w.line("")
	}
	if len(s.Same) == 0 {
		w.line("Nothing looks like one.")
		return
	}
	w.line("%d of %d. \"cuttings merge ID ID\" makes one of two, \"cuttings part ID ID\" says that they are not one.", len(s.Same), s.Total)
	w.line("Of a name that is not in the archive \"cuttings accept NAME --as ID\" and \"cuttings refuse NAME --as ID\" do.")
}
