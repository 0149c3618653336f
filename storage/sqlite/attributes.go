package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// attributes are what is asked of all items at once when a search is narrowed,
// ordered by date, or counted: a few numbers for each, in the order of their
// IDs. They are made once and brought in line with what changed since.
type attributes struct {
	seen      int64 // the last change that they know of
	ids       []notes.ID
	kinds     []uint8 // in notes' order of kinds
	days      []int32 // of an article or event its own date, of others the day on which they were made
	dated     []bool  // it has a date of its own
	wide      []span
	sources   column
	languages column
	bylines   column
	partial   bool // of some items only
	rows      rowNumbers
	fields    fieldSets
	named     namedIn
}

// column holds a name for each item, which many items share, by its number.
type column struct {
	of      []uint32 // the number of each item's name
	names   []string
	folded  []string          // the words of each name, each behind a space
	joined  []string          // its words that have an apostrophe, without it, likewise
	numbers map[string]uint32 // by name, while names are added
}

func (c *column) add(name string) {
	number, ok := c.numbers[name]
	if !ok {
		if c.numbers == nil {
			c.numbers = map[string]uint32{}
		}
		number = uint32(len(c.names))
		c.names, c.folded, c.joined = append(c.names, name), append(c.folded, " "+query.Indexable(name)), append(c.joined, joinedWords(name))
		c.numbers[name] = number
	}
	c.of = append(c.of, number)
}

// at is the name of an item.
func (c *column) at(i int) string { return c.names[c.of[i]] }

// span is the days that the date of an article or event can mean, where it says
// more or less than one day of a year of four digits: of others, the attributes
// have the day, and of these, which can be of years for which there is no room,
// only what the span says holds.
type span struct {
	id               notes.ID
	earliest, latest edtf.Day
}

func spanOf(id notes.ID, written string) span {
	date, err := edtf.Parse(written)
	if err != nil { // it is before and after nothing
		return span{id, edtf.NoEnd, edtf.NoStart}
	}
	s := span{id, edtf.NoStart, edtf.NoEnd}
	if day, ok := date.Earliest(); ok {
		s.earliest = day
	}
	if day, ok := date.Latest(); ok {
		s.latest = day
	}
	return s
}

// keptAttributes holds the attributes of an archive that were read last.
type keptAttributes struct {
	mu    sync.Mutex
	known *attributes
}

var kindOrder = []notes.Kind{
	notes.KindArticle, notes.KindHighlight, notes.KindNote, notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent,
}

// mostChanged is how many items are brought in line one by one; beyond, all are
// read anew.
const mostChanged = 2000

// attributes returns those of the archive as it is. They are not changed later.
func (r reader) attributes(ctx context.Context) (*attributes, error) {
	if r.kept == nil {
		return r.readAttributes(ctx)
	}
	r.kept.mu.Lock()
	defer r.kept.mu.Unlock()
	var last int64
	if err := r.row(ctx, `SELECT coalesce(max(id), 0) FROM changes`).scan(&last); err != nil {
		return nil, err
	}
	known := r.kept.known
	if known != nil && known.seen == last {
		return known, nil
	}
	if known != nil {
		changed, err := list(ctx, r.statements, readID, `
			SELECT DISTINCT item FROM journal WHERE operation IN (SELECT operation FROM changes WHERE id > ?) ORDER BY item LIMIT ?`, known.seen, mostChanged+1)
		if err != nil {
			return nil, err
		}
		if len(changed) <= mostChanged {
			if known, err = r.refreshed(ctx, known, changed); err != nil {
				return nil, err
			}
			known.seen = last
			r.kept.known = known
			return known, nil
		}
	}
	fresh, err := r.readAttributes(ctx)
	if err != nil {
		return nil, err
	}
	fresh.seen = last
	r.kept.known = fresh
	return fresh, nil
}

// lastAttributes returns those that were read last, which may be a few changes behind;
// nil if none were, or if others are being read just now.
func (r reader) lastAttributes() *attributes {
	if r.kept == nil || !r.kept.mu.TryLock() {
		return nil
	}
	defer r.kept.mu.Unlock()
	return r.kept.known
}

// attributeColumns are read in the order of the table: by its index of kinds, all would
// be looked for one by one, and sorted.
const attributeColumns = `
	SELECT i.id, i.kind, i.created, coalesce(a.sort_day, e.sort_day, 0), a.sort_day IS NOT NULL OR e.sort_day IS NOT NULL,
		coalesce(a.source, ''), coalesce(a.language, ''), coalesce(a.byline, ''),
		iif(coalesce(a.date, e.date) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]', '', coalesce(a.date, e.date, ''))
	FROM items i NOT INDEXED LEFT JOIN articles a ON a.id = i.id LEFT JOIN entities e ON e.id = i.id
	WHERE ` + isSearched

func (r reader) readAttributes(ctx context.Context) (*attributes, error) {
	a := &attributes{}
	err := r.each(ctx, a.read, attributeColumns+` ORDER BY i.id`)
	a.finish()
	return a, err
}

func (a *attributes) read(scan func(...any) error) error {
	var id notes.ID
	var kind, source, language, byline, wide string
	var created, day int64
	var dated bool
	if err := scan(&id, &kind, &created, &day, &dated, &source, &language, &byline, &wide); err != nil {
		return err
	}
	if !dated {
		at := time.UnixMilli(created).UTC()
		day = int64(edtf.DayOf(int64(at.Year()), int(at.Month()), at.Day()))
	}
	a.ids = append(a.ids, id)
	a.kinds = append(a.kinds, uint8(slices.Index(kindOrder, notes.Kind(kind))))
	a.days, a.dated = append(a.days, int32(day)), append(a.dated, dated)
	a.sources.add(source)
	a.languages.add(primary(language))
	a.bylines.add(byline)
	if wide != "" {
		a.wide = append(a.wide, spanOf(id, wide))
	}
	return nil
}

// finish forgets what only adding needs.
func (a *attributes) finish() {
	a.sources.numbers, a.languages.numbers, a.bylines.numbers = nil, nil, nil
}

// take adds a row of other attributes.
func (a *attributes) take(from *attributes, i int) {
	a.ids = append(a.ids, from.ids[i])
	a.kinds = append(a.kinds, from.kinds[i])
	a.days, a.dated = append(a.days, from.days[i]), append(a.dated, from.dated[i])
	a.sources.add(from.sources.at(i))
	a.languages.add(from.languages.at(i))
	a.bylines.add(from.bylines.at(i))
}

// attributesOf reads those of some items.
func (r reader) attributesOf(ctx context.Context, ids []notes.ID) (*attributes, error) {
	a := &attributes{partial: true}
	err := r.each(ctx, a.read, attributeColumns+` AND i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id`, numbers(ids))
	return a, err
}

// refreshed returns attributes in which the changed items are as they are now.
func (r reader) refreshed(ctx context.Context, old *attributes, changed []notes.ID) (*attributes, error) {
	now, err := r.attributesOf(ctx, changed)
	if err != nil {
		return nil, err
	}
	fresh := &attributes{}
	n := 0
	for i, id := range old.ids {
		for n < len(now.ids) && now.ids[n] < id {
			fresh.take(now, n)
			n++
		}
		if _, gone := slices.BinarySearch(changed, id); !gone {
			fresh.take(old, i)
		}
	}
	for ; n < len(now.ids); n++ {
		fresh.take(now, n)
	}
	for _, s := range old.wide {
		if _, gone := slices.BinarySearch(changed, s.id); !gone {
			fresh.wide = append(fresh.wide, s)
		}
	}
	fresh.wide = append(fresh.wide, now.wide...)
	slices.SortFunc(fresh.wide, func(a, b span) int { return cmp.Compare(a.id, b.id) })
	fresh.finish()
	return fresh, nil
}

// written returns the items whose name in a column has words that begin as those
// of a field's value do. Of a value in quotation marks they are those that have this
// name, if there are any.
func (a *attributes) written(c *column, field query.Field) set {
	wanted := query.Indexable(field.Value)
	if wanted == "" {
		return nil
	}
	if named := a.where(func(i int) bool { return field.Quoted && c.folded[c.of[i]] == " "+wanted }); len(named) > 0 {
		return named
	}
	fits := make([]bool, len(c.names))
	for number, words := range c.folded {
		fits[number] = begun(words+c.joined[number], strings.Fields(wanted))
	}
	return a.where(func(i int) bool { return fits[c.of[i]] })
}

// joinedWords are the words of a name that have an apostrophe, without it, each behind
// a space.
func joinedWords(name string) string {
	var words string
	for word := range query.Joined(name) {
		words += " " + word.Folded
	}
	return words
}

// begun reports whether each of some words begins one of a name's, each of which is
// behind a space.
func begun(name string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(name, " "+word) })
}

// rowNumbers remembers whose each row of an index is.
type rowNumbers struct {
	mu    sync.Mutex
	index *postings.Index
	of    []int32
}

// inIndex tells of each row of an index the number of its item and one, or 0 for none.
func (a *attributes) inIndex(index *postings.Index) []int32 {
	a.rows.mu.Lock()
	defer a.rows.mu.Unlock()
	if a.rows.index != nil && a.rows.index.Same(index) {
		return a.rows.of
	}
	var numbers []int32
	next := 0 // items come in the order of their rows, mostly
	index.EachRow(func(row postings.Row, item int64) {
		for len(numbers) <= int(row) {
			numbers = append(numbers, 0)
		}
		if next >= len(a.ids) || a.ids[next] != notes.ID(item) {
			at, there := slices.BinarySearch(a.ids, notes.ID(item))
			if !there {
				return
			}
			next = at
		}
		numbers[row] = int32(next + 1)
		next++
	})
	a.rows.index, a.rows.of = index, numbers
	return numbers
}

// inRows returns the items of rows of an index.
func (a *attributes) inRows(index *postings.Index, rows []postings.Row) set {
	var bits bitset
	numbers := a.inIndex(index)
	for _, row := range rows {
		if int(row) < len(numbers) && numbers[row] > 0 {
			bits.add(int(numbers[row] - 1))
		}
	}
	found := make(set, 0, len(rows))
	bits.each(func(i int) { found = append(found, a.ids[i]) })
	return found
}

// bits are the numbers of items.
func (a *attributes) bits(s set) bitset {
	var b bitset
	a.each(s, func(i int) { b.add(i) })
	return b
}

// where returns the items for whose rows is holds.
func (a *attributes) where(is func(i int) bool) set {
	var found set
	for i, id := range a.ids {
		if is(i) {
			found = append(found, id)
		}
	}
	return found
}

// each calls do with the row of every item of a set.
func (a *attributes) each(s set, do func(i int)) {
	rest, at := a.ids, 0
	few := len(s)*farSmaller < len(a.ids)
	for _, id := range s {
		next := 0
		if few {
			next, _ = slices.BinarySearch(rest, id)
		} else {
			for next < len(rest) && rest[next] < id {
				next++
			}
		}
		rest, at = rest[next:], at+next
		if len(rest) > 0 && rest[0] == id {
			do(at)
		}
	}
}
