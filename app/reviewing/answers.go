package reviewing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// answer is what a key says about the chosen row.
type answer struct {
	key, name string
	do        func()
	enter     bool // Enter says it too
}

// keys are what says it, as on a small label.
func (a answer) keys() string {
	if a.enter {
		return a.key + " " + keyWords(string(fyne.KeyReturn))
	}
	return keyWords(a.key)
}

// saying is how the next digit is meant.
type saying struct {
	not     bool // it is not that one
	forGood bool // in all articles
}

// kindKey goes on to names of the next kind.
const kindKey = "F"

// answers are those of the section that is shown, in the order in which they are
// offered.
func (p *Page) answers() []answer {
	enter, remove, space := string(fyne.KeyReturn), string(fyne.KeyDelete), string(fyne.KeySpace)
	skip := answer{key: "S", name: lang.X("review.skip", "Skip"), do: func() { p.cards.Step(1) }}
	open := answer{key: space, name: lang.X("review.open", "Open"), do: p.open}
	switch p.section {
	case ofEvents:
		return []answer{
			{key: enter, name: lang.X("review.accept", "Accept"), do: p.acceptEvent},
			{key: "A", name: lang.X("review.knownEvent", "As a known event…"), do: p.acceptEventAs},
			{key: remove, name: lang.X("review.never", "Never"), do: p.refuse},
			skip, open,
		}
	case ofUnclear:
		return []answer{
			{key: "N", name: lang.X("review.not", "Not that one"), do: func() { p.digit.not = !p.digit.not; p.say() }},
			{key: "G", name: lang.X("review.good", "In all articles"), do: func() { p.digit.forGood = !p.digit.forGood; p.say() }},
			skip, open,
		}
	case ofAlike:
		if p.row().likely.Known.ID != 0 {
			return []answer{
				{key: "M", name: lang.X("review.isKnown", "The same"), do: p.acceptLikely, enter: true},
				{key: "N", name: lang.X("review.apart", "Not the same"), do: p.refuseLikely},
				skip, open,
			}
		}
		return []answer{
			{key: "M", name: lang.X("review.merge", "Merge…"), do: p.merge, enter: true},
			{key: "N", name: lang.X("review.apart", "Not the same"), do: p.tellApart},
			skip, open,
		}
	}
	return []answer{
		{key: enter, name: lang.X("review.accept", "Accept"), do: func() { p.acceptName("") }},
		{key: "P", name: session.KindName(notes.KindPerson), do: func() { p.acceptName(notes.KindPerson) }},
		{key: "O", name: session.KindName(notes.KindOrganisation), do: func() { p.acceptName(notes.KindOrganisation) }},
		{key: "L", name: session.KindName(notes.KindPlace), do: func() { p.acceptName(notes.KindPlace) }},
		{key: "E", name: session.KindName(notes.KindEvent), do: func() { p.acceptName(notes.KindEvent) }},
		{key: "A", name: lang.X("review.known", "As somebody known…"), do: p.acceptNameAs},
		{key: remove, name: lang.X("review.never", "Never"), do: p.refuse},
		skip, open,
		{key: kindKey, name: lang.X("review.kinds", "Kind"), do: p.nextKind},
	}
}

// answer does what a key says; false if it says nothing here.
func (p *Page) answer(key string) bool {
	for _, a := range p.answers() {
		if a.key == key || a.enter && key == string(fyne.KeyReturn) {
			a.do()
			return true
		}
	}
	return false
}

// say shows the keys, the kinds of names, and what the next digit means. Once it is
// known that nothing waits, there is nothing to answer.
func (p *Page) say() {
	p.keys.Objects = nil
	nothing := p.cards.Empty != ""
	if p.section == ofUnclear && !nothing {
		p.keys.Add(parts.NewKeyButton(p.digit.words(), "1–9", parts.Plain, func() {}))
	}
	for _, a := range p.answers() {
		if nothing && (p.kind == "" || a.key != kindKey) {
			continue
		}
		p.keys.Add(parts.NewKeyButton(a.name, a.keys(), parts.Quiet, func() {
			a.do()
			if p.s.Window.Canvas().Overlays().Top() == nil {
				p.Focus()
			}
		}))
	}
	p.foot.Hidden = len(p.keys.Objects) == 0
	p.chips.Objects = nil
	if p.section == ofNames {
		p.chips.Objects = p.kindChips()
	}
	p.object.Refresh()
}

// keyWords are what a key is called on a small label.
func keyWords(key string) string {
	switch key {
	case string(fyne.KeyReturn):
		return "↵"
	case string(fyne.KeyDelete):
		return lang.X("key.delete", "Del")
	case string(fyne.KeySpace):
		return lang.X("key.space", "Space")
	}
	return key
}

func (d saying) words() string {
	switch {
	case d.not && d.forGood:
		return lang.X("review.digitNeverOne", "Never that one, in any article")
	case d.not:
		return lang.X("review.digitNot", "Not that one, in this article")
	case d.forGood:
		return lang.X("review.digitAlways", "That one, in all articles")
	}
	return lang.X("review.digit", "That one, in this article")
}

func (p *Page) kindChips() []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, kind := range append([]notes.Kind{""}, notes.Entities...) {
		words := lang.X("review.allKinds", "All")
		if kind != "" {
			words = session.ViewName(session.ViewOf(kind))
		}
		chip := parts.NewChip(words, func() { p.narrow(kind) })
		chip.Ghost = kind != p.kind
		chips = append(chips, chip)
	}
	return chips
}

// nextKind narrows the names to the next kind.
func (p *Page) nextKind() {
	kinds := append([]notes.Kind{""}, notes.Entities...)
	for i, kind := range kinds {
		if kind == p.kind {
			p.narrow(kinds[(i+1)%len(kinds)])
			return
		}
	}
}

// take does what was answered about a row, which goes away at once; if it
// cannot be done, the row comes back.
func (p *Page) take(r row, do func(ctx context.Context) error, said string) {
	p.takeSaid(r, func(ctx context.Context) (string, error) { return said, do(ctx) })
}

// takeSaid is take where only what was done says what to tell.
func (p *Page) takeSaid(r row, do func(ctx context.Context) (said string, err error)) {
	p.hide(r)
	var said string
	p.s.Work.InOrder(func(ctx context.Context) (err error) {
		said, err = do(ctx)
		return err
	}, func(err error) {
		if err != nil {
			delete(p.answered, r.id)
			p.s.Fail(err)
			p.reload(0)
			return
		}
		p.s.Tell(said)
	})
}

// hide takes a row out of the list.
func (p *Page) hide(r row) {
	p.answered[r.id] = true
	var rows []row
	for _, other := range p.rows {
		if other.id != r.id {
			rows = append(rows, other)
		}
	}
	p.totals[p.section] -= len(p.rows) - len(rows)
	p.place(rows, p.row().id)
}

func (p *Page) acceptName(as notes.Kind) {
	r := p.row()
	if r.name.Key == "" {
		return
	}
	said := r.name.Kind
	if as != "" {
		said = as
	}
	p.take(r, func(ctx context.Context) error {
		_, err := p.s.Book.AcceptName(ctx, notes.Wanted{Key: r.name.Key, Kind: r.name.Kind, As: as})
		return err
	}, session.Accepted(r.name.Name, said))
}

func (p *Page) acceptNameAs() {
	r := p.row()
	if r.name.Key == "" {
		return
	}
	hint := lang.X("review.asWhom", "Whom or what “{{.Name}}” means", map[string]any{"Name": r.name.Name})
	quickfind.PickFor(p.s, hint, entity.KindsFrom(r.name.Kind), func(known notes.ItemRow) {
		p.take(r, func(ctx context.Context) error { return p.s.Book.AcceptAs(ctx, r.name.Name, known.ID) }, p.aliasTold(r.name.Name, known.Title))
	})
}

func (p *Page) aliasTold(name, of string) string {
	return lang.X("review.alias", "“{{.Name}}” is an alias of {{.Of}} now. Ctrl+Z takes it back.", map[string]any{"Name": name, "Of": of})
}

func (p *Page) refuse() {
	r := p.row()
	if r.id == "" {
		return
	}
	refusal := notes.Refusal{Subject: notes.OfName, Key: r.name.Key}
	if p.section == ofEvents {
		refusal = notes.Refusal{Subject: notes.OfEvent, Key: r.event.Key}
	}
	p.take(r, func(ctx context.Context) error { return p.s.Book.Refuse(ctx, r.title, refusal) },
		lang.X("review.refused", "“{{.Name}}” is not suggested again. Ctrl+Z takes it back.", map[string]any{"Name": r.title}))
}

func (p *Page) acceptEvent() {
	r := p.row()
	if r.event.Key == "" {
		return
	}
	p.takeSaid(r, func(ctx context.Context) (string, error) {
		accepted, err := p.s.Book.AcceptEvent(ctx, r.event, "")
		return session.AcceptedEvent(accepted), err
	})
}

func (p *Page) acceptEventAs() {
	r := p.row()
	if r.event.Key == "" {
		return
	}
	quickfind.PickFor(p.s, lang.X("review.asEvent", "The event that this is"), []notes.Kind{notes.KindEvent}, func(known notes.ItemRow) {
		said := lang.X("review.source", "Its sentences are sources of {{.Name}} now. Ctrl+Z takes it back.", map[string]any{"Name": known.Title})
		p.takeSaid(r, func(ctx context.Context) (string, error) {
			accepted, err := p.s.Book.AcceptEventAs(ctx, r.event, known.ID)
			return said + session.LeftOut(accepted), err
		})
	})
}

// decide says that the words mean a candidate, or do not.
func (p *Page) decide(i int) {
	r := p.row()
	if p.section != ofUnclear || i >= len(r.candidates) {
		return
	}
	one, digit, verdict := r.candidates[i], p.digit, notes.Accepted
	if digit.not {
		verdict = notes.Rejected
	}
	said := map[string]any{"Words": r.unclear.Exact, "Name": session.Beside(one.Title, session.Known(one))}
	told := lang.X("review.decided", "“{{.Words}}” means {{.Name}}. Ctrl+Z takes it back.", said)
	if digit.not {
		told = lang.X("review.decidedNot", "“{{.Words}}” does not mean {{.Name}}. Ctrl+Z takes it back.", said)
	}
	do := func(ctx context.Context) error {
		if digit.forGood {
			return p.s.Book.DecideForGood(ctx, one.ID, r.unclear.Exact, verdict)
		}
		return p.s.Book.Decide(ctx, r.unclear.Article, one.ID, r.unclear.Exact, verdict)
	}
	if digit.not && len(r.candidates) > 2 { // others are left to choose from
		p.digit = saying{}
		p.s.DoThen(do, func() { p.s.Tell(told) })
		return
	}
	p.take(r, do, told)
}

// open goes to where the chosen row comes from.
func (p *Page) open() {
	r := p.row()
	switch {
	case r.name.Key != "":
		p.openFirst(r.name)
	case r.likely.Known.ID != 0:
		p.openFirst(r.likely.Name)
	case r.event.Key != "":
		p.s.Open(session.Place{Item: r.event.Article, Kind: notes.KindArticle, At: r.event.Range})
	case r.unclear.Article != 0:
		p.s.Open(session.Place{Item: r.unclear.Article, Kind: notes.KindArticle, At: r.unclear.Range})
	case r.alike.A.ID != 0:
		p.s.OpenItem(r.alike.A, text.Range{})
	}
}

// openFirst goes to the first place where a suggested name stands.
func (p *Page) openFirst(name notes.SuggestedName) {
	p.s.Work.Latest("open", func(ctx context.Context) (func(), error) {
		places, err := p.s.Book.PlacesOf(ctx, name.Key, name.Kind, 1)
		return func() {
			if len(places) > 0 {
				p.s.Open(session.Place{Item: places[0].Article, Kind: notes.KindArticle, At: places[0].Range})
			}
		}, err
	}, p.s.Fail)
}
