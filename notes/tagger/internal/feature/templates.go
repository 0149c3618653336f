package feature

import (
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// outer is what stands before and behind a sentence.
var outer = word{lower: 1, shape: 1, form: token.Mark}

func (m *Maker) at(i int) *word {
	if i < 0 || i >= len(m.words) {
		return &outer
	}
	return &m.words[i]
}

// token adds the features of one token. The numbers of the templates are part
// of what was learnt: changing one means learning anew.
func (m *Maker) token(text string, sentence []token.Token, i int) {
	w, before, behind := m.at(i), m.at(i-1), m.at(i+1)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	m.add(1, w.lower)
	m.add(2, before.lower, w.lower)
	m.add(3, w.lower, behind.lower)
	m.add(4)
	m.add(5, before.lower)
	m.add(6, behind.lower)
	m.add(7, m.at(i-2).lower)
	m.add(8, m.at(i+2).lower)
	m.add(9, m.at(i-2).lower, before.lower)
	m.add(10, behind.lower, m.at(i+2).lower)
	m.add(11, w.shape, first)
	m.add(12, before.shape, w.shape)
	m.add(13, w.shape, behind.shape)
	m.add(14, before.shape, w.shape, behind.shape)
	m.add(15, uint64(w.form), uint64(w.ordinary), first)
	m.add(16, uint64(before.form), uint64(before.ordinary), uint64(w.form))
	m.add(17, uint64(w.form), uint64(behind.form), uint64(behind.ordinary))
	m.lists(i)
	if w.form.Capitalised() {
		m.affixes(text[sentence[i].Start:sentence[i].End])
		m.run(i)
	}
}

func (m *Maker) lists(i int) {
	w, before, behind := m.at(i), m.at(i-1), m.at(i+1)
	form := uint64(w.form)
	m.add(20, uint64(w.set), form)
	for bit := lists.Set(1); bit <= lists.Calendar; bit <<= 1 {
		if w.set&bit != 0 {
			m.add(21, uint64(bit), form)
			m.add(22, uint64(bit), uint64(w.ordinary), form)
		}
		if before.set&bit != 0 {
			m.add(23, uint64(bit), uint64(before.form))
		}
		if behind.set&bit != 0 {
			m.add(24, uint64(bit), uint64(behind.form))
		}
		if w.longer&bit != 0 {
			m.add(25, uint64(bit), uint64(w.place))
		}
	}
	m.add(26, uint64(before.set), uint64(w.set), form)
	m.add(27, uint64(w.set), uint64(behind.set), form)
}

func (m *Maker) affixes(written string) {
	for n := 1; n <= 4; n++ {
		if s := ending(written, n); s != "" {
			m.add(uint64(30+n), hashLower(s))
		}
		if s := beginning(written, n); s != "" && n > 1 {
			m.add(uint64(35+n), hashLower(s))
		}
	}
}

// run adds what is seen of the run of capitalised words that a word is in: its
// ends, what stands about it and where in it the word is.
func (m *Maker) run(i int) {
	w := m.at(i)
	place := uint64(0) // within
	switch {
	case w.first == w.last:
		place = 3
	case i == w.first:
		place = 1
	case i == w.last:
		place = 2
	}
	head, tail := m.at(w.first), m.at(w.last)
	before, behind := m.at(w.first-1), m.at(w.last+1)
	m.add(40, place, uint64(min(w.last-w.first, 4)))
	m.add(41, place, tail.lower)
	m.add(42, place, uint64(tail.set))
	m.add(43, place, head.lower)
	m.add(44, place, uint64(head.set))
	m.add(45, place, before.lower)
	m.add(46, place, behind.lower)
	m.add(47, place, before.lower, m.at(w.first-2).lower)
	m.add(48, place, behind.lower, m.at(w.last+2).lower)
	m.add(49, place, uint64(before.set), uint64(w.set))
	m.add(50, place, uint64(behind.set), uint64(w.set))
	m.add(51, place, before.lower, behind.lower)
	m.add(52, before.shape, behind.shape, place)
	m.add(53, place, uint64(head.set&(lists.People|lists.Given)), uint64(tail.set&(lists.People|lists.Given)))
	if w.wide != w.last {
		m.add(54, m.at(w.wide).lower)
		m.add(55, uint64(m.at(w.wide).set), place)
		m.add(56, behind.lower, uint64(m.at(w.wide).set))
	}
	if w.begins != w.first {
		m.add(57, m.at(w.begins).lower)
		m.add(58, uint64(m.at(w.begins).set), place)
		m.add(59, m.at(m.at(w.begins).last).lower, before.lower)
		m.add(60, uint64(m.at(m.at(w.begins).last).set), before.lower, place)
	}
	window := lists.Set(0)
	for k := 1; k <= 3; k++ {
		window |= m.at(w.first - k).set
	}
	m.add(61, uint64(window&(lists.Title|lists.Office|lists.WorkWord|lists.OrganisationWord|lists.Nationality)), place)
}

func (m *Maker) add(template uint64, parts ...uint64) {
	m.keys = append(m.keys, key(template, parts...))
}
