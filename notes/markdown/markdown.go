// Package markdown reads Markdown: the notes of an archive with their
// [[links]], and the files in Markdown that people collect. It turns them into
// reading text, lists the links and renames them. It never runs or loads what
// a source names, and it knows nothing of where links lead: the caller says.
package markdown

import (
	"errors"
	"fmt"
	"strings"

	"cuttings/notes/text"
)

// Limits on what is read.
const (
	// MaxSize is the length in bytes of the longest source that is read.
	MaxSize = 16 << 20

	// maxDepth bounds how deep quotations and lists nest; what is deeper is
	// read as words.
	maxDepth = 40

	// maxMarks bounds the marks of emphasis and links in one run of lines
	// without a gap. Their matching costs the square of their number, and no
	// person writes so many: such a source is read without them.
	maxMarks = 2000

	// maxTarget is the length in bytes of the longest target of a link.
	maxTarget = 2000
)

// ErrTooLarge is returned for a source of more than MaxSize bytes.
var ErrTooLarge = errors.New("the Markdown is too large")

// Link is a [[link]] in the source of a note.
type Link struct {
	Target string     // what it names: a title, or an item's ID
	Shown  string     // the words to show instead of the title; "" if there are none
	Range  text.Range // bytes of the source, brackets included
	Embed  bool       // written ![[target]]
}

// Resolved is the item that a link leads to.
type Resolved struct {
	ID     string
	Title  string
	Quote  string // set for a highlight: its words
	From   string // for a highlight: the article's title and paragraph
	Colour string // of a highlight, for the page that draws it; Text does not read it
}

// Resolve finds the item that a link names, or says that there is none.
type Resolve func(target string) (Resolved, bool)

// The targets of link spans that are no addresses begin with these.
const (
	ItemPrefix = "item:" // followed by an item's ID
	NewPrefix  = "new:"  // followed by the target of a link that leads nowhere yet
)

// Links returns the [[links]] of a note in order. What stands in code is no
// link. A source of more than MaxSize bytes has none.
func Links(source string) []Link {
	if len(source) > MaxSize || !strings.Contains(source, "[[") {
		return nil
	}
	var links []Link
	for _, node := range findLinks(parse([]byte(source))) {
		links = append(links, node.Link)
	}
	return links
}

// Rename returns the source with every link to oldTarget pointing to
// newTarget, and everything else as it was. Words that a link shows stay, and
// so does a part behind "#". Whether a link's target is the old one, same
// decides, so that [[alfred mutua]] can follow Alfred Mutua.
func Rename(source, oldTarget, newTarget string, same func(a, b string) bool) string {
	written := Target(newTarget)
	if written == "" {
		return source
	}
	var out strings.Builder
	last := 0
	for _, link := range Links(source) {
		old := link.Target
		if !same(old, oldTarget) {
			page, _, found := strings.Cut(old, "#")
			if page = strings.TrimSpace(page); !found || page == "" || !same(page, oldTarget) {
				continue
			}
			old = page
		}
		open := link.Range.Start + strings.Index(source[link.Range.Start:], "[[") + len("[[")
		at := open + strings.Index(source[open:link.Range.End], old)
		out.WriteString(source[last:at])
		out.WriteString(written)
		last = at + len(old)
	}
	if last == 0 {
		return source
	}
	out.WriteString(source[last:])
	return out.String()
}

// Target returns a title as it can stand in a link. Brackets, bars and
// backslashes, which would end the target, become spaces; names are compared
// without such marks (package fold), so the link still finds its item.
func Target(title string) string {
	plain := strings.Map(func(r rune) rune {
		switch r {
		case '[', ']', '|', '\\', '\n', '\r':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(title, ""))
	return strings.Join(strings.Fields(plain), " ")
}

// Text returns the source as reading text. With resolve, [[links]] become
// spans whose target begins with ItemPrefix or NewPrefix, and a link to a
// highlight shows the words it quotes: as a Quotation block of its own if it
// stands alone in a paragraph. Without resolve, links are plain words.
//
// It returns an error that wraps ErrTooLarge if the source is too long.
func Text(source string, resolve Resolve) (text.Text, error) {
	if len(source) > MaxSize {
		return text.Text{}, fmt.Errorf("%w: %d bytes", ErrTooLarge, len(source))
	}
	w := writer{source: []byte(source), resolve: resolve}
	w.blocks(parse(w.source), place{})
	return w.out.Text()
}
