package register

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// gedcomWriter writes people, each with their roles and events, and couples.
type gedcomWriter struct {
	out      *bufio.Writer
	records  []Record
	people   map[int]int    // index of a person to their number in the file
	byRef    map[string]int // to index of a person
	byName   map[string]int // -1 if two have the name
	own      map[int][]placed
	families []*gedcomFamily
	byCouple map[[2]int]*gedcomFamily
	kinds    map[Pointer]Kind     // of places and organisations, by ID alone and by name alone
	named    map[gedcomNamed]bool // by the events that are written
}

// placed is an event with the tag it is written under.
type placed struct {
	event int // index of the record
	kind  gedcomEvent
}

type gedcomFamily struct {
	couple []int
	events []placed
}

func writeGEDCOM(w io.Writer, records []Record) (left Omitted, err error) {
	g := &gedcomWriter{
		out: bufio.NewWriter(w), records: records, people: map[int]int{}, byRef: map[string]int{},
		byName: map[string]int{}, own: map[int][]placed{}, byCouple: map[[2]int]*gedcomFamily{}, kinds: map[Pointer]Kind{}, named: map[gedcomNamed]bool{},
	}
	for i, r := range records {
		if r.Kind == Place || r.Kind == Organisation {
			g.kinds[Pointer{Ref: r.Ref}], g.kinds[Pointer{Name: r.Name}] = r.Kind, r.Kind
		}
		if r.Kind != Person {
			continue
		}
		g.people[i] = len(g.people) + 1
		if _, ok := g.byRef[r.Ref]; !ok && r.Ref != "" {
			g.byRef[r.Ref] = i
		}
		if _, ok := g.byName[r.Name]; ok {
			g.byName[r.Name] = -1
		} else {
			g.byName[r.Name] = i
		}
	}
	for i, r := range records {
		switch {
		case r.Kind == Event && g.place(i):
			g.named[gedcomNamed{Place, r.Place.Name}] = true
			for _, p := range r.Participants {
				g.named[gedcomNamed{g.kindOf(p), p.Name}] = true
			}
			left.Names += len(r.Aliases)
		case r.Kind == Event, r.Kind == "":
			left.Records++
		}
	}
	for _, r := range records {
		switch {
		case r.Kind != Place && r.Kind != Organisation:
		case !g.named[gedcomNamed{r.Kind, r.Name}]:
			left.Records++
		default:
			left.Names += len(r.Aliases)
			if r.Description != "" {
				left.Descriptions++
			}
		}
	}
	g.file()
	if err := g.out.Flush(); err != nil {
		return left, fmt.Errorf("write GEDCOM: %w", err)
	}
	return left, nil
}

// person returns the index of whom p points to, or -1.
func (g *gedcomWriter) person(p Participant) int {
	if i, ok := g.byRef[p.Ref]; ok && p.Ref != "" {
		return i
	}
	if i, ok := g.byName[p.Name]; ok {
		return i
	}
	return -1
}

// kindOf is the kind of a participant who is no person, as far as it is known.
func (g *gedcomWriter) kindOf(p Participant) Kind {
	if kind, ok := g.kinds[Pointer{Ref: p.Ref}]; ok && p.Ref != "" {
		return kind
	}
	return g.kinds[Pointer{Name: p.Name}]
}

// place finds the person or couple that an event is written under; false if no
// person took part.
func (g *gedcomWriter) place(event int) bool {
	first := -1
	for _, p := range g.records[event].Participants {
		i := g.person(p)
		if i < 0 {
			continue
		}
		if first < 0 {
			first = i
		}
		kind, ok := gedcomEventOfRole(p.Role)
		if !ok {
			continue
		}
		about := g.about(event, kind)
		switch {
		case len(about) == 1 && !kind.family:
			g.own[about[0]] = append(g.own[about[0]], placed{event, kind})
			return true
		case len(about) == 2 && (kind.family || kind.tag == "RESI" || kind.tag == "CENS"), len(about) == 1 && kind.family:
			f := g.familyOf(about)
			f.events = append(f.events, placed{event, kind})
			return true
		}
	}
	if first < 0 {
		return false
	}
	g.own[first] = append(g.own[first], placed{event, gedcomEvent{tag: "EVEN"}})
	return true
}

// about returns the people whom an event of a kind is about, each once.
func (g *gedcomWriter) about(event int, kind gedcomEvent) (people []int) {
	seen := map[int]bool{}
	for _, p := range g.records[event].Participants {
		if i := g.person(p); i >= 0 && !seen[i] && strings.EqualFold(p.Role, kind.role) {
			seen[i] = true
			people = append(people, i)
		}
	}
	return people
}

func (g *gedcomWriter) familyOf(couple []int) *gedcomFamily {
	key := [2]int{couple[0], couple[len(couple)-1]}
	if f := g.byCouple[[2]int{key[1], key[0]}]; f != nil {
		return f
	}
	if g.byCouple[key] == nil {
		g.byCouple[key] = &gedcomFamily{couple: couple}
		g.families = append(g.families, g.byCouple[key])
	}
	return g.byCouple[key]
}

func (g *gedcomWriter) file() {
	g.line(0, "HEAD", "")
	g.line(1, "GEDC", "")
	g.line(2, "VERS", "7.0")
	g.line(1, "SOUR", "CUTTINGS")
	families := map[int][]int{} // index of a person to the numbers of their families
	for number, f := range g.families {
		for _, i := range f.couple {
			families[i] = append(families[i], number+1)
		}
	}
	for i, r := range g.records {
		if r.Kind != Person {
			continue
		}
		g.line(0, fmt.Sprintf("@I%d@ INDI", g.people[i]), "")
		g.line(1, "NAME", gedcomName(r.Name))
		for _, alias := range r.Aliases {
			g.line(1, "NAME", gedcomName(alias))
			g.line(2, "TYPE", "AKA")
		}
		for _, role := range r.Roles {
			g.role(role)
		}
		for _, event := range g.own[i] {
			g.event(event, i)
		}
		for _, number := range families[i] {
			g.pointer(1, "FAMS", fmt.Sprintf("F%d", number))
		}
		if r.Description != "" {
			g.line(1, "NOTE", r.Description)
		}
	}
	for number, f := range g.families {
		g.line(0, fmt.Sprintf("@F%d@ FAM", number+1), "")
		for side, i := range f.couple {
			g.pointer(1, []string{"HUSB", "WIFE"}[side], fmt.Sprintf("I%d", g.people[i]))
		}
		for _, event := range f.events {
			g.event(event, f.couple...)
		}
	}
	g.line(0, "TRLR", "")
}

// gedcomName takes the slash out of a name: in the format it marks the surname,
// and nobody said which part that is.
func gedcomName(name string) string { return strings.ReplaceAll(name, "/", "\u2215") }

// line writes a value, over several lines if it has several.
func (g *gedcomWriter) line(level int, tag, value string) {
	for i, row := range strings.Split(strings.ReplaceAll(value, "\r", "\n"), "\n") {
		if strings.HasPrefix(row, "@") {
			row = "@" + row
		}
		if row != "" {
			row = " " + row
		}
		if i == 0 {
			fmt.Fprintf(g.out, "%d %s%s\n", level, tag, row)
		} else {
			fmt.Fprintf(g.out, "%d CONT%s\n", level+1, row)
		}
	}
}

func (g *gedcomWriter) pointer(level int, tag, xref string) {
	fmt.Fprintf(g.out, "%d %s @%s@\n", level, tag, xref)
}

func (g *gedcomWriter) date(level int, payload, phrase string) {
	if payload+phrase == "" {
		return
	}
	g.line(level, "DATE", payload)
	if phrase != "" {
		g.line(level+1, "PHRASE", phrase)
	}
}

func (g *gedcomWriter) role(role Role) {
	g.line(1, "OCCU", role.Title)
	if role.Organisation != "" {
		g.line(2, "AGNC", role.Organisation)
	}
	if role.From+role.To == "" {
		return
	}
	date := role.From + "/" + role.To
	if _, _, interval := ends(role.From); role.From == role.To && !interval {
		date = role.From
	}
	payload, exact := "", false
	if isEDTF(date) {
		payload, exact = gedcomPayload(date)
	}
	if exact {
		g.date(2, payload, "")
	} else {
		g.date(2, "", spanWords(role.From, role.To))
	}
}

// event writes an event under those it is about. What the format would call it
// need not be said.
func (g *gedcomWriter) event(e placed, about ...int) {
	r := g.records[e.event]
	if e.kind.tag == "EVEN" {
		g.line(1, "EVEN", r.Name)
		g.line(2, "TYPE", plainEvent)
	} else {
		happened := "" // a date or place says so too
		if r.Date+r.DateWords+r.Place.Name == "" && e.kind.tag != "RESI" {
			happened = "Y"
		}
		g.line(1, e.kind.tag, happened)
		names := make([]string, len(about))
		for i, person := range about {
			names[i] = g.records[person].Name
		}
		if usual := e.kind.of(names...); r.Name != usual {
			g.line(2, "TYPE", strings.TrimSuffix(strings.TrimPrefix(r.Name, usual+" ("), ")"))
		}
	}
	payload, phrase := toGEDCOM(r.Date, r.DateWords)
	g.date(2, payload, phrase)
	if r.Place.Name != "" {
		g.line(2, "PLAC", r.Place.Name)
	}
	for _, p := range r.Participants {
		g.company(e.kind, p, about)
	}
	if r.Description != "" {
		g.line(2, "NOTE", r.Description)
	}
}

// company writes a participant whom the place of the event does not name.
func (g *gedcomWriter) company(kind gedcomEvent, p Participant, about []int) {
	i := g.person(p)
	for _, person := range about {
		if person == i && strings.EqualFold(p.Role, kind.role) {
			return
		}
	}
	if i < 0 {
		g.pointer(2, "ASSO", "VOID")
		g.line(3, "PHRASE", p.Name)
		if kind := g.kindOf(p); kind != "" {
			g.line(3, kindTag, string(kind))
		}
	} else {
		g.pointer(2, "ASSO", fmt.Sprintf("I%d", g.people[i]))
	}
	for role, word := range gedcomRoles {
		if word == p.Role {
			g.line(3, "ROLE", role)
			return
		}
	}
	g.line(3, "ROLE", otherRole)
	if p.Role != "" {
		g.line(4, "PHRASE", p.Role)
	}
}
