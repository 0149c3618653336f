// Package postings is an inverted index: of each term it holds the rows that have it, how
// much it weighs in each, and at which places it stands there, so that words, rows of
// words and words near each other are found and ranked. See J. Zobel and A. Moffat,
// "Inverted files for text search engines" (ACM Computing Surveys 38, 2006).
//
// An index is a row of segments, each of which is never changed once it is made. What
// comes is put into a new segment, with rows behind all others; neighbouring segments are
// merged into one. Who keeps segments, and where, is not this package's business: it
// makes and reads their chunks.
package postings

import "encoding/binary"

// Row is the number of a document. A document that is changed gets a new one.
type Row = uint32

// Parts is how many parts a document has, Main the one that most words stand in, and Any
// stands for all of them.
const (
	Parts = 5
	Main  = 2
	Any   = -1
)

// Weights says how much a word counts in each part.
type Weights [Parts]int

// Document gathers what is indexed of one document.
type Document struct {
	weights Weights
	number  map[string]int32
	terms   []term
	stands  []stand
	length  int
	part    int
	next    uint32
}

// term is a word of a document, or a mark.
type term struct {
	text   string
	weight uint32
	count  uint32 // of places; 0 for a mark
	places []byte // set when all is there
}

// stand is one place of a term.
type stand struct {
	term  int32
	place uint32
}

// A place is the number of the word in its part, with the part above.
const (
	partShift = 29
	placeMask = 1<<partShift - 1
)

// NewDocument returns an empty document, which will have about so many words.
func NewDocument(weights Weights, words int) *Document {
	return &Document{
		weights: weights, number: make(map[string]int32, words),
		terms: make([]term, 0, words), stands: make([]stand, 0, words),
	}
}

// Part goes on to the words of a part.
func (d *Document) Part(part int) { d.part, d.next = part, 0 }

// Break leaves a gap, over which no row of words goes.
func (d *Document) Break() { d.next++ }

// Add takes the next word of the part. It returns the number of the word in the document
// and whether it is new there.
func (d *Document) Add(word string) (number int, fresh bool) {
	at, known := d.number[word]
	if !known {
		at = int32(len(d.terms))
		d.number[word] = at
		d.terms = append(d.terms, term{text: word})
	}
	t := &d.terms[at]
	t.weight += uint32(d.weights[d.part])
	t.count++
	d.stands = append(d.stands, stand{at, uint32(d.part)<<partShift | d.next&placeMask})
	d.next++
	d.length++
	return int(at), !known
}

// Weight is how much the word of a number counts so far.
func (d *Document) Weight(number int) int { return int(d.terms[number].weight) }

// Mark adds a term that stands at no place; of one that is there already the weight grows.
func (d *Document) Mark(text string, weight int) {
	at, known := d.number[text]
	if !known {
		at = int32(len(d.terms))
		d.number[text] = at
		d.terms = append(d.terms, term{text: text})
	}
	d.terms[at].weight += uint32(weight)
}

// Done writes down the places of the terms, and lets go of what it takes to add more.
func (d *Document) Done() *Document {
	each := make([][]uint32, len(d.terms))
	flat := make([]uint32, len(d.stands))
	for i, t := range d.terms {
		each[i], flat = flat[:0:t.count], flat[t.count:]
	}
	for _, s := range d.stands {
		each[s.term] = append(each[s.term], s.place)
	}
	written := make([]byte, 0, len(d.stands)*3/2)
	for i := range d.terms {
		if d.terms[i].count > 0 {
			before := len(written)
			written = appendPlaces(written, each[i])
			d.terms[i].places = written[before:len(written):len(written)]
		}
	}
	d.number, d.stands = nil, nil
	return d
}

// appendPlaces writes places, of Main first as differences plus one; a zero and a part
// stand before those of another.
func appendPlaces(to []byte, places []uint32) []byte {
	part, before := uint32(Main), uint32(0)
	for _, place := range places {
		if p := place >> partShift; p != part {
			to = append(to, 0, byte(p))
			part, before = p, 0
		}
		at := place & placeMask
		to = binary.AppendUvarint(to, uint64(at-before)+1)
		before = at
	}
	return to
}

// readPlaces adds the places that were written.
func readPlaces(to []uint32, written []byte) ([]uint32, error) {
	part, before := uint32(Main), uint32(0)
	for at := 0; at < len(written); {
		value := uint64(written[at])
		if value < 0x80 {
			at++
		} else {
			var size int
			if value, size = binary.Uvarint(written[at:]); size <= 0 {
				return to, errBroken
			}
			at += size
		}
		if value == 0 {
			if at == len(written) || written[at] >= Parts {
				return to, errBroken
			}
			part, before = uint32(written[at]), 0
			at++
			continue
		}
		before += uint32(value - 1)
		to = append(to, part<<partShift|before&placeMask)
	}
	return to, nil
}
