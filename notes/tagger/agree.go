package tagger

import (
	"math"
	"strings"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
	"cuttings/notes/tagger/internal/token"
)

// How far occurrences of a word move each other, how improbable the improbable
// counts, and what letters in brackets
// and words such as battle are worth. They were chosen by the
// quality that BenchmarkQuality reports, which hardly changes about them.
const (
	agreement   = 0.8
	leastChance = 0.02
	abbreviated = 3.0
	eventful    = 4.0
)

// evidence is what the occurrences of a word are, in logarithms of how probable
// each kind is and, last, that it is no name.
type evidence struct {
	sum   [crf.Kinds + 1]float64
	count float64
}

// agree lets the occurrences of a word in the text learn from each other: each
// is moved towards what the others are on the whole.
func (d *document) agree() {
	d.abbreviations()
	d.events()
	d.organisations()
	words := map[uint32]*evidence{}
	for i, t := range d.tokens {
		if !t.Form.Capitalised() {
			continue
		}
		key := feature.WordKey(d.word(i))
		e := words[key]
		if e == nil {
			e = &evidence{}
			words[key] = e
		}
		for k, chance := range d.chances(i) {
			e.sum[k] += chance
		}
		e.count++
	}
	for i, t := range d.tokens {
		if !t.Form.Capitalised() {
			continue
		}
		e := words[feature.WordKey(d.word(i))]
		if e.count < 2 {
			continue
		}
		pull := agreement * min(1, (e.count-1)/2) / (e.count - 1) // one other occurrence says half as much as two
		for k, chance := range d.chances(i) {
			moved := pull * (e.sum[k] - chance)
			if k == crf.Kinds {
				d.scores[i][crf.Outside] += moved
				continue
			}
			d.favour(i, Kind(k), moved)
		}
	}
	d.weigh()
}

// chances returns the logarithms of how probable each kind is for a token and,
// last, that it is no name.
func (d *document) chances(i int) (p [crf.Kinds + 1]float64) {
	for kind := range Kind(crf.Kinds) {
		p[kind] = math.Log(d.kindOf(i, kind) + leastChance)
	}
	p[crf.Kinds] = math.Log(d.marginals[i][crf.Outside] + leastChance)
	return p
}

// favour adds to the scores of a kind.
func (d *document) favour(i int, kind Kind, by float64) {
	for place := range 4 {
		d.scores[i][crf.Label(int(kind), place)] += by
	}
}

// abbreviations finds letters in brackets behind the words they stand for, as in
// "Caribbean Community (CC)", and favours for them the kind of those words.
func (d *document) abbreviations() {
	changed := false
	for _, s := range d.sentences {
		for i := s.first + 3; i+1 < s.end; i++ {
			letters := d.word(i)
			if d.tokens[i].Form != token.Capital || d.word(i-1) != "(" || d.word(i+1) != ")" {
				continue
			}
			if first := d.spelt(letters, s.first, i-2); first >= 0 {
				if kind, chance := d.likeliest(i - 2); chance > 0.5 {
					d.favour(i, kind, abbreviated)
					changed = true
				}
			}
		}
	}
	if changed {
		d.weigh()
	}
}

// spelt returns the first of the words that end at a token and whose first
// letters are the given ones, or -1. Small words may be left out.
func (d *document) spelt(letters string, first, i int) int {
	at := len(letters)
	for ; i >= first && at > 0; i-- {
		word := d.word(i)
		switch {
		case strings.HasPrefix(word, letters[at-1:at]):
			at--
		case d.tokens[i].Form != token.Lower && word != "&" && word != "-":
			return -1
		}
		if at == 0 {
			return i
		}
	}
	return -1
}

// likeliest returns the kind that a token most probably is.
func (d *document) likeliest(i int) (Kind, float64) {
	best, most := Person, 0.0
	for kind := range Kind(crf.Kinds) {
		if chance := d.kindOf(i, kind); chance > most {
			best, most = kind, chance
		}
	}
	return best, most
}

// ofPlaces are words that make an event of the place behind "of".
var ofPlaces = set("Battle Siege Massacre Bombing Treaty Invasion Sack Fall")

// events favours events that are called after a place, as in "Battle of Hastings" and
// "Nassau Summit", which are rare where the model was learnt.
func (d *document) events() {
	changed := false
	for _, s := range d.sentences {
		for i := s.first; i < s.end; i++ {
			if d.favourGathering(s, i) {
				changed = true
				continue
			}
			if i+2 >= s.end || !ofPlaces[d.word(i)] || d.word(i+1) != "of" || !d.tokens[i+2].Form.Capitalised() {
				continue
			}
			last := i + 2
			for last+1 < s.end && d.tokens[last+1].Form.Capitalised() {
				last++
			}
			d.favourWhole(i, last, Event, eventful)
			changed = true
		}
	}
	if changed {
		d.weigh()
	}
}

// favourWhole favours one name that a stretch of tokens makes up.
func (d *document) favourWhole(first, last int, kind Kind, by float64) {
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
		d.scores[i][crf.Label(int(kind), place)] += by
	}
}
