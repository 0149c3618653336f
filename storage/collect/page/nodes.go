package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

func names(list string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		set[name] = true
	}
	return set
}

var (
	// silent elements have no words for a reader.
	silent = names("head script style noscript template svg iframe object embed applet video audio canvas " +
		"input button select textarea link meta base title map area dialog annotation annotation-xml rt rp " +
		"frameset frame noframes")

	// void elements have no end.
	void = names("input link meta base area embed frame")

	// furniture surrounds an article and is left out of it.
	furniture = names("nav aside footer form menu")

	// blocks begin a paragraph; every other element, also one that HTML does
	// not know, stands within a line.
	blocks = names("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset " +
		"figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol " +
		"optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp")

	// unseen are the classes by which sites and programs hide words from the
	// eye, or mark those that are no part of the text.
	unseen = names("sf-hidden sr-only visually-hidden visuallyhidden screen-reader-text mw-editsection noprint")
)

func isElement(node *html.Node, anyOf ...string) bool {
	return node.Type == html.ElementNode && slices.Contains(anyOf, node.Data)
}

// attribute returns the value of an attribute, trimmed; "" if it has none.
func attribute(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name && a.Namespace == "" {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttribute(node *html.Node, name string) bool {
	return slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// isHidden reports whether a browser would not show the element, or only
// to be heard.
func isHidden(node *html.Node) bool {
	if node.Type != html.ElementNode || isElement(node, "html", "body") {
		return false // a page hides its body until its scripts have run
	}
	for _, a := range node.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		case "class":
			for class := range strings.FieldsSeq(a.Val) {
				if unseen[class] {
					return true
				}
			}
		}
	}
	return false
}

// content returns the words of a node in one line.
func content(node *html.Node) string {
	var words strings.Builder
	collect(node, &words)
	return line(words.String())
}

func collect(node *html.Node, words *strings.Builder) {
	switch {
	case node.Type == html.TextNode:
		words.WriteString(node.Data)
		return
	case node.Type == html.ElementNode && silent[node.Data] || isHidden(node):
		return
	case node.Type == html.ElementNode && blocks[node.Data] || isElement(node, "br"):
		words.WriteByte(' ')
		defer words.WriteByte(' ')
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		collect(child, words)
	}
}

// line returns s with every run of white space as one space.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

func first(root *html.Node, name string) *html.Node {
	for node := range root.Descendants() {
		if isElement(node, name) {
			return node
		}
	}
	return nil
}

// within reports whether an ancestor of node is one of the named elements.
func within(node *html.Node, anyOf ...string) bool {
	for above := node.Parent; above != nil; above = above.Parent {
		if isElement(above, anyOf...) {
			return true
		}
	}
	return false
}

// stripTags returns the words of a piece of HTML, a line where a block begins.
func stripTags(source string) string {
	if !strings.Contains(source, "<") {
		return html.UnescapeString(source)
	}
	var words strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return words.String()
		case html.TextToken:
			words.Write(tokens.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := tokens.TagName(); blocks[string(name)] || string(name) == "br" {
				words.WriteByte('\n')
			}
		}
	}
}
