package page

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// tiny is the width or height in pixels up to which a picture is an ornament
// or a tracker.
const tiny = 32

// ornaments are what pages call the pictures that part their sections.
var ornaments = names("line divider separator spacer rule bullet")

// figure writes a picture with its caption. A figure of something else (code,
// a table, a quotation) is what it holds.
func (w *walker) figure(node *html.Node) {
	picture := first(node, "img")
	if picture == nil {
		picture = first(node, "amp-img")
	}
	for _, other := range []string{"pre", "table", "blockquote", "figure", "p"} {
		if found := first(node, other); found != nil && !within(found, "figcaption") {
			picture = nil
		}
	}
	if picture == nil || w.cell || w.pre {
		w.end()
		w.children(node)
		w.end()
		return
	}
	block := text.Block{Kind: text.Figure, Quoted: w.quoted, Source: w.source(picture)}
	if caption := first(node, "figcaption"); caption != nil && content(caption) != "" {
		w.begin(block)
		w.children(caption)
		w.end()
		return
	}
	words, shown := caption(picture)
	if !shown {
		return
	}
	w.begin(block)
	w.write(firstOf(content(node), words))
	w.end()
}

// caption returns what a picture's alternative words say of it, and whether
// it is a picture to show and not an ornament.
func caption(picture *html.Node) (words string, shown bool) {
	words = line(attribute(picture, "alt"))
	if ornaments[strings.ToLower(words)] {
		return "", false
	}
	if !strings.Contains(words, " ") {
		words = "" // a file's name, or a mark
	}
	return words, true
}

// image writes a picture that stands by itself: among words behind their
// block, and a small one, such as an emoji, as its words.
func (w *walker) image(node *html.Node) {
	alt := line(attribute(node, "alt"))
	if w.cell || w.pre || isTiny(node) || utf8.RuneCountInString(alt) == 1 {
		if utf8.RuneCountInString(alt) <= 2 {
			w.write(alt)
		}
		return
	}
	source := w.source(node)
	words, shown := caption(node)
	if source == "" || !shown {
		return
	}
	w.figures = append(w.figures, text.Block{Kind: text.Figure, Quoted: w.quoted, Source: source})
	w.words = append(w.words, words)
	if !w.out.Begun() {
		w.end()
	}
}

func isTiny(node *html.Node) bool {
	for _, name := range []string{"width", "height"} {
		size, err := strconv.Atoi(strings.TrimSuffix(attribute(node, name), "px"))
		if err == nil && size > 0 && size <= tiny {
			return true
		}
	}
	return false
}

// source returns the address of a picture; pages that load pictures late keep
// it in other attributes. "" if there is none on the web.
func (w *walker) source(node *html.Node) string {
	candidates := []string{attribute(node, "data-src"), attribute(node, "data-original"), attribute(node, "src")}
	for _, name := range []string{"data-srcset", "srcset"} {
		if fields := strings.Fields(attribute(node, name)); len(fields) > 0 {
			candidates = append(candidates, strings.TrimSuffix(fields[0], ","))
		}
	}
	for _, reference := range candidates {
		if reference == "" || strings.HasPrefix(reference, "data:") {
			continue
		}
		if strings.HasPrefix(reference, "cid:") { // a part of what the page came in (RFC 2392)
			return reference
		}
		if address := webAddress(w.base, reference); address != nil {
			return address.String()
		}
	}
	return ""
}
