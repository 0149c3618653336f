package annotation_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes/anchor"
	"cuttings/notes/annotation"
)

var update = flag.Bool("update", false, "write the golden file anew")

func TestParse(t *testing.T) {
	quote := &anchor.Quote{Exact: "a thousand officers", Prefix: "offered ", Suffix: " to"}
	day := time.Date(2023, 4, 22, 9, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name, file string
		want       []annotation.Annotation
		problems   int
	}{
		{
			"one annotation", `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:a","type":"Annotation","created":"2023-04-22T09:00:00Z",
			"body":"https://example.org/said","target":"https://example.org/a"}`,
			[]annotation.Annotation{{ID: "urn:a", Created: day, Comment: "https://example.org/said", Source: "https://example.org/a"}},
			0,
		},
		{
			"a page with everything", `{"type":"AnnotationPage","items":[{"id":"urn:a","type":"Annotation","creator":{"name":"Ada"},"modified":"2023-04-22T09:00:00Z",
			"body":[{"type":"TextualBody","value":"Who *said* so?","purpose":"commenting"},{"type":"TextualBody","value":"police","purpose":"tagging"}],
			"target":{"source":"https://example.org/a","styleClass":"red","selector":[
				{"type":"TextQuoteSelector","exact":"a thousand officers","prefix":"offered ","suffix":" to"},
				{"type":"TextPositionSelector","start":10,"end":29},{"type":"XPathSelector","value":"/p[1]"}]}}]}`,
			[]annotation.Annotation{{
				ID: "urn:a", Modified: day, Creator: "Ada", Comment: "Who *said* so?", Tags: []string{"police"}, Source: "https://example.org/a",
				Colour: "red", Quote: quote, Position: &annotation.Position{Start: 10, End: 29, Unit: annotation.CodePoints},
				Selectors: []json.RawMessage{[]byte(`{"type":"XPathSelector","value":"/p[1]"}`)},
			}},
			0,
		},
		{
			"a collection", `{"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[{"target":{"source":{"id":"https://example.org/a"}}}]}}`,
			[]annotation.Annotation{{Source: "https://example.org/a"}},
			0,
		},
		{
			"refined", `[{"target":{"source":"u","selector":{"type":"FragmentSelector","value":"top","refinedBy":{"type":"TextQuoteSelector","exact":"a thousand officers","prefix":"offered ","suffix":" to"}}}}]`,
			[]annotation.Annotation{{Source: "u", Quote: quote, Selectors: []json.RawMessage{[]byte(`{"type":"FragmentSelector","value":"top","refinedBy":{"type":"TextQuoteSelector","exact":"a thousand officers","prefix":"offered ","suffix":" to"}}`)}}},
			0,
		},
		{
			"Hypothesis", `{"total":3,"rows":[
			{"id":"h1","created":"2023-04-22T09:00:00.000000+00:00","updated":"2023-04-22T09:00:00+00:00","user":"acct:ada@hypothes.is","uri":"https://example.org/a",
			 "text":"Check.","tags":["police"],"document":{"title":["The offer"]},"target":[{"source":"https://example.org/a","selector":[
				{"type":"RangeSelector","startContainer":"/p[1]","startOffset":3,"endContainer":"/p[1]","endOffset":9},
				{"type":"TextPositionSelector","start":10,"end":29},
				{"type":"TextQuoteSelector","exact":"a thousand officers","prefix":"offered ","suffix":" to"}]}]},
			{"id":"h2","uri":"https://example.org/a","text":"So it says.","references":["h1"],"target":[{"source":"https://example.org/a"}]},
			{"id":"h3","uri":"https://example.org/a","text":"Of the page","tags":[],"target":[{"source":"https://example.org/a"}]}]}`,
			[]annotation.Annotation{
				{
					ID: "h1", Created: day, Modified: day, Creator: "ada@hypothes.is", Comment: "Check.", Tags: []string{"police"}, Source: "https://example.org/a", Title: "The offer",
					Quote: quote, Position: &annotation.Position{Start: 10, End: 29, Unit: annotation.UTF16},
					Selectors: []json.RawMessage{[]byte(`{"type":"RangeSelector","startContainer":"/p[1]","startOffset":3,"endContainer":"/p[1]","endOffset":9}`)},
				},
				{ID: "h2", Comment: "So it says.", Source: "https://example.org/a", ReplyTo: []string{"h1"}},
				{ID: "h3", Comment: "Of the page", Source: "https://example.org/a"},
			},
			0,
		},
		{"one bad among good ones", `[7,{"target":"u"},{"body":"x"},{"target":[]}]`, []annotation.Annotation{{Source: "u"}}, 3},
		{"nothing", `[]`, nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, problems, err := annotation.Parse([]byte(test.file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(problems) != test.problems {
				t.Errorf("problems %+v", problems)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for name, file := range map[string]string{
		"nothing": "", "words": "hello", "cut off": `{"items":[{"target":"u"`, "not UTF-8": "[\"\xff\"]", "another file": `{"name":"x"}`,
		"a number": "7", "too deep": strings.Repeat("[", 1000) + strings.Repeat("]", 1000),
	} {
		if _, _, err := annotation.Parse([]byte(file)); !errors.Is(err, annotation.ErrNotAnnotations) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := annotation.Parse(make([]byte, annotation.MaxBytes+1)); !errors.Is(err, annotation.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
}

// A file that ends too soon is said to, wherever it was cut.
func TestParseSaysWhatIsCutShort(t *testing.T) {
	whole := `{"rows":[{"id":"h1","uri":"https://example.org/a","text":"Chèque","tags":[true,null,-1.5e3]}]}`
	for end := range len(whole) {
		want := fmt.Sprintf("it is cut short after %d bytes: ", end)
		switch {
		case end == 0:
			want = "there is nothing in it: "
		case !utf8.ValidString(whole[:end]):
			want = "it is not UTF-8: "
		}
		_, _, err := annotation.Parse([]byte(whole[:end]))
		if !errors.Is(err, annotation.ErrNotAnnotations) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", whole[:end], err)
		}
	}
	if _, _, err := annotation.Parse([]byte(`{"rows":[}`)); err == nil || strings.Contains(err.Error(), "cut short") {
		t.Errorf("a fault inside: %v", err)
	}
}

// What is written is read again as it was, whatever it is.
func TestRoundTrip(t *testing.T) {
	words := rapid.String()
	moments := rapid.Custom(func(t *rapid.T) time.Time {
		return time.UnixMilli(rapid.Int64Range(1, 4e12).Draw(t, "ms")).UTC()
	})
	rapid.Check(t, func(t *rapid.T) {
		a := annotation.Annotation{
			ID: "urn:x", Created: moments.Draw(t, "created"), Modified: moments.Draw(t, "modified"), Captured: moments.Draw(t, "captured"),
			Creator: words.Draw(t, "creator"), Comment: words.Draw(t, "comment"), Title: words.Draw(t, "title"), Source: "urn:" + words.Draw(t, "source"),
			Colour: rapid.SampledFrom([]string{"", "yellow", "green", "blue", "red", "violet"}).Draw(t, "colour"),
		}
		for _, tag := range rapid.SliceOfDistinct(words, rapid.ID).Draw(t, "tags") {
			if tag != "" {
				a.Tags = append(a.Tags, tag)
			}
		}
		if rapid.Bool().Draw(t, "quoted") {
			a.Quote = &anchor.Quote{Exact: "x" + words.Draw(t, "exact"), Prefix: words.Draw(t, "prefix"), Suffix: words.Draw(t, "suffix")}
		}
		if rapid.Bool().Draw(t, "placed") {
			a.Position = &annotation.Position{Start: 3, End: 3 + rapid.IntRange(0, 1e9).Draw(t, "end"), Unit: rapid.SampledFrom([]annotation.Unit{annotation.CodePoints, annotation.UTF16}).Draw(t, "unit")}
		}
		if rapid.Bool().Draw(t, "other") {
			a.Selectors = []json.RawMessage{[]byte(`{"type":"RangeSelector","startOffset":1}`)}
		}
		if rapid.Bool().Draw(t, "reply") {
			a.ReplyTo = []string{"urn:y"}
		}
		written, err := annotation.Write([]annotation.Annotation{a})
		if err != nil {
			t.Fatal(err)
		}
		read, problems, err := annotation.Parse(written)
		if err != nil || len(problems) > 0 || len(read) != 1 {
			t.Fatalf("%v %v\n%s", err, problems, written)
		}
		if !reflect.DeepEqual(read[0], a) {
			t.Fatalf("%s\n%s", cmp.Diff(a, read[0]), written)
		}
	})
}

// The file that is written is a golden one.
func TestWrite(t *testing.T) {
	day := time.Date(2023, 4, 22, 9, 0, 0, 0, time.UTC)
	written, err := annotation.Write([]annotation.Annotation{{
		ID: "urn:cuttings:35aw0542001f", Created: day, Modified: day.Add(time.Hour), Colour: "green", Comment: "Who *said* so? <b>", Tags: []string{"police"},
		Source: "https://example.org/a", Title: "Kenya weighs sending police", Captured: day,
		Quote: &anchor.Quote{Exact: "a thousand officers", Prefix: "offered ", Suffix: " to"}, Position: &annotation.Position{Start: 10, End: 29, Unit: annotation.CodePoints},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/page.json", written, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/page.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != string(want) {
		t.Errorf("testdata/page.json is not what is written:\n%s", written)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"rows":[{"uri":"u","target":[{"selector":[{"type":"TextQuoteSelector","exact":"x"}]}]}]}`))
	f.Add([]byte(`{"items":[{"target":{"source":"u","selector":{"type":"FragmentSelector","refinedBy":{"type":"TextPositionSelector","start":1,"end":0}}}}]}`))
	f.Add([]byte(`[[[`))
	f.Fuzz(func(t *testing.T, file []byte) {
		read, _, err := annotation.Parse(file)
		if err != nil {
			return
		}
		written, err := annotation.Write(read)
		if err != nil {
			t.Fatal(err)
		}
		again, problems, err := annotation.Parse(written)
		if err != nil || len(problems) > 0 || len(again) != len(read) {
			t.Fatalf("%d annotations, written and read %d: %v %v", len(read), len(again), err, problems)
		}
		for i := range read {
			if read[i].Comment != again[i].Comment || read[i].Source != again[i].Source || !utf8.ValidString(read[i].Comment) {
				t.Fatalf("%+v was read as %+v", read[i], again[i])
			}
		}
	})
}
