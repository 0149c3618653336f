package page

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// maxDepth bounds the recursion of the walk; a tree from the parser is at
// most 512 deep.
const maxDepth = 600

// walker writes the blocks of an article.
type walker struct {
	out     text.Builder
	base    *url.URL
	title   string // a first heading that repeats it is left out
	depth   int
	quoted  int
	lists   []list
	pre     bool
	cell    bool // in a table's cell everything is one line
	filled  bool // the cell has words
	gap     bool // a space waits for the cell's next word, so that none trails
	breaks  int  // line breaks since the last words
	heading bool // a heading was met
	figures []text.Block
	words   []string       // their captions
	anchors map[string]int // the number of the block that an element with an ID is in
}

// list is a list around the walker.
type list struct {
	ordered bool
	number  int
	marker  string // of the item that has just begun
}

// write returns the text of a node; the text is empty if node is nil.
func write(node *html.Node, title string, base *url.URL) (text.Text, error) {
	w := walker{base: base, title: title, anchors: map[string]int{}}
	if node != nil {
		w.children(node)
		w.end()
	}
	built, err := w.out.Text()
	if err == nil {
		w.within(built)
	}
	return built, err
}

func (w *walker) children(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
}

func (w *walker) node(node *html.Node) {
	switch {
	case node.Type == html.TextNode:
		w.write(node.Data)
		return
	case node.Type != html.ElementNode || silent[node.Data] || isHidden(node) || isFurniture(node):
		return
	}
	w.anchor(node)
	if w.depth++; w.depth > maxDepth {
		w.write(content(node))
	} else {
		w.element(node)
	}
	w.depth--
}

// isFurniture reports whether an element surrounds articles. An aside that
// holds a figure or a quotation is part of its article.
func isFurniture(node *html.Node) bool {
	if role := attribute(node, "role"); role == "navigation" || role == "search" {
		return true
	}
	if !furniture[node.Data] {
		return false
	}
	switch node.Data {
	case "aside":
		return first(node, "figure") == nil && first(node, "blockquote") == nil
	case "form": // some sites put the whole page into one
		return first(node, "p") == nil && first(node, "article") == nil
	}
	return true
}

func (w *walker) element(node *html.Node) {
	switch node.Data {
	case "br":
		w.lineBreak()
	case "hr":
		w.begin(text.Block{Kind: text.Rule, Quoted: w.quoted})
		w.end()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.headingElement(node)
	case "blockquote":
		w.end()
		w.quoted++
		w.children(node)
		w.end()
		w.quoted--
	case "ul", "ol", "dl", "menu", "dir":
		w.list(node)
	case "li":
		w.item(node)
	case "dt":
		w.end()
		w.span(text.Strong, "", node)
		w.end()
	case "pre", "listing", "xmp":
		w.code(node)
	case "table":
		w.table(node)
	case "figure":
		w.figure(node)
	case "img", "amp-img":
		w.image(node)
	case "q":
		w.write("“")
		w.children(node)
		w.write("”")
	default:
		w.phrase(node)
	}
}

// phrase writes an element of a line, or a container.
func (w *walker) phrase(node *html.Node) {
	switch node.Data {
	case "a":
		w.span(text.Link, w.link(attribute(node, "href")), node)
	case "em", "i", "cite", "dfn", "var":
		w.span(text.Emphasis, "", node)
	case "strong", "b":
		w.span(text.Strong, "", node)
	case "code", "kbd", "samp", "tt":
		w.span(text.CodeSpan, "", node)
	case "sup", "sub":
		w.raised(node)
	default:
		if !blocks[node.Data] {
			w.children(node)
			return
		}
		w.end()
		w.children(node)
		w.end()
	}
}

// span writes the children as a span; a link that leads nowhere is words.
func (w *walker) span(style text.Style, target string, node *html.Node) {
	if style == text.Link && target == "" || w.pre && style != text.Link {
		w.children(node)
		return
	}
	w.out.Open(style, target)
	w.children(node)
	w.out.Close()
}

// raised writes an exponent or index in the digits that Unicode has for it,
// so that 10² does not become 102. Other words stay as they are.
func (w *walker) raised(node *html.Node) {
	digits := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	if node.Data == "sub" {
		digits = []rune("₀₁₂₃₄₅₆₇₈₉")
	}
	words := content(node)
	for _, c := range words {
		if c < '0' || c > '9' {
			words = ""
		}
	}
	if words == "" || len(words) > 4 || first(node, "a") != nil {
		w.children(node)
		return
	}
	w.write(strings.Map(func(c rune) rune { return digits[c-'0'] }, words))
}

// begin starts a block.
func (w *walker) begin(block text.Block) {
	w.end()
	w.out.Begin(block)
}

// end ends the block, and puts the pictures that stood among its words behind it.
func (w *walker) end() {
	w.breaks = 0
	if w.cell {
		w.gap = true
		return
	}
	if w.pre {
		return
	}
	w.out.End()
	figures, words := w.figures, w.words
	w.figures, w.words = nil, nil
	for i, figure := range figures {
		w.out.Begin(figure)
		w.out.Write(words[i])
		w.out.End()
	}
}

// paragraph is the block that words without one of their own belong to.
func (w *walker) paragraph() text.Block {
	block := text.Block{Kind: text.Paragraph, Quoted: w.quoted}
	if depth := len(w.lists); depth > 0 {
		block.Kind, block.Level = text.ListItem, depth
		block.Marker, w.lists[depth-1].marker = w.lists[depth-1].marker, ""
	} else if w.quoted > 0 {
		block.Kind = text.Quotation
	}
	return block
}

// write adds words to the block.
func (w *walker) write(words string) {
	if words == "" {
		return
	}
	if w.cell {
		w.writeCell(words)
		return
	}
	if !isBlank(words) {
		w.breaks = 0
		if !w.out.Begun() {
			w.begin(w.paragraph())
		}
	}
	if w.out.Begun() {
		w.out.Write(words)
	}
}

func isBlank(words string) bool { return strings.TrimSpace(words) == "" }

// writeCell writes words of a table's cell with single spaces, since the
// builder leaves white space in tables alone.
func (w *walker) writeCell(words string) {
	var folded strings.Builder
	for _, r := range words {
		if unicode.IsSpace(r) {
			w.gap = true
			continue
		}
		if w.gap && w.filled {
			folded.WriteByte(' ')
		}
		w.gap, w.filled = false, true
		folded.WriteRune(r)
	}
	w.out.Write(folded.String())
}

// lineBreak breaks the line; a second break in a row begins a paragraph.
func (w *walker) lineBreak() {
	if w.cell {
		w.gap = true
		return
	}
	if w.pre {
		w.out.Write("\n")
		return
	}
	if w.breaks++; w.breaks == 1 {
		w.out.Break()
	} else if w.out.Begun() {
		w.end()
	}
}

func (w *walker) headingElement(node *html.Node) {
	if w.cell || w.pre {
		w.children(node)
		return
	}
	level := int(node.Data[1] - '0')
	repeated := !w.heading && level <= 2 && repeats(content(node), w.title)
	w.heading = true
	if repeated {
		return
	}
	w.begin(text.Block{Kind: text.Heading, Level: level, Quoted: w.quoted})
	w.children(node)
	w.end()
}

// repeats reports whether a heading says the title again, or all of it but
// the site's name.
func repeats(heading, title string) bool {
	rest, found := strings.CutPrefix(title, heading)
	return sameWords(heading, title) || found && len(heading) > 3 && startsWithSeparator(rest)
}

func (w *walker) list(node *html.Node) {
	w.end()
	around := list{ordered: node.Data == "ol", number: 1}
	if start, err := strconv.Atoi(attribute(node, "start")); err == nil {
		around.number = start
	}
	w.lists = append(w.lists, around)
	w.children(node)
	w.end()
	w.lists = w.lists[:len(w.lists)-1]
}

func (w *walker) item(node *html.Node) {
	w.end()
	if len(w.lists) == 0 { // an item without a list
		w.lists = append(w.lists, list{})
		defer func() { w.lists = w.lists[:0] }()
	}
	around := &w.lists[len(w.lists)-1]
	around.marker = "•"
	if around.ordered {
		if value, err := strconv.Atoi(attribute(node, "value")); err == nil {
			around.number = value
		}
		around.marker = strconv.Itoa(around.number) + "."
		around.number++
	}
	if w.cell {
		w.children(node)
		return
	}
	w.children(node)
	w.end()
}

func (w *walker) code(node *html.Node) {
	if w.cell || w.pre {
		w.children(node)
		return
	}
	w.begin(text.Block{Kind: text.Code, Quoted: w.quoted})
	w.pre = true
	w.children(node)
	w.pre = false
	w.end()
}
