package happening

import (
	"slices"
	"strings"

	"cuttings/notes/edtf"
)

// merger puts the tellings of one happening together.
type merger struct {
	*told
	all   []telling
	known map[string][]int // by class and name: indexes of tellings, the latest last
	only  map[string]int   // by class: the one telling, or several
}

const several = -1

func newMerger(t *told) merger {
	return merger{told: t, known: map[string][]int{}, only: map[string]int{}}
}

// telling is a happening with all sentences that tell it.
type telling struct {
	candidate
	also []passage
}

type passage struct{ sentence, trigger int }

// lookedAt is how many earlier happenings of somebody a new one is compared
// with: more would not be the same, and the time stays in proportion.
const lookedAt = 12

// add takes a candidate up. What sentence it is in begins with telling first.
func (m *merger) add(c candidate, first int) {
	if c.retold {
		m.retell(c)
		return
	}
	if i := len(m.all) - 1; i >= first && m.twice(&m.all[i].candidate, &c) {
		m.join(i, c)
		return
	}
	if i, ok := m.only[c.frame.kind]; c.bare && ok && i != several && m.fit(&m.all[i].candidate, &c) {
		m.join(i, c) // "the summit" of which the text tells
		return
	}
	keys := m.keys(&c)
	for _, key := range keys {
		earlier := m.known[key]
		for k := len(earlier) - 1; k >= 0 && k >= len(earlier)-lookedAt; k-- {
			if i := earlier[k]; m.same(&m.all[i].candidate, &c) {
				m.join(i, c)
				m.know(i)
				return
			}
		}
	}
	m.all = append(m.all, telling{candidate: c})
	m.know(len(m.all) - 1)
}

// wordsApart is how many items one sentence has at most between two words for
// the same meeting: leaders meeting for the summit.
const wordsApart = 16

// twice reports whether b is the meeting of a in another word of its sentence.
func (m *merger) twice(a, b *candidate) bool {
	return a.frame.kind == Meeting && b.frame.kind == Meeting && b.trigger-a.trigger <= wordsApart && m.fit(a, b)
}

func (m *merger) know(i int) {
	kind := m.all[i].frame.kind
	if one, ok := m.only[kind]; !ok {
		m.only[kind] = i
	} else if one != i {
		m.only[kind] = several
	}
	for _, key := range m.keys(&m.all[i].candidate) {
		if known := m.known[key]; len(known) == 0 || known[len(known)-1] != i {
			m.known[key] = append(known, i)
		}
	}
}

// retell adds "the meeting" to the one meeting that the text has told of.
func (m *merger) retell(c candidate) {
	i, ok := m.only[c.frame.kind]
	if !ok || i == several || m.all[i].frame.head != c.frame.head || !m.fit(&m.all[i].candidate, &c) {
		return
	}
	m.all[i].also = append(m.all[i].also, passage{c.sentence, c.trigger})
	m.fill(&m.all[i].candidate, &c)
}

// keys returns the class with each name that takes part.
func (m *merger) keys(c *candidate) []string {
	var keys []string
	for _, name := range m.core(c) {
		keys = append(keys, c.frame.kind+"\x00"+m.key(name))
	}
	return keys
}

// core returns the names by which a happening is told from others: who took
// part, and where it was if nobody did.
func (m *merger) core(c *candidate) []int {
	if c.frame.style == ofObject && len(c.objects) > 0 {
		return c.objects
	}
	all := m.addNames(m.addNames(m.both(c), c.goals), c.mods)
	if c.place >= 0 && (c.frame.style == at || c.frame.style == ofObject || len(all) == 0) {
		all = m.addName(all, c.place)
	}
	return all
}

// same reports whether two candidates tell of one happening.
func (m *merger) same(a, b *candidate) bool {
	if a.frame.kind == Attack || a.frame.kind == Disaster || a.frame.kind == Trial || a.frame.kind == Decision {
		if a.frame.head != b.frame.head {
			return false
		}
	}
	x, y := m.core(a), m.core(b)
	return (m.within(x, y) || m.within(y, x)) && m.fit(a, b)
}

func (m *merger) within(some, all []int) bool {
	for _, name := range some {
		if !slices.ContainsFunc(all, func(other int) bool { return m.key(other) == m.key(name) }) {
			return false
		}
	}
	return len(some) > 0
}

// fit reports whether nothing speaks against two candidates being one.
func (m *merger) fit(a, b *candidate) bool {
	if a.place >= 0 && b.place >= 0 && m.key(a.place) != m.key(b.place) && a.frame.style != ofObject {
		return false
	}
	if !a.doubtful && !b.doubtful && !overlap(m.dateAt(a), m.dateAt(b)) {
		return false
	}
	if a.thing.Len() == 0 || b.thing.Len() == 0 || a.frame.style != offer && a.frame.style != deploy && a.frame.style != announce && a.frame.style != opening && a.frame.style != decide {
		return true
	}
	for _, word := range strings.Fields(m.body[a.thing.Start:a.thing.End]) {
		if hasWord(m.body[b.thing.Start:b.thing.End], word) {
			return true
		}
	}
	return false
}

func (m *merger) dateAt(c *candidate) edtf.Date {
	if c.date < 0 {
		return edtf.Date{}
	}
	return m.dates[m.items[c.date].date].Date
}

// overlap reports whether two dates can be the same day, or either is unknown.
func overlap(a, b edtf.Date) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	first, ok := a.Earliest()
	until, closed := b.Latest()
	if ok && closed && first > until {
		return false
	}
	first, ok = b.Earliest()
	until, closed = a.Latest()
	return !ok || !closed || first <= until
}

// join adds a candidate to a telling: the fuller of the two stands for it.
func (m *merger) join(i int, c candidate) {
	old := &m.all[i]
	if m.better(&c, &old.candidate) {
		kept := old.candidate
		old.candidate = c
		c = kept
	}
	m.fill(&old.candidate, &c)
	old.also = append(old.also, passage{c.sentence, c.trigger})
}

// further returns the sentences, other than the first, that tell it, each once.
func (h *telling) further() []passage {
	slices.SortFunc(h.also, func(a, b passage) int { return a.trigger - b.trigger })
	own := h.sentence
	h.also = slices.DeleteFunc(h.also, func(p passage) bool { return p.sentence == own })
	return slices.CompactFunc(h.also, func(a, b passage) bool { return a.sentence == b.sentence })
}

// better reports whether a says more than b.
func (m *merger) better(a, b *candidate) bool {
	if a.frame.rank != b.frame.rank {
		return a.frame.rank > b.frame.rank
	}
	return m.weight(a) > m.weight(b)
}

func (m *merger) weight(c *candidate) int {
	n := len(m.both(c)) + len(c.goals)
	if c.place >= 0 {
		n++
	}
	if !m.dateAt(c).IsZero() {
		n += 2
	}
	return n
}

// fill takes from another telling what the first does not say.
func (m *merger) fill(c, from *candidate) {
	if c.place < 0 {
		c.place = from.place
	}
	if from.date >= 0 && (m.dateAt(c).IsZero() || c.doubtful && !from.doubtful) {
		c.date, c.doubtful = from.date, from.doubtful
	}
	c.planned = c.planned && from.planned
	c.bare = c.bare && from.bare
	c.agents = m.addNames(c.agents, from.agents)
	c.objects = m.addNames(c.objects, from.objects)
	c.partners = m.addNames(c.partners, from.partners)
	c.goals = m.addNames(c.goals, from.goals)
	c.mods = m.addNames(c.mods, from.mods)
}

// How sure it is that something happened, by what is said of it.
const (
	sureWord    = 0.4
	surePart    = 0.15 // for who did it, and for whom it befell
	sureDate    = 0.15
	surePlace   = 0.1
	sureRetold  = 0.05
	mostSure    = 0.95
	onlyPlanned = 0.8 // factor
)

// suggestions puts the tellings into words.
func (m *merger) suggestions() []Suggestion {
	var all []Suggestion
	for i := range m.all {
		c := &m.all[i].candidate
		s := m.sentences[c.sentence]
		made := Suggestion{
			Start: s.Start, End: s.End, Name: m.title(c), Kind: c.frame.kind, Place: c.place,
			Participants: m.participants(c), Trigger: m.items[c.trigger].Range,
		}
		if c.date >= 0 {
			made.Date, made.DateAt = m.dateAt(c), m.items[c.date].Range
			if c.doubtful {
				made.Date = uncertain(made.Date)
			}
		}
		for _, p := range m.all[i].further() {
			at := m.sentences[p.sentence]
			made.Also = append(made.Also, Passage{at.Start, at.End, m.items[p.trigger].Range})
		}
		made.Certainty = certainty(&made, c.planned)
		all = append(all, made)
	}
	return all
}

// uncertain marks a day as one that is only likely.
func uncertain(date edtf.Date) edtf.Date {
	if marked, err := edtf.Parse(strings.TrimRight(date.String(), "?") + "?"); err == nil {
		return marked
	}
	return date
}

func certainty(s *Suggestion, planned bool) float64 {
	sure := sureWord + surePart*float64(min(len(s.Participants), 2)) + sureRetold*float64(min(len(s.Also), 2))
	if !s.Date.IsZero() {
		sure += sureDate
	}
	if s.Place >= 0 {
		sure += surePlace
	}
	if planned {
		sure *= onlyPlanned
	}
	return min(sure, mostSure)
}

// participants gives everybody who took part a role, each once. A place where
// it only was is none.
func (m *merger) participants(c *candidate) []Participant {
	var all []Participant
	var taken []int
	take := func(names []int, role string) {
		for _, name := range names {
			if before := len(taken); role != "" {
				if taken = m.addName(taken, name); len(taken) > before {
					all = append(all, Participant{name, role})
				}
			}
		}
	}
	r := c.frame.roles
	if c.frame.style == at {
		take(m.ofKinds(c.agents, people|bodies), r.agent)
	} else {
		take(c.agents, r.agent)
	}
	take(c.objects, r.object)
	take(c.partners, r.partner)
	take(c.goals, r.goal)
	switch c.frame.style {
	case meet, pair, parties, union:
		take(c.mods, r.agent)
	case byAgent:
		take(m.ofKinds(c.mods, bodies), r.agent)
	}
	return all
}
