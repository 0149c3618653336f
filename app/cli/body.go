package cli

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"unicode/utf16"
	"unicode/utf8"
)

// maxBody bounds what is read as the body of a note, in bytes. It is what a note
// may hold, so that what is longer is refused whole and never cut.
const maxBody = 16 << 20

// readFile reads the body of a note from a file, or from standard input if its
// name is "-". What is not text is refused with a sentence.
func (c *call) readFile(name string) (string, error) {
	from, what := c.env.Stdin, "What came on standard input"
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return "", fmt.Errorf("read the body: %w", err)
		}
		defer file.Close()
		from, what = file, fmt.Sprintf("“%s”", name)
	}
	read, err := io.ReadAll(io.LimitReader(from, maxBody+1))
	if err != nil {
		return "", fmt.Errorf("read the body: %w", err)
	}
	if len(read) > maxBody {
		return "", sayf("%s is too large for a note, which has at most %d MB. Nothing was written.", what, maxBody>>20)
	}
	body, ok := decoded(read)
	if !ok {
		return "", sayf("%s is not text: UTF-8, or UTF-16 that begins with its mark. Nothing was written.", what)
	}
	return body, nil
}

// decoded returns the text that bytes hold: UTF-8, or UTF-16 behind a byte order
// mark. It is false if they are neither, or hold a NUL, which no text has.
func decoded(read []byte) (string, bool) {
	if units, order := utf16Of(read); order != nil {
		if len(units)%2 == 1 {
			return "", false
		}
		read = utf8Of(units, order)
	}
	read = bytes.TrimPrefix(read, []byte("\ufeff"))
	return string(read), utf8.Valid(read) && bytes.IndexByte(read, 0) < 0
}

// utf16Of returns what follows a byte order mark of UTF-16, and the order that
// it says; nil if there is none.
func utf16Of(read []byte) ([]byte, binary.ByteOrder) {
	if rest, ok := bytes.CutPrefix(read, []byte{0xFF, 0xFE}); ok {
		return rest, binary.LittleEndian
	}
	if rest, ok := bytes.CutPrefix(read, []byte{0xFE, 0xFF}); ok {
		return rest, binary.BigEndian
	}
	return nil, nil
}

// utf8Of translates UTF-16. Half a pair of surrogates becomes U+FFFD.
func utf8Of(units []byte, order binary.ByteOrder) []byte {
	all := make([]uint16, len(units)/2)
	for i := range all {
		all[i] = order.Uint16(units[2*i:])
	}
	return []byte(string(utf16.Decode(all)))
}
