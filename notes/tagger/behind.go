package tagger

import (
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// behind takes what stands behind a name, between commas or in brackets:
// "Alfred Mutua, 54, Kenya's foreign minister,".
func (s surroundings) behind(b *Beside, at int, in sentence) {
	if at+2 < in.end && s.word(at) == "(" && s.word(at+2) == ")" {
		if age, ok := s.age(at + 1); ok {
			b.Age = age
			b.End = s.tokens[at+2].End
			at += 3
		}
	}
	if at+2 < in.end && s.word(at) == "," && !s.tokens[at+2].Form.Capitalised() {
		if age, ok := s.age(at + 1); ok && s.tokens[at+2].Form != token.Lower {
			b.Age = age
			b.End = s.tokens[at+1].End
			at += 2
		}
	}
	if b.Office == "" && at+1 < in.end && s.word(at) == "," {
		s.apposition(b, at+1, in)
	}
}

// apposition takes an office that begins at a token. What goes on with another
// name is that person's: "Mutua, President Ruto and others".
func (s surroundings) apposition(b *Beside, at int, in sentence) {
	if word := s.word(at); word == "the" || word == "a" || word == "an" {
		at++
	}
	end := at
	for end < in.end && end-at < longestOffice && s.partOfOffice(end, in) {
		end++
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
