package notes

import (
	"strings"
	"unicode/utf8"

	"cuttings/notes/text"
)

// snippet cuts the words around the first place out of body, on one line, and
// says where the places stand in it.
func snippet(body string, places []text.Range) (string, []text.Range) {
	start := 0
	if len(places) > 0 {
		start = wordStart(body, places[0].Start-snippetSize/3)
	}
	end := min(len(body), start+snippetSize)
	if len(places) > 0 {
		end = min(len(body), max(end, places[0].End))
	}
	end = wordEnd(body, end)

	var out strings.Builder
	if start > 0 {
		out.WriteString("…")
	}
	var marks []text.Range
	at := start
	for _, place := range places {
		if place.Start < at || place.End > end {
			continue
		}
		writeLine(&out, body[at:place.Start])
		mark := text.Range{Start: out.Len()}
		writeLine(&out, body[place.Start:place.End])
		mark.End = out.Len()
		marks = append(marks, mark)
		at = place.End
	}
	writeLine(&out, body[at:end])
	if end < len(body) {
		out.WriteString("…")
	}
	return out.String(), marks
}

// writeLine writes words with every white space as one space.
func writeLine(out *strings.Builder, words string) {
	space := out.Len() == 0 || strings.HasSuffix(out.String(), " ")
	for _, r := range words {
		if r == ' ' || r == '\n' || r == '\t' {
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		}
		out.WriteRune(r)
		space = false
	}
}

// wordStart moves offset back to the start of a word, wordEnd on to the end of
// one; both stay near and on character boundaries.
func wordStart(body string, offset int) int {
	if offset <= 0 {
		return 0
	}
	for i := offset; i > max(0, offset-24); i-- {
		if body[i-1] == ' ' || body[i-1] == '\n' {
			return i
		}
	}
	for offset > 0 && !utf8.RuneStart(body[offset]) {
		offset--
	}
	return offset
}

func wordEnd(body string, offset int) int {
	if offset >= len(body) {
		return len(body)
	}
	for i := offset; i < min(len(body), offset+24); i++ {
		if body[i] == ' ' || body[i] == '\n' {
			return i
		}
	}
	for offset < len(body) && !utf8.RuneStart(body[offset]) {
		offset++
	}
	return offset
}
