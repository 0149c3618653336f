package journey_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

// ready is a collector of texts at hand, by name.
type ready map[string]string

func (r ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

// Read makes an article of the first line, which is the title, and the rest.
func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	title, body, _ := strings.Cut(r[input.Name], text.BlockBreak)
	var b text.Builder
	for _, paragraph := range strings.Split(body, text.BlockBreak) {
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
	}
	t, err := b.Text()
	return notes.Document{Title: title, MediaType: "text/plain", Original: []byte(body), Text: t, Source: "Sample Wire", Date: "2023-04-22"}, err
}

const (
	firstDraft = "The bridge at Port Sabre\n\n" +
		"The old bridge was closed on Friday after three days of rain. Nobody crosses until every pillar has been looked at, the engineer said.\n\n" +
		"The mayor asked the harbour union for boats, and the first ferry left at noon.\n\n" +
		"Nobody reads a report about pillars, he added, and nobody pays for one.\n\n" +
		"On Saturday the water began to fall."
	secondDraft = "The bridge at Port Sabre\n\n" +
		"Updated on Sunday: the bridge stays closed.\n\n" +
		"The old bridge was closed on Friday after four days of heavy rain. Nobody crosses until every single pillar has been looked at, the engineer said.\n\n" +
		"The mayor asked the harbour union for boats, and the first ferry left at noon.\n\n" +
		"On Saturday the water began to fall, and on Sunday it was gone."
	arabic = "جسر مغلق في المدينة (Kantara)\n\n" +
		"قال المهندس يوم السبت إن الجسر القديم أغلق بعد 3 أيام من المطر. وأضاف أن العبارة (Sabre II) غادرت ظهرا.\n\n" +
		"لا أحد يقرأ تقريرا عن الأعمدة، قال في عام 2019."
	japanese = "古い橋が閉鎖された (Hashi)\n\n" +
		"三日間の雨のあと、古い橋は金曜日に閉鎖された。すべての柱を調べるまでは誰も渡れない、と技師は述べた。市長は港湾組合に船を頼み、最初の渡し船は正午に出た。"
)

// brought makes the archive of the reader's journey: an article captured twice
// with highlights that overlap, one of which has lost its words; a long one; and
// two in other scripts.
func brought(t *testing.T, file string) (*notes.Notebook, notes.ID) {
	t.Helper()
	store, err := sqlite.Create(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	book := notes.New(store, notes.Options{})
	var long strings.Builder
	long.WriteString("A hundred thousand words")
	for i := range 1200 {
		fmt.Fprintf(&long, "\n\nParagraph %d of the record. %s", i+1, strings.Repeat("Somebody asked who had paid for the bridge, and nobody answered before winter. ", 6))
	}
	texts := ready{"first": firstDraft, "second": secondDraft, "arabic": arabic, "japanese": japanese, "long": long.String()}
	var inputs []notes.Input
	for _, name := range []string{"first", "arabic", "japanese", "long"} {
		inputs = append(inputs, notes.Input{Name: name})
	}
	collected := book.Collect(t.Context(), texts, inputs, notes.CollectOptions{}, nil)
	for _, one := range collected {
		if one.Err != nil {
			t.Fatal(one.Err)
		}
	}
	for i, words := range []string{
		"after three days of rain. Nobody crosses", "Nobody crosses until every pillar has been looked at", "every pillar",
		"the first ferry left at noon", "nobody pays for one",
	} {
		comment := ""
		if i%2 == 0 {
			comment = "Who said so?"
		}
		add := notes.NewHighlight{Article: collected[0].ID, Colour: notes.Colours[i], Comment: comment, Quote: anchor.Quote{Exact: words}}
		if _, err := book.AddHighlight(t.Context(), add); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.AddHighlight(t.Context(), notes.NewHighlight{Article: collected[1].ID, Colour: notes.Green, Quote: anchor.Quote{Exact: "أغلق بعد 3 أيام من المطر"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddHighlight(t.Context(), notes.NewHighlight{Article: collected[2].ID, Quote: anchor.Quote{Exact: "古い橋は金曜日に閉鎖された"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Recapture(t.Context(), texts, collected[0].ID, notes.Input{Name: "second", Data: []byte{}}, false); err != nil {
		t.Fatal(err)
	}
	return book, collected[0].ID
}

// TestReading goes through a reader's work with the keyboard alone: an end of a
// highlight is moved, one that waits is placed by hand, and what changed between
// two captures is looked at.
func TestReading(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "reading.cuttings")
	kept, id := brought(t, file)
	screen := newDisplay(t, home)
	w := screen.open(program(t), "--archive", file)
	reading := func() notes.Reading {
		found, err := kept.Read(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if now := reading(); len(now.Highlights) != 4 || len(now.Orphans) != 1 {
		t.Fatalf("%d highlights stand in the new capture, %d wait", len(now.Highlights), len(now.Orphans))
	}

	w.opened("port sabre")
	w.picture("overlapping")
	w.key("bracketright")
	w.key("bracketright")
	w.key("bracketright")
	w.key("bracketright")
	w.key("a")
	w.key("ctrl+shift+Left")
	w.picture("moving-an-end")
	w.key("Return")
	screen.until("the highlight is shorter", func() bool {
		h := reading().Highlights[3]
		return h.Exact == "the first ferry left at"
	})

	w.command(">place a waiting")
	w.picture("orphans")
	w.key("ctrl+End")
	w.key("ctrl+shift+Left")
	w.key("ctrl+shift+Left")
	w.key("Return")
	screen.until("the orphan is placed", func() bool { return len(reading().Orphans) == 0 })
	time.Sleep(settle)
	w.picture("placed-by-hand")

	w.command(">what changed")
	time.Sleep(settle)
	w.picture("comparison")
	w.command(">dark")
	w.picture("comparison-dark")
	w.opened("port sabre")
	w.picture("overlapping-dark")
	w.command(">sepia")
	w.picture("overlapping-sepia")
	w.command(">light")
	w.opened("kantara")
	w.picture("arabic")
	w.opened("hashi")
	w.picture("japanese")
	w.opened("hundred thousand")
	w.picture("long-article")
	w.command(">highlights")
	time.Sleep(settle)
	w.picture("all-highlights")
	w.quit()
}

// opened goes to an article by quick find.
func (w *window) opened(words string) {
	w.t.Helper()
	w.command(words)
	time.Sleep(2 * settle)
}
