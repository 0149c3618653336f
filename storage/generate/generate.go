// Package generate makes practice archives of any size for measuring: invented
// articles with natural frequencies of words, and people, organisations, places
// and events that are named in them. Everything goes through the operations of
// notes, so that such an archive is like one that grew. The same numbers make
// the same words, names and dates; IDs and times are those of the making. It
// never touches an archive that exists.
package generate

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// Options say how large the archive is.
type Options struct {
	Articles int
	Entities int
	Seed     uint64
}

// What a person leaves behind who reads many articles.
const (
	highlightEvery = 10 // one article in so many has a highlight
	noteEvery      = 25 // a note is written on one in so many
)

// Archive makes an archive in file. It returns an error that wraps fs.ErrExist
// if there is such a file. If the work fails, or the context ends, nothing is
// left of the file.
func Archive(ctx context.Context, file string, options Options, report notes.Progress) (err error) {
	store, err := sqlite.Create(ctx, file)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, store.Close())
		if err != nil {
			for _, ending := range []string{"", "-wal", "-shm"} {
				_ = os.Remove(file + ending) // what is half made is of no use
			}
		}
	}()
	return fill(ctx, store, options, report)
}

// fill makes the articles, entities, highlights and notes in an empty store.
func fill(ctx context.Context, store notes.Store, options Options, report notes.Progress) error {
	g := newGenerator(options)
	done, total := 0, options.Entities+2*options.Articles
	step := func() {
		done++
		if report != nil {
			report(done, total)
		}
	}
	if err := g.addEntities(ctx, store, step); err != nil {
		return err
	}
	book := notes.New(store, notes.Options{})
	articles, err := g.addArticles(ctx, book, step)
	if err != nil {
		return err
	}
	if err := g.addMarks(ctx, book, articles, step); err != nil {
		return err
	}
	return book.CatchUp(ctx, nil) // as the window would do before long
}

// generator holds what all articles are made of. It is not changed once the
// entities are there, so that articles can be made in parallel.
type generator struct {
	options  Options
	words    []string
	pick     zipf // a word
	entities []entity
	order    []int // the entities, most frequent first: the kinds are mixed
	rank     zipf  // a place in that order
}

func newGenerator(options Options) *generator {
	g := &generator{options: options, words: vocabulary(options.Seed)}
	g.pick = newZipf(len(g.words), wordExponent)
	g.entities = invent(options.Seed, options.Entities)
	g.order = g.random(forOrder, 0).Perm(len(g.entities))
	g.rank = newZipf(len(g.entities), entityExponent)
	return g
}

// who draws an entity; there must be one.
func (g *generator) who(r *rand.Rand) *entity { return &g.entities[g.order[g.rank.next(r)]] }

// random is the source of chance for one purpose and one number: what is made
// does not depend on the order of making.
func (g *generator) random(purpose, number uint64) *rand.Rand {
	return rand.New(rand.NewPCG(g.options.Seed<<8|purpose, number))
}

// The purposes.
const (
	forArticle = iota + 1
	forMarks
	forEntities
	forOrder
)

// entitiesTogether is how many entities are added in one transaction.
const entitiesTogether = 1000

func (g *generator) addEntities(ctx context.Context, store notes.Store, step func()) error {
	batch := &together{whole: whole{store}}
	book := notes.New(batch, notes.Options{})
	for first := 0; first < len(g.entities); first += entitiesTogether {
		err := batch.run(ctx, func() error {
			for i := first; i < min(len(g.entities), first+entitiesTogether); i++ {
				if err := g.addEntity(ctx, book, &g.entities[i]); err != nil {
					return fmt.Errorf("entity %d: %w", i, err)
				}
				step()
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) addEntity(ctx context.Context, book *notes.Notebook, made *entity) error {
	add := notes.Entity{
		Item:    notes.Item{Kind: made.kind, Title: made.name},
		Aliases: made.aliases, Description: made.description, Roles: made.roles, Date: made.date,
	}
	if made.place >= 0 {
		add.Place = g.entities[made.place].id
	}
	for _, who := range made.participants {
		add.Participants = append(add.Participants, notes.Participant{Entity: g.entities[who].id})
	}
	added, err := book.AddEntity(ctx, add)
	made.id = added.ID
	return err
}

func (g *generator) addArticles(ctx context.Context, book *notes.Notebook, step func()) ([]notes.ID, error) {
	var failed error
	articles := make([]notes.ID, 0, g.options.Articles)
	book.Collect(ctx, g, Inputs(0, g.options.Articles), notes.CollectOptions{}, func(_, _ int, last notes.Collected) {
		articles = append(articles, last.ID)
		if last.Err != nil && failed == nil {
			failed = fmt.Errorf("%s: %w", last.Name, last.Err)
		}
		step()
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return articles, failed
}

// Expand fulfils notes.Collector; nothing is expanded here.
func (g *generator) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

// Read makes the article whose number the input holds.
func (g *generator) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	number, err := strconv.Atoi(string(input.Data))
	if err != nil {
		return notes.Document{}, fmt.Errorf("%q is not the number of an article: %w", input.Data, notes.ErrUnreadable)
	}
	return g.article(number)
}

// addMarks highlights sentences and writes notes about them.
func (g *generator) addMarks(ctx context.Context, book *notes.Notebook, articles []notes.ID, step func()) error {
	for i, id := range articles {
		r := g.random(forMarks, uint64(i))
		if i%highlightEvery == 0 {
			highlight, err := g.highlight(ctx, book, id, r)
			if err != nil {
				return err
			}
			if i%noteEvery == 0 {
				body := fmt.Sprintf("%s\n\n[[%s]]\n\n%s", g.sentences(r, 3, nil), highlight.ID, g.sentences(r, 2, nil))
				if len(g.entities) > 0 {
					body += "\n\nSee [[" + g.who(r).name + "]]."
				}
				title := fmt.Sprintf("%s %d", g.title(r, nil), i)
				if _, err := book.AddNote(ctx, title, body, tags[r.IntN(len(tags))]); err != nil {
					return fmt.Errorf("note on article %d: %w", i, err)
				}
			}
		}
		step()
	}
	return ctx.Err()
}

// highlight marks one sentence of the article.
func (g *generator) highlight(ctx context.Context, book *notes.Notebook, id notes.ID, r *rand.Rand) (notes.Highlight, error) {
	article, err := book.Article(ctx, id)
	if err != nil {
		return notes.Highlight{}, fmt.Errorf("read article %s: %w", id, err)
	}
	t, err := book.Text(ctx, article.Capture)
	if err != nil {
		return notes.Highlight{}, fmt.Errorf("read the text of %s: %w", id, err)
	}
	add := notes.NewHighlight{Article: id, Range: sentence(t, r), Colour: notes.Colours[r.IntN(len(notes.Colours))]}
	if r.IntN(3) == 0 {
		add.Comment = g.sentences(r, 1, nil)
	}
	highlight, err := book.AddHighlight(ctx, add)
	if err != nil {
		return notes.Highlight{}, fmt.Errorf("highlight in article %s: %w", id, err)
	}
	return highlight, nil
}
