package happening

// denialReach is how many items before a word a denial still holds for it.
const denialReach = 12

const (
	// doubting are the words before "that" behind which nothing is said to have
	// happened, beside those that deny or only suppose: "dismissed claims that".
	doubting = "deny denying doubt doubts doubted dismissed dismisses rejected rejects disputed disputes refuted refutes " +
		"unlikely unclear uncertain " + rumours
	// rumours are what is told by nobody in particular.
	rumours = "rumour rumours rumor rumors speculation"
	// knowing are the verbs that grant what follows, also where they are denied: "did
	// not know that".
	knowing = "know knew known knowing regret regretted realise realize realised realized forget forgot forgotten notice noticed mind"
	// openQuestion are the words that make another word of the "if" behind them.
	openQuestion = "ask asks asked asking even as"
	// inverting open a sentence in which they stand before their subject: a question, or
	// a condition without "if".
	inverting = "had were was should is are has have did do does will would could can may might"
)

// denied reports whether a happening is denied, doubted, or hangs on a condition.
func (t *told) denied(s sentence, c *candidate) bool {
	return t.deniedBeside(s, c) || t.supposed(s, c.trigger) || t.comes(s, c) && t.conditional(s, c.trigger)
}

// deniedBeside reports whether the words beside the one for a happening deny it,
// in its clause or where that clause depends.
func (t *told) deniedBeside(s sentence, c *candidate) bool {
	i := c.trigger
	for k := i - 1; k >= s.from && i-k <= denialReach; k-- {
		switch {
		case t.denies(s, k), t.items[k].is(would) && c.form != baseForm, hasWord(rumours, t.word(k)), hasWord("yet", t.word(k)) && hasWord("to", t.word(k+1)):
			return true
		case hasWord("that", t.word(k)):
			return t.doubted(s, k)
		}
		if t.stops(k) || t.mark(k, ",") {
			break
		}
	}
	for k := i + 1; k < s.to && k-i <= 2; k++ {
		if t.items[k].is(hedge|negation|would) && !hasWord("if whether", t.word(k)) {
			return true
		}
		if t.stops(k) || t.mark(k, ",") {
			break
		}
	}
	return false
}

// denies reports whether item k denies or only supposes what follows: "not", but
// not "not only".
func (t *told) denies(s sentence, k int) bool {
	return t.is(s, k, hedge|negation) && !(hasWord("not", t.word(k)) && k+1 < s.to && hasWord("only", t.word(k+1)))
}

// doubted reports whether the clause that the "that" at an item begins is what
// somebody denies, doubts or does not say: "denied on Friday that".
func (t *told) doubted(s sentence, that int) bool {
	if t.is(s, that-1, preposition) || that+1 < s.to && (t.is(s, that+1, being|having|coming|would) || t.otherVerb(that+1)) {
		return false // on that day; the report that followed
	}
	for k := that - 1; k >= s.from && that-k <= denialReach; k-- {
		switch word := t.word(k); {
		case hasWord(knowing, word):
			return false
		case t.denies(s, k), hasWord(doubting, word), hasWord("out", word) && k > s.from && hasWord("rule ruled rules", t.word(k-1)):
			return true
		}
		if t.items[k].is(clause|who) || t.mark(k, `,;:()[]"“”—–`) {
			break
		}
	}
	return false
}

// supposed reports whether the clause of the word at i opens with its verb, as
// questions and conditions do: "Had Voss resigned".
func (t *told) supposed(s sentence, i int) bool {
	if !t.inverted(s) {
		return false
	}
	for k := s.from + 1; k < i; k++ {
		if t.mark(k, ",") || t.stops(k) {
			return false
		}
	}
	return true
}

// inverted reports whether a sentence begins with a verb before its subject.
func (t *told) inverted(s sentence) bool {
	k := s.from
	for t.mark(k, `"“‘'`) && k+1 < s.to {
		k++
	}
	return hasWord(inverting, t.word(k)) && k+1 < s.to && (t.items[k+1].named() || t.is(s, k+1, he|they|determiner))
}

// comes reports whether the happening is one to come: "will resign", "will be
// appointed".
func (t *told) comes(s sentence, c *candidate) bool {
	if c.form == baseForm {
		return true
	}
	for k := c.trigger - 1; k >= s.from && t.is(s, k, adverb|being|negation|coming); k-- {
		if t.items[k].is(coming) {
			return true
		}
	}
	return false
}

// conditional reports whether what is to come in a sentence hangs on something:
// an "if" or "unless" within reach, or a condition that opens it.
func (t *told) conditional(s sentence, i int) bool {
	for k := max(s.from, i-announcedReach); k < min(s.to, i+announcedReach); k++ {
		if hasWord("unless", t.word(k)) || hasWord("if", t.word(k)) && (k == s.from || !hasWord(openQuestion, t.word(k-1))) {
			return true
		}
	}
	return t.inverted(s)
}
