package find

import (
	"math/bits"
	"slices"
	"sort"
	"strings"
)

// dictionary holds the distinct words of all names, and for each the names
// that have it. Misspellings are looked for among words, of which there are far
// fewer than names.
type dictionary struct {
	number map[string]int32
	words  []string
	names  [][]int32
	first  [][]int32 // the names that begin with it
	sizes  [][]sized // the words by their lengths in bytes
	sounds map[string][]int32
	sorted []int32 // the words in order; those behind it come later
}

// sized is a word among those of its length.
type sized struct {
	mask   uint64
	number int32
}

func newDictionary() dictionary {
	return dictionary{number: map[string]int32{}, sounds: map[string][]int32{}}
}

// add takes a word of a name in and returns its number.
func (d *dictionary) add(word string, name int32) int32 {
	number, ok := d.number[word]
	if !ok {
		number = int32(len(d.words))
		d.number[word] = number
		d.words = append(d.words, word)
		d.names, d.first = append(d.names, nil), append(d.first, nil)
		if size := len(word); size <= maxTyped+2*mostWrong {
			for len(d.sizes) <= size {
				d.sizes = append(d.sizes, nil)
			}
			d.sizes[size] = append(d.sizes[size], sized{maskOf(word), number})
		}
		sound := sounding(word)
		d.sounds[sound] = append(d.sounds[sound], number)
		if late := len(d.words) - len(d.sorted); late > 512+len(d.sorted)/4 {
			d.sort()
		}
	}
	if named := d.names[number]; len(named) == 0 || named[len(named)-1] != name {
		d.names[number] = append(named, name)
	}
	return number
}

func (d *dictionary) sort() {
	for number := len(d.sorted); number < len(d.words); number++ {
		d.sorted = append(d.sorted, int32(number))
	}
	slices.SortFunc(d.sorted, func(a, b int32) int { return strings.Compare(d.words[a], d.words[b]) })
}

// beginning calls do with every word that begins with prefix.
func (d *dictionary) beginning(prefix string, do func(word int32)) {
	first := sort.Search(len(d.sorted), func(i int) bool { return d.words[d.sorted[i]] >= prefix })
	for _, word := range d.sorted[first:] {
		if !strings.HasPrefix(d.words[word], prefix) {
			break
		}
		do(word)
	}
	for word := len(d.sorted); word < len(d.words); word++ {
		if strings.HasPrefix(d.words[word], prefix) {
			do(int32(word))
		}
	}
}

// mostWrong is the most letters of a word that may be wrong.
const mostWrong = 2

// tolerance is how many letters of a word may be wrong.
func tolerance(word string) int {
	switch {
	case len(word) < 3:
		return 0
	case len(word) < 6:
		return 1
	}
	return mostWrong
}

// near calls do with every word that is nearly spelt like word, or sounds like
// it, and how far it is; the word itself is at 0.
func (d *dictionary) near(word string, do func(found int32, distance int)) {
	most := tolerance(word)
	if most == 0 {
		if number, ok := d.number[word]; ok {
			do(number, 0)
		}
		return
	}
	for _, number := range d.sounds[sounding(word)] {
		do(number, min(1, distance(word, d.words[number], 1)))
	}
	mask := maskOf(word)
	for size := max(0, len(word)-2*most); size <= len(word)+2*most && size < len(d.sizes); size++ {
		for _, other := range d.sizes[size] {
			if bits.OnesCount64(mask&^other.mask) > most || bits.OnesCount64(other.mask&^mask) > most {
				continue
			}
			if far := distance(word, d.words[other.number], most); far <= most {
				do(other.number, far)
			}
		}
	}
}
