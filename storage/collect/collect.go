// Package collect reads what people bring: text, Markdown, web pages that were
// saved, pasted words, and addresses, the only thing for which it uses the
// network. It fulfils notes.Collector. It keeps nothing, and nothing that it
// reads is run or followed.
package collect

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cuttings/notes"
	"cuttings/notes/language"
)

// Options says how much a Collector reads. The zero value is sensible.
type Options struct {
	MaxFile  int64            // bytes of a file or of pasted words; 0: 64 MB
	MaxPage  int64            // bytes of a page that is fetched; 0: 20 MB
	Timeout  time.Duration    // for fetching a page; 0: 30 seconds
	ReadTime time.Duration    // for taking the text from one input; 0: 60 seconds
	Client   *http.Client     // to fetch pages with; nil: one of its own
	Now      func() time.Time // nil: time.Now
}

// Collector reads files, pasted words and addresses. It is safe for use by
// several goroutines.
type Collector struct {
	options Options
	client  *http.Client
}

var _ notes.Collector = (*Collector)(nil)

// New returns a Collector.
func New(options Options) *Collector {
	if options.MaxFile <= 0 {
		options.MaxFile = 64 << 20
	}
	if options.MaxPage <= 0 {
		options.MaxPage = 20 << 20
	}
	if options.Timeout <= 0 {
		options.Timeout = 30 * time.Second
	}
	if options.ReadTime <= 0 {
		options.ReadTime = time.Minute
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	return &Collector{options: options, client: newClient(options.Client)}
}

// source is one input at hand: its bytes and what is known of them.
type source struct {
	name      string   // what the person calls it
	title     string   // a title for want of a better one; "" if there is none
	data      []byte   // as they came
	mediaType string   // as the sender says; "" if unknown
	charset   string   // as the sender says; "" if unknown
	address   *url.URL // where it was found; nil if nowhere on the web
}

// Read reads one input: a file, an address, or words at hand. It returns an
// error that wraps notes.ErrUnreadable or notes.ErrTooLarge and reads as one
// sentence for the person, or the error of ctx.
func (c *Collector) Read(ctx context.Context, input notes.Input) (notes.Document, error) {
	if err := ctx.Err(); err != nil {
		return notes.Document{}, fmt.Errorf("read %s: %w", input.Name, err)
	}
	var src source
	var err error
	switch {
	case input.Path != "":
		src, err = c.file(input.Path)
	case input.URL != "":
		src, err = c.fetch(ctx, input.URL)
	default:
		src, err = c.pasted(input)
	}
	if err != nil {
		return notes.Document{}, err
	}
	reading, cancel := context.WithTimeout(ctx, c.options.ReadTime)
	defer cancel()
	document, err := c.document(reading, src)
	switch {
	case err == nil && input.URL != "" && src.address != nil:
		document.Pictures = append(document.Pictures, c.pictures(ctx, src.address, document.Text)...)
		return document, nil
	case err == nil:
		return document, nil
	case ctx.Err() != nil:
		return notes.Document{}, fmt.Errorf("read %s: %w", src.name, ctx.Err())
	case reading.Err() != nil:
		return notes.Document{}, tooLarge(err, "It takes too long to read “%s”.", src.name)
	}
	return notes.Document{}, err
}

// file reads the bytes of a file.
func (c *Collector) file(path string) (source, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return source{}, fileFailure(name, err)
	}
	if info.IsDir() {
		return source{}, unreadable(nil, "“%s” is a folder that cannot be listed.", name)
	}
	if !info.Mode().IsRegular() {
		return source{}, unreadable(nil, "“%s” is not a file.", name)
	}
	file, err := os.Open(path)
	if err != nil {
		return source{}, fileFailure(name, err)
	}
	defer file.Close()
	data, err := readAtMost(file, c.options.MaxFile)
	if err != nil {
		return source{}, fileFailure(name, err)
	}
	if data == nil {
		return source{}, tooLarge(nil, "“%s” is larger than %s.", name, size(c.options.MaxFile))
	}
	return source{name: name, title: titleOf(name), data: data}, nil
}

func (c *Collector) pasted(input notes.Input) (source, error) {
	name := input.Name
	if name == "" {
		name = "pasted text"
	}
	if int64(len(input.Data)) > c.options.MaxFile {
		return source{}, tooLarge(nil, "The %s is larger than %s.", name, size(c.options.MaxFile))
	}
	return source{name: name, data: input.Data}, nil
}

// readAtMost reads all of r, or returns nil if that is more than limit bytes.
func readAtMost(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, nil
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

func size(bytes int64) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// document takes the text from a source, by its kind.
func (c *Collector) document(ctx context.Context, src source) (notes.Document, error) {
	document := notes.Document{Original: src.data}
	if src.address != nil {
		document.URL = src.address.String()
	}
	kind := kindOf(src)
	document.MediaType = kind
	var err error
	switch kind {
	case htmlType, xhtmlType:
		err = c.readPage(ctx, src, &document)
	case mhtmlType:
		err = c.readArchive(ctx, src, &document)
	case markdownType:
		err = c.readMarkdown(src, &document)
	case plainType:
		err = c.readPlain(src, &document)
	default:
		return notes.Document{}, unreadable(nil, "“%s” is not a text or a web page%s.", src.name, described(kind))
	}
	if err != nil {
		return notes.Document{}, err
	}
	if strings.TrimSpace(document.Text.Body) == "" {
		return notes.Document{}, unreadable(nil, "There is no text in “%s”.", src.name)
	}
	if document.Language == "" {
		document.Language = language.Of(document.Text.Body)
	}
	return document, nil
}

// fileFailure says in a sentence why a file could not be opened or read.
func fileFailure(name string, err error) error {
	switch {
	case os.IsNotExist(err):
		return unreadable(err, "There is no file “%s”.", name)
	case os.IsPermission(err):
		return unreadable(err, "You may not read “%s”.", name)
	}
	if _, ok := err.(*fs.PathError); ok {
		return unreadable(err, "“%s” cannot be read.", name)
	}
	return unreadable(err, "“%s” cannot be read to its end.", name)
}
