package article

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
)

// The keys that are no letters, as answers have them.
const (
	keyEnter  = "Enter"
	keyDelete = "Delete"
	keySpace  = "Space"
	keyNever  = "X"
)

// answer is what a key says about what waits.
type answer struct {
	key, name string
	do        func()
}

// shown is what the key is called on a small label.
func (a answer) shown() string {
	switch a.key {
	case keyEnter:
		return "↵"
	case keyDelete:
		return lang.X("key.delete", "Del")
	case keySpace:
		return lang.X("key.space", "Space")
	}
	return a.key
}

// answers are those to the chosen one, in the order in which they are offered.
func (t *suggested) answers() []answer {
	w := t.chosen()
	if w.id == "" {
		return nil
	}
	accept := lang.X("suggest.accept", "Accept")
	next := answer{keySpace, lang.X("suggest.next", "Next"), t.next}
	refuse := []answer{
		{keyDelete, lang.X("suggest.notHere", "Not here"), func() { t.refuse(w, t.p.id) }},
		{keyNever, lang.X("suggest.never", "Never"), func() { t.refuse(w, 0) }},
		next,
	}
	switch {
	case w.date != nil:
		return []answer{
			{keyEnter, accept, func() { t.acceptDate(w, w.date.Date) }},
			{keyDelete, lang.X("suggest.noDate", "Leave it undated"), func() { t.refuse(w, t.p.id) }},
			next,
		}
	case w.section == ofUnclear:
		return []answer{
			{"G", lang.X("suggest.good", "In all articles"), func() { t.digit.forGood = !t.digit.forGood; t.tellDigit() }},
			{"N", lang.X("suggest.not", "Not that one"), func() { t.digit.not = !t.digit.not; t.tellDigit() }},
			next,
		}
	case w.event.Key != "":
		return append([]answer{
			{keyEnter, accept, func() { t.acceptEvent(w) }},
			{"A", lang.X("suggest.knownEvent", "As a known event…"), func() { t.acceptEventAs(w) }},
		}, refuse...)
	}
	as := func(key string, kind notes.Kind) answer {
		return answer{key, session.KindName(kind), func() { t.acceptName(w, kind) }}
	}
	return append([]answer{
		{keyEnter, accept, func() { t.acceptName(w, w.name.Kind) }},
		{"A", lang.X("suggest.known", "As known…"), func() { t.acceptNameAs(w) }},
		as("P", notes.KindPerson), as("O", notes.KindOrganisation), as("L", notes.KindPlace), as("E", notes.KindEvent),
	}, refuse...)
}

// answer does what a key says; false if it says nothing here.
func (t *suggested) answer(key string) bool {
	for _, a := range t.answers() {
		if a.key == key {
			a.do()
			return true
		}
	}
	return false
}

// take does what was answered. The card goes away at once and the next is chosen;
// if it cannot be done, it comes back.
func (t *suggested) take(w waiting, do func(ctx context.Context) error, told string) {
	t.takeTold(w, func(ctx context.Context) (string, error) { return told, do(ctx) })
}

// takeTold is take where only what was done says what to tell.
func (t *suggested) takeTold(w waiting, do func(ctx context.Context) (told string, err error)) {
	t.answered[w.id] = true
	n := slices.IndexFunc(t.all, func(one waiting) bool { return one.id == w.id })
	if n >= 0 {
		left := slices.Delete(slices.Clone(t.all), n, n+1)
		next := ""
		if len(left) > 0 {
			next = left[min(n, len(left)-1)].id
		}
		t.lay(left, next)
		t.cards.ScrollTo(t.cards.Selected())
		t.goTo(0)
		t.underline()
	}
	var told string
	t.p.s.Work.InOrder(func(ctx context.Context) (err error) {
		told, err = do(ctx)
		return err
	}, func(err error) {
		if err != nil {
			delete(t.answered, w.id)
			t.p.s.Fail(err)
			t.read(t.p.reading)
			return
		}
		t.p.s.Tell(told)
	})
}

func (t *suggested) acceptName(w waiting, as notes.Kind) {
	t.take(w, func(ctx context.Context) error {
		_, err := t.p.s.Book.AcceptName(ctx, notes.Wanted{Key: w.name.Key, Kind: w.name.Kind, As: as})
		return err
	}, session.Accepted(w.title(), as))
}

// acceptNameAs asks who is meant; the words become an alias.
func (t *suggested) acceptNameAs(w waiting) {
	hint := lang.X("suggest.whom", "Whom or what “{{.Name}}” means", map[string]any{"Name": w.title()})
	quickfind.PickFor(t.p.s, hint, entity.KindsFrom(w.name.Kind), func(known notes.ItemRow) {
		t.take(w, func(ctx context.Context) error { return t.p.s.Book.AcceptAs(ctx, w.name.Name, known.ID) },
			lang.X("suggest.alias", "“{{.Name}}” is an alias of {{.Of}} now. Ctrl+Z takes it back.", map[string]any{"Name": w.title(), "Of": known.Title}))
	})
}

func (t *suggested) acceptEvent(w waiting) {
	t.takeTold(w, func(ctx context.Context) (string, error) {
		accepted, err := t.p.s.Book.AcceptEvent(ctx, w.event, "")
		return session.AcceptedEvent(accepted), err
	})
}

// acceptEventAs asks which event this is; its sentences become sources of it.
func (t *suggested) acceptEventAs(w waiting) {
	hint := lang.X("suggest.thisEvent", "The event that this is")
	quickfind.PickFor(t.p.s, hint, []notes.Kind{notes.KindEvent}, func(known notes.ItemRow) {
		told := lang.X("suggest.sources", "These sentences are sources of {{.Name}} now. Ctrl+Z takes it back.", map[string]any{"Name": known.Title})
		t.takeTold(w, func(ctx context.Context) (string, error) {
			accepted, err := t.p.s.Book.AcceptEventAs(ctx, w.event, known.ID)
			return told + session.LeftOut(accepted), err
		})
	})
}

// refuse remembers that something is not wanted in an article, or with zero for
// good.
func (t *suggested) refuse(w waiting, article notes.ID) {
	refusal := notes.Refusal{Article: article, Subject: notes.OfName, Key: w.name.Key}
	told := lang.X("suggest.refusedHere", "“{{.Name}}” is not suggested in this article again. Ctrl+Z takes it back.", map[string]any{"Name": w.title()})
	switch {
	case w.date != nil:
		refusal.Subject, refusal.Key = notes.OfDate, w.date.Date
	case w.event.Key != "":
		refusal.Subject, refusal.Key = notes.OfEvent, w.event.Key
	}
	if article == 0 {
		told = lang.X("suggest.refused", "“{{.Name}}” is not suggested again. Ctrl+Z takes it back.", map[string]any{"Name": w.title()})
	}
	t.take(w, func(ctx context.Context) error { return t.p.s.Book.Refuse(ctx, w.title(), refusal) }, told)
}

func (t *suggested) acceptDate(w waiting, date string) {
	article := t.p.id
	date = sure(date)
	t.take(w, func(ctx context.Context) error { return t.p.s.Book.AcceptDate(ctx, article, date) },
		lang.X("suggest.dated", "The article is from {{.Date}}. Ctrl+Z takes it back.", map[string]any{"Date": session.Date(date, true)}))
}

// choose takes a candidate, or another date, by its number from 0.
func (t *suggested) choose(id string, n int) {
	i := slices.IndexFunc(t.all, func(w waiting) bool { return w.id == id })
	if i < 0 {
		return
	}
	w := t.all[i]
	switch {
	case w.date != nil && n < len(w.date.Others):
		t.acceptDate(w, w.date.Others[n])
	case n < len(w.candidates):
		t.decide(w, w.candidates[n])
	}
}

// decide says that words mean a candidate, or do not.
func (t *suggested) decide(w waiting, one notes.ItemRow) {
	article, digit, verdict := t.p.id, t.digit, notes.Accepted
	said := map[string]any{"Words": w.unclear.Exact, "Name": session.Beside(one.Title, session.Known(one))}
	told := lang.X("suggest.decided", "“{{.Words}}” means {{.Name}}. Ctrl+Z takes it back.", said)
	if digit.not {
		verdict = notes.Rejected
		told = lang.X("suggest.decidedNot", "“{{.Words}}” does not mean {{.Name}}. Ctrl+Z takes it back.", said)
	}
	t.take(w, func(ctx context.Context) error {
		if digit.forGood {
			return t.p.s.Book.DecideForGood(ctx, one.ID, w.unclear.Exact, verdict)
		}
		return t.p.s.Book.Decide(ctx, article, one.ID, w.unclear.Exact, verdict)
	}, told)
}

// tellDigit says what the next digit says.
func (t *suggested) tellDigit() {
	words := lang.X("suggest.digit", "The next digit: that one, in this article")
	switch {
	case t.digit.not && t.digit.forGood:
		words = lang.X("suggest.digitNever", "The next digit: never that one, in any article")
	case t.digit.not:
		words = lang.X("suggest.digitNot", "The next digit: not that one, in this article")
	case t.digit.forGood:
		words = lang.X("suggest.digitAlways", "The next digit: that one, in all articles")
	}
	t.p.s.Tell(words)
}
