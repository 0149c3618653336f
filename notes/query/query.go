// Package query is the language of search: what a person types becomes a
// Query that storage answers and that finds its own words in a text. It knows
// no database.
//
// Words are joined by AND; "a phrase" stands as it is; -word and -"phrase"
// leave out; OR separates alternatives; prefix* finds every word that begins
// so. Case and accents do not matter. No input is an error: what is not the
// language is searched for as words.
package query

import "strings"

// Query is a disjunction of groups: an item fulfils it if it fulfils one.
type Query struct {
	Groups []Group
}

// Group is a conjunction of terms.
type Group struct {
	Terms []Term
}

// Term is a word or a phrase.
type Term struct {
	Words  []string // folded, at least one
	Prefix bool     // the last word stands for all that begin so
	Not    bool     // the item must not have it
}

// Empty reports whether the query asks for nothing.
func (q Query) Empty() bool {
	for _, group := range q.Groups {
		for _, term := range group.Terms {
			if !term.Not {
				return false
			}
		}
	}
	return true
}

// maxTerms bounds the work that one query can ask for.
const maxTerms = 64

// Parse reads a query. A group of nothing but exclusions is dropped, since it
// would ask for almost everything.
func Parse(source string) Query {
	var q Query
	var group Group
	terms := 0
	flush := func() {
		if !(Query{[]Group{group}}).Empty() {
			q.Groups = append(q.Groups, group)
		}
		group = Group{}
	}
	for source != "" && terms < maxTerms {
		var piece string
		var phrase, not bool
		piece, phrase, not, source = next(source)
		if piece == "OR" && !phrase && !not {
			flush()
			continue
		}
		if piece == "AND" && !phrase && !not {
			continue
		}
		term := Term{Not: not, Prefix: !phrase && strings.HasSuffix(piece, "*")}
		for word := range Words(piece) {
			term.Words = append(term.Words, word.Folded)
		}
		if len(term.Words) > 0 {
			group.Terms = append(group.Terms, term)
			terms++
		}
	}
	flush()
	return q
}

// next takes one piece off the front of source.
func next(source string) (piece string, phrase, not bool, rest string) {
	source = strings.TrimLeft(source, " \t\r\n\u00a0")
	if strings.HasPrefix(source, "-") && len(source) > 1 && source[1] != ' ' && source[1] != '-' {
		not, source = true, source[1:]
	}
	for _, quotes := range [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}} {
		if after, ok := strings.CutPrefix(source, quotes[0]); ok {
			piece, rest, _ = strings.Cut(after, quotes[1])
			return piece, true, not, rest
		}
	}
	end := strings.IndexAny(source, " \t\r\n\"")
	if end < 0 {
		end = len(source)
	}
	return source[:end], false, not, source[end:]
}
