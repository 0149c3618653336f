package collect

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

const (
	// detected is how many bytes a guess at an encoding is made from.
	detected = 64 << 10

	// sure is the confidence, of 100, from which a guess is tried.
	sure = 30
)

var lateCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?([\w-]+)`)

// wide returns the name of the UTF-16 encoding that data is in, by its mark
// or by the zeros that letters of ASCII have in it; "" if it is in none.
func wide(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "utf-16be"
	}
	head := data[:min(len(data), 512)&^1]
	if len(head) < 8 {
		return ""
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case odd*10 > pairs*7 && even == 0:
		return "utf-16le"
	case even*10 > pairs*7 && odd == 0:
		return "utf-16be"
	}
	return ""
}

func decodeWide(data []byte) string {
	return decodeAs(wide(data), data)
}

// decodeAs returns data in UTF-8; as it is if the encoding has no decoder.
func decodeAs(name string, data []byte) string {
	if coding, err := htmlindex.Get(name); err == nil {
		if decoded, err := coding.NewDecoder().Bytes(data); err == nil {
			return strings.TrimPrefix(string(decoded), "\ufeff")
		}
	}
	return strings.ToValidUTF8(string(data), "\ufffd")
}

// decodePage returns a page in UTF-8: by its byte-order mark, by what the
// sender says, by what the page says of itself, and else by a guess.
func decodePage(data []byte, said string) string {
	if name := wide(data); name != "" {
		return decodeAs(name, data)
	}
	contentType := "text/html"
	if said != "" {
		contentType += "; charset=" + said
	}
	coding, name, certain := charset.DetermineEncoding(data, contentType)
	if !certain && said == "" {
		// Some pages name their encoding behind the first 1,024 bytes.
		if match := lateCharset.FindSubmatch(data[:min(len(data), detected)]); match != nil {
			said = string(match[1])
		}
	}
	if name != "utf-8" && !certain || name == "utf-8" && !utf8.Valid(data) {
		return decodeText(data, said)
	}
	if coding == encoding.Replacement || coding == encoding.Nop {
		return decodeText(data, "")
	}
	return decodeAs(name, data)
}

// decodeText returns a text in UTF-8: by its byte-order mark, as UTF-8 if it
// is that, by what the sender says, by a guess, and else as Windows-1252.
func decodeText(data []byte, said string) string {
	if name := wide(data); name != "" {
		return decodeAs(name, data)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if isUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	if _, name := charset.Lookup(said); name != "" && name != "utf-8" {
		return decodeAs(name, data)
	}
	if name := guess(data); name != "" {
		return decodeAs(name, data)
	}
	return decodeAs("windows-1252", data)
}

// isUTF8 reports whether data is UTF-8 but for a stray byte here and there,
// such as where a longer text was cut.
func isUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return !bytes.Contains(data[:min(len(data), detected)], []byte("\x1b$")) // ISO-2022-JP is all ASCII
	}
	good, bad := 0, 0
	for rest := data[:min(len(data), detected)]; len(rest) > 0; {
		r, width := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && width == 1:
			bad++
		case width > 1:
			good++
		}
		rest = rest[width:]
	}
	return good > 20*bad
}

// guess returns the encoding that data is most likely in, of those whose
// reading gives words; "" if there is none.
func guess(data []byte) string {
	head := data[:min(len(data), detected)]
	detector := chardet.NewTextDetector()
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) {
		detector = chardet.NewHtmlDetector()
	}
	results, err := detector.DetectAll(head)
	if err != nil {
		return ""
	}
	for _, result := range results {
		name := strings.ToLower(result.Charset)
		switch name {
		case "iso-8859-1":
			name = "windows-1252"
		case "gb-18030":
			name = "gb18030"
		}
		if result.Confidence < sure || strings.HasPrefix(name, "utf") {
			continue
		}
		if _, err := htmlindex.Get(name); err == nil && plausible(decodeAs(name, head)) {
			return name
		}
	}
	return ""
}

// plausible reports whether a reading looks like words: hardly a character
// without a meaning, and letters in it.
func plausible(decoded string) bool {
	letters, wrong := 0, 0
	for _, r := range decoded {
		switch {
		case r == utf8.RuneError, unicode.Is(unicode.Co, r), unicode.IsControl(r) && !unicode.IsSpace(r):
			wrong++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters > 0 && wrong*50 <= letters
}
