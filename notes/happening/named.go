package happening

import (
	"strings"
	"unicode"

	"cuttings/notes/text"
)

// holdReach is how many items behind a meeting the verb stands that says that it
// was held.
const holdReach = 10

// held reports whether it is said behind the noun at i that it was held, or where.
func (t *told) held(s sentence, i int) bool {
	if t.is(s, i+1, where) {
		return true
	}
	if t.preposition(s, i) != "" && !t.mark(i+1, ",") && !hasWord("held convened hosted", t.word(i+1)) {
		return false // what began in it is another thing
	}
	for k := i + 1; k < s.to && k-i <= holdReach; k++ {
		switch {
		case t.items[k].is(holding):
			return true
		case t.stops(k) && !hasWord("which", t.word(k)), t.items[k].is(hedge | negation | would | conjunction), t.otherVerb(k):
			return false
		}
	}
	return false
}

// calledEvent reads the name of an event at i, such as "44th CARICOM summit", as a
// happening, if it is said when and where it was held. What is only mentioned is
// none: it is a name that is suggested as such.
func (t *told) calledEvent(n, i int) (candidate, bool) {
	s, name := t.sentences[n], t.items[i].name
	if t.names[name].Kind != Event {
		return candidate{}, false
	}
	fields := strings.Fields(t.body[t.items[i].Start:t.items[i].End])
	last := lexicon[strings.ToLower(fields[len(fields)-1])]
	if last == nil {
		return candidate{}, false
	}
	for _, use := range last.uses {
		if use.form != noun || use.frame.style != meet && use.frame.style != at {
			continue
		}
		c := newCandidate(use, n, i)
		c.event, c.date, c.place = name, t.dateOf(s, i, noun), t.placeOf(s, i, noun)
		if c.place < 0 || c.date < 0 || !t.held(s, i) || t.denied(s, &c) {
			return candidate{}, false
		}
		c.agents = t.object(n, i) // of whom
		c.mods = t.heldBy(fields)
		t.keepKinds(&c)
		return c, true
	}
	return candidate{}, false
}

// heldBy returns the body of which the text speaks elsewhere and whose name is
// part of an event's.
func (t *told) heldBy(fields []string) []int {
	for first := range fields {
		for end := len(fields) - 1; end > first; end-- {
			if name, ok := t.bodies[strings.Join(fields[first:end], " ")]; ok {
				return []int{name}
			}
		}
	}
	return nil
}

// numbered reports whether the name of an event tells it from others of its kind:
// the 44th summit, the 2023 summit.
func numbered(name string) bool { return strings.ContainsFunc(name, unicode.IsDigit) }

// series returns the capitals before the noun at i that no name covers: "G20" in
// "the G20 summit".
func (t *told) series(s sentence, i int) text.Range {
	k := i
	for k-1 > s.from && i-k < longestPrefix && t.items[k-1].kind == wordItem && t.items[k-1].capital && t.items[k-1].entry == nil {
		k--
	}
	if k == i {
		return text.Range{}
	}
	return text.Range{Start: t.items[k].Start, End: t.items[i-1].End}
}
