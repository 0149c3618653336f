package graph

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

// between parts what stands in one line.
const between = "  ·  "

// nodeWords say what a node is and how many others it is seen with.
func nodeWords(label string, kind notes.Kind, links int) string {
	return strings.Join([]string{
		label, session.KindName(kind),
		lang.XN("graph.links", "seen with {{.N}} others", links, map[string]any{"N": links}),
	}, between)
}

// edgeWords say what two nodes share.
func edgeWords(a, b string, articles, paragraphs, events int) string {
	words := []string{a + " – " + b}
	if articles > 0 {
		words = append(words, lang.XN("graph.articles", "{{.N}} articles", articles, map[string]any{"N": articles}))
	}
	if paragraphs > 0 {
		words = append(words, lang.XN("graph.paragraphs", "{{.N}} paragraphs", paragraphs, map[string]any{"N": paragraphs}))
	}
	if events > 0 {
		words = append(words, lang.XN("graph.events", "{{.N}} events", events, map[string]any{"N": events}))
	}
	if len(words) == 1 {
		words = append(words, lang.X("graph.nothing", "nothing shared"))
	}
	return strings.Join(words, between)
}

// wholeWords say how large a graph is.
func wholeWords(nodes, edges int) string {
	return lang.X("graph.whole", "Who with whom") + between +
		lang.XN("graph.names", "{{.N}} names", nodes, map[string]any{"N": nodes}) + between +
		lang.XN("graph.edges", "{{.N}} links", edges, map[string]any{"N": edges})
}
