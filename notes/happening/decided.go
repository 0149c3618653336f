package happening

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// Journeys to meet somebody, what somebody said to be ready for, and what bodies
// decided are told with words that mean much else, so that each needs more beside it:
// a day or somebody who is met, a statement, a day and what was decided.

const (
	// journeys are the verbs of a visit that say no more than that somebody went.
	journeys = "flew travelled traveled arrived fly travel"
	// ready are the words before "to" by which something is offered.
	ready = "ready willing prepared"
	// readyTo are the verbs behind it that offer something; those of toSend are a
	// deployment where somebody is prepared to.
	readyTo = "lead host mediate contribute provide supply lend donate join help assist support " + toSend
	toSend  = "send deploy dispatch"
)

// matters are what is decided on by a verb that means much else.
var matters = map[string]string{
	"adoption":  "law bill act budget motion resolution amendment legislation measure plan declaration constitution strategy convention treaty agreement",
	"extension": "mandate embargo sanctions deadline ban mission emergency ceasefire truce moratorium curfew term",
	"rejection": "bill motion appeal request petition amendment proposal budget resolution law offer plan nomination",
}

// courts are words in the names of those who rule.
const courts = "Court Tribunal Chamber Chambers"

// readFurther finds what such words need beside them.
func (t *told) readFurther(c *candidate) {
	s, i := t.sentences[c.sentence], c.trigger
	switch {
	case c.frame.style == visit && hasWord(journeys, t.word(i)):
		c.objects, c.thing = nil, text.Range{}
		c.goals, c.partners = t.destination(s, i), t.metThere(c.sentence, i)
	case c.frame.style == decide:
		c.objects, c.goals, c.partners = nil, nil, nil
		c.thing = t.matter(s, i+1)
		c.date = t.decidedOn(s, c)
	case c.frame.style == ruling:
		c.objects, c.goals, c.partners = nil, nil, nil
		c.date = t.decidedOn(s, c)
	case c.frame.kind == Offer && hasWord(ready, t.word(i)):
		if c.date = t.dateOf(s, c.said, pastForm); c.said < i && c.date > i {
			c.date = -1 // the day of what is offered
		}
	}
}

// destination returns the place to which somebody went.
func (t *told) destination(s sentence, i int) []int {
	for k := i + 1; k < s.to && k-i <= objectReach && !t.stops(k) && !t.mark(k, ","); k++ {
		if !hasWord("to", t.word(k)) && !(hasWord("arrived", t.word(i)) && hasWord("in at", t.word(k))) {
			continue
		}
		for k++; k < s.to && (t.is(s, k, determiner) || hasWord("capital city town", t.word(k)) || hasWord("of", t.word(k))); k++ {
		}
		if k < s.to && t.items[k].kind == nameItem && t.names[t.items[k].name].Kind == Place && !t.modifies(k) {
			return []int{t.items[k].name}
		}
		return nil
	}
	return nil
}

// metThere returns whom somebody went to meet: "to meet X", "for talks with X".
func (t *told) metThere(n, i int) []int {
	s := t.sentences[n]
	for k := i + 1; k+1 < s.to && k-i <= argumentReach && !t.stops(k); k++ {
		switch {
		case hasWord("to", t.word(k)) && hasWord("meet", t.word(k+1)):
			if found := t.object(n, k+1); len(found) > 0 {
				return found
			}
			return t.argument(n, k+1, "with")
		case hasWord("for", t.word(k)):
			return t.argument(n, k, "with")
		}
	}
	return nil
}

// usedAsReady reports whether it was said that somebody is ready to do something.
func (t *told) usedAsReady(s sentence, c *candidate) bool {
	i := c.trigger
	if i+2 >= s.to || !hasWord("to", t.word(i+1)) || !hasWord(readyTo, t.word(i+2)) || hasWord("prepared", t.word(i)) && hasWord(toSend, t.word(i+2)) {
		return false
	}
	k := t.isReady(s, i)
	if k < 0 {
		return false
	}
	c.said = t.announcement(s, k)
	return c.said >= 0
}

// isReady returns the item of the "is" before ready, or -1.
func (t *told) isReady(s sentence, i int) int {
	k := i - 1
	for k > s.from && t.items[k].is(adverb) {
		k--
	}
	if k > s.from && hasWord("is are was were", t.word(k)) {
		return k
	}
	return -1
}

// readReady finds who is ready: who said so, if it is "it", or who is named.
func (t *told) readReady(c *candidate) {
	s, n, i := t.sentences[c.sentence], c.sentence, c.trigger
	if c.agents = t.subject(n, i); hasWord("it they", t.word(t.isReady(s, i)-1)) && c.said < i {
		c.agents = t.subject(n, c.said)
	}
	c.goals = t.argument(n, i, c.frame.goals)
}

// matter returns what was decided on, with what stands behind its "of", also where
// the day stands before it.
func (t *told) matter(s sentence, i int) text.Range {
	i = t.behindDay(s, i)
	what := t.phrase(s, i)
	if what.Len() == 0 {
		return what
	}
	for ; i < s.to && t.items[i].Start < what.End; i++ {
	}
	if i < s.to && hasWord("of", t.word(i)) {
		if of := t.phrase(s, i+1); of.Len() > 0 {
			what.End = of.End
		}
	}
	return what
}

// decided reports whether what was decided on is such a matter.
func (t *told) decided(c *candidate) bool {
	if c.thing.Len() == 0 || !t.worded(c.thing) {
		return false
	}
	among, narrow := matters[c.frame.head]
	if !narrow {
		return true
	}
	what, _, _ := strings.Cut(t.body[c.thing.Start:c.thing.End], " of ")
	fields := strings.Fields(what)
	return hasWord(among, fields[len(fields)-1]) || hasWord(among, fields[0])
}

// court reports whether a court ruled something.
func (t *told) court(c *candidate) bool {
	named := slices.ContainsFunc(strings.Fields(t.label(c.agents[0])), func(word string) bool { return hasWord(courts, word) })
	return named && hasWord("that against in on", t.word(t.behindDay(t.sentences[c.sentence], c.trigger+1)))
}

// behindDay returns the item behind a day at i, or i.
func (t *told) behindDay(s sentence, i int) int {
	switch {
	case t.is(s, i, preposition) && i+1 < s.to && t.items[i+1].kind == dateItem:
		return i + 2
	case i < s.to && t.items[i].kind == dateItem:
		return i + 1
	}
	return i
}

// decidedOn returns the day of a decision, which is not that of what it brings: "a
// plan to vote in 2025", "a ban until May".
func (t *told) decidedOn(s sentence, c *candidate) int {
	i := c.trigger
	if c.date < i {
		return c.date
	}
	own := !hasWord("until till for from by before after through of", t.word(c.date-1))
	for k := i + 1; k < c.date && own; k++ {
		own = !hasWord("to", t.word(k)) || t.items[k+1].named() || t.items[k+1].is(determiner)
	}
	if own {
		return c.date
	}
	for k := i - 1; k >= s.from && i-k <= dateReach && !t.stops(k); k-- {
		if t.items[k].kind == dateItem && t.dayable(k) && !t.attributive(s, k) {
			return k
		}
	}
	return -1
}
