package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cuttings/notes/text"
)

// linkPriority places our links before those of Markdown (200), and behind
// code (100), in which nothing is a link.
const linkPriority = 150

func parse(source []byte) ast.Node {
	if marks(source) > maxMarks {
		return plainParser().Parse(gtext.NewReader(source))
	}
	return fullParser().Parse(gtext.NewReader(source))
}

// fullParser reads all of CommonMark that we show, with tables, footnotes,
// task lists and bare addresses.
func fullParser() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(boundedBlocks()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	p.AddOptions(
		parser.WithInlineParsers(
			util.Prioritized(linkParser{}, linkPriority),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999),
		),
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
	return p
}

// plainParser reads blocks and [[links]], and neither emphasis nor anything
// else whose matching could take the square of the source's length.
func plainParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(boundedBlocks()...),
		parser.WithInlineParsers(util.Prioritized(linkParser{}, linkPriority)),
	)
}

func boundedBlocks() []util.PrioritizedValue {
	blocks := parser.DefaultBlockParsers()
	for i := range blocks {
		switch inner := blocks[i].Value.(parser.BlockParser); string(inner.Trigger()) {
		case string(parser.NewBlockquoteParser().Trigger()), string(parser.NewListParser().Trigger()):
			blocks[i].Value = bounded{inner}
		}
	}
	return blocks
}

// bounded opens no quotation or list that lies deeper than maxDepth, so that
// no source makes the tree deep.
type bounded struct{ parser.BlockParser }

func (b bounded) Open(parent ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for node := parent; node != nil; node = node.Parent() {
		switch node.Kind() {
		case ast.KindBlockquote, ast.KindList:
			depth++
		}
	}
	// An item goes into the list that was opened for it.
	if depth >= maxDepth && parent.Kind() != ast.KindList {
		return nil, parser.NoChildren
	}
	return b.BlockParser.Open(parent, reader, pc)
}

// marks returns the most marks that the source has in one run of lines
// without an empty line or the start of a list item, quotation or heading.
func marks(source []byte) int {
	most, count := 0, 0
	for line := range bytes.Lines(source) {
		words := bytes.TrimLeft(line, " \t")
		if len(bytes.TrimSpace(words)) == 0 || startsBlock(words, len(line)-len(words)) {
			count = 0
		}
		for _, c := range words {
			switch c {
			case '[', ']', '*', '_', '~', '`', '<':
				count++
			}
		}
		most = max(most, count)
	}
	return most
}

// startsBlock reports whether a line ends the paragraph before it.
func startsBlock(words []byte, indent int) bool {
	if indent > 3 || len(words) < 3 {
		return false
	}
	switch words[0] {
	case '-', '+', '*':
		return words[1] == ' ' && words[2] > ' '
	case '#':
		return bytes.HasPrefix(bytes.TrimLeft(words, "#"), []byte(" "))
	}
	return false
}

var kindLink = ast.NewNodeKind("CuttingsLink")

// linkNode is a [[link]] in the tree.
type linkNode struct {
	ast.BaseInline
	Link
}

func (n *linkNode) Kind() ast.NodeKind { return kindLink }

func (n *linkNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Target": n.Target, "Shown": n.Shown}, nil)
}

// linkParser reads [[target]] and [[target|shown]], within one line, and both
// with "!" before them. In a table the bar is written "\|".
type linkParser struct{}

func (linkParser) Trigger() []byte { return []byte{'[', '!'} }

func (linkParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	link, size := readLink(line)
	if size == 0 || segment.Padding != 0 {
		return nil
	}
	link.Range = text.Range{Start: segment.Start, End: segment.Start + size}
	block.Advance(size)
	return &linkNode{Link: link}
}

// readLink reads the link that line begins with, and its size in bytes; 0 if
// there is none.
func readLink(line []byte) (Link, int) {
	var link Link
	rest := line
	if link.Embed = bytes.HasPrefix(rest, []byte("![[")); link.Embed {
		rest = rest[1:]
	}
	if !bytes.HasPrefix(rest, []byte("[[")) {
		return Link{}, 0
	}
	rest = rest[2:min(len(rest), 2+2*maxTarget)]
	end := bytes.Index(rest, []byte("]]"))
	if end < 0 || bytes.ContainsAny(rest[:end], "[\n\r") {
		return Link{}, 0
	}
	target, shown, _ := strings.Cut(string(rest[:end]), "|")
	link.Target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	link.Shown = strings.TrimSpace(shown)
	if link.Target == "" || len(link.Target) > maxTarget || isMarkdownLink(rest[end+2:]) {
		return Link{}, 0
	}
	return link, end + 4 + len(line) - len(bytes.TrimPrefix(line, []byte("!")))
}

// isMarkdownLink tells [[1]](https://…), a link of Markdown whose words stand
// in brackets, by what follows the brackets.
func isMarkdownLink(rest []byte) bool {
	for _, start := range []string{"(http", "(#", "(/"} {
		if bytes.HasPrefix(rest, []byte(start)) {
			return true
		}
	}
	return false
}

func findLinks(root ast.Node) []*linkNode {
	var links []*linkNode
	// The walk cannot fail: the visitor returns no error.
	_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := node.(*linkNode); ok && entering {
			links = append(links, link)
		}
		return ast.WalkContinue, nil
	})
	return links
}
