package conformance

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/compare"
	"cuttings/notes/text"
)

// Later is the text of Police as it stood some days later: moved, reworded, and
// without its last sentence.
const Later = "On Monday the cabinet met.\n\nKenya offered two thousand police officers.\n\nAlfred Mutua, the foreign minister of Kenya, said so on Saturday."

// captures collects an article, marks three passages of it and captures it
// again.
func captures(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("Kenya offers police", Police))[0].ID
	first, err := book.Read(ctx, article)
	if err != nil {
		t.Fatal(err)
	}
	mark := func(words string) notes.ID {
		h, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: words}})
		if err != nil {
			t.Fatal(err)
		}
		return h.ID
	}
	moved, reworded, gone := mark("said so on Saturday"), mark("Kenya offered a thousand police officers."), mark("Mutua did not say when.")
	note, err := book.AddNote(ctx, "On the offer", "[["+gone.String()+"|when]]")
	if err != nil {
		t.Fatal(err)
	}

	from := Ready{"later": Document("", Later), "login": Document("", "Log in to read on."), "same": Document("", Police)}
	from["pictured"] = pictured(from["later"])
	input := func(name string) notes.Input { return notes.Input{Name: name, Data: []byte{}} }
	for name, want := range map[string]error{"login": notes.ErrUnlike, "missing": notes.ErrUnreadable} {
		if _, err := book.Recapture(ctx, from, article, input(name), false); !errors.Is(err, want) {
			t.Errorf("recapture %s: %v, want %v", name, err, want)
		}
	}
	if same, err := book.Recapture(ctx, from, article, input("same"), false); err != nil || !same.Same {
		t.Errorf("recapture of the same text: %+v, %v", same, err)
	}
	if captures, err := book.Captures(ctx, article); err != nil || len(captures) != 1 {
		t.Fatalf("after three refusals %d captures, %v", len(captures), err)
	}

	result, err := book.Recapture(ctx, from, article, input("pictured"), false)
	if err != nil || result.Placed != 2 || result.Changed != 1 || result.Orphaned != 1 {
		t.Fatalf("recapture: %+v, %v", result, err)
	}
	now, err := book.Read(ctx, article)
	if err != nil {
		t.Fatal(err)
	}
	if now.Text.Body != Later || !now.Current() || len(now.Captures) != 2 {
		t.Errorf("the new capture is not what is read: %+v", now.Capture)
	}
	if len(now.Highlights) != 2 || now.Highlights[0].ID != reworded || now.Highlights[1].ID != moved || len(now.Orphans) != 1 || now.Orphans[0].ID != gone {
		t.Fatalf("placed %+v, orphans %+v", now.Highlights, now.Orphans)
	}
	if words := now.Text.Slice(now.Highlights[1].Range); words != "said so on Saturday" || now.Placements[moved].Way != notes.WayExact {
		t.Errorf("the one that moved stands on %q, %+v", words, now.Placements[moved])
	}
	if words := now.Text.Slice(now.Highlights[0].Range); words != "Kenya offered two thousand police officers." || now.Placements[reworded].Way != notes.WayApproximate {
		t.Errorf("the one that was reworded stands on %q, %+v", words, now.Placements[reworded])
	}
	if old, err := book.ReadCapture(ctx, article, first.Capture.ID); err != nil || old.Text.Body != Police || len(old.Highlights) != 3 || len(old.Orphans) != 0 {
		t.Errorf("the old capture has %d highlights, %v", len(old.Highlights), err)
	}
	orphans(t, book, article, gone)
	pictures(t, book, now)
	comparison(t, book, article, moved, reworded, gone)
	if links, err := book.LinksFrom(ctx, note.ID); err != nil || len(links) != 1 || links[0].To != gone {
		t.Errorf("the note's links %+v, %v", links, err)
	}
	undoCaptures(t, book, article)
}

// pictured gives a document a picture that its text has no figure for.
func pictured(d notes.Document) notes.Document {
	d.Pictures = []notes.Picture{{Address: "https://example.org/a.png", MediaType: "image/png", Width: 4, Height: 3, Bytes: []byte("not really")}}
	return d
}

func pictures(t *testing.T, book *notes.Notebook, reading notes.Reading) {
	if len(reading.Pictures) != 1 || reading.Pictures[0].Width != 4 || reading.Pictures[0].Bytes != nil {
		t.Fatalf("pictures %+v", reading.Pictures)
	}
	bytes, err := book.PictureBytes(t.Context(), reading.Capture.ID, "https://example.org/a.png")
	if err != nil || string(bytes) != "not really" {
		t.Errorf("picture %q, %v", bytes, err)
	}
	if _, err := book.PictureBytes(t.Context(), reading.Capture.ID, "https://example.org/b.png"); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("a picture that is not there: %v", err)
	}
}

// orphans places the orphan by hand, and takes that back.
func orphans(t *testing.T, book *notes.Notebook, article, gone notes.ID) {
	ctx := t.Context()
	rows, total, err := book.Highlights(ctx, notes.HighlightFilter{Orphans: true})
	if err != nil || total != 1 || rows[0].ID != gone {
		t.Fatalf("orphans %+v, %v", rows, err)
	}
	start := strings.Index(Later, "On Monday")
	r := text.Range{Start: start, End: start + len("On Monday")}
	if err := book.EditHighlight(ctx, gone, notes.HighlightUpdate{Range: &r}); err != nil {
		t.Fatal(err)
	}
	reading, err := book.Read(ctx, article)
	if err != nil || len(reading.Orphans) != 0 || reading.Highlights[0].ID != gone || reading.Highlights[0].Exact != "On Monday" {
		t.Fatalf("placed by hand: %+v, %v", reading.Highlights, err)
	}
	old, err := book.ReadCapture(ctx, article, reading.Captures[1].ID)
	if err != nil || len(old.Highlights) != 3 || old.Text.Slice(old.Highlights[2].Range) != "Mutua did not say when." || old.Placements[gone].Way != notes.WayHand {
		t.Errorf("in the old capture it stands no more where it did: %+v, %v", old.Highlights, err)
	}
	if _, err := book.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if reading, err := book.Read(ctx, article); err != nil || len(reading.Orphans) != 1 {
		t.Errorf("undone, %d orphans, %v", len(reading.Orphans), err)
	}
}

func comparison(t *testing.T, book *notes.Notebook, article, moved, reworded, gone notes.ID) {
	c, err := book.Compare(t.Context(), article, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []compare.Kind
	for _, change := range c.Changes {
		kinds = append(kinds, change.Kind)
	}
	if want := []compare.Kind{compare.Added, compare.Changed, compare.Changed}; !slices.Equal(kinds, want) {
		t.Errorf("changes %q, want %q", kinds, want)
	}
	if len(c.Highlights) != 3 || c.Placements[gone].Way != notes.WayNone || c.Placements[moved].Way != notes.WayExact || c.Placements[reworded].Way != notes.WayApproximate {
		t.Errorf("highlights in changed passages %+v, %+v", c.Highlights, c.Placements)
	}
}

// undoCaptures takes the second capture back and does it again.
func undoCaptures(t *testing.T, book *notes.Notebook, article notes.ID) {
	ctx := t.Context()
	for step, want := range []int{1, 2} {
		var err error
		if step == 0 {
			_, err = book.Undo(ctx)
		} else {
			_, err = book.Redo(ctx)
		}
		if err != nil {
			t.Fatal(err)
		}
		reading, err := book.Read(ctx, article)
		if err != nil || len(reading.Captures) != want || len(reading.Highlights)+len(reading.Orphans) != 3 {
			t.Fatalf("%d captures, want %d, %v", len(reading.Captures), want, err)
		}
	}
	if problems, err := book.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
}

// marks joins, splits and names.
func marks(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("Kenya offers police", Police))[0].ID
	var ids []notes.ID
	for i, words := range []string{"Alfred Mutua", "foreign minister", "Saturday"} {
		h, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Colour: notes.Colours[i], Comment: words, Quote: anchor.Quote{Exact: words}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, h.ID)
	}
	if err := book.Tag(ctx, ids[1:2], "offices"); err != nil {
		t.Fatal(err)
	}
	note, err := book.AddNote(ctx, "A note", "See [["+ids[1].String()+"|the office]].")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := book.JoinHighlights(ctx, []notes.ID{ids[1], ids[0]})
	if err != nil || kept != ids[0] {
		t.Fatalf("join: %s, %v", kept, err)
	}
	joined, err := book.Highlight(ctx, kept)
	if err != nil || joined.Exact != "Alfred Mutua, the foreign minister" || joined.Comment != "Alfred Mutua\n\nforeign minister" || joined.Colour != notes.Yellow {
		t.Fatalf("joined %+v, %v", joined, err)
	}
	if tags, err := book.TagsOf(ctx, kept); err != nil || len(tags) != 1 {
		t.Errorf("tags %+v, %v", tags, err)
	}
	if links, err := book.LinksFrom(ctx, note.ID); err != nil || len(links) != 1 || links[0].To != kept {
		t.Errorf("links %+v, %v", links, err)
	}
	if _, total, err := book.Highlights(ctx, notes.HighlightFilter{Article: article}); err != nil || total != 2 {
		t.Errorf("%d highlights, %v", total, err)
	}
	at := strings.Index(Police, ", the foreign")
	second, err := book.SplitHighlight(ctx, kept, at)
	if err != nil {
		t.Fatal(err)
	}
	if h, err := book.Highlight(ctx, second); err != nil || h.Exact != ", the foreign minister" || h.Comment != "" {
		t.Errorf("second part %+v, %v", h, err)
	}
	if _, err := book.SplitHighlight(ctx, kept, 0); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("split outside: %v", err)
	}
	red := notes.Red
	if err := book.EditHighlights(ctx, []notes.ID{kept, second, ids[2]}, notes.HighlightUpdate{Colour: &red}); err != nil {
		t.Fatal(err)
	}
	if _, total, err := book.Highlights(ctx, notes.HighlightFilter{Colour: notes.Red}); err != nil || total != 3 {
		t.Errorf("%d red, %v", total, err)
	}
	if err := book.NameColour(ctx, notes.Red, "doubt"); err != nil {
		t.Fatal(err)
	}
	if meanings, err := book.Meanings(ctx); err != nil || meanings[notes.Red] != "doubt" || len(meanings) != 1 {
		t.Errorf("meanings %v, %v", meanings, err)
	}
	for range 4 { // name, recolour, split, join
		if _, err := book.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if h, err := book.Highlight(ctx, ids[0]); err != nil || h.Exact != "Alfred Mutua" || h.Colour != notes.Yellow {
		t.Errorf("undone %+v, %v", h, err)
	}
	if links, err := book.LinksFrom(ctx, note.ID); err != nil || links[0].To != ids[1] {
		t.Errorf("undone, links %+v, %v", links, err)
	}
}
