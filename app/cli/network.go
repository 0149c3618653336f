package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"

	drawn "cuttings/app/graph"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/graph"
)

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
			w.line("%s  %s  — %s, %s, %s", one.ID, one.Name, count(one.Articles, "article", "articles"),
				count(one.Paragraphs, "paragraph", "paragraphs"), count(one.Events, "event", "events"))
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
	Limit      atLeast  `least:"1" default:"200" help:"At most so many entities, those named most." placeholder:"N"`
	Format     string   `enum:",csv,matrix,json,graphml,svg,png" default:"" help:"csv (the links), matrix (CSV too), json, graphml, svg or png; else as the ending of --output says, or csv." placeholder:"FORM"`
	saving     `embed:""`
}

// Help is the longer help.
func (networkCommand) Help() string {
	return `Without --output it is written to standard output. A picture as PNG goes to a file. How many names were left out by --limit is said on standard error, and in JSON.`
}

// networkEndings are the forms of a network by the endings of files.
var networkEndings = map[string]string{".csv": formCSV, ".json": formJSON, ".graphml": "graphml", ".svg": formSVG, ".png": formPNG}

// Run writes it.
func (cmd *networkCommand) Run(c *call) error {
	form, err := cmd.form("--format", cmd.Format, networkEndings)
	if err != nil {
		return err
	}
	if form == "" {
		form = formCSV
	}
	if form == formPNG && cmd.Output == "" && !c.json {
		return errNoPictureFile
	}
	if err := c.open(existing); err != nil {
		return err
	}
	network, left, err := cmd.read(c)
	if err != nil {
		return err
	}
	if c.json && cmd.Output == "" {
		return c.answer(networkJSON(network, left), nil)
	}
	if err := session.NameApart(c.ctx, c.book, network.Nodes); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := writeNetwork(c.ctx, &out, form, network, left); err != nil {
		return err
	}
	answer := struct {
		File  string `json:"file"`
		Names int    `json:"names"`
		Left  int    `json:"left_out"`
	}{cmd.Output, len(network.Nodes), left}
	if err := c.save(cmd.saving, out.Bytes(), answer, count(answer.Names, "name was", "names were")); err != nil || left == 0 {
		return err
	}
	c.remark("%s named less often left out. A greater --limit takes more.", count(left, "name", "names"))
	return nil
}

// read reads the network as far as the limit goes, and how many names are beyond
// it: all are asked for, since nothing else counts them.
func (cmd *networkCommand) read(c *call) (network notes.Network, left int, err error) {
	var filter notes.NetworkFilter
	for _, kind := range cmd.Kinds {
		filter.Kinds = append(filter.Kinds, notes.Kind(kind))
	}
	if cmd.Around != "" {
		item, err := c.item(cmd.Around, notes.Entities...)
		if err != nil {
			return network, 0, err
		}
		filter.Around = item.ID
	}
	if cmd.Collection != "" {
		item, err := c.item(cmd.Collection, notes.KindCollection)
		if err != nil {
			return network, 0, err
		}
		filter.Collection = item.ID
	}
	if network, err = c.book.Network(c.ctx, filter); err != nil {
		return network, 0, err
	}
	shown := min(len(network.Nodes), int(cmd.Limit))
	left = len(network.Nodes) - shown
	network.Nodes = network.Nodes[:shown]
	within := make(map[notes.ID]bool, shown)
	for _, node := range network.Nodes {
		within[node.ID] = true
	}
	network.Ties = slices.DeleteFunc(network.Ties, func(t notes.Tie) bool { return !within[t.A] || !within[t.B] })
	return network, left, nil
}

// writeNetwork writes a network in a form.
func writeNetwork(ctx context.Context, out io.Writer, form string, network notes.Network, left int) error {
	g := networkData(network).Graph()
	id := func(id int64) string { return notes.ID(id).String() }
	switch form {
	case formCSV:
		return graph.WriteEdges(out, g, id)
	case formJSON:
		return json.NewEncoder(out).Encode(networkJSON(network, left))
	case "matrix":
		return graph.WriteMatrix(out, graph.NewMatrix(g, graph.Filter{}, graph.Clusters))
	}
	places, err := graph.Layout(ctx, g, nil, nil)
	if err != nil {
		return err
	}
	if form == "graphml" {
		return graph.WriteGraphML(out, g, places, id)
	}
	return drawNetwork(out, form, network, places)
}

// networkData is a network as the window draws it.
func networkData(network notes.Network) drawn.Data {
	var d drawn.Data
	for _, node := range network.Nodes {
		d.Nodes = append(d.Nodes, drawn.Node{ID: node.ID, Label: node.Title, Kind: node.Kind, Weight: float64(node.Articles)})
	}
	for _, tie := range network.Ties {
		d.Edges = append(d.Edges, drawn.Edge{
			A: tie.A, B: tie.B, Weight: float64(tie.Articles + tie.Events),
			Articles: tie.Articles, Paragraphs: tie.Paragraphs, Events: tie.Events,
		})
	}
	return d
}

func networkJSON(network notes.Network, left int) any {
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
		Left  int    `json:"left_out"` // names beyond the limit
	}{[]node{}, []tie{}, left}
	for _, n := range network.Nodes {
		answer.Nodes = append(answer.Nodes, node{n.ID, string(n.Kind), n.Title, n.Articles})
	}
	for _, t := range network.Ties {
		answer.Ties = append(answer.Ties, tie{t.A, t.B, t.Articles, t.Paragraphs, t.Events})
	}
	return answer
}
