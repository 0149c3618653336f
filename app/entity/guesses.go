package entity

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/merging"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/notes"
	"cuttings/notes/markdown"
	"cuttings/notes/names"
	"cuttings/notes/text"
)

const (
	// guessDelay is how long after a change it is looked for what may belong to
	// an entity, which goes through all names of its kind.
	guessDelay = 250 * time.Millisecond
	// mostUnlinked is how many notes are looked through for each name.
	mostUnlinked = 20
)

// unlinked is a note that names the entity and does not link to it.
type unlinked struct {
	note  notes.Note
	at    text.Range // the first place in its body, in bytes
	words string
}

// readUnlinked looks for notes that name an entity outside a link.
func readUnlinked(ctx context.Context, book *notes.Notebook, id notes.ID) ([]unlinked, error) {
	entity, err := book.Entity(ctx, id)
	if err != nil {
		return nil, err
	}
	links, err := book.LinksTo(ctx, id)
	if err != nil {
		return nil, err
	}
	seen := map[notes.ID]bool{}
	for _, link := range links {
		seen[link.From] = true
	}
	called := append([]string{entity.Title}, entity.Aliases...)
	var known []names.Name
	for _, name := range called {
		known = append(known, names.Name{Entity: int64(id), Text: name})
	}
	matcher := names.NewMatcher(known)
	var found []unlinked
	for _, name := range called {
		query := `kind:note "` + strings.ReplaceAll(name, `"`, " ") + `"`
		answer, err := book.Search(ctx, query, notes.SearchFilter{Kinds: []notes.Kind{notes.KindNote}, Limit: mostUnlinked})
		if err != nil {
			return nil, err
		}
		for _, result := range answer.Results {
			if seen[result.ID] {
				continue
			}
			seen[result.ID] = true
			note, err := book.Note(ctx, result.ID)
			if err != nil {
				return nil, err
			}
			if at, ok := outsideLinks(note.Body, matcher); ok {
				found = append(found, unlinked{note, at, note.Body[at.Start:at.End]})
			}
		}
	}
	return found, nil
}

// outsideLinks is the first place at which Markdown names somebody outside a
// [[link]].
func outsideLinks(body string, matcher *names.Matcher) (text.Range, bool) {
	links := markdown.Links(body)
	found, _ := matcher.Find(body)
	for _, name := range found {
		at, free := text.Range{Start: name.Start, End: name.End}, true
		for _, link := range links {
			free = free && !at.Overlaps(link.Range)
		}
		if free {
			return at, true
		}
	}
	return text.Range{}, false
}

func (i *inspector) unlinkedLine(one unlinked) fyne.CanvasObject {
	return parts.NewParagraph(i.open(one.note.Title, one.note.Item),
		parts.Run{Words: " — “" + one.words + "” ", Colour: look.TextSecond},
		parts.Run{Words: lang.X("entity.link", "Link"), Colour: look.Accent, Tapped: func() { i.p.linkNote(one) }})
}

// linkNote makes the words in a note a link to the entity.
func (p *Page) linkNote(one unlinked) {
	entity := p.entity
	p.s.DoThen(func(ctx context.Context) error {
		target := notes.LinkTo(entity.Item)
		if item, err := p.s.Book.Resolve(ctx, target); err != nil || item.ID != entity.ID {
			target = entity.ID.String() // another has the name, too
		}
		link := "[[" + target + "|" + one.words + "]]"
		if target == one.words {
			link = "[[" + target + "]]"
		}
		before := one.note.Body
		body := before[:one.at.Start] + link + before[one.at.End:]
		return p.s.Book.EditNote(ctx, one.note.ID, notes.NoteUpdate{Body: &body, Seen: &before})
	}, func() {
		p.s.Tell(lang.X("entity.linkedNow", "“{{.Note}}” links to {{.Name}} now. Ctrl+Z takes it back.", map[string]any{"Note": one.note.Title, "Name": entity.Title}))
	})
}

// likeness is another entity that may be this one.
type likeness struct {
	notes.ItemRow
	why notes.Likeness
}

func readAlikes(ctx context.Context, book *notes.Notebook, id notes.ID) ([]likeness, error) {
	item, err := book.Item(ctx, id)
	if err != nil || item.InTrash() {
		return nil, err
	}
	pairs, err := book.Alikes(ctx, item.Kind)
	if err != nil {
		return nil, err
	}
	var alikes []likeness
	for _, pair := range pairs {
		other := pair.A.ID
		if pair.A.ID == id {
			other = pair.B.ID
		} else if pair.B.ID != id {
			continue
		}
		rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: []notes.ID{other}})
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return nil, err
		}
		for _, row := range rows {
			alikes = append(alikes, likeness{row, pair.Why})
		}
	}
	return alikes, nil
}

func (i *inspector) alikeLine(one likeness) fyne.CanvasObject {
	p, id := i.p, i.p.id
	mentions := lang.XN("list.mentions", "{{.N}} mentions", one.Count, map[string]any{"N": one.Count})
	return parts.NewParagraph(i.open(one.Title, one.Item),
		parts.Run{Words: " · " + mentions + " · " + LikenessWords(one.why) + "  ", Colour: look.TextSecond},
		parts.Run{Words: lang.X("merge.do", "Merge"), Colour: look.Accent, Tapped: func() { p.mergeInto(id, one.ID) }},
		parts.Run{Words: " · ", Colour: look.TextThird},
		parts.Run{Words: lang.X("review.apart", "Not the same"), Colour: look.Accent, Tapped: func() {
			p.s.DoThen(func(ctx context.Context) error { return p.s.Book.TellApart(ctx, id, one.ID) }, func() {
				p.s.Tell(lang.X("review.toldApart", "{{.A}} and {{.B}} are not the same. Ctrl+Z takes it back.", map[string]any{"A": p.entity.Title, "B": one.Title}))
			})
		}})
}

// mergeWith asks for another entity of the kind and opens the sheet on which the
// two become one.
func (p *Page) mergeWith() {
	entity := p.entity
	quickfind.Pick(p.s, lang.X("entity.mergeWhom", "Who or what goes into {{.Name}}", map[string]any{"Name": entity.Title}), []notes.Kind{entity.Kind}, func(other notes.ItemRow) {
		p.mergeInto(entity.ID, other.ID)
	}, entity.ID)
}

// mergeInto opens the sheet on which an entity takes in another. If it is that one
// that stays, the page goes on to it, unless the person has gone elsewhere.
func (p *Page) mergeInto(id, other notes.ID) {
	merging.Open(p.s, id, other, func(kept notes.ID) {
		if kept != id && p.id == id {
			p.s.OpenItem(notes.Item{ID: kept, Kind: p.entity.Kind}, text.Range{})
		}
	})
}
