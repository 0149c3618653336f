package notes

import (
	"slices"
	"strings"
)

// betweenRoles stands between the roles of one who took part in several.
const betweenRoles = ", "

// oncePerEntity makes one participant of those that are the same entity, with the
// roles of all of them.
func oncePerEntity(participants []Participant) []Participant {
	once := make([]Participant, 0, len(participants))
	for _, p := range participants {
		if i := slices.IndexFunc(once, func(o Participant) bool { return o.Entity == p.Entity }); i >= 0 {
			once[i].Role = joinRoles(once[i].Role, p.Role)
			continue
		}
		once = append(once, p)
	}
	return once
}

// joinRoles puts two roles of one participant together.
func joinRoles(a, b string) string {
	switch {
	case a == "" || b == "":
		return a + b
	case slices.Contains(strings.Split(a, betweenRoles), b):
		return a
	}
	return a + betweenRoles + b
}

// partRoles takes a role out again of those that joinRoles put together with what
// was there before; whatever was changed since stays.
func partRoles(now, was, role string) string {
	roles := strings.Split(now, betweenRoles)
	i := slices.Index(roles, role)
	switch {
	case now == joinRoles(was, role):
		return was
	case i < 0 || joinRoles(was, role) == was:
		return now
	}
	return strings.Join(slices.Delete(roles, i, i+1), betweenRoles)
}
