package happening

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// longestTitle is how many bytes a suggested name has at most.
const longestTitle = 90

// whole reports whether a candidate has the parts that its style must have.
func (t *told) whole(c *candidate) bool {
	placed, dated := c.place >= 0, c.date >= 0
	switch c.frame.style {
	case ofObject:
		return len(c.objects) > 0 || t.counts(c.thing) && c.form != noun && (placed || dated)
	case ofAgent:
		return len(c.agents) > 0
	case pair:
		return len(t.both(c)) >= 2 && t.spoken(c)
	case meet:
		return t.wholeMeeting(c)
	case offer:
		if c.frame.head == "pledge" { // of so many, or of troops; "promised to send" is a deployment
			return len(c.agents) > 0 && c.thing.Len() > 0 && t.worded(c.thing) && (t.counts(c.thing) || t.force(c.thing)) && len(c.objects) == 0
		}
		t.recipient(c)
		return len(c.agents) > 0 && (t.offered(c) != "" || c.form == noun && c.owned)
	case request:
		if hasWord("asked", t.word(c.trigger)) {
			return t.askedFor(c)
		}
		return len(c.goals) > 0 || len(c.agents) > 0 && hasWord("for", t.word(c.trigger+1)) && c.thing.Len() > 0
	case deploy:
		return len(c.agents) > 0 && t.force(c.thing)
	case visit:
		return len(c.agents) > 0 && t.visited(c) >= 0 && (!hasWord(journeys, t.word(c.trigger)) || dated || len(c.partners) > 0)
	case at:
		return placed || dated && t.called(c) != ""
	case byAgent:
		return len(c.agents) > 0 && (c.form != noun || dated) && (dated || placed || hasWord("to for against in on", t.word(c.trigger+1)))
	case target:
		return len(c.objects) > 0 || len(c.goals) > 0 || placed && (dated || len(c.agents) > 0)
	case parties:
		return t.wholeAgreement(c)
	case union:
		return len(t.both(c)) >= 2
	case buying:
		return len(c.objects) > 0
	case announce:
		return len(c.agents) > 0 && dated && t.announced(c)
	case decide:
		return len(c.agents) > 0 && dated && t.decided(c)
	case ruling:
		return len(c.agents) > 0 && dated && t.court(c)
	case opening:
		return t.lastIs(c.thing, site) && (placed || len(c.agents) > 0)
	}
	return false
}

// spoken reports whether a call was one: "called" needs a person.
func (t *told) spoken(c *candidate) bool {
	if !hasWord("called", t.word(c.trigger)) {
		return true
	}
	s := t.sentences[c.sentence]
	return len(c.agents) > 0 && len(c.objects) > 0 && t.names[c.agents[0]].Kind == Person && t.names[c.objects[0]].Kind == Person &&
		!t.passive(s, c.trigger) && c.date >= 0
}

// asked are what is asked for, beside troops.
const asked = "help aid assistance support loan loans force money mediation intervention"

// askedFor reads "asked the United Nations for troops": of a country or body, or
// for what countries ask each other for.
func (t *told) askedFor(c *candidate) bool {
	s, i := t.sentences[c.sentence], c.trigger
	for k := i + 1; k < s.to && k-i <= objectReach && !t.stops(k) && !t.mark(k, ","); k++ {
		if hasWord("to", t.word(k)) {
			break
		}
		if hasWord("for", t.word(k)) {
			c.thing = t.phrase(s, k+1)
			break
		}
	}
	if len(c.agents) == 0 || c.thing.Len() == 0 || !t.worded(c.thing) {
		return false
	}
	c.goals, c.objects = c.objects, nil
	fields := strings.Fields(t.body[c.thing.Start:c.thing.End])
	return len(c.goals) > 0 || c.date >= 0 && (t.force(c.thing) || hasWord(asked, fields[len(fields)-1]))
}

// wholeMeeting asks of people that there are two, of a body one.
func (t *told) wholeMeeting(c *candidate) bool {
	all := t.addNames(t.both(c), c.mods)
	if hasWord("received welcomed hosted receive host", t.word(c.trigger)) { // a guest, not a gift
		return len(c.agents) > 0 && len(c.objects) > 0 && (c.place >= 0 || c.date >= 0)
	}
	if c.form != noun {
		return len(c.agents) > 0 && len(all) >= 2 || len(c.agents) > 0 && c.place >= 0 && t.names[c.agents[0]].Kind != Person
	}
	if c.bare = len(all) == 0; c.bare {
		return c.place >= 0 && c.date >= 0 && t.held(t.sentences[c.sentence], c.trigger)
	}
	if len(all) >= 2 {
		return true
	}
	return len(all) == 1 && t.names[all[0]].Kind != Person && (c.place >= 0 || c.date >= 0)
}

func (t *told) announced(c *candidate) bool {
	if c.thing.Len() == 0 || !t.worded(c.thing) {
		return false
	}
	s := t.sentences[c.sentence]
	for i := c.trigger + 1; i < s.to && t.items[i].Start < c.thing.End; i++ {
		if e := t.items[i].entry; e != nil && len(e.uses) > 0 {
			return false // it is that other happening
		}
	}
	return t.is(s, c.trigger+1, determiner) && !hasWord("this these its their his her", t.word(c.trigger+1))
}

// force reports whether what was sent is what one deploys.
func (t *told) force(thing text.Range) bool {
	for _, word := range strings.Fields(strings.ToLower(t.body[thing.Start:thing.End])) {
		if lexicon[word].is(force) {
			return true
		}
	}
	return false
}

func (t *told) lastIs(thing text.Range, trait traits) bool {
	fields := strings.Fields(strings.ToLower(t.body[thing.Start:thing.End]))
	return len(fields) > 0 && lexicon[fields[len(fields)-1]].is(trait)
}

// both returns who took part, each once.
func (t *told) both(c *candidate) []int {
	var all []int
	for _, names := range [][]int{c.agents, c.objects, c.partners} {
		all = t.addNames(all, names)
	}
	return all
}

func (t *told) addNames(all, more []int) []int {
	for _, name := range more {
		all = t.addName(all, name)
	}
	return all
}

// visited returns the name of what was visited, or -1.
func (t *told) visited(c *candidate) int {
	for _, names := range [][]int{c.objects, c.goals} {
		if len(names) > 0 {
			return names[0]
		}
	}
	return -1
}

// called returns the name of a storm: "Hurricane Maria".
func (t *told) called(c *candidate) string {
	i := c.trigger
	s := t.sentences[c.sentence]
	if c.frame.kind != Disaster || !t.items[i].capital || i+1 >= s.to || !t.items[i+1].capital || t.items[i+1].entry != nil ||
		!hasWord("Hurricane Cyclone Typhoon", t.word(i)) {
		return ""
	}
	return t.word(i) + " " + t.word(i+1)
}

// the returns a name for the middle of a title, with "the" where the text has it.
func (t *told) the(name int) string {
	if t.articles[t.key(name)] {
		return "the " + t.label(name)
	}
	return t.label(name)
}

func (t *told) label(name int) string {
	if label := t.names[name].Label; label != "" {
		return label
	}
	return t.body[t.names[name].Start:t.names[name].End]
}

// generations follow a surname.
var generations = []string{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"}

// short returns a person's surname; of others the label.
func (t *told) short(name int) string {
	label := t.label(name)
	fields := strings.Fields(label)
	if t.names[name].Kind != Person || len(fields) < 2 {
		return label
	}
	last := len(fields) - 1
	if slices.Contains(generations, fields[last]) {
		last--
	}
	return fields[last]
}

func (t *told) list(names []int, as func(int) string) string {
	var parts []string
	for _, name := range names {
		parts = append(parts, as(name))
	}
	if len(parts) > 3 {
		parts = append(parts[:2], "others")
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}
