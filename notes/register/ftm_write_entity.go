package register

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// ftmParts are the properties that say a part of a record. A part that was not
// changed is left as it stood in what was kept.
type ftmParts [][]string

var ftmPartNames = ftmParts{
	{"name", "full", "alias", "weakAlias", "previousName"},
	{"description", "summary", "notes"},
	{"position"},
	{"date", "startDate", "endDate"},
	{"location", "addressEntity"},
	{"organizer", "involved"},
}

// parts returns the properties of r, in the order of ftmPartNames.
func (f *ftmWriter) parts(r Record) ([]map[string][]string, error) {
	parts := make([]map[string][]string, len(ftmPartNames))
	for i := range parts {
		parts[i] = map[string][]string{}
	}
	add(parts[0], "name", r.Name)
	if r.Kind == Place {
		add(parts[0], "full", r.Name)
	}
	add(parts[0], "alias", r.Aliases...)
	add(parts[1], "description", r.Description)
	for _, role := range r.Roles[:f.positions(r)] {
		add(parts[2], "position", append(parts[2]["position"], writePosition(role))...)
	}
	switch from, to, ok := ends(r.Date); {
	case ok && r.DateWords == "" && plain(from) && r.Date == from+"/": // the start alone would be all of it
		add(parts[3], "startDate", from, r.Date)
	case ok && r.DateWords == "" && plain(from) && plain(to) && r.Date == from+"/"+to:
		add(parts[3], "startDate", from)
		add(parts[3], "endDate", to)
	default:
		add(parts[3], "date", ftmDates(r.Date, r.DateWords)...)
	}
	add(parts[4], "location", r.Place.Name)
	if id := f.byRef[r.Place.Ref]; id != "" {
		add(parts[4], "addressEntity", id)
	}
	for _, p := range r.Participants {
		name := "involved"
		if p.Role == organiser {
			name = "organizer"
		}
		id, err := f.known(p.Pointer, "LegalEntity", Person, Organisation, Place)
		if err != nil {
			return nil, err
		}
		add(parts[5], name, append(parts[5][name], id)...)
	}
	return parts, nil
}

func plain(date string) bool { return date == "" || plainStart(date) }

// entity writes r: as it stood, if nothing of it changed; with what changed put
// into what was kept; or anew.
func (f *ftmWriter) entity(id string, r Record, parts []map[string][]string) error {
	kept := ftmEntityOf(&intake{}, 0, r.Kept)
	if kept == nil || ftmKinds[kept.schema] != r.Kind {
		properties := map[string][]string{}
		for _, part := range parts {
			maps.Copy(properties, part)
		}
		return f.out.Encode(ftmOut{id, ftmSchemata[r.Kind], properties})
	}
	before := ftmRecord(kept)
	facts := ftmFacts(kept)
	r.Description = strings.TrimSpace(strings.TrimSuffix(r.Description, facts))
	before.Description = strings.TrimSpace(strings.TrimSuffix(before.Description, facts))
	parts[1] = map[string][]string{}
	add(parts[1], "description", r.Description)
	changed := f.changed(before, r, kept, parts)
	if kept.id == id && !slices.Contains(changed, true) {
		return f.line(r.Kept)
	}
	for _, name := range []string{"organizer", "involved"} {
		add(parts[5], name, append(parts[5][name], f.elsewhere(kept, true, name)...)...)
	}
	return f.merged(id, r.Kept, changed, parts)
}

// elsewhere returns those of the IDs in an entity that are of other files, or
// those that are not. The former are written again: nobody took them out.
func (f *ftmWriter) elsewhere(e *ftmEntity, others bool, names ...string) []string {
	return slices.DeleteFunc(e.all(names...), func(id string) bool { return (f.byRef[id] == "") != others })
}

// changed says which parts of r are other than they were.
func (f *ftmWriter) changed(before, r Record, kept *ftmEntity, parts []map[string][]string) []bool {
	return []bool{
		before.Name != r.Name || !slices.Equal(before.Aliases, r.Aliases),
		before.Description != r.Description,
		!sameValues(positionsOf(kept), parts[2]["position"]),
		before.Date != r.Date || before.DateWords != r.DateWords,
		r.Place.Ref != before.Place.Ref || r.Place.Ref == "" && before.Place.Name != r.Place.Name,
		!sameValues(f.elsewhere(kept, false, "organizer", "involved"), slices.Concat(parts[5]["organizer"], parts[5]["involved"])),
	}
}

func sameValues(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

func (f *ftmWriter) merged(id string, kept []byte, changed []bool, parts []map[string][]string) error {
	var object, properties map[string]json.RawMessage
	if err := json.Unmarshal(kept, &object); err != nil {
		return err
	}
	if len(object["properties"]) > 0 {
		if err := json.Unmarshal(object["properties"], &properties); err != nil {
			return err
		}
	}
	if properties == nil {
		properties = map[string]json.RawMessage{}
	}
	for i, names := range ftmPartNames {
		if !changed[i] {
			continue
		}
		for _, name := range names {
			delete(properties, name)
			if values := parts[i][name]; len(values) > 0 {
				properties[name], _ = json.Marshal(values) // strings always can be
			}
		}
	}
	object["id"], _ = json.Marshal(id)
	var err error
	if object["properties"], err = json.Marshal(properties); err != nil {
		return err
	}
	return f.out.Encode(object)
}
