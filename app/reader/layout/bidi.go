package layout

import (
	"slices"

	"cuttings/app/direction"
	"cuttings/notes/text"
)

// directed returns the direction of a block, which that of its first letter is,
// and the stretches of s; none if all of it runs to the right. Text of one
// direction pays for a look at its letters only.
func (f *Flow) directed(s text.Range, block text.Block) (leftward bool, stretches []direction.Stretch) {
	words := f.text.Body[s.Start:s.End]
	if !direction.HasLeftward(words) {
		return false, nil
	}
	leftward = f.leftwardBlock(block)
	stretches = direction.Stretches(words, leftward)
	for i := range stretches {
		stretches[i].Start, stretches[i].End = stretches[i].Start+s.Start, stretches[i].End+s.Start
	}
	return leftward, stretches
}

// leftwardBlock reports whether the first letter of a block is one that is
// written to the left.
func (f *Flow) leftwardBlock(block text.Block) bool {
	if block.Kind == text.Code || block.Kind == text.Table {
		return false // they stand as they were written
	}
	words := f.text.Body[block.Start:min(block.End, block.Start+sectionLimit)]
	return direction.HasLeftward(words) && direction.Leftward(words)
}

// split cuts runs, which are in the order of the text, where the direction
// changes.
func (b *breaker) split(start, end int) []direction.Stretch {
	whole := direction.Stretch{Range: text.Range{Start: start, End: end}, Level: direction.Level(b.leftward)}
	if len(b.stretches) == 0 {
		return []direction.Stretch{whole}
	}
	var parts []direction.Stretch
	for _, s := range b.stretches {
		if from, to := max(s.Start, start), min(s.End, end); from < to {
			parts = append(parts, b.apart(direction.Stretch{Range: text.Range{Start: from, End: to}, Level: s.Level})...)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, whole)
	}
	return parts
}

// apart cuts words that run to the left into what can be drawn by itself.
func (b *breaker) apart(s direction.Stretch) []direction.Stretch {
	if s.Level%2 == 0 {
		return []direction.Stretch{s}
	}
	var parts []direction.Stretch
	for _, words := range direction.Apart(b.flow.text.Slice(s.Range)) {
		end := s.Start + len(words)
		parts = append(parts, direction.Stretch{Range: text.Range{Start: s.Start, End: end}, Level: s.Level})
		s.Start = end
	}
	return parts
}

// turn gives the runs of a row their places as the eye sees them, and the row
// begins at the side where its block does. The runs stay in the order of the
// text.
func (b *breaker) turn(row *Row, levels []int) {
	row.Mixed, row.Leftward = true, b.leftward
	width := float32(0)
	for _, run := range row.Runs {
		width += run.Width
	}
	x := b.left
	if b.leftward {
		x = b.left + max(b.width-width, 0)
	}
	for _, i := range direction.Order(levels) {
		row.Runs[i].X, row.Runs[i].Leftward = x, levels[i]%2 == 1
		if row.Runs[i].Leftward {
			row.Runs[i].Drawn = direction.Mirrored(row.Runs[i].Words)
		}
		x += row.Runs[i].Width
	}
}

// Reach is how far words go in a row, from left to right.
type Reach struct{ From, To float32 }

// mixedX is X for a row with words that run to the left.
func (f *Flow) mixedX(row *Row, offset int) float32 {
	for i := range row.Runs {
		run := &row.Runs[i]
		if offset >= run.End && i < len(row.Runs)-1 {
			continue
		}
		width := f.prefix(run, max(offset, run.Start))
		if run.Leftward {
			return run.X + run.Width - width
		}
		return run.X + width
	}
	return row.X
}

// mixedCover is Cover for such a row: words that follow one another may stand
// apart.
func (f *Flow) mixedCover(row *Row, start, end int) []Reach {
	var list []Reach
	for i := range row.Runs {
		run := &row.Runs[i]
		from, to := max(start, run.Start), min(end, run.End)
		if from >= to {
			continue
		}
		a, b := f.prefix(run, from), f.prefix(run, to)
		r := Reach{run.X + a, run.X + b}
		if run.Leftward {
			r = Reach{run.X + run.Width - b, run.X + run.Width - a}
		}
		if r.To > r.From {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b Reach) int { return int((a.From - b.From) * 16) })
	joined := list[:0]
	for _, r := range list {
		if n := len(joined); n > 0 && r.From-joined[n-1].To < 0.5 {
			joined[n-1].To = max(joined[n-1].To, r.To)
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}

// mixedOffset is Offset for such a row.
func (f *Flow) mixedOffset(row *Row, x float32) int {
	nearest := 0
	for i := range row.Runs {
		if outside(x, row.Runs[i].X, row.Runs[i].X+row.Runs[i].Width) < outside(x, row.Runs[nearest].X, row.Runs[nearest].X+row.Runs[nearest].Width) {
			nearest = i
		}
	}
	run := &row.Runs[nearest]
	along := min(max(x-run.X, 0), run.Width)
	if run.Leftward {
		along = run.Width - along
	}
	return f.within(run, along)
}

// Leftward reports whether the words at offset belong to a block that is
// written to the left.
func (f *Flow) Leftward(offset int) bool {
	spot, ok := f.SpotAt(offset)
	return ok && f.Row(spot).Leftward
}
