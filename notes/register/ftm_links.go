package register

import "slices"

// ftmLinkEnds names, for the schemata that say a person's role, the property
// of the person and that of the organisation or post.
var ftmLinkEnds = map[string][2]string{
	"Occupancy":    {"holder", "post"},
	"Membership":   {"member", "organization"},
	"Employment":   {"employee", "employer"},
	"Directorship": {"director", "organization"},
}

// ftmLinkProperties are those that a role or a participant takes in. A link
// that says more is kept as it stood as well.
var ftmLinkProperties = map[string]bool{
	"role": true, "startDate": true, "endDate": true, "date": true,
	"holder": true, "post": true, "member": true, "organization": true,
	"employee": true, "employer": true, "director": true, "subject": true, "object": true, "name": true,
}

// ftmLinks turns entities that only say how two others belong together into
// roles of people and participants of events.
type ftmLinks struct {
	byID         map[string]*ftmEntity
	held         map[string]bool // posts of which a role says all; false if a link that is kept needs it
	roles        map[string][]Role
	participants map[string][]Participant
}

func newFTMLinks(entities []*ftmEntity) *ftmLinks {
	l := &ftmLinks{
		byID: make(map[string]*ftmEntity, len(entities)), held: map[string]bool{},
		roles: map[string][]Role{}, participants: map[string][]Participant{},
	}
	for _, e := range entities {
		if l.byID[e.id] == nil {
			l.byID[e.id] = e
		}
	}
	for _, e := range entities {
		if e.schema == "Occupancy" && l.kind(e.first("holder")) == Person {
			post := e.first("post")
			before, known := l.held[post]
			l.held[post] = e.saysNoMore() && (before || !known)
		}
	}
	return l
}

func (l *ftmLinks) kind(id string) Kind {
	if e := l.byID[id]; e != nil {
		return ftmKinds[e.schema]
	}
	return ""
}

func (l *ftmLinks) name(id string) string {
	if e := l.byID[id]; e != nil {
		return oneLine(e.first("name"))
	}
	return ""
}

// saysNoMore reports whether e says nothing that a role or a participant does
// not take in.
func (e *ftmEntity) saysNoMore() bool {
	for name, values := range e.properties {
		if !ftmLinkProperties[name] || len(values) > 1 && name != "startDate" && name != "endDate" {
			return false
		}
	}
	return true
}

// take takes in what an entity says of a role or a participant. It is true if
// the entity says nothing else, and so need not be kept.
func (l *ftmLinks) take(e *ftmEntity) bool {
	switch e.schema {
	case "Position":
		return l.held[e.id] && e.saysNoMore() &&
			(len(e.all("organization")) == 0 || l.kind(e.first("organization")) == Organisation)
	case "UnknownLink":
		return l.takesPart(e)
	}
	ends, ok := ftmLinkEnds[e.schema]
	if !ok {
		return false
	}
	person, other := e.first(ends[0]), e.first(ends[1])
	if l.kind(person) != Person || l.name(other) == "" {
		return false
	}
	role := Role{Title: oneLine(e.first("role")), Organisation: l.name(other)}
	if e.schema == "Occupancy" {
		post := l.byID[other]
		role = Role{Title: l.name(other), Organisation: l.name(post.first("organization"))}
		if role.Organisation == "" {
			role = readPosition(role.Title)
		}
	}
	role.From, role.To = e.span()
	l.roles[person] = append(l.roles[person], role)
	return e.saysNoMore()
}

// takesPart reads a link between an event and who was in it.
func (l *ftmLinks) takesPart(e *ftmEntity) bool {
	who, event := e.first("subject"), e.first("object")
	if l.kind(who) == Event {
		who, event = event, who
	}
	if l.kind(event) != Event || l.kind(who) == "" || l.kind(who) == Event || len(e.all("startDate", "endDate", "date")) > 0 {
		return false
	}
	l.participants[event] = append(l.participants[event], Participant{Pointer{Ref: who}, oneLine(e.first("role"))})
	return e.saysNoMore()
}

// tellMissing tells which ends of a link, and which organisation of its post, are not
// in the file, so that nobody has the role or takes part.
func (l *ftmLinks) tellMissing(in *intake, e *ftmEntity) {
	ends, ok := ftmLinkEnds[e.schema]
	if e.schema == "UnknownLink" {
		ends, ok = [2]string{"subject", "object"}, true
	}
	if !ok {
		return
	}
	refs := e.all(ends[0], ends[1])
	if post := l.byID[e.first("post")]; post != nil && e.schema == "Occupancy" {
		refs = append(refs, post.all("organization")...)
	}
	for _, ref := range refs {
		if l.byID[ref] == nil {
			in.problem(e.line, "The %s %s links to %s, which is not in the file.", e.schema, e.id, ref)
		}
	}
}

// give adds what was taken in to the records it is about.
func (l *ftmLinks) give(records []Record) {
	given := map[string]bool{}
	for i := range records {
		r := &records[i]
		if r.Kind == "" || given[r.Ref] {
			continue
		}
		given[r.Ref] = true
		for _, role := range l.roles[r.Ref] {
			if !slices.Contains(r.Roles, role) {
				r.Roles = append(r.Roles, role)
			}
		}
		for _, p := range l.participants[r.Ref] {
			r.join(p)
		}
	}
}

// join adds a participant; who is named already without a role gets that role.
func (r *Record) join(p Participant) {
	for i, other := range r.Participants {
		if other.Pointer == p.Pointer && other.Role == "" {
			r.Participants[i].Role = p.Role
			return
		}
	}
	r.Participants = append(r.Participants, p)
}
