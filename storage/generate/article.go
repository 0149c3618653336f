package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	articleSize  = 3000 // bytes of a text, on average
	maxNamed     = 6    // entities that one article is about
	nameOneIn    = 3    // one sentence in so many names one of them
	headingOneIn = 6    // one paragraph in so many follows a heading
)

// article makes the article of a number.
func (g *generator) article(number int) (notes.Document, error) {
	r := g.random(forArticle, uint64(number))
	about := g.about(r)
	day := randomDay(r)
	document := notes.Document{
		Title:     g.title(r, about),
		Byline:    firstNames[r.IntN(len(firstNames))] + " " + lastParts[r.IntN(len(lastParts))] + lastEnds[r.IntN(len(lastEnds))],
		Source:    "The " + capital(g.words[100+r.IntN(60)]) + " Courier",
		Date:      day.Format(time.DateOnly),
		Language:  "en",
		URL:       fmt.Sprintf("https://example.org/%s/%d", day.Format("2006/01/02"), number),
		MediaType: "text/plain",
	}
	var b text.Builder
	b.Begin(text.Block{Kind: text.Heading, Level: 1})
	b.Write(document.Title)
	size := articleSize/2 + r.IntN(articleSize)
	for written := 0; written < size; {
		if written > 0 && r.IntN(headingOneIn) == 0 {
			b.Begin(text.Block{Kind: text.Heading, Level: 2})
			b.Write(g.title(r, nil))
		}
		paragraph := g.sentences(r, 2+r.IntN(4), about)
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
		written += len(paragraph)
	}
	var err error
	if document.Text, err = b.Text(); err != nil {
		return notes.Document{}, fmt.Errorf("article %d: %w", number, err)
	}
	document.Original = []byte(document.Text.Body)
	return document, nil
}

// about draws the names that one article uses.
func (g *generator) about(r *rand.Rand) []string {
	if len(g.entities) == 0 {
		return nil
	}
	var names []string
	for range 1 + r.IntN(maxNamed) {
		spellings := g.who(r).spellings()
		names = append(names, spellings[0])
		if len(spellings) > 1 && r.IntN(2) == 0 {
			names = append(names, spellings[1])
		}
	}
	return names
}

func (g *generator) title(r *rand.Rand, about []string) string {
	words := g.run(r, 4+r.IntN(5))
	if len(about) > 0 {
		words[r.IntN(len(words))] = about[0]
	}
	return capital(strings.Join(words, " "))
}

// run draws words one after another, no word twice in a row.
func (g *generator) run(r *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		for words[i] == "" || i > 0 && words[i] == words[i-1] {
			words[i] = g.words[g.pick.next(r)]
		}
	}
	return words
}

// sentences writes n sentences, some of which name what they are about.
func (g *generator) sentences(r *rand.Rand, n int, about []string) string {
	var out strings.Builder
	for i := range n {
		if i > 0 {
			out.WriteByte(' ')
		}
		words := g.run(r, 7+r.IntN(18))
		words[0] = capital(words[0])
		if len(words) > 12 {
			words[5+r.IntN(4)] += ","
		}
		if len(about) > 0 && r.IntN(nameOneIn) == 0 {
			words[1+r.IntN(len(words)-1)] = about[r.IntN(len(about))]
		}
		out.WriteString(strings.Join(words, " "))
		out.WriteByte('.')
	}
	return out.String()
}

// sentence draws a sentence of a text: from one full stop of a paragraph to the
// next.
func sentence(t text.Text, r *rand.Rand) text.Range {
	block := t.Blocks[r.IntN(len(t.Blocks))]
	words := t.Slice(block.Range)
	start := 0
	if stop := strings.Index(words, ". "); stop >= 0 && r.IntN(2) == 0 {
		start = stop + len(". ")
	}
	end := len(words)
	if stop := strings.Index(words[start:], ". "); stop >= 0 {
		end = start + stop + 1
	}
	return text.Range{Start: block.Start + start, End: block.Start + end}
}
