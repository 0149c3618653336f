package searching

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// hints stand below the field: what could complete what is typed, what the query
// means, what is wrong in it, and what else was looked for.
type hints struct {
	p       *Page
	chips   *fyne.Container
	said    *parts.Paragraph
	object  *fyne.Container
	offered []string // what Tab takes the first of
	of      query.Completion
	focused bool   // the keyboard is in the field
	about   answer // of what is said
	held    int    // faults that are not said, since their words are still typed
}

// mostOffered is how many completions are offered.
const mostOffered = 6

// mostQuoted is how much of a query is quoted where something is said of it, in
// bytes.
const mostQuoted = 48

func newHints(p *Page) *hints {
	h := &hints{p: p, chips: parts.NewFlow(8), said: parts.NewParagraph()}
	h.said.MaxLines = 3
	h.object = parts.NewColumn(8, h.chips, h.said)
	h.object.Hide()
	p.field.OnCursorChanged = h.moved
	p.field.OnFocus = func(focused bool) {
		h.focused = focused
		h.moved()
	}
	return h
}

// alsoWords say under which other names a thing was looked for, and whose they are if
// its own is not among them.
func alsoWords(other notes.OtherNames) string {
	said := map[string]any{"Names": strings.Join(other.Names, "”, “"), "Name": other.Entity.Title}
	if slices.Contains(other.Names, other.Entity.Title) {
		return lang.X("search.also", "also searched for “{{.Names}}”", said)
	}
	return lang.X("search.alsoOf", "also searched for other names of {{.Name}}: “{{.Names}}”", said)
}

// moved says again what is wrong, since the caret may have left it.
func (h *hints) moved() {
	if h.held != len(h.about.understood.Faults)-len(h.faults()) {
		h.say(h.about)
	}
}

// faults are those to say.
func (h *hints) faults() []query.Fault {
	var said []query.Fault
	for _, fault := range h.about.understood.Faults {
		if !h.typing(fault) {
			said = append(said, fault)
		}
	}
	return said
}

// typing reports whether a fault is only that its words are not typed to their end:
// the caret still stands behind a field's name, or the beginning of a value for it.
func (h *hints) typing(fault query.Fault) bool {
	asked := h.about.query
	at := strings.Index(h.p.field.Text, asked) + fault.At.End
	if !h.focused || asked != h.p.query() || h.p.caret() != at {
		return false
	}
	switch fault.Wrong {
	case query.NoValue:
		return true
	case query.NoSuchValue:
		_, value, _ := strings.Cut(asked[fault.At.Start:fault.At.End], ":")
		return slices.ContainsFunc(query.Values(fault.Name), func(known string) bool { return strings.HasPrefix(known, strings.ToLower(value)) })
	}
	return false
}

// caret is where the next letter goes, in bytes of the field's text.
func (p *Page) caret() int {
	at := 0
	for range p.field.CursorColumn {
		_, size := utf8.DecodeRuneInString(p.field.Text[at:])
		at += size
	}
	return at
}

// complete offers what could stand where one types.
func (h *hints) complete() {
	of, ok := query.Complete(h.p.field.Text, h.p.caret())
	if !ok {
		h.p.s.Work.Cancel("complete a query")
		h.offer(of, nil)
		return
	}
	if of.Name == "" {
		var names []string
		if utf8.RuneCountInString(of.Typed) > 1 {
			for _, name := range of.Names() {
				names = append(names, string(name))
			}
		}
		h.offer(of, names)
		return
	}
	h.offered = nil // what is offered is no answer to what is typed yet
	h.p.s.Work.Latest("complete a query", func(ctx context.Context) (func(), error) {
		values, err := h.p.s.Book.FieldValues(ctx, of.Name, of.Typed, mostOffered)
		values = distinct(values)
		return func() {
			if len(values) == 1 && values[0] == of.Typed {
				values = nil
			}
			h.offer(of, values)
		}, err
	}, h.p.s.Fail)
}

func (h *hints) offer(of query.Completion, values []string) {
	h.of, h.offered = of, values[:min(len(values), mostOffered)]
	h.chips.Objects = nil
	for i, value := range h.offered {
		aside := ""
		if i == 0 {
			aside = "  Tab"
		}
		if of.Name == "" {
			value += ":"
		}
		h.chips.Objects = append(h.chips.Objects, parts.NewChipAside(value, aside, func() { h.take(i) }))
	}
	h.shown()
}

// take writes a completion into the field; false if there is none.
func (h *hints) take(i int) bool {
	if i >= len(h.offered) {
		return false
	}
	completed, caret := h.of.Write(h.p.field.Text, h.offered[i])
	h.offered = nil
	h.p.field.SetText(completed)
	h.p.field.CursorColumn = utf8.RuneCountInString(completed[:caret])
	h.p.field.Refresh()
	h.p.Focus()
	h.complete()
	return true
}

// say tells what a query means and what is wrong in it.
func (h *hints) say(known answer) {
	h.about = known
	faults := h.faults()
	h.held = len(known.understood.Faults) - len(faults)
	var runs []parts.Run
	small := func(words string, colour fyne.ThemeColorName) {
		if len(runs) > 0 {
			runs = append(runs, parts.Run{Words: "  ·  ", Size: look.BadgeSize, Colour: look.TextThird})
		}
		runs = append(runs, parts.Run{Words: words, Size: look.BadgeSize, Colour: colour})
	}
	for _, fault := range faults {
		small(lang.X("search.fault", "“{{.Words}}” was left aside: {{.Why}}", map[string]any{
			"Words": text.Shorten(known.query[fault.At.Start:fault.At.End], mostQuoted), "Why": faultWords(fault),
		}), look.Alarm)
	}
	if !plainWords(known.understood) {
		if meaning := known.understood.Meaning(wording()); meaning != "" {
			small(meaning, look.TextSecond)
		}
	}
	for _, other := range known.also {
		small(alsoWords(other), look.TextSecond)
	}
	h.said.SetRuns(runs...)
	h.said.Hidden = len(runs) == 0
	h.shown()
}

func (h *hints) shown() {
	h.chips.Hidden = len(h.chips.Objects) == 0
	h.object.Hidden = h.chips.Hidden && h.said.Hidden
	h.chips.Refresh()
	h.p.object.Refresh()
}

// orders are the orders of results, as the chip goes through them.
var orders = []notes.Order{"", notes.Newest, notes.Oldest}

func orderName(order notes.Order) string {
	switch order {
	case notes.Newest:
		return lang.X("search.newest", "Newest first")
	case notes.Oldest:
		return lang.X("search.oldest", "Oldest first")
	}
	return lang.X("search.best", "Best first")
}
