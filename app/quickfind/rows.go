package quickfind

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/find"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// row is one line of the list: the head of a group, something found, a command,
// or an offer to make what was not found.
type row struct {
	head   string
	item   notes.ItemRow
	kind   string
	name   string
	marks  []text.Range
	detail string
	right  string
	do     func()
}

// The heights of lines, in Fyne units.
const (
	rowHeight  = 37
	headHeight = 29
)

func (r row) height() float32 {
	if r.head != "" {
		return headHeight
	}
	return rowHeight
}

// groups are the views under whose names results stand.
func groupOf(kind notes.Kind) session.View { return session.ViewOf(kind) }

// grouped puts results under heads, the group of the best result first, and
// within a group as they came.
func grouped(results []notes.Found, now time.Time) []row {
	var order []session.View
	groups := map[session.View][]row{}
	for _, result := range results {
		view := groupOf(result.ItemRow.Kind)
		if groups[view] == nil {
			order = append(order, view)
		}
		groups[view] = append(groups[view], rowOf(result))
	}
	var rows []row
	for _, view := range order {
		head := session.ViewName(view)
		if view == session.All {
			head = lang.X("find.articles", "Articles")
		}
		rows = append(rows, row{head: head})
		rows = append(rows, groups[view]...)
	}
	return rows
}

func rowOf(result notes.Found) row {
	r := row{item: result.ItemRow, kind: session.KindName(result.ItemRow.Kind), name: result.Name, detail: result.Detail}
	if result.Alias == "" {
		r.marks = result.Marks
	}
	switch {
	case result.ItemRow.Kind == notes.KindEvent:
		r.detail = session.Date(result.Detail, false)
	case result.ItemRow.Kind == notes.KindArticle, result.ItemRow.Kind == notes.KindNote:
		r.detail = text.Shorten(result.Detail, 90)
	}
	if r.right = why(result.Match); r.right == "" && result.Count > 0 {
		r.right = lang.XN("list.mentions", "{{.N}} mentions", result.Count, map[string]any{"N": result.Count})
		if !result.ItemRow.Kind.IsEntity() {
			r.right = lang.XN("find.items", "{{.N}} items", result.Count, map[string]any{"N": result.Count})
		}
	}
	return r
}

// why says how a name fits, where that is not plain to see.
func why(m find.Match) string {
	var said []string
	if m.Alias != "" {
		said = append(said, lang.X("find.alias", "also “{{.Alias}}”", map[string]any{"Alias": text.Shorten(m.Alias, 40)}))
	}
	if m.Latin {
		said = append(said, lang.X("find.latin", "in Latin letters"))
	}
	switch {
	case m.Reason == find.Initials:
		said = append(said, lang.X("find.initials", "initials"))
	case m.Reason == find.Subsequence:
		said = append(said, lang.X("find.letters", "letters in order"))
	case m.Reason == find.Misspelt && m.Sounds && m.Distance == 1:
		said = append(said, lang.X("find.sounds", "sounds alike"))
	case m.Reason == find.Misspelt && m.Distance == 1:
		said = append(said, lang.X("find.oneletter", "one letter differs"))
	case m.Reason == find.Misspelt:
		said = append(said, lang.X("find.misspelt", "{{.N}} letters differ", map[string]any{"N": m.Distance}))
	case m.Accents && m.Signs:
		said = append(said, lang.X("find.folded", "accents and hyphens left aside"))
	case m.Accents:
		said = append(said, lang.X("find.accents", "accents folded"))
	case m.Signs:
		said = append(said, lang.X("find.signs", "hyphens, apostrophes left aside"))
	}
	return strings.Join(said, " · ")
}

// commandRows are the commands that have all the words typed: the one of that
// name first, then those that begin so.
func (o *Overlay) commandRows(typed string) []row {
	typed = fold.String(typed)
	words := strings.Fields(typed)
	ranks := [3][]row{}
	for _, command := range o.commands() {
		name := fold.String(command.Name)
		fits := true
		for _, word := range words {
			fits = fits && (strings.HasPrefix(name, word) || strings.Contains(name, " "+word))
		}
		if !fits {
			continue
		}
		rank := 2
		if name == typed {
			rank = 0
		} else if strings.HasPrefix(name, typed) {
			rank = 1
		}
		ranks[rank] = append(ranks[rank], row{kind: lang.X("find.command", "Command"), name: command.Name, right: session.CommandKeys(command), do: command.Do})
	}
	rows := slices.Concat(ranks[:]...)
	if len(rows) > 0 {
		rows = append([]row{{head: lang.X("find.commandHead", "Commands")}}, rows...)
	}
	return rows
}

// creating offers to make what nothing is called yet.
func (o *Overlay) creating(typed string) []row {
	rows := []row{{head: lang.X("find.nothing", "Nothing has this name")}}
	made := map[string]any{"Name": typed}
	for _, kind := range []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent} {
		rows = append(rows, row{
			kind: session.KindName(kind), name: lang.X("find.make", "Make “{{.Name}}”", made),
			do: func() { o.make(kind, typed) },
		})
	}
	return append(rows, row{
		kind: session.KindName(notes.KindNote), name: lang.X("find.write", "Write a note “{{.Name}}”", made),
		do: func() { o.make(notes.KindNote, typed) },
	})
}

// searching offers to look for what was typed in all that was written.
func (o *Overlay) searching(typed string) []row {
	return []row{
		{head: lang.X("find.within", "In what was written")},
		{
			kind: session.ViewName(session.Search),
			name: lang.X("find.search", "Search all words for “{{.Name}}”", map[string]any{"Name": text.Shorten(typed, 60)}),
			do:   func() { o.s.Open(session.Place{View: session.Search, Query: typed}) },
		},
	}
}

// make makes an item of a name and opens it.
func (o *Overlay) make(kind notes.Kind, name string) {
	var made notes.Item
	o.s.DoThen(func(ctx context.Context) error {
		if kind == notes.KindNote {
			note, err := o.s.Book.AddNote(ctx, name, "")
			made = note.Item
			return err
		}
		entity, err := o.s.Book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: kind, Title: name}})
		made = entity.Item
		return err
	}, func() { o.s.OpenItem(made, text.Range{}) })
}
