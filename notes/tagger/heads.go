package tagger

import (
	"strings"

	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// What a head is worth at the end of an organisation's name and at its beginning,
// and how far words that may name one are moved towards it, as the texts that the
// model was learnt from name few of the organisations that others do. They were
// chosen like those of agree.go; of greater ones more is found that is none.
const (
	headed        = 2.0
	placeHeaded   = 4.0 // of a place, which its other words make a person
	headedOf      = 1.0
	leaning       = 0.5  // of several words
	leaningAlone  = 0.25 // of one word
	clearlyPerson = 0.25 // so probable a person is left alone
)

var (
	// heads end the name of an organisation: Grain Board.
	heads = set(`University College School Institute Academy Ministry Department Agency Bureau Commission Committee Council
		Board Authority Association Federation Confederation Union League Society Foundation Corporation Company Inc Inc. Ltd
		Ltd. LLC PLC GmbH Corp Corp. Co. Group Holdings Industries Bank Airlines Airways Records Studios Network Broadcasting
		Party Parliament Senate Assembly Court Tribunal Police Army Navy Force Forces FC F.C. AFC Club United Orchestra Choir
		Alliance Coalition Organisation Organization Consortium Laboratory Laboratories Institution Secretariat Brigade
		Regiment Battalion Squadron Division Corps Symphony Philharmonic Ensemble Newspapers Entertainment Productions
		Pictures Systems Technologies Motors Railway Railways Brewery Publishing Publishers Observatory Trust Fund Press Forum`)
	// headsOf begin one, before "of" or "for": Ministry of Health.
	headsOf = set(`University College School Institute Academy Ministry Department Agency Bureau Commission Committee Council
		Board Authority Association Federation Confederation Union League Society Foundation Bank Court Organisation
		Organization House Office Faculty Church Chamber Congress Parliament Order`)
)

// placeHeads begin the name of a place, and are no given names: Cité Soleil.
var placeHeads = set("Cité Ciudad Île Isla")

// organisations favours organisations that are called by a head, and leans
// towards them where capitals name something that seems to be no person.
func (d *document) organisations() {
	for _, s := range d.sentences {
		for i := s.first; i < s.end; i++ {
			i = d.headedAt(s, i)
		}
		if !d.shouted(s) {
			d.lean(s)
		}
	}
	d.weigh()
}

// headedAt favours the organisation whose head stands at a token, or the place that
// it begins, and returns the last token that was looked at.
func (d *document) headedAt(s sentence, i int) int {
	word := d.word(i)
	if placeHeads[word] && i+1 < s.end && d.partOfName(i+1) && (i == s.first || !d.partOfName(i-1)) {
		d.favourWhole(i, i+1, Place, placeHeaded)
		return i + 1
	}
	if headsOf[word] && i+2 < s.end && (d.word(i+1) == "of" || d.word(i+1) == "for") {
		if last := d.capitalsFrom(s, i+2); last > i+1 {
			d.favourWhole(d.capitalsTo(s, i), last, Organisation, headedOf)
			return last
		}
	}
	if heads[word] && (i+1 == s.end || !d.tokens[i+1].Form.Capitalised()) {
		if first := d.capitalsTo(s, i); first < i {
			d.favourWhole(first, i, Organisation, headed)
		}
	}
	return i
}

// capitalsTo returns the first of the capitalised words that end at a token.
func (d *document) capitalsTo(s sentence, i int) int {
	for i > s.first && (d.partOfName(i-1) || d.word(i-1) == "&") {
		i--
	}
	return i
}

// capitalsFrom returns the last of the capitalised words from a token on, with
// "the" before them, or the token before it if there is none.
func (d *document) capitalsFrom(s sentence, i int) int {
	last := i - 1
	if d.word(i) == "the" {
		i++
	}
	for ; i < s.end && d.tokens[i].Form.Capitalised(); i++ {
		last = i
	}
	return last
}

// partOfName reports whether a token is written like a part of a name, and is no
// small word at the beginning of a sentence, nor a month.
func (d *document) partOfName(i int) bool {
	return d.tokens[i].Form.Capitalised() && !common[strings.ToLower(d.word(i))] && d.set(i)&lists.Calendar == 0
}

// lean moves the capitalised words of a sentence a little towards organisations,
// but those that probably name a person.
func (d *document) lean(s sentence) {
	for i := s.first; i < s.end; i++ {
		if !d.partOfName(i) || len(d.word(i)) < 2 || d.set(i)&lists.Nationality != 0 {
			continue
		}
		first, last := i, d.capitalsFrom(s, i)
		i = last
		if last+1 < s.end && d.tokens[last+1].Form == token.Number {
			continue // Page 5
		}
		person := 0.0
		for k := first; k <= last; k++ {
			person = max(person, d.kindOf(k, Person))
		}
		by := leaning
		if first == last {
			by = leaningAlone
		}
		for k := first; k <= last && person < clearlyPerson; k++ {
			d.favour(k, Organisation, by)
		}
	}
}

// shouted reports whether a sentence has hardly a word in small letters, as
// headings have: its capitals say nothing.
func (d *document) shouted(s sentence) bool {
	const least = 3 // one in so many
	small := 0
	for i := s.first; i < s.end; i++ {
		if d.tokens[i].Form == token.Lower {
			small++
		}
	}
	return small*least < s.end-s.first
}
