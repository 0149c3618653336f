package postings

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// kept holds chunks in memory, by segment.
type kept map[int64][][]byte

func (k kept) Chunks(_ context.Context, segment int64, first, last int, do func([]byte) error) error {
	if first > last || last >= len(k[segment]) {
		return errors.New("no such chunk")
	}
	for _, chunk := range k[segment][first : last+1] {
		if err := do(slices.Clone(chunk)); err != nil {
			return err
		}
	}
	return nil
}

func (k kept) emit(segment int64) func(Chunk) error {
	return func(c Chunk) error {
		if c.Number != len(k[segment]) {
			return fmt.Errorf("chunk %d comes after %d", c.Number, len(k[segment]))
		}
		k[segment] = append(k[segment], slices.Clone(c.Data))
		return nil
	}
}

var testWeights = Weights{8, 3, 1, 3, 1}

// plain is an archive that is looked through.
type plain struct {
	parts map[Row][Parts][]string
	marks map[Row][]string
}

func (p plain) rows() []Row {
	var rows []Row
	for row := range p.parts {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows
}

// weigh sums up, over the places of all parts, the weights of those where holds holds.
func (p plain) weigh(holds func(words []string, at int) bool) Matches {
	var m Matches
	for _, row := range p.rows() {
		weight := 0
		for part, words := range p.parts[row] {
			for at := range words {
				if holds(words, at) {
					weight += testWeights[part]
				}
			}
		}
		if weight > 0 {
			m.Rows, m.Weights = append(m.Rows, row), append(m.Weights, float32(weight))
		}
	}
	return m
}

func (p plain) document(row Row) *Document {
	d := NewDocument(testWeights, 10)
	for part, words := range p.parts[row] {
		d.Part(part)
		for _, word := range words {
			d.Add(word)
		}
	}
	for _, mark := range p.marks[row] {
		d.Mark(mark, 2)
	}
	return d.Done()
}

// made is an index beside the plain archive that it was made of.
type made struct {
	plain    plain
	kept     kept
	segments []*Segment
	gone     []Row
	next     Row
}

func (m *made) index() *Index { return NewIndex(m.segments, m.gone, m.kept, testWeights) }

func (m *made) add(t *rapid.T, some int) {
	words := rapid.SampledFrom(strings.Fields("a an and andes be bell bells c ça 東 京"))
	b := &Builder{}
	for range some {
		m.next += Row(rapid.IntRange(1, 3).Draw(t, "step"))
		var parts [Parts][]string
		for part := range parts {
			parts[part] = rapid.SliceOfN(words, 0, 6).Draw(t, "words")
		}
		m.plain.parts[m.next] = parts
		m.plain.marks[m.next] = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"\uE010x", "\uE010y"}), 0, 2, rapid.ID[string]).Draw(t, "marks")
		b.Add(m.next, int64(1000+m.next), m.plain.document(m.next))
	}
	id := int64(len(m.kept) + 1)
	m.keep(t, id, func() (Written, error) { return b.Write(m.kept.emit(id)) })
}

func (m *made) keep(t *rapid.T, id int64, write func() (Written, error)) {
	written, err := write()
	if err != nil {
		t.Fatal(err)
	}
	s, err := ReadSegment(id, written.Head)
	if err != nil {
		t.Fatal(err)
	}
	m.segments = append(m.segments, s)
	slices.SortFunc(m.segments, func(a, b *Segment) int { return int(a.First) - int(b.First) })
}

func (m *made) drop(t *rapid.T) {
	if rows := m.plain.rows(); len(rows) > 0 {
		row := rapid.SampledFrom(rows).Draw(t, "gone")
		delete(m.plain.parts, row)
		m.gone = append(m.gone, row)
	}
}

func (m *made) merge(t *rapid.T) {
	if len(m.segments) < 2 {
		return
	}
	from := rapid.IntRange(0, len(m.segments)-2).Draw(t, "from")
	to := rapid.IntRange(from+2, len(m.segments)).Draw(t, "to")
	id := int64(len(m.kept) + 1)
	m.kept[id] = nil
	merging := NewMerging(m.segments[from:to], func(row Row) bool { return slices.Contains(m.gone, row) }, m.kept, m.kept.emit(id))
	for more := true; more; {
		var err error
		if more, err = merging.Some(t.Context(), 100); err != nil {
			t.Fatal(err)
		}
	}
	m.segments = slices.Delete(m.segments, from, to)
	if !merging.Empty() {
		m.keep(t, id, merging.Finish)
	}
}

// However an index was written, thinned out and merged, it finds what looking at every
// document finds.
func TestFindsWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &made{plain: plain{map[Row][Parts][]string{}, map[Row][]string{}}, kept: kept{}}
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"add", "add", "drop", "merge"}).Draw(t, "step") {
			case "add":
				m.add(t, rapid.IntRange(1, 12).Draw(t, "documents"))
			case "drop":
				m.drop(t)
			case "merge":
				m.merge(t)
			}
		}
		m.compare(t)
		m.agree(t)
	})
}

func (m *made) compare(t *rapid.T) {
	x := m.index()
	if x.Total() != len(m.plain.parts) {
		t.Fatalf("%d rows, want %d", x.Total(), len(m.plain.parts))
	}
	for _, row := range m.plain.rows() {
		if x.Item(row) != int64(1000+row) {
			t.Fatalf("row %d is of %d", row, x.Item(row))
		}
	}
	same := func(asked string, got Matches, err error, want Matches) {
		if diff := cmp.Diff(want, got); err != nil || len(want.Rows)+len(got.Rows) > 0 && diff != "" {
			t.Fatalf("%s: %v %s", asked, err, diff)
		}
	}
	ctx := t.Context()
	for _, word := range strings.Fields("a and be 東 none") {
		got, err := x.Term(ctx, word)
		same(word, got, err, m.plain.weigh(func(words []string, at int) bool { return words[at] == word }))
		got, err = x.Prefix(ctx, word)
		same(word+"*", got, err, m.plain.weigh(func(words []string, at int) bool { return strings.HasPrefix(words[at], word) }))
	}
	for _, row := range []string{"a an", "and a", "東 京", "a a", "a an and", "be none"} {
		for _, prefix := range []bool{false, true} {
			wanted := strings.Fields(row)
			got, err := x.Phrase(ctx, wanted, prefix, Any)
			same(row, got, err, m.plain.weigh(func(words []string, at int) bool {
				last := len(wanted) - 1
				return at+last < len(words) && slices.Equal(words[at:at+last], wanted[:last]) &&
					(words[at+last] == wanted[last] || prefix && strings.HasPrefix(words[at+last], wanted[last]))
			}))
		}
	}
	got, err := x.Phrase(ctx, []string{"a"}, false, Main)
	if slices.ContainsFunc(got.Rows, func(row Row) bool { return !slices.Contains(m.plain.parts[row][Main], "a") }) || err != nil {
		t.Fatalf("in a part: %v %v", got, err)
	}
	for between := range 3 {
		got, err := x.Near(ctx, []string{"a", "be"}, between)
		want := m.plain.weigh(func(words []string, at int) bool {
			window := words[at:min(len(words), at+between+2)]
			other := map[string]string{"a": "be", "be": "a"}[window[0]]
			return other != "" && slices.Contains(window, other)
		})
		if diff := cmp.Diff(want.Rows, got.Rows); err != nil || len(want.Rows)+len(got.Rows) > 0 && diff != "" {
			t.Fatalf("near, %d between: %v %s", between, err, diff)
		}
	}
	counts := map[string]int{}
	if err := x.Words(ctx, "be", func(word string, rows int) { counts[word] = rows }); err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.Fields("be bell bells") {
		count, err := x.Count(ctx, word)
		if err != nil || counts[word] != count {
			t.Fatalf("%s: %d and %d, %v", word, count, counts[word], err)
		}
	}
}

// agree compares what the lists hold of each row with its document.
func (m *made) agree(t *rapid.T) {
	seed := maphash.MakeSeed()
	sums, err := m.index().Digests(t.Context(), seed)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range m.plain.rows() {
		if sums[row] != m.plain.document(row).Digest(seed) {
			t.Fatalf("the lists of row %d are not those of its document", row)
		}
	}
}

// Lists that are longer than a block, and larger than fits into the dictionary.
func TestLongLists(t *testing.T) {
	k := kept{}
	b := &Builder{}
	const count = 3*mostRows + 7
	for row := Row(1); row <= count; row++ {
		d := NewDocument(testWeights, 10)
		d.Part(Main)
		for i := range 4 {
			d.Add("the")
			d.Add(fmt.Sprint("word", (int(row)+i)%900))
		}
		d.Mark("\uE010article", 1)
		b.Add(row, int64(row), d.Done())
	}
	written, err := b.Write(k.emit(1))
	if err != nil {
		t.Fatal(err)
	}
	s, err := ReadSegment(1, written.Head)
	if err != nil {
		t.Fatal(err)
	}
	x := NewIndex([]*Segment{s}, []Row{5}, k, testWeights)
	for text, want := range map[string]int{"the": count - 1, "\uE010article": count - 1} {
		if found, err := x.Term(t.Context(), text); err != nil || len(found.Rows) != want {
			t.Errorf("%s: %d, %v, want %d", text, len(found.Rows), err, want)
		}
	}
	found, err := x.Phrase(t.Context(), []string{"the", "word7", "the"}, false, Any)
	want := 0
	for row := 1; row <= count; row++ {
		for i := range 3 {
			if row != 5 && (row+i)%900 == 7 {
				want++
			}
		}
	}
	if err != nil || len(found.Rows) != want {
		t.Errorf("a row of words: %d, %v, want %d", len(found.Rows), err, want)
	}
}

// What is scored is what the formula says, and the rarer counts more.
func TestScore(t *testing.T) {
	k := kept{}
	b := &Builder{}
	for row, words := range []string{"rare common", "common common common", "common other", "other words that are long"} {
		d := NewDocument(testWeights, 10)
		d.Part(Main)
		for _, word := range strings.Fields(words) {
			d.Add(word)
		}
		b.Add(Row(row+1), int64(row+1), d.Done())
	}
	written, err := b.Write(k.emit(1))
	if err != nil {
		t.Fatal(err)
	}
	s, err := ReadSegment(1, written.Head)
	if err != nil {
		t.Fatal(err)
	}
	x := NewIndex([]*Segment{s}, nil, k, testWeights)
	found, err := x.Term(t.Context(), "rare")
	if err != nil {
		t.Fatal(err)
	}
	average := (2 + 3 + 2 + 5) / 4.0
	want := math.Log((4-1+0.5)/(1+0.5)) * 2.2 / (1 + 1.2*(1-0.75+0.75*2/average))
	if got := x.Score(found); len(got.Rows) != 1 || math.Abs(float64(got.Weights[0])-want) > 1e-6 {
		t.Errorf("%v, want %v", got, want)
	}
	common, err := x.Term(t.Context(), "common")
	if err != nil {
		t.Fatal(err)
	}
	scored := x.Score(common)
	if !(scored.Weights[1] > scored.Weights[0]) {
		t.Errorf("what is often there is worth %v", scored.Weights)
	}
}

// What comes from a damaged file is an error, and no more.
func FuzzDamaged(f *testing.F) {
	k := kept{}
	b := &Builder{}
	for row := Row(1); row < 40; row++ {
		d := NewDocument(testWeights, 10)
		for part := range Parts {
			d.Part(part)
			d.Add("word")
			d.Add(fmt.Sprint("w", row%7))
		}
		b.Add(row, int64(row), d.Done())
	}
	written, err := b.Write(k.emit(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(written.Head, k[1][0], uint(3), byte(200))
	f.Add([]byte{1, 1, 2, 3, 1, 0, 1, 'w'}, []byte{0, 1, 'w', 9, 9, 9}, uint(0), byte(0))
	f.Fuzz(func(t *testing.T, head, chunk []byte, at uint, other byte) {
		if len(chunk) > 0 {
			chunk = slices.Clone(chunk)
			chunk[at%uint(len(chunk))] ^= other
		}
		s, err := ReadSegment(1, head)
		if err != nil || s.Last > 1<<16 {
			return
		}
		x := NewIndex([]*Segment{s}, nil, kept{1: {chunk, chunk, chunk}}, testWeights)
		ctx := t.Context()
		for _, err := range []error{
			second(x.Term(ctx, "word")), second(x.Prefix(ctx, "w")), second(x.Phrase(ctx, []string{"word", "w1"}, true, Any)),
			second(x.Near(ctx, []string{"word", "w1"}, 1)), second(x.Digests(ctx, maphash.MakeSeed())),
		} {
			if err != nil && err.Error() == "" {
				t.Error("an error says nothing")
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }
