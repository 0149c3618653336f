package collect

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	// longestTitle is the length in characters of the longest first line that
	// is taken for a title.
	longestTitle = 120

	// titleFromWords is the length in bytes of a title made from the first
	// words of a text that has none.
	titleFromWords = 80

	// A text is hard-wrapped if its lines end within slack characters of the
	// longest, which has between narrowest and widest characters.
	narrowest, widest, slack = 50, 120, 18
)

// readPlain reads text without mark-up: paragraphs are parted by empty lines,
// or else every line is one.
func (c *Collector) readPlain(src source, document *notes.Document) error {
	lines := splitLines(decodeText(src.data, src.charset))
	title, lines := cutTitle(lines)
	var out text.Builder
	for _, paragraph := range paragraphs(lines) {
		out.Begin(text.Block{Kind: text.Paragraph})
		out.Write(paragraph)
	}
	built, err := out.Text()
	if err != nil {
		return unreadable(err, "The text of “%s” cannot be read.", src.name)
	}
	if strings.TrimSpace(built.Body) == "" && title != "" { // a line is all there is
		out.Write(title)
		if built, err = out.Text(); err != nil {
			return unreadable(err, "The text of “%s” cannot be read.", src.name)
		}
	}
	document.Text = built
	document.Title = firstOf(title, firstOf(src.title, built.Excerpt(titleFromWords)))
	return nil
}

func splitLines(words string) []string {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n").Replace(words)
	lines := strings.Split(words, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return lines
}

// cutTitle takes the title off the lines of a text: a first line that is
// short, no sentence, and has more behind it.
func cutTitle(lines []string) (title string, rest []string) {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	if len(lines) < 2 {
		return "", lines
	}
	first := strings.Join(strings.Fields(lines[0]), " ")
	last, _ := utf8.DecodeLastRuneInString(first)
	if utf8.RuneCountInString(first) > longestTitle || strings.ContainsRune(".,;:!…。、，；：”\"»", last) {
		return "", lines
	}
	behind := strings.Join(lines[1:], "")
	if strings.TrimSpace(behind) == "" {
		return "", lines
	}
	// Directly above a line, it could be the first of a wrapped paragraph.
	if lines[1] != "" && isWrapped(lines) && !hasTitleGap(lines) {
		return "", lines
	}
	return first, lines[1:]
}

// hasTitleGap reports whether the first line is much shorter than the second,
// as the first line of a wrapped paragraph never is.
func hasTitleGap(lines []string) bool {
	return utf8.RuneCountInString(lines[0])+slack < utf8.RuneCountInString(lines[1])
}

// paragraphs joins lines to paragraphs.
func paragraphs(lines []string) []string {
	wrapped := isWrapped(lines)
	gaps := hasGaps(lines)
	var found, open []string
	close := func() {
		if len(open) > 0 {
			found = append(found, strings.Join(open, " "))
			open = nil
		}
	}
	width := longest(lines)
	for i, line := range lines {
		words := strings.TrimSpace(line)
		switch {
		case words == "":
			close()
			continue
		case gaps && !wrapped, !gaps && !wrapped:
			close()
		case i > 0 && indented(line) && !indented(lines[i-1]):
			close() // a first line set in
		}
		open = append(open, words)
		if wrapped && !gaps && utf8.RuneCountInString(line)+2*slack < width {
			close() // a last line ends early
		}
	}
	close()
	return found
}

func indented(line string) bool {
	return strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
}

func longest(lines []string) int {
	most := 0
	for _, line := range lines {
		most = max(most, utf8.RuneCountInString(line))
	}
	return most
}

// hasGaps reports whether an empty line stands between lines with words.
func hasGaps(lines []string) bool {
	seen := false
	for i, line := range lines {
		if line != "" && seen && lines[i-1] == "" {
			return true
		}
		seen = seen || line != ""
	}
	return false
}

// isWrapped reports whether the lines were broken at a width: those that
// others follow within their paragraph end near the longest.
func isWrapped(lines []string) bool {
	width := longest(lines)
	if width < narrowest || width > widest {
		return false
	}
	near, far := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		if utf8.RuneCountInString(lines[i])+slack >= width {
			near++
		} else {
			far++
		}
	}
	return near > 2*far
}

// titleOf makes a title from the name of a file: kenya-haiti-police.txt is
// "Kenya haiti police".
func titleOf(name string) string {
	if extensions[strings.ToLower(filepath.Ext(name))] != "" {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	words := strings.Fields(strings.NewReplacer("-", " ", "_", " ").Replace(strings.ToValidUTF8(name, "")))
	title := strings.Join(words, " ")
	r, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[min(size, len(title)):]
}

// firstOf returns the first of two that is not empty.
func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
