package collect

import (
	"bytes"
	"mime"
	"net/http"
	"path/filepath"
	"strings"
)

// The media types that are read.
const (
	plainType    = "text/plain"
	markdownType = "text/markdown"
	htmlType     = "text/html"
	xhtmlType    = "application/xhtml+xml"
	mhtmlType    = "multipart/related"
)

// extensions are the endings of files that are read, in lower case.
var extensions = map[string]string{
	".txt": plainType, ".text": plainType,
	".md": markdownType, ".markdown": markdownType,
	".html": htmlType, ".htm": htmlType, ".xhtml": xhtmlType, ".xht": xhtmlType,
	".mhtml": mhtmlType, ".mht": mhtmlType,
}

// sniffed is how many bytes of a source are looked at to tell its kind.
const sniffed = 4096

// kindOf returns the media type of a source: the content decides against
// binary data, then what the sender or the ending of the name says, then the
// content.
func kindOf(src source) string {
	head := src.data[:min(len(src.data), sniffed)]
	seen := sniff(head)
	if seen != plainType && seen != htmlType && seen != mhtmlType {
		return seen
	}
	named := extensions[strings.ToLower(filepath.Ext(src.name))]
	said, _, _ := mime.ParseMediaType(src.mediaType)
	if said == "" || said == plainType && named == markdownType { // servers seldom know Markdown
		said = named
	}
	switch said {
	case plainType, markdownType, htmlType, xhtmlType:
		// A page that is saved as text is a page, if it says so at its start.
		if said == plainType && bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(head)), []byte("<!doctype html")) {
			return htmlType
		}
		return said
	case mhtmlType:
		if seen != mhtmlType {
			return htmlType // some browsers save plain pages under this ending
		}
		return said
	case "message/rfc822":
		return mhtmlType
	case "", "application/octet-stream", "application/xml", "text/xml":
		return seen
	}
	if strings.HasPrefix(said, "text/") {
		return seen
	}
	return said
}

// sniff tells the kind of a source by its first bytes.
func sniff(head []byte) string {
	if wide(head) != "" {
		return plainOrPage(decodeWide(head))
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if kind, _, _ := strings.Cut(http.DetectContentType(head), ";"); kind != plainType && kind != htmlType && kind != "text/xml" {
		if kind != "application/octet-stream" || isBinary(head) {
			return kind
		}
	}
	if isBinary(head) {
		return "application/octet-stream"
	}
	return plainOrPage(string(head))
}

// isBinary reports whether bytes hold control characters that no encoding of
// text has. Escape begins the shifts of ISO-2022-JP.
func isBinary(head []byte) bool {
	for _, c := range head {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != 0x1a {
			return true
		}
	}
	return false
}

func plainOrPage(head string) string {
	start := strings.ToLower(strings.TrimSpace(head))
	if mime, found := mimeHeader(start); found && strings.HasPrefix(mime, mhtmlType) {
		return mhtmlType
	}
	if !strings.HasPrefix(start, "<") {
		return plainType
	}
	for _, tag := range []string{
		"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<div",
		"<p>", "<p ", "<h1", "<h2", "<table", "<ul", "<ol", "<blockquote", "<span", "<a ",
	} {
		if strings.Contains(start, tag) {
			return htmlType
		}
	}
	return plainType
}

// mimeHeader returns the content type in the header that a source begins with.
func mimeHeader(start string) (string, bool) {
	for line := range strings.Lines(start) {
		line = strings.TrimSpace(line)
		if line == "" {
			return "", false
		}
		if kind, found := strings.CutPrefix(line, "content-type:"); found {
			return strings.TrimSpace(kind), true
		}
	}
	return "", false
}

// described names a kind of file for a person, if it is one they know.
func described(kind string) string {
	switch {
	case kind == "application/pdf":
		return ": it is a PDF"
	case kind == "application/zip" || strings.Contains(kind, "gzip"):
		return ": it is a packed file"
	case strings.HasPrefix(kind, "image/"):
		return ": it is a picture"
	case strings.HasPrefix(kind, "audio/"):
		return ": it is a sound"
	case strings.HasPrefix(kind, "video/"):
		return ": it is a film"
	}
	return ""
}
