package merging

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

// side is what of two is taken.
type side int

const (
	left side = iota
	right
	both
)

// across is the same of the two once they have changed sides.
func (s side) across() side {
	switch s {
	case left:
		return right
	case right:
		return left
	}
	return s
}

// field is one line of the sheet: what the one has and what the other has.
type field struct {
	name        string
	left, right string
	canBoth     bool
	choice      side
	byHand      bool                      // the person chose it
	put         func(*notes.Entity, side) // takes the choice over into the result
}

// pair are the two entities, with what else the sheet says of them.
type pair struct {
	kept, gone notes.Entity
	joined     notes.Entity // with nothing chosen
	names      map[notes.ID]string
	follows    follows
}

// follows counts what goes along with the entity that goes.
type follows struct{ mentions, links, events int }

// words say what goes along, and that it can be taken back.
func (f follows) words() string {
	number := func(n int) map[string]any { return map[string]any{"N": n} }
	var along []string
	for _, one := range []struct {
		n     int
		words string
	}{
		{f.mentions, lang.XN("list.mentions", "{{.N}} mentions", f.mentions, number(f.mentions))},
		{f.links, lang.XN("merge.links", "{{.N}} links", f.links, number(f.links))},
		{f.events, lang.XN("merge.events", "{{.N}} events", f.events, number(f.events))},
	} {
		if one.n > 0 {
			along = append(along, one.words)
		}
	}
	back := lang.X("merge.back", "Ctrl+Z takes it back, and so does the history of what stays, at any later time.")
	if len(along) == 0 {
		return back
	}
	return lang.X("merge.follows", "What follows: {{.What}}.", map[string]any{"What": strings.Join(along, ", ")}) + " " + back
}

// fields are the lines that have something to say, each with what is proposed:
// the name that is kept, and both where both can be.
func (p *pair) fields() []*field {
	k, g := p.kept, p.gone
	all := []*field{
		{name: lang.X("entity.name", "Name"), left: k.Title, right: g.Title, put: func(e *notes.Entity, s side) { e.Title = pick(s, k.Title, g.Title, k.Title) }},
		{
			name: lang.X("entity.aliases", "Also called"), left: strings.Join(k.Aliases, "; "), right: strings.Join(g.Aliases, "; "), canBoth: true,
			put: func(e *notes.Entity, s side) { e.Aliases = pick(s, k.Aliases, g.Aliases, p.joined.Aliases) },
		},
		{
			name: lang.X("entity.description", "Description"), left: k.Description, right: g.Description, canBoth: true,
			put: func(e *notes.Entity, s side) {
				e.Description = pick(s, k.Description, g.Description, p.joined.Description)
			},
		},
		{
			name: lang.X("entity.roles", "Roles"), left: rolesWords(k.Roles), right: rolesWords(g.Roles), canBoth: true,
			put: func(e *notes.Entity, s side) { e.Roles = pick(s, k.Roles, g.Roles, p.joined.Roles) },
		},
		{
			name: lang.X("entity.date", "Date"), left: session.Date(k.Date, true), right: session.Date(g.Date, true),
			put: func(e *notes.Entity, s side) { e.Date = pick(s, k.Date, g.Date, k.Date) },
		},
		{
			name: lang.X("kind.place", "Place"), left: p.names[k.Place], right: p.names[g.Place],
			put: func(e *notes.Entity, s side) { e.Place = pick(s, k.Place, g.Place, k.Place) },
		},
		{
			name: lang.X("entity.participants", "Took part"), left: p.parts(k.Participants), right: p.parts(g.Participants), canBoth: true,
			put: func(e *notes.Entity, s side) {
				e.Participants = pick(s, k.Participants, g.Participants, p.joined.Participants)
			},
		},
	}
	all = slices.DeleteFunc(all, func(f *field) bool { return f.left == "" && f.right == "" })
	for _, f := range all {
		switch {
		case f.canBoth:
			f.choice = both
		case f.left == "":
			f.choice = right
		}
	}
	return all
}

func pick[T any](s side, l, r, joined T) T {
	switch s {
	case left:
		return l
	case right:
		return r
	}
	return joined
}

// result is what the choices make of the two. Both names stay.
func (p *pair) result(fields []*field) notes.Entity {
	result := p.kept
	for _, f := range fields {
		f.put(&result, f.choice)
	}
	var aliases []string
	for _, name := range append(slices.Clone(result.Aliases), p.kept.Title, p.gone.Title) {
		if name != result.Title && !slices.Contains(aliases, name) {
			aliases = append(aliases, name)
		}
	}
	result.Aliases = aliases
	return result
}

// update are the choices as the operation takes them.
func (p *pair) update(result notes.Entity) notes.EntityUpdate {
	update := notes.EntityUpdate{Name: &result.Title, Aliases: &result.Aliases, Description: &result.Description}
	switch result.Kind {
	case notes.KindPerson:
		update.Roles = &result.Roles
	case notes.KindEvent:
		update.Date, update.Place, update.Participants = &result.Date, &result.Place, &result.Participants
	}
	return update
}

func rolesWords(roles []notes.Role) string {
	var said []string
	for _, role := range roles {
		words := strings.TrimPrefix(strings.TrimSuffix(role.Title+", "+role.Organisation, ", "), ", ")
		if role.From+role.To != "" {
			words += " (" + session.Date(role.From, false) + "–" + session.Date(role.To, false) + ")"
		}
		said = append(said, words)
	}
	return strings.Join(said, "; ")
}

func (p *pair) parts(participants []notes.Participant) string {
	var said []string
	for _, part := range participants {
		words := p.names[part.Entity]
		if part.Role != "" {
			words += " (" + part.Role + ")"
		}
		said = append(said, words)
	}
	return strings.Join(said, ", ")
}
