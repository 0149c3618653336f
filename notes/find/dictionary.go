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
	masks  []uint64
	names  [][]int32
	sounds map[string][]int32
	sorted []int32 // the words in order; those behind it come later
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
		d.masks = append(d.masks, maskOf(word))
		d.names = append(d.names, nil)
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

// tolerance is how many letters of a word may be wrong.
func tolerance(word string) int {
	switch {
	case len(word) < 3:
		return 0
	case len(word) < 6:
		return 1
	}
	return 2
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
	for number, other := range d.words {
		if difference := len(other) - len(word); difference > most*2 || difference < -most*2 {
			continue
		}
		if bits.OnesCount64(mask&^d.masks[number]) > most || bits.OnesCount64(d.masks[number]&^mask) > most {
			continue
		}
		if far := distance(word, other, most); far <= most {
			do(int32(number), far)
		}
	}
}
