package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// example is a sentence with the label of each token.
type example struct {
	text   string
	tokens []token.Token
	labels []int
	weight float64
}

// source is a file of training texts and how much each of its sentences counts.
// Posts are written unlike articles, so they count less.
type source struct {
	file   string
	weight float64
	posts  bool
}

var sources = []source{
	{"crossner.jsonl", 1, false},
	{"btc.jsonl", 0.35, true},
}

// kinds are the names of the kinds in the files, in the order of the labels.
var kinds = map[string]int{"person": 0, "organisation": 1, "place": 2, "event": 3}

// record is a line of a file.
type record struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Spans []struct {
		Start int    `json:"start"` // in code points
		End   int    `json:"end"`
		Kind  string `json:"kind"`
	} `json:"spans"`
}

// readExamples reads the sentences of all sources in a folder.
func readExamples(folder string) ([]example, error) {
	var all []example
	for _, s := range sources {
		file, err := os.Open(filepath.Join(folder, s.file))
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20) // a line is a sentence or a post
		for lines.Scan() {
			var r record
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				return nil, fmt.Errorf("%s: %w", s.file, err)
			}
			if s.posts && !worthwhile(r) {
				continue
			}
			all = append(all, r.examples(s.weight)...)
		}
		file.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", s.file, err)
		}
	}
	return all, nil
}

// worthwhile reports whether a post is enough like running text to learn from:
// mostly letters, not mostly marks and tags.
func worthwhile(r record) bool {
	letters, tags := 0, 0
	for _, c := range r.Text {
		if c < utf8.RuneSelf && unicode.IsLetter(c) {
			letters++
		}
		if c == '#' || c == '@' {
			tags++
		}
	}
	return letters*10 >= utf8.RuneCountInString(r.Text)*6 && tags <= 3
}

// examples returns the sentences of a text, labelled.
func (r record) examples(weight float64) []example {
	offsets := make([]int, 0, len(r.Text)+1) // where each code point begins
	for i := range r.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(r.Text))
	var all []example
	for _, sentence := range token.Sentences(r.Text) {
		e := example{text: r.Text, tokens: sentence, labels: make([]int, len(sentence)), weight: weight}
		for _, span := range r.Spans {
			kind, ok := kinds[span.Kind]
			if !ok || span.End >= len(offsets) {
				continue
			}
			start, end := offsets[span.Start], offsets[span.End]
			if written := r.Text[start:end]; strings.ContainsAny(written[:1], "#@") {
				continue // tags and handles are no names in running text
			}
			e.label(start, end, kind)
		}
		all = append(all, e)
	}
	return all
}

// label marks the tokens that lie in a span. A full stop or a quotation mark at
// an edge belongs to the sentence.
func (e *example) label(start, end, kind int) {
	first, last := -1, -1
	for i, t := range e.tokens {
		if t.Start >= start && t.End <= end {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for ; first >= 0 && first <= last && e.edgeMark(first); first++ {
	}
	for ; kind == 0 && first >= 0 && first < last && lists.Honorific(e.word(first)); first++ { // not all who marked left them out
	}
	for ; last >= first && first >= 0 && e.edgeMark(last); last-- {
	}
	if first < 0 || first > last {
		return
	}
	for i := first; i <= last; i++ {
		place := crf.Inside
		switch {
		case first == last:
			place = crf.Single
		case i == first:
			place = crf.Begin
		case i == last:
			place = crf.End
		}
		e.labels[i] = crf.Label(kind, place)
	}
}

func (e *example) word(i int) string { return e.text[e.tokens[i].Start:e.tokens[i].End] }

func (e *example) edgeMark(i int) bool {
	return e.tokens[i].Form == token.Mark && !strings.Contains(")]!", e.word(i))
}

// counts is how often a word was seen in small letters and with a capital
// where no sentence begins.
type counts struct{ small, capital int }

// usage counts how words are written.
func usage(examples []example) map[uint32]counts {
	all := map[uint32]counts{}
	for _, e := range examples {
		for key, c := range e.usage() {
			sum := all[key]
			all[key] = counts{sum.small + c.small, sum.capital + c.capital}
		}
	}
	return all
}

func (e example) usage() map[uint32]counts {
	all := map[uint32]counts{}
	for i, t := range e.tokens {
		key := feature.WordKey(e.text[t.Start:t.End])
		c := all[key]
		switch {
		case t.Form == token.Lower:
			c.small++
		case t.Form.Capitalised() && i > 0:
			c.capital++
		default:
			continue
		}
		all[key] = c
	}
	return all
}

// manner says how a word is mostly written. Words seen less often than twice
// are unknown, as most names of a new text will be.
func (c counts) manner() uint8 {
	all := c.small + c.capital
	switch {
	case all < 2:
		return feature.Unknown
	case c.small*20 >= all*19:
		return feature.Small
	case c.small*3 >= all*2:
		return feature.SmallMostly
	case c.small*5 >= all:
		return feature.Both
	}
	return feature.CapitalMostly
}

// ordinary returns how each word is written in the other examples, so that what
// is learnt holds for a text that has not been seen.
func (e example) ordinary(all map[uint32]counts) feature.Ordinary {
	own := e.usage()
	return func(word uint32) uint8 {
		c, mine := all[word], own[word]
		return counts{c.small - mine.small, c.capital - mine.capital}.manner()
	}
}
