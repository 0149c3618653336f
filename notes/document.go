package notes

import (
	"context"

	"cuttings/notes/text"
)

// Document is what was read from a file, a saved page, an address or pasted
// words, before it is kept as an article.
type Document struct {
	Title     string
	Byline    string
	Source    string // the newspaper, site or agency
	Date      string // EDTF; "" if the document carries none
	Language  string // BCP 47; "" if unknown
	URL       string // where it is published; "" if nowhere
	MediaType string // of Original, without parameters: text/html
	Original  []byte // the bytes as they came
	Text      text.Text
	Tags      []string
	Pictures  []Picture // those of its figures that came with it
	Prepared  any       // what Store.Prepare returned for it; nil: nothing yet
}

// Input names one thing to collect: a file, an address, or bytes at hand.
// Exactly one of Path, URL and Data is set.
type Input struct {
	Path string
	URL  string
	Data []byte // pasted words or standard input
	Name string // what a report calls it
}

// Collector reads what people bring. It keeps nothing itself.
type Collector interface {
	// Expand turns the arguments of a person (files, folders, addresses)
	// into inputs, folders file by file in order of name. Files in folders
	// that are of no readable kind are left out; a file that is named is
	// always returned, so that the report can say what is wrong with it.
	Expand(ctx context.Context, arguments []string) ([]Input, error)

	// Read reads one input. It returns an error that wraps ErrUnreadable,
	// with a sentence for the person, if there is no text to take from it;
	// ErrTooLarge if it exceeds the limit. Only an Input with a URL uses
	// the network.
	Read(ctx context.Context, input Input) (Document, error)
}
