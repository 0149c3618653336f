package annotation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// What is written, in the terms of the model.
type (
	page struct {
		Context string       `json:"@context"`
		Type    string       `json:"type"`
		Items   []annotation `json:"items"`
	}
	annotation struct {
		ID         string      `json:"id,omitempty"`
		Type       string      `json:"type"`
		Motivation string      `json:"motivation"`
		Created    string      `json:"created,omitempty"`
		Modified   string      `json:"modified,omitempty"`
		Creator    string      `json:"creator,omitempty"`
		Stylesheet *stylesheet `json:"stylesheet,omitempty"`
		Body       []body      `json:"body,omitempty"`
		Target     any         `json:"target"`
	}
	stylesheet struct {
		Type  string `json:"type"`
		Value string `json:"value"`
	}
	body struct {
		Type    string `json:"type"`
		Value   string `json:"value"`
		Format  string `json:"format,omitempty"`
		Purpose string `json:"purpose"`
	}
	target struct {
		Source     string  `json:"source"`
		Title      string  `json:"title,omitempty"`
		StyleClass string  `json:"styleClass,omitempty"`
		State      *state  `json:"state,omitempty"`
		Selector   []any   `json:"selector,omitempty"`
		Answers    answers `json:"inReplyTo,omitempty"`
	}
	answers []string
	state   struct {
		Type       string `json:"type"`
		SourceDate string `json:"sourceDate"`
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Unit  Unit   `json:"unit,omitempty"`
	}
)

// shades are what a program that knows style sheets paints the colours with.
var shades = map[string]string{
	"yellow": "#FBE9A6", "green": "#CFE8C9", "blue": "#CFE1F5", "red": "#F6CFCB", "violet": "#E0D3F2",
}

// Write returns annotations as an AnnotationPage in JSON-LD, indented, in their
// order. What Parse reads from it is what was written. Colours are the style
// class of the target with a style sheet that paints it (section 4.4 of the
// model), so that programs without our five colours show them too.
func Write(annotations []Annotation) ([]byte, error) {
	written := page{Context: context, Type: "AnnotationPage", Items: []annotation{}}
	for i, a := range annotations {
		for _, selector := range a.Selectors {
			if !json.Valid(selector) {
				return nil, fmt.Errorf("write annotation %d: a selector is not JSON", i+1)
			}
		}
		written.Items = append(written.Items, written1(a))
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(written); err != nil {
		return nil, fmt.Errorf("write annotations: %w", err)
	}
	return out.Bytes(), nil
}

func written1(a Annotation) annotation {
	w := annotation{
		ID: a.ID, Type: "Annotation", Motivation: "highlighting",
		Created: stamp(a.Created), Modified: stamp(a.Modified), Creator: a.Creator,
	}
	if a.Comment != "" {
		w.Motivation = "commenting"
		w.Body = append(w.Body, body{"TextualBody", a.Comment, markdownFormat, "commenting"})
	}
	if len(a.ReplyTo) > 0 {
		w.Motivation = "replying"
	}
	for _, tag := range a.Tags {
		w.Body = append(w.Body, body{"TextualBody", tag, "", "tagging"})
	}
	t := target{Source: a.Source, Title: a.Title, Answers: a.ReplyTo}
	if a.Colour != "" {
		t.StyleClass = a.Colour
		if shade := shades[a.Colour]; shade != "" {
			w.Stylesheet = &stylesheet{"CssStylesheet", "." + a.Colour + " { background-color: " + shade + " }"}
		}
	}
	if !a.Captured.IsZero() {
		t.State = &state{"TimeState", stamp(a.Captured)}
	}
	if a.Quote != nil {
		t.Selector = append(t.Selector, quoteSelector{quoteType, a.Quote.Exact, a.Quote.Prefix, a.Quote.Suffix})
	}
	if a.Position != nil {
		p := positionSelector{positionType, a.Position.Start, a.Position.End, a.Position.Unit}
		if p.Unit == CodePoints { // the model's own
			p.Unit = ""
		}
		t.Selector = append(t.Selector, p)
	}
	for _, selector := range a.Selectors {
		t.Selector = append(t.Selector, selector)
	}
	w.Target = t
	return w
}

// stamp writes a time as the model asks for it, in UTC.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// moment reads a time; one that is not understood is none.
func moment(written string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02"} {
		if t, err := time.Parse(layout, strings.TrimSpace(written)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// appended adds words to a list that does not have them yet.
func appended(list []string, words string) []string {
	if words == "" || slices.Contains(list, words) {
		return list
	}
	return append(list, words)
}
