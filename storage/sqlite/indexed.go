package sqlite

import (
	"strings"
	"sync"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// partWeights is how much a word in a part counts beside one in the text: that of a title
// more than that of a heading, a byline or a source, and that more than one of the text.
var partWeights = postings.Weights{8, 3, 1, 3, 1}

// otherForm is how much another form of a word counts beside the word itself.
const otherForm = 0.3

// kindMark and languageMark are the tokens for an item's kind and language.
func kindMark(kind notes.Kind) string { return "\uE010" + string(kind) }

// stemToken stands for the words of a language that have a stem: who asks for the word
// itself, a phrase or a beginning finds none, and a stem is nothing in another language.
func stemToken(stem, language string) string { return "\uE012" + primary(language) + " " + stem }

// joinMark stands before a word without its apostrophe, where one stood in it:
// "obrien" of "O’Brien", of which the text's words are "o" and "brien".
const joinMark = "\uE013"

// beginMark stands before the first letter or two of a word: the lists of all words that
// begin so are most of an archive.
const beginMark = "\uE018"

func languageMark(language string) string { return "\uE011" + query.Indexable(primary(language)) }

// parts are what an item's words stand in, in the order of the search table.
func (s searched) parts() [5]string {
	return [5]string{s.title, s.head, s.body, s.byline, s.source}
}

// runs are what rows of words of a part can stand in: each line of the names and the
// headings, and the text as a whole.
func runs(number int, part string) []string {
	if number > 1 {
		return []string{part}
	}
	return strings.Split(part, "\n")
}

// lettersAWord is how long a word is with what stands behind it, about, in bytes.
const lettersAWord = 6

// document is what the index holds of an item: the folded words of its parts, and marks
// for its kind and language, the stems of words, words
// without their apostrophes and hyphens, and the first letters of words.
func (s searched) document() *postings.Document {
	words := len(s.body) / lettersAWord
	d := postings.NewDocument(partWeights, words)
	fresh := make([]freshWord, 0, words)
	for i, part := range s.parts() {
		d.Part(i)
		for n, run := range runs(i, part) {
			if n > 0 {
				d.Break()
			}
			for word := range query.Words(run) {
				number, isFresh := d.Add(word.Folded)
				if !isFresh {
					continue
				}
				written := run[word.Start:word.End]
				if i > 2 { // a byline or a source, somebody's name
					written = ""
				}
				fresh = append(fresh, freshWord{number, word.Folded, written})
			}
		}
	}
	d.Mark(kindMark(s.kind), 1)
	if s.language != "" && (s.kind == notes.KindArticle || s.kind == notes.KindHighlight) { // of others it is a guess
		d.Mark(languageMark(s.language), 1)
	}
	markBeginnings(d, fresh)
	if query.HasStemmer(s.language) {
		markStems(d, fresh, s.language)
	}
	for _, part := range [3]string{s.title, s.head, s.body} {
		for word := range query.Joined(part) {
			d.Mark(joinMark+word.Folded, 1)
		}
	}
	return d.Done()
}

// freshWord is a word of a document, where it stands first.
type freshWord struct {
	number  int
	folded  string
	written string // empty for one that has no stem
}

// markBeginnings adds the first letters of words.
func markBeginnings(d *postings.Document, words []freshWord) {
	seen := map[string]bool{}
	for _, word := range words {
		_, first := utf8.DecodeRuneInString(word.folded)
		_, second := utf8.DecodeRuneInString(word.folded[first:])
		if second == 0 { // what begins with it is asked for with the word itself
			continue
		}
		for _, letters := range [2]string{word.folded[:first], word.folded[:first+second]} {
			if !seen[letters] {
				seen[letters] = true
				d.Mark(beginMark+letters, 1)
			}
		}
	}
}

// markStems adds the stems of words.
func markStems(d *postings.Document, words []freshWord, language string) {
	written := make([]string, 0, len(words))
	weights := make([]int, 0, len(words))
	for _, word := range words {
		if word.written != "" {
			written, weights = append(written, word.written), append(weights, d.Weight(word.number))
		}
	}
	for i, stem := range stems.of(written, language) {
		if stem != "" {
			d.Mark(stemToken(stem, language), weights[i])
		}
	}
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
