package sqlite

import "unicode/utf8"

// counting counts the words of an item and its pairs of frequent words, each by what
// the part that it stands in weighs, in the order in which they come.
type counting struct {
	frequent *frequentWords
	number   map[string]int32
	words    []wordCount
	pair     map[[2]int32]int // by the numbers of its words, its place in pairs
	pairs    []pairCount
	before   int32 // the word before, if it is a frequent one of the same part
	length   int   // in words
}

type wordCount struct {
	folded, written string // written where it may have a stem
	count           float64
	frequent        bool
}

type pairCount struct {
	words [2]int32
	count float64
}

// none is no word's number.
const none = -1

// add takes the next word of a part. Written is empty for one that has no stem.
func (c *counting) add(folded, written string, weight float64) {
	c.length++
	number, known := c.number[folded]
	if !known {
		_, frequent := c.frequent.since[folded]
		number = int32(len(c.words))
		c.number[folded] = number
		c.words = append(c.words, wordCount{folded: folded, written: written, frequent: frequent})
	}
	word := &c.words[number]
	word.count += weight
	if !word.frequent {
		c.before = none
		return
	}
	if c.before != none {
		words := [2]int32{c.before, number}
		at, known := c.pair[words]
		if !known {
			at = len(c.pairs)
			c.pair[words] = at
			c.pairs = append(c.pairs, pairCount{words: words})
		}
		c.pairs[at].count += weight
	}
	c.before = number
}

// tokens are the pairs, and the marks of words and pairs that the item is much about.
func (c *counting) tokens() []string {
	tokens := make([]string, 0, 3*len(c.pairs))
	about := func(word string, count float64) {
		if level := levelOf(count / usual(c.length)); level > 0 {
			tokens = append(tokens, mark(level)+word, bandMark(1+(level-1)/bandLevels)+word)
		}
	}
	for _, word := range c.words {
		about(word.folded, word.count)
	}
	for _, p := range c.pairs {
		pair := pairOf(c.words[p.words[0]].folded, c.words[p.words[1]].folded)
		tokens = append(tokens, pair)
		about(pair, p.count)
	}
	return tokens
}

// beginnings are the tokens of the first letters of the words.
func (c *counting) beginnings() []string {
	var tokens []string
	seen := map[string]bool{}
	for _, word := range c.words {
		_, first := utf8.DecodeRuneInString(word.folded)
		_, second := utf8.DecodeRuneInString(word.folded[first:])
		if second == 0 { // what begins with it is asked for with the word itself
			continue
		}
		for _, letters := range [2]string{word.folded[:first], word.folded[:first+second]} {
			if !seen[letters] {
				seen[letters] = true
				tokens = append(tokens, beginMark+letters)
			}
		}
	}
	return tokens
}

// stems are the tokens of stems that are not words of the item.
func (c *counting) stems(language string) []string {
	written := make([]string, 0, len(c.words))
	for _, word := range c.words {
		if word.written != "" {
			written = append(written, word.written)
		}
	}
	var tokens []string
	seen := map[string]bool{}
	for _, stem := range stems.of(written, language) {
		if _, there := c.number[stem]; stem != "" && !there && !seen[stem] {
			seen[stem] = true
			tokens = append(tokens, stemMark+stem)
		}
	}
	return tokens
}
