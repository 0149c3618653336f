// Package tagger finds names of people, organisations, places and events in
// English running text, with what stands beside a person's name: a title, an
// office, a country, an age. It works offline from weights that were learnt
// from marked texts and are part of the program (see CREDITS.md). It suggests
// and says how certain it is; it never decides, and knows no archive beyond
// what it is told by Known.
//
// A conditional random field labels each sentence (package crf) by what can be
// seen of its words (package feature). A second pass lets the places where a
// text uses the same word learn from each other: who is a person once is one
// throughout.
package tagger

import (
	_ "embed"
	"strings"
	"sync"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/token"
)

// Kind is what a name names.
type Kind uint8

// The kinds, in the order of the labels that were learnt.
const (
	Person Kind = iota
	Organisation
	Place
	Event
)

func (k Kind) String() string {
	switch k {
	case Person:
		return "person"
	case Organisation:
		return "organisation"
	case Place:
		return "place"
	case Event:
		return "event"
	}
	return ""
}

// Name is a name in a text, by its place in bytes.
type Name struct {
	Start, End int
	Kind       Kind
	Certainty  float64 // how probable it is, from 0 to 1
	Beside     Beside  // of a person; empty for the other kinds
}

// Beside is what stands beside a person's name, each empty if it is not said.
// Start and End are the place, in bytes, of the name with all of it.
type Beside struct {
	Title        string // Dr
	Office       string // Foreign Minister
	Organisation string // CARICOM
	Country      string // Canada, also where the text says Canadian
	Age          int    // in years
	Start, End   int
}

// Stance is what a person has said of a name before.
type Stance uint8

// The stances.
const (
	None    Stance = iota // nothing is known of it
	Wanted                // it was accepted, as the kind given
	Refused               // it is not to be suggested
)

// Known tells what an archive knows of a name in the form of fold.String. Nil
// knows nothing.
type Known func(folded string) (Kind, Stance)

// Find returns the names in a text, in order, none overlapping another. Its
// cost grows with the length of the text. In a text that is not English it
// finds little. It is safe for concurrent use.
func Find(body string, known Known) []Name {
	m := model()
	if m == nil {
		return nil
	}
	var names []Name
	sentences := english(body, token.Sentences(body))
	for len(sentences) > 0 {
		end, tokens := 0, 0
		for end < len(sentences) && tokens < mostTokens {
			tokens += len(sentences[end])
			end++
		}
		names = append(names, newDocument(body, sentences[:end], m).find(known)...)
		sentences = sentences[end:]
	}
	return names
}

// mostTokens is how much of a text is looked at together, so that a long book
// takes no more memory than a long chapter. It is about 200 KB of text.
const mostTokens = 40_000

// find returns the names of a document with what stands beside them.
func (d *document) find(known Known) []Name {
	d.learnFrom(known)
	d.agree()
	all := d.heed(d.withoutThings(d.names()), known)
	around := d.surroundings(all)
	names := make([]Name, 0, len(all))
	at := 0
	for _, n := range all {
		if n.certainty < least[n.kind] {
			continue
		}
		name := Name{Start: d.tokens[n.first].Start, End: d.tokens[n.last].End, Kind: n.kind, Certainty: n.certainty}
		if n.kind == Person {
			for d.sentences[at].end <= n.first {
				at++
			}
			name.Beside = around.of(n, d.sentences[at])
		}
		names = append(names, name)
	}
	return d.withoutOffices(names)
}

// withoutOffices takes away the organisations that are but words of the office of
// a person beside them: "Diaspora Affairs" of the Secretary for Diaspora Affairs.
func (d *document) withoutOffices(names []Name) []Name {
	dropped := make([]bool, len(names))
	for i, person := range names {
		if person.Beside.Office == "" {
			continue
		}
		drop := func(k int) {
			words := d.body[names[k].Start:names[k].End]
			dropped[k] = dropped[k] || names[k].Kind == Organisation && words != person.Beside.Organisation && strings.Contains(person.Beside.Office, words)
		}
		for k := i - 1; k >= 0 && names[k].Start >= person.Beside.Start; k-- {
			drop(k)
		}
		for k := i + 1; k < len(names) && names[k].End <= person.Beside.End; k++ {
			drop(k)
		}
	}
	kept := names[:0]
	for i, name := range names {
		if !dropped[i] {
			kept = append(kept, name)
		}
	}
	return kept
}

// weights is written by the command notes/tagger/learn.
//
//go:embed weights.bin
var weights []byte

// model is nil if the weights do not fit this program; then nothing is found.
// A test holds it to be there.
var model = sync.OnceValue(func() *crf.Model {
	m, err := crf.Read(weights)
	if err != nil {
		return nil
	}
	return m
})
