package register

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// ftmKinds are the schemata of FollowTheMoney that are entities of an archive.
// A LegalEntity may be either; whoever reads it can say so.
var ftmKinds = map[string]Kind{
	"Person": Person, "Organization": Organisation, "Company": Organisation,
	"PublicBody": Organisation, "LegalEntity": Organisation, "Address": Place, "Event": Event,
}

// maxNesting is how deep arrays and objects may stand in each other.
const maxNesting = 64

// ftmEntity is an entity of FollowTheMoney as it stood in the file.
type ftmEntity struct {
	line       int
	raw        []byte
	id, schema string
	properties map[string][]string
}

func (e *ftmEntity) first(names ...string) string {
	for _, name := range names {
		if values := e.properties[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

func (e *ftmEntity) all(names ...string) []string {
	var all []string
	for _, name := range names {
		all = append(all, e.properties[name]...)
	}
	return all
}

func readFTM(in *intake, data []byte) error {
	text, ok := asText(data)
	if !ok {
		in.problem(0, "The file is not UTF-8, as FollowTheMoney has to be; it was read as windows-1252.")
		text = byPage(data, charmap.Windows1252)
	}
	entities, err := ftmEntities(in, text)
	if err != nil {
		return err
	}
	if len(entities) == 0 && strings.TrimSpace(text) != "" {
		return fmt.Errorf("no line has an “id” and a “schema”: %w", ErrNotRegister)
	}
	return ftmRecords(in, entities)
}

// ftmEntities reads an entity a line, or those of a list.
func ftmEntities(in *intake, text string) ([]*ftmEntity, error) {
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		return ftmList(in, text)
	}
	var entities []*ftmEntity
	line := 0
	for row := range strings.Lines(text) {
		line++
		row = strings.TrimSpace(row)
		switch {
		case row == "":
			continue
		case len(row) > maxLine:
			in.leaveOut(line, "The line is longer than %d MB and was left out.", maxLine>>20)
			continue
		case len(entities) >= MaxRecords:
			return nil, fmt.Errorf("line %d: there are more than %d records: %w", line, MaxRecords, ErrTooLarge)
		}
		if e := ftmEntityOf(in, line, []byte(row)); e != nil {
			entities = append(entities, e)
		}
	}
	if len(entities) == 0 { // one entity over several lines
		first, ok := strings.CutPrefix(strings.TrimSpace(text), "{")
		if whole := []byte("{" + first); ok && len(whole) <= maxLine && json.Valid(whole) {
			in.problems, in.leftOut = nil, 0
			if e := ftmEntityOf(in, 1, whole); e != nil {
				entities = append(entities, e)
			}
		}
	}
	return entities, nil
}

// ftmList reads a JSON array of entities. A fault ends it: behind one it is not
// known where the next entity begins.
func ftmList(in *intake, text string) ([]*ftmEntity, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	line, counted := 1, 0 // line of the byte counted
	here := func() int {
		at := int(decoder.InputOffset())
		line += strings.Count(text[counted:at], "\n")
		counted = at
		return line
	}
	var entities []*ftmEntity
	if _, err := decoder.Token(); err != nil {
		return nil, fmt.Errorf("line %d: %w: %w", here(), err, ErrNotRegister)
	}
	for decoder.More() {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			reason := err
			if errors.Is(err, io.EOF) {
				reason = io.ErrUnexpectedEOF
			}
			at := here()
			gap := text[counted:] // between the entities
			at += strings.Count(gap[:len(gap)-len(strings.TrimLeft(gap, " ,\t\r\n"))], "\n")
			in.leaveOut(at, "The list is broken here (%v); what follows was not read.", reason)
			break
		}
		at := here() - bytes.Count(raw, []byte("\n"))
		if len(entities) >= MaxRecords {
			return nil, fmt.Errorf("line %d: there are more than %d records: %w", at, MaxRecords, ErrTooLarge)
		}
		if e := ftmEntityOf(in, at, raw); e != nil {
			entities = append(entities, e)
		}
	}
	return entities, nil
}

// ftmEntityOf reads one entity; nil, with the problem told, if it is none.
func ftmEntityOf(in *intake, line int, raw []byte) *ftmEntity {
	if tooDeep(raw) {
		in.leaveOut(line, "It is nested more than %d deep and was left out.", maxNesting)
		return nil
	}
	var object struct {
		ID         string                     `json:"id"`
		Schema     string                     `json:"schema"`
		Properties map[string]json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(raw, &object); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			in.leaveOut(line, "It is not JSON from its character %d on and was left out.", syntax.Offset)
		} else {
			in.leaveOut(line, "It is JSON, but no entity of FollowTheMoney with “id”, “schema” and “properties”, and was left out.")
		}
		return nil
	}
	if object.ID == "" || object.Schema == "" {
		in.leaveOut(line, "It has no “id” or no “schema” and was left out.")
		return nil
	}
	var kept bytes.Buffer
	if json.Compact(&kept, raw) != nil || !bytes.ContainsRune(raw, '\n') {
		kept = *bytes.NewBuffer(bytes.Clone(raw)) // word for word; only line breaks must go
	}
	e := &ftmEntity{line: line, raw: kept.Bytes(), id: object.ID, schema: object.Schema}
	e.properties = make(map[string][]string, len(object.Properties))
	for name, value := range object.Properties {
		if values := ftmValues(value); len(values) > 0 {
			e.properties[name] = values
		}
	}
	return e
}

// tooDeep counts brackets outside of strings.
func tooDeep(raw []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{', c == '[':
			if depth++; depth > maxNesting {
				return true
			}
		case c == '}', c == ']':
			depth--
		}
	}
	return false
}

// ftmValues reads the values of a property: strings, numbers, or entities that
// stand there whole, of which the ID counts.
func ftmValues(value json.RawMessage) []string {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) != nil {
		list = []json.RawMessage{value}
	}
	var values []string
	for _, one := range list {
		var word string
		var number json.Number
		var entity struct {
			ID string `json:"id"`
		}
		switch {
		case json.Unmarshal(one, &word) == nil:
		case json.Unmarshal(one, &number) == nil:
			word = number.String()
		case json.Unmarshal(one, &entity) == nil:
			word = entity.ID
		}
		if word = strings.TrimSpace(word); word != "" {
			values = append(values, word)
		}
	}
	return values
}
