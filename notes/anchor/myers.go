package anchor

// Approximate search by Gene Myers, "A fast bit-vector algorithm for
// approximate string matching based on dynamic programming", J. ACM 46 (3),
// 1999, with the horizontal differences between blocks as in Heikki Hyyrö,
// "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances", 2003. A column of the table of edit distances is kept as the
// differences between its rows, 64 rows in two machine words; a pattern of
// more than 64 characters takes several such blocks, of which only those are
// computed that can still lead to a match with few enough edits.
//
// It runs on characters, not bytes: an edit is then one character as a reader
// sees it, in any script, and no match begins or ends inside of one.

const wordBits = 64

// symbol stands for a character of the text; see alphabet.
type symbol int32

// pattern is what is searched for, prepared.
type pattern struct {
	length int
	blocks int
	equal  []uint64 // [symbol*blocks+block]: the rows at which the symbol stands
}

// newPattern prepares symbols, which are less than size.
func newPattern(symbols []symbol, size int) *pattern {
	p := &pattern{length: len(symbols), blocks: (len(symbols) + wordBits - 1) / wordBits}
	p.equal = make([]uint64, size*p.blocks)
	for row, s := range symbols {
		p.equal[int(s)*p.blocks+row/wordBits] |= 1 << (row % wordBits)
	}
	return p
}

// rows returns how many rows of the pattern lie in block b.
func (p *pattern) rows(b int) int { return min(wordBits, p.length-b*wordBits) }

// block is 64 rows of a column: where a row is one more, or one less, than
// the row above it, and the distance at the last row.
type block struct {
	more, less uint64
	score      int
}

// step moves b on by one character of the text. In says how the row above b
// changed (-1, 0, +1); the result, how the last row of b did.
func (b *block) step(equal uint64, in int, last uint64) int {
	vertical := equal | b.less
	if in < 0 {
		equal |= 1
	}
	horizontal := (((equal & b.more) + b.more) ^ b.more) | equal
	more := b.less | ^(horizontal | b.more)
	less := b.more & horizontal
	out := 0
	if more&last != 0 {
		out = 1
	} else if less&last != 0 {
		out = -1
	}
	more <<= 1
	less <<= 1
	if in < 0 {
		less |= 1
	} else if in > 0 {
		more |= 1
	}
	b.more = less | ^(vertical | more)
	b.less = more & vertical
	b.score += out
	return out
}

// search calls found, from left to right, for every end in text at which the
// pattern matches with at most limit edits: the distance to whichever piece
// of text ending there is nearest. Ends count symbols.
func (p *pattern) search(text []symbol, limit int, found func(end, distance int)) {
	if p.length == 0 {
		return
	}
	blocks := make([]block, p.blocks)
	last := p.blocks - 1
	active := min(last, limit/wordBits)
	for b, above := 0, 0; b <= last; b++ {
		above += p.rows(b)
		blocks[b] = block{more: ^uint64(0), score: above}
	}
	for column, s := range text {
		equal := p.equal[int(s)*p.blocks : (int(s)+1)*p.blocks]
		in := 0
		for b := 0; b <= active; b++ {
			in = blocks[b].step(equal[b], in, 1<<(p.rows(b)-1))
		}
		bottom := &blocks[active]
		switch {
		case active < last && bottom.score-in <= limit && (equal[active+1]&1 != 0 || in < 0):
			// The next block may come within the limit at this column.
			active++
			blocks[active] = block{more: ^uint64(0), score: bottom.score - in + p.rows(active)}
			blocks[active].step(equal[active], in, 1<<(p.rows(active)-1))
		default:
			for active > 0 && blocks[active].score >= limit+p.rows(active) {
				active--
			}
		}
		if active == last && blocks[last].score <= limit {
			found(column+1, blocks[last].score)
		}
	}
}

// distances calls found with the edit distance between the pattern and
// text[:end], for every end from 0.
func (p *pattern) distances(text []symbol, found func(end, distance int)) {
	found(0, p.length)
	if p.length == 0 {
		for column := range text {
			found(column+1, column+1)
		}
		return
	}
	blocks := make([]block, p.blocks)
	for b := range blocks {
		blocks[b].more = ^uint64(0)
	}
	distance := p.length
	for column, s := range text {
		equal := p.equal[int(s)*p.blocks : (int(s)+1)*p.blocks]
		in := 1 // the row above the first: one more for each character skipped
		for b := range blocks {
			in = blocks[b].step(equal[b], in, 1<<(p.rows(b)-1))
		}
		distance += in
		found(column+1, distance)
	}
}

// distance returns the edit distance between the pattern and text.
func (p *pattern) distance(text []symbol) int {
	result := 0
	p.distances(text, func(_, distance int) { result = distance })
	return result
}

// nearest returns the length of the beginning of text that is nearest to the
// pattern, and its distance. Of several the one nearest in length counts.
func (p *pattern) nearest(text []symbol) (length, distance int) {
	distance = p.length + 1
	p.distances(text, func(end, d int) {
		if d < distance || d == distance && abs(end-p.length) < abs(length-p.length) {
			length, distance = end, d
		}
	})
	return length, distance
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
