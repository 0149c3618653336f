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
	spot     text.Range // the place in words, where no name is one
	date     int        // item, or -1
	event    int        // the name by which the text calls it, or -1
	said     int        // item of the verb that announced it, or -1
	planned  bool       // it was only to come
	doubtful bool       // the day is that on which it was spoken of
	owned    bool       // somebody is named as whose it is: Kenya's offer
	bare     bool       // nobody is named
	retold   bool       // "the meeting": it names nothing itself
}

func newCandidate(u use, sentence, trigger int) candidate {
	return candidate{frame: u.frame, form: u.form, sentence: sentence, trigger: trigger, place: -1, date: -1, event: -1, said: -1}
}

// candidate reads item i of sentence n as a word for a happening.
func (t *told) candidate(n, i int) (candidate, bool) {
	it := t.items[i]
	if it.kind == nameItem {
		return t.calledEvent(n, i)
	}
	if it.kind != wordItem || it.entry == nil || len(it.entry.uses) == 0 {
		return candidate{}, false
	}
	s := t.sentences[n]
	for _, use := range it.entry.uses {
		if it.capital && i > s.from && use.frame.style != parties && use.frame.kind != Disaster && !t.mark(i-1, `"“‘'`) {
			continue
		}
		c := newCandidate(use, n, i)
		if t.denied(s, &c) || !t.used(s, &c) {
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

// used reports whether the word stands as its form must.
func (t *told) used(s sentence, c *candidate) bool {
	i := c.trigger
	switch c.form {
	case noun:
		return t.usedAsNoun(s, c)
	case baseForm:
		c.planned = true
		return t.willBe(s, c)
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
	if c.frame.kind == Offer && hasWord(ready, t.word(i)) {
		return t.usedAsReady(s, c)
	}
	if c.frame.kind == Attack && hasWord("opened", t.word(i)) {
		return i+1 < s.to && hasWord("fire", t.word(i+1))
	}
	switch word := strings.ToLower(t.word(i)); word {
	case "took":
		return i+1 < s.to && hasWord("office", t.word(i+1))
	case "sworn":
		return i+1 < s.to && hasWord("in", t.word(i+1))
	case "offers":
		return i+2 < s.to && hasWord("to", t.word(i+1)) && t.items[i+2].kind == wordItem && !t.items[i+2].is(determiner) // not "offers of help"
	}
	return c.frame.kind != Call || !t.is(s, i+1, preposition|conjunction)
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
	case "conversation":
		return hasWord("phone telephone video", before)
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

// dateBy dates a candidate by the word at a place, or by when it was announced.
func (t *told) dateBy(c *candidate, at int) {
	s := t.sentences[c.sentence]
	if c.date = t.dateOf(s, at, c.form); c.date >= 0 {
		return
	}
	switch {
	case c.planned && c.said >= 0:
		c.date = t.dateOf(s, c.said, pastForm)
	case c.frame.kind == Offer && c.form == pastForm:
		c.date = t.statement(c.sentence, c.trigger)
		c.doubtful = c.date >= 0
	}
}

// read finds the parts of a happening.
func (t *told) read(c *candidate) {
	s, i := t.sentences[c.sentence], c.trigger
	at := i
	if c.frame.kind == Call && hasWord("phone telephone", t.word(i)) {
		at = t.verbBefore(s, i)
		c.form = pastForm
	}
	switch {
	case c.form == noun:
		t.readNoun(c)
	case c.frame.kind == Offer && hasWord(ready, t.word(i)):
		t.readReady(c)
	default:
		t.readVerb(c, at)
	}
	t.dateBy(c, at)
	t.readFurther(c)
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
