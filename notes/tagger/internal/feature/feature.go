// Package feature says what can be seen of a token and its neighbours: the
// words, how they are written, in which lists they stand. Learning and finding
// use the same. It decides nothing.
package feature

import (
	"cuttings/notes/fold"
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// Own is how many of a token's features, the first ones, are about the word
// itself. Learning leaves them out at times, so that the rest is learnt, too.
const Own = 3

// How a word is mostly written where no sentence begins.
const (
	Unknown uint8 = iota
	Small
	SmallMostly
	Both
	CapitalMostly
)

// Ordinary returns how a word is mostly written, by its key.
type Ordinary func(word uint32) uint8

// WordKey returns the key under which it is kept how a word is written.
func WordKey(word string) uint32 { return uint32(hashLower(word) >> 32) }

// Maker makes features. It may be used for one sentence after another; it is
// not safe for concurrent use.
type Maker struct {
	words []word
	keys  []uint32
	ends  []int
}

// word is what is known of one token.
type word struct {
	lower, shape uint64
	form         token.Form
	ordinary     uint8
	set          lists.Set // of the word itself
	longer       lists.Set // of a name of several words that it is in
	place        uint8     // where in that name: 1 first, 2 within, 3 last
	first, last  int       // the run of capitalised words it is in
	wide         int       // the end of that run across small joining words
	begins       int       // the beginning of that run across small joining words
	joint        bool      // joins the parts of a name: of, the, and
}

// Features returns a function that gives the features of each token of a
// sentence, as keys. What it gives is good until the next call of Features.
func (m *Maker) Features(text string, sentence []token.Token, ordinary Ordinary) func(i int) []uint32 {
	m.look(text, sentence, ordinary)
	m.keys, m.ends = m.keys[:0], append(m.ends[:0], 0)
	for i := range sentence {
		m.token(text, sentence, i)
		m.ends = append(m.ends, len(m.keys))
	}
	return func(i int) []uint32 { return m.keys[m.ends[i]:m.ends[i+1]] }
}

// look finds out what is known of each token by itself.
func (m *Maker) look(text string, sentence []token.Token, ordinary Ordinary) {
	m.words = m.words[:0]
	folded := make([]string, len(sentence))
	for i, t := range sentence {
		written := text[t.Start:t.End]
		w := word{lower: hashLower(written), shape: shape(written), form: t.Form}
		if t.Form != token.Mark && t.Form != token.Number {
			folded[i] = fold.String(written)
			w.set = lists.Of(folded[i])
			w.ordinary = ordinary(uint32(w.lower >> 32))
		}
		w.joint = joints[written]
		m.words = append(m.words, w)
	}
	m.longer(sentence, folded)
	m.runs()
}

// longer finds names of several words.
func (m *Maker) longer(sentence []token.Token, folded []string) {
	for i := 0; i < len(m.words); i++ {
		if !m.words[i].form.Capitalised() || !lists.Longer(folded[i]) {
			continue
		}
		name, last, set := folded[i], i, lists.Set(0)
		for j := i + 1; j < len(m.words) && j < i+lists.MostWords && folded[j] != "" && sentence[j].Gap; j++ {
			name += " " + folded[j]
			if found := lists.Of(name); found != 0 && m.words[j].form.Capitalised() {
				last, set = j, found
			}
		}
		for j := i; j <= last && last > i; j++ {
			m.words[j].longer, m.words[j].place = set, 2
		}
		if last > i {
			m.words[i].place, m.words[last].place = 1, 3
			i = last
		}
	}
}

// runs finds the runs of capitalised words.
func (m *Maker) runs() {
	for i := 0; i < len(m.words); {
		if !m.words[i].form.Capitalised() {
			m.words[i].first, m.words[i].last, m.words[i].wide, m.words[i].begins = i, i, i, i
			i++
			continue
		}
		end := i
		for end+1 < len(m.words) && m.words[end+1].form.Capitalised() {
			end++
		}
		for j := i; j <= end; j++ {
			m.words[j].first, m.words[j].last, m.words[j].wide, m.words[j].begins = i, end, end, i
		}
		i = end + 1
	}
	for i := len(m.words) - 1; i >= 0; i-- { // from behind, so that each run knows the end of the next
		if next := m.across(m.words[i].last, 1); next >= 0 {
			m.words[i].wide = m.words[next].wide
		}
	}
	for i := range m.words {
		if before := m.across(m.words[i].first, -1); before >= 0 {
			m.words[i].begins = m.words[before].begins
		}
	}
}

// across returns the capitalised word that one or two joining words part from a
// run's edge, or -1.
func (m *Maker) across(edge, way int) int {
	if !m.words[edge].form.Capitalised() {
		return -1
	}
	for k := 1; k <= 3; k++ {
		at := edge + k*way
		if at < 0 || at >= len(m.words) {
			return -1
		}
		if m.words[at].form.Capitalised() {
			if k == 1 {
				return -1
			}
			return at
		}
		if !m.words[at].joint {
			return -1
		}
	}
	return -1
}

// joints are the small words within names.
var joints = map[string]bool{
	"of": true, "the": true, "for": true, "and": true, "&": true, "de": true, "la": true, "du": true, "des": true,
	"del": true, "di": true, "van": true, "von": true, "der": true, "den": true, "in": true, "on": true, "al": true,
	"bin": true, "ibn": true, "y": true, "e": true, "da": true, "dos": true, "el": true, "le": true, "-": true,
}
