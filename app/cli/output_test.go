package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"cuttings/notes"
)

// hostile would colour a terminal red, clear it, and turn the writing round.
const hostile = "a\x1b[31mb\x07\u009b2Jc\u202Ed\u2066e\u007f"

func TestCleanLetsNoControlCharacterThrough(t *testing.T) {
	got := clean(hostile + "\tx\ny")
	if want := "a\uFFFD[31mb\uFFFD\uFFFD2Jc\uFFFDd\uFFFDe\uFFFD\tx\ny"; got != want {
		t.Errorf("clean: got %q, want %q", got, want)
	}
	if words := "Léogrande — “Ça va?”"; clean(words) != words {
		t.Errorf("clean changed %q", words)
	}
}

func TestJSONKeepsEveryCharacterAndShowsNoControl(t *testing.T) {
	var out strings.Builder
	c := &call{env: Environment{Stdout: &out}, json: true}
	if err := c.answer(map[string]string{"title": hostile + "<&>"}, nil); err != nil {
		t.Fatal(err)
	}
	for _, r := range strings.TrimSuffix(out.String(), "\n") {
		if harmful(r) {
			t.Errorf("%q stands in %s", r, out.String())
		}
	}
	var back map[string]string
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil {
		t.Fatal(err)
	}
	if want := hostile + "<&>"; back["title"] != want {
		t.Errorf("read back %q, want %q", back["title"], want)
	}
}

func TestSentences(t *testing.T) {
	wrap := func(err error) error { return fmt.Errorf("operation Some title: %w", err) }
	for _, test := range []struct {
		err  error
		want string
	}{
		{sayf("There is no article “%s”.", "x"), "There is no article “x”."},
		{wrap(notes.ErrNoQuote), "The quotation does not stand in the article."},
		{wrap(fmt.Errorf("a title needs words: %w", notes.ErrInvalid)), "A title needs words."},
		{errors.Join(wrap(fmt.Errorf("a title needs words: %w", notes.ErrInvalid))), "A title needs words."},
		{wrap(fmt.Errorf("date %q: %w: %w", "x", errors.New("no year"), notes.ErrInvalid)), "Date \"x\": no year."},
		{wrap(fmt.Errorf("the quotation stands there 2 times: %w", notes.ErrAmbiguous)), "The quotation stands there 2 times."},
		{wrap(notes.ErrDamaged), "This archive is damaged. Nothing was changed; open a backup of it."},
		{wrap(&fs.PathError{Op: "open", Path: "a/b", Err: fs.ErrNotExist}), "There is no file or folder “a/b”."},
		{wrap(&fs.PathError{Op: "open", Path: "a/b", Err: fs.ErrPermission}), "You have no right to use “a/b”."},
		{errors.New("something odd"), "Something odd."},
	} {
		if got := sentence(test.err); got != test.want {
			t.Errorf("sentence(%v) = %q, want %q", test.err, got, test.want)
		}
	}
}

func TestCauseHoldsNoTitles(t *testing.T) {
	root := errors.New("disk I/O error")
	for _, err := range []error{
		fmt.Errorf("highlight “a passage”: %w", root),
		errors.Join(fmt.Errorf("write note My secret: %w", root), errors.New("more")),
	} {
		if got := cause(err); got != "disk I/O error" {
			t.Errorf("cause(%v) = %q", err, got)
		}
	}
	if got := cause(sayf("There is no item “My secret”.")); strings.Contains(got, "secret") {
		t.Errorf("the log would hold %q", got)
	}
}

func TestKindWords(t *testing.T) {
	for want, kinds := range map[string][]notes.Kind{
		"item":                            nil,
		"person":                          {notes.KindPerson},
		"person or place":                 {notes.KindPerson, notes.KindPlace},
		"person, organisation or place":   {notes.KindPerson, notes.KindOrganisation, notes.KindPlace},
		"person, place, event or article": {notes.KindPerson, notes.KindPlace, notes.KindEvent, notes.KindArticle},
	} {
		if got := kindWords(kinds); got != want {
			t.Errorf("kindWords(%v) = %q, want %q", kinds, got, want)
		}
	}
}
