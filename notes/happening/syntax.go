package happening

import "strings"

// How many items from a word its parts are looked for. News sentences are
// longer, but what stands further off rarely belongs to the word.
const (
	subjectReach  = 24
	objectReach   = 8
	argumentReach = 16
	skippedWords  = 4 // titles and adjectives before a name
)

func (t *told) mark(i int, runes string) bool {
	return i >= 0 && i < len(t.items) && t.items[i].kind == markItem && strings.ContainsRune(runes, t.items[i].rune)
}

// is reports whether item i lies in the sentence and is one of the traits.
func (t *told) is(s sentence, i int, traits traits) bool {
	return i >= s.from && i < s.to && t.items[i].is(traits)
}

// stops reports whether a clause ends at item i, seen from within.
func (t *told) stops(i int) bool {
	return t.items[i].is(clause|who|report) || t.mark(i, `;:()[]"“”—–`)
}

// plain reports whether item i can stand between a determiner and its name: a
// title, an adjective, a noun that modifies.
func (t *told) plain(i int) bool {
	it := t.items[i]
	switch it.kind {
	case demonymItem, numberItem:
		return true
	case wordItem:
		return it.entry == nil || it.entry.traits&^(office|force|site|country|count) == 0 && (it.capital || len(it.entry.uses) == 0)
	}
	return t.mark(i, "-.") && it.glued
}

// lowerNoun reports whether item i could be a noun of which the name before is
// only a modifier: the Haiti situation.
func (t *told) lowerNoun(s sentence, i int) bool {
	if i >= s.to || t.items[i].kind != wordItem || t.items[i].capital {
		return false
	}
	it := t.items[i]
	if it.entry != nil {
		return it.entry.traits&^(office|force|site) == 0 && !t.verbal(it)
	}
	word := t.word(i)
	return !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ly")
}

// pastVerb reports whether item k looks like a verb of the past: "closed".
func (t *told) pastVerb(k int) bool {
	it := t.items[k]
	return it.kind == wordItem && it.entry == nil && !it.capital && strings.HasSuffix(t.word(k), "ed")
}

func (t *told) verbal(it item) bool {
	for _, use := range it.entry.uses {
		if use.form == pastForm {
			return true
		}
	}
	return false
}

// modifies reports whether a name only modifies the noun behind it.
func (t *told) modifies(i int) bool {
	if t.items[i].kind != nameItem || t.names[t.items[i].name].Kind == Person {
		return false
	}
	rest := sentence{to: len(t.items)}
	if t.lowerNoun(rest, i+1) {
		return true
	}
	k := i + 1
	for k < rest.to && k-i <= skippedWords && t.items[k].capital && (t.plain(k) || t.mark(k, "-")) {
		k++
	}
	return k > i+1 && k < rest.to && t.items[k].kind == nameItem && t.names[t.items[k].name].Kind == Person
}

// stands returns whether the name at i stands for somebody: by itself, or with
// "leaders" or "government" behind it, as an owner or not.
func (t *told) stands(s sentence, i int) bool {
	behind := i + 1
	if behind < s.to && t.items[behind].kind == ownerItem {
		return t.is(s, behind+1, office) && !t.officer(s, behind+1) && t.names[t.items[i].name].Kind != Person
	}
	if t.items[i].kind == demonymItem {
		for behind < s.to && t.items[behind].capital && t.plain(behind) && !t.is(s, behind, office) {
			behind++
		}
		return t.is(s, behind, office) && !t.officer(s, behind) && (behind+1 >= s.to || t.items[behind+1].kind != nameItem)
	}
	return !t.modifies(i) || t.is(s, behind, office) && !t.officer(s, behind)
}

// officer reports whether the office at k is followed by the name of who holds it, also
// where nobody is known by it: Kenyan minister Dr Mutua.
func (t *told) officer(s sentence, k int) bool {
	behind := k + 1
	for behind < s.to && (t.items[behind].capital && t.plain(behind) || t.mark(behind, ".") && t.items[behind].glued) {
		behind++
	}
	if behind < s.to && t.items[behind].kind == nameItem && t.names[t.items[behind].name].Kind == Person {
		return true
	}
	return behind > k+1 && !t.items[k].capital && t.items[k+1].capital
}

// preposition returns the preposition that governs the name at i, or "".
func (t *told) preposition(s sentence, i int) string {
	for k, skipped := i-1, 0; k >= s.from && skipped <= skippedWords; k-- {
		switch {
		case t.items[k].is(preposition):
			if t.ofOffice(s, k, i) {
				return ""
			}
			return strings.ToLower(t.word(k))
		case t.items[k].is(determiner):
		case t.items[k].kind != demonymItem && t.items[k].named():
			return ""
		case t.plain(k):
			skipped++
		default:
			return ""
		}
	}
	return ""
}

// ofOffice reports whether the "of" at k belongs to the office of the person
// named at i, all in capitals: Secretary of State Ann Lee.
func (t *told) ofOffice(s sentence, k, i int) bool {
	if k == s.from || !t.items[k-1].capital || t.items[k-1].kind != wordItem || t.names[t.items[i].name].Kind != Person || k+1 == i {
		return false
	}
	for j := k + 1; j < i; j++ {
		if !t.items[j].capital || t.is(s, j, office) {
			return false
		}
	}
	return hasWord("secretary minister director commander chief head chairman", t.word(k-1))
}

// subject returns the names that stand before the verb at i as its subject.
func (t *told) subject(n, i int) []int {
	s := t.sentences[n]
	var fallback []int
	empty, leftmost := true, false
	for k := i - 1; k >= s.from && i-k <= subjectReach; k-- {
		it := t.items[k]
		switch {
		case it.named():
			if found := t.subjectAt(s, k); len(found) > 0 {
				if t.preposition(s, k) == "" && (it.kind == nameItem || fallback == nil) {
					fallback = found
					if it.kind == nameItem && !leftmost {
						return found
					}
				} else if fallback == nil && t.preposition(s, k) == "of" {
					fallback = found
				}
			}
			empty = false
		case it.is(who):
			if before := k - 1; before >= s.from {
				if t.mark(before, ",") && before > s.from {
					before--
				}
				if t.items[before].kind == nameItem {
					return []int{t.items[before].name}
				}
			}
			return fallback
		case t.stops(k):
			return fallback
		case it.is(he | they | his | country):
			if found := t.pronoun(n, k, i); len(found) > 0 && fallback == nil {
				return found
			}
			if it.is(he | they) {
				return fallback
			}
		case t.mark(k, ","):
			if !empty {
				return fallback
			}
			return t.beforeApposition(s, k)
		case it.is(conjunction):
			if empty {
				leftmost = true // "flew home and met": the subject of both
			} else if !t.joinsNames(s, k) {
				return fallback
			}
		case it.is(adverb|having|being|commit|preposition|coming) || it.kind == dateItem:
		default:
			empty = false
		}
	}
	return fallback
}

// subjectAt returns the name at k, and those listed with it, if it can be a
// subject.
func (t *told) subjectAt(s sentence, k int) []int {
	if !t.stands(s, k) || t.ofWhole(s, k) {
		return nil
	}
	return t.listed(s, k)
}

// ofWhole reports whether the name at k is but the end of what is called by more:
// the Bank of it, the President of it. The government of it, and its leaders, are
// the place itself.
func (t *told) ofWhole(s sentence, k int) bool {
	of := k - 1
	if t.is(s, of, determiner) {
		of--
	}
	head := of - 1
	if head < s.from || !hasWord("of", t.word(of)) || t.items[head].kind != wordItem || !t.items[head].capital {
		return false
	}
	return head > s.from || !strings.HasSuffix(t.word(head), "s") // "Leaders of Kenya" begins a sentence
}

// beforeApposition returns the name before ", minister of Kenya," whose second
// comma is at k, or the person between the commas of "my mother, Lady Ann Lee,".
func (t *told) beforeApposition(s sentence, k int) []int {
	for j := k - 1; j > s.from && k-j <= argumentReach; j-- {
		if t.stops(j) {
			return nil
		}
		if !t.mark(j, ",") {
			continue
		}
		switch {
		case t.items[j-1].kind == nameItem && t.preposition(s, j-1) == "":
			return []int{t.items[j-1].name}
		case t.apposed(s, j, k):
			return []int{t.items[k-1].name}
		}
		return nil
	}
	return nil
}

// apposed reports whether a person, with titles but nobody else, is all that stands
// between two commas behind a noun in small letters, which says who that is.
func (t *told) apposed(s sentence, from, to int) bool {
	who := t.items[to-1]
	if who.kind != nameItem || t.names[who.name].Kind != Person {
		return false
	}
	for i := from + 1; i < to-1; i++ {
		if !t.items[i].capital && !t.mark(i, ".") || !t.plain(i) {
			return false
		}
	}
	noun := from - 1
	if !t.lowerNoun(s, noun) || t.preposition(s, noun) != "" {
		return false
	}
	for i := noun - 1; i >= s.from && noun-i <= skippedWords; i-- {
		if t.items[i].is(determiner) || t.items[i].is(his) || hasWord("my our your", t.word(i)) {
			return true
		}
		if !t.plain(i) {
			break
		}
	}
	return false
}

// object returns the names of the noun phrase that begins behind item i.
func (t *told) object(n, i int) []int {
	s := t.sentences[n]
	for k, skipped := i+1, 0; k < s.to && k-i <= objectReach; k++ {
		it := t.items[k]
		switch {
		case it.kind == nameItem:
			if k+1 < s.to && t.items[k+1].kind == ownerItem && !t.stands(s, k) {
				k++
				continue
			}
			if !t.stands(s, k) {
				if t.names[it.name].Kind == Person {
					return nil
				}
				continue
			}
			return append([]int{it.name}, t.listedBehind(s, k)...)
		case it.kind == demonymItem && t.stands(s, k):
			return []int{it.name}
		case it.is(his | country):
			if found := t.pronoun(n, k, i); len(found) > 0 {
				return found
			}
		case it.is(determiner|adverb) || it.kind == ownerItem:
		case it.is(preposition) && hasWord("waters coast coasts shores", t.word(k-1)):
		case t.pastVerb(k) && !t.is(s, k-1, determiner|adverb):
			return nil
		case t.plain(k) && skipped <= skippedWords:
			skipped++
		default:
			return nil
		}
	}
	return nil
}

// argument returns the names behind the first of some prepositions after item
// i in its clause.
func (t *told) argument(n, i int, prepositions string) []int {
	return t.argumentUpTo(n, i, t.sentences[n].to, prepositions)
}

// argumentUpTo is argument, but looks no further than to an item.
func (t *told) argumentUpTo(n, i, end int, prepositions string) []int {
	for k := i + 1; k < end && k-i <= argumentReach; k++ {
		if t.stops(k) || t.mark(k, ",.!?") && !t.items[k].glued || t.mark(k, ",") {
			return nil
		}
		if t.items[k].is(conjunction) && !t.joinsNames(t.sentences[n], k) && !t.joinsNouns(t.sentences[n], k) {
			return nil
		}
		if t.items[k].is(preposition) && hasWord(prepositions, t.word(k)) {
			if found := t.object(n, k); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// hasWord reports whether a list of words separated by spaces holds a word.
func hasWord(list, word string) bool {
	for len(list) > 0 {
		first, rest, _ := strings.Cut(list, " ")
		if strings.EqualFold(first, word) {
			return true
		}
		list = rest
	}
	return false
}
