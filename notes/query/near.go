package query

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"cuttings/notes/text"
)

// near reads the words of near( ), and how many may stand between them.
func (p *parser) near(start int) Node {
	within := p.at
	inner, _, closed := strings.Cut(p.source[p.at:], ")")
	p.at += len(inner)
	if closed {
		p.at++
	} else {
		p.fault(OpenBracket, start, start+5, "")
	}
	words, near := p.distance(inner, within)
	term := Term{Typed: strings.TrimSpace(words), Quoted: true, Near: near + 1, At: text.Range{Start: start, End: p.at}}
	for word := range Words(words) {
		term.Words = append(term.Words, word.Folded)
	}
	p.lostStar(words, within)
	if len(term.Words) == 0 {
		p.fault(NearNeeds, start, p.at, "")
		return nil
	}
	different := distinct(term.Words)
	switch {
	case len(term.Words) == 1:
		p.fault(NearNeeds, start, p.at, "")
		term.Near = 0
	case len(term.Words) == 2 && len(different) == 1 && near == 0:
		term.Near = 0 // it stands twice in a row
	case len(different) < len(term.Words):
		p.fault(NearSame, start, p.at, "")
		if term.Words = different; len(different) == 1 {
			term.Typed, term.Near = different[0], 0
		}
	}
	return term
}

func distinct(words []string) []string {
	var all []string
	for _, word := range words {
		if !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// maxNear is the greatest distance that is searched for.
const maxNear = 1000

// distance parts what stands within near( ) into its words and how many others
// may stand between them. What is no such number is a fault, and the distance
// that of near( ) without one.
func (p *parser) distance(inner string, at int) (words string, near int) {
	comma := strings.LastIndexByte(inner, ',')
	if comma < 0 {
		return p.withoutComma(inner, at), defaultNear
	}
	words, number := inner[:comma], strings.Trim(inner[comma+1:], blanks)
	if !strings.Contains(Indexable(words), " ") && Indexable(words) != "" { // it stands between the words
		return inner, defaultNear
	}
	near, err := strconv.Atoi(number)
	if errors.Is(err, strconv.ErrRange) && near >= 0 {
		err = nil
	}
	if err != nil || near < 0 {
		start, end := at+comma, at+comma+1
		if number != "" {
			start = at + comma + 1 + strings.Index(inner[comma+1:], number)
			end = start + len(number)
		}
		p.fault(NearNumber, start, end, "")
		return words, defaultNear
	}
	return words, min(near, maxNear)
}

// withoutComma gives the words of near( ) but for a number behind two or more, which
// is meant to be the distance.
func (p *parser) withoutComma(inner string, at int) (words string) {
	trimmed := strings.TrimRight(inner, blanks)
	start := strings.LastIndexAny(trimmed, blanks)
	if start < 0 {
		return inner
	}
	_, blank := utf8.DecodeRuneInString(trimmed[start:])
	start += blank
	words, number := trimmed[:start], trimmed[start:]
	near, err := strconv.Atoi(number)
	if err != nil || near < 0 || near > maxNear || !strings.Contains(Indexable(words), " ") {
		return inner
	}
	p.fault(NearComma, at+start, at+len(trimmed), "")
	return words
}
