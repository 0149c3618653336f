package layout

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// Limits of tables: what lies behind them stays in the last cell, and the
// lines behind them have no say in how wide a column is.
const (
	tableColumns = 32
	tableSample  = 200
)

// Room in a table, in sizes of its letters.
const (
	cellGap  = 1.2 // between two columns
	cellPad  = 0.4 // above and below the words of a cell
	cellWide = 40  // the width that a column asks for at most, at first
)

// cells returns the ranges of the cells of a line; each but the last ends
// with its tab.
func cells(body string, line text.Range) []text.Range {
	var list []text.Range
	for len(list) < tableColumns-1 {
		tab := strings.IndexByte(body[line.Start:line.End], '\t')
		if tab < 0 {
			break
		}
		end := line.Start + tab + 1
		list = append(list, text.Range{Start: line.Start, End: end})
		line.Start = end
	}
	return append(list, line)
}

// lines returns the ranges of the lines in r, each with its line break.
func lines(body string, r text.Range) []text.Range {
	var list []text.Range
	for r.Start < r.End {
		end := r.End
		if i := strings.IndexByte(body[r.Start:r.End], '\n'); i >= 0 {
			end = r.Start + i + 1
		}
		list = append(list, text.Range{Start: r.Start, End: end})
		r.Start = end
	}
	if len(list) == 0 {
		list = append(list, r)
	}
	return list
}

// tableWidths returns the widths of the columns of a table: what the widest
// cell of each takes, and if that is too much, the widest give way first.
func (f *Flow) tableWidths(number int, d dress) []float32 {
	if widths, ok := f.columns[number]; ok {
		return widths
	}
	body, widths := f.text.Body, []float32(nil)
	sample := f.text.Blocks[number].Range
	sample.End = min(sample.End, sample.Start+4*sectionLimit)
	for i, line := range lines(body, sample) {
		if i == tableSample {
			break
		}
		for column, cell := range cells(body, line) {
			if column == len(widths) {
				widths = append(widths, 2*d.size)
			}
			words := strings.TrimRightFunc(body[cell.Start:cell.End], blank)
			if wide := cellWide * d.size; len(words) > 4*cellWide {
				widths[column] = wide
			} else {
				widths[column] = min(wide, max(widths[column], f.measure.Width(strings.ToValidUTF8(words, ""), d.face, d.size)+1))
			}
		}
	}
	free := f.width - d.left - float32(len(widths)-1)*cellGap*d.size
	f.columns[number] = fit(widths, max(free, float32(len(widths))*d.size))
	return f.columns[number]
}

// fit returns widths that add up to at most free: none is above a common
// bound, and those below it are left as they are.
func fit(widths []float32, free float32) []float32 {
	order := slices.Clone(widths)
	slices.Sort(order)
	for i, width := range order {
		share := free / float32(len(order)-i)
		if width > share {
			fitted := slices.Clone(widths)
			for j := range fitted {
				fitted[j] = min(fitted[j], share)
			}
			return fitted
		}
		free -= width
	}
	return widths
}

// layTable lays out the lines of s: each cell has a column of its own.
func (f *Flow) layTable(laid *Section, s section, block text.Block, d dress) {
	widths := f.tableWidths(s.block, d)
	pieces := f.pieces(s, block, d)
	y := float32(0)
	for _, line := range lines(f.text.Body, s.Range) {
		x, bottom := d.left, y
		for column, cell := range cells(f.text.Body, line) {
			width := widths[min(column, len(widths)-1)]
			b := breaker{flow: f, block: block, dress: d, left: x, width: width, y: y + cellPad*d.size}
			b.lay(cell, pieces)
			laid.Rows = append(laid.Rows, b.rows...)
			bottom = max(bottom, b.y)
			if column < len(widths)-1 {
				x += width + cellGap*d.size
			}
		}
		y = bottom + cellPad*d.size
		laid.Boxes = append(laid.Boxes, Box{X: d.left, Y: y, Width: f.width - d.left, Height: 1, Ink: Line})
		y++
	}
	laid.Height = y
}
