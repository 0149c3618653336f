package happening

// announcing are the verbs behind which "would" is a plan and no mere
// possibility: "said that Canada would send vessels".
const announcing = "announced announces announce said says told promised pledged confirmed declared revealed added wrote stated vowed"

// announcedReach is how many items from a verb the one stands that announces it.
const announcedReach = 40

// willBe reports whether the verb of a candidate is something to come: "will" or
// "agreed to" stands before it, "is" before sending, or it was announced that it
// "would" be. It notes who announced it.
func (t *told) willBe(s sentence, c *candidate) bool {
	k := c.trigger - 1
	for k >= s.from && t.items[k].is(adverb) {
		k--
	}
	c.said = t.announcement(s, k)
	switch {
	case isGoing(t.word(c.trigger)):
		return k >= s.from && hasWord("is are", t.word(k))
	case t.is(s, k, coming):
		return true
	case t.is(s, k, would):
		return c.said >= 0 && c.frame.kind != Attack
	}
	if k <= s.from || !hasWord("to", t.word(k)) {
		return false
	}
	for k--; k > s.from && (t.items[k].is(adverb) || t.items[k].kind == dateItem || t.items[k].is(preposition) && t.items[k+1].kind == dateItem); k-- {
	}
	return t.is(s, k, commit) || hasWord("is are", t.word(k))
}

// isGoing reports whether a word is of the form that follows "is".
func isGoing(word string) bool { return len(word) > 5 && word[len(word)-3:] == "ing" }

// announcement returns the verb by which it was said that the one at k would
// happen: before it, or behind it as in "it would, he said". It is -1 if there is
// none, if it depends on something, and within a quotation, where "would" is what
// somebody might do.
func (t *told) announcement(s sentence, k int) int {
	first, end := max(s.from, k-announcedReach), min(s.to, k+announcedReach)
	for j := first; j < end; j++ {
		if hasWord("if unless", t.word(j)) {
			return -1
		}
	}
	for j := k - 1; j >= first; j-- {
		switch {
		case t.mark(j, `"“”`):
			return -1
		case hasWord(announcing, t.word(j)):
			return j
		case t.items[j].is(report | hedge | negation):
			return -1
		}
	}
	comma := false
	for j := k + 1; j < end && !t.mark(j, `"“”`); j++ {
		if comma = comma || t.mark(j, ","); comma && hasWord(announcing, t.word(j)) {
			return j
		}
	}
	return -1
}

// statementReach is how many sentences back the day is looked for on which
// somebody spoke.
const statementReach = 6

// statement returns the item of the day on which it was said that somebody "has
// offered" something: that of the verb itself, or else of what the same person
// said or announced shortly before. It is -1 if it is not known.
func (t *told) statement(n, i int) int {
	s := t.sentences[n]
	if i <= s.from || !hasWord("has have", t.word(i-1)) {
		return -1
	}
	for j := min(s.to, i+announcedReach) - 1; j >= max(s.from, i-announcedReach); j-- {
		if !hasWord(announcing, t.word(j)) {
			continue
		}
		if day := t.dateOf(s, j, pastForm); day >= 0 {
			return day
		}
		speaker := t.ofKinds(append(t.subject(n, j), t.object(n, j)...), people)
		if len(speaker) != 1 {
			return -1
		}
		return t.spokeOn(n, speaker[0])
	}
	return -1
}

// spokeOn returns the item of the day on which somebody last said something in
// the sentences before n, or -1.
func (t *told) spokeOn(n, speaker int) int {
	for back := 1; back <= statementReach && n-back >= 0; back++ {
		s := t.sentences[n-back]
		named := false
		for j := s.from; j < min(s.to, s.from+itemsBack); j++ {
			named = named || t.items[j].kind == nameItem && t.key(t.items[j].name) == t.key(speaker)
			if named && hasWord(announcing, t.word(j)) {
				if day := t.dateOf(s, j, pastForm); day >= 0 {
					return day
				}
			}
		}
	}
	return -1
}
