package cli

import (
	"bytes"
	"fmt"
	"io"

	"cuttings/app/session"
	chart "cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

// timelineCommand shows events by date.
type timelineCommand struct {
	With       string  `aliases:"person" help:"Only events with this person, organisation or place." placeholder:"ID"`
	Collection string  `help:"Only events that articles of this collection name or tell of." placeholder:"ID"`
	Tag        string  `help:"Only events with this tag." placeholder:"ID"`
	Sources    atLeast `least:"0" help:"Only events with at least so many sources." placeholder:"N"`
	Format     string  `enum:",words,csv,json,timelinejs,svg,png" default:"" help:"words, csv, json (for TimelineJS), svg or png; else as the ending of --output says, or words." placeholder:"FORM"`
	saving     `embed:""`
}

// Help is the longer help.
func (timelineCommand) Help() string {
	return `Without --output it is written to standard output. A picture as PNG goes to a file.`
}

// The forms in which more than one command writes.
const (
	formCSV  = "csv"
	formJSON = "json"
	formSVG  = "svg"
	formPNG  = "png"
)

// timelineEndings are the forms of a timeline by the endings of files.
var timelineEndings = map[string]string{".csv": formCSV, ".json": formJSON, ".svg": formSVG, ".png": formPNG}

// errNoPictureFile asks for a file, since the bytes of a picture are nothing for
// a terminal.
var errNoPictureFile = usagef("Say with --output=FILE where the picture goes, or with --output=- that a program takes it.")

// dated is an event as JSON shows it.
type dated struct {
	named
	Date         string   `json:"date"`
	Earliest     string   `json:"earliest"`
	Latest       string   `json:"latest"`
	Place        string   `json:"place,omitempty"`
	Participants []string `json:"participants"`
	Sources      int      `json:"sources"`
	Differ       int      `json:"differ"`

	Accounts []account `json:"accounts"` // of the sources that differ
}

// Run shows or writes them.
func (cmd *timelineCommand) Run(c *call) error {
	form, err := cmd.form("--format", cmd.Format, timelineEndings)
	if err != nil {
		return err
	}
	if form == formPNG && cmd.Output == "" && !c.json {
		return errNoPictureFile
	}
	if form == "words" && cmd.toFile() {
		return usagef("A file is written as csv, json, svg or png.")
	}
	if err := c.open(existing); err != nil {
		return err
	}
	filter, err := cmd.filter(c)
	if err != nil {
		return err
	}
	events, err := c.book.DatedEvents(c.ctx, filter)
	if err != nil {
		return err
	}
	if form == "" || form == "words" || c.json && cmd.Output == "" {
		return cmd.show(c, events)
	}
	return cmd.write(c, form, filter, events)
}

// filter finds what the events are narrowed to.
func (cmd *timelineCommand) filter(c *call) (notes.TimelineFilter, error) {
	filter := notes.TimelineFilter{Sources: int(cmd.Sources)}
	for _, part := range []struct {
		words string
		into  *notes.ID
		kinds []notes.Kind
	}{
		{cmd.With, &filter.With, []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace}},
		{cmd.Collection, &filter.Collection, []notes.Kind{notes.KindCollection}},
		{cmd.Tag, &filter.Tag, []notes.Kind{notes.KindTag}},
	} {
		if part.words == "" {
			continue
		}
		item, err := c.item(part.words, part.kinds...)
		if err != nil {
			return filter, err
		}
		*part.into = item.ID
	}
	return filter, nil
}

func (cmd *timelineCommand) show(c *call, events []notes.Entity) error {
	counts, err := c.book.SourceCounts(c.ctx)
	if err != nil {
		return err
	}
	answer := struct {
		Events []dated `json:"events"`
	}{[]dated{}}
	for _, event := range events {
		item, err := c.named(event.ID)
		if err != nil {
			return err
		}
		one := dated{named: item, Date: event.Date, Participants: []string{}, Sources: counts[event.ID].All, Differ: counts[event.ID].Differ}
		if date, err := edtf.Parse(event.Date); err == nil {
			one.Earliest, one.Latest = dayWords(date.Earliest()), dayWords(date.Latest())
		}
		if one.Place, err = c.titleOf(event.Place); err != nil {
			return err
		}
		for _, participant := range event.Participants {
			title, err := c.titleOf(participant.Entity)
			if err != nil {
				return err
			}
			one.Participants = append(one.Participants, title)
		}
		if one.Accounts, err = c.differing(event, counts[event.ID]); err != nil {
			return err
		}
		answer.Events = append(answer.Events, one)
	}
	return c.answer(answer, func(w *page) {
		for _, event := range answer.Events {
			sources := ""
			if event.Sources > 0 {
				sources = count(event.Sources, "source", "sources")
			}
			w.line("%-24s %s", event.Date, joined("  — ", event.Name, event.Place, sources))
		}
		if len(answer.Events) == 0 {
			w.line("There are no such events.")
		}
	})
}

// differing are the accounts of an event's sources that differ from it.
func (c *call) differing(event notes.Entity, counted notes.SourceCount) ([]account, error) {
	accounts := []account{}
	if counted.Differ == 0 {
		return accounts, nil
	}
	all, err := c.accounts(event.ID)
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		if (notes.Source{Date: one.Date, Place: one.Place, Number: one.Number}).Differs(event.Date) {
			accounts = append(accounts, one)
		}
	}
	return accounts, nil
}

func dayWords(day edtf.Day, ok bool) string {
	if !ok {
		return ""
	}
	year, month, of := day.Date()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, of)
}

func (c *call) titleOf(id notes.ID) (string, error) {
	if id == 0 {
		return "", nil
	}
	return c.book.Title(c.ctx, id)
}

// write writes the events that have a place on a line as other programs read
// them, or draws them.
func (cmd *timelineCommand) write(c *call, form string, filter notes.TimelineFilter, events []notes.Entity) error {
	var placed []notes.Entity
	var dates []edtf.Date
	for _, event := range events {
		date, err := edtf.Parse(event.Date)
		if err != nil {
			continue
		}
		if _, ok := timeline.SpanOf(date); ok {
			placed, dates = append(placed, event), append(dates, date)
		}
	}
	var out bytes.Buffer
	var err error
	if form == formSVG || form == formPNG {
		err = c.drawEvents(&out, form, filter, placed, dates)
	} else {
		err = c.writeEvents(&out, form, placed)
	}
	if err != nil {
		return err
	}
	answer := struct {
		File   string `json:"file"`
		Events int    `json:"events"`
		Left   int    `json:"left_out"`
	}{cmd.Output, len(placed), len(events) - len(placed)}
	if err := c.save(cmd.saving, out.Bytes(), answer, count(answer.Events, "event was", "events were")); err != nil || answer.Left == 0 {
		return err
	}
	c.remark("%s without a place in time left out.", count(answer.Left, "event", "events"))
	return nil
}

func (c *call) writeEvents(out io.Writer, form string, events []notes.Entity) error {
	records, err := session.Records(c.ctx, c.book, events)
	if err != nil {
		return err
	}
	if form == formCSV {
		return timeline.CSV(out, records, edtf.English)
	}
	return timeline.TimelineJS(out, records, edtf.English)
}

func (c *call) drawEvents(out io.Writer, form string, filter notes.TimelineFilter, events []notes.Entity, dates []edtf.Date) error {
	counts, err := c.book.SourceCounts(c.ctx)
	if err != nil {
		return err
	}
	months, err := c.book.ArticleMonths(c.ctx, filter)
	if err != nil {
		return err
	}
	colours, err := c.book.SourceColours(c.ctx, counts)
	if err != nil {
		return err
	}
	var data chart.Data
	for _, month := range months {
		data.Months = append(data.Months, chart.Month(month))
	}
	for i, event := range events {
		data.Events = append(data.Events, chart.Event{
			ID: event.ID, Title: event.Title, Date: dates[i],
			Note: sourceWords(counts[event.ID]), Colour: chart.Edge(colours[event.ID]),
		})
	}
	return drawTimeline(out, form, "Timeline", data)
}

// sourceWords say on a card how many sources an event has.
func sourceWords(n notes.SourceCount) string {
	switch {
	case n.All == 0:
		return "no source yet"
	case n.Differ == 0:
		return count(n.All, "source", "sources")
	}
	return count(n.All, "source", "sources") + " · " + count(n.Differ, "account differs", "accounts differ")
}
