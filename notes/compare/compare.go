// Package compare tells what changed from one text to another: paragraph by
// paragraph, and by word within those that changed. It works on texts alone.
package compare

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"

	"cuttings/notes/text"
)

// Kind says what became of a paragraph.
type Kind string

// The kinds of change.
const (
	Same    Kind = "same"
	Changed Kind = "changed"
	Added   Kind = "added"
	Removed Kind = "removed"
)

// Change is a paragraph of either text, and the one of the other that it
// answers to. Those of the old text come in its order, and so do those of the
// new one.
type Change struct {
	Kind     Kind
	Was, Is  text.Range   // the paragraph in either text; empty where it has none
	Gone     []text.Range // of the old text: the words that are not in the new
	Come     []text.Range // of the new text: the words that were not in the old
	Likeness float64      // of a Changed one: the share of its words that stayed
}

// leastLikeness is the share of words that two paragraphs between the same
// neighbours must have in common to be shown as one that changed. Below it they
// are shown as one that went and one that came, since words marked in nearly
// every place tell nothing.
const leastLikeness = 0.35

// patience bounds the time that one run of the difference algorithm may take;
// past it the result is coarser, but still true.
const patience = time.Second

// Texts compares two texts. It returns the context's error if that ends.
func Texts(ctx context.Context, was, is text.Text) ([]Change, error) {
	var changes []Change
	var gone, come []int // blocks since the last that is the same
	flush := func() error {
		found, err := pair(ctx, was, is, gone, come)
		changes = append(changes, found...)
		gone, come = nil, nil
		return err
	}
	before, after := blocks(was), blocks(is)
	i, j := 0, 0
	for _, d := range difference(before, after) {
		for range d.count {
			switch {
			case d.operation == diffmatchpatch.DiffDelete:
				gone = append(gone, i)
				i++
			case d.operation == diffmatchpatch.DiffInsert:
				come = append(come, j)
				j++
			case before[i] != after[j]: // more distinct blocks than there are characters
				gone, come = append(gone, i), append(come, j)
				i++
				j++
			default:
				if err := flush(); err != nil {
					return nil, err
				}
				changes = append(changes, Change{Kind: Same, Was: was.Blocks[i].Range, Is: is.Blocks[j].Range})
				i++
				j++
			}
		}
	}
	return changes, flush()
}

// blocks returns the words of each block.
func blocks(t text.Text) []string {
	list := make([]string, len(t.Blocks))
	for i, block := range t.Blocks {
		list[i] = string(block.Kind) + "\x00" + block.Source + "\x00" + t.Body[block.Start:block.End]
	}
	return list
}

// pair matches the blocks that went with those that came, in order: each with
// the first of the others that is like it.
func pair(ctx context.Context, was, is text.Text, gone, come []int) ([]Change, error) {
	var changes []Change
	next := 0
	for _, i := range gone {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("compare texts: %w", err)
		}
		found := -1
		var change Change
		for j := next; j < len(come) && j < next+pairReach; j++ {
			change = inner(was, is, was.Blocks[i], is.Blocks[come[j]])
			if change.Likeness >= leastLikeness {
				found = j
				break
			}
		}
		if found < 0 {
			r := was.Blocks[i].Range
			changes = append(changes, Change{Kind: Removed, Was: r, Gone: []text.Range{r}})
			continue
		}
		for ; next < found; next++ {
			changes = append(changes, added(is.Blocks[come[next]]))
		}
		changes = append(changes, change)
		next = found + 1
	}
	for ; next < len(come); next++ {
		changes = append(changes, added(is.Blocks[come[next]]))
	}
	return changes, nil
}

// pairReach bounds how many of the blocks that came one that went is compared
// with.
const pairReach = 8

func added(block text.Block) Change {
	return Change{Kind: Added, Is: block.Range, Come: []text.Range{block.Range}}
}

// longestInner is how many bytes a block may have to be compared by word.
const longestInner = 256 << 10

// inner compares two blocks by word.
func inner(was, is text.Text, a, b text.Block) Change {
	if a.Kind != b.Kind || max(a.Len(), b.Len()) > longestInner {
		return Change{}
	}
	before, after := split(was.Slice(a.Range)), split(is.Slice(b.Range))
	change := Change{Kind: Changed, Was: a.Range, Is: b.Range}
	i, j, stayed := 0, 0, 0
	from, to := a.Start, b.Start
	for _, d := range difference(before, after) {
		start, end, first, last := from, from, to, to
		for range d.count {
			if d.operation != diffmatchpatch.DiffInsert {
				end += len(before[i])
				i++
			}
			if d.operation != diffmatchpatch.DiffDelete {
				last += len(after[j])
				j++
			}
		}
		switch d.operation {
		case diffmatchpatch.DiffDelete:
			change.Gone = append(change.Gone, text.Range{Start: start, End: end})
		case diffmatchpatch.DiffInsert:
			change.Come = append(change.Come, text.Range{Start: first, End: last})
		default:
			stayed += end - start
		}
		from, to = end, last
	}
	change.Likeness = float64(2*stayed) / float64(max(a.Len()+b.Len(), 1))
	change.Gone, change.Come = trimmed(was, change.Gone), trimmed(is, change.Come)
	return change
}

// split parts a block into its words and what stands between them.
func split(block string) []string {
	var list []string
	segments := words.FromString(block)
	for segments.Next() {
		list = append(list, segments.Value())
	}
	return list
}

// trimmed takes the white space off the ends of ranges.
func trimmed(t text.Text, ranges []text.Range) []text.Range {
	kept := ranges[:0]
	for _, r := range ranges {
		words := t.Body[r.Start:r.End]
		r.Start += len(words) - len(strings.TrimLeft(words, " \n\t"))
		r.End -= len(words) - len(strings.TrimRight(words, " \n\t"))
		if r.Start < r.End {
			kept = append(kept, r)
		}
	}
	return kept
}

// run is a number of tokens that stay, go or come.
type run struct {
	operation diffmatchpatch.Operation
	count     int
}

// difference compares two lists of tokens: each distinct token stands as one
// character in the strings that the library compares.
func difference(before, after []string) []run {
	numbers := map[string]rune{}
	encode := func(tokens []string) []rune {
		list := make([]rune, len(tokens))
		for i, token := range tokens {
			number, ok := numbers[token]
			if !ok {
				number = symbol(len(numbers))
				numbers[token] = number
			}
			list[i] = number
		}
		return list
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = patience
	a, b := encode(before), encode(after)
	var runs []run
	for _, part := range d.DiffMainRunes(a, b, false) {
		runs = append(runs, run{part.Type, len([]rune(part.Text))})
	}
	return runs
}

// symbol returns the character for a token's number, none of which is half of a
// pair or out of range.
func symbol(number int) rune {
	r := rune(number + 1)
	if r >= 0xD800 {
		r += 0x800
	}
	return min(r, 0x10FFFF)
}

// Touches reports whether a range of the old text lies in a passage that is
// not the same in the new one.
func Touches(changes []Change, r text.Range) bool {
	for _, change := range changes {
		if change.Kind != Same && change.Was.Overlaps(r) {
			return true
		}
	}
	return false
}
