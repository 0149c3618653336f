package cli

import (
	"bytes"
	"fmt"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/graph"
	"cuttings/notes/timeline"
)

// timelineCommand shows events by date.
type timelineCommand struct {
	With       string `aliases:"person" help:"Only events with this person, organisation or place." placeholder:"ID"`
	Collection string `help:"Only events that articles of this collection name or tell of." placeholder:"ID"`
	Tag        string `help:"Only events with this tag." placeholder:"ID"`
	Sources    int    `help:"Only events with at least so many sources." placeholder:"N"`
	Format     string `enum:"words,csv,timelinejs" default:"words" help:"words, csv or timelinejs." placeholder:"FORM"`
}

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
}

// Run shows them.
func (cmd *timelineCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	filter := notes.TimelineFilter{Sources: cmd.Sources}
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
			return err
		}
		*part.into = item.ID
	}
	events, err := c.book.DatedEvents(c.ctx, filter)
	if err != nil {
		return err
	}
	if cmd.Format != "words" && !c.json {
		return cmd.write(c, events)
	}
	return cmd.show(c, events)
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
		answer.Events = append(answer.Events, one)
	}
	return c.answer(answer, func(w *page) {
		for _, event := range answer.Events {
			sources := ""
			if event.Sources > 0 {
				sources = fmt.Sprintf("%d sources", event.Sources)
			}
			w.line("%-24s %s", event.Date, joined("  — ", event.Name, event.Place, sources))
		}
		if len(answer.Events) == 0 {
			w.line("There are no such events.")
		}
	})
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

// write writes the events as other programs read them.
func (cmd *timelineCommand) write(c *call, events []notes.Entity) error {
	records := make([]timeline.Record, 0, len(events))
	for _, event := range events {
		date, err := edtf.Parse(event.Date)
		if err != nil {
			continue // it has none, and so no place on a line
		}
		place, err := c.titleOf(event.Place)
		if err != nil {
			return err
		}
		records = append(records, timeline.Record{ID: event.ID.String(), Title: event.Title, Date: date, Text: event.Description, Group: place})
	}
	var out bytes.Buffer
	write := timeline.CSV
	if cmd.Format == "timelinejs" {
		write = timeline.TimelineJS
	}
	if err := write(&out, records, edtf.English); err != nil {
		return err
	}
	return c.write(out.String())
}

// seenWithCommand shows company.
type seenWithCommand struct {
	ID    string  `arg:"" name:"id" help:"The entity."`
	Limit atLeast `least:"1" default:"50" help:"At most so many." placeholder:"N"`
}

// Run shows it.
func (cmd *seenWithCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	entity, err := c.item(cmd.ID, notes.Entities...)
	if err != nil {
		return err
	}
	company, err := c.book.SeenWith(c.ctx, entity.ID, int(cmd.Limit))
	if err != nil {
		return err
	}
	type beside struct {
		named
		Articles   int `json:"articles"`
		Paragraphs int `json:"paragraphs"`
		Events     int `json:"events"`
	}
	answer := struct {
		With []beside `json:"with"`
	}{[]beside{}}
	for _, one := range company {
		item, err := c.named(one.ID)
		if err != nil {
			return err
		}
		answer.With = append(answer.With, beside{item, one.Articles, one.Paragraphs, one.Events})
	}
	return c.answer(answer, func(w *page) {
		for _, one := range answer.With {
			w.line("%s  %s  — %d articles, %d paragraphs, %d events", one.ID, one.Name, one.Articles, one.Paragraphs, one.Events)
		}
		if len(answer.With) == 0 {
			w.line("Nobody is named with %s.", entity.Title)
		}
	})
}

// networkCommand writes who is named with whom.
type networkCommand struct {
	Around     string   `help:"Only who is named with this entity." placeholder:"ID"`
	Collection string   `help:"Only in the articles of this collection." placeholder:"ID"`
	Kinds      []string `name:"kind" enum:"person,organisation,place,event" help:"Only this kind; can be repeated." placeholder:"KIND"`
	Limit      atLeast  `least:"1" default:"200" help:"At most so many entities." placeholder:"N"`
	Format     string   `enum:"csv,graphml" default:"csv" help:"csv or graphml." placeholder:"FORM"`
}

// Run writes it.
func (cmd *networkCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	filter := notes.NetworkFilter{Limit: int(cmd.Limit)}
	for _, kind := range cmd.Kinds {
		filter.Kinds = append(filter.Kinds, notes.Kind(kind))
	}
	if cmd.Around != "" {
		item, err := c.item(cmd.Around, notes.Entities...)
		if err != nil {
			return err
		}
		filter.Around = item.ID
	}
	if cmd.Collection != "" {
		item, err := c.item(cmd.Collection, notes.KindCollection)
		if err != nil {
			return err
		}
		filter.Collection = item.ID
	}
	network, err := c.book.Network(c.ctx, filter)
	if err != nil {
		return err
	}
	if c.json {
		return c.answer(networkJSON(network), nil)
	}
	g := networkGraph(network)
	id := func(id int64) string { return notes.ID(id).String() }
	var out bytes.Buffer
	if cmd.Format == "graphml" {
		places, err := graph.Layout(c.ctx, g, nil, nil)
		if err != nil {
			return err
		}
		err = graph.WriteGraphML(&out, g, places, id)
		if err != nil {
			return err
		}
	} else if err := graph.WriteEdges(&out, g, id); err != nil {
		return err
	}
	return c.write(out.String())
}

func networkGraph(network notes.Network) graph.Graph {
	var g graph.Graph
	for _, node := range network.Nodes {
		g.Nodes = append(g.Nodes, graph.Node{ID: int64(node.ID), Label: node.Title, Kind: string(node.Kind), Weight: float64(node.Articles)})
	}
	for _, tie := range network.Ties {
		g.Edges = append(g.Edges, graph.Edge{
			A: int64(tie.A), B: int64(tie.B), Weight: float64(tie.Articles + tie.Events),
			Articles: tie.Articles, Paragraphs: tie.Paragraphs, Events: tie.Events,
		})
	}
	return g
}

func networkJSON(network notes.Network) any {
	type node struct {
		ID       notes.ID `json:"id"`
		Kind     string   `json:"kind"`
		Name     string   `json:"name"`
		Articles int      `json:"articles"`
	}
	type tie struct {
		A          notes.ID `json:"a"`
		B          notes.ID `json:"b"`
		Articles   int      `json:"articles"`
		Paragraphs int      `json:"paragraphs"`
		Events     int      `json:"events"`
	}
	answer := struct {
		Nodes []node `json:"nodes"`
		Ties  []tie  `json:"ties"`
	}{[]node{}, []tie{}}
	for _, n := range network.Nodes {
		answer.Nodes = append(answer.Nodes, node{n.ID, string(n.Kind), n.Title, n.Articles})
	}
	for _, t := range network.Ties {
		answer.Ties = append(answer.Ties, tie{t.A, t.B, t.Articles, t.Paragraphs, t.Events})
	}
	return answer
}
