// Package page reads the main article of a web page: what it says of itself
// (title, byline, site, date, language, address) and its words as blocks. It
// runs nothing that a page holds, loads nothing that it names and keeps
// nothing.
package page

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// Page is what was read from a web page. A field is empty if the page does
// not say.
type Page struct {
	Title    string
	Byline   string
	Site     string
	Date     string // of publication, EDTF
	Language string // BCP 47
	URL      string // where the page says it is published
	Text     text.Text
}

// ErrNoText is returned for a page without words.
var ErrNoText = errors.New("the page holds no words")

// Limits on what is given to the extraction library.
const (
	// maxElements is the size of page from which its blocks are read as they
	// stand: choosing the main article takes more than linear time.
	maxElements = 150_000

	// enoughText is the length in bytes from which what the library took is
	// believed to be the article.
	enoughText = 250

	// tooLittle is the share of a longer reading (the page's own articleBody,
	// or its one article element) below which the library missed the article.
	tooLittle = 0.5
)

// Read reads a page in UTF-8. The address it was found at makes links
// absolute; it may be nil. Dates later than now are not believed.
//
// It returns ErrNoText if there is nothing to read, and the error of ctx when
// that ends first.
func Read(ctx context.Context, source string, address *url.URL, now time.Time) (Page, error) {
	document, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// The parser gives up on elements nested more than 512 deep.
		return flat(source)
	}
	facts := gather(document, source)
	base := facts.base(address)
	found, err := extract(ctx, document, base)
	if err != nil {
		return Page{}, err
	}
	page := Page{
		Site:     facts.site(base),
		Language: facts.language(),
		URL:      facts.address(address),
	}
	page.Title = facts.title(page.Site, found.title)
	page.Byline = facts.byline(found.byline, page.Site)
	page.Date = facts.date(now)
	page.Text, err = articleText(document, found.node, facts, page.Title, base)
	if err != nil {
		return Page{}, fmt.Errorf("put the page's words together: %w", err)
	}
	if strings.TrimSpace(page.Text.Body) == "" {
		return Page{}, ErrNoText
	}
	return page, ctx.Err()
}

// extracted is what the library found.
type extracted struct {
	node   *html.Node // of the main article; nil if there is none
	title  string
	byline string // seen beside the article: often noise
}

// extract asks the library for the main article, in a copy of document.
//
// The library takes no context and was not written against hostile pages, so
// it runs apart: when ctx ends it is left to finish its bounded work alone,
// and a fault in it means that nothing was found.
func extract(ctx context.Context, document *html.Node, base *url.URL) (extracted, error) {
	done := make(chan extracted, 1)
	copied := clone(document)
	go func() {
		var found extracted
		defer func() {
			if recover() != nil {
				found = extracted{}
			}
			done <- found
		}()
		parser := readability.NewParser()
		parser.MaxElemsToParse = maxElements
		parser.DisableJSONLD = true // read by us
		if article, err := parser.ParseAndMutate(copied, base); err == nil {
			found = extracted{article.Node, article.Title(), article.Byline()}
		}
	}()
	select {
	case found := <-done:
		return found, nil
	case <-ctx.Done():
		return extracted{}, ctx.Err()
	}
}

// clone copies a tree without what runs or shows nothing, which is the larger
// part of many pages. Data about the page stays.
func clone(node *html.Node) *html.Node {
	copied := &html.Node{
		Type: node.Type, DataAtom: node.DataAtom, Data: node.Data, Namespace: node.Namespace,
		Attr: append([]html.Attribute(nil), node.Attr...),
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.CommentNode || isElement(child, "script", "style", "template") || isHidden(child) {
			continue
		}
		copied.AppendChild(clone(child))
	}
	return copied
}

// articleText writes the text of main, or of the part of the document that holds
// clearly more of the article.
func articleText(document, main *html.Node, facts *facts, title string, base *url.URL) (text.Text, error) {
	built, err := write(main, title, base)
	if err != nil {
		return text.Text{}, err
	}
	size := len(built.Body)
	if body := facts.data.body; len(body) > enoughText && float64(size) < tooLittle*float64(len(body)) {
		return bodyText(document, body, title, base)
	}
	if article := onlyArticle(document); article != nil {
		whole, err := write(article, title, base)
		if err == nil && float64(size) < tooLittle*float64(len(whole.Body)) {
			return whole, nil
		}
	}
	if size >= enoughText {
		return built, nil
	}
	for _, name := range []string{"main", "body"} {
		if node := first(document, name); node != nil {
			whole, err := write(node, title, base)
			if err == nil && len(whole.Body) > 2*size {
				return whole, nil
			}
		}
	}
	return built, nil
}

// bodyText returns the article whose words the page's data gives: from the
// smallest element that holds as many, for its links and headings, or else
// the data's own words.
func bodyText(document *html.Node, body, title string, base *url.URL) (text.Text, error) {
	if article := onlyArticle(document); article != nil {
		built, err := write(article, title, base)
		if size := len(built.Body); err == nil && size > len(body)*3/4 && size < len(body)*2 {
			return built, nil
		}
	}
	var out text.Builder
	for line := range strings.Lines(stripTags(body)) {
		out.End()
		out.Write(line)
	}
	return out.Text()
}

// onlyArticle returns the article element of a page that has just one.
func onlyArticle(document *html.Node) *html.Node {
	var found *html.Node
	for node := range document.Descendants() {
		if isElement(node, "article") {
			if found != nil {
				return nil
			}
			found = node
		}
	}
	return found
}

// flat reads a page whose elements are nested too deep to build their tree:
// its words, a paragraph where a block begins.
func flat(source string) (Page, error) {
	var out text.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	hidden := ""
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			built, err := out.Text()
			if err != nil {
				return Page{}, fmt.Errorf("put the page's words together: %w", err)
			}
			if strings.TrimSpace(built.Body) == "" {
				return Page{}, ErrNoText
			}
			return Page{Text: built}, nil
		case html.TextToken:
			if hidden == "" {
				out.Write(string(tokens.Text()))
			}
		case html.StartTagToken, html.EndTagToken:
			tag, _ := tokens.TagName()
			name := string(tag)
			if kind == html.EndTagToken && name == hidden {
				hidden = ""
			} else if kind == html.StartTagToken && hidden == "" && silent[name] && !void[name] {
				hidden = name
			}
			if blocks[name] {
				out.End()
			}
		}
	}
}
