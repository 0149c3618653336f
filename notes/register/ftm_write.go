package register

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// ftmSchemata are the schemata that records are written as.
var ftmSchemata = map[Kind]string{Person: "Person", Organisation: "Organization", Place: "Address", Event: "Event"}

// ftmID is what FollowTheMoney takes as an ID.
var ftmID = regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z.\-]*[0-9A-Za-z])?$`)

// ftmWriter writes entities, and those that records name without having them.
type ftmWriter struct {
	out    *json.Encoder
	raw    io.Writer
	byRef  map[string]string // Ref to ID
	byName map[Kind]map[string]string
	used   map[string]bool
	said   *ftmLinks // what links that are kept say already
}

type ftmOut struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func writeFTM(w io.Writer, records []Record) (left int, err error) {
	buffer := bufio.NewWriter(w)
	f := &ftmWriter{
		out: json.NewEncoder(buffer), raw: buffer, byRef: map[string]string{}, used: map[string]bool{},
		byName: map[Kind]map[string]string{Person: {}, Organisation: {}, Place: {}, Event: {}},
	}
	f.out.SetEscapeHTML(false)
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = f.idOf(r)
	}
	f.said = keptLinks(records)
	for i, r := range records {
		if r.Kind == "" {
			if len(r.Kept) == 0 {
				left++
				continue
			}
			err = f.line(r.Kept)
		} else {
			err = f.record(ids[i], r)
		}
		if err != nil {
			return left, fmt.Errorf("write %q as FollowTheMoney: %w", r.Name, err)
		}
	}
	if err := buffer.Flush(); err != nil {
		return left, fmt.Errorf("write FollowTheMoney: %w", err)
	}
	return left, nil
}

// keptLinks reads the links among what was kept.
func keptLinks(records []Record) *ftmLinks {
	var entities []*ftmEntity
	for _, r := range records {
		if e := ftmEntityOf(&intake{}, 0, r.Kept); len(r.Kept) > 0 && e != nil {
			entities = append(entities, e)
		}
	}
	links := newFTMLinks(entities)
	for _, e := range entities {
		links.take(e)
	}
	return links
}

func (f *ftmWriter) line(words []byte) error {
	_, err := f.raw.Write(append(bytes.Clone(words), '\n'))
	return err
}

// idOf chooses the ID of a record: its own if it can be one, else one made from
// what it is, so that the same archive is written the same twice.
func (f *ftmWriter) idOf(r Record) string {
	id := r.Ref
	if !ftmID.MatchString(id) || f.used[id] {
		id = f.madeID(string(r.Kind), r.Name, r.Ref)
	}
	f.used[id] = true
	if r.Ref != "" && f.byRef[r.Ref] == "" {
		f.byRef[r.Ref] = id
	}
	if names := f.byName[r.Kind]; names != nil && names[r.Name] == "" {
		names[r.Name] = id
	}
	return id
}

func (f *ftmWriter) madeID(parts ...string) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256([]byte(fmt.Sprintf("%q %d", parts, n)))
		if id := hex.EncodeToString(sum[:16]); !f.used[id] {
			f.used[id] = true
			return id
		}
	}
}

// known returns the ID of what p points to, of the first of the kinds that has
// the name; what no record is written for is written as a schema by its name.
func (f *ftmWriter) known(p Pointer, schema string, kinds ...Kind) (string, error) {
	if id := f.byRef[p.Ref]; id != "" {
		return id, nil
	}
	for _, kind := range kinds {
		if id := f.byName[kind][p.Name]; id != "" {
			return id, nil
		}
	}
	id := f.madeID(schema, p.Name)
	f.byName[kinds[0]][p.Name] = id
	return id, f.out.Encode(ftmOut{id, schema, map[string][]string{"name": {p.Name}}})
}

func (f *ftmWriter) record(id string, r Record) error {
	parts, err := f.parts(r)
	if err != nil {
		return err
	}
	if err := f.entity(id, r, parts); err != nil {
		return err
	}
	if err := f.roles(id, r); err != nil {
		return err
	}
	for _, p := range r.Participants {
		if p.Role == "" || p.Role == organiser || slices.Contains(f.said.participants[r.Ref], Participant{Pointer{Ref: p.Ref}, p.Role}) {
			continue
		}
		who, err := f.known(p.Pointer, "LegalEntity", Person, Organisation, Place)
		if err != nil {
			return err
		}
		if err := f.link("UnknownLink", map[string][]string{"subject": {who}, "object": {id}, "role": {p.Role}}); err != nil {
			return err
		}
	}
	return nil
}

func (f *ftmWriter) link(schema string, properties map[string][]string) error {
	id := f.madeID(schema, fmt.Sprint(properties))
	return f.out.Encode(ftmOut{id, schema, properties})
}

// positions counts the roles that a property of the person says, which are those
// before the first that needs a link: it has no room for dates.
func (f *ftmWriter) positions(r Record) int {
	for i, role := range r.Roles {
		if role.From+role.To != "" || f.byName[Organisation][role.Organisation] != "" {
			return i
		}
	}
	return len(r.Roles)
}

// roles writes the others: a Membership in an organisation that is written too, else
// an Occupancy of a post that words alone tell of. No organisation is made of words,
// since whoever reads them may mean a country or anything else.
func (f *ftmWriter) roles(person string, r Record) error {
	for _, role := range r.Roles[f.positions(r):] {
		if slices.Contains(f.said.roles[r.Ref], role) {
			continue
		}
		schema, properties := "Membership", map[string][]string{}
		add(properties, "startDate", ftmDates(role.From, "")...)
		add(properties, "endDate", ftmDates(role.To, "")...)
		if organisation := f.byName[Organisation][role.Organisation]; organisation != "" {
			add(properties, "member", person)
			add(properties, "organization", organisation)
			add(properties, "role", role.Title)
		} else {
			name := writePosition(role)
			post := f.madeID("Position", person, name)
			if err := f.out.Encode(ftmOut{post, "Position", map[string][]string{"name": {name}}}); err != nil {
				return err
			}
			schema = "Occupancy"
			add(properties, "holder", person)
			add(properties, "post", post)
		}
		if err := f.link(schema, properties); err != nil {
			return err
		}
	}
	return nil
}

func add(properties map[string][]string, name string, values ...string) {
	if len(values) > 0 && strings.Join(values, "") != "" {
		properties[name] = values
	}
}
