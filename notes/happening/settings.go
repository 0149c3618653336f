package happening

import "strings"

const (
	dateReach    = 18
	placeReach   = 14
	attributives = 4 // words between a date and the noun that it dates
)

// attributive reports whether the date at i belongs to the noun behind it: the
// July 2021 killing.
func (t *told) attributive(s sentence, i int) bool {
	before := i - 1
	if before < s.from || !t.items[before].is(determiner) && t.items[before].kind != ownerItem && !t.plain(before) {
		return false
	}
	return i+1 < s.to && t.items[i+1].kind == wordItem && !t.items[i+1].capital && !t.items[i+1].is(preposition|clause|adverb|who|being|having|coming|conjunction)
}

// dateOf returns the item of the date that belongs to the word at i, or -1: for
// a noun one just before it, else the next in its clause, else one that opens
// the clause.
func (t *told) dateOf(s sentence, i int, f form) int {
	if f == noun {
		for k := i - 1; k >= s.from && i-k <= attributives; k-- {
			if t.items[k].kind == dateItem {
				return k
			}
			if !t.plain(k) && t.items[k].kind != nameItem && t.items[k].kind != ownerItem {
				break
			}
		}
	}
	for k := i + 1; k < s.to && k-i <= dateReach; k++ {
		if t.items[k].kind == dateItem && t.dayable(k) && !t.attributive(s, k) {
			return k
		}
		if t.stops(k) && !(k <= i+2 && hasWord("as", t.word(k))) || t.breaks(s, k) { // appointed as, sworn in as
			break
		}
		if f == noun && t.done(s, k) { // "was welcomed on Friday"
			break
		}
	}
	if f == pastForm && t.pluperfect(s, i) {
		return -1
	}
	for k := i - 1; k >= s.from && i-k <= dateReach; k-- {
		if t.items[k].kind == dateItem && t.dayable(k) && !t.attributive(s, k) {
			return k
		}
		if t.stops(k) || f == noun && t.otherVerb(k) {
			break
		}
	}
	return -1
}

// done reports whether a form of "to be" at k begins what was done about the noun
// before it, not how it came about: "was welcomed", but not "was held".
func (t *told) done(s sentence, k int) bool {
	return t.items[k].is(being) && k+1 < s.to && !t.items[k+1].is(holding|commit) && !hasWord(doing, t.word(k+1)) && t.otherVerb(k+1)
}

// otherVerb reports whether item k is a verb that has a day and a place of its
// own: in "on Friday he condemned the attack" it was not attacked on Friday.
func (t *told) otherVerb(k int) bool {
	it := t.items[k]
	if it.kind != wordItem || hasWord(light, t.word(k)) {
		return false
	}
	return it.is(verb) || it.entry != nil && t.verbal(it) || t.pastVerb(k)
}

// dayable reports whether a date can be the day of a happening: since and until
// cannot.
func (t *told) dayable(k int) bool {
	return !strings.Contains(t.dates[t.items[k].date].Date.String(), "..")
}

// breaks reports whether what follows a comma or conjunction at k has its own
// date.
func (t *told) breaks(s sentence, k int) bool {
	switch {
	case t.mark(k, ","):
		return !t.is(s, k+1, preposition|holding) && (k+1 >= s.to || !t.items[k+1].named() && t.items[k+1].kind != dateItem)
	case t.items[k].is(conjunction):
		if k+1 < s.to && t.items[k+1].kind == wordItem && strings.HasSuffix(t.word(k+1), "ed") {
			return false
		}
		return !t.joinsNames(s, k)
	}
	return false
}

// pluperfect reports whether "had" stands before the verb at i: it was before
// the day that opens the sentence.
func (t *told) pluperfect(s sentence, i int) bool {
	for k := i - 1; k >= s.from && i-k <= 4; k-- {
		if hasWord("had", t.word(k)) {
			return true
		}
		if !t.items[k].is(adverb | being) {
			return false
		}
	}
	return false
}

// placeOf returns the name of the place in which the happening at item i was,
// or -1.
func (t *told) placeOf(s sentence, i int, f form) int {
	for k := i + 1; k < s.to && k-i <= placeReach; k++ {
		if name, ok := t.placeAt(s, k); ok {
			return name
		}
		if t.stops(k) || t.mark(k, ",") && !t.is(s, k+1, where|holding) {
			break
		}
	}
	for k := i - 1; k >= s.from && i-k <= placeReach; k-- {
		if name, ok := t.placeAt(s, k); ok {
			return name
		}
		if t.stops(k) || f == noun && t.otherVerb(k) {
			break
		}
	}
	return -1
}

// placeAt returns the place behind "in" at k.
func (t *told) placeAt(s sentence, k int) (int, bool) {
	if !t.items[k].is(where) {
		return 0, false
	}
	for j, skipped := k+1, 0; j < s.to && skipped <= 2; j++ {
		it := t.items[j]
		switch {
		case it.kind == nameItem:
			return it.name, t.names[it.name].Kind == Place && !t.modifies(j)
		case it.is(determiner):
		case t.plain(j):
			skipped++
		default:
			return 0, false
		}
	}
	return 0, false
}

// before returns the names just before the noun at i: as modifiers, "the annual
// CARICOM summit", or as owners, "Kenya's recent offer".
func (t *told) before(s sentence, i int) (modifiers, owners []int) {
	for k, skipped := i-1, 0; k >= s.from && skipped <= skippedWords; k-- {
		it := t.items[k]
		switch {
		case it.kind == ownerItem:
			if k-1 >= s.from && t.items[k-1].kind == nameItem && !t.ofWhole(s, k-1) {
				return modifiers, []int{t.items[k-1].name}
			}
			return modifiers, nil
		case it.kind == nameItem:
			modifiers = append([]int{it.name}, modifiers...)
			if k-1 >= s.from && t.mark(k-1, "-–") || k-1 > s.from && t.items[k-1].is(conjunction) && t.items[k-2].kind == nameItem {
				k--
			}
		case it.kind == demonymItem:
			modifiers = append([]int{it.name}, modifiers...)
		case it.kind == dateItem:
		case t.plain(k) && !it.is(office):
			skipped++
		default:
			return modifiers, nil
		}
	}
	return modifiers, nil
}
