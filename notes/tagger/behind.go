package tagger

import (
	"strings"

	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// behind takes what stands behind a name, between commas or in brackets:
// "Alfred Mutua, 54, Kenya's foreign minister,".
func (s surroundings) behind(b *Beside, at int, in sentence) {
	at = s.ageBehind(b, at, in)
	if b.Office == "" && at+1 < in.end && s.word(at) == "," {
		s.apposition(b, at+1, in)
	}
}

// ageBehind takes the age behind a name, "(54)" or ", 54," or ", aged 54", and returns
// the token behind it.
func (s surroundings) ageBehind(b *Beside, at int, in sentence) int {
	number, said := at+1, false
	if number < in.end && (s.word(number) == "aged" || s.word(number) == "age") {
		number, said = number+1, true
	}
	if number+1 >= in.end {
		return at
	}
	age, ok := s.age(number)
	next := s.tokens[number+1].Form
	switch {
	case !ok:
		return at
	case s.word(at) == "(" && s.word(number+1) == ")":
		b.Age, b.End = age, s.tokens[number+1].End
		return number + 2
	case s.word(at) == "," && !next.Capitalised() && (said || next != token.Lower):
		b.Age, b.End = age, s.tokens[number].End
		return number + 1
	}
	return at
}

// apposition takes an office that begins at a token. What goes on with another
// name is that person's: "Mutua, President Ruto and others".
func (s surroundings) apposition(b *Beside, at int, in sentence) {
	if word := s.word(at); word == "the" || word == "a" || word == "an" {
		at++
	}
	end := s.ageAhead(b, at, in)
	at = end
	for end < in.end && end-at < longestOffice {
		next := end + 1
		if !s.partOfOffice(end, in) {
			next = s.subject(end, in)
		}
		if next == end {
			break
		}
		end = next
	}
	if end < in.end && (s.tokens[end].Form.Capitalised() || s.owner[end] >= 0) {
		return
	}
	for end > at && s.loose(end-1) {
		end--
	}
	office := s.firstOffice(at, end)
	if office < 0 {
		return
	}
	last := office
	if office+2 < end && (s.word(office+1) == "of" || s.word(office+1) == "for") {
		last = end - 1
	} else if office+1 < end && s.tokens[office+1].Form.Capitalised() {
		return
	}
	s.office(b, at, office, last)
	b.End = s.tokens[last].End
	s.atWhom(b, last+1, in)
}

// ageAhead takes "54-year-old" at a token and returns the token behind it.
func (s surroundings) ageAhead(b *Beside, at int, in sentence) int {
	if at+3 >= in.end || s.word(at+1) != "-" || s.word(at+2) != "year-old" {
		return at
	}
	if age, ok := s.age(at); ok {
		b.Age, b.End = age, s.tokens[at+2].End
		return at + 3
	}
	return at
}

// subject returns the token behind what somebody professes, which begins at a token
// behind "professor of". It is taken whole, up to a mark or to where that is, or not
// at all.
func (s surroundings) subject(at int, in sentence) int {
	if at-2 < in.first || s.word(at-1) != "of" || !professes[strings.ToLower(s.word(at-2))] {
		return at
	}
	for end := at; end < in.end && end-at <= longestSubject; end++ {
		if s.tokens[end].Form == token.Mark || s.word(end) == "at" {
			return end
		}
	}
	return at
}

// longestSubject is how many tokens a subject has at most: "ancient and modern history".
const longestSubject = 4

var professes = set("professor lecturer reader teacher student")

// atWhom takes the house that an office is held at: "professor of Greek at Leiden,".
func (s surroundings) atWhom(b *Beside, at int, in sentence) {
	if b.Organisation != "" || at+1 >= in.end || s.word(at) != "at" {
		return
	}
	if at++; s.word(at) == "the" && at+1 < in.end {
		at++
	}
	owner := s.owner[at]
	if owner < 0 || s.names[owner].first != at {
		return
	}
	house := s.names[owner]
	ends := house.last+1 >= in.end || s.tokens[house.last+1].Form == token.Mark
	if ends && (house.kind == Organisation || house.kind == Place) {
		b.Organisation, b.End = s.text(house), s.tokens[house.last].End
	}
}

// firstOffice returns the last of the first words for an office that follow each
// other in a stretch of tokens: "secretary general". It returns -1 if there is
// none.
func (s surroundings) firstOffice(at, end int) int {
	for i := at; i < end; i++ {
		if s.set(i)&lists.Office == 0 {
			continue
		}
		for i+1 < end && s.set(i+1)&lists.Office != 0 {
			i++
		}
		return i
	}
	return -1
}
