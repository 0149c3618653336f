package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"cuttings/notes/text"
)

func (w *writer) inlines(parent ast.Node) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		w.inline(node)
	}
}

func (w *writer) inline(node ast.Node) {
	switch node := node.(type) {
	case *ast.Text:
		w.text(node)
	case *ast.String:
		w.out.Write(string(node.Value))
	case *ast.CodeSpan:
		w.span(text.CodeSpan, "", node)
	case *ast.Emphasis:
		style := text.Emphasis
		if node.Level > 1 {
			style = text.Strong
		}
		w.span(style, "", node)
	case *ast.Link:
		w.span(text.Link, unescape(node.Destination), node)
	case *ast.AutoLink:
		w.autoLink(node)
	case *ast.Image:
		w.image(node)
	case *ast.RawHTML:
		w.rawHTML(node)
	case *linkNode:
		w.link(node)
	case *extast.FootnoteLink:
		w.out.Write("[" + strconv.Itoa(node.Index) + "]")
	case *extast.FootnoteBacklink, *extast.TaskCheckBox:
	default:
		w.inlines(node)
	}
}

// span writes the children of node as a span; without a target a link is
// words like others.
func (w *writer) span(style text.Style, target string, node ast.Node) {
	if style == text.Link && target == "" {
		w.inlines(node)
		return
	}
	w.out.Open(style, target)
	w.inlines(node)
	w.out.Close()
}

func (w *writer) text(node *ast.Text) {
	value := node.Segment.Value(w.source)
	if node.IsRaw() {
		w.out.Write(string(value))
	} else {
		w.out.Write(unescape(value))
	}
	switch {
	case node.HardLineBreak():
		w.out.Break()
	case node.SoftLineBreak():
		w.out.Write(" ")
	}
}

// unescape resolves backslashes and the references of HTML.
func unescape(value []byte) string {
	value = util.UnescapePunctuations(value)
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
}

func (w *writer) autoLink(node *ast.AutoLink) {
	target := string(node.URL(w.source))
	if node.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	w.out.Open(text.Link, target)
	w.out.Write(string(node.Label(w.source)))
	w.out.Close()
}

// image keeps a picture for behind the block: its words are the caption.
func (w *writer) image(node *ast.Image) {
	var alt strings.Builder
	_ = ast.Walk(node, func(child ast.Node, entering bool) (ast.WalkStatus, error) {
		if words, ok := child.(*ast.Text); ok && entering {
			alt.WriteString(unescape(words.Segment.Value(w.source)))
			if words.SoftLineBreak() {
				alt.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	w.figures = append(w.figures, text.Block{Kind: text.Figure, Source: unescape(node.Destination)})
	w.alts = append(w.alts, alt.String())
}

// rawHTML drops a tag; a line break stays one.
func (w *writer) rawHTML(node *ast.RawHTML) {
	var tag strings.Builder
	for i := range node.Segments.Len() {
		segment := node.Segments.At(i)
		tag.Write(segment.Value(w.source))
	}
	if strings.HasPrefix(strings.ToLower(tag.String()), "<br") {
		w.out.Break()
	}
}

// find asks for the item a target names: as it is written, then without what
// follows "#", a place within the item.
func (w *writer) find(target string) (Resolved, bool) {
	if w.resolve == nil {
		return Resolved{}, false
	}
	found, ok := w.resolve(target)
	if page, _, cut := strings.Cut(target, "#"); !ok && cut && strings.TrimSpace(page) != "" {
		return w.resolve(strings.TrimSpace(page))
	}
	return found, ok
}

func (w *writer) link(node *linkNode) {
	found, ok := w.find(node.Target)
	style, target, shown := text.Link, NewPrefix+node.Target, node.Target
	switch {
	case w.resolve == nil:
		w.out.Write(firstOf(node.Shown, node.Target))
		return
	case ok && found.Quote != "" && node.Shown == "":
		style, target, shown = text.Highlight, ItemPrefix+found.ID, "“"+strings.Join(strings.Fields(found.Quote), " ")+"”"
	case ok:
		target, shown = ItemPrefix+found.ID, firstOf(found.Title, node.Target)
	}
	w.out.Open(style, target)
	w.out.Write(firstOf(node.Shown, shown))
	w.out.Close()
}

// firstOf returns the first of two that is not empty.
func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
