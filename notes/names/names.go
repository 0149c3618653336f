// Package names finds known names in a text. It is given the names and the
// words, and returns places; it knows no archive and decides nothing for the
// person.
//
// Names are compared folded (case, accents, apostrophes, hyphens), word by
// word, the longest first. A name that is written with a capital must have one
// in the text. A person's surname alone counts only where the full name stands
// in the same text, and only if nobody else there shares it.
package names

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"cuttings/notes/tagger"
)

// Name is one way in which an entity is called.
type Name struct {
	Entity int64
	Text   string
	Person bool // the last word is a surname
}

// Rule says how a place was found.
type Rule string

// The rules.
const (
	Full    Rule = "name"    // a name or an alias as it is
	Surname Rule = "surname" // the surname of somebody who is named in full elsewhere in the text
)

// Found is a place in a text, in bytes, that names an entity.
type Found struct {
	Start, End int
	Entity     int64
	Exact      string // the words as written
	Rule       Rule
}

// Ambiguous is a place that could name several entities.
type Ambiguous struct {
	Start, End int
	Exact      string
	Entities   []int64
	Rule       Rule
	Stranger   bool // or somebody of another name, who has the surname, too
}

// Matcher finds a set of names, to which others are added and from which some are
// taken away. It is safe for concurrent use.
//
// The names form a tree of words, whose root is node 0. What a removed name leaves
// in it are words that lead nowhere: they cost a little memory, and no time.
type Matcher struct {
	mu       sync.RWMutex
	words    map[string]int32
	edges    map[edge]int32 // each leads to a node of its own: their number is the last node's
	ends     []int32        // for each node, the last that was added of the names that end there; 0 for none
	names    []known        // from 1 on
	free     int32          // a place among the names that was left, from which the next leads to others
	capitals map[string]string
}

// edge leads from a node to the next by a word.
type edge struct{ node, word int32 }

// NewMatcher prepares a set of names. Those without words are left out.
func NewMatcher(all []Name) *Matcher {
	m := &Matcher{
		words: map[string]int32{}, edges: make(map[edge]int32, len(all)),
		ends: make([]int32, 1, len(all)+1), names: make([]known, 1, len(all)+1), capitals: map[string]string{},
	}
	for _, name := range all {
		m.Add(name)
	}
	return m
}

// Add adds a name.
func (m *Matcher) Add(name Name) {
	m.mu.Lock()
	defer m.mu.Unlock()
	tokens := tokenize(name.Text)
	if len(tokens) == 0 {
		return
	}
	node, capitals := int32(0), make([]byte, 0, len(tokens))
	for _, token := range tokens {
		written := token.written()
		word, ok := m.words[written]
		if !ok {
			word = int32(len(m.words)) + 1
			m.words[written] = word
		}
		next, ok := m.edges[edge{node, word}]
		if !ok {
			next = int32(len(m.edges)) + 1
			m.edges[edge{node, word}] = next
			m.ends = append(m.ends, 0)
		}
		node = next
		capitals = append(capitals, byte(capitalOf(name.Text[token.start:token.end])))
	}
	last := tokens[len(tokens)-1]
	m.put(node, known{
		Name: name, capital: m.capital(capitals),
		alone: name.Person && len(tokens) > 1 && !last.unspaced && last.possessive == "" && utf8.RuneCountInString(last.folded) >= leastSurname,
	})
}

// Remove takes away a name that was added; if it was added several times, once.
func (m *Matcher) Remove(name Name) {
	m.mu.Lock()
	defer m.mu.Unlock()
	node := int32(0)
	for _, token := range tokenize(name.Text) {
		next, ok := m.step(node, token.written())
		if !ok {
			return
		}
		node = next
	}
	last := m.ends[node]
	for before := last; before != 0; {
		at := m.names[before].next
		if m.names[at].Name != name {
			if before = at; before == last {
				return
			}
			continue
		}
		switch {
		case at == before:
			m.ends[node] = 0
		case at == last:
			m.ends[node] = before
		}
		m.names[before].next = m.names[at].next
		m.names[at] = known{next: m.free}
		m.free = at
		return
	}
}

// leastSurname is how many letters a surname has, at least, that counts alone.
const leastSurname = 3

// Find returns the places that name an entity, in order, none overlapping
// another, and those that could name several.
func (m *Matcher) Find(body string) ([]Found, []Ambiguous) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if len(m.names) == 1 {
		return nil, nil
	}
	tokens := tokenize(body)
	taken := make([]bool, len(tokens))
	var found []Found
	var unclear []Ambiguous
	for i := 0; i < len(tokens); {
		length, end, entities := m.longest(body, tokens, i)
		if length == 0 {
			i++
			continue
		}
		for k := i; k < i+length; k++ {
			taken[k] = true
		}
		start := tokens[i].start
		if len(entities) == 1 {
			found = append(found, Found{start, end, entities[0], body[start:end], Full})
		} else {
			unclear = append(unclear, Ambiguous{Start: start, End: end, Exact: body[start:end], Entities: entities, Rule: Full})
		}
		i += length
	}
	alone, shared := m.surnames(body, tokens, taken, found, unclear)
	found, unclear = append(found, alone...), append(unclear, shared...)
	slices.SortFunc(unclear, func(a, b Ambiguous) int { return a.Start - b.Start })
	slices.SortFunc(found, func(a, b Found) int { return a.Start - b.Start })
	return found, unclear
}

// longest returns the longest name that begins at a token: how many tokens it
// has, the byte behind it, and whose it is.
func (m *Matcher) longest(body string, tokens []token, from int) (length, end int, entities []int64) {
	node, possessive := int32(0), false
	for i := from; i < len(tokens); i++ {
		if i > from && (possessive || !joined(body, tokens[i-1], tokens[i])) {
			break
		}
		next, ok := m.step(node, tokens[i].folded)
		behind := tokens[i].end
		possessive = ok && tokens[i].possessive != ""
		if !ok && tokens[i].possessive != "" { // a name may hold what looks like a possessive: McDonald's
			next, ok = m.step(node, tokens[i].possessive)
			behind = tokens[i].whole
		}
		if !ok {
			break
		}
		if owners := m.owners(body, tokens, from, i+1, next); len(owners) > 0 {
			length, end, entities = i-from+1, behind, owners
		}
		node = next
	}
	return length, end, entities
}

func (m *Matcher) step(node int32, folded string) (int32, bool) {
	word, ok := m.words[folded]
	if !ok {
		return 0, false
	}
	next, ok := m.edges[edge{node, word}]
	return next, ok
}

// owners returns the entities whose name ends at a node and is written in the
// text as it should be, each once, in order. A person of one name alone is not
// somebody who has a given name before it.
func (m *Matcher) owners(body string, tokens []token, from, end int, node int32) []int64 {
	var owners []int64
	for name := range m.at(node) {
		if name.fits(body, tokens[from:end]) && !(name.Person && end == from+1 && given(body, tokens, from)) {
			owners = append(owners, name.Entity)
		}
	}
	slices.Sort(owners)
	return slices.Compact(owners)
}

// surnames finds the surnames, standing alone, of people who were found by
// their full name, and those that several of them share: two of one surname, or of
// one full name.
func (m *Matcher) surnames(body string, tokens []token, taken []bool, found []Found, unclear []Ambiguous) (alone []Found, shared []Ambiguous) {
	owners, called := map[string][]int64{}, map[string][]string{}
	own := func(exact string, entities ...int64) {
		folded := tokenize(exact)
		if len(folded) == 0 {
			return
		}
		last := folded[len(folded)-1].folded
		for name := range m.namesOf(folded) {
			if slices.Contains(entities, name.Entity) && name.alone && !slices.Contains(owners[last], name.Entity) {
				owners[last] = append(owners[last], name.Entity)
				for _, token := range folded[:len(folded)-1] {
					called[last] = append(called[last], token.folded)
				}
			}
		}
	}
	for _, f := range found {
		own(f.Exact, f.Entity)
	}
	for _, u := range unclear {
		own(u.Exact, u.Entities...)
	}
	if len(owners) == 0 {
		return nil, nil
	}
	strangers := strangers(body, tokens, taken, called)
	for i, token := range tokens {
		entities := owners[token.folded]
		if taken[i] || len(entities) == 0 || capitalOf(body[token.start:token.end]) == lower || otherPerson(body, tokens, i) {
			continue
		}
		exact := body[token.start:token.end]
		if stranger := strangers[token.folded]; stranger || len(entities) > 1 {
			shared = append(shared, Ambiguous{Start: token.start, End: token.end, Exact: exact, Entities: entities, Rule: Surname, Stranger: stranger})
			continue
		}
		alone = append(alone, Found{token.start, token.end, entities[0], exact, Surname})
	}
	return alone, shared
}

// strangers are the surnames that somebody else bears in the text, behind a name that is
// none of those by which the people of the surname are called, nor begins as these do.
func strangers(body string, tokens []token, taken []bool, called map[string][]string) map[string]bool {
	strangers := map[string]bool{}
	for i, surname := range tokens {
		names := called[surname.folded]
		if taken[i] || len(names) == 0 || strangers[surname.folded] || capitalOf(body[surname.start:surname.end]) == lower {
			continue
		}
		first := i
		for nameBefore(body, tokens, first) {
			first--
		}
		known := slices.ContainsFunc(tokens[first:i], func(before token) bool {
			return slices.ContainsFunc(names, func(name string) bool { return calls(before.folded, name) })
		})
		strangers[surname.folded] = first < i && !known
	}
	return strangers
}

// calls reports whether two first names can be one: the same, or one the initial of the
// other.
func calls(one, other string) bool {
	if len(one) > len(other) {
		one, other = other, one
	}
	return one == other || utf8.RuneCountInString(one) == 1 && strings.HasPrefix(other, one)
}

// namesOf returns the names that consist of exactly these words.
func (m *Matcher) namesOf(tokens []token) iter.Seq[*known] {
	node, ok := int32(0), true
	for _, token := range tokens {
		if node, ok = m.step(node, token.folded); !ok {
			return func(func(*known) bool) {}
		}
	}
	return m.at(node)
}

// otherPerson reports whether a surname stands beside another name, so that
// somebody else is meant: "John Mutua", "Henry Ford".
func otherPerson(body string, tokens []token, i int) bool {
	if nameBefore(body, tokens, i) {
		return true
	}
	return i+1 < len(tokens) && tokens[i].possessive == "" && beside(body, tokens[i], tokens[i+1]) && foreign(body, tokens[i+1])
}

// nameBefore reports whether the word before another looks like a part of the same
// name. A word that begins a sentence has a capital in any case.
func nameBefore(body string, tokens []token, i int) bool {
	if i == 0 || !beside(body, tokens[i-1], tokens[i]) || !foreign(body, tokens[i-1]) {
		return false
	}
	return !sentenceBegins(body, tokens, i-1) || given(body, tokens, i)
}

// given reports whether the word before another is known as one that stands before a
// surname.
func given(body string, tokens []token, i int) bool {
	return i > 0 && beside(body, tokens[i-1], tokens[i]) && tagger.CanBeGiven(body, body[tokens[i-1].start:tokens[i-1].end])
}

// beside reports whether nothing but a space stands between two words.
func beside(body string, a, b token) bool {
	between := body[a.end:b.start]
	return between == " " || between == "\u00a0" || between == ". " && utf8.RuneCountInString(a.folded) <= 3
}

// foreign reports whether a word looks like part of a name.
func foreign(body string, t token) bool {
	return capitalOf(body[t.start:t.end]) != lower && !ordinary[t.folded]
}

// ordinary are words that are written with a capital beside a surname without
// being part of the name: titles, days and months.
var ordinary = set(`mr mrs ms miss dr prof professor sir lady lord dame president minister secretary senator
	governor mayor ambassador general colonel captain commissioner chancellor chairman chairwoman chair king queen prince
	princess pope bishop archbishop judge justice spokesman spokeswoman representative congressman congresswoman premier
	deputy monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december monsieur madame herr frau señor señora`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// sentenceBegins reports whether the word is the first of a sentence.
func sentenceBegins(body string, tokens []token, i int) bool {
	if i == 0 {
		return true
	}
	return strings.ContainsAny(body[tokens[i-1].end:tokens[i].start], ".!?:;\n“\"")
}
