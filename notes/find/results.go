package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// results tells what the hits are, in order.
func (s *search) results(typed string) []Match {
	matches := make([]Match, 0, len(s.hits))
	for i, h := range s.hits {
		f := s.names.facts[h.name]
		e := &s.entries[s.names.entry[h.name]]
		m := Match{
			Key: e.key, Kind: s.kinds[e.kind], Name: string(s.names.shown.at(e.first)), Reason: h.reason(), Distance: h.wrong(),
			Latin: f&isLatin != 0, Score: 1 - float64(i)/float64(s.limit),
		}
		shown := string(s.names.shown.at(h.name))
		if f&isAlias != 0 {
			m.Alias = shown
		}
		if h.query != nil {
			var places []text.Range
			places, m.Sounds = s.places(h)
			m.Marks = marks(shown, places, m.Latin)
		}
		typed := typed
		if h.query != nil && h.query.untitled {
			m.Untitled, typed = true, withoutTitles(typed)
		}
		if m.Reason >= Exact && m.Reason < Initials && !m.Latin {
			m.Folded = !written(shown, typed)
			m.Accents = m.Folded && !written(unsigned(shown), unsigned(typed))
			m.Signs = m.Folded && (!m.Accents || !written(unaccented(shown), unaccented(typed)))
		}
		matches = append(matches, m)
	}
	return matches
}

// places says where in a folded name the letters stand that fit, in order, and
// whether a misspelt one is near by its sound alone.
func (s *search) places(h hit) (places []text.Range, sounds bool) {
	t := h.query
	folded := s.names.folded.at(h.name)
	switch h.reason() {
	case Exact, Prefix:
		_, start, ok := s.beginning(t, h.name)
		if !ok {
			_, places, _ = t.spelt(t.letterRow(), folded)
			return places, false
		}
		return []text.Range{{Start: start, End: start + len(t.bytes)}}, false
	case Initials:
		at := 0
		for _, r := range t.folded {
			places = append(places, text.Range{Start: at, End: at + utf8.RuneLen(r)})
			at += strings.IndexByte(string(folded[at:])+" ", ' ') + 1
		}
		return places, false
	case Subsequence:
		for _, match := range fuzzy.FindFromNoSort(t.letterRow(), source{s.Index, []uint32{h.name}}) {
			for _, start := range match.MatchedIndexes {
				_, size := utf8.DecodeRune(folded[start:])
				places = append(places, text.Range{Start: start, End: start + size})
			}
		}
		return places, false
	}
	return s.wordPlaces(t, h, folded)
}

func (s *search) wordPlaces(t *typedQuery, h hit, folded []byte) (places []text.Range, sounds bool) {
	a, ok := s.assign(t, h.name, h.reason() == Misspelt || h.reason() == Begun)
	if !ok {
		if places, ok = t.inside(folded); !ok {
			_, places, _ = t.spelt(t.letterRow(), folded)
		}
		slices.SortFunc(places, func(a, b text.Range) int { return a.Start - b.Start })
		return places, false
	}
	var from []int
	for at := 0; at < len(folded); {
		from = append(from, at)
		at += strings.IndexByte(string(folded[at:])+" ", ' ') + 1
	}
	words := s.names.wordsOf(h.name)
	for i := range t.parts {
		p := &t.parts[i]
		number := words[a.of[i]]
		word := s.words.text.at(number)
		place := text.Range{Start: from[a.of[i]], End: from[a.of[i]] + len(word)}
		if p.begins(number) {
			place.End = place.Start + len(p.word)
		} else if far, near := p.near[number]; near && far&begun == 0 {
			sounds = sounds || Distance(p.word, string(word), far.wrong()) > far.wrong()
		}
		places = append(places, place)
	}
	slices.SortFunc(places, func(a, b text.Range) int { return a.Start - b.Start })
	return places, sounds
}

// withoutTitles leaves the titles out of what was typed, as it was written.
func withoutTitles(typed string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(typed), func(word string) bool { return isTitle(fold.String(word)) }), " ")
}

// written reports whether what was typed stands in a name letter by letter but
// for capitals.
func written(name, typed string) bool {
	name = norm.NFC.String(strings.ToLower(name))
	for _, word := range strings.Fields(norm.NFC.String(strings.ToLower(typed))) {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// unsigned leaves hyphens, apostrophes and other signs out as folding does, and
// keeps accents.
func unsigned(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			out.WriteRune(r)
		case fold.String("a"+string(r)+"a") != "aa": // else it is an apostrophe
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// unaccented folds the letters and keeps hyphens, apostrophes and other signs.
func unaccented(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch folded := fold.String(string(r)); {
		case folded != "":
			out.WriteString(folded)
		case !unicode.Is(unicode.Mn, r):
			out.WriteRune(r)
		}
	}
	return out.String()
}

// marks translates places in a folded name into places in the name.
func marks(shown string, places []text.Range, latin bool) []text.Range {
	if len(places) == 0 {
		return nil
	}
	folded, from := fold.Map(shown)
	if latin {
		folded, from = fold.Latin(shown)
	}
	all := make([]text.Range, 0, len(places))
	for _, place := range places {
		if place.End > len(folded) || place.Len() <= 0 {
			continue
		}
		first, behind := fold.Span(shown, from, place.Start, place.End)
		mark := text.Range{Start: first, End: behind}
		if last := len(all) - 1; last >= 0 && mark.Start <= all[last].End {
			all[last].End = max(all[last].End, mark.End)
			continue
		}
		if mark.End > mark.Start { // else one letter became several
			all = append(all, mark)
		}
	}
	return all
}
