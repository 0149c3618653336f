package happening

import (
	"sort"
	"strings"
	"unicode/utf8"

	"cuttings/notes/text"
	"cuttings/notes/when"
	"cuttings/notes/when/words"
)

// told is a text as it is read here: sentences of items.
type told struct {
	body      string
	names     []Name
	dates     []when.Found
	items     []item
	sentences []sentence
	articles  map[string]bool // keys of names that "the" goes before
	bodies    map[string]int  // names of bodies and places, by their labels
}

// sentence is a run of items.
type sentence struct {
	text.Range
	from, to int // items
}

type itemKind uint8

const (
	wordItem itemKind = iota
	numberItem
	ownerItem // 's
	markItem
	nameItem
	demonymItem // "Kenyan", where Kenya is among the names
	dateItem
)

// item is a word, a mark, or several words that make one name or date.
type item struct {
	text.Range
	kind    itemKind
	capital bool
	glued   bool // nothing stands between it and the item before
	name    int  // of a name or demonym: its index
	date    int  // of a date: its index
	rune    rune // of a mark
	entry   *entry
}

func (it item) is(t traits) bool { return it.kind == wordItem && it.entry.is(t) }

// named reports whether an item names somebody or a place.
func (it item) named() bool { return it.kind == nameItem || it.kind == demonymItem }

func newTold(body string, names []Name, dates []when.Found) *told {
	t := &told{body: body, names: names, dates: dates, articles: map[string]bool{}, bodies: map[string]int{}}
	for i, name := range names {
		if name.Kind == Organisation || name.Kind == Place {
			t.bodies[name.Label] = i
		}
	}
	reader := reader{told: t, order: ordered(body, names), stems: stemsOf(names)}
	tokens := words.Split(body)
	t.items = make([]item, 0, len(tokens))
	for _, token := range tokens {
		reader.add(token)
	}
	if n := len(t.sentences); n > 0 {
		t.sentences[n-1].to = len(t.items)
	}
	for i := range t.sentences {
		s := &t.sentences[i]
		s.Range = text.Range{Start: t.items[s.from].Start, End: t.items[s.to-1].End}
	}
	t.findArticles()
	return t
}

// ordered returns the indexes of the names that can be used, by their place.
func ordered(body string, names []Name) []int {
	var order []int
	boundary := func(at int) bool { return at == len(body) || at < len(body) && utf8.RuneStart(body[at]) }
	for i, name := range names {
		if name.Start >= 0 && name.Start < name.End && boundary(name.Start) && boundary(name.End) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := names[order[a]], names[order[b]]
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		return x.End > y.End
	})
	return order
}

// reader makes items of tokens.
type reader struct {
	*told
	order  []int // names still to come
	date   int   // the first date still to come
	behind int   // the end of the name or date being read
	stems  map[string]int
	buffer words.Buffer
}

func (r *reader) add(token words.Token) {
	if token.Start < r.behind {
		return // within a name or date
	}
	if token.First {
		if n := len(r.sentences); n > 0 {
			r.sentences[n-1].to = len(r.items)
		}
		r.sentences = append(r.sentences, sentence{from: len(r.items)})
	}
	it := item{Range: text.Range{Start: token.Start, End: token.End}, capital: token.Capital, glued: token.Gap == words.Joined}
	for len(r.order) > 0 && r.names[r.order[0]].End <= token.Start {
		r.order = r.order[1:]
	}
	for r.date < len(r.dates) && r.dates[r.date].End <= token.Start {
		r.date++
	}
	switch {
	case len(r.order) > 0 && r.names[r.order[0]].Start < token.End:
		it.kind, it.name = nameItem, r.order[0]
		r.behind = r.names[it.name].End
		for len(r.order) > 0 && r.names[r.order[0]].Start < r.behind {
			r.order = r.order[1:]
		}
		it.End = max(it.End, r.behind)
		if r.adjectival(it.name) {
			it.kind = demonymItem
		}
	case r.date < len(r.dates) && r.dates[r.date].Start <= token.Start:
		it.kind, it.date = dateItem, r.date
		r.behind, it.End = r.dates[r.date].End, r.dates[r.date].End
	default:
		r.plain(&it, token)
	}
	r.items = append(r.items, it)
}

func (r *reader) plain(it *item, token words.Token) {
	switch token.Kind {
	case words.Number, words.Figure:
		it.kind = numberItem
	case words.Possessive:
		it.kind = ownerItem
	case words.Mark:
		it.kind, it.rune = markItem, token.Rune
		if (token.Rune == '\'' || token.Rune == '’') && token.Gap == words.Joined && len(r.items) > 0 && r.items[len(r.items)-1].kind == nameItem &&
			strings.HasSuffix(r.body[:token.Start], "s") {
			it.kind = ownerItem // the United States' offer
		}
	case words.Word:
		lower := token.Lower(r.body, &r.buffer)
		it.entry = lexicon[string(lower)]
		if word := r.body[token.Start:token.End]; strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t") {
			it.entry = lexicon["not"]
		}
		if token.Capital && it.entry == nil {
			if name, ok := r.demonym(lower); ok {
				it.kind, it.name = demonymItem, name
			}
		}
	}
}

// shortStem is how many letters of a country's name must be left in the word
// for its people.
const shortStem = 4

var demonymEndings = []string{"n", "an", "ian", "ean", "ese", "ish", "i"}

// stemsOf returns what words such as Kenyan, Canadian, Turkish and Chinese begin
// with, for the places that are named by one word.
func stemsOf(names []Name) map[string]int {
	stems := map[string]int{}
	for cut := range 3 { // the longer stem is the surer
		for i, name := range names {
			if name.Kind != Place || strings.ContainsAny(name.Label, " -") || len(name.Label) < shortStem+cut {
				continue
			}
			stem := strings.ToLower(name.Label[:len(name.Label)-cut])
			if _, taken := stems[stem]; !taken {
				stems[stem] = i
			}
		}
	}
	return stems
}

// adjectival reports whether a name of a place is written as the word for its
// people: "Canadian", given as a name of Canada.
func (r *reader) adjectival(name int) bool {
	n := r.names[name]
	written := r.body[n.Start:n.End]
	if n.Kind != Place || written == n.Label || len(written) > words.Longest {
		return false
	}
	of, ok := r.demonym([]byte(strings.ToLower(written)))
	return ok && r.key(of) == r.key(name)
}

func (r *reader) demonym(lower []byte) (int, bool) {
	word := string(lower)
	if len(r.stems) == 0 || len(word) <= shortStem {
		return 0, false
	}
	for _, ending := range demonymEndings {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || len(stem) < shortStem || word == "nigerian" && stem == "niger" && r.names[r.stems[stem]].Label == "Niger" {
			continue
		}
		if name, ok := r.stems[stem]; ok {
			return name, true
		}
	}
	return 0, false
}

// findArticles notes which names "the" goes before: the Bahamas.
func (t *told) findArticles() {
	for i, it := range t.items {
		if it.kind == nameItem && i > 0 && strings.EqualFold(t.word(i-1), "the") && !t.modifies(i) {
			t.articles[t.key(it.name)] = true
		}
	}
}

// key returns by what names are compared.
func (t *told) key(name int) string {
	n := t.names[name]
	if n.Key != "" {
		return string(n.Kind) + "\x00" + n.Key
	}
	return string(n.Kind) + "\x00" + n.Label
}

// word returns an item as written, or "" outside the text.
func (t *told) word(i int) string {
	if i < 0 || i >= len(t.items) {
		return ""
	}
	return t.body[t.items[i].Start:t.items[i].End]
}
