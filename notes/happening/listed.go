package happening

import "strings"

// joinsNames reports whether the conjunction at k joins two names.
func (t *told) joinsNames(s sentence, k int) bool {
	if k-1 < s.from || !t.items[k-1].named() && !t.mark(k-1, ",") {
		return false
	}
	_, ok := t.nameFrom(s, k+1)
	return ok
}

// joinsNouns reports whether the conjunction at k joins two nouns before a
// preposition: soldiers and doctors to.
func (t *told) joinsNouns(s sentence, k int) bool {
	for j := k + 1; j < s.to && j-k <= 3; j++ {
		if t.items[j].is(preposition) {
			return j > k+1
		}
		if !t.plain(j) || strings.HasSuffix(t.word(j), "ed") {
			return false
		}
	}
	return false
}

// nameFrom returns the item of the name that begins at i, behind titles.
func (t *told) nameFrom(s sentence, i int) (int, bool) {
	for skipped := 0; i < s.to && skipped <= skippedWords; i++ {
		switch {
		case t.items[i].kind == nameItem:
			return i, true
		case t.items[i].is(determiner) && !t.items[i].is(his):
		case t.plain(i):
			skipped++
		default:
			return 0, false
		}
	}
	return 0, false
}

// listed returns the name at k with those before and behind it in a list of
// its kind: "A, B and C".
func (t *told) listed(s sentence, k int) []int {
	kind := t.names[t.items[k].name].Kind
	all := []int{t.items[k].name}
	const most = 8
	for at := k; len(all) < most; {
		j := at - 1
		for skipped := 0; j >= s.from && skipped <= skippedWords && (t.plain(j) || t.items[j].is(determiner)); j-- {
			skipped++
		}
		if at == k && j-1 > s.from && t.items[j].is(conjunction) && t.mark(j-1, ",") {
			j-- // "A, B, and C"
			at = j + 1
		}
		if j <= s.from || !t.items[j].is(conjunction) && (at == k || !t.mark(j, ",")) || t.items[j-1].kind != nameItem ||
			t.names[t.items[j-1].name].Kind != kind {
			break
		}
		at = j - 1
		all = append([]int{t.items[at].name}, all...)
	}
	return append(all, t.listedBehind(s, k)...)
}

// listedBehind returns the names that follow the one at k in a list: after
// commas only if an "and" ends the list.
func (t *told) listedBehind(s sentence, k int) []int {
	kind := t.names[t.items[k].name].Kind
	var all []int
	const most = 8
	for at := k; len(all) < most; {
		j := at + 1
		comma := t.mark(j, ",") && j < s.to
		if comma && t.is(s, j+1, conjunction) {
			j++
			comma = false
		}
		if j >= s.to || !comma && !t.items[j].is(conjunction) {
			return nil
		}
		next, ok := t.nameFrom(s, j+1)
		if !ok || t.names[t.items[next].name].Kind != kind || next+1 < s.to && t.items[next+1].kind == ownerItem {
			return nil
		}
		all = append(all, t.items[next].name)
		if !comma {
			return all
		}
		at = next
	}
	return all
}
