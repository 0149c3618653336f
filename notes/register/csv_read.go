package register

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// The columns of a table, in the order in which they are written.
const (
	columnKind = iota
	columnName
	columnAliases
	columnDescription
	columnRoles
	columnDate
	columnPlace
	columnParticipants
	columnsWritten

	// columnID is written only of those whom a name does not tell from others: a
	// row that somebody copies to begin another with would go on meaning the first.
	columnID    = columnsWritten
	columnCount = columnID + 1
)

var columnNames = [columnsWritten]string{
	"kind", "name", "aliases", "description", "roles", "date", "place", "participants",
}

// columnWords are further names that people give the columns.
var columnWords = map[string]int{
	"id": columnID, "type": columnKind, "alias": columnAliases, "role": columnRoles, "participant": columnParticipants,
}

// kindWords are the names that people give the kinds.
var kindWords = map[string]Kind{
	"person": Person, "people": Person,
	"organisation": Organisation, "organization": Organisation, "organisations": Organisation,
	"organizations": Organisation, "org": Organisation, "company": Organisation,
	"place": Place, "places": Place, "location": Place,
	"event": Event, "events": Event,
}

// columnsOf finds which cell of a header is which column; -1 if there is none.
// It is false without a column for the name.
func columnsOf(header []string) (at [columnCount]int, ok bool) {
	for i := range at {
		at[i] = -1
	}
	for cell, word := range header {
		word = strings.ToLower(oneLine(word))
		column, known := columnWords[word]
		for i, name := range columnNames {
			if name == word {
				column, known = i, true
			}
		}
		if known && at[column] < 0 {
			at[column] = cell
		}
	}
	return at, at[columnName] >= 0
}

// separatorOf tells by the header what stands between the cells.
func separatorOf(header string) byte {
	best, most := byte(','), 0
	for _, separator := range []byte(",;\t") {
		if n := strings.Count(header, string(separator)); n > most {
			best, most = separator, n
		}
	}
	return best
}

func splitHeader(header string) []string {
	cells, _ := (&table{text: header, separator: separatorOf(header)}).row()
	return cells
}

func readCSV(in *intake, data []byte) error {
	in.bracketed = true
	text, ok := asText(data)
	if !ok {
		text = byPage(data, charmap.Windows1252)
	}
	rows := &table{in: in, text: text}
	if strings.HasPrefix(text, "sep=") { // Excel's own line before the header
		rows.row()
	}
	header, _, _ := strings.Cut(strings.TrimLeft(text[rows.at:], "\r\n"), "\n")
	rows.separator = separatorOf(header)
	var cells []string
	line := 0
	for line == 0 || blank(cells) && !rows.done() {
		cells, line = rows.row()
	}
	at, ok := columnsOf(cells)
	if !ok {
		return fmt.Errorf("line %d: no column is called “name”; call the columns %s: %w",
			line, strings.Join(columnNames[:], ", "), ErrNotRegister)
	}
	tellColumns(in, line, cells, at)
	for !rows.done() {
		cells, line = rows.row()
		if blank(cells) {
			continue
		}
		if err := readRow(in, line, cells, at); err != nil {
			return err
		}
	}
	if at[columnKind] < 0 {
		tellKinds(in)
	}
	return nil
}

// tellColumns names the columns of a header that are not used.
func tellColumns(in *intake, line int, header []string, at [columnCount]int) {
	var unused []string
	for cell, word := range header {
		if word = oneLine(word); word != "" && !slices.Contains(at[:], cell) {
			unused = append(unused, "“"+word+"”")
		}
	}
	if len(unused) > 0 {
		which := "column"
		if len(unused) > 1 {
			which = "columns"
		}
		in.problem(line, "Nothing was taken from the %s %s; those that are read are called %s.",
			which, strings.Join(unused, ", "), strings.Join(columnNames[:], ", "))
	}
}

// tellKinds says what rows were taken for that do not say what they are.
func tellKinds(in *intake) {
	people, events := 0, 0
	for _, r := range in.records {
		if r.Kind == Event {
			events++
		} else {
			people++
		}
	}
	var taken []string
	if people > 0 {
		taken = append(taken, rowCount(people)+" taken for people")
	}
	if events > 0 {
		taken = append(taken, rowCount(events)+" taken for events, since they have a date, a place or participants")
	}
	if len(taken) > 0 {
		in.problem(0, "No column is called “kind”: %s.", strings.Join(taken, ", "))
	}
}

func rowCount(n int) string {
	if n == 1 {
		return "1 row was"
	}
	return fmt.Sprintf("%d rows were", n)
}

func blank(cells []string) bool { return strings.TrimSpace(strings.Join(cells, "")) == "" }

func readRow(in *intake, line int, cells []string, at [columnCount]int) error {
	cell := func(column int) string {
		if i := at[column]; i >= 0 && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	typed := typedDate(in.dayFirst)
	r := Record{
		Line:         line,
		Ref:          oneLine(cell(columnID)),
		Name:         cell(columnName),
		Aliases:      splitList(cell(columnAliases)),
		Description:  cell(columnDescription),
		Roles:        readRoles(cell(columnRoles), typed),
		Place:        readPointer(cell(columnPlace)),
		Participants: readList(cell(columnParticipants), readParticipant),
	}
	for i, alias := range r.Aliases {
		r.Aliases[i] = unescape(alias)
	}
	r.Date, r.DateWords = splitDate(cell(columnDate), typed)
	word := strings.ToLower(oneLine(cell(columnKind)))
	if first, again := in.first[r.Ref]; again && r.Ref != "" { // it need not say everything again
		r.Name = cmp.Or(oneLine(r.Name), in.records[first].Name)
		word = cmp.Or(word, string(in.records[first].Kind))
	}
	if oneLine(r.Name) == "" {
		in.leaveOut(line, "The row has no name and was left out; give it one.")
		return nil
	}
	kind, ok := kindWords[word]
	switch {
	case ok:
		r.Kind = kind
	case word != "":
		in.leaveOut(line, "“%s” is no kind and the row was left out; write person, organisation, place or event.", word)
		return nil
	case cell(columnDate)+r.Place.Name != "" || len(r.Participants) > 0:
		r.Kind = Event // only events have these
	default:
		r.Kind = Person
	}
	if written := cell(columnDate); r.Kind == Event && r.Date == "" && r.DateWords != "" && !strings.HasPrefix(written, "(") {
		in.problem(line, "“%s” is not understood as a date; %s has none, and the words are in its description.", r.DateWords, oneLine(r.Name))
	}
	in.tellReadings(cell(columnDate)+"|"+cell(columnRoles), r)
	return in.add(r)
}

// table reads the rows of a table as RFC 4180 has them, and forgives more.
type table struct {
	in        *intake
	text      string
	separator byte
	at        int
	line      int // that at stands in, less one
	// flat: a quotation mark is not closed, so the row is a line. Else one mark
	// too many would swallow the rows after it.
	flat   bool
	faults int
}

// maxFaults is how many rows with open quotation marks are looked at closely;
// after them all rows are lines. For each of them much is read in vain.
const maxFaults = 100

func (t *table) done() bool { return t.at >= len(t.text) }

// row returns the cells of the next row and the line in which it begins.
func (t *table) row() (cells []string, line int) {
	start, line := t.at, t.line+1
	cells, ok := t.cells()
	if !ok {
		if t.in != nil {
			t.in.problem(line, "A quotation mark is not closed; the line was read as a row of its own.")
		}
		t.flat, t.at = true, start
		cells, _ = t.cells()
		t.faults++
		t.flat = t.faults >= maxFaults
	}
	t.line += strings.Count(t.text[start:t.at], "\n")
	return cells, line
}

// cells reads to the end of a row; false if a quotation mark is not closed.
func (t *table) cells() (cells []string, ok bool) {
	for {
		cell, ok := t.cell()
		if !ok {
			return nil, false
		}
		cells = append(cells, cell)
		if t.done() {
			return cells, true
		}
		next := t.text[t.at]
		t.at++
		if next == '\n' {
			return cells, true
		}
	}
}

// cell reads to the separator or the end of the line, and leaves at there.
func (t *table) cell() (string, bool) {
	var b strings.Builder
	if rest := strings.TrimLeft(t.text[t.at:], " "); strings.HasPrefix(rest, `"`) {
		from := len(t.text) - len(rest) + 1
		if !t.quoted(from, &b) {
			return "", false
		}
	}
	end := len(t.text)
	if length := strings.IndexAny(t.text[t.at:], string(t.separator)+"\n"); length >= 0 {
		end = t.at + length
	}
	b.WriteString(strings.TrimSuffix(t.text[t.at:end], "\r"))
	t.at = end
	return b.String(), true
}

// quoted reads a cell in quotation marks, from behind the first of them. Marks
// that close it within its words, on another line, are those of other cells.
func (t *table) quoted(from int, b *strings.Builder) bool {
	for at := from; ; {
		length := strings.IndexByte(t.text[at:], '"')
		if length < 0 || length > maxLine || t.flat && strings.Contains(t.text[at:at+length], "\n") {
			b.Reset()
			return t.flat // then the mark is a character like others
		}
		b.WriteString(strings.ReplaceAll(t.text[at:at+length], "\r\n", "\n"))
		at += length + 1
		if !strings.HasPrefix(t.text[at:], `"`) {
			next := strings.TrimLeft(t.text[at:min(at+64, len(t.text))], " \r")
			closed := next == "" || next[0] == t.separator || next[0] == '\n'
			if !closed && strings.Contains(t.text[from:at], "\n") {
				return false
			}
			t.at = at
			return true
		}
		b.WriteByte('"')
		at++
	}
}
