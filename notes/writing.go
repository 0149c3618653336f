package notes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// revisionEvery is how long a note is written on before a revision of its own
// is kept; within it, autosaving replaces the last revision.
const revisionEvery = 10 * time.Minute

// maxNote bounds the body of a note, in bytes.
const maxNote = 16 << 20

// AddNote writes a note.
func (n *Notebook) AddNote(ctx context.Context, title, body string, tags ...string) (Note, error) {
	title, err := cleanTitle(title)
	if err != nil {
		return Note{}, fmt.Errorf("write note: %w", err)
	}
	if len(body) > maxNote {
		return Note{}, fmt.Errorf("write note: %w", ErrTooLarge)
	}
	now := n.now()
	note := Note{Item: Item{ID: n.ids.next(), Kind: KindNote, Title: title, Created: now, Changed: now}, Body: cleanBody(body)}
	err = n.update(ctx, Operation{Verb: VerbAddNote, Subject: title}, func(tx Tx) error {
		if err := tx.InsertNote(ctx, note); err != nil {
			return err
		}
		if err := n.keepRevision(ctx, tx, note, false); err != nil {
			return err
		}
		for _, tag := range tags {
			if err := n.tag(ctx, tx, note.ID, tag); err != nil {
				return err
			}
		}
		return nil
	})
	return note, err
}

// NoteUpdate changes what is not nil.
type NoteUpdate struct {
	Title, Body *string
	// Seen is the body on which Body goes on, if it is known. Where the note
	// has another one, somebody else wrote it meanwhile, and it stays in the
	// history.
	Seen *string
}

// EditNote changes a note and keeps a revision; links to its title follow.
func (n *Notebook) EditNote(ctx context.Context, id ID, update NoteUpdate) error {
	before, err := n.Reader.Note(ctx, id)
	if err != nil {
		return fmt.Errorf("edit note %s: %w", id, err)
	}
	if update.Body != nil && len(*update.Body) > maxNote {
		return fmt.Errorf("edit note %s: %w", id, ErrTooLarge)
	}
	return n.update(ctx, Operation{Verb: VerbEditNote, Subject: before.Title}, func(tx Tx) error {
		note, err := tx.Note(ctx, id)
		if err != nil {
			return err
		}
		was := note
		if update.Body != nil {
			note.Body = cleanBody(*update.Body)
		}
		if update.Title != nil {
			if note.Title, err = cleanTitle(*update.Title); err != nil {
				return err
			}
		}
		if note == was {
			return nil
		}
		note.Changed = n.now()
		if err := tx.UpdateNote(ctx, note); err != nil {
			return err
		}
		if err := n.followRename(ctx, tx, note.Item, was.Title); err != nil {
			return err
		}
		unseen := update.Seen != nil && *update.Seen != was.Body
		return n.keepRevision(ctx, tx, note, unseen)
	})
}

// keepRevision adds what a note is now to its history. What was kept a moment
// ago is replaced, unless apart.
func (n *Notebook) keepRevision(ctx context.Context, tx Tx, note Note, apart bool) error {
	revision := Revision{ID: n.ids.next(), Note: note.ID, Saved: n.now(), Title: note.Title, Body: note.Body}
	kept, err := tx.Revisions(ctx, note.ID)
	if err != nil {
		return fmt.Errorf("read the revisions of %s: %w", note.ID, err)
	}
	if !apart && len(kept) > 1 && revision.Saved.Sub(kept[1].Saved) < revisionEvery {
		revision.ID = kept[0].ID
	}
	if err := tx.KeepRevision(ctx, revision); err != nil {
		return fmt.Errorf("keep a revision of %s: %w", note.ID, err)
	}
	return nil
}

// cleanBody keeps what a person wrote but for bytes that are no characters.
func cleanBody(body string) string {
	body = strings.ReplaceAll(strings.ToValidUTF8(body, "\uFFFD"), "\r\n", "\n")
	return strings.ReplaceAll(body, "\x00", "")
}

// followRename rewrites the [[links]] that name item by what it was called
// before. Nothing happens if the title is the same.
func (n *Notebook) followRename(ctx context.Context, tx Tx, item Item, before string) error {
	if before == item.Title {
		return nil
	}
	links, err := tx.LinksTo(ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read the links to %s: %w", item.ID, err)
	}
	key := fold.String(before)
	done := map[ID]bool{}
	for _, link := range links {
		if link.Relation != Linked || fold.String(link.Written) != key || done[link.From] {
			continue
		}
		done[link.From] = true
		source, err := tx.Item(ctx, link.From)
		if err != nil {
			return fmt.Errorf("read item %s: %w", link.From, err)
		}
		err = rewrite(ctx, tx, source, func(words string) string {
			return markdown.Rename(words, before, LinkTo(item), func(a, b string) bool { return fold.String(a) == fold.String(b) })
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// LinkTo returns what stands between [[ and ]] in a link to an item: its
// title, or its ID if it has none or the title would end the link early.
func LinkTo(item Item) string {
	if item.Title == "" || strings.ContainsAny(item.Title, "|[]#") {
		return item.ID.String()
	}
	return item.Title
}

// rewrite changes the Markdown of an item that holds [[links]].
func rewrite(ctx context.Context, tx Tx, item Item, change func(string) string) error {
	switch {
	case item.Kind == KindNote:
		note, err := tx.Note(ctx, item.ID)
		if err != nil {
			return fmt.Errorf("read note %s: %w", item.ID, err)
		}
		note.Body = change(note.Body)
		return tx.UpdateNote(ctx, note)
	case item.Kind == KindHighlight:
		highlight, err := tx.Highlight(ctx, item.ID)
		if err != nil {
			return fmt.Errorf("read highlight %s: %w", item.ID, err)
		}
		highlight.Comment = change(highlight.Comment)
		return tx.UpdateHighlight(ctx, highlight)
	case item.Kind.IsEntity():
		entity, err := tx.Entity(ctx, item.ID)
		if err != nil {
			return fmt.Errorf("read entity %s: %w", item.ID, err)
		}
		entity.Description = change(entity.Description)
		return tx.UpdateEntity(ctx, entity)
	}
	return nil
}

// Preview is Markdown with its [[links]] resolved, for the reading page. A
// link's target is "item:" and an ID, or "new:" and the words if nothing has
// that name.
func (n *Notebook) Preview(ctx context.Context, source string) (text.Text, error) {
	var failed error
	t, err := markdown.Text(source, func(target string) (markdown.Resolved, bool) {
		item, err := linkTarget(ctx, n.Reader, target)
		if err == nil && item.ID != 0 {
			var resolved markdown.Resolved
			if resolved, err = n.resolved(ctx, item); err == nil {
				return resolved, true
			}
		}
		failed = errors.Join(failed, err)
		return markdown.Resolved{}, false
	})
	return t, errors.Join(err, failed)
}

func (n *Notebook) resolved(ctx context.Context, item Item) (markdown.Resolved, error) {
	resolved := markdown.Resolved{ID: item.ID.String(), Title: item.Title}
	if item.Kind != KindHighlight {
		return resolved, nil
	}
	highlight, err := n.Reader.Highlight(ctx, item.ID)
	if err != nil {
		return resolved, fmt.Errorf("read highlight %s: %w", item.ID, err)
	}
	article, err := n.Reader.Article(ctx, highlight.Article)
	if err != nil {
		return resolved, fmt.Errorf("read article %s: %w", highlight.Article, err)
	}
	t, err := n.Reader.Text(ctx, highlight.Capture)
	if err != nil {
		return resolved, fmt.Errorf("read the text of %s: %w", article.ID, err)
	}
	resolved.Quote, resolved.Colour = highlight.Exact, string(highlight.Colour)
	resolved.From = article.Title
	if number := t.ParagraphAt(highlight.Start); number > 0 {
		resolved.From += fmt.Sprintf(", ¶%d", number)
	}
	return resolved, nil
}

// Unresolved returns the targets of a note's links that lead nowhere.
func (n *Notebook) Unresolved(ctx context.Context, id ID) ([]string, error) {
	links, err := n.Reader.LinksFrom(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the links of %s: %w", id, err)
	}
	var targets []string
	for _, link := range links {
		if link.To == 0 && link.Relation == Linked && !slices.Contains(targets, link.Written) {
			targets = append(targets, link.Written)
		}
	}
	return targets, nil
}
