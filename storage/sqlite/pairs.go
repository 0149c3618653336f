package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"cuttings/notes/query"
	"cuttings/notes/text"
)

// To find a row of words FTS5 looks at all places of all of them, which takes long
// where they are everywhere. So two frequent words that stand side by side are in the
// search table as one word as well, a pair: the nextword index for common words of
// H. E. Williams, J. Zobel and D. Bahle, "Fast phrase querying with combined indexes"
// (ACM Transactions on Information Systems 22, 2004).
//
// Which words are frequent, the archive's own texts tell: in an archive about Haiti,
// "haiti" is. They are looked for again whenever the archive has doubled; none is ever
// taken back. The time between is an era. An item's row has the pairs of the words
// that were frequent when it was made, and the mark of that era, so that of older
// rows the words themselves are asked for. "cuttings rebuild" puts all into the last.
type frequentWords struct {
	era   int
	since map[string]int // by word: the first era whose rows have its pairs
}

const (
	leastSampled   = 500  // articles, before any word is called frequent
	frequentShare  = 0.15 // of articles that have a frequent word
	mostFrequent   = 256  // words that an era finds
	sampledLetters = 20_000
)

const (
	pairMark = "\uE014" // before a pair
	pairJoin = "\uE015" // between its words
	eraMark  = "\uE016" // before the number of an era
)

// pairOf is the token of two words side by side.
func pairOf(first, second string) string { return pairMark + first + pairJoin + second }

// keptFrequent holds the frequent words of an archive. Who knows those of an older era,
// since another program found more, still makes and finds right rows.
type keptFrequent struct{ known atomic.Pointer[frequentWords] }

// words are those known; none before they were read.
func (k *keptFrequent) words() *frequentWords {
	if known := k.known.Load(); known != nil {
		return known
	}
	return &frequentWords{}
}

// read takes over the frequent words as the archive has them.
func (k *keptFrequent) read(ctx context.Context, s *statements) error {
	words := &frequentWords{since: map[string]int{}}
	if err := s.row(ctx, `SELECT coalesce(max(era), 0) FROM eras`).scan(&words.era); err != nil {
		return err
	}
	err := s.each(ctx, func(scan func(...any) error) error {
		var word string
		var era int
		err := scan(&word, &era)
		words.since[word] = era
		return err
	}, `SELECT word, era FROM frequent`)
	if err == nil {
		k.known.Store(words)
	}
	return err
}

// pair reports whether two words side by side are one word in the rows since an era.
func (f *frequentWords) pair(first, second string) (since int, ok bool) {
	one, ok := f.since[first]
	if !ok {
		return 0, false
	}
	two, ok := f.since[second]
	return max(one, two), ok
}

// mark is the token of the era.
func (f *frequentWords) mark() string { return eraMark + strconv.Itoa(f.era) }

// before asks for what was put into the search table before an era.
func before(era int) string {
	marks := make([]string, era)
	for i := range marks {
		marks[i] = quote(eraMark + strconv.Itoa(i))
	}
	return "(" + strings.Join(marks, " OR ") + ")"
}

// learnFrequent looks for words that have become frequent, if the archive has grown
// enough since it was done last.
func (s *Store) learnFrequent(ctx context.Context) error {
	var articles, last int
	err := s.row(ctx, `SELECT (SELECT count(*) FROM articles), coalesce((SELECT articles FROM eras ORDER BY era DESC LIMIT 1), 0)`).scan(&articles, &last)
	if err != nil || articles < max(leastSampled, 2*last) {
		return err
	}
	words, err := s.sampleFrequent(ctx)
	if err != nil {
		return fmt.Errorf("look for frequent words: %w", err)
	}
	err = s.transaction(ctx, func(tx *tx) error {
		era, err := tx.insert(ctx, `INSERT INTO eras (articles) VALUES (?)`, articles)
		for _, word := range words {
			if err == nil {
				err = tx.exec(ctx, `INSERT INTO frequent (word, era) VALUES (?, ?) ON CONFLICT DO NOTHING`, word, era)
			}
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("keep the frequent words: %w", err)
	}
	return s.frequent.read(ctx, s.statements)
}

// sampleFrequent returns the words that are frequent in the articles that came last,
// the most frequent first.
func (s *Store) sampleFrequent(ctx context.Context) ([]string, error) {
	having := map[string]int{}
	sampled := 0
	err := s.each(ctx, func(scan func(...any) error) error {
		var packed []byte
		if err := scan(&packed); err != nil {
			return err
		}
		read, err := readText(packed)
		if err != nil {
			return nil // "cuttings check" says so
		}
		sampled++
		seen := map[string]bool{}
		for word := range query.Words(beginningOfText(read)) {
			if !seen[word.Folded] {
				seen[word.Folded] = true
				having[word.Folded]++
			}
		}
		return nil
	}, `SELECT t.text FROM articles a JOIN captures c ON c.id = a.capture JOIN texts t ON t.sha256 = c.text ORDER BY a.id DESC LIMIT ?`, leastSampled)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(having, func(_ string, count int) bool { return float64(count) < frequentShare*float64(sampled) })
	words := slices.SortedFunc(maps.Keys(having), func(a, b string) int { return having[b] - having[a] })
	return words[:min(len(words), mostFrequent)], nil
}

// beginningOfText is as much of a text as is sampled: that of a book need not be read
// to its end.
func beginningOfText(read text.Text) string {
	if len(read.Body) <= sampledLetters {
		return read.Body
	}
	return strings.ToValidUTF8(read.Body[:sampledLetters], "")
}
