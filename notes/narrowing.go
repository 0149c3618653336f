package notes

import "strings"

// Narrowing is what quick find is narrowed to by letters and a colon before a name:
// "p:mutua".
type Narrowing struct {
	Prefix string // without the colon
	Kinds  []Kind
}

// Narrowings are all that quick find knows.
var Narrowings = []Narrowing{
	{"p", []Kind{KindPerson}},
	{"e", []Kind{KindEvent}},
	{"n", []Kind{KindNote}},
	{"a", []Kind{KindArticle}},
	{"o", []Kind{KindOrganisation}},
	{"l", []Kind{KindPlace}},
	{"t", []Kind{KindTag, KindCollection, KindSearch}},
}

// Narrowed takes a narrowing apart from a name that was typed; no kinds, if none
// stands there.
func Narrowed(typed string) (name string, kinds []Kind) {
	typed = strings.TrimSpace(typed)
	for _, n := range Narrowings {
		before, rest, ok := strings.Cut(typed, ":")
		if ok && strings.EqualFold(before, n.Prefix) {
			return strings.TrimSpace(rest), n.Kinds
		}
	}
	return typed, nil
}

// NarrowedToCommands takes apart from what was typed the ">" that asks for commands
// in place of names.
func NarrowedToCommands(typed string) (command string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(typed), ">")
	return strings.TrimSpace(rest), ok
}
