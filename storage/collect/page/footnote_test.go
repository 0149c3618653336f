package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"cuttings/notes/text"
)

// A link to a footnote leads to its block; one to what is no part of the article
// is words.
func TestFootnotes(t *testing.T) {
	tree, err := html.Parse(strings.NewReader(`<p>The bridge<sup><a id="back" href="#fn1">1</a></sup> was <a href="#gone">closed</a>.</p>
		<p>It <time id="inline">opened</time> again.</p><ol><li id="fn1"><p>A bridge of iron. <a href="#back">↩</a></p></li></ol>`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := write(tree, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Blocks) != 3 {
		t.Fatalf("%d blocks: %q", len(got.Blocks), got.Body)
	}
	var targets []string
	for _, block := range got.Blocks {
		for _, span := range block.Spans {
			if span.Style == text.Link {
				targets = append(targets, got.Slice(span.Range)+" "+span.Target)
			}
		}
	}
	if want := []string{"1 #43", "↩ #0"}; strings.Join(targets, ", ") != strings.Join(want, ", ") {
		t.Errorf("links %q, want %q; the body is %q", targets, want, got.Body)
	}
	if note := got.Blocks[2]; note.Start != 43 || note.Kind != text.ListItem {
		t.Errorf("the note is %+v", note)
	}
}
