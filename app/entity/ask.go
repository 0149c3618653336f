package entity

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// knownDelay is how long after a key stroke it is looked whether the name is
// known already.
const knownDelay = 80 * time.Millisecond

// KindsFrom returns the kinds of entities, one of them first.
func KindsFrom(first notes.Kind) []notes.Kind {
	kinds := []notes.Kind{first}
	for _, kind := range notes.Entities {
		if kind != first {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// Ask asks for a new person, organisation, place or event, beginning with a
// name and a kind that can both be changed. done is called with what was made,
// or with what has that name already and was chosen instead.
func Ask(s *session.Session, kind notes.Kind, name string, done func(notes.Item)) {
	ask(s, notes.Entity{Item: notes.Item{Kind: kind, Title: name}}, done, done)
}

// AskAndOpen asks like Ask and opens what was made or chosen, unless the person has
// gone on before it was made.
func AskAndOpen(s *session.Session, kind notes.Kind) {
	ask(s, notes.Entity{Item: notes.Item{Kind: kind}}, func(item notes.Item) { s.OpenItem(item, text.Range{}) }, s.TellMade)
}

// AskEvent asks for a new event, beginning with an EDTF date that can be
// changed. done is called as by Ask.
func AskEvent(s *session.Session, date string, done func(notes.Item)) {
	ask(s, notes.Entity{Item: notes.Item{Kind: notes.KindEvent}, Date: date}, done, done)
}

// ask calls gone in place of done if the person has gone on before it was made.
func ask(s *session.Session, first notes.Entity, done, gone func(notes.Item)) {
	kind, name := first.Kind, first.Title
	f := &form{s: s, kind: kind}
	f.sheet = &sheet.Sheet{Title: lang.X("entity.new", "New in the archive"), Confirm: lang.X("entity.make", "Make it")}
	kinds := make([]string, 0, len(notes.Entities))
	chosen := 0
	for i, each := range notes.Entities {
		kinds = append(kinds, session.KindName(each))
		if each == kind {
			chosen = i
		}
	}
	tabs := parts.NewTabs(nil, kinds...)
	tabs.Choose(chosen)
	tabs.OnChosen = func(i int) {
		f.kind = notes.Entities[i]
		f.fit()
	}
	known := parts.NewParagraph()
	f.build(first)
	f.name.OnChanged = func(typed string) { f.look(typed, known, done) }
	f.sheet.Content = parts.NewColumn(10, tabs, f.column, known)
	f.sheet.First = f.name
	f.sheet.Answer = func() string {
		entity, problem := f.read(notes.Entity{})
		if problem != "" {
			return problem
		}
		entity.Kind = f.kind
		var made notes.Entity
		s.DoThenGo(func(ctx context.Context) (err error) {
			made, err = s.Book.AddEntity(ctx, entity)
			return err
		}, func() { done(made.Item) }, func() { gone(made.Item) })
		return ""
	}
	f.sheet.Show(s.Window)
	f.look(name, known, done)
}

// look says if something has the name already, and offers it.
func (f *form) look(typed string, known *parts.Paragraph, done func(notes.Item)) {
	f.s.Work.After(knownDelay, "known name", func(ctx context.Context) (func(), error) {
		items, err := f.s.Book.Lookup(ctx, fold.String(typed))
		return func() {
			known.SetRuns()
			for _, item := range items {
				if !item.Kind.IsEntity() || item.InTrash() {
					continue
				}
				known.SetRuns(
					parts.Run{Words: lang.X("entity.known", "{{.Kind}} “{{.Name}}” is in the archive already. ",
						map[string]any{"Kind": session.KindName(item.Kind), "Name": item.Title}), Colour: look.TextSecond},
					parts.Run{Words: lang.X("entity.take", "Take that"), Colour: look.Accent, Tapped: func() {
						f.sheet.Leave()
						done(item)
					}})
				break
			}
			f.sheet.Refresh()
		}, err
	}, f.s.Fail)
}

// edit asks for changes of an entity.
func (p *Page) edit() {
	if p.id == 0 || p.entity.ID != p.id {
		return
	}
	before := p.entity
	f := &form{s: p.s, kind: before.Kind}
	f.sheet = &sheet.Sheet{Title: lang.X("entity.edit", "About {{.Name}}", map[string]any{"Name": before.Title}), Confirm: lang.X("sheet.save", "Save"), Width: sheet.Wide}
	f.build(before)
	f.participants, f.place = append([]notes.Participant(nil), before.Participants...), before.Place
	f.namesOf = p.names
	f.showParticipants()
	f.sheet.Content, f.sheet.First = f.column, f.name
	f.sheet.Answer = func() string {
		entity, problem := f.read(before)
		if problem != "" {
			return problem
		}
		update := notes.EntityUpdate{Name: &entity.Title, Aliases: &entity.Aliases, Description: &entity.Description}
		if before.Kind == notes.KindPerson {
			update.Roles = &entity.Roles
		}
		if before.Kind == notes.KindEvent {
			update.Date, update.Place, update.Participants = &entity.Date, &entity.Place, &entity.Participants
		}
		p.s.Do(func(ctx context.Context) error { return p.s.Book.EditEntity(ctx, before.ID, update) })
		return ""
	}
	f.sheet.Show(p.s.Window)
}

// addAlias asks for another name of the entity.
func (p *Page) addAlias() {
	entity := p.entity
	field := parts.NewField(lang.X("entity.alias", "Another name, as it is written in articles"))
	form := &sheet.Sheet{Title: lang.X("entity.addAlias", "Alias of {{.Name}}", map[string]any{"Name": entity.Title}), Content: field, First: field, Confirm: lang.X("entity.add", "Add")}
	form.Attach(field)
	form.Answer = func() string {
		name := strings.TrimSpace(field.Text)
		if name == "" {
			return lang.X("sheet.name", "Type a name first.")
		}
		p.setAliases(append(append([]string(nil), entity.Aliases...), name))
		return ""
	}
	form.Show(p.s.Window)
}

func (p *Page) setAliases(aliases []string) {
	id := p.id
	p.s.Do(func(ctx context.Context) error {
		return p.s.Book.EditEntity(ctx, id, notes.EntityUpdate{Aliases: &aliases})
	})
}
