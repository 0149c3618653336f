package desktop

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// item is what a command of the menu is about: what is open, or else what is
// selected in the list.
func (w *window) item() notes.ID {
	if a := w.active(); a != &w.side {
		return a.place.Item
	}
	if w.place.View == session.Review || w.place.View == session.Search {
		return w.place.Item // the list is out of sight, and what was selected in it is not meant
	}
	if w.place.Item == 0 && !session.HasList(w.place.View) {
		return 0 // what the hidden list holds is not meant
	}
	if w.place.View == session.Trash || w.place.Item == 0 {
		return w.list.Selected().ID
	}
	return w.place.Item
}

// withItem does something with that item, or says that there is none.
func (w *window) withItem(do func(id notes.ID)) {
	if id := w.item(); id != 0 {
		do(id)
		return
	}
	w.tell(lang.X("status.noItem", "Open an article, a note or a person first."))
}

func (w *window) newNote() {
	w.s.MakeNote(lang.X("note.untitled", "Untitled"), "")
}

func (w *window) newEntity(kind notes.Kind) {
	entity.AskAndOpen(w.s, kind)
}

func (w *window) newCollection() {
	w.ask(lang.X("collection.title", "New collection"), lang.X("collection.name", "Name of the collection"), nil, func(name string) {
		w.s.Make(func(ctx context.Context) (notes.Item, error) { return w.s.Book.AddCollection(ctx, name) })
	})
}

// chooser is a page on which a part of what it shows can be chosen, such as a
// highlight.
type chooser interface{ Chosen() notes.ID }

// tagItem asks for a tag for the chosen highlight, or else for what is open.
func (w *window) tagItem() {
	if page, ok := w.active().page.(chooser); ok && page.Chosen() != 0 {
		w.tagItems([]notes.ID{page.Chosen()})
		return
	}
	w.withItem(func(id notes.ID) { w.tagItems([]notes.ID{id}) })
}

// tagItems asks for a tag and gives it to items.
func (w *window) tagItems(ids []notes.ID) {
	w.askGroup(notes.KindTag, lang.X("tag.title", "Tag"), lang.X("tag.name", "Name of a tag, new or known"), func(name string) {
		w.s.Do(func(ctx context.Context) error { return w.s.Book.Tag(ctx, ids, name) })
	})
}

func (w *window) fileItem() {
	w.withItem(func(id notes.ID) {
		title := lang.X("file.title", "Put into a collection")
		w.askGroup(notes.KindCollection, title, lang.X("file.name", "Name of a collection, new or known"), func(name string) {
			w.s.Do(func(ctx context.Context) error {
				collection, err := w.s.Book.AddCollection(ctx, name)
				if err != nil {
					return err
				}
				return w.s.Book.File(ctx, collection.ID, id)
			})
		})
	})
}

// maxOffered is how many known tags or collections a sheet offers.
const maxOffered = 40

// askGroup asks for a tag or collection by name and offers those there are.
func (w *window) askGroup(kind notes.Kind, title, hint string, done func(name string)) {
	w.s.Work.Latest("groups", func(ctx context.Context) (func(), error) {
		rows, _, err := w.s.Book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{kind}, Limit: maxOffered})
		known := make([]string, 0, len(rows))
		for _, row := range rows {
			known = append(known, row.Title)
		}
		return func() { w.ask(title, hint, known, done) }, err
	}, w.s.Fail)
}

// ask asks for a name; the known ones can be tapped.
func (w *window) ask(title, hint string, known []string, done func(name string)) {
	field := parts.NewField(hint)
	form := &sheet.Sheet{Title: title, First: field, Confirm: lang.X("sheet.ok", "OK")}
	chips := parts.NewFlow(6)
	for _, name := range known {
		chips.Add(parts.NewChip(name, func() {
			field.SetText(name)
			form.Accept()
		}))
	}
	form.Content = parts.NewColumn(10, field, chips)
	if len(known) == 0 {
		form.Content = field
	}
	form.Attach(field)
	form.Answer = func() string {
		name := strings.TrimSpace(field.Text)
		if name == "" {
			return lang.X("sheet.name", "Type a name first.")
		}
		done(name)
		return ""
	}
	form.Show(w.s.Window)
}

func (w *window) toggleInbox() {
	w.withItem(func(id notes.ID) {
		var inbox bool
		w.s.DoThen(func(ctx context.Context) error {
			article, err := w.s.Book.Article(ctx, id)
			if err != nil {
				return err
			}
			inbox = !article.Inbox
			return w.s.Book.SetInbox(ctx, []notes.ID{id}, inbox)
		}, func() {
			if inbox {
				w.tell(lang.X("status.inbox", "Back in the inbox."))
			} else {
				w.tell(lang.X("status.outOfInbox", "Out of the inbox. It stays in All articles."))
			}
		})
	})
}

func (w *window) deleteItem() {
	w.withItem(func(id notes.ID) {
		w.s.DoThen(func(ctx context.Context) error { return w.s.Book.Delete(ctx, id) }, func() {
			w.tell(lang.X("status.trashed", "Moved to the trash. Ctrl+Z brings it back."))
			w.leave(id)
		})
	})
}

func (w *window) restoreItem() {
	item := w.list.Selected()
	if w.place.View != session.Trash || item.ID == 0 {
		w.tell(lang.X("status.chooseTrash", "Choose something in the trash first."))
		return
	}
	w.s.DoThen(func(ctx context.Context) error { return w.s.Book.Restore(ctx, item.ID) }, func() {
		w.tell(lang.X("status.restored", "Restored."))
	})
}
