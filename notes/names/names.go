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
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
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
}

// Matcher finds a fixed set of names. It is safe for concurrent use.
type Matcher struct {
	words map[string]int32
	edges map[edge]int32
	ends  map[int32][]int32 // the names that end at a node
	names []known
}

// edge leads from a node to the next by a word. Names form a tree of words,
// whose root is node 0.
type edge struct{ node, word int32 }

type known struct {
	Name
	surname string // folded; "" if it may not stand alone
	capital []capital
}

// NewMatcher prepares a set of names. Those without words are left out.
func NewMatcher(all []Name) *Matcher {
	m := &Matcher{words: make(map[string]int32, len(all)), edges: make(map[edge]int32, len(all)), ends: make(map[int32][]int32, len(all))}
	nodes := int32(0)
	for _, name := range all {
		tokens := tokenize(name.Text)
		if len(tokens) == 0 {
			continue
		}
		node := int32(0)
		k := known{Name: name}
		for _, token := range tokens {
			written := token.folded
			if token.possessive != "" {
				written = token.possessive
			}
			word, ok := m.words[written]
			if !ok {
				word = int32(len(m.words)) + 1
				m.words[written] = word
			}
			next, ok := m.edges[edge{node, word}]
			if !ok {
				nodes++
				next = nodes
				m.edges[edge{node, word}] = next
			}
			node = next
			k.capital = append(k.capital, capitalOf(name.Text[token.start:token.end]))
		}
		if last := tokens[len(tokens)-1]; name.Person && len(tokens) > 1 && !last.unspaced && utf8.RuneCountInString(last.folded) >= leastSurname {
			k.surname = last.folded
		}
		m.ends[node] = append(m.ends[node], int32(len(m.names)))
		m.names = append(m.names, k)
	}
	return m
}

// leastSurname is how many letters a surname has, at least, that counts alone.
const leastSurname = 3

// Find returns the places that name an entity, in order, none overlapping
// another, and those that could name several.
func (m *Matcher) Find(body string) ([]Found, []Ambiguous) {
	if len(m.names) == 0 {
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
			unclear = append(unclear, Ambiguous{start, end, body[start:end], entities})
		}
		i += length
	}
	alone, shared := m.surnames(body, tokens, taken, found)
	found, unclear = append(found, alone...), append(unclear, shared...)
	sort.Slice(unclear, func(i, j int) bool { return unclear[i].Start < unclear[j].Start })
	sort.Slice(found, func(i, j int) bool { return found[i].Start < found[j].Start })
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
		if owners := m.owners(body, tokens[from:i+1], next); len(owners) > 0 {
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
// text as it should be, each once.
func (m *Matcher) owners(body string, tokens []token, node int32) []int64 {
	var owners []int64
	for _, n := range m.ends[node] {
		name := m.names[n]
		if !name.fits(body, tokens) {
			continue
		}
		known := false
		for _, owner := range owners {
			known = known || owner == name.Entity
		}
		if !known {
			owners = append(owners, name.Entity)
		}
	}
	return owners
}

// surnames finds the surnames, standing alone, of people who were found by
// their full name, and those that several of them share.
func (m *Matcher) surnames(body string, tokens []token, taken []bool, found []Found) (alone []Found, shared []Ambiguous) {
	owners := map[string][]int64{}
	for _, f := range found {
		folded := tokenize(f.Exact)
		if len(folded) == 0 {
			continue
		}
		last := folded[len(folded)-1].folded
		for _, n := range m.namesOf(folded) {
			name := m.names[n]
			if name.Entity == f.Entity && name.surname == last && !contains(owners[last], f.Entity) {
				owners[last] = append(owners[last], f.Entity)
			}
		}
	}
	if len(owners) == 0 {
		return nil, nil
	}
	for i, token := range tokens {
		entities := owners[token.folded]
		if taken[i] || len(entities) == 0 || capitalOf(body[token.start:token.end]) == lower || otherPerson(body, tokens, i) {
			continue
		}
		exact := body[token.start:token.end]
		if len(entities) > 1 {
			shared = append(shared, Ambiguous{token.start, token.end, exact, entities})
			continue
		}
		alone = append(alone, Found{token.start, token.end, entities[0], exact, Surname})
	}
	return alone, shared
}

// namesOf returns the names that consist of exactly these words.
func (m *Matcher) namesOf(tokens []token) []int32 {
	node, ok := int32(0), true
	for _, token := range tokens {
		if node, ok = m.step(node, token.folded); !ok {
			return nil
		}
	}
	return m.ends[node]
}

func contains(all []int64, one int64) bool {
	for _, each := range all {
		if each == one {
			return true
		}
	}
	return false
}

// otherPerson reports whether a surname stands beside another name, so that
// somebody else is meant: "John Mutua", "Henry Ford".
func otherPerson(body string, tokens []token, i int) bool {
	if i > 0 && beside(body, tokens[i-1], tokens[i]) && !sentenceBegins(body, tokens, i-1) && foreign(body, tokens[i-1]) {
		return true
	}
	return i+1 < len(tokens) && tokens[i].possessive == "" && beside(body, tokens[i], tokens[i+1]) && foreign(body, tokens[i+1])
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

// capital says how a word is written.
type capital uint8

const (
	lower capital = iota
	first         // its first letter is a capital, or has no case
	whole         // all letters are, and there are several
)

func capitalOf(word string) capital {
	letters, upper, initial := 0, 0, false
	for i, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			upper++
		}
		if i == 0 {
			initial = !unicode.IsLower(r)
		}
	}
	switch {
	case letters > 1 && upper == letters:
		return whole
	case initial || letters == 0:
		return first
	}
	return lower
}

// strictAcronym is how many letters an acronym has, at most, that must stand in
// capitals: WHO is not who, but Nato is NATO.
const strictAcronym = 3

// fits reports whether the words in the text have the capitals of the name.
func (k known) fits(body string, tokens []token) bool {
	for i, t := range tokens {
		if i >= len(k.capital) || k.capital[i] == lower {
			continue
		}
		written := capitalOf(body[t.start:t.end])
		if written == lower {
			return false
		}
		if k.capital[i] == whole && written != whole && utf8.RuneCountInString(t.folded) <= strictAcronym {
			return false
		}
	}
	return true
}
