package tagger

import (
	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
	"cuttings/notes/tagger/internal/token"
)

// document is a text with what has been found out about it.
type document struct {
	body      string
	model     *crf.Model
	tokens    []token.Token // of all sentences
	sentences []sentence
	scores    []crf.Scores // of the labels of each token
	marginals []crf.Scores // how probable each label is
}

// sentence is a range of tokens.
type sentence struct{ first, end int }

// newDocument scores sentences of a text.
func newDocument(body string, sentences [][]token.Token, m *crf.Model) *document {
	d := &document{body: body, model: m}
	ordinary := func(word uint32) uint8 { return m.Ordinary[word] }
	var maker feature.Maker
	for _, tokens := range sentences {
		first := len(d.tokens)
		d.tokens = append(d.tokens, tokens...)
		d.sentences = append(d.sentences, sentence{first, len(d.tokens)})
		keys := maker.Features(body, tokens, ordinary)
		for i := range tokens {
			var scores crf.Scores
			m.Add(&scores, keys(i))
			d.scores = append(d.scores, scores)
		}
	}
	d.marginals = make([]crf.Scores, len(d.scores))
	d.weigh()
	return d
}

// weigh computes how probable the labels are.
func (d *document) weigh() {
	var lattice crf.Lattice
	lattice.Prepare(&d.model.Transitions)
	for _, s := range d.sentences {
		lattice.Marginals(d.scores[s.first:s.end], d.marginals[s.first:s.end])
	}
}

// word returns a token as written.
func (d *document) word(i int) string { return d.body[d.tokens[i].Start:d.tokens[i].End] }

// kindOf returns how probable it is that a token is in a name of a kind.
func (d *document) kindOf(i int, kind Kind) float64 {
	sum := 0.0
	for place := range 4 {
		sum += d.marginals[i][crf.Label(int(kind), place)]
	}
	return sum
}
