package tagger

import (
	"strconv"
	"strings"

	"cuttings/notes/fold"
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// longestOffice is how many tokens the words for an office have at most, with
// the country or organisation before them.
const longestOffice = 12

// oldest is the greatest age that is believed.
const oldest = 120

// surroundings reads what stands beside people's names.
type surroundings struct {
	*document
	names []span
	owner []int // the name a token is in, or -1
}

func (d *document) surroundings(names []span) surroundings {
	s := surroundings{d, names, make([]int, len(d.tokens))}
	for i := range s.owner {
		s.owner[i] = -1
	}
	for n, name := range names {
		for i := name.first; i <= name.last; i++ {
			s.owner[i] = n
		}
	}
	return s
}

// of returns what stands beside a person's name in its sentence.
func (s surroundings) of(n span, in sentence) Beside {
	b := Beside{Start: s.tokens[n.first].Start, End: s.tokens[n.last].End}
	at := s.title(&b, n.first, in)
	at = s.ageBefore(&b, at, in)
	s.before(&b, at, in)
	s.behind(&b, n.last+1, in)
	return b
}

// title takes the titles that end before a token and returns the first of them,
// or the token.
func (s surroundings) title(b *Beside, at int, in sentence) int {
	end := at
	for at > in.first && s.owner[at-1] < 0 && s.isTitle(at-1) {
		at--
	}
	if at < end {
		b.Title = s.words(at, end-1)
		b.Start = s.tokens[at].Start
	}
	return at
}

// isTitle reports whether a token is a title and no office: Dr, but not General,
// which could end "Attorney General".
func (s surroundings) isTitle(i int) bool {
	set := s.set(i)
	return s.tokens[i].Form.Capitalised() && set&lists.Title != 0 && (set&lists.Office == 0 || s.word(i) == "Professor")
}

// ageBefore takes "54-year-old" before a token and returns where it begins.
func (s surroundings) ageBefore(b *Beside, at int, in sentence) int {
	if at-3 < in.first || s.word(at-1) != "year-old" || s.word(at-2) != "-" {
		return at
	}
	if age, ok := s.age(at - 3); ok {
		b.Age = age
		b.Start = s.tokens[at-3].Start
		return at - 3
	}
	return at
}

func (s surroundings) age(i int) (int, bool) {
	age, err := strconv.Atoi(s.word(i))
	return age, err == nil && age > 0 && age <= oldest
}

// before takes the office that ends before a token: "Kenyan Foreign Minister",
// "the foreign minister,".
func (s surroundings) before(b *Beside, at int, in sentence) {
	end := at - 1
	if end > in.first && s.word(end) == "," && s.tokens[end-1].Form == token.Lower && s.set(end-1)&lists.Office != 0 {
		end--
	}
	if last := s.word(max(end, in.first)); joins[last] || last == "'s" || last == "’s" {
		return // "the lawyer of John Smith" is somebody else's office
	}
	first := end + 1
	for first > in.first && end-first+2 <= longestOffice && s.partOfOffice(first-1, in) {
		first--
	}
	if first > end {
		return
	}
	if office := s.lastOffice(first, end); office >= 0 {
		b.Start = s.tokens[s.office(b, first, office, end)].Start
	}
}

// partOfOffice reports whether a token may stand in the words for an office.
func (s surroundings) partOfOffice(i int, in sentence) bool {
	word := s.word(i)
	if owner := s.owner[i]; owner >= 0 && (s.names[owner].kind == Person || s.names[owner].kind == Event) {
		return false
	}
	switch {
	case joins[word] || word == "'s" || word == "’s":
		return true
	case word == "-":
		return !s.tokens[i].Gap
	case s.tokens[i].Form == token.Lower:
		return modifiers[word] || s.set(i)&lists.Office != 0
	case i == in.first && common[strings.ToLower(word)]:
		return false
	}
	return s.tokens[i].Form.Capitalised() && s.set(i)&lists.Calendar == 0
}

// lastOffice returns the last word for an office that ends a stretch of tokens
// or stands before "of" or "for" in it; -1 if there is none.
func (s surroundings) lastOffice(first, end int) int {
	for i := end; i >= first; i-- {
		if s.set(i)&lists.Office != 0 && (i == end || s.word(i+1) == "of" || s.word(i+1) == "for") {
			return i
		}
	}
	return -1
}

// office takes the words for an office, of which the one at a place names it,
// with the country or organisation before or behind it. It returns the first
// token that belongs to it.
func (s surroundings) office(b *Beside, first, at, end int) int {
	for first < at && s.loose(first) {
		first++
	}
	begins := s.beforeOffice(b, first, at)
	last := end
	if at < end && s.ofWhom(b, at+2, end) {
		last = at
	}
	b.Office = s.words(begins, last)
	return first
}

// beforeOffice takes what stands before the words for an office, and returns
// the first of them.
func (s surroundings) beforeOffice(b *Beside, i, office int) int {
	for i < office {
		switch next := s.whose(b, i, office); {
		case next > i:
			i = next
		case s.loose(i) || qualified[strings.ToLower(s.word(i))]:
			i++
		default:
			return i
		}
	}
	return i
}

// loose reports whether a token does not begin the words for an office.
func (s surroundings) loose(i int) bool {
	word := s.word(i)
	return joins[word] || s.tokens[i].Form == token.Mark || word == "'s" || word == "’s"
}

// whose takes the country or the organisation that begins at a token before the
// words for an office, and returns the token behind it.
func (s surroundings) whose(b *Beside, i, office int) int {
	for last := min(i+lists.MostWords, office) - 1; last >= i; last-- {
		words := s.words(i, last)
		country := lists.CountryOf(words)
		if country == "" {
			country = lists.CountryNamed(words)
		}
		if country != "" {
			b.Country = country
			return last + 1
		}
	}
	if owner := s.owner[i]; owner >= 0 && s.names[owner].first == i && s.names[owner].last < office {
		if s.names[owner].kind == Organisation {
			b.Organisation = s.text(s.names[owner])
		}
		return s.names[owner].last + 1
	}
	if s.tokens[i].Form == token.Capital && s.set(i)&lists.Office == 0 {
		b.Organisation = s.word(i)
		return i + 1
	}
	return i
}

// ofWhom takes the country or the organisation behind "of", if it is no more
// than that.
func (s surroundings) ofWhom(b *Beside, first, end int) bool {
	if first <= end && s.word(first) == "the" {
		first++
	}
	if first > end {
		return false
	}
	if country := lists.CountryNamed(s.words(first, end)); country != "" {
		b.Country = country
		return true
	}
	if owner := s.owner[first]; owner >= 0 && s.names[owner].kind == Organisation && s.names[owner].last == end {
		b.Organisation = s.text(s.names[owner])
		return true
	}
	return false
}

// words returns a stretch of tokens as written.
func (s surroundings) words(first, last int) string {
	return s.body[s.tokens[first].Start:s.tokens[last].End]
}

func (d *document) set(i int) lists.Set { return lists.Of(fold.String(d.word(i))) }

// joins are words within the name of an office.
var joins = set("of and for the &")

// qualified are words that say when or how somebody holds an office. They are no
// part of its name.
var qualified = set("former then ex late outgoing incoming interim acting new current longtime veteran onetime")

// modifiers are small words that make up the name of an office.
var modifiers = set(`prime foreign deputy vice former then ex late acting interim outgoing incoming new current finance
	defence defense interior health education trade justice transport agriculture environment energy labour labor home
	cabinet press attorney secretary assistant associate senior chief executive managing general national federal state
	first second lead principal opposition party union police army navy security economic legal technical creative
	medical scientific political non-executive veteran longtime onetime elect military company team club news
	football tennis film`)
