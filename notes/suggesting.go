package notes

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cuttings/notes/edtf"
	"cuttings/notes/fold"
	"cuttings/notes/happening"
	"cuttings/notes/tagger"
	"cuttings/notes/text"
	"cuttings/notes/when"
)

const (
	// readingForm is the form in which texts are read. It goes up when the
	// packages that read them find something else, so that all are read anew.
	readingForm = 11
	// readAtOnce is how many articles are read before what was found is kept.
	readAtOnce = 32
)

// ReadForSuggestions reads articles for the names and events that they seem to
// hold, and keeps them as suggestions.
func (n *Notebook) ReadForSuggestions(ctx context.Context, articles []ID) error {
	refused, err := n.refused(ctx)
	if err != nil {
		return err
	}
	type read struct {
		article   Article
		suggested Suggested
	}
	var all []read
	for _, id := range articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		article, err := n.Article(ctx, id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("read article %s for suggestions: %w", id, err)
		}
		suggested, err := n.suggest(ctx, article, refused)
		if err != nil {
			return fmt.Errorf("read article %s for suggestions: %w", id, err)
		}
		all = append(all, read{article, suggested})
	}
	change := Change{Operation: Operation{At: n.now()}}
	err = n.deriveOnly(ctx, func(tx Tx) error {
		for _, one := range all {
			if err := tx.SetSuggested(ctx, one.article, readingForm, one.suggested); err != nil {
				return fmt.Errorf("article %s: %w", one.article.ID, err)
			}
			change.Items = append(change.Items, one.article.Item)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep suggestions: %w", err)
	}
	n.announce(change)
	return nil
}

// refused are the names that were refused for good.
func (n *Notebook) refused(ctx context.Context) (map[string]bool, error) {
	refusals, err := n.Refusals(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was refused: %w", err)
	}
	refused := map[string]bool{}
	for _, refusal := range refusals {
		if refusal.Article == 0 && refusal.Subject == OfName {
			refused[refusal.Key] = true
		}
	}
	return refused, nil
}

// suggest reads one article.
func (n *Notebook) suggest(ctx context.Context, article Article, refused map[string]bool) (Suggested, error) {
	var suggested Suggested
	t, err := n.Text(ctx, article.Capture)
	if err != nil {
		return suggested, err
	}
	mentions, _, err := n.Reader.Mentions(ctx, MentionFilter{Article: article.ID})
	if err != nil {
		return suggested, err
	}
	found := tagger.Find(t.Body, func(folded string) (tagger.Kind, tagger.Stance) {
		if refused[folded] {
			return 0, tagger.Refused
		}
		return 0, tagger.None
	})
	titles, err := n.titlesOf(ctx, mentions)
	if err != nil {
		return suggested, err
	}
	found, others := takeRespelt(t.Body, found, mentions, titles)
	suggested.Names = namePlaces(article.ID, t.Body, found, mentions)
	date, err := edtf.Parse(article.Date)
	if err != nil { // there is none
		if guess, ok := when.ArticleDate(article.Title, t.Body, edtf.DayOf(int64(n.now().Year()), int(n.now().Month()), n.now().Day())); ok {
			date = guess.Date
			suggested.Date = &SuggestedDate{Article: article.ID, Date: guess.Date.String()}
			if at := (text.Range{Start: guess.Start, End: guess.End}); guess.InTitle {
				suggested.Date.Title = article.Title[at.Start:at.End]
			} else {
				suggested.Date.At = at
			}
			for _, other := range guess.Others {
				suggested.Date.Others = append(suggested.Date.Others, other.String())
			}
		}
	}
	suggested.Events = eventsTold(article, t.Body, date, suggested.Names, others, mentions, titles)
	return suggested, nil
}

func (n *Notebook) titlesOf(ctx context.Context, mentions []Mention) (map[ID]string, error) {
	titles := map[ID]string{}
	for _, mention := range mentions {
		if _, ok := titles[mention.Entity]; ok {
			continue
		}
		item, err := n.Reader.Item(ctx, mention.Entity)
		if err != nil {
			return nil, err
		}
		titles[mention.Entity] = item.Title
	}
	return titles, nil
}

// namePlaces are the names that no mention covers, each with the name in full as
// it stands elsewhere in the text.
func namePlaces(article ID, body string, found []tagger.Name, mentions []Mention) []NamePlace {
	full := fullNames(body, found)
	var places []NamePlace
	next := 0 // of the mentions, which are in order as the names are
	for _, name := range found {
		for next < len(mentions) && mentions[next].End <= name.Start {
			next++
		}
		if next < len(mentions) && mentions[next].Start < name.End {
			continue
		}
		exact := body[name.Start:name.End]
		place := NamePlace{
			Article: article, Range: text.Range{Start: name.Start, End: name.End}, Exact: exact, Name: exact,
			Kind: Kind(name.Kind.String()), Certainty: name.Certainty,
			Beside: Beside{
				Title: name.Beside.Title, Office: name.Beside.Office, Organisation: name.Beside.Organisation,
				Country: name.Beside.Country, Age: name.Beside.Age,
			},
		}
		if whole := full[fold.String(exact)]; name.Kind == tagger.Person && whole != "" {
			place.Name = whole
		}
		place.Key = fold.String(place.Name)
		if place.Key != "" {
			places = append(places, place)
		}
	}
	return places
}

// fullNames gives the name in full of each surname that one person of the text
// alone has.
func fullNames(body string, found []tagger.Name) map[string]string {
	full := map[string]string{}
	for _, name := range found {
		exact := body[name.Start:name.End]
		words := strings.Fields(exact)
		if name.Kind != tagger.Person || len(words) < 2 {
			continue
		}
		surname := fold.String(words[len(words)-1])
		if other, ok := full[surname]; ok && fold.String(other) != fold.String(exact) {
			exact = "" // two have it: it says neither
		}
		full[surname] = exact
	}
	return full
}

// eventsTold are the happenings of a text, with the names by which it calls who
// took part.
func eventsTold(article Article, body string, date edtf.Date, places []NamePlace, others []respelt, mentions []Mention, titles map[ID]string) []SuggestedEvent {
	names := make([]happening.Name, 0, len(places)+len(mentions))
	entities := make([]ID, 0, cap(names))
	for _, mention := range mentions {
		names = append(names, happening.Name{
			Start: mention.Start, End: mention.End, Kind: happening.Kind(mention.Kind),
			Key: mention.Entity.String(), Label: titles[mention.Entity],
		})
		entities = append(entities, mention.Entity)
	}
	for _, place := range places {
		names = append(names, happening.Name{Start: place.Start, End: place.End, Kind: happening.Kind(place.Kind), Key: place.Key, Label: place.Name})
		entities = append(entities, 0)
	}
	for _, other := range others {
		names = append(names, other.Name)
		entities = append(entities, other.entity)
	}
	part := func(i int, role string) SuggestedPart {
		return SuggestedPart{Name: names[i].Label, Role: role, Entity: entities[i], Range: text.Range{Start: names[i].Start, End: names[i].End}}
	}
	var events []SuggestedEvent
	for _, told := range happening.Find(body, date, names) {
		event := SuggestedEvent{
			Article: article.ID, Range: text.Range{Start: told.Start, End: told.End}, Certainty: told.Certainty,
			Name: told.Name, Class: told.Kind, Date: told.Date.String(), DateAt: told.DateAt,
			Key:      fold.String(told.Name) + " " + strings.TrimRight(told.Date.String(), "?~%"), // the same once the article's date is sure
			Tellings: []string{telling(article.Capture, told.Kind, told.Trigger)},
		}
		if told.Place >= 0 {
			event.Place = part(told.Place, "")
		}
		for _, participant := range told.Participants {
			event.Participants = append(event.Participants, part(participant.Name, participant.Role))
		}
		for _, passage := range told.Also {
			event.Also = append(event.Also, text.Range{Start: passage.Start, End: passage.End})
			event.Tellings = append(event.Tellings, telling(article.Capture, told.Kind, passage.Trigger))
		}
		events = append(events, event)
	}
	return events
}

// telling names the words of a capture that tell of a happening of a class.
func telling(capture CaptureID, class string, at text.Range) string {
	return fmt.Sprintf("%s %d %d", class, capture, at.Start)
}

// Suggestions returns what an article seems to name and tell and what waits for a
// decision. An article that was not read yet is read now.
func (n *Notebook) Suggestions(ctx context.Context, article ID) (suggested Suggested, err error) {
	if err := n.readIfUnread(ctx, article); err != nil {
		return suggested, err
	}
	if suggested.Names, err = n.NamePlaces(ctx, article); err != nil {
		return suggested, fmt.Errorf("suggestions of %s: %w", article, err)
	}
	if suggested.Events, _, err = n.SuggestedEvents(ctx, article, 0, 0); err != nil {
		return suggested, fmt.Errorf("suggestions of %s: %w", article, err)
	}
	if suggested.Unclear, _, err = n.UnclearPlaces(ctx, article, 0); err != nil {
		return suggested, fmt.Errorf("suggestions of %s: %w", article, err)
	}
	date, err := n.SuggestedDate(ctx, article)
	if err == nil {
		suggested.Date = &date
	} else if !errors.Is(err, ErrNotFound) {
		return suggested, fmt.Errorf("suggestions of %s: %w", article, err)
	}
	return suggested, nil
}

func (n *Notebook) readIfUnread(ctx context.Context, article ID) error {
	read, err := n.WasRead(ctx, article, readingForm)
	if err != nil || read {
		return err
	}
	return n.ReadForSuggestions(ctx, []ID{article})
}
