package find

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// dictionary holds the distinct words of all names. Words before sorted stand in
// order, and each has a row of the names that have it; those behind came later.
// Misspellings are looked for among words, of which there are fewer than names.
type dictionary struct {
	text    arena
	letters []uint64
	frames  []uint32 // the consonants of a word as they sound, hashed
	table   table
	sorted  int
	starts  []uint32  // where in rows that of a word begins; one more than sorted
	rows    []posting // the names that have each word
}

// posting is a name that has a word, and whether it begins with it: the first
// word leads, and so does the second behind a title.
type posting uint32

func (p posting) name() uint32 { return uint32(p) >> 1 }
func (p posting) leads() bool  { return p&1 != 0 }

// lookup returns the number of a word.
func (d *dictionary) lookup(word []byte) (uint32, bool) {
	return d.table.find(hashWord(word), func(n uint32) bool { return bytes.Equal(d.text.at(n), word) })
}

// add takes a word of a name in and returns its number.
func (d *dictionary) add(word []byte) uint32 {
	if number, ok := d.lookup(word); ok {
		return number
	}
	number := uint32(len(d.letters))
	d.text.add(word)
	d.letters = append(d.letters, lettersOf(word))
	d.frames = append(d.frames, frameOf(word))
	d.table.put(hashWord(word), number,
		func(uint32) bool { return false },
		func(n uint32) uint64 { return hashWord(d.text.at(n)) })
	return number
}

// order puts all words in order and returns the new number of each.
func (d *dictionary) order() []uint32 {
	type keyed struct {
		start uint64 // the first bytes, so that most are told apart without a look at the rest
		word  uint32
	}
	late := make([]keyed, 0, len(d.letters)-d.sorted)
	for word := d.sorted; word < len(d.letters); word++ {
		var start [8]byte
		copy(start[:], d.text.at(uint32(word)))
		late = append(late, keyed{binary.BigEndian.Uint64(start[:]), uint32(word)})
	}
	slices.SortFunc(late, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.start, b.start), bytes.Compare(d.text.at(a.word), d.text.at(b.word)))
	})
	to := make([]uint32, len(d.letters))
	fresh := dictionary{
		text:    arena{make([]byte, 0, len(d.text.bytes)), make([]uint32, 0, len(d.letters))},
		letters: make([]uint64, 0, len(d.letters)), frames: make([]uint32, 0, len(d.letters)),
	}
	take := func(word uint32) {
		to[word] = uint32(len(fresh.letters))
		fresh.text.add(d.text.at(word))
		fresh.letters = append(fresh.letters, d.letters[word])
		fresh.frames = append(fresh.frames, d.frames[word])
	}
	for word := range uint32(d.sorted) {
		for len(late) > 0 && bytes.Compare(d.text.at(late[0].word), d.text.at(word)) < 0 {
			take(late[0].word)
			late = late[1:]
		}
		take(word)
	}
	for _, l := range late {
		take(l.word)
	}
	d.text, d.letters, d.frames, d.sorted = fresh.text, fresh.letters, fresh.frames, len(fresh.letters)
	d.table.renumber(to)
	return to
}

// list makes the rows of names.
func (d *dictionary) list(n *names) {
	d.starts = make([]uint32, d.sorted+1)
	eachPosting(n, func(word uint32, _ posting) { d.starts[word+1]++ })
	for word := range d.sorted {
		d.starts[word+1] += d.starts[word]
	}
	d.rows = make([]posting, d.starts[d.sorted])
	next := slices.Clone(d.starts)
	eachPosting(n, func(word uint32, p posting) {
		d.rows[next[word]] = p
		next[word]++
	})
}

func eachPosting(n *names, do func(word uint32, p posting)) {
	for name := range uint32(len(n.entry)) {
		if n.facts[name]&isGone != 0 {
			continue
		}
		words := n.wordsOf(name)
		for i, word := range words {
			p := posting(name << 1)
			if i == 0 || i == 1 && n.facts[name]&isTitled != 0 {
				p |= 1
			}
			if i == 0 || !slices.Contains(words[:i], word) {
				do(word, p)
			}
		}
	}
}

// beginning returns the words in order that begin with prefix, from lo up to
// hi; late are those behind the ordered ones.
func (d *dictionary) beginning(prefix []byte) (lo, hi uint32, late []uint32) {
	from := sort.Search(d.sorted, func(i int) bool { return bytes.Compare(d.text.at(uint32(i)), prefix) >= 0 })
	count := sort.Search(d.sorted-from, func(i int) bool { return !bytes.HasPrefix(d.text.at(uint32(from+i)), prefix) })
	for word := d.sorted; word < len(d.letters); word++ {
		if bytes.HasPrefix(d.text.at(uint32(word)), prefix) {
			late = append(late, uint32(word))
		}
	}
	return uint32(from), uint32(from + count), late
}

// row returns the packed names that have one of the words from lo up to hi.
func (d *dictionary) row(lo, hi uint32) []posting {
	if lo >= hi {
		return nil
	}
	return d.rows[d.starts[lo]:d.starts[hi]]
}
