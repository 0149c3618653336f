package page

import (
	"strconv"

	"golang.org/x/net/html"

	"cuttings/notes/text"
)

const (
	// longCell is the length in bytes of a cell that holds more than a value
	// or a remark: the table places paragraphs on the page.
	longCell = 600

	// maxSpan bounds the columns that one cell is believed to span.
	maxSpan = 20
)

// table writes a table of data a line a row, and one that only places things
// on the page as what it holds.
func (w *walker) table(node *html.Node) {
	if w.cell || w.pre {
		w.children(node)
		return
	}
	w.end()
	rows := tableRows(node)
	if !isData(node, rows) {
		w.children(node)
		w.end()
		return
	}
	if caption := first(node, "caption"); caption != nil {
		w.children(caption)
		w.end()
	}
	w.begin(text.Block{Kind: text.Table, Quoted: w.quoted})
	w.cell = true
	begun := false
	for _, row := range rows {
		if !hasWords(row) {
			continue
		}
		if begun {
			w.out.Break()
		}
		begun = true
		for j, cell := range row {
			if j > 0 {
				w.out.Write("\t")
			}
			w.filled, w.gap = false, false
			w.children(cell)
			span, _ := strconv.Atoi(attribute(cell, "colspan"))
			for range min(span, maxSpan) - 1 {
				w.out.Write("\t")
			}
		}
	}
	w.cell = false
	w.figures, w.words = nil, nil
	w.end()
}

// tableRows returns the cells of a table, row by row, without those of tables
// within it.
func tableRows(table *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	for part := table.FirstChild; part != nil; part = part.NextSibling {
		if isElement(part, "tr") {
			rows = append(rows, rowCells(part))
		}
		if !isElement(part, "thead", "tbody", "tfoot") {
			continue
		}
		for row := part.FirstChild; row != nil; row = row.NextSibling {
			if isElement(row, "tr") {
				rows = append(rows, rowCells(row))
			}
		}
	}
	return rows
}

func hasWords(row []*html.Node) bool {
	for _, cell := range row {
		if content(cell) != "" {
			return true
		}
	}
	return false
}

func rowCells(row *html.Node) []*html.Node {
	var cells []*html.Node
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if isElement(cell, "td", "th") && !isHidden(cell) {
			cells = append(cells, cell)
		}
	}
	return cells
}

// isData tells a table of values from one that lays out a page.
func isData(table *html.Node, rows [][]*html.Node) bool {
	if role := attribute(table, "role"); role == "presentation" || role == "none" || first(table, "table") != nil {
		return false
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
		for _, cell := range row {
			if len(content(cell)) > longCell || first(cell, "pre") != nil {
				return false
			}
		}
	}
	if columns < 2 {
		return false
	}
	return len(rows) > 1 || first(table, "th") != nil || first(table, "caption") != nil
}
