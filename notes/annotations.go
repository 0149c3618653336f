package notes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes/anchor"
	"cuttings/notes/annotation"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// Origin is where an item that was imported comes from.
type Origin struct {
	Annotation string // its ID in the file it came in
	Item       ID
	Reply      bool // it was put into the comment of the item
	Creator    string
	Selectors  []json.RawMessage // those that the archive has no use for
}

// The statuses of an annotation that was imported, besides those of Collected.
const (
	StatusOrphan Status = "orphan" // kept, but its words were not found
	StatusNote   Status = "note"   // kept as a note, since it is about a page as a whole
	StatusReply  Status = "reply"  // put into the comment of the highlight it answers
)

// Imported is what became of one annotation.
type Imported struct {
	Annotation string // its ID in the file
	Words      string // its quotation, or what it says
	ID         ID     // of the highlight or note
	Article    ID
	Status     Status
	Err        error // why it failed, in a sentence
}

// urnPrefix begins the names that our items have in files of annotations.
const urnPrefix = "urn:cuttings:"

// ImportAnnotations keeps annotations as highlights of the articles they are
// about, or all of them of the given article, if it is not zero. What cannot be
// placed surely is kept as an orphan; one of a page as a whole becomes a note
// that links to the article; a reply goes into the comment it answers. One that
// was imported before, or that is this archive's own, is left alone. All are
// one operation.
func (n *Notebook) ImportAnnotations(ctx context.Context, all []annotation.Annotation, article ID) ([]Imported, error) {
	if article != 0 {
		if _, err := n.Article(ctx, article); err != nil {
			return nil, fmt.Errorf("import annotations: %w", err)
		}
	}
	results := make([]Imported, len(all))
	order := make([]int, 0, len(all))
	for _, replies := range []bool{false, true} { // what is answered comes before the answers
		for i := range all {
			if (len(all[i].ReplyTo) > 0) == replies {
				order = append(order, i)
			}
		}
	}
	err := n.update(ctx, Operation{Verb: VerbImport, Subject: fmt.Sprint(len(all))}, func(tx Tx) error {
		im := importing{n: n, tx: tx, only: article, texts: map[ID]*imported{}}
		for _, i := range order {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("import annotations: %w", err)
			}
			result, err := im.one(ctx, all[i])
			if err != nil {
				return fmt.Errorf("import annotation %d: %w", i+1, err)
			}
			results[i] = result
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return results, nil
}

// importing is one import under way.
type importing struct {
	n     *Notebook
	tx    Tx
	only  ID
	texts map[ID]*imported
}

// imported is an article that annotations are about.
type imported struct {
	article Article
	text    text.Text
	finder  *anchor.Finder
}

func (im *importing) one(ctx context.Context, a annotation.Annotation) (Imported, error) {
	result := Imported{Annotation: a.ID, Words: text.Shorten(a.Comment, 80)}
	if a.Quote != nil {
		result.Words = text.Shorten(a.Quote.Exact, 80)
	}
	known, err := im.known(ctx, a.ID)
	if err != nil {
		return result, err
	}
	if known != 0 {
		result.ID, result.Status = known, StatusDuplicate
		return result, nil
	}
	if len(a.ReplyTo) > 0 {
		return im.reply(ctx, a, result)
	}
	about, err := im.about(ctx, a)
	if err != nil {
		return result, err
	}
	if about == nil {
		result.Status = StatusFailed
		result.Err = fmt.Errorf("no article of the archive has the address %s: %w", a.Source, ErrNotFound)
		return result, nil
	}
	result.Article = about.article.ID
	switch {
	case a.OfPage():
		result.Status = StatusNote
		result.ID, err = im.note(ctx, a, about)
	case a.Quote == nil && a.Position == nil:
		result.Status = StatusFailed
		result.Err = fmt.Errorf("it says neither the words nor where they stand: %w", ErrInvalid)
		return result, nil
	default:
		result.ID, result.Status, err = im.highlight(ctx, a, about)
		if errors.Is(err, ErrInvalid) {
			result.Status, result.Err, err = StatusFailed, err, nil
			return result, nil
		}
	}
	if err != nil {
		return result, err
	}
	return result, im.finish(ctx, a, result.ID, false)
}

// finish gives an item its tags, and remembers where it comes from.
func (im *importing) finish(ctx context.Context, a annotation.Annotation, id ID, reply bool) error {
	for _, tag := range a.Tags {
		if strings.TrimSpace(tag) == "" {
			continue
		}
		if err := im.n.tag(ctx, im.tx, id, tag); err != nil {
			return fmt.Errorf("tag %s: %w", id, err)
		}
	}
	if a.ID == "" {
		return nil
	}
	return im.tx.SetOrigin(ctx, Origin{Annotation: a.ID, Item: id, Reply: reply, Creator: a.Creator, Selectors: a.Selectors})
}

// known returns the item that an annotation is already; zero if it is new.
func (im *importing) known(ctx context.Context, id string) (ID, error) {
	if id == "" {
		return 0, nil
	}
	if own, ok := strings.CutPrefix(id, urnPrefix); ok {
		if parsed, err := ParseID(own); err == nil {
			if item, err := im.tx.Item(ctx, parsed); err == nil && item.Kind == KindHighlight {
				return item.ID, nil
			}
		}
	}
	origin, err := im.tx.OriginOf(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	return origin.Item, err
}

// about returns the article that an annotation is about; nil if there is none.
func (im *importing) about(ctx context.Context, a annotation.Annotation) (*imported, error) {
	id := im.only
	if id == 0 {
		var err error
		if id, err = im.match(ctx, a); err != nil || id == 0 {
			return nil, err
		}
	}
	if about, ok := im.texts[id]; ok {
		return about, nil
	}
	article, err := im.tx.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	t, err := im.tx.Text(ctx, article.Capture)
	if err != nil {
		return nil, err
	}
	about := &imported{article, t, anchor.NewFinder(t.Body)}
	im.texts[id] = about
	return about, nil
}

// match finds an article by address, by our own name for it, or by its title if
// only one has that.
func (im *importing) match(ctx context.Context, a annotation.Annotation) (ID, error) {
	found, err := im.tx.ArticlesAt(ctx, addresses(a.Source))
	if err != nil {
		return 0, err
	}
	if len(found) > 0 {
		return found[0], nil
	}
	if own, ok := strings.CutPrefix(a.Source, urnPrefix); ok {
		if id, err := ParseID(own); err == nil {
			if item, err := im.tx.Item(ctx, id); err == nil && item.Kind == KindArticle {
				return id, nil
			}
		}
	}
	items, err := im.tx.Lookup(ctx, fold.String(a.Title))
	if err != nil {
		return 0, err
	}
	items = slices.DeleteFunc(items, func(item Item) bool { return item.Kind != KindArticle || item.InTrash() })
	if len(items) == 1 {
		return items[0].ID, nil
	}
	return 0, nil
}

// addresses returns the ways in which the address of a page is written.
func addresses(address string) []string {
	address, _, _ = strings.Cut(address, "#")
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return []string{address}
	}
	rest = strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
	var all []string
	for _, scheme := range []string{"https://", "http://"} {
		for _, host := range []string{"", "www."} {
			all = append(all, scheme+host+rest, scheme+host+rest+"/")
		}
	}
	return all
}

// highlight keeps an annotation as a highlight. One whose words do not stand in
// the text as they are keeps its quotation; where it stands is recorded apart.
func (im *importing) highlight(ctx context.Context, a annotation.Annotation, about *imported) (ID, Status, error) {
	now := im.n.now()
	h := Highlight{
		Item:    Item{ID: im.n.ids.next(), Kind: KindHighlight, Created: now, Changed: now},
		Article: about.article.ID, Capture: about.article.Capture, Colour: Colour(a.Colour), Comment: cleanBody(a.Comment),
	}
	if h.Colour == "" {
		h.Colour = Yellow
	}
	if !a.Created.IsZero() {
		h.Created, h.Changed = a.Created, a.Created
	}
	if !a.Modified.IsZero() {
		h.Changed = a.Modified
	}
	at := -1
	if a.Position != nil {
		at = offset(about.text, a.Position.Start, a.Position.Unit)
	}
	if a.Quote == nil {
		h.Range = text.Range{Start: at, End: offset(about.text, a.Position.End, a.Position.Unit)}
		if err := fix(&h, about.text); err != nil {
			return 0, "", err
		}
		return h.ID, StatusAdded, im.tx.InsertHighlight(ctx, h)
	}
	h.Exact, h.Prefix, h.Suffix = a.Quote.Exact, a.Quote.Prefix, a.Quote.Suffix
	h.Start, h.End = max(at, 0), max(at, 0)
	placement := locateIn(about.finder, about.text.Body, h, h.Capture)
	status := StatusAdded
	switch {
	case placement.Way == WayNone:
		status = StatusOrphan
	case placement.Exact == h.Exact:
		h.Range = placement.Range
	}
	if err := im.tx.InsertHighlight(ctx, h); err != nil {
		return 0, "", err
	}
	if placement.Exact == h.Exact {
		return h.ID, status, nil
	}
	return h.ID, status, im.tx.SetPlacement(ctx, placement)
}

// offset turns a count of characters into an offset of the text.
func offset(t text.Text, count int, unit annotation.Unit) int {
	if unit != annotation.UTF16 {
		return t.FromCodePoints(count)
	}
	for at, r := range t.Body {
		if count <= 0 {
			return at
		}
		count--
		if utf8.RuneLen(r) == 4 { // two code units
			count--
		}
	}
	return len(t.Body)
}

// note keeps an annotation of a whole page as a note.
func (im *importing) note(ctx context.Context, a annotation.Annotation, about *imported) (ID, error) {
	now := im.n.now()
	if a.Created.IsZero() {
		a.Created = now
	}
	note := Note{
		Item: Item{ID: im.n.ids.next(), Kind: KindNote, Title: text.Shorten("On "+about.article.Title, MaxTitle), Created: a.Created, Changed: now},
		Body: cleanBody(a.Comment) + "\n\n[[" + LinkTo(about.article.Item) + "]]\n",
	}
	if err := im.tx.InsertNote(ctx, note); err != nil {
		return 0, err
	}
	return note.ID, im.n.keepRevision(ctx, im.tx, note, true)
}

// reply puts an answer into the comment of what it answers.
func (im *importing) reply(ctx context.Context, a annotation.Annotation, result Imported) (Imported, error) {
	result.Status = StatusReply
	for i := len(a.ReplyTo) - 1; i >= 0; i-- { // the last is the nearest
		id, err := im.known(ctx, a.ReplyTo[i])
		if err != nil {
			return result, err
		}
		if id == 0 {
			continue
		}
		item, err := im.tx.Item(ctx, id)
		if err != nil {
			return result, err
		}
		said := cleanBody(a.Comment)
		if who := strings.TrimSpace(a.Creator + " " + a.Created.Format("2006-01-02")); a.Creator != "" && !a.Created.IsZero() {
			said = "**" + who + ":** " + said
		}
		err = rewrite(ctx, im.tx, item, func(words string) string { return strings.TrimLeft(words+"\n\n"+said, "\n") })
		if err != nil {
			return result, err
		}
		result.ID = id
		return result, im.finish(ctx, annotation.Annotation{ID: a.ID, Creator: a.Creator}, id, true)
	}
	result.Status = StatusFailed
	result.Err = fmt.Errorf("what it answers is neither in the file nor in the archive: %w", ErrNotFound)
	return result, nil
}
