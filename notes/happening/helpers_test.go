package happening_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"cuttings/notes/edtf"
	"cuttings/notes/happening"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// named finds names in a text. Each is written "kind: label = other way, …", a
// line each; the longest comes first where several begin.
func named(t testing.TB, body, list string) []happening.Name {
	t.Helper()
	kinds := map[string]happening.Kind{"p": happening.Person, "o": happening.Organisation, "l": happening.Place, "e": happening.Event}
	var all []happening.Name
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		kind, rest, _ := strings.Cut(line, ": ")
		label, others, _ := strings.Cut(rest, " = ")
		for _, form := range append([]string{label}, strings.Split(others, ", ")...) {
			for at := 0; form != ""; {
				i := strings.Index(body[at:], form)
				if i < 0 {
					break
				}
				start, end := at+i, at+i+len(form)
				at = end
				if end < len(body) && (body[end] >= 'a' && body[end] <= 'z') {
					continue
				}
				all = append(all, happening.Name{Start: start, End: end, Kind: kinds[kind], Key: label, Label: label})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return len(all[i].Label) > len(all[j].Label) })
	return all
}

// told writes suggestions as "name [kind] date @place (label: role, …) +further".
func told(names []happening.Name, all []happening.Suggestion) []string {
	var lines []string
	for _, s := range all {
		line := fmt.Sprintf("%s [%s]", s.Name, s.Kind)
		if !s.Date.IsZero() {
			line += " " + s.Date.String()
		}
		if s.Place >= 0 {
			line += " @" + names[s.Place].Label
		}
		var parts []string
		for _, p := range s.Participants {
			parts = append(parts, names[p.Name].Label+": "+p.Role)
		}
		if len(parts) > 0 {
			line += " (" + strings.Join(parts, ", ") + ")"
		}
		if len(s.Also) > 0 {
			line += fmt.Sprintf(" +%d", len(s.Also))
		}
		lines = append(lines, line)
	}
	return lines
}
