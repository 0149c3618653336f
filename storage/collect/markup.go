package collect

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/language"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
	"cuttings/storage/collect/page"
)

// readPage reads a web page.
func (c *Collector) readPage(ctx context.Context, src source, document *notes.Document) error {
	return c.readPageText(ctx, src, decodePage(src.data, src.charset), document)
}

// readPageText reads a web page in UTF-8.
func (c *Collector) readPageText(ctx context.Context, src source, words string, document *notes.Document) error {
	words, embedded := takeEmbedded(words)
	read, err := page.Read(ctx, words, src.address, c.options.Now())
	switch {
	case errors.Is(err, page.ErrNoText):
		return unreadable(err, "There is no text in “%s”.", src.name)
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return unreadable(err, "The page “%s” cannot be read.", src.name)
	}
	document.Title = firstOf(read.Title, firstOf(src.title, read.Text.Excerpt(titleFromWords)))
	document.Byline = read.Byline
	document.Source = read.Site
	document.Date = read.Date
	document.Language = read.Language
	document.URL = firstOf(read.URL, document.URL)
	document.Text = read.Text
	for _, address := range pictureAddresses(read.Text) {
		if picture, ok := embedded[address]; ok {
			document.Pictures = append(document.Pictures, picture)
		}
	}
	return nil
}

// readMarkdown reads a file in Markdown, with what its front matter says.
func (c *Collector) readMarkdown(src source, document *notes.Document) error {
	words := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(decodeText(src.data, src.charset))
	// Front matter with a fault in it is left out; the text is what counts.
	meta, body, _ := markdown.FrontMatter(words)
	built, err := markdown.Text(body, nil)
	switch {
	case errors.Is(err, markdown.ErrTooLarge):
		return tooLarge(err, "“%s” is larger than %s, too large for Markdown.", src.name, size(markdown.MaxSize))
	case err != nil:
		return unreadable(err, "The text of “%s” cannot be read.", src.name)
	}
	title := value(meta, "title")
	title, built = cutHeading(title, built)
	document.Text = built
	document.Title = firstOf(title, firstOf(src.title, built.Excerpt(titleFromWords)))
	document.Byline = page.Byline(value(meta, "byline", "author", "authors", "creator"))
	document.Source = value(meta, "source", "site", "publisher", "publication")
	document.Date = page.Date(value(meta, "date", "published", "created"), c.options.Now())
	document.Tags = tags(meta)
	for _, name := range []string{"url", "link", "source", "canonical"} {
		address, err := url.Parse(value(meta, name))
		if err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" {
			document.URL = address.String()
			if document.Source == value(meta, name) { // clippers call the address the source
				document.Source = strings.TrimPrefix(address.Hostname(), "www.")
			}
			break
		}
	}
	if tag, err := language.Parse(value(meta, "lang", "language")); err == nil {
		document.Language = tag.String()
	}
	return nil
}

// cutHeading takes the title off the start of a text: its first block, if that
// is a heading of the first level or says the title again.
func cutHeading(title string, built text.Text) (string, text.Text) {
	if len(built.Blocks) < 2 || built.Blocks[0].Kind != text.Heading {
		return title, built
	}
	heading := built.Slice(built.Blocks[0].Range)
	if title != "" && fold.String(title) != fold.String(heading) || title == "" && built.Blocks[0].Level > 1 {
		return title, built
	}
	cut := built.Blocks[1].Start
	rest := text.Text{Body: built.Body[cut:], Blocks: make([]text.Block, len(built.Blocks)-1)}
	for i, block := range built.Blocks[1:] {
		block.Start, block.End = block.Start-cut, block.End-cut
		block.Spans = append([]text.Span(nil), block.Spans...)
		for j := range block.Spans {
			block.Spans[j].Start -= cut
			block.Spans[j].End -= cut
		}
		rest.Blocks[i] = block
	}
	return firstOf(title, strings.Join(strings.Fields(heading), " ")), rest
}

// value returns the first of the named values of front matter that there is,
// in one line; a list is joined. Names are compared in lower case.
func value(meta map[string]any, names ...string) string {
	for _, name := range names {
		for key, found := range meta {
			if strings.ToLower(key) != name {
				continue
			}
			if words := strings.Join(list(found), ", "); words != "" {
				return words
			}
		}
	}
	return ""
}

// list returns a value of front matter as words.
func list(found any) []string {
	switch found := found.(type) {
	case nil, map[string]any:
		return nil
	case []any:
		var words []string
		for _, element := range found {
			if _, nested := element.([]any); !nested {
				words = append(words, list(element)...)
			}
		}
		return words
	default:
		words := strings.Join(strings.Fields(fmt.Sprint(found)), " ")
		// Obsidian writes an author as a link: "[[Name]]".
		words = strings.TrimSuffix(strings.TrimPrefix(words, "[["), "]]")
		if words == "" {
			return nil
		}
		return []string{words}
	}
}

// tags returns the tags of front matter, written as a list or with commas.
func tags(meta map[string]any) []string {
	var found []string
	for _, name := range []string{"tags", "tag", "keywords"} {
		for tag := range strings.SplitSeq(value(meta, name), ",") {
			if tag = strings.TrimPrefix(strings.TrimSpace(tag), "#"); tag != "" {
				found = append(found, tag)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}
