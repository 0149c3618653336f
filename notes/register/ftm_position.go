package register

import "strings"

// FollowTheMoney has one text for the title of a position and whose it is. It is
// written as people do, "Prime minister, Haiti"; a backslash stands before a comma
// that does not part the two.
var (
	escapePosition   = strings.NewReplacer(`\`, `\\`, `,`, `\,`)
	unescapePosition = strings.NewReplacer(`\\`, `\`, `\,`, `,`)
)

// writePosition writes the words of a role as readPosition reads them, with no
// backslashes where that takes none.
func writePosition(r Role) string {
	words := func(part func(string) string) string {
		if r.Organisation == "" {
			return part(r.Title)
		}
		return part(r.Title) + ", " + part(r.Organisation)
	}
	said := Role{Title: r.Title, Organisation: r.Organisation}
	if plain := words(func(s string) string { return s }); readPosition(plain) == said {
		return plain
	}
	return words(escapePosition.Replace)
}

// readPosition divides a position at its first comma before a space.
func readPosition(s string) Role {
	title, organisation := s, ""
	if at := find(s, ", "); at >= 0 {
		title, organisation = s[:at], s[at+2:]
	}
	return Role{Title: oneLine(unescapePosition.Replace(title)), Organisation: oneLine(unescapePosition.Replace(organisation))}
}

// positionsOf are the positions of an entity as writePosition writes them.
func positionsOf(e *ftmEntity) []string {
	var positions []string
	for _, position := range e.all("position") {
		positions = append(positions, writePosition(readPosition(position)))
	}
	return positions
}

// ofRolesAlone returns the IDs of the organisations that nothing but the roles of
// people leads to and that have only a name. One that was in an archive is none.
func ofRolesAlone(entities []*ftmEntity, links *ftmLinks) map[string]bool {
	bare := func(id string) bool {
		e := links.byID[id]
		return links.kind(id) == Organisation && len(e.properties) == 1 && len(e.all("name")) == 1 && !likeID.MatchString(id)
	}
	of := func(e *ftmEntity) string { // the property that says whose role it is
		if ends, ok := ftmLinkEnds[e.schema]; ok && links.kind(e.first(ends[0])) == Person {
			return ends[1]
		}
		if e.schema == "Position" {
			return "organization"
		}
		return ""
	}
	alone := map[string]bool{}
	for _, e := range entities {
		for _, id := range e.all(of(e)) {
			alone[id] = bare(id)
		}
	}
	for _, e := range entities {
		whose := of(e)
		for name, values := range e.properties {
			for _, id := range values {
				if name != whose {
					delete(alone, id)
				}
			}
		}
	}
	return alone
}
