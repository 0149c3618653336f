package happening

import (
	"strings"

	"cuttings/notes/text"
)

// candidate is a happening as one sentence tells it.
type candidate struct {
	frame    *frame
	form     form
	sentence int
	trigger  int // item
	agents   []int
	objects  []int
	partners []int
	goals    []int
	mods     []int // names just before a noun
	prefix   string
	thing    text.Range // the object in words
	place    int        // name, or -1
	date     int        // item, or -1
	planned  bool       // it was only to come
	retold   bool       // "the meeting": it names nothing itself
}

// candidate reads item i of sentence n as a word for a happening.
func (t *told) candidate(n, i int) (candidate, bool) {
	it := t.items[i]
	if it.kind != wordItem || it.entry == nil || len(it.entry.uses) == 0 {
		return candidate{}, false
	}
	s := t.sentences[n]
	for _, use := range it.entry.uses {
		if it.capital && i > s.from && use.frame.style != parties && use.frame.kind != Disaster && !t.mark(i-1, `"“‘'`) {
			continue
		}
		c := candidate{frame: use.frame, form: use.form, sentence: n, trigger: i, place: -1, date: -1}
		if t.denied(s, i) || !t.used(s, &c) {
			continue
		}
		t.read(&c)
		if t.whole(&c) {
			return c, true
		}
		if c.form == noun && t.is(s, i-1, determiner) && hasWord("the this that", t.word(i-1)) {
			c.retold = true
			return c, true
		}
	}
	return candidate{}, false
}

// denialReach is how many items before a word a denial still holds for it.
const denialReach = 12

// denied reports whether the word at i is denied or only possible.
func (t *told) denied(s sentence, i int) bool {
	for k := i - 1; k >= s.from && i-k <= denialReach; k-- {
		if t.items[k].is(hedge | negation) {
			return true
		}
		if t.stops(k) || t.mark(k, ",") {
			break
		}
	}
	for k := i + 1; k < s.to && k-i <= 2; k++ {
		if t.items[k].is(hedge|negation) && !hasWord("if whether", t.word(k)) {
			return true
		}
		if t.stops(k) || t.mark(k, ",") {
			break
		}
	}
	return false
}

// used reports whether the word stands as its form must.
func (t *told) used(s sentence, c *candidate) bool {
	i := c.trigger
	switch c.form {
	case noun:
		return t.usedAsNoun(s, c)
	case baseForm:
		c.planned = true
		return t.willBe(s, i)
	}
	if t.is(s, i-1, determiner|preposition) || i > s.from && t.items[i-1].kind == ownerItem {
		return false
	}
	if t.mark(i+1, "-") && i+1 < s.to && t.items[i+1].glued || i > s.from && t.mark(i-1, "-") && t.items[i].glued {
		return false
	}
	if c.frame.kind == Resignation && i+1 < s.to && hasWord("himself herself to", t.word(i+1)) {
		return false
	}
	if c.frame.kind == Attack && hasWord("opened", t.word(i)) {
		return i+1 < s.to && hasWord("fire", t.word(i+1))
	}
	return c.frame.kind != Call || !t.is(s, i+1, preposition|conjunction)
}

// willBe reports whether "will" or "agreed to" stands before the verb at i.
func (t *told) willBe(s sentence, i int) bool {
	k := i - 1
	for k >= s.from && t.items[k].is(adverb) {
		k--
	}
	if t.is(s, k, coming) {
		return true
	}
	if k <= s.from || !hasWord("to", t.word(k)) {
		return false
	}
	for k--; k >= s.from && t.items[k].is(adverb); k-- {
	}
	return t.is(s, k, commit)
}

// compounds follow a noun and make another thing of it: an election campaign.
var compounds = ` toll trial trials centre center centres room rooms campaign campaigns commission results result victims victim survivors
	charge charges suspect suspects weapon case cases rate rates penalty zone zones force group groups squad series observers
	fraud candidate candidates day season date price prices relief hall threat threats row warrant bid agenda venue hotel record
	list target targets plan plans proposal laws law bill insurance damage season shelter show dog scene attempt `

// other meanings of a noun, by the word before it.
var otherSenses = map[string]string{
	"attack": "heart panic asthma personal under", "attacks": "heart panic asthma personal under",
	"conference": "news press parents", "trial": "clinical time field medical free show drug", "release": "press news",
	"strike": "air drone missile lightning hunger three lucky to", "talks": "he she it who", "conviction": "with",
	"murder": "of for", "death": "to", "vote": "to", "execution": "in", "blast": "a", "offer": "to on", "shooting": "of film",
	"agreement": "in", "appeal": "to sex", "call": "to", "visit": "to", "eruption": "skin", "raid": "to", "explosion": "population",
	"request": "to on upon", "meeting": "of after before without by from for when while are were is was be",
}

func (t *told) usedAsNoun(s sentence, c *candidate) bool {
	i := c.trigger
	word, before, behind := strings.ToLower(t.word(i)), "", ""
	if i > s.from {
		before = t.word(i - 1)
	}
	if i+1 < s.to {
		behind = t.word(i + 1)
	}
	if t.is(s, i-1, coming|he) || before != "" && hasWord(otherSenses[word], before) {
		return false
	}
	if behind != "" && !t.items[i+1].capital && strings.Contains(compounds, " "+behind+" ") {
		return false
	}
	switch word {
	case "phone", "telephone":
		return t.overThePhone(s, i)
	case "call":
		return hasWord("phone telephone video conference", before) || hasWord("with between", behind)
	case "meeting":
		return !t.is(s, i+1, determiner) && (behind == "" || !t.lowerNoun(s, i+1))
	case "talks", "strike", "vote", "protest", "protests", "riot", "request", "offer", "visit", "appeal", "release":
		return before == "" || !hasWord("to it he she they we you i", before)
	}
	return true
}

// overThePhone reports whether the phone at i is how somebody spoke.
func (t *told) overThePhone(s sentence, i int) bool {
	if i+1 < s.to && hasWord("call conversation calls number", t.word(i+1)) {
		return false
	}
	before := t.word(i - 1)
	return i-1 > s.from && (hasWord("by", before) || hasWord("the", before) && hasWord("over on", t.word(i-2)))
}

// spoke are the verbs that the phone goes with.
const spoke = "told spoke discussed talked conferred negotiated conversed"

// read finds the parts of a happening.
func (t *told) read(c *candidate) {
	s, i := t.sentences[c.sentence], c.trigger
	at := i
	if c.frame.kind == Call && hasWord("phone telephone", t.word(i)) {
		at = t.verbBefore(s, i)
		c.form = pastForm
	}
	if c.form == noun {
		t.readNoun(c)
	} else {
		t.readVerb(c, at)
	}
	c.date = t.dateOf(s, at, c.form)
	if c.form == noun {
		c.place = t.placeBeside(c)
	}
	if c.place < 0 {
		c.place = t.placeOf(s, at, c.form)
	}
	t.keepKinds(c)
}

func (t *told) verbBefore(s sentence, i int) int {
	for k := i - 1; k >= s.from && i-k <= argumentReach+subjectReach; k-- {
		if hasWord(spoke, t.word(k)) {
			return k
		}
		if t.stops(k) {
			break
		}
	}
	return i
}

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
	c.agents = append(c.agents, t.argument(n, i, "by")...)
	if len(c.agents) == 0 {
		c.agents = t.lightSubject(n, i)
	}
	c.partners = append(t.argument(n, i, "with"), t.argument(n, i, "between among")...)
	c.goals = t.argument(n, i, c.frame.goals)
}

func (t *told) readVerb(c *candidate, i int) {
	s, n := t.sentences[c.sentence], c.sentence
	subject := t.subject(n, i)
	c.partners = t.argument(n, i, "with")
	c.goals = t.argument(n, i, c.frame.goals)
	c.planned = c.planned || t.is(s, i-1, coming)
	if c.form == pastForm && t.passive(s, i) {
		c.objects, c.agents = subject, t.argument(n, i, "by")
		if len(subject) == 0 {
			c.thing = t.countedBefore(s, i)
		}
		return
	}
	c.agents, c.objects = subject, t.object(n, i)
	c.thing = t.phrase(s, i+1)
	if len(c.objects) == 0 && c.thing.Len() == 0 && c.frame.style == ofObject && t.participle(s, i) {
		c.objects, c.agents = []int{t.items[t.participant(s, i)].name}, t.argument(n, i, "by")
	}
}

// light are the verbs that say no more than that somebody did it: held talks,
// signed a treaty, launched an attack.
const light = "signed held made paid launched reached staged announced tendered concluded ratified began opened won lodged issued hosted"

// lightSubject returns the subject of the light verb of which the noun at i is
// the object.
func (t *told) lightSubject(n, i int) []int {
	s := t.sentences[n]
	for k := i - 1; k >= s.from && i-k <= skippedWords+1; k-- {
		if hasWord(light, t.word(k)) {
			return t.subject(n, k)
		}
		if !t.plain(k) && !t.items[k].is(determiner) && t.items[k].kind != dateItem {
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

// placeBeside returns the place that stands directly at a noun: the Haiti
// earthquake, Kenya's election.
func (t *told) placeBeside(c *candidate) int {
	if c.frame.style != at {
		return -1
	}
	for _, names := range [][]int{c.mods, c.agents, c.goals} {
		for _, name := range names {
			if t.names[name].Kind == Place {
				return name
			}
		}
	}
	return -1
}
