package register

import (
	"slices"
	"strings"
)

// personEvents reads the events of one person.
func (g *gedcomReader) personEvents(n *gedcomLine) error {
	for _, c := range n.children {
		if (c.tag == "FAMS" || c.tag == "FAMC") && !g.couples[c.pointer()] {
			g.pointsToNothing(c)
		}
		if err := g.event(c, n.xref); err != nil {
			return err
		}
	}
	return nil
}

// family reads the events of a couple, and whose child someone is.
func (g *gedcomReader) family(n *gedcomLine) error {
	var couple []string
	var parents []Participant
	for _, c := range n.children {
		ref := c.pointer()
		if _, ok := g.people[ref]; !ok {
			if c.tag == "HUSB" || c.tag == "WIFE" || c.tag == "CHIL" {
				g.pointsToNothing(c)
			}
			continue
		}
		switch c.tag {
		case "HUSB":
			parents = append(parents, Participant{Pointer{Ref: ref}, "father"})
		case "WIFE":
			parents = append(parents, Participant{Pointer{Ref: ref}, "mother"})
		default:
			continue
		}
		couple = append(couple, ref)
	}
	for _, c := range n.children {
		if c.tag == "CHIL" {
			g.child(c.pointer(), parents)
		}
		if err := g.event(c, couple...); err != nil {
			return err
		}
	}
	return nil
}

// child says whose child someone is: at the birth, if there is one, else in the
// description.
func (g *gedcomReader) child(ref string, parents []Participant) {
	at, ok := g.people[ref]
	if !ok || len(parents) == 0 {
		return
	}
	if birth, ok := g.births[ref]; ok {
		r := &g.in.records[birth]
		for _, parent := range parents {
			if !slices.ContainsFunc(r.Participants, func(p Participant) bool { return p.Ref == parent.Ref }) {
				r.Participants = append(r.Participants, parent)
			}
		}
		return
	}
	var names []string
	for _, parent := range parents {
		names = append(names, g.name(parent.Ref))
	}
	r := &g.in.records[at]
	r.Description = paragraphs(r.Description, "Child of "+strings.Join(names, " and ")+".")
}

func (g *gedcomReader) name(ref string) string { return g.in.records[g.people[ref]].Name }

// event makes a record of a line below a person or a couple, if it is an event.
func (g *gedcomReader) event(n *gedcomLine, about ...string) error {
	kind, known := gedcomEventOf(n.tag)
	_, isFact := gedcomFacts[n.tag]
	switch {
	case known || n.tag == "EVEN":
	case isFact, n.tag == "OCCU", n.tag == "TITL", n.tag == "ALIA":
		return nil
	default:
		g.skip(n)
		return nil
	}
	said := oneLine(n.text())
	if len(n.children) == 0 && said == "" {
		return nil // an event with nothing below it says nothing
	}
	about = slices.DeleteFunc(slices.Clone(about), func(ref string) bool { _, ok := g.people[ref]; return !ok })
	names := make([]string, len(about))
	r := Record{Line: n.number, Kind: Event}
	for i, ref := range about {
		names[i] = g.name(ref)
		r.Participants = append(r.Participants, Participant{Pointer{Ref: ref}, kind.role})
	}
	r.Date, r.DateWords = g.date(n)
	r.Place.Name = gedcomPlace(n)
	g.note(n.number, Place, r.Place.Name)
	class := oneLine(n.child("TYPE").text())
	if known {
		r.Name = kind.of(names...)
		if class != "" {
			r.Name += " (" + class + ")"
		}
		if said != "Y" {
			r.Description = said
		}
	} else {
		r.Name, r.Description = gedcomNameOf(said, class, names)
	}
	r.Description = paragraphs(r.Description, labelled("Cause", n.child("CAUS")), labelled("Agency", n.child("AGNC")), g.notes(n))
	g.company(&r, n)
	if n.tag == "BIRT" && len(about) == 1 {
		if _, ok := g.births[about[0]]; !ok {
			g.births[about[0]] = len(g.in.records)
		}
	}
	return g.in.add(r)
}

func labelled(label string, n *gedcomLine) string {
	if words := n.text(); words != "" {
		return label + ": " + words
	}
	return ""
}

// plainEvent is the class that writeGEDCOM gives events, as version 7 wants one.
const plainEvent = "Event"

// gedcomNameOf names an EVEN: by what it says, else by its class and who it is
// about.
func gedcomNameOf(said, class string, names []string) (name, description string) {
	if class == plainEvent {
		class = ""
	}
	switch {
	case said != "" && said != "Y":
		return said, class
	case class != "":
		return class + ": " + strings.Join(names, " and "), ""
	}
	return gedcomEvent{noun: plainEvent}.of(names...), ""
}

// company reads who else took part.
func (g *gedcomReader) company(r *Record, n *gedcomLine) {
	for _, c := range n.children {
		if c.tag != "ASSO" {
			continue
		}
		p := Participant{Pointer: Pointer{Ref: c.pointer()}}
		part := c.child("ROLE", "RELA")
		p.Role = oneLine(part.child("PHRASE").text())
		if p.Role == "" {
			p.Role = oneLine(part.text())
			if word, ok := gedcomRoles[strings.ToUpper(p.Role)]; ok {
				p.Role = word
			} else if p.Role == otherRole {
				p.Role = ""
			}
		}
		if p.Ref == "VOID" {
			p.Ref = ""
		}
		if _, ok := g.people[p.Ref]; p.Ref == "" || !ok {
			p.Name = oneLine(c.child("PHRASE").text())
			if kind := Kind(oneLine(c.child(kindTag).text())); p.Ref == "" && (kind == Place || kind == Organisation) {
				g.note(c.number, kind, p.Name)
			}
		}
		r.join(p)
	}
}
