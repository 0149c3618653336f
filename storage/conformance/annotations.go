package conformance

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/annotation"
)

// hypothesis is what came from elsewhere about the article Police: a highlight
// whose words changed a little, one whose words are gone, a page note, a reply,
// and one about another page.
const hypothesis = `{"total":5,"rows":[
	{"id":"h1","created":"2023-04-23T10:00:00Z","updated":"2023-04-24T10:00:00Z","user":"acct:ada@example.org","uri":"http://www.example.org/police/","text":"Check.","tags":["police"],
	 "target":[{"selector":[{"type":"RangeSelector","startOffset":3},{"type":"TextPositionSelector","start":8,"end":42},{"type":"TextQuoteSelector","exact":"offered a thousand policemen","prefix":"Kenya "}]}]},
	{"id":"h2","uri":"https://example.org/police","target":[{"selector":[{"type":"TextQuoteSelector","exact":"the price of rice in Port-au-Prince rose"}]}]},
	{"id":"h3","uri":"https://example.org/police","text":"A page note","target":[{"source":"https://example.org/police"}]},
	{"id":"h4","created":"2023-04-25T10:00:00Z","user":"acct:bob@example.org","uri":"https://example.org/police","text":"I did.","references":["h1"]},
	{"id":"h5","uri":"https://example.org/elsewhere","target":[{"selector":[{"type":"TextQuoteSelector","exact":"x"}]}]}]}`

func annotations(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := police(t, book)
	own, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Colour: notes.Violet, Comment: "By [[Alfred Mutua]]?", Quote: anchor.Quote{Exact: "said so on Saturday"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Tag(ctx, []notes.ID{own.ID}, "when"); err != nil {
		t.Fatal(err)
	}
	read, problems, err := annotation.Parse([]byte(hypothesis))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	results, err := book.ImportAnnotations(ctx, read, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []notes.Status
	for _, r := range results {
		got = append(got, r.Status)
	}
	want := []notes.Status{notes.StatusAdded, notes.StatusOrphan, notes.StatusNote, notes.StatusReply, notes.StatusFailed}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("imported (-want +got)\n%s", diff)
	}
	reading, err := book.Read(ctx, article)
	if err != nil || len(reading.Highlights) != 2 || len(reading.Orphans) != 1 {
		t.Fatalf("%d highlights, %d orphans, %v", len(reading.Highlights), len(reading.Orphans), err)
	}
	first := reading.Highlights[0]
	if words := reading.Text.Slice(first.Range); words != "offered a thousand police" || first.Exact != "offered a thousand policemen" {
		t.Errorf("%q stands on %q", first.Exact, words)
	}
	if first.Comment != "Check.\n\n**bob@example.org 2023-04-25:** I did." {
		t.Errorf("comment %q", first.Comment)
	}
	if _, total, err := book.Highlights(ctx, notes.HighlightFilter{Orphans: true}); err != nil || total != 1 {
		t.Errorf("%d orphans, %v", total, err)
	}
	again, err := book.ImportAnnotations(ctx, read, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range again[:4] {
		if r.Status != notes.StatusDuplicate {
			t.Errorf("imported again: %+v", r)
		}
	}
	roundTrip(t, book, article)
}

// police collects the article with its address.
func police(t *testing.T, book *notes.Notebook) notes.ID {
	document := Document("Kenya offers police", Police)
	document.URL = "https://example.org/police"
	return Collect(t, book, document)[0].ID
}

// roundTrip exports an article's highlights, takes the article with all of them
// away, and brings them in with the article collected anew: what is exported
// then is the same but for the names that this archive gives.
func roundTrip(t *testing.T, book *notes.Notebook, article notes.ID) {
	ctx := t.Context()
	before, err := book.ExportAnnotations(ctx, article)
	if err != nil || len(before) != 3 {
		t.Fatalf("exported %d, %v", len(before), err)
	}
	written, err := annotation.Write(before)
	if err != nil {
		t.Fatal(err)
	}
	for range 4 { // import, tag, highlight, collect
		if _, err := book.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	anew := police(t, book)
	read, _, err := annotation.Parse(written)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.ImportAnnotations(ctx, read, 0); err != nil {
		t.Fatal(err)
	}
	after, err := book.ExportAnnotations(ctx, anew)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]annotation.Annotation{}
	for _, a := range after {
		byID[a.ID] = a
	}
	for _, was := range before {
		is, ok := byID[was.ID]
		if !ok {
			t.Errorf("%s did not come back", was.ID)
			continue
		}
		is.Captured = was.Captured // the article was collected later
		if diff := cmp.Diff(was, is, cmp.Comparer(func(a, b json.RawMessage) bool { return string(a) == string(b) })); diff != "" {
			t.Errorf("%s (-before +after)\n%s", was.ID, diff)
		}
	}
	if problems, err := book.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
}
