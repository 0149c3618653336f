package postings

import (
	"context"
	"math"
	"slices"
)

// Index is what is searched: segments in the order of their rows, of which some rows are
// gone. It is not changed.
type Index struct {
	Segments []*Segment
	from     Source
	weights  Weights
	items    []int64   // by row; 0 for none
	norms    []float32 // by row: by how much BM25 divides for its length
	total    int       // rows that are there
	whole    bool      // no row of the segments is gone
}

// NewIndex returns the index of segments, in the order of their rows, without those rows
// that are gone. Weights are those with which the documents were made.
func NewIndex(segments []*Segment, gone []Row, from Source, weights Weights) *Index {
	x := &Index{Segments: segments, from: from, weights: weights}
	if len(segments) == 0 {
		return x
	}
	size := int(segments[len(segments)-1].Last) + 1
	x.items, x.norms = make([]int64, size), make([]float32, size)
	there := 0
	for _, s := range segments {
		there += len(s.rows)
		for _, r := range s.rows {
			x.items[r.row] = r.item
		}
	}
	for _, row := range gone {
		if int(row) < size {
			x.items[row] = 0
		}
	}
	words := 0
	for _, s := range segments {
		for _, r := range s.rows {
			if x.items[r.row] != 0 {
				x.total++
				words += r.length
			}
		}
	}
	x.whole = x.total == there
	average := max(1, float64(words)/max(1, float64(x.total)))
	for _, s := range segments {
		for _, r := range s.rows {
			x.norms[r.row] = float32(k1 * (1 - b + b*float64(r.length)/average))
		}
	}
	return x
}

// Total is how many rows there are.
func (x *Index) Total() int { return x.total }

// Item is whose a row is; 0 if it is nobody's any more.
func (x *Index) Item(row Row) int64 {
	if int(row) >= len(x.items) {
		return 0
	}
	return x.items[row]
}

// Matches are rows, in order, with what each of them weighs, or, once it is scored, is
// worth.
type Matches struct {
	Rows    []Row
	Weights []float32
}

// take adds the rows of a block that are there.
func (x *Index) take(m *Matches, b *block) (err error) {
	from := len(m.Rows)
	if from > 0 && m.Rows[from-1] >= b.first || int(b.last) >= len(x.items) {
		return ErrDamaged
	}
	if m.Rows, m.Weights, err = b.decode(m.Rows, m.Weights); err != nil || x.whole {
		return err
	}
	there := from
	for i := from; i < len(m.Rows); i++ {
		if x.items[m.Rows[i]] != 0 {
			m.Rows[there], m.Weights[there] = m.Rows[i], m.Weights[i]
			there++
		}
	}
	m.Rows, m.Weights = m.Rows[:there], m.Weights[:there]
	return nil
}

// Term returns the rows that have a term.
func (x *Index) Term(ctx context.Context, text string) (m Matches, err error) {
	for _, s := range x.Segments {
		e, err := s.find(ctx, x.from, text)
		if err != nil {
			return m, err
		}
		if e == nil {
			continue
		}
		if err := s.docs(ctx, x.from, e, func(b *block) error { return x.take(&m, b) }); err != nil {
			return m, err
		}
	}
	return m, nil
}

// Count returns in how many rows a term is, with those that are gone since.
func (x *Index) Count(ctx context.Context, text string) (count int, err error) {
	for _, s := range x.Segments {
		e, err := s.find(ctx, x.from, text)
		if err != nil {
			return 0, err
		}
		if e != nil {
			count += e.count
		}
	}
	return count, nil
}

// Prefix returns the rows that have a word, which stands somewhere, that begins so.
func (x *Index) Prefix(ctx context.Context, prefix string) (Matches, error) {
	weights := make([]float32, len(x.items))
	var rows []Row
	var some []float32
	add := func(b *block) (err error) {
		if int(b.last) >= len(weights) {
			return ErrDamaged
		}
		rows, some, err = b.decode(rows[:0], some[:0])
		for i, row := range rows {
			weights[row] += some[i]
		}
		return err
	}
	for _, s := range x.Segments {
		err := s.each(ctx, x.from, prefix, func(e *entry) error {
			if !e.placed {
				return nil
			}
			return s.docs(ctx, x.from, e, add)
		})
		if err != nil {
			return Matches{}, err
		}
	}
	var m Matches
	for row, weight := range weights {
		if weight > 0 && x.items[row] != 0 {
			m.Rows, m.Weights = append(m.Rows, Row(row)), append(m.Weights, weight)
		}
	}
	return m, nil
}

// Words calls do with the words that begin so and stand somewhere, in order, and in how
// many rows, with those that are gone since.
func (x *Index) Words(ctx context.Context, prefix string, do func(word string, rows int)) error {
	counts := map[string]int{}
	for _, s := range x.Segments {
		err := s.each(ctx, x.from, prefix, func(e *entry) error {
			if e.placed {
				counts[e.text] += e.count
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		do(word, counts[word])
	}
	return nil
}

// The formula of Okapi BM25 (S. Robertson and others, "Okapi at TREC-3", 1994), with the
// usual constants.
const k1, b = 1.2, 0.75

// Score turns weights into what BM25 makes of them. The rarity is that of the rows that
// have the term; even that of a term which nearly all have is worth a little.
func (x *Index) Score(m Matches) Matches {
	n, having := float64(x.total), float64(len(m.Rows))
	rarity := float32(max(1e-6, math.Log((n-having+0.5)/(having+0.5))) * (k1 + 1))
	scored := Matches{m.Rows, make([]float32, len(m.Rows))}
	for i, row := range m.Rows {
		scored.Weights[i] = rarity * m.Weights[i] / (m.Weights[i] + x.norms[row])
	}
	return scored
}

// farSmaller is how many times as many rows others have if they are searched for each of
// some, and not gone through.
const farSmaller = 16

// ahead returns the first place from at on whose row is not below another.
func ahead(rows []Row, at int, row Row) int {
	step := 1
	for at+step < len(rows) && rows[at+step] < row {
		at += step
		step *= 2
	}
	for at < len(rows) && rows[at] < row {
		more, _ := slices.BinarySearch(rows[at:min(len(rows), at+step+1)], row)
		at += more
	}
	return at
}

// And returns the rows that are in both, with the sum of what they weigh.
func (m Matches) And(other Matches) Matches {
	if len(m.Rows) > len(other.Rows) {
		m, other = other, m
	}
	both := Matches{make([]Row, 0, len(m.Rows)), make([]float32, 0, len(m.Rows))}
	at := 0
	far := len(m.Rows)*farSmaller < len(other.Rows)
	for i, row := range m.Rows {
		if far {
			at = ahead(other.Rows, at, row)
		} else {
			for at < len(other.Rows) && other.Rows[at] < row {
				at++
			}
		}
		if at == len(other.Rows) {
			break
		}
		if other.Rows[at] == row {
			both.Rows, both.Weights = append(both.Rows, row), append(both.Weights, m.Weights[i]+other.Weights[at])
		}
	}
	return both
}

// Or returns the rows that are in either, with the sum of what they weigh.
func (m Matches) Or(other Matches) Matches {
	if len(m.Rows) == 0 {
		return other
	}
	if len(other.Rows) == 0 {
		return m
	}
	all := Matches{make([]Row, 0, len(m.Rows)+len(other.Rows)), make([]float32, 0, len(m.Rows)+len(other.Rows))}
	i, k := 0, 0
	for i < len(m.Rows) || k < len(other.Rows) {
		switch {
		case k == len(other.Rows) || i < len(m.Rows) && m.Rows[i] < other.Rows[k]:
			all.Rows, all.Weights = append(all.Rows, m.Rows[i]), append(all.Weights, m.Weights[i])
			i++
		case i == len(m.Rows) || other.Rows[k] < m.Rows[i]:
			all.Rows, all.Weights = append(all.Rows, other.Rows[k]), append(all.Weights, other.Weights[k])
			k++
		default:
			all.Rows, all.Weights = append(all.Rows, m.Rows[i]), append(all.Weights, m.Weights[i]+other.Weights[k])
			i, k = i+1, k+1
		}
	}
	return all
}

// Without returns the rows that are not in another.
func (m Matches) Without(other Matches) Matches {
	if len(other.Rows) == 0 {
		return m
	}
	var rest Matches
	at := 0
	for i, row := range m.Rows {
		at = ahead(other.Rows, at, row)
		if at == len(other.Rows) || other.Rows[at] != row {
			rest.Rows, rest.Weights = append(rest.Rows, row), append(rest.Weights, m.Weights[i])
		}
	}
	return rest
}

// Times returns the rows with so many times their weights.
func (m Matches) Times(factor float32) Matches {
	scaled := Matches{m.Rows, make([]float32, len(m.Weights))}
	for i, weight := range m.Weights {
		scaled.Weights[i] = factor * weight
	}
	return scaled
}

// From returns the index with its chunks read from elsewhere.
func (x *Index) From(from Source) *Index {
	other := *x
	other.from = from
	return &other
}

// Same reports whether two indexes have the same rows.
func (x *Index) Same(other *Index) bool {
	return len(x.items) == len(other.items) && (len(x.items) == 0 || &x.items[0] == &other.items[0])
}

// EachRow calls do with every row that is there, in order, and whose it is.
func (x *Index) EachRow(do func(row Row, item int64)) {
	for row, item := range x.items {
		if item != 0 {
			do(Row(row), item)
		}
	}
}
