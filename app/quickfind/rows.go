package quickfind

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/find"
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
	also   []parts.Run // the alias that fits
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

// grouped puts results under heads, the group of the best result first, and
// within a group as they came. Of kinds, the first is the likeliest to be meant:
// its group comes first where it fits as well as any other.
func grouped(results []notes.Found, kinds []notes.Kind) []row {
	var order []session.View
	groups, best := map[session.View][]row{}, map[session.View]int{}
	for _, result := range results {
		view := session.ViewOf(result.ItemRow.Kind)
		if groups[view] == nil {
			order, best[view] = append(order, view), sureness(result.Reason)
		}
		groups[view] = append(groups[view], rowOf(result))
	}
	if len(kinds) > 0 {
		likeliest := session.ViewOf(kinds[0])
		if at := slices.Index(order, likeliest); at > 0 && best[likeliest] <= best[order[0]] {
			order = slices.Insert(slices.Delete(order, at, at+1), 0, likeliest)
		}
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

// tellApart fills in what is known of those who share kind and name with another
// that was found, where their rows say nothing: no more is read than is shown.
func tellApart(ctx context.Context, book *notes.Notebook, results []notes.Found) error {
	items := make([]notes.Item, len(results))
	for i, result := range results {
		items[i] = result.Item
	}
	several := session.Namesakes(items)
	if len(several) == 0 {
		return nil
	}
	var which []int
	var rows []notes.ItemRow
	for i, result := range results {
		if slices.Contains(several, result.ID) {
			which, rows = append(which, i), append(rows, result.ItemRow)
		}
	}
	err := session.Tell(ctx, book, rows)
	for i, at := range which {
		results[at].ItemRow = rows[i]
	}
	return err
}

// sureness orders the ways in which a name fits as far as they count before its
// kind: it is the name, it has what was typed, it is like it.
func sureness(reason find.Reason) int {
	switch reason {
	case find.Recent, find.Listed, find.Exact:
		return 0
	case find.Misspelt, find.Subsequence, find.Begun:
		return 2
	}
	return 1
}

func rowOf(result notes.Found) row {
	r := row{item: result.ItemRow, kind: session.KindName(result.ItemRow.Kind), name: result.Name, detail: result.Detail}
	if result.Alias == "" {
		r.marks = result.Marks
	} else {
		r.also = also(result.Alias, result.Marks)
	}
	switch {
	case result.ItemRow.Kind == notes.KindEvent:
		r.detail = session.Date(result.Detail, false)
	case result.ItemRow.Kind == notes.KindArticle, result.ItemRow.Kind == notes.KindNote:
		r.detail = text.Shorten(session.Unlinked(result.Detail), 90)
	}
	said := why(result.Match)
	if result.Count > 0 {
		count := lang.XN("list.mentions", "{{.N}} mentions", result.Count, map[string]any{"N": result.Count})
		if !result.ItemRow.Kind.IsEntity() {
			count = lang.XN("find.items", "{{.N}} items", result.Count, map[string]any{"N": result.Count})
		}
		said = append(said, count)
	}
	r.right = strings.Join(said, between)
	if len(r.also) > 0 && len(said) > 0 {
		r.right = between + r.right
	}
	return r
}

// between stands between two things that are said of a result.
const between = " · "

// also says which other name fits, with the matched letters marked.
func also(alias string, marks []text.Range) []parts.Run {
	const name = "\x00" // in its place
	before, behind, _ := strings.Cut(lang.X("find.alias", "also “{{.Alias}}”", map[string]any{"Alias": name}), name)
	runs := slices.Concat([]parts.Run{{Words: before}}, marked(text.Shorten(alias, mostAlias), marks), []parts.Run{{Words: behind}})
	for i := range runs {
		runs[i].Size = look.BadgeSize
		if runs[i].Colour == "" {
			runs[i].Colour = look.TextThird
		}
	}
	return runs
}

// mostAlias is how much of another name is shown, in bytes.
const mostAlias = 40

// why says how a name fits, where that is not plain to see.
func why(m find.Match) []string {
	var said []string
	nearly := m.Reason == find.Misspelt || m.Reason == find.Begun
	if m.Untitled {
		said = append(said, lang.X("find.untitled", "title left aside"))
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
	case nearly && m.Distance == 1:
		said = append(said, lang.X("find.oneletter", "one letter differs"))
	case nearly:
		said = append(said, lang.X("find.misspelt", "{{.N}} letters differ", map[string]any{"N": m.Distance}))
	case m.Accents && m.Signs:
		said = append(said, lang.X("find.folded", "accents and hyphens left aside"))
	case m.Accents:
		said = append(said, lang.X("find.accents", "accents folded"))
	case m.Signs:
		said = append(said, lang.X("find.signs", "hyphens, apostrophes left aside"))
	}
	return said
}

// withOffers adds to what was found the commands of that name and the search for the
// words; where nothing was found, the making of what is called so. Unless one kind
// is asked for, searching comes before making, so that Enter by mistake makes nothing.
func (o *Overlay) withOffers(rows []row, typed string, kinds []notes.Kind) []row {
	narrowed := len(kinds) > 0
	if !narrowed {
		rows = append(rows, o.commandRows(typed)...)
	}
	if len(rows) > 0 {
		if !narrowed {
			rows = append(rows, row{head: lang.X("find.within", "In what was written")}, o.searching(typed))
		}
		return rows
	}
	rows = []row{{head: lang.X("find.nothing", "Nothing has this name")}}
	if made := o.creating(typed, kinds); narrowed && len(made) > 0 {
		return append(append(rows, made...), o.searching(typed))
	}
	return append(append(rows, o.searching(typed)), o.creating(typed, kinds)...)
}

// creating offers to make what nothing is called yet, of the given kinds, or of any.
func (o *Overlay) creating(typed string, kinds []notes.Kind) []row {
	var rows []row
	made := map[string]any{"Name": typed}
	for _, kind := range []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent, notes.KindNote} {
		if len(kinds) > 0 && !slices.Contains(kinds, kind) {
			continue
		}
		words := lang.X("find.make", "Make “{{.Name}}”", made)
		if kind == notes.KindNote {
			words = lang.X("find.write", "Write a note “{{.Name}}”", made)
		}
		rows = append(rows, row{kind: session.KindName(kind), name: words, do: func() { o.make(kind, typed) }})
	}
	return rows
}

// searching offers to look for what was typed in all that was written.
func (o *Overlay) searching(typed string) row {
	return row{
		kind: session.ViewName(session.Search),
		name: lang.X("find.search", "Search all words for “{{.Name}}”", map[string]any{"Name": text.Shorten(typed, 60)}),
		do:   func() { o.s.Open(session.Place{View: session.Search, Query: typed}) },
	}
}

// make makes an item of a name and opens it.
func (o *Overlay) make(kind notes.Kind, name string) {
	if kind == notes.KindNote {
		o.s.MakeNote(name, "")
		return
	}
	o.s.Make(func(ctx context.Context) (notes.Item, error) {
		entity, err := o.s.Book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: kind, Title: name}})
		return entity.Item, err
	})
}
