package timeline

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"cuttings/notes/edtf"
)

// Record is an event as it is written into tables.
type Record struct {
	ID    string
	Title string
	Date  edtf.Date
	Text  string // what is said of it, in plain words
	Place string // its name

	Participants []string // names of those who took part
	Sources      int
	Articles     []string // titles of those that the sources stand in
	Accounts     []Account
}

// Account is what a source says otherwise than the event; "" where it does not.
type Account struct {
	Date   string `json:"date,omitempty"` // EDTF
	Place  string `json:"place,omitempty"`
	Number string `json:"number,omitempty"`
	Source string `json:"source"` // the title of its article
}

// words say an account in a cell of a table.
func (a Account) words() string {
	said := slices.DeleteFunc([]string{a.Date, a.Place, a.Number}, func(part string) bool { return part == "" })
	return strings.Join(said, ", ") + " — " + a.Source
}

// listed stands between several names in one cell of a table.
const listed = "; "

// CSV writes records as a table with a head: the date in the Extended
// Date/Time Format, in words, and the first and the last day it can mean as
// ISO 8601, empty where there is none. It returns the writer's error.
func CSV(w io.Writer, records []Record, words edtf.Wording) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"id", "title", "date", "words", "first", "last", "place", "participants", "sources", "articles", "accounts", "text"}}
	for _, r := range records {
		first, last := "", ""
		if day, ok := r.Date.Earliest(); ok {
			first = isoDay(day)
		}
		if day, ok := r.Date.Latest(); ok {
			last = isoDay(day)
		}
		accounts := make([]string, len(r.Accounts))
		for i, account := range r.Accounts {
			accounts[i] = account.words()
		}
		rows = append(rows, []string{
			inert(r.ID), inert(r.Title), r.Date.String(), inert(r.Date.Words(words)), first, last, inert(r.Place),
			inert(strings.Join(r.Participants, listed)), strconv.Itoa(r.Sources), inert(strings.Join(r.Articles, listed)), inert(strings.Join(accounts, listed)), inert(r.Text),
		})
	}
	if err := table.WriteAll(rows); err != nil {
		return fmt.Errorf("write a timeline as CSV: %w", err)
	}
	return nil
}

// isoDay writes a day as ISO 8601, with a sign and more digits where a year
// does not fit into four.
func isoDay(d edtf.Day) string {
	year, month, day := d.Date()
	if year < 0 || year > 9999 {
		return fmt.Sprintf("%+05d-%02d-%02d", year, month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// inert keeps a spreadsheet from taking words that came from elsewhere for a
// formula.
func inert(words string) string {
	if words != "" && strings.ContainsRune("=+-@\t\r", rune(words[0])) {
		return "'" + words
	}
	return words
}

// The shape of a timeline of TimelineJS, as its documentation of the JSON
// format has it.
type (
	slides struct {
		Events []slide `json:"events"`
		Scale  string  `json:"scale,omitempty"`
	}
	slide struct {
		Start       slideDate  `json:"start_date"`
		End         *slideDate `json:"end_date,omitempty"`
		DisplayDate string     `json:"display_date,omitempty"`
		Text        slideText  `json:"text"`
		Group       string     `json:"group,omitempty"`
		ID          string     `json:"unique_id,omitempty"`
		Accounts    []Account  `json:"accounts,omitempty"` // ours: TimelineJS passes over it
	}
	slideDate struct {
		Year  int64 `json:"year"`
		Month int   `json:"month,omitempty"`
		Day   int   `json:"day,omitempty"`
	}
	slideText struct {
		Headline string `json:"headline"`
		Text     string `json:"text,omitempty"`
	}
)

// farthestHumanYear is how far from today a browser's dates reach, in years
// and either way. Beyond it TimelineJS must be asked for another scale, which
// counts in years.
const farthestHumanYear = 271_000

// TimelineJS writes records as the JSON that TimelineJS shows. Records without
// a place on a line are left out, since it demands a start. Years are
// astronomical: 44 BC is -43. It returns the writer's error.
//
// Where a date means a whole year or month, its start says no more than that.
// Any other width is said by two days; what cannot be said in days (doubt,
// open ends) is in the words that are displayed.
func TimelineJS(w io.Writer, records []Record, words edtf.Wording) error {
	all := slides{Events: []slide{}}
	for _, r := range records {
		span, ok := SpanOf(r.Date)
		if !ok {
			continue
		}
		start, end := slideDates(span)
		if start.Year < -farthestHumanYear || start.Year > farthestHumanYear || end != nil && end.Year > farthestHumanYear {
			all.Scale = "cosmological"
		}
		all.Events = append(all.Events, slide{
			Start: start, End: end, DisplayDate: html.EscapeString(r.Date.Words(words)), Group: html.EscapeString(r.Place), ID: r.ID, Accounts: r.Accounts,
			Text: slideText{Headline: html.EscapeString(r.Title), Text: paragraphs(r.Text)},
		})
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	if err := out.Encode(all); err != nil {
		return fmt.Errorf("write a timeline for TimelineJS: %w", err)
	}
	return nil
}

func slideDates(s Span) (start slideDate, end *slideDate) {
	firstYear, firstMonth, firstDay := s.First.Date()
	lastYear, lastMonth, lastDay := s.Last.Date()
	_, _, next := (s.Last + 1).Date()
	whole := firstDay == 1 && next == 1 && firstYear == lastYear // months
	start = slideDate{firstYear, firstMonth, firstDay}
	switch {
	case s.First == s.Last:
		return start, nil
	case whole && firstMonth == lastMonth:
		return slideDate{Year: firstYear, Month: firstMonth}, nil
	case whole && firstMonth == 1 && lastMonth == 12:
		return slideDate{Year: firstYear}, nil
	}
	return start, &slideDate{lastYear, lastMonth, lastDay}
}

// paragraphs writes words as the HTML that TimelineJS expects.
func paragraphs(words string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(words, "\n") {
		if part = strings.TrimSpace(part); part != "" {
			b.WriteString("<p>" + html.EscapeString(part) + "</p>")
		}
	}
	return b.String()
}
