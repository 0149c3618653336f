package happening

// How far back a pronoun is followed.
const (
	sentencesBack = 2
	itemsBack     = 60
	besidePerson  = 6 // items before a person that say the country
)

// pronoun returns what the pronoun at k means, for a word at i: he and they are
// who was named last, if nobody else was; "his country" is that of the person,
// and "the country" the one place that was named last. Nothing if that is not
// sure.
func (t *told) pronoun(n, k, i int) []int {
	s := t.sentences[n]
	switch {
	case t.items[k].is(country):
		before := k - 1
		if t.is(s, before, his) {
			return t.countryOf(n)
		}
		if t.is(s, before, determiner) && hasWord("the", t.word(before)) {
			return t.lastPlace(n, k)
		}
	case t.items[k].is(he):
		if found, _ := t.lastPeople(n); len(found) == 1 {
			return found
		}
	case t.items[k].is(they):
		if found, _ := t.lastPeople(n); len(found) == 2 {
			return found
		}
	case t.items[k].is(his) && t.is(s, k+1, country) && k+1 < i:
		return t.countryOf(n)
	}
	return nil
}

// lastPeople returns the people named in the last sentence before n that names
// any, each once, and that sentence.
func (t *told) lastPeople(n int) ([]int, int) {
	for back := 1; back <= sentencesBack && n-back >= 0; back++ {
		s := t.sentences[n-back]
		var found []int
		for i := max(s.from, s.to-itemsBack); i < s.to; i++ {
			if t.items[i].kind == nameItem && t.names[t.items[i].name].Kind == Person {
				found = t.addName(found, t.items[i].name)
			}
		}
		if len(found) > 0 {
			return found, n - back
		}
	}
	return nil, 0
}

// countryOf returns the country of the person named last: the place just before
// the name, as in "Haitian Prime Minister Ariel Henry", or the only place in
// that sentence.
func (t *told) countryOf(n int) []int {
	people, at := t.lastPeople(n)
	if len(people) != 1 {
		return nil
	}
	s := t.sentences[at]
	var all []int
	for i := max(s.from, s.to-itemsBack); i < s.to; i++ {
		if t.items[i].kind == nameItem && t.names[t.items[i].name].Kind == Person {
			for k := i - 1; k >= s.from && i-k <= besidePerson && (t.plain(k) || t.items[k].named() || t.items[k].kind == ownerItem); k-- {
				if t.items[k].named() && t.names[t.items[k].name].Kind == Place {
					return []int{t.items[k].name}
				}
			}
		}
		if t.items[i].named() && t.names[t.items[i].name].Kind == Place {
			all = t.addName(all, t.items[i].name)
		}
	}
	if len(all) == 1 {
		return all
	}
	return nil
}

// lastPlace returns the place that "the country" at item k means: the only one
// named in the sentence before, or in the one before that.
func (t *told) lastPlace(n, k int) []int {
	for back := 1; back <= sentencesBack && n-back >= 0; back++ {
		s := t.sentences[n-back]
		var found []int
		for i := max(s.from, s.to-itemsBack); i < s.to; i++ {
			if t.items[i].named() && t.names[t.items[i].name].Kind == Place {
				found = t.addName(found, t.items[i].name)
			}
		}
		if len(found) == 1 {
			return found
		}
		if len(found) > 1 {
			return nil
		}
	}
	return nil
}

// addName adds a name to some, unless they hold another of the same thing.
func (t *told) addName(all []int, name int) []int {
	for _, each := range all {
		if t.key(each) == t.key(name) {
			return all
		}
	}
	return append(all, name)
}
