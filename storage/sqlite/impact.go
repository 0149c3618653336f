package sqlite

import (
	"math"
	"slices"
	"strings"
	"sync"

	"cuttings/notes"
	"cuttings/notes/query"
)

// How much a word in a part counts beside one in the text: that of a title more
// than that of a heading, a byline or a source, and that more than one of the
// text.
var partWeights = [5]float64{8, 3, 1, 3, 1}

// ranking is the same for SQLite's bm25; stems count little, so that the exact
// word stands above its other forms.
const ranking = `bm25(search, 8.0, 3.0, 1.0, 3.0, 1.0, 0.3)`

// The formula of Okapi BM25 (S. Robertson and others, TREC-3, 1994) with the
// constants of SQLite, and the length of a usual article in words. That an
// archive's own articles may be longer on average matters little: of one word,
// it leaves the order nearly as it is.
const (
	k1, b         = 1.2, 0.75
	averageLength = 500
)

// An item is about a word the more, the more often the word stands there for the
// item's length: the impact is that of BM25 without the rarity of the word, before
// it is saturated; a word that stands once in an article of usual length makes
// 1/k1. For each word whose impact is leastImpact or more, the search table's extra
// column holds a mark with the level that it reaches; each level is a fourth of a
// doubling above the last, and a mark with the band of levels, by which words are
// weighed against each other. So the items that are most about a word, however common
// it is, are found without a look at the others: impact-ordered lists, as in
// V. N. Anh and A. Moffat, "Pruned query evaluation using pre-computed impacts"
// (SIGIR 2006).
const (
	leastImpact   = 1.2
	levelsADouble = 4
	levels        = 32
	bandLevels    = 4 // so many levels are a band
	bands         = levels / bandLevels
)

// levelOf is from 0, for what has no mark, to levels.
func levelOf(impact float64) int {
	if impact < leastImpact {
		return 0
	}
	return min(levels, 1+int(levelsADouble*math.Log2(impact/leastImpact)))
}

// saturated is what BM25 makes of a level for a word of rarity 1.
func saturated(level int) float64 {
	impact := 1 / k1
	if level > 0 {
		impact = leastImpact * math.Exp2((float64(level)-0.5)/levelsADouble)
	}
	return impact * (k1 + 1) / (impact + 1)
}

// usual is how often a word stands, by chance, in an item of so many words: by it a
// count is divided to make its impact.
func usual(length int) float64 { return k1 * (1 - b + b*float64(length)/averageLength) }

// mark is what stands before a word in the token for a level from 1 up, bandMark
// in that for a band: a letter of private use, which is never in a word.
func mark(level int) string { return string(rune(0xE100 + level)) }

func bandMark(band int) string { return string(rune(0xE200 + band)) }

// kindMark and languageMark are the tokens for an item's kind and language.
func kindMark(kind notes.Kind) string { return "\uE010" + string(kind) }

// stemMark stands before the stem of a word that was written otherwise, so that
// who asks for the word itself, a phrase or a beginning finds no stem, and need
// not tell the search table in which columns to look: that would take twice as
// long.
const stemMark = "\uE012"

// joinMark stands before a word without its apostrophe, where one stood in it:
// "obrien" of "O’Brien", of which the text's words are "o" and "brien".
const joinMark = "\uE013"

func languageMark(language string) string { return "\uE011" + query.Indexable(primary(language)) }

// parts are what an item's words stand in, in the order of the search table.
func (s searched) parts() [5]string {
	return [5]string{s.title, s.head, s.body, s.byline, s.source}
}

// words are the folded words of the parts, and what else the search table holds:
// the marks of words, of the kind and the language, the stems of words that are not
// stems themselves, words without their apostrophes, pairs of frequent words, and the
// era of these, each once.
func (s searched) words(frequent *frequentWords) (columns [5]string, extra string) {
	type first struct{ folded, written string }
	var stemmed []first
	stemmer := query.HasStemmer(s.language)
	counts := map[string]float64{}
	pairs := pairCounts{words: frequent, counts: map[[2]string]float64{}}
	length := 0
	for i, part := range s.parts() {
		pairs.before = ""
		var column strings.Builder
		column.Grow(len(part))
		for word := range query.Words(part) {
			if column.Len() > 0 {
				column.WriteByte(' ')
			}
			column.WriteString(word.Folded)
			count := counts[word.Folded]
			if count == 0 && stemmer && i < 3 { // a title, a heading or the text, not somebody's name
				stemmed = append(stemmed, first{word.Folded, part[word.Start:word.End]})
			}
			counts[word.Folded] = count + partWeights[i]
			pairs.add(word.Folded, partWeights[i])
			length++
		}
		columns[i] = column.String()
	}
	tokens := []string{kindMark(s.kind), frequent.mark()}
	about := func(word string, count float64) {
		if level := levelOf(count / usual(length)); level > 0 {
			tokens = append(tokens, mark(level)+word, bandMark(1+(level-1)/bandLevels)+word)
		}
	}
	for word, count := range counts {
		about(word, count)
	}
	for words, count := range pairs.counts {
		pair := pairOf(words[0], words[1])
		tokens = append(tokens, pair)
		about(pair, count)
	}
	for _, word := range stemmed {
		stem := stems.of(word.written, s.language)
		if stem != "" && stem != word.folded && counts[stem] == 0 {
			counts[stem] = 1
			tokens = append(tokens, stemMark+stem)
		}
	}
	for _, part := range [3]string{s.title, s.head, s.body} {
		for word := range query.Joined(part) {
			if token := joinMark + word.Folded; counts[token] == 0 {
				counts[token] = 1
				tokens = append(tokens, token)
			}
		}
	}
	if s.language != "" {
		tokens = append(tokens, languageMark(s.language))
	}
	slices.Sort(tokens) // so that the same item makes the same row
	return columns, strings.Join(tokens, " ")
}

// stemMemo remembers the stems of words: those of a language are few, and to work
// one out takes longer than all else that is done with a word.
type stemMemo struct {
	mu    sync.RWMutex
	known map[wordOf]string
}

type wordOf struct{ written, language string }

var stems stemMemo

// mostStems is how many words are remembered: those of some languages.
const mostStems = 1 << 16

func (m *stemMemo) of(written, language string) string {
	word := wordOf{written, language}
	m.mu.RLock()
	stem, ok := m.known[word]
	m.mu.RUnlock()
	if ok {
		return stem
	}
	stem = query.Stem(written, language)
	word.written, word.language = strings.Clone(written), strings.Clone(language) // not the text that holds them
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) == mostStems {
		m.known = map[wordOf]string{}
	}
	m.known[word] = stem
	return stem
}
