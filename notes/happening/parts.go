package happening

import "strings"

func (t *told) readNoun(c *candidate) {
	s, n, i := t.sentences[c.sentence], c.sentence, c.trigger
	modifiers, owners := t.before(s, i)
	c.mods = modifiers
	c.prefix = t.prefixOf(s, i)
	var of []int
	if i+1 < s.to && hasWord("of", t.word(i+1)) {
		of = t.object(n, i+1)
		c.thing = t.phrase(s, i+2)
	} else if hasWord("for", t.word(i+1)) && i+1 < s.to {
		c.thing = t.phrase(s, i+2)
	}
	done := c.frame.style == ofObject || c.frame.style == target || c.frame.style == buying
	switch {
	case !done:
		c.agents = append(append(c.agents, owners...), of...)
	case len(of) > 0:
		c.objects, c.agents = of, owners
	case c.frame.style == ofObject:
		c.objects = owners
	default:
		c.agents = owners
	}
	c.owned = len(owners) > 0
	verb := t.nextVerb(s, i)
	c.agents = append(c.agents, t.argumentUpTo(n, i, verb, "by")...)
	if len(c.agents) == 0 {
		c.agents = t.lightSubject(n, i)
	}
	if len(c.agents) == 0 && (c.frame.style == offer || c.frame.style == request || c.frame.style == deploy) {
		c.agents = modifiers // the Kenyan offer
	}
	c.partners = append(t.argument(n, i, "with"), t.argument(n, i, "between among")...)
	c.goals = t.argumentUpTo(n, i, verb, c.frame.goals)
	if verb := t.speaks(s, i); c.frame.style == pair && len(t.both(c)) < 2 && verb >= 0 {
		c.agents = t.subject(n, verb)
		c.partners = append(t.object(n, verb), t.argument(n, verb, "with to")...)
	}
}

func (t *told) readVerb(c *candidate, i int) {
	s, n := t.sentences[c.sentence], c.sentence
	subject := t.subject(n, i)
	c.partners = t.argument(n, i, "with")
	if c.frame.style == pair {
		c.partners = append(c.partners, t.argument(n, i, "to")...) // talked to
	}
	c.goals = t.argument(n, i, c.frame.goals)
	if c.form == pastForm && t.passive(s, i) {
		c.objects, c.agents = subject, t.argument(n, i, "by")
		if len(subject) == 0 {
			c.thing = t.countedBefore(s, i)
		}
		return
	}
	if c.said >= 0 && c.said < i && t.hisOwn(s, i) {
		subject = t.subject(n, c.said) // "announced that he would resign"
	}
	c.agents, c.objects = subject, t.object(n, i)
	c.thing = t.phrase(s, i+1)
	if len(c.objects) == 0 && c.thing.Len() == 0 && c.frame.style == ofObject && t.participle(s, i) {
		c.objects, c.agents = []int{t.items[t.participant(s, i)].name}, t.argument(n, i, "by")
	}
}

// hisOwn reports whether "he" or "they" stands before the verb at i and what
// makes it one to come.
func (t *told) hisOwn(s sentence, i int) bool {
	k := i - 1
	for k > s.from && t.items[k].is(adverb|would|coming) {
		k--
	}
	return t.is(s, k, he|they)
}

// doing are the verbs behind "was" that say who did what a noun names.
const doing = light + " carried committed staged organised organized led sent given"

// nextVerb returns the item of the verb whose subject the noun at i is: what
// stands behind it does not belong to the noun. "The offer was welcomed by Haiti"
// is not Haiti's offer; "the offer was made by Haiti" is.
func (t *told) nextVerb(s sentence, i int) int {
	for k := i + 1; k < s.to && k-i <= argumentReach; k++ {
		switch {
		case t.items[k].is(being) && k+1 < s.to && hasWord(doing, t.word(k+1)):
			k++
		case t.items[k].is(being | having | coming | would), t.otherVerb(k) && !hasWord(doing, t.word(k)):
			return k
		}
	}
	return s.to
}

// speaks returns the verb by which somebody speaks in the call at i, or -1.
func (t *told) speaks(s sentence, i int) int {
	for k := max(s.from, i-argumentReach); k < min(s.to, i+argumentReach); k++ {
		if hasWord(spoke, t.word(k)) {
			return k
		}
	}
	return -1
}

// light are the verbs that say no more than that somebody did it: held talks,
// signed a treaty, launched an attack.
const light = "had signed held made paid launched reached staged announced tendered concluded ratified began opened won lodged issued hosted"

// lightSubject returns the subject of the light verb of which the noun at i is
// the object.
func (t *told) lightSubject(n, i int) []int {
	s := t.sentences[n]
	for k := i - 1; k >= s.from && i-k <= skippedWords+1; k-- {
		if hasWord(light, t.word(k)) {
			return t.subject(n, k)
		}
		if !t.plain(k) && !t.items[k].is(determiner) && t.items[k].kind != dateItem && !hasWord("phone telephone", t.word(k)) {
			break
		}
	}
	return nil
}

// passive reports whether a form of "to be" stands before the participle at i.
func (t *told) passive(s sentence, i int) bool {
	for k := i - 1; k >= s.from && i-k <= 4; k-- {
		if t.items[k].is(being) {
			return true
		}
		if !t.items[k].is(adverb|having) && !strings.HasSuffix(t.word(k), "ly") {
			return false
		}
	}
	return false
}

// participle reports whether "X, killed in 2021," has its participle at i.
func (t *told) participle(s sentence, i int) bool {
	before := t.participant(s, i)
	return before >= s.from && t.items[before].kind == nameItem && i+1 < s.to && (t.items[i+1].is(preposition) || t.items[i+1].kind == dateItem)
}

// participant returns the item before a participle at i, or before its comma.
func (t *told) participant(s sentence, i int) int {
	if i-1 > s.from && t.mark(i-1, ",") {
		return i - 2
	}
	return i - 1
}

// keepKinds drops the names of kinds that cannot do or suffer such a thing.
func (t *told) keepKinds(c *candidate) {
	c.agents = t.ofKinds(c.agents, c.frame.agents)
	c.objects = t.ofKinds(c.objects, c.frame.object)
	c.partners = t.ofKinds(c.partners, 0)
	c.goals = t.ofKinds(c.goals, 0)
	c.mods = t.ofKinds(c.mods, 0)
}

func (t *told) ofKinds(names []int, allowed kinds) []int {
	if allowed == 0 {
		allowed = anybody
	}
	var kept []int
	for _, name := range names {
		if allowed.has(t.names[name].Kind) {
			kept = t.addName(kept, name)
		}
	}
	return kept
}
