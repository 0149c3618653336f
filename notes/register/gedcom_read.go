package register

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// gedcomReader makes records of the lines of a file.
type gedcomReader struct {
	in      *intake
	people  map[string]int         // ID to index of the record
	couples map[string]bool        // IDs of families
	shared  map[string]*gedcomLine // notes and sources by ID
	births  map[string]int         // ID of a person to index of the birth
	named   map[gedcomNamed]int    // what events name and the format has no records for, and in which line first
	leftOut map[string]int         // tags and how often
}

func readGEDCOM(in *intake, data []byte) error {
	lines, faults := gedcomTree(in, gedcomText(in, data))
	if len(lines) == 0 && faults > 0 {
		return fmt.Errorf("no line of it is a line of GEDCOM: %w", ErrNotRegister)
	}
	g := &gedcomReader{
		in: in, people: map[string]int{}, couples: map[string]bool{}, shared: map[string]*gedcomLine{},
		births: map[string]int{}, named: map[gedcomNamed]int{}, leftOut: map[string]int{},
	}
	var people []*gedcomLine
	for _, n := range lines {
		switch n.tag {
		case "INDI":
			if n.xref == "" { // else nothing could name its person
				n.xref = fmt.Sprintf("line-%d", n.number)
			}
			people = append(people, n)
		case "NOTE", "SNOTE", "SOUR":
			if n.xref != "" {
				g.shared[n.xref] = n
			}
		case "FAM":
			g.couples[n.xref] = true
		default:
			g.skip(n)
		}
	}
	for _, n := range people {
		if err := g.person(n); err != nil {
			return err
		}
	}
	for _, n := range people {
		if err := g.personEvents(n); err != nil {
			return err
		}
	}
	for _, n := range lines {
		if n.tag == "FAM" {
			if err := g.family(n); err != nil {
				return err
			}
		}
	}
	if err := g.addNamed(); err != nil {
		return err
	}
	g.tellLeftOut()
	return nil
}

// gedcomNamed is what an event names by a name alone.
type gedcomNamed struct {
	kind Kind
	name string
}

// note remembers a place or an organisation that an event names.
func (g *gedcomReader) note(line int, kind Kind, name string) {
	named := gedcomNamed{kind, name}
	if _, known := g.named[named]; !known && name != "" {
		g.named[named] = line
	}
}

// addNamed makes a record of each that was noted. They have no IDs, so that whoever
// reads them can take several names for one that has these.
func (g *gedcomReader) addNamed() error {
	all := slices.SortedFunc(maps.Keys(g.named), func(a, b gedcomNamed) int {
		return cmp.Or(g.named[a]-g.named[b], strings.Compare(a.name, b.name), strings.Compare(string(a.kind), string(b.kind)))
	})
	for _, named := range all {
		if err := g.in.add(Record{Line: g.named[named], Kind: named.kind, Name: named.name}); err != nil {
			return err
		}
	}
	return nil
}

func (g *gedcomReader) skip(n *gedcomLine) {
	if !gedcomSilent[n.tag] {
		g.leftOut[n.tag]++
	}
}

func (g *gedcomReader) tellLeftOut() {
	if len(g.leftOut) == 0 {
		return
	}
	var parts []string
	for _, tag := range slices.Sorted(maps.Keys(g.leftOut)) {
		parts = append(parts, fmt.Sprintf("%s (%d)", tag, g.leftOut[tag]))
	}
	g.in.problem(0, "Left out, as there is no place for them: %s.", strings.Join(parts, ", "))
}

// person reads what a person is called, did and is said of them.
func (g *gedcomReader) person(n *gedcomLine) error {
	r := Record{Line: n.number, Ref: n.xref, Kind: Person}
	var facts []string
	for _, c := range n.children {
		switch c.tag {
		case "NAME":
			names := gedcomNames(c)
			if r.Name == "" && len(names) > 0 {
				r.Name, names = names[0], names[1:]
			}
			r.Aliases = append(r.Aliases, names...)
		case "ALIA":
			if c.pointer() == "" {
				r.Aliases = append(r.Aliases, withoutSlashes(c.text()))
			}
		case "OCCU", "TITL":
			role, more := g.role(c)
			if role != (Role{}) {
				r.Roles = append(r.Roles, role)
			}
			facts = append(facts, more)
		default:
			if label, ok := gedcomFacts[c.tag]; ok {
				facts = append(facts, g.fact(label, c))
			}
		}
	}
	r.Description = paragraphs(g.notes(n), paragraphs(facts...))
	if oneLine(r.Name) == "" {
		r.Name = "Unnamed person " + n.xref
		g.in.problem(n.number, "The person %s has no name and is called “%s”.", n.xref, oneLine(r.Name))
	}
	if _, ok := g.people[n.xref]; !ok && n.xref != "" {
		g.people[n.xref] = len(g.in.records)
	}
	return g.in.add(r)
}

func withoutSlashes(name string) string { return oneLine(strings.ReplaceAll(name, "/", " ")) }

// gedcomNames returns the names in one NAME: as written or made of its parts,
// nicknames, other scripts.
func gedcomNames(n *gedcomLine) []string {
	name := withoutSlashes(n.text())
	if name == "" {
		var parts []string
		for _, tag := range []string{"NPFX", "GIVN", "SPFX", "SURN", "NSFX"} {
			parts = append(parts, n.child(tag).text())
		}
		name = oneLine(strings.Join(parts, " "))
	}
	names := []string{name}
	for _, c := range n.children {
		switch c.tag {
		case "NICK", "ROMN", "FONE", "TRAN":
			names = append(names, withoutSlashes(c.text()))
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// role reads an occupation or title, and what else is said of it.
func (g *gedcomReader) role(n *gedcomLine) (Role, string) {
	role := Role{Title: oneLine(n.text()), Organisation: oneLine(n.child("AGNC").text())}
	date, words := g.date(n)
	if from, to, ok := readSpan(words, statedDate); ok && n.child("DATE").text() == "" && words == spanWords(from, to) {
		role.From, role.To, words = from, to, ""
	} else {
		role.From, role.To = span(date)
	}
	var more []string
	if words != "" {
		more = append(more, words)
	}
	if place := gedcomPlace(n); place != "" {
		more = append(more, place)
	}
	if notes := g.notes(n); notes != "" {
		more = append(more, notes)
	}
	if len(more) == 0 {
		return role, ""
	}
	return role, strings.TrimPrefix(role.Title+": ", ": ") + strings.Join(more, "; ")
}

// fact puts an attribute into words.
func (g *gedcomReader) fact(label string, n *gedcomLine) string {
	if kind := oneLine(n.child("TYPE").text()); kind != "" {
		label = kind
	}
	date, words := g.date(n)
	parts := []string{oneLine(n.text()), gedcomPlace(n), joinDate(date, words), g.notes(n)}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return label + ": " + strings.Join(parts, ", ")
}

// date reads when something was.
func (g *gedcomReader) date(n *gedcomLine) (date, words string) {
	when := n.child("DATE")
	written := oneLine(when.text())
	date, words = fromGEDCOM(written, when.child("PHRASE").text())
	if date == "" && written != "" && !strings.HasPrefix(written, "(") && !gedcomForeign.MatchString(gedcomCalendars(written)) {
		g.in.notDate(when.number, written)
	}
	return date, words
}

// pointsToNothing tells of a line that points to what is not in the file.
func (g *gedcomReader) pointsToNothing(n *gedcomLine) {
	if ref := n.pointer(); ref != "" && ref != "VOID" {
		g.in.problem(n.number, "It points to %s, which is not in the file.", ref)
	}
}

// gedcomPlace is where something was, by its place or else its address.
func gedcomPlace(n *gedcomLine) string {
	if place := oneLine(n.child("PLAC").text()); place != "" {
		return place
	}
	address := n.child("ADDR")
	parts := []string{address.text()}
	for _, tag := range []string{"CITY", "STAE", "CTRY"} {
		if part := address.child(tag).text(); part != "" && !strings.Contains(parts[0], part) {
			parts = append(parts, part)
		}
	}
	return strings.Trim(oneLine(strings.Join(strings.Split(strings.Join(parts, "\n"), "\n"), ", ")), ", ")
}

// notes returns the notes and sources below a line.
func (g *gedcomReader) notes(n *gedcomLine) string {
	var parts []string
	for _, c := range n.children {
		switch c.tag {
		case "NOTE", "SNOTE":
			text := c.text()
			if ref := c.pointer(); ref != "" {
				text = ""
				if note := g.shared[ref]; note != nil {
					text = note.text()
				} else {
					g.pointsToNothing(c)
				}
			}
			parts = append(parts, text)
		case "SOUR":
			if source := g.source(c); source != "" {
				parts = append(parts, "Source: "+source)
			}
		}
	}
	return paragraphs(parts...)
}

// source puts into words where something was read.
func (g *gedcomReader) source(n *gedcomLine) string {
	var parts []string
	ref := n.pointer()
	if source := g.shared[ref]; ref != "" && source != nil {
		for _, tag := range []string{"AUTH", "TITL", "PUBL"} {
			parts = append(parts, oneLine(source.child(tag).text()))
		}
	} else if ref == "" {
		parts = append(parts, n.text())
	} else {
		g.pointsToNothing(n)
	}
	parts = append(parts, oneLine(n.child("PAGE").text()), n.child("DATA").child("TEXT").text(), n.child("TEXT").text())
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}
