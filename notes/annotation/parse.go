package annotation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"cuttings/notes/anchor"
)

// Parse reads annotations: a W3C annotation, a list, page or collection of
// them, or the rows of the API of Hypothesis. One that cannot be read is told
// apart and does not stop the others. It returns ErrNotAnnotations, with where
// the fault is, if there are none in the file at all, and ErrTooLarge if it is
// larger than MaxBytes.
func Parse(file []byte) (read []Annotation, problems []Problem, err error) {
	if len(file) > MaxBytes {
		return nil, nil, fmt.Errorf("%d MB, where %d are read: %w", len(file)>>20, MaxBytes>>20, ErrTooLarge)
	}
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	if !utf8.Valid(file) {
		return nil, nil, fmt.Errorf("it is not UTF-8: %w", ErrNotAnnotations)
	}
	if err := check(file); err != nil {
		return nil, nil, err
	}
	items, ok := find(file, 0)
	if !ok {
		return nil, nil, fmt.Errorf("it has neither “items” nor “rows” nor an annotation: %w", ErrNotAnnotations)
	}
	for i, item := range items {
		a, reason := one(item)
		if reason != "" {
			problems = append(problems, Problem{i + 1, reason})
			continue
		}
		read = append(read, a)
	}
	return read, problems, nil
}

// check proves that the file is JSON and nested no deeper than is bearable,
// before anything is made of it.
func check(file []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(file))
	depth := 0
	for {
		token, err := decoder.Token()
		if err != nil {
			if depth == 0 && decoder.InputOffset() > 0 && err == io.EOF {
				return nil
			}
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				return endError(file)
			}
			return fmt.Errorf("at byte %d: %w: %w", decoder.InputOffset(), err, ErrNotAnnotations)
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if depth++; depth > maxDepth {
				return fmt.Errorf("at byte %d it is nested more than %d deep: %w", decoder.InputOffset(), maxDepth, ErrNotAnnotations)
			}
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
}

// endError says that a file ends before its JSON does.
func endError(file []byte) error {
	if len(bytes.TrimSpace(file)) == 0 {
		return fmt.Errorf("there is nothing in it: %w", ErrNotAnnotations)
	}
	return fmt.Errorf("it is cut short after %d bytes: %w", len(file), ErrNotAnnotations)
}

// find returns the annotations in a value: those of a list, those under the
// names that collections and services keep them by, or the value itself.
func find(value json.RawMessage, depth int) ([]json.RawMessage, bool) {
	if depth > 4 {
		return nil, false
	}
	if list, ok := asList(value); ok {
		return list, true
	}
	object, ok := asObject(value)
	if !ok {
		return nil, false
	}
	for _, name := range []string{"rows", "items", "@graph", "annotations"} {
		if list, ok := asList(object[name]); ok {
			return list, true
		}
	}
	if first, ok := object["first"]; ok {
		return find(first, depth+1)
	}
	if _, ok := object["target"]; ok {
		return []json.RawMessage{value}, true
	}
	if _, ok := object["uri"]; ok {
		return []json.RawMessage{value}, true
	}
	return nil, false
}

// one reads an annotation; the reason says why it could not.
func one(value json.RawMessage) (a Annotation, reason string) {
	object, ok := asObject(value)
	if !ok {
		return a, "It is not an object."
	}
	a.ID, a.Created = asString(object["id"]), moment(asString(object["created"]))
	if a.ID == "" {
		a.ID = asString(object["@id"])
	}
	unit := CodePoints
	if _, ok := object["uri"]; ok { // Hypothesis
		unit = UTF16
		a.hypothesis(object)
	} else {
		a.w3c(object)
	}
	targets := object["target"]
	if list, ok := asList(targets); ok {
		if len(list) > 0 {
			targets = list[0]
		} else {
			targets = nil
		}
	}
	a.target(targets, unit)
	if a.Source == "" && a.Quote == nil && len(a.ReplyTo) == 0 {
		return a, "It says neither which page it is about nor which words."
	}
	return a, ""
}

// hypothesis reads what the API of Hypothesis has beside the target.
func (a *Annotation) hypothesis(object map[string]json.RawMessage) {
	a.Modified = moment(asString(object["updated"]))
	a.Creator = strings.TrimPrefix(asString(object["user"]), "acct:")
	a.Comment, a.Source = asString(object["text"]), asString(object["uri"])
	a.Tags, a.ReplyTo = asStrings(object["tags"]), asStrings(object["references"])
	if document, ok := asObject(object["document"]); ok {
		if titles := asStrings(document["title"]); len(titles) > 0 {
			a.Title = titles[0]
		}
	}
}

// w3c reads what an annotation of the model has beside the target.
func (a *Annotation) w3c(object map[string]json.RawMessage) {
	a.Modified = moment(asString(object["modified"]))
	a.Creator = asName(object["creator"])
	if value := asString(object["bodyValue"]); value != "" {
		a.comment(value)
	}
	bodies, ok := asList(object["body"])
	if !ok && object["body"] != nil {
		bodies = []json.RawMessage{object["body"]}
	}
	motivation := asString(object["motivation"])
	for _, raw := range bodies {
		body, ok := asObject(raw)
		if !ok {
			a.comment(asString(raw)) // the address of what was said
			continue
		}
		value := asString(body["value"])
		if value == "" {
			value = asString(body["id"])
		}
		purpose := asString(body["purpose"])
		if purpose == "" {
			purpose = motivation
		}
		switch strings.TrimPrefix(purpose, "oa:") {
		case "tagging":
			a.Tags = appended(a.Tags, value)
		default:
			a.comment(value)
		}
	}
}

// comment adds words to what was said.
func (a *Annotation) comment(words string) {
	switch {
	case words == "":
	case a.Comment == "":
		a.Comment = words
	default:
		a.Comment += "\n\n" + words
	}
}

// target reads which page and which passage an annotation is about.
func (a *Annotation) target(value json.RawMessage, unit Unit) {
	object, ok := asObject(value)
	if !ok {
		if source := asString(value); source != "" {
			a.Source = source
		}
		return
	}
	if source := asName(object["source"]); source != "" {
		a.Source = source
	} else if id := asString(object["id"]); id != "" && a.Source == "" {
		a.Source = id
	}
	if title := asString(object["title"]); title != "" {
		a.Title = title
	}
	for _, class := range strings.Fields(strings.Join(asStrings(object["styleClass"]), " ")) {
		if colours[strings.ToLower(class)] {
			a.Colour = strings.ToLower(class)
		}
	}
	for _, id := range asStrings(object["inReplyTo"]) {
		a.ReplyTo = appended(a.ReplyTo, id)
	}
	if state, ok := asObject(object["state"]); ok {
		a.Captured = moment(asString(state["sourceDate"]))
	}
	selectors, ok := asList(object["selector"])
	if !ok && object["selector"] != nil {
		selectors = []json.RawMessage{object["selector"]}
	}
	for _, selector := range selectors {
		a.selector(selector, unit, 0)
	}
}

// selector reads one way to find the passage.
func (a *Annotation) selector(value json.RawMessage, unit Unit, depth int) {
	object, ok := asObject(value)
	if !ok || depth > 8 {
		return
	}
	var position struct {
		Start *int `json:"start"`
		End   *int `json:"end"`
		Unit  Unit `json:"unit"`
	}
	switch kind := asString(object["type"]); {
	case kind == quoteType && a.Quote == nil && asString(object["exact"]) != "":
		a.Quote = &anchor.Quote{Exact: asString(object["exact"]), Prefix: asString(object["prefix"]), Suffix: asString(object["suffix"])}
	case kind == positionType && a.Position == nil && json.Unmarshal(value, &position) == nil &&
		position.Start != nil && position.End != nil && *position.Start >= 0 && *position.Start <= *position.End:
		a.Position = &Position{*position.Start, *position.End, unit}
		if position.Unit == CodePoints || position.Unit == UTF16 {
			a.Position.Unit = position.Unit
		}
	default:
		a.Selectors = append(a.Selectors, compact(value))
	}
	if refined, ok := object["refinedBy"]; ok {
		a.selector(refined, unit, depth+1)
	}
}

func compact(value json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	if json.Compact(&out, value) != nil {
		return value
	}
	return out.Bytes()
}

func asObject(value json.RawMessage) (map[string]json.RawMessage, bool) {
	var object map[string]json.RawMessage
	if len(value) == 0 || json.Unmarshal(value, &object) != nil || object == nil {
		return nil, false
	}
	return object, true
}

func asList(value json.RawMessage) ([]json.RawMessage, bool) {
	var list []json.RawMessage
	if len(value) == 0 || json.Unmarshal(value, &list) != nil || list == nil {
		return nil, false
	}
	return list, true
}

func asString(value json.RawMessage) string {
	var words string
	if len(value) == 0 || json.Unmarshal(value, &words) != nil {
		return ""
	}
	return words
}

// asStrings reads a string, or those of a list.
func asStrings(value json.RawMessage) []string {
	if words := asString(value); words != "" {
		return []string{words}
	}
	list, _ := asList(value)
	var all []string
	for _, one := range list {
		all = appended(all, asString(one))
	}
	return all
}

// asName reads a string, or the name or the ID of an object.
func asName(value json.RawMessage) string {
	if words := asString(value); words != "" {
		return words
	}
	object, _ := asObject(value)
	for _, field := range []string{"name", "nickname", "id"} {
		if words := asString(object[field]); words != "" {
			return words
		}
	}
	return ""
}
