package seeds_test

import (
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/seeds"
	"cuttings/storage/collect"
	"cuttings/storage/sqlite"
)

func TestSampleHoldsTogether(t *testing.T) {
	sample, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(sample.Articles) < 8 {
		t.Errorf("%d articles", len(sample.Articles))
	}
	sources := map[string]string{}
	for _, article := range sample.Articles {
		sources[article.File] = article.Source
	}
	for _, highlight := range sample.Highlights {
		if count := strings.Count(sources[highlight.Article], highlight.Quote); count != 1 {
			t.Errorf("%s has %q %d times", highlight.Article, highlight.Quote, count)
		}
	}
	for _, event := range sample.Events {
		if _, err := edtf.Parse(event.Date); err != nil {
			t.Errorf("%s: %v", event.Name, err)
		}
	}
	for _, collection := range sample.Collections {
		for _, article := range collection.Articles {
			if sources[article] == "" {
				t.Errorf("%s names %q", collection.Name, article)
			}
		}
	}
	for _, article := range sample.Inbox {
		if sources[article] == "" {
			t.Errorf("the inbox names %q", article)
		}
	}
}

// The sample must show the main job: every link leads somewhere, every event
// and person is named by an article or a note, and the archive is whole.
func TestPlant(t *testing.T) {
	ctx := t.Context()
	store, err := sqlite.Create(ctx, filepath.Join(t.TempDir(), "sample.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book := notes.New(store, notes.Options{})
	if err := seeds.Plant(ctx, book, collect.New(collect.Options{})); err != nil {
		t.Fatal(err)
	}
	sample, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	counts, err := book.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[notes.Kind]int{
		notes.KindArticle: len(sample.Articles), notes.KindHighlight: len(sample.Highlights), notes.KindNote: len(sample.Notes),
		notes.KindPerson: len(sample.People), notes.KindEvent: len(sample.Events), notes.KindCollection: len(sample.Collections),
	} {
		if counts.Kinds[kind] != want {
			t.Errorf("%d of kind %s, not %d", counts.Kinds[kind], kind, want)
		}
	}
	if counts.Inbox != len(sample.Inbox) {
		t.Errorf("%d in the inbox", counts.Inbox)
	}
	for _, kind := range []notes.Kind{notes.KindNote, notes.KindHighlight, notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent} {
		rows, _, err := book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{kind}})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			lost, err := book.Unresolved(ctx, row.ID)
			if err != nil || len(lost) > 0 {
				t.Errorf("%s %q links to %q: %v", kind, row.Title, lost, err)
			}
			if kind == notes.KindPerson && row.Count == 0 {
				t.Errorf("no article names %s", row.Title)
			}
		}
	}
	differ := 0
	events, _, err := book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{notes.KindEvent}})
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range events {
		sources, err := book.Sources(ctx, event.ID)
		if err != nil || len(sources) == 0 {
			t.Errorf("%s has no source: %v", event.Title, err)
		}
		numbers := map[string]bool{}
		for _, source := range sources {
			numbers[source.Number] = true
		}
		if len(numbers) > 1 {
			differ++
		}
	}
	if differ == 0 {
		t.Error("accounts differ on no event")
	}
	if problems, err := store.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("the archive has problems: %q, %v", problems, err)
	}
	rows, _, err := book.Articles(ctx, notes.ArticleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row.Date == "" || row.Byline == "" || row.Source == "" || strings.HasPrefix(row.Excerpt, "---") {
			t.Errorf("article %q: %+v", row.Title, row.Article)
		}
	}
}
