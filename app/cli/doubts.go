package cli

import (
	"fmt"
	"slices"
	"strings"

	pages "cuttings/app/entity"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	fewPassages   = 4   // of somebody who may be another
	mostNeighbour = 200 // of whom an entity is named with
	mostShared    = 8   // of these, in a list
)

// place is a passage that speaks for an answer, with who else is named in its
// article.
type place struct {
	Article notes.ID `json:"article"`
	Title   string   `json:"title"`
	Source  string   `json:"source"`
	Date    string   `json:"date"`
	Text    string   `json:"text"`
	Named   []named  `json:"named"`
}

// side is one of those who can be meant: an entity, or a suggested name without ID.
type side struct {
	ID       string   `json:"id,omitempty"`
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Known    string   `json:"known"` // roles of a person, a date, a description
	Mentions int      `json:"mentions"`
	Passages []place  `json:"passages,omitempty"`
	Shared   []string `json:"shared,omitempty"` // with whom of those named here it is named elsewhere
}

// doubt is words of an article that could mean several.
type doubt struct {
	place
	Words  string `json:"words"`
	Places int    `json:"places"` // of these words in the article
	Either []side `json:"either"`
}

type doubts struct {
	Which []doubt `json:"which"`
	Total int     `json:"total"`
}

// which lists words that could mean several, of the archive or of articles.
func (c *call) which(articles []string, limit int) error {
	places, total, err := c.unclear(articles, limit)
	if err != nil {
		return err
	}
	answer := doubts{Which: []doubt{}, Total: total}
	for _, unclear := range places[:min(len(places), limit)] {
		one, err := c.doubt(unclear)
		if err != nil {
			return err
		}
		answer.Which = append(answer.Which, one)
	}
	return c.answer(answer, func(w *page) { answer.write(w) })
}

// unclear are such words, each once for an article.
func (c *call) unclear(articles []string, limit int) (all []notes.Unclear, total int, err error) {
	if err := c.settle(); err != nil {
		return nil, 0, err
	}
	if len(articles) == 0 {
		return session.Unclear(c.ctx, c.book, limit)
	}
	for _, words := range articles {
		article, err := c.item(words, notes.KindArticle)
		if err != nil {
			return nil, 0, err
		}
		places, _, err := c.book.UnclearPlaces(c.ctx, article.ID, 0)
		if err != nil {
			return nil, 0, err
		}
		for i, place := range places {
			if !slices.ContainsFunc(places[:i], func(p notes.Unclear) bool { return p.Key == place.Key }) {
				all = append(all, place)
			}
		}
	}
	return all, len(all), nil
}

func (c *call) doubt(unclear notes.Unclear) (doubt, error) {
	one := doubt{Words: unclear.Exact}
	var err error
	if one.place, err = c.placeAt(unclear.Article, unclear.Range, 0); err != nil {
		return one, err
	}
	places, _, err := c.book.UnclearPlaces(c.ctx, unclear.Article, 0)
	if err != nil {
		return one, err
	}
	for _, p := range places {
		if p.Key == unclear.Key {
			one.Places++
		}
	}
	for _, id := range unclear.Entities {
		candidate, err := c.side(id)
		if err != nil {
			return one, err
		}
		if candidate.Shared, err = c.sharedWith(id, one.Named); err != nil {
			return one, err
		}
		one.Either = append(one.Either, candidate)
	}
	return one, nil
}

// placeAt is a place of an article; one of those named there is left out.
func (c *call) placeAt(article notes.ID, at text.Range, but notes.ID) (place, error) {
	reading, err := c.book.Read(c.ctx, article)
	if err != nil {
		return place{}, err
	}
	before, words, after := pages.Around(reading.Text, at)
	one := place{
		Article: article, Title: reading.Article.Title, Source: reading.Article.Source, Date: reading.Article.Date,
		Text: before + words + after, Named: []named{},
	}
	mentions, _, err := c.book.Mentions(c.ctx, notes.MentionFilter{Article: article})
	if err != nil {
		return one, fmt.Errorf("read who is named in %s: %w", article, err)
	}
	seen := map[notes.ID]bool{but: true}
	for _, mention := range mentions {
		if seen[mention.Entity] {
			continue
		}
		seen[mention.Entity] = true
		other, err := c.named(mention.Entity)
		if err != nil {
			return one, err
		}
		one.Named = append(one.Named, other)
	}
	return one, nil
}

// side is what is known of an entity.
func (c *call) side(id notes.ID) (side, error) {
	rows, _, err := c.book.Items(c.ctx, notes.ItemFilter{IDs: []notes.ID{id}})
	if err == nil {
		err = session.Tell(c.ctx, c.book, rows)
	}
	if err != nil || len(rows) == 0 {
		return side{}, fmt.Errorf("read who %s is: %w", id, err)
	}
	known, err := c.book.Entity(c.ctx, id)
	if err != nil {
		return side{}, err
	}
	row := rows[0]
	return side{
		ID: id.String(), Kind: string(row.Kind), Name: row.Title, Aliases: append([]string{}, known.Aliases...),
		Known: session.Known(row), Mentions: row.Count,
	}, nil
}

// sharedWith are those of some with whom an entity is named elsewhere.
func (c *call) sharedWith(id notes.ID, some []named) ([]string, error) {
	company, err := c.book.SeenWith(c.ctx, id, mostNeighbour)
	if err != nil {
		return nil, err
	}
	var shared []string
	for _, other := range company {
		if slices.ContainsFunc(some, func(n named) bool { return n.ID == other.ID }) && len(shared) < mostShared {
			shared = append(shared, other.Title)
		}
	}
	return shared, nil
}

func (d doubts) write(w *page) {
	for _, one := range d.Which {
		w.line("“%s”%s", one.Words, manyPlaces(one.Places))
		one.place.write(w)
		for _, candidate := range one.Either {
			w.line("  ? %s", candidate.words())
			candidate.writeShared(w)
		}
		w.line("")
	}
	if len(d.Which) == 0 {
		w.line("Nothing could mean several.")
		return
	}
	w.line("%d of %d. \"cuttings accept WORDS --article ID --as ID\" says who is meant, \"cuttings refuse\" likewise who is not; without --article it holds everywhere.", len(d.Which), d.Total)
}

func manyPlaces(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("  — %d places, of which one answer holds for all", n)
}

func (p place) write(w *page) {
	w.line("    %s", joined("  — ", p.Article.String(), p.Title, p.Source, inWords(p.Date)))
	w.line("    %s", oneLine(p.Text))
	if len(p.Named) > 0 {
		w.line("    Named there, too: %s", firstNames(p.Named))
	}
}

// oneLine keeps a passage on the line that it is printed on.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func firstNames(all []named) string {
	var names []string
	for _, one := range all[:min(len(all), mostShared)] {
		names = append(names, one.Name)
	}
	if len(all) > mostShared {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func (s side) words() string {
	id := s.ID
	if id == "" {
		id = "not in the archive"
	}
	return joined("  — ", id+"  "+s.Name, joined(", ", s.Kind, s.Known), strings.Join(s.Aliases, ", "), count(s.Mentions, "mention", "mentions"))
}

func (s side) writeShared(w *page) {
	if len(s.Shared) > 0 {
		w.line("      Elsewhere named with %s", strings.Join(s.Shared, ", "))
	}
}
