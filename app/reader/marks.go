package reader

import (
	"cmp"
	"slices"
	"sort"

	"cuttings/notes/text"
)

// ranged finds those of many things that lie over a range, without looking
// at all of them.
type ranged[T any] struct {
	things []T
	where  func(T) text.Range
	ends   []int // the furthest end of things[0] to things[i]
}

func newRanged[T any](things []T, where func(T) text.Range) ranged[T] {
	r := ranged[T]{things: slices.Clone(things), where: where, ends: make([]int, len(things))}
	slices.SortStableFunc(r.things, func(a, b T) int {
		return cmp.Or(cmp.Compare(where(a).Start, where(b).Start), cmp.Compare(where(b).End, where(a).End))
	})
	end := 0
	for i, thing := range r.things {
		end = max(end, where(thing).End)
		r.ends[i] = end
	}
	return r
}

// over returns the things that share a byte with q, in the order of their
// starts; the longer first where two start together.
func (r ranged[T]) over(q text.Range) []T {
	first := sort.Search(len(r.ends), func(i int) bool { return r.ends[i] > q.Start })
	var found []T
	for _, thing := range r.things[first:] {
		where := r.where(thing)
		if where.Start >= q.End {
			break
		}
		if where.Overlaps(q) {
			found = append(found, thing)
		}
	}
	return found
}

func markRange(m Mark) text.Range       { return m.Range }
func mentionRange(m Mention) text.Range { return m.Range }
func hitRange(r text.Range) text.Range  { return r }

// SetMarks shows the highlights of the text in place of those shown before.
// If the chosen one is among them it stays chosen.
func (p *Page) SetMarks(marks []Mark) {
	p.marks = newRanged(marks, markRange)
	p.marksSet++
	if _, ok := p.mark(p.chosen); !ok {
		p.chosen, p.chosenBar = "", false
	}
	p.changed()
}

// SetMentions shows where the text names entities.
func (p *Page) SetMentions(mentions []Mention) {
	p.mentions = newRanged(mentions, mentionRange)
	p.changed()
}

// SetHits shows what a search found, none of it as the current place.
func (p *Page) SetHits(hits []text.Range) {
	p.hits, p.hit = newRanged(hits, hitRange), text.Range{}
	p.hitsSet++
	p.changed()
}

// SetHit makes one of the places that were found the current one.
func (p *Page) SetHit(hit text.Range) {
	p.hit = hit
	p.changed()
}

// Hit returns the current place of those that were found.
func (p *Page) Hit() text.Range { return p.hit }

// Choose outlines a highlight, or none for "". It neither scrolls nor calls
// OnChosen.
func (p *Page) Choose(markID string) {
	if _, ok := p.mark(markID); !ok {
		markID = ""
	}
	p.chosen, p.chosenBar = markID, false
	p.changed()
}

// Chosen returns the highlight that is outlined, or "".
func (p *Page) Chosen() string { return p.chosen }

// mark returns the highlight with an ID.
func (p *Page) mark(id string) (Mark, bool) {
	if id == "" {
		return Mark{}, false
	}
	i := slices.IndexFunc(p.marks.things, func(m Mark) bool { return m.ID == id })
	if i < 0 {
		return Mark{}, false
	}
	return p.marks.things[i], true
}

// choose is Choose by a person: the bar appears if they pointed at it.
func (p *Page) choose(id string, bar bool) {
	changed := p.chosen != id
	p.chosen, p.chosenBar = id, bar && id != ""
	p.changed()
	if changed && p.actions.OnChosen != nil {
		p.actions.OnChosen(id)
	}
}

// under returns the highlights at offset, the narrowest first.
func (p *Page) under(offset int) []Mark {
	marks := p.marks.over(text.Range{Start: offset, End: offset + 1})
	slices.SortStableFunc(marks, func(a, b Mark) int { return a.Range.Len() - b.Range.Len() })
	return marks
}

// clickMark chooses the narrowest highlight at offset, or, if one there is
// chosen, the next beneath it. It returns false if there is none.
func (p *Page) clickMark(offset int) bool {
	marks := p.under(offset)
	if len(marks) == 0 {
		return false
	}
	next := slices.IndexFunc(marks, func(m Mark) bool { return m.ID == p.chosen }) + 1
	mark := marks[next%len(marks)]
	p.choose(mark.ID, true)
	if p.actions.OnMark != nil {
		p.actions.OnMark(mark.ID)
	}
	return true
}

// stepMark chooses the next highlight in the order of the text, or the one
// before it for by = -1, from the chosen one or from what is in sight.
func (p *Page) stepMark(by int) {
	marks := p.marks.things
	if len(marks) == 0 {
		return
	}
	i := slices.IndexFunc(marks, func(m Mark) bool { return m.ID == p.chosen })
	if i >= 0 {
		i += by
	} else {
		place := p.Place()
		i = sort.Search(len(marks), func(i int) bool { return marks[i].Range.Start >= place })
		if by < 0 {
			i--
		}
	}
	if i < 0 || i >= len(marks) {
		return
	}
	p.choose(marks[i].ID, false)
	p.ScrollTo(marks[i].Range.Start)
}
