package cli

import (
	"fmt"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// suggestCommand shows suggestions.
type suggestCommand struct {
	Articles []string `arg:"" optional:"" help:"Articles; without any, the names and events of the whole archive."`
	Which    bool     `xor:"asked" help:"Words that could mean several, with what speaks for either."`
	Same     bool     `xor:"asked" help:"Those of the archive that may be one, with what speaks for it."`
	Limit    atLeast  `least:"1" default:"50" help:"Of the archive: at most so many of each." placeholder:"N"`
}

// suggestedName is a name as JSON shows it.
type suggestedName struct {
	Key          string  `json:"key"`
	Name         string  `json:"name"`
	Kind         string  `json:"kind"`
	Certainty    float64 `json:"certainty"`
	Title        string  `json:"title,omitempty"`
	Office       string  `json:"office,omitempty"`
	Organisation string  `json:"organisation,omitempty"`
	Country      string  `json:"country,omitempty"`
	Age          int     `json:"age,omitempty"`
	Places       int     `json:"places"`
	Articles     int     `json:"articles"`

	In []notes.ID `json:"in"` // the newest of these
}

type suggestedPart struct {
	Name   string `json:"name"`
	Role   string `json:"role,omitempty"`
	Entity string `json:"id,omitempty"`
}

type suggestedEvent struct {
	Article      notes.ID        `json:"article"`
	Name         string          `json:"name"`
	Class        string          `json:"class"`
	Date         string          `json:"date"`
	DateWords    string          `json:"date_words"`
	Place        string          `json:"place,omitempty"`
	Participants []suggestedPart `json:"participants"`
	Sentence     string          `json:"sentence"`
	Certainty    float64         `json:"certainty"`
}

type suggestedDate struct {
	Article notes.ID `json:"article"`
	Date    string   `json:"date"`
	Words   string   `json:"words"`
	Others  []string `json:"others"`
}

type suggestions struct {
	Names  []suggestedName  `json:"names"`
	Events []suggestedEvent `json:"events"`
	Dates  []suggestedDate  `json:"dates"`
	Total  int              `json:"total"` // of names

	TotalEvents int `json:"total_events"`
	TotalDates  int `json:"total_dates"`
}

// Run shows them.
func (cmd *suggestCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	switch {
	case cmd.Which:
		return c.which(cmd.Articles, int(cmd.Limit))
	case cmd.Same && len(cmd.Articles) > 0:
		return usagef("What may be one is told of the whole archive; leave the articles out.")
	case cmd.Same:
		return c.same(int(cmd.Limit))
	}
	answer := suggestions{Names: []suggestedName{}, Events: []suggestedEvent{}, Dates: []suggestedDate{}}
	var err error
	if len(cmd.Articles) == 0 {
		err = c.suggestAll(int(cmd.Limit), &answer)
	} else {
		err = c.suggestIn(cmd.Articles, &answer)
	}
	if err != nil {
		return err
	}
	return c.answer(answer, func(w *page) { answer.write(w) })
}

func (c *call) suggestAll(limit int, answer *suggestions) error {
	if err := c.readAll(); err != nil {
		return err
	}
	names, total, err := c.book.SuggestedNames(c.ctx, notes.SuggestionFilter{Limit: limit})
	if err != nil {
		return err
	}
	answer.Total = total
	for _, name := range names {
		one := nameOf(name)
		if one.In, err = c.suggesting(name); err != nil {
			return err
		}
		answer.Names = append(answer.Names, one)
	}
	events, total, err := c.book.SuggestedEvents(c.ctx, 0, 0, limit)
	if err != nil {
		return err
	}
	answer.TotalEvents = total
	if err := c.addEvents(events, answer); err != nil {
		return err
	}
	dates, total, err := c.book.SuggestedDates(c.ctx, limit)
	if err != nil {
		return err
	}
	answer.TotalDates = total
	for _, date := range dates {
		if err := c.addDate(date, answer); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) addDate(date notes.SuggestedDate, answer *suggestions) error {
	reading, err := c.book.Read(c.ctx, date.Article)
	if err != nil {
		return err
	}
	others := append([]string{}, date.Others...)
	answer.Dates = append(answer.Dates, suggestedDate{date.Article, date.Date, date.Reason(reading.Text), others})
	return nil
}

func (c *call) suggestIn(articles []string, answer *suggestions) error {
	for _, words := range articles {
		article, err := c.item(words, notes.KindArticle)
		if err != nil {
			return err
		}
		suggested, err := c.book.Suggestions(c.ctx, article.ID)
		if err != nil {
			return err
		}
		at := map[string]int{}
		for _, place := range suggested.Names {
			i, ok := at[place.Key+string(place.Kind)]
			if !ok {
				i = len(answer.Names)
				at[place.Key+string(place.Kind)] = i
				one := nameOf(notes.SuggestedName{Key: place.Key, Name: place.Name, Kind: place.Kind, Articles: 1})
				one.In = []notes.ID{article.ID}
				answer.Names = append(answer.Names, one)
			}
			answer.Names[i].add(place)
		}
		if err := c.addEvents(suggested.Events, answer); err != nil {
			return err
		}
		if suggested.Date != nil {
			if err := c.addDate(*suggested.Date, answer); err != nil {
				return err
			}
		}
	}
	answer.Total, answer.TotalEvents, answer.TotalDates = len(answer.Names), len(answer.Events), len(answer.Dates)
	return nil
}

// Of a name that is suggested often, so many places are looked at for the articles
// that they stand in, and so many of these are named.
const (
	mostPlaces    = 60
	mostSuggested = 12
	fewSuggested  = 3 // in a line
)

// suggesting are the newest articles that suggest a name.
func (c *call) suggesting(name notes.SuggestedName) ([]notes.ID, error) {
	places, err := c.book.PlacesOf(c.ctx, name.Key, name.Kind, mostPlaces)
	if err != nil {
		return nil, err
	}
	articles := make([]notes.ID, 0, len(places))
	for _, place := range places {
		articles = append(articles, place.Article)
	}
	articles = slices.Compact(articles)
	return articles[:min(len(articles), mostSuggested)], nil
}

// articleWords name the first of some articles by their IDs.
func articleWords(in []notes.ID, all int) string {
	var words []string
	for _, id := range in[:min(len(in), fewSuggested)] {
		words = append(words, id.String())
	}
	if all > len(words) {
		words = append(words, "…")
	}
	return strings.Join(words, " ")
}

func nameOf(n notes.SuggestedName) suggestedName {
	return suggestedName{
		Key: n.Key, Name: n.Name, Kind: string(n.Kind), Certainty: n.Certainty, Title: n.Beside.Title, Office: n.Beside.Office,
		Organisation: n.Beside.Organisation, Country: n.Beside.Country, Age: n.Beside.Age, Places: n.Places, Articles: n.Articles,
	}
}

// add counts a place, and takes what stands beside it.
func (n *suggestedName) add(place notes.NamePlace) {
	n.Places++
	n.Certainty = max(n.Certainty, place.Certainty)
	for _, part := range []struct {
		to   *string
		from string
	}{
		{&n.Title, place.Beside.Title},
		{&n.Office, place.Beside.Office},
		{&n.Organisation, place.Beside.Organisation},
		{&n.Country, place.Beside.Country},
	} {
		if *part.to == "" {
			*part.to = part.from
		}
	}
	n.Age = max(n.Age, place.Beside.Age)
}

func (c *call) addEvents(events []notes.SuggestedEvent, answer *suggestions) error {
	for _, event := range events {
		reading, err := c.book.Read(c.ctx, event.Article)
		if err != nil {
			return err
		}
		one := suggestedEvent{
			Article: event.Article, Name: event.Name, Class: event.Class, Date: event.Date, Place: event.Place.Name,
			DateWords: reading.Text.Slice(event.DateAt), Sentence: reading.Text.Slice(event.Range),
			Participants: []suggestedPart{}, Certainty: event.Certainty,
		}
		for _, part := range event.TookPart() {
			id := ""
			if part.Entity != 0 {
				id = part.Entity.String()
			}
			one.Participants = append(one.Participants, suggestedPart{part.Name, part.Role, id})
		}
		answer.Events = append(answer.Events, one)
	}
	return nil
}

func (s *suggestions) write(w *page) {
	w.first("Names", len(s.Names), s.Total)
	for _, n := range s.Names {
		aged := ""
		if n.Age > 0 {
			aged = fmt.Sprintf("aged %d", n.Age)
		}
		beside := joined(", ", n.Title, n.Office, n.Organisation, n.Country, aged)
		w.line("  %s", joined("  — ", n.Name, joined(", ", n.Kind, beside), count(n.Places, "place", "places")+" in "+count(n.Articles, "article", "articles"), articleWords(n.In, n.Articles)))
	}
	w.first("Events", len(s.Events), s.TotalEvents)
	for _, e := range s.Events {
		var who []string
		for _, part := range e.Participants {
			who = append(who, part.Name)
		}
		w.line("  %s", joined("  — ", e.Name, e.Date, e.Place, strings.Join(who, ", "), e.Article.String()))
	}
	w.first("Dates", len(s.Dates), s.TotalDates)
	for _, d := range s.Dates {
		w.line("  %s", joined("  — ", d.Article.String(), d.Date, "from “"+d.Words+"”"))
	}
	if len(s.Names)+len(s.Events)+len(s.Dates) == 0 {
		w.line("Nothing is suggested.")
	}
	if s.Total+s.TotalEvents+s.TotalDates > len(s.Names)+len(s.Events)+len(s.Dates) {
		w.line("\nA greater --limit shows more.")
	}
}

// readAll makes what the articles suggest whole.
func (c *call) readAll() error {
	if err := c.settle(); err != nil {
		return err
	}
	return c.read()
}

// suggestion finds the suggested name or event that a person means by words.
func (c *call) suggestion(words string, article notes.ID, kind notes.Kind) (*notes.SuggestedName, *notes.SuggestedEvent, error) {
	if err := c.readAll(); err != nil {
		return nil, nil, err
	}
	key := fold.String(words)
	names, _, err := c.book.SuggestedNames(c.ctx, notes.SuggestionFilter{})
	if err != nil {
		return nil, nil, err
	}
	fits := func(n notes.SuggestedName) bool { return n.Key == key && (kind == "" || n.Kind == kind) }
	if i := slices.IndexFunc(names, fits); i >= 0 && kind != notes.KindEvent {
		return &names[i], nil, nil
	}
	events, _, err := c.book.SuggestedEvents(c.ctx, article, 0, 0)
	if err != nil {
		return nil, nil, err
	}
	var found []notes.SuggestedEvent
	for _, event := range events {
		if fold.String(event.Name) == key {
			found = append(found, event)
		}
	}
	switch len(found) {
	case 1:
		return nil, &found[0], nil
	case 0:
		return nil, nil, sayf("Nothing that is suggested is called “%s”. \"cuttings suggest\" lists what is.", words)
	}
	in := make([]notes.ID, 0, len(found))
	for _, event := range found {
		in = append(in, event.Article)
	}
	return nil, nil, sayf("“%s” is suggested %d times. Say with --article which you mean: %s.", words, len(found), articleWords(in, len(in)))
}
