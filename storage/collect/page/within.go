package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// within makes links within the page, such as those to footnotes, lead to the
// blocks of the text. A link to what is no part of it is words.
func (w *walker) within(t text.Text) {
	for i := range t.Blocks {
		kept := t.Blocks[i].Spans[:0]
		for _, span := range t.Blocks[i].Spans {
			if id, ok := strings.CutPrefix(span.Target, "#"); ok {
				number, known := w.anchors[id]
				if !known || number >= len(t.Blocks) {
					continue
				}
				span.Target = "#" + strconv.Itoa(t.Blocks[number].Start)
			}
			kept = append(kept, span)
		}
		t.Blocks[i].Spans = kept
	}
}

// anchor remembers where an element with an ID is.
func (w *walker) anchor(node *html.Node) {
	id := attribute(node, "id")
	if id == "" && node.Data == "a" {
		id = attribute(node, "name")
	}
	if _, known := w.anchors[id]; id == "" || known {
		return
	}
	switch node.Data {
	case "p", "li", "dt", "dd", "div", "section", "aside", "blockquote", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6":
		w.end() // it begins a block of its own
	}
	w.anchors[id] = w.out.Count()
}

// link returns the absolute address of a link, "#" and the ID for one within the
// page, and "" for one that leads nowhere.
func (w *walker) link(reference string) string {
	if reference == "" || reference == "#" {
		return ""
	}
	if reference[0] == '#' {
		return reference
	}
	if strings.HasPrefix(strings.ToLower(reference), "mailto:") {
		return reference
	}
	if address := webAddress(w.base, reference); address != nil {
		return address.String()
	}
	return ""
}
