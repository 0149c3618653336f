package anchor

// endLength is how many characters on the passage's side of an end (if it is
// shorter, those behind it too) decide where the end lies: with the context on
// the other side enough to be sure, and few enough for a plain table.
const endLength = 64

// cut returns the passage within a match of run, whose first before and last
// after characters are context, in characters of the text.
func (f *Finder) cut(run []symbol, m match, before, after int) span {
	text := f.text.run
	whole := newPattern(backwards(run), f.text.size)
	from := max(0, m.end-len(run)-m.distance)
	length, _ := whole.nearest(backwards(text[from:m.end]))
	from = m.end - length

	room := func(context int) int { return min(length, context+endLength+m.distance) }
	head := run[before:min(len(run), before+endLength)]
	tail := run[max(0, len(run)-after-endLength) : len(run)-after]
	ahead := text[from : from+room(before)]
	behind := backwards(text[m.end-room(after) : m.end])
	passage := span{
		from + seam(run[:before], head, ahead),
		m.end - seam(backwards(run[len(run)-after:]), backwards(tail), behind),
	}
	return f.toWords(passage, run, before, after)
}

// agreeing is how many characters must stand unchanged at an end to show that
// the passage begins there: a short word. Fewer agree by chance.
const agreeing = 4

// seam returns where in text the left part ends and the right part begins if
// both are laid along it with the fewest edits; text may go on at both ends.
// What was put in between them belongs to neither, so the right part does not
// begin with it. Of equal places that counts which has most of the right part
// unchanged behind it, or else the first, so that the right part keeps all of
// what its first word became.
func seam(left, right, text []symbol) int {
	until, from := edits(left, text), rightCosts(right, text)
	best, agree := 0, agreeing-1
	for i := range until {
		cost, least := until[i]+from[i], until[best]+from[best]
		if cost > least {
			continue
		}
		same := 0
		for same < len(right) && i+same < len(text) && right[same] == text[i+same] {
			same++
		}
		if cost < least || same > agree {
			best, agree = i, max(same, agreeing-1)
		}
	}
	return best
}

// edits returns, for each end in text, the fewest edits between part and any
// piece of text that ends there.
func edits(part, text []symbol) []int {
	row := make([]int, len(text)+1)
	for _, s := range part {
		diagonal := row[0]
		row[0]++
		for j, t := range text {
			cost := diagonal
			if s != t {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, diagonal+1, row[j]+1)
		}
	}
	return row
}

// rightCosts returns, for each start in text, the fewest edits between part
// and any piece of text that starts there, none of them an insertion before
// part begins.
func rightCosts(part, text []symbol) []int {
	part, text = backwards(part), backwards(text)
	n := len(part) - 1
	before := edits(part[:n], text)
	costs := make([]int, len(text)+1)
	for j := range costs {
		cost := before[j] + 1
		if j > 0 {
			diagonal := before[j-1]
			if part[n] != text[j-1] {
				diagonal++
			}
			cost = min(cost, diagonal)
		}
		costs[len(text)-j] = cost
	}
	return costs
}

// toWords moves the ends of a passage off blanks, and out of words where
// those of the quotation stood between words.
func (f *Finder) toWords(passage span, run []symbol, before, after int) span {
	first, last := run[before], run[len(run)-after-1]
	wordAt := func(i int) bool { return i >= 0 && i < len(f.text.run) && f.text.isWord(f.text.run[i]) }
	inside := func(i int) bool { return wordAt(i-1) && wordAt(i) }
	if inside(passage.start) && (before == 0 || !f.text.isWord(first) || !f.text.isWord(run[before-1])) {
		passage.start = nearestOutside(passage.start, inside)
	}
	if inside(passage.end) && (after == 0 || !f.text.isWord(last) || !f.text.isWord(run[len(run)-after])) {
		passage.end = nearestOutside(passage.end, inside)
	}
	for passage.start < passage.end && first != f.text.blank && f.text.run[passage.start] == f.text.blank {
		passage.start++
	}
	for passage.start < passage.end && last != f.text.blank && f.text.run[passage.end-1] == f.text.blank {
		passage.end--
	}
	return passage
}

// nearestOutside returns the place nearest to at that is not inside a word.
func nearestOutside(at int, inside func(int) bool) int {
	for step := 1; ; step++ {
		if !inside(at - step) {
			return at - step
		}
		if !inside(at + step) {
			return at + step
		}
	}
}
