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

// beginMark stands before the first letter or two of a word: FTS5 would bring together
// all places of all words that begin so, which are most of an archive.
const beginMark = "\uE018"

func languageMark(language string) string { return "\uE011" + query.Indexable(primary(language)) }

// parts are what an item's words stand in, in the order of the search table.
func (s searched) parts() [5]string {
	return [5]string{s.title, s.head, s.body, s.byline, s.source}
}

// breakMark is the token between two headings, or two names: no row of words goes from
// one to the next.
const breakMark = "\uE017"

// runs are what rows of words of a part can stand in: each line of the names and the
// headings, and the text as a whole.
func runs(number int, part string) []string {
	if number > 1 {
		return []string{part}
	}
	return strings.Split(part, "\n")
}

// words are the folded words of the parts, and what else the search table holds:
// the marks of words, of the kind and the language, the stems of words that are not
// stems themselves, words without their apostrophes, the first letters of words, pairs
// of frequent words, and the era of these, each once.
func (s searched) words(frequent *frequentWords) (columns [5]string, extra string) {
	counts := counting{frequent: frequent, number: map[string]int32{}, pair: map[[2]int32]int{}}
	for i, part := range s.parts() {
		var column strings.Builder
		column.Grow(len(part))
		for n, run := range runs(i, part) {
			counts.before = none
			if n > 0 {
				column.WriteString(" " + breakMark)
			}
			for word := range query.Words(run) {
				if column.Len() > 0 {
					column.WriteByte(' ')
				}
				column.WriteString(word.Folded)
				written := run[word.Start:word.End]
				if i > 2 { // a byline or a source, somebody's name
					written = ""
				}
				counts.add(word.Folded, written, partWeights[i])
			}
		}
		columns[i] = column.String()
	}
	tokens := slices.Concat([]string{kindMark(s.kind), frequent.mark()}, counts.tokens(), counts.beginnings())
	if query.HasStemmer(s.language) {
		tokens = append(tokens, counts.stems(s.language)...)
	}
	joined := map[string]bool{}
	for _, part := range [3]string{s.title, s.head, s.body} {
		for word := range query.Joined(part) {
			if !joined[word.Folded] {
				joined[word.Folded] = true
				tokens = append(tokens, joinMark+word.Folded)
			}
		}
	}
	if s.language != "" {
		tokens = append(tokens, languageMark(s.language))
	}
	return columns, strings.Join(tokens, " ")
}

// stemMemo remembers the stems of words: those of a language are few, and to work
// one out takes longer than all else that is done with a word.
type stemMemo struct {
	mu    sync.RWMutex
	known map[string]map[string]string // by language, by word
	count int
}

var stems stemMemo

// mostStems is how many words are remembered: those of some languages.
const mostStems = 1 << 16

// of returns the stems of words as they are written.
func (m *stemMemo) of(written []string, language string) []string {
	found := make([]string, len(written))
	var unknown []int
	m.mu.RLock()
	known := m.known[language]
	for i, word := range written {
		stem, ok := known[word]
		if found[i] = stem; !ok {
			unknown = append(unknown, i)
		}
	}
	m.mu.RUnlock()
	if len(unknown) == 0 {
		return found
	}
	for _, i := range unknown {
		written[i] = strings.Clone(written[i]) // so that what is remembered does not hold the text
		found[i] = query.Stem(written[i], language)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || m.count+len(unknown) > mostStems {
		m.known, m.count = map[string]map[string]string{}, 0
	}
	if m.known[language] == nil {
		m.known[strings.Clone(language)] = map[string]string{}
	}
	for _, i := range unknown[:min(len(unknown), mostStems)] {
		m.known[language][written[i]] = found[i]
	}
	m.count += min(len(unknown), mostStems)
	return found
}
