package register

import "strings"

// special are the characters that part the lists in a cell, and what belongs
// together within their parts. A backslash before one of them takes that meaning
// away.
const special = separators + `@:()[]`

// separators are those of special that cannot stand in a part as they are.
const separators = `\|;`

// splitList divides a cell at its bars or, if it has none, at its semicolons; the
// parts are still escaped.
func splitList(cell string) []string {
	separator := byte('|')
	if find(cell, "|") < 0 {
		separator = ';'
	}
	parts := splitAt(cell, separator)
	if last := len(parts) - 1; parts[last] == "" {
		parts = parts[:last]
	}
	return parts
}

// splitAt divides a cell where a separator has no backslash before it.
func splitAt(cell string, separator byte) []string {
	var parts []string
	start := 0
	for i := 0; i < len(cell); i++ {
		switch cell[i] {
		case '\\':
			i++
		case separator:
			parts = append(parts, strings.TrimSpace(cell[start:i]))
			start = i + 1
		}
	}
	return append(parts, strings.TrimSpace(cell[min(start, len(cell)):]))
}

// readList reads each part of a cell; what comes out empty is left out.
func readList[T comparable](cell string, read func(string) T) []T {
	var list []T
	var nothing T
	for _, part := range splitList(cell) {
		if one := read(part); one != nothing {
			list = append(list, one)
		}
	}
	return list
}

func joinList[T any](list []T, write func(T) string) string {
	parts := make([]string, len(list))
	for i, one := range list {
		parts[i] = write(one)
	}
	return strings.Join(parts, " | ")
}

// escape puts a backslash before the characters of a set.
func escape(s, set string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(set, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(special, s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// find returns where sub first stands in s without a backslash before it.
func find(s, sub string) int {
	for i := 0; i+len(sub) <= len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i:i+len(sub)] == sub {
			return i
		}
	}
	return -1
}

// readRoles reads the roles of a person, each as readRole does or all in fields.
func readRoles(cell string, read dateReader) []Role {
	if roles, ok := rolesInFields(cell, read); ok {
		return roles
	}
	return readList(cell, func(s string) Role { return readRole(s, read) })
}

// rolesInFields reads roles as the command line takes them, "title | organisation |
// from | to", with semicolons between several. What follows the organisation must be
// dates, so that a list of titles is not taken for it.
func rolesInFields(cell string, read dateReader) (roles []Role, ok bool) {
	dated := false
	for _, written := range splitAt(cell, ';') {
		parts := append(splitAt(written, '|'), "", "", "")
		if len(parts) > 7 || parts[0] == "" {
			return nil, false
		}
		role := Role{Title: oneLine(unescape(parts[0])), Organisation: oneLine(unescape(parts[1]))}
		for i, end := range []*string{&role.From, &role.To} {
			if words := parts[2+i]; words != "" {
				if *end, ok = read(words); !ok || !strings.ContainsAny(words, "0123456789") {
					return nil, false
				}
				dated = true
			}
		}
		roles = append(roles, role)
	}
	return roles, dated
}

// writeRoles writes roles as readRoles reads them: more bars than there are fields say
// that they are a list.
func writeRoles(roles []Role) string {
	s := joinList(roles, writeRole)
	for _, dayFirst := range []bool{true, false} {
		if _, fields := rolesInFields(s, typedDate(dayFirst)); fields {
			return s + " | | |"
		}
	}
	return s
}

// readRole reads "title @ organisation (from–to)". Brackets that hold no date
// belong to the words.
func readRole(s string, read dateReader) Role {
	var r Role
	if open := lastBracket(s); open >= 0 && strings.HasSuffix(s, ")") {
		if from, to, ok := readSpan(s[open+1:len(s)-1], read); ok {
			r.From, r.To = from, to
			s = s[:open]
		}
	}
	title, organisation := s, ""
	switch at := find(s, " @ "); {
	case strings.HasPrefix(s, "@ "):
		title, organisation = "", s[2:]
	case at >= 0:
		title, organisation = s[:at], s[at+3:]
	}
	r.Title, r.Organisation = oneLine(unescape(title)), oneLine(unescape(organisation))
	return r
}

func lastBracket(s string) int {
	open := -1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			open = i
		}
	}
	return open
}

// writeRole writes a role as readRole reads it, with no more backslashes than
// that takes. What is a date with the month first is one with the day first, too.
func writeRole(r Role) string {
	for _, set := range []string{separators, special} {
		s := escape(r.Title, set)
		if r.Organisation != "" {
			s = strings.TrimSpace(s + " @ " + escape(r.Organisation, set))
		}
		if r.From+r.To != "" {
			s += " (" + spanWords(r.From, r.To) + ")"
		}
		if s = strings.TrimSpace(s); readRole(s, typedDate(true)) == r || set == special {
			return s
		}
	}
	return ""
}

// readParticipant reads "name: role". The last colon before a space counts,
// since titles of works have colons more often than roles do.
func readParticipant(s string) Participant {
	name, role := s, ""
	for at := 0; ; {
		next := find(s[at:], ": ")
		if next < 0 {
			break
		}
		at += next + 2
		name, role = s[:at-2], s[at:]
	}
	p := Participant{readPointer(name), oneLine(unescape(role))}
	if p.Name == "" {
		return Participant{}
	}
	return p
}

// writeParticipant writes a participant with their ID if they have one.
func writeParticipant(p Participant) string {
	for _, set := range []string{separators, special} {
		s := writeRef(escape(p.Name, set), p.Ref)
		if p.Role != "" {
			s += ": " + escape(p.Role, set)
		}
		if readParticipant(s) == p || set == special {
			return s
		}
	}
	return ""
}

// readPointer reads "name [ID]", or a name alone. Whether what stands in brackets
// is an ID is known when all records are: see resolve.
func readPointer(s string) Pointer {
	s = strings.TrimSpace(s)
	open := -1
	for at := 0; ; {
		next := find(s[at:], " [")
		if next < 0 {
			break
		}
		open, at = at+next, at+next+2
	}
	if open > 0 && find(s[open:], "]") == len(s)-open-1 {
		p := Pointer{oneLine(unescape(s[open+2 : len(s)-1])), oneLine(unescape(s[:open]))}
		if p.Name != "" && p.Ref != "" {
			return p
		}
	}
	return Pointer{Name: oneLine(unescape(s))}
}

func writePointer(p Pointer) string {
	if s := writeRef(p.Name, p.Ref); readPointer(s) == p {
		return s
	}
	return writeRef(escape(p.Name, special), p.Ref)
}

func writeRef(name, ref string) string {
	if ref == "" {
		return name
	}
	return name + " [" + escape(ref, special) + "]"
}
