package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// writer puts the tree of a source into a text.
type writer struct {
	source  []byte
	resolve Resolve
	out     text.Builder
	figures []text.Block // pictures met within words; they follow the block
	alts    []string     // their captions
}

// place says where in quotations and lists a block stands.
type place struct {
	quoted int
	level  int     // of lists; 0 outside
	marker *string // of the list item, for its first block; then ""
}

// block returns the block that words of the given kind form in p: in a list
// they are an item, of which only the first block bears the marker.
func (p place) block(kind text.Kind) text.Block {
	block := text.Block{Kind: kind, Quoted: p.quoted}
	switch {
	case kind == text.Paragraph && p.level > 0:
		block.Kind, block.Level = text.ListItem, p.level
		block.Marker, *p.marker = *p.marker, ""
	case kind == text.Paragraph && p.quoted > 0:
		block.Kind = text.Quotation
	}
	return block
}

func (w *writer) blocks(parent ast.Node, p place) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		w.block(node, p)
	}
}

func (w *writer) block(node ast.Node, p place) {
	switch node := node.(type) {
	case *ast.Heading:
		block := p.block(text.Heading)
		block.Level = node.Level
		w.words(block, node)
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(node, p)
	case *ast.Blockquote:
		p.quoted++
		w.blocks(node, p)
	case *ast.List:
		w.list(node, p)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.out.Begin(p.block(text.Code))
		w.lines(node)
		w.out.End()
	case *ast.ThematicBreak:
		w.out.Begin(p.block(text.Rule))
		w.out.End()
	case *ast.HTMLBlock:
		w.htmlBlock(node, p)
	case *extast.Table:
		w.table(node, p)
	case *extast.FootnoteList:
		p.level++
		for note := node.FirstChild(); note != nil; note = note.NextSibling() {
			if note, ok := note.(*extast.Footnote); ok {
				marker := strconv.Itoa(note.Index) + "."
				p.marker = &marker
				w.blocks(note, p)
			}
		}
	default:
		w.blocks(node, p)
	}
}

// words writes a block that holds inline nodes, and behind it the pictures
// that stood among its words.
func (w *writer) words(block text.Block, node ast.Node) {
	w.out.Begin(block)
	w.inlines(node)
	w.out.End()
	for i, figure := range w.figures {
		figure.Quoted = block.Quoted
		w.out.Begin(figure)
		w.out.Write(w.alts[i])
		w.out.End()
	}
	w.figures, w.alts = w.figures[:0], w.alts[:0]
}

func (w *writer) paragraph(node ast.Node, p place) {
	if link, ok := node.FirstChild().(*linkNode); ok && link.NextSibling() == nil {
		if found, ok := w.find(link.Target); ok && found.Quote != "" {
			w.quotation(found, p)
			return
		}
	}
	w.words(p.block(text.Paragraph), node)
}

// quotation writes the words of a highlight and where they come from.
func (w *writer) quotation(found Resolved, p place) {
	w.out.Begin(text.Block{Kind: text.Quotation, Quoted: p.quoted + 1})
	w.out.Open(text.Highlight, ItemPrefix+found.ID)
	w.out.Write("“" + found.Quote + "”")
	if found.From != "" {
		w.out.Break()
		w.out.Open(text.Origin, "")
		w.out.Write(found.From)
		w.out.Close()
	}
	w.out.Close()
	w.out.End()
}

func (w *writer) list(list *ast.List, p place) {
	p.level++
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "•"
		if list.IsOrdered() {
			marker = strconv.Itoa(number) + "."
			number++
		}
		if box := checkBox(item); box != nil {
			marker = "☐"
			if box.IsChecked {
				marker = "☑"
			}
		}
		p.marker = &marker
		w.blocks(item, p)
	}
}

// checkBox returns the box that an item of a task list begins with.
func checkBox(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		box, _ := first.FirstChild().(*extast.TaskCheckBox)
		return box
	}
	return nil
}

// table writes a line a row, cells separated by tabs.
func (w *writer) table(table *extast.Table, p place) {
	w.out.Begin(p.block(text.Table))
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell != row.FirstChild() {
				w.out.Write("\t")
			}
			w.inlines(cell)
		}
		w.out.Break()
	}
	w.out.End()
	w.figures, w.alts = w.figures[:0], w.alts[:0]
}

// lines writes the lines of a block as they stand.
func (w *writer) lines(node ast.Node) {
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		w.out.Write(string(line.Value(w.source)))
	}
}

// htmlBlock writes the words of raw HTML as a paragraph, without its tags and
// without what a browser would run or hide.
func (w *writer) htmlBlock(node *ast.HTMLBlock, p place) {
	var raw strings.Builder
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		raw.Write(line.Value(w.source))
	}
	if node.HasClosure() {
		raw.Write(node.ClosureLine.Value(w.source))
	}
	words := stripTags(raw.String())
	if strings.TrimSpace(words) == "" {
		return
	}
	w.out.Begin(p.block(text.Paragraph))
	w.out.Write(words)
	w.out.End()
}

// stripTags returns the words of HTML.
func stripTags(source string) string {
	tokens := html.NewTokenizer(strings.NewReader(source))
	var words strings.Builder
	hidden := ""
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return words.String()
		case html.TextToken:
			if hidden == "" {
				words.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken:
			name, _ := tokens.TagName()
			switch tag := string(name); {
			case kind == html.EndTagToken && tag == hidden:
				hidden = ""
			case kind == html.StartTagToken && hidden == "" && (tag == "script" || tag == "style" || tag == "template"):
				hidden = tag
			}
			words.WriteByte(' ')
		}
	}
}
