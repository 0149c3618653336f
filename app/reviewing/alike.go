package reviewing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/merging"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// alikes are entities that may be one, and suggested names that may be known ones.
type alikes struct {
	pairs []notes.Alike
	names []notes.AlikeName
}

// findAlikes looks for what may be one.
func (p *Page) findAlikes(delay time.Duration) {
	p.s.Work.After(delay, "review alike", func(ctx context.Context) (func(), error) {
		var all alikes
		for _, kind := range notes.Entities {
			pairs, err := p.s.Book.Alikes(ctx, kind)
			if err != nil {
				return nil, err
			}
			all.pairs = append(all.pairs, pairs...)
			if kind == notes.KindEvent { // who asks for one takes it from the section of events
				continue
			}
			names, err := p.s.Book.AlikeNames(ctx, kind)
			if err != nil {
				return nil, err
			}
			all.names = append(all.names, names...)
		}
		return func() {
			p.alikes, p.compared = all, true
			p.totals[ofAlike] = p.openAlikes()
			p.tabs.SetWords(p.tabWords()...)
			if p.section == ofAlike {
				p.reload(0)
			}
		}, nil
	}, p.s.Fail)
}

// openAlikes counts what was not answered.
func (p *Page) openAlikes() int {
	n := 0
	for _, pair := range p.alikes.pairs {
		if !p.answered[alikeID(pair)] {
			n++
		}
	}
	for _, name := range p.alikes.names {
		if !p.answered[likelyID(name)] {
			n++
		}
	}
	return n
}

func alikeID(pair notes.Alike) string { return fmt.Sprint("alike ", pair.A.ID, " ", pair.B.ID) }

func likelyID(name notes.AlikeName) string {
	return fmt.Sprint("likely ", name.Name.Kind, " ", name.Name.Key, " ", name.Known.ID)
}

// rows are the first of them: pairs, then names.
func (a alikes) rows(ctx context.Context, book *notes.Notebook, want int) ([]row, error) {
	pairs := a.pairs[:min(want, len(a.pairs))]
	names := a.names[:min(want-len(pairs), len(a.names))]
	var ids []notes.ID
	for _, pair := range pairs {
		ids = append(ids, pair.A.ID, pair.B.ID)
	}
	for _, name := range names {
		ids = append(ids, name.Known.ID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	items, _, err := book.Items(ctx, notes.ItemFilter{IDs: ids})
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		return nil, err
	}
	if err := session.Tell(ctx, book, items); err != nil {
		return nil, err
	}
	known := map[notes.ID]notes.ItemRow{}
	for _, item := range items {
		known[item.ID] = item
	}
	var rows []row
	for _, pair := range pairs {
		a, b := known[pair.A.ID], known[pair.B.ID]
		if a.ID == 0 || b.ID == 0 {
			continue // one went away meanwhile
		}
		rows = append(rows, row{
			id: alikeID(pair), alike: pair, title: a.Title + "  —  " + b.Title,
			aside: session.KindName(a.Kind), right: entity.LikenessWords(pair.Why),
			meta: knownWords(a) + "\n" + knownWords(b),
		})
	}
	for _, name := range names {
		one := known[name.Known.ID]
		if one.ID == 0 {
			continue
		}
		rows = append(rows, row{
			id: likelyID(name), likely: name, title: name.Name.Name + "  —  " + one.Title,
			aside: session.KindName(one.Kind), right: entity.LikenessWords(name.Why),
			meta: joined(name.Name.Name, lang.X("review.notKnown", "not in the archive"), besideWords(name.Name.Beside), placesOf(name.Name)) + "\n" + knownWords(one),
		})
	}
	return rows, nil
}

func knownWords(one notes.ItemRow) string {
	return joined(one.Title, session.Known(one), mentionsOf(one))
}

// merge opens the sheet on which two become one.
func (p *Page) merge() {
	r := p.row()
	if r.alike.A.ID == 0 {
		return
	}
	merging.Open(p.s, r.alike.A.ID, r.alike.B.ID, func(notes.ID) { p.hide(r) })
}

func (p *Page) tellApart() {
	r := p.row()
	if r.alike.A.ID == 0 {
		return
	}
	p.take(r, func(ctx context.Context) error { return p.s.Book.TellApart(ctx, r.alike.A.ID, r.alike.B.ID) },
		lang.X("review.toldApart", "{{.A}} and {{.B}} are not the same. Ctrl+Z takes it back.", map[string]any{"A": r.alike.A.Title, "B": r.alike.B.Title}))
}

// acceptLikely takes a suggested name for the entity that it is like.
func (p *Page) acceptLikely() {
	r := p.row()
	name, known := r.likely.Name.Name, r.likely.Known
	p.take(r, func(ctx context.Context) error { return p.s.Book.AcceptAs(ctx, name, known.ID) }, p.aliasTold(name, known.Title))
}

func (p *Page) refuseLikely() {
	r := p.row()
	name, known := r.likely.Name.Name, r.likely.Known
	p.take(r, func(ctx context.Context) error { return p.s.Book.DecideForGood(ctx, known.ID, name, notes.Rejected) },
		lang.X("review.toldApart", "{{.A}} and {{.B}} are not the same. Ctrl+Z takes it back.", map[string]any{"A": name, "B": known.Title}))
}

// ofAlike shows what is known of either, where it is named and with whom, and
// where it could be either.
func (e *evidence) ofAlike(ctx context.Context, t texts, pair notes.Alike) ([]piece, error) {
	rows, _, err := t.book.Items(ctx, notes.ItemFilter{IDs: []notes.ID{pair.A.ID, pair.B.ID}})
	if err != nil {
		return nil, err
	}
	if err := session.Tell(ctx, t.book, rows); err != nil {
		return nil, err
	}
	var pieces []piece
	for _, one := range rows {
		some, err := e.ofKnown(ctx, t, one)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, some...)
	}
	either, err := e.either(ctx, t, pair)
	return append(pieces, either...), err
}

// ofKnown shows what is known of an entity, where it is named and with whom.
func (e *evidence) ofKnown(ctx context.Context, t texts, one notes.ItemRow) ([]piece, error) {
	known, err := t.book.Entity(ctx, one.ID)
	if err != nil {
		return nil, err
	}
	item := one.Item
	said := joined(strings.Join(known.Aliases, ", "), session.Known(one), mentionsOf(one))
	pieces := []piece{{head: one.Title, said: said, open: func() { e.p.s.OpenItem(item, text.Range{}) }}}
	mentions, _, err := t.book.Mentions(ctx, notes.MentionFilter{Entity: one.ID, Limit: fewPassages})
	if err != nil {
		return nil, err
	}
	for _, mention := range mentions {
		passage, err := e.company(ctx, t, mention.Article, mention.Range, one.ID)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, passage)
	}
	return pieces, nil
}

// ofLikely shows where a suggested name stands, and what is known of the entity that
// it is like.
func (e *evidence) ofLikely(ctx context.Context, t texts, likely notes.AlikeName) ([]piece, error) {
	pieces, err := e.ofName(ctx, t, likely.Name, fewPassages)
	if err != nil {
		return nil, err
	}
	rows, _, err := t.book.Items(ctx, notes.ItemFilter{IDs: []notes.ID{likely.Known.ID}})
	if err != nil {
		return nil, err
	}
	if err := session.Tell(ctx, t.book, rows); err != nil {
		return nil, err
	}
	for _, one := range rows {
		some, err := e.ofKnown(ctx, t, one)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, some...)
	}
	return pieces, nil
}

// either are passages with words that could be one of two or the other.
func (e *evidence) either(ctx context.Context, t texts, pair notes.Alike) ([]piece, error) {
	places, _, err := session.Unclear(ctx, t.book, 0)
	if err != nil {
		return nil, err
	}
	var pieces []piece
	for _, place := range places {
		if len(pieces) == 2*fewPassages {
			break
		}
		if !slices.Contains(place.Entities, pair.A.ID) || !slices.Contains(place.Entities, pair.B.ID) {
			continue
		}
		one, err := e.company(ctx, t, place.Article, place.Range, 0)
		if err != nil {
			return nil, err
		}
		one.head = lang.X("review.either", "Either of them")
		pieces = append(pieces, one)
	}
	return pieces, nil
}
