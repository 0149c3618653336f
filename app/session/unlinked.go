package session

import (
	"strings"

	"cuttings/notes/markdown"
)

// Unlinked gives short Markdown as plain words, as lists show it: of a link, what
// it shows.
func Unlinked(words string) string {
	var plain strings.Builder
	at := 0
	for _, link := range markdown.Links(words) {
		plain.WriteString(words[at:link.Range.Start])
		shown := link.Shown
		if shown == "" {
			shown = link.Target
		}
		plain.WriteString(shown)
		at = link.Range.End
	}
	plain.WriteString(words[at:])
	return plain.String()
}
