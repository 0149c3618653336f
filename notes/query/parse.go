package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/edtf"
	"cuttings/notes/text"
)

// The bounds of the work that one query can ask for.
const (
	MaxTerms = 64   // words, phrases and fields
	MaxBytes = 4000 // as it is written
	maxDepth = 20   // of brackets
)

// Near is how many words may stand between those of near( ) if it does not say.
const defaultNear = 10

// Habits are how the person writes what can be read in two ways.
type Habits struct {
	MonthFirst bool // of a date in three numbers; the day if false
}

// Parse reads a query of somebody who writes the day before the month.
func Parse(source string) Query { return Habits{}.Parse(source) }

// Parse reads a query.
func (h Habits) Parse(source string) Query {
	p := &parser{source: source, habits: h}
	if len(source) > MaxBytes {
		end := MaxBytes
		for end > 0 && !utf8.RuneStart(source[end]) {
			end--
		}
		p.source = source[:end]
		p.fault(TooMuch, end, len(source), "")
	}
	var parts []Node
	for {
		if part := p.row(0); part != nil {
			parts = append(parts, part)
		}
		if p.at >= len(p.source) {
			break
		}
		p.fault(NoBracket, p.at, p.at+1, "") // nothing else ends a row
		p.at++
	}
	return Query{joined(parts, func(parts []Node) Node { return All(parts) }), p.distinctFaults()}
}

type parser struct {
	source string
	habits Habits
	at     int
	terms  int
	faults []Fault
}

const blanks = " \t\r\n\u00a0\u3000"

func (p *parser) skip() {
	rest := p.source[p.at:]
	p.at += len(rest) - len(strings.TrimLeft(rest, blanks))
}

// word takes a word of the language itself.
func (p *parser) word(word string) bool {
	p.skip()
	rest, ok := strings.CutPrefix(p.source[p.at:], word)
	if !ok || rest != "" && !strings.ContainsAny(rest[:1], blanks+`()"`) {
		return false
	}
	p.at += len(word)
	return true
}

// or takes an OR, or the bar that some write for it.
func (p *parser) or() bool { return p.word("OR") || p.word("|") }

// row reads what stands side by side, up to a bracket that closes or the end. An OR
// joins the part before it with the one behind it.
func (p *parser) row(depth int) Node {
	var parts []Node
	var or text.Range // the OR before the next part, if there is one
	for {
		p.skip()
		if p.at >= len(p.source) || p.source[p.at] == ')' {
			break
		}
		start := p.at
		if p.or() {
			if len(parts) == 0 || or.Len() > 0 {
				p.fault(LonelyOr, start, p.at, "")
			} else {
				or = text.Range{Start: start, End: p.at}
			}
			continue
		}
		if p.word("AND") {
			continue
		}
		if p.terms >= MaxTerms {
			p.fault(TooMuch, p.at, len(p.source), "")
			p.at = len(p.source)
			break
		}
		part := p.one(depth)
		if part == nil {
			continue
		}
		p.terms++
		if last := len(parts) - 1; or.Len() > 0 {
			parts[last] = either(parts[last], part)
		} else {
			parts = append(parts, part)
		}
		or = text.Range{}
	}
	if or.Len() > 0 {
		p.fault(LonelyOr, or.Start, or.End, "")
	}
	return joined(parts, func(parts []Node) Node { return All(parts) })
}

// either makes one node of two alternatives. One that is there already is not added.
func either(some, other Node) Node {
	choices, ok := some.(Any)
	if !ok {
		choices = Any{some}
	}
	if slices.ContainsFunc(choices, func(known Node) bool { return sameTerm(known, other) }) {
		return some
	}
	return append(choices, other)
}

// sameTerm reports whether two nodes are one term, wherever they stand.
func sameTerm(a, b Node) bool {
	one, ok := a.(Term)
	other, also := b.(Term)
	return ok && also && slices.Equal(one.Words, other.Words) && strings.EqualFold(one.word(), other.word()) &&
		one.Prefix == other.Prefix && one.Quoted == other.Quoted && one.Near == other.Near
}

// one reads a term, a field, or what stands in brackets; it always goes on.
func (p *parser) one(depth int) Node {
	start := p.at
	if p.without() {
		return p.unwanted(start, depth)
	}
	switch {
	case p.source[p.at] == '(':
		p.at++
		return p.brackets(start, depth)
	case len(p.source)-p.at > 5 && strings.EqualFold(p.source[p.at:p.at+5], "near("):
		p.at += 5
		return p.near(start)
	}
	if words, ok := p.quoted(); ok {
		if strings.HasPrefix(p.source[p.at:], "*") {
			words += "*"
			p.at++
		}
		return p.term(words, start, true)
	}
	piece := p.piece()
	if name, value, ok := strings.Cut(piece, ":"); ok {
		if field, ok := fieldOf(name); ok {
			return p.field(field, value, start)
		}
		if isName(name) && value != "" && !strings.HasPrefix(value, "//") {
			p.fault(NoField, start, start+len(name)+1, Name(name))
		}
	}
	return p.term(piece, start, false)
}

// without takes what says that the next part is not wanted: a minus, or NOT. Of
// several minuses none is meant so.
func (p *parser) without() bool {
	if p.word("NOT") {
		return true
	}
	rest := p.source[p.at:]
	if rest[0] != '-' || strings.HasPrefix(rest, "--") {
		return false
	}
	p.at++
	return true
}

// unwanted reads the part behind the minus or NOT at start: behind a minus without
// a blank between.
func (p *parser) unwanted(start, depth int) Node {
	end, faults := p.at, len(p.faults)
	if p.source[start] != '-' {
		p.skip()
	}
	var part Node
	if !p.behindNothing() {
		part = p.one(depth)
	}
	if not, ok := part.(Not); ok {
		return not.Node
	}
	if part != nil {
		return Not{part, text.Range{Start: start, End: p.at}}
	}
	if len(p.faults) == faults {
		p.fault(LonelyNot, start, end, "")
	}
	return nil
}

// behindNothing reports whether no part follows at once.
func (p *parser) behindNothing() bool {
	if p.at >= len(p.source) || strings.ContainsAny(p.source[p.at:p.at+1], blanks+")") {
		return true
	}
	before := p.at
	joined := p.or() || p.word("AND")
	p.at = before
	return joined
}

// isName reports whether a part before a colon can be meant for a field, and is
// no time of day.
func isName(s string) bool {
	return len(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func fieldOf(name string) (Name, bool) {
	name = strings.ToLower(name)
	if synonym, ok := synonyms[name]; ok {
		return synonym, true
	}
	return Name(name), slices.Contains(Fields, Name(name))
}

func (p *parser) brackets(start, depth int) Node {
	if depth >= maxDepth {
		p.fault(TooMuch, start, len(p.source), "")
		p.at = len(p.source)
		return nil
	}
	inner := p.row(depth + 1)
	if p.at < len(p.source) && p.source[p.at] == ')' {
		p.at++
	} else {
		p.fault(OpenBracket, start, start+1, "")
	}
	return inner
}

// quotes are the pairs of quotation marks around a phrase.
var quotes = [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}}

// quoted reads what stands between quotation marks.
func (p *parser) quoted() (words string, ok bool) {
	for _, marks := range quotes {
		rest, ok := strings.CutPrefix(p.source[p.at:], marks[0])
		if !ok {
			continue
		}
		words, _, closed := strings.Cut(rest, marks[1])
		if !closed {
			p.fault(OpenQuote, p.at, p.at+len(marks[0]), "")
			p.at = len(p.source)
			return words, true
		}
		p.at += len(marks[0]) + len(words) + len(marks[1])
		return words, true
	}
	return "", false
}

// piece reads up to a blank, a quotation mark or a bracket; it is not empty
// unless the query is at one of those.
func (p *parser) piece() string {
	rest := p.source[p.at:]
	end := strings.IndexAny(rest, blanks+`"“„«()`)
	if end < 0 {
		end = len(rest)
	}
	if end == 0 && rest != "" {
		_, end = utf8.DecodeRuneInString(rest)
		p.at += end
		return ""
	}
	p.at += end
	return rest[:end]
}

// term makes a term of words. A star right behind the last one, and nowhere else,
// says that it only begins so.
func (p *parser) term(typed string, start int, quoted bool) Node {
	term := Term{Typed: strings.TrimSuffix(typed, "*"), Quoted: quoted, At: text.Range{Start: start, End: p.at}}
	end := 0
	for word := range Words(typed) {
		term.Words, end = append(term.Words, word.Folded), word.End
	}
	if len(term.Words) == 0 {
		return nil
	}
	term.Prefix = typed[end:] == "*"
	if !term.Prefix {
		end = len(typed)
	}
	p.lostStar(typed[:end], start)
	return term
}

// field reads the value of a field, of which a part was read with its name.
func (p *parser) field(name Name, value string, start int) Node {
	quoted := false
	if value == "" && p.at < len(p.source) {
		value, quoted = p.quoted()
	}
	field := Field{Name: name, Value: strings.TrimSpace(value), Quoted: quoted, At: text.Range{Start: start, End: p.at}}
	if field.Value == "" {
		p.fault(NoValue, start, p.at, name)
		return nil
	}
	switch name {
	case After, Before:
		date, err := edtf.ParseTyped(field.Value, !p.habits.MonthFirst)
		if err != nil || date.IsZero() {
			p.fault(NoDate, start, p.at, name)
			return nil
		}
		field.Date = date
	case Kind, Has, Colour:
		known := Values(name)
		at := slices.IndexFunc(known, func(v string) bool { return sameValue(v, field.Value) })
		if at < 0 {
			p.fault(NoSuchValue, start, p.at, name)
			return nil
		}
		field.Value = known[at]
	}
	return field
}

// sameValue forgives capitals, the plural, and the other spelling.
func sameValue(known, typed string) bool {
	typed = strings.ToLower(typed)
	typed = strings.Replace(typed, "organization", "organisation", 1)
	return typed == known || typed == known+"s" || typed == "people" && known == "person" || typed == "org" && known == "organisation"
}
