package happening

import (
	"strings"

	"cuttings/notes/text"
)

const (
	longestThing  = 5 // items of an object in words
	longestPrefix = 2
)

// phrase returns the words of the noun phrase that begins at item i, without
// its article; empty if there is none.
func (t *told) phrase(s sentence, i int) text.Range {
	if about := t.roughly(s, i); about > i {
		if rest := t.phrase(s, about); rest.Len() > 0 {
			return text.Range{Start: t.items[i].Start, End: rest.End}
		}
		return text.Range{}
	}
	for i < s.to && (t.items[i].is(adverb) || t.items[i].is(determiner) && !t.items[i].is(count)) {
		i++
	}
	end := i
	for end < s.to && end-i < longestThing {
		it := t.items[end]
		if it.kind == markItem && !(t.mark(end, "-") && it.glued) || it.kind == dateItem || it.kind == ownerItem && end == i ||
			it.is(preposition|clause|who|being|having|coming|report|conjunction|adverb|he|they|hedge|negation|would) {
			break
		}
		if it.kind == wordItem && strings.HasSuffix(t.word(end), "ly") {
			break
		}
		end++
	}
	if end == i || t.mark(end-1, "-") || t.items[end-1].kind == ownerItem {
		return text.Range{}
	}
	return text.Range{Start: t.items[i].Start, End: t.items[end-1].End}
}

// roughly returns the item behind "at least" or "more than" before a number.
func (t *told) roughly(s sentence, i int) int {
	behind := i
	switch {
	case hasWord("at", t.word(i)) && hasWord("least", t.word(i+1)), hasWord("more", t.word(i)) && hasWord("than", t.word(i+1)),
		hasWord("up", t.word(i)) && hasWord("to", t.word(i+1)):
		behind = i + 2
	case hasWord("about nearly almost", t.word(i)):
		behind = i + 1
	}
	if behind < s.to && (t.items[behind].kind == numberItem || t.items[behind].is(count)) {
		return behind
	}
	return i
}

// countedBefore returns the counted subject of the passive verb at i: "40
// people were killed".
func (t *told) countedBefore(s sentence, i int) text.Range {
	end := i - 1
	for end > s.from && (t.items[end].is(being|having|adverb) || strings.HasSuffix(t.word(end), "ly")) {
		end--
	}
	for k := end; k >= s.from && end-k < longestThing; k-- {
		if t.items[k].kind == numberItem || t.items[k].is(count) {
			for first := max(s.from, k-2); first < k; first++ {
				if t.roughly(s, first) == k {
					k = first
					break
				}
			}
			return text.Range{Start: t.items[k].Start, End: t.items[end].End}
		}
		if !t.plain(k) && t.items[k].kind != nameItem {
			break
		}
	}
	return text.Range{}
}

// indefinite returns a phrase with the "a" that stands before it.
func (t *told) indefinite(r text.Range) string {
	return t.behind(r, "a ", "an ")
}

// withArticle returns a phrase with the "a" or "the" that stands before it.
func (t *told) withArticle(r text.Range) string { return t.behind(r, "a ", "an ", "the ") }

func (t *told) behind(r text.Range, articles ...string) string {
	words := t.body[r.Start:r.End]
	for _, article := range articles {
		if before := t.body[:r.Start]; strings.HasSuffix(before, " "+article) {
			return article + words
		}
	}
	return words
}

// worded reports whether a phrase says what it is of: a noun, not a number or
// name alone.
func (t *told) worded(r text.Range) bool {
	return strings.ContainsFunc(t.body[r.Start:r.End], func(r rune) bool { return 'a' <= r && r <= 'z' })
}

// counts reports whether a phrase begins with a number: "12 people".
func (t *told) counts(r text.Range) bool {
	if r.Len() == 0 {
		return false
	}
	words := t.body[r.Start:r.End]
	for _, about := range []string{"at least ", "more than ", "up to ", "about ", "nearly ", "almost "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(words), about); ok {
			words = rest
			break
		}
	}
	first, rest, _ := strings.Cut(words, " ")
	return rest != "" && first != "" && (first[0] >= '0' && first[0] <= '9' || lexicon[strings.ToLower(first)].is(count))
}

// prefixes are the adjectives that belong into a title.
var prefixes = set(`presidential general parliamentary local legislative regional municipal mayoral federal primary gubernatorial
	general peace trade free ceasefire constitutional defence security climate nuclear arms extradition suicide car bomb terrorist
	military state official train hunger general economic border volcanic gas nurses' doctors' teachers' rail`)

// prefixOf returns the adjectives just before a noun that its title keeps.
func (t *told) prefixOf(s sentence, i int) string {
	k := i
	for k > s.from && i-k < longestPrefix && t.items[k-1].kind == wordItem && prefixes[strings.ToLower(t.word(k-1))] {
		k--
	}
	if k == i {
		return ""
	}
	return strings.ToLower(t.body[t.items[k].Start:t.items[i-1].End])
}

func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(list) {
		all[word] = true
	}
	return all
}

// promised are the verbs behind "offered to", with what becomes of them in a
// title: the thing that is given, or "help".
var promised = map[string]bool{"send": true, "provide": true, "give": true, "supply": true, "deploy": true, "lend": true, "donate": true, "contribute": true, "dispatch": true}

// offered reads what was offered: "to send police officers", "to help Haiti",
// "a loan". The words are those of a title behind "offer".
func (t *told) offered(c *candidate) string {
	s, i := t.sentences[c.sentence], c.trigger
	if c.form == noun {
		if c.thing.Len() > 0 && hasWord("of", t.word(i+1)) {
			return "of " + t.indefinite(c.thing)
		}
	}
	if i+2 < s.to && hasWord("to", t.word(i+1)) && t.items[i+2].kind == wordItem {
		verb := strings.ToLower(t.word(i + 2))
		behind := t.phrase(s, i+3)
		switch {
		case promised[verb] && t.worded(behind):
			return "of " + t.indefinite(behind)
		case verb == "help" || verb == "assist" || verb == "support":
			c.goals = append(c.goals, t.object(c.sentence, i+2)...)
			return "of " + strings.Replace(verb, "assist", "help", 1)
		case behind.Len() > 0:
			return "to " + t.body[t.items[i+2].Start:behind.End]
		}
		return "to " + verb
	}
	if c.form != noun && t.worded(c.thing) && len(c.objects) == 0 {
		return "of " + t.indefinite(c.thing)
	}
	return ""
}

// recipient finds to whom an offer was made in what follows it: "to assist in
// stabilising the country".
func (t *told) recipient(c *candidate) {
	s := t.sentences[c.sentence]
	for k := c.trigger + 1; k < s.to && k-c.trigger <= argumentReach; k++ {
		if t.mark(k, `;:()"“”—`) || t.mark(k, ",") {
			return
		}
		if t.items[k].is(country) {
			for _, name := range t.pronoun(c.sentence, k, k) {
				if len(c.agents) == 0 || t.key(name) != t.key(c.agents[0]) {
					c.goals = append(c.goals, name)
					return
				}
			}
		}
	}
}
