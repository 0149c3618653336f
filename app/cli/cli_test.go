package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/app/cli"
	"cuttings/notes"
	"cuttings/storage/collect"
	"cuttings/storage/sqlite"
)

// desk is an environment with an archive of its own.
type desk struct {
	cli.Environment
	folder   string
	out, err bytes.Buffer
	log      bytes.Buffer
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{folder: t.TempDir()}
	d.Environment = cli.Environment{
		Stdin: strings.NewReader(""), Stdout: &d.out, Stderr: &d.err,
		Version: "test", Log: slog.New(slog.NewTextHandler(&d.log, nil)),
		Archive: func() (string, error) { return filepath.Join(d.folder, "own.cuttings"), nil },
		Open: func(ctx context.Context, file string, create bool) (notes.Store, error) {
			if create {
				store, _, err := sqlite.OpenOrCreate(ctx, file)
				return store, err
			}
			store, err := sqlite.Open(ctx, file)
			return store, err
		},
		Display:   func() error { return nil },
		Claim:     func(string) (func(), error) { return func() {}, nil },
		Collector: func() notes.Collector { return collect.New(collect.Options{}) },
	}
	return d
}

func (d *desk) run(ctx context.Context, arguments ...string) int {
	d.out.Reset()
	d.err.Reset()
	return cli.Run(ctx, arguments, d.Environment)
}

func (d *desk) file(t *testing.T, name, words string) string {
	t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHelpNamesEveryCommand(t *testing.T) {
	d := newDesk(t)
	if code := d.run(t.Context(), "--help"); code != 0 {
		t.Fatalf("exit %d: %s", code, d.err.String())
	}
	for _, command := range []string{
		"import", "list", "show", "highlight", "note", "entity", "edit", "delete", "restore",
		"undo", "redo", "find", "search", "links", "check", "backup", "rebuild", "generate",
	} {
		if !strings.Contains(d.out.String(), "\n  "+command) {
			t.Errorf("--help does not name %s:\n%s", command, d.out.String())
		}
		help := newDesk(t)
		if code := help.run(t.Context(), command, "--help"); code != 0 || !strings.Contains(help.out.String(), "Usage: cuttings "+command) {
			t.Errorf("%s --help: exit %d\n%s", command, code, help.out.String())
		}
	}
	if code := d.run(t.Context(), "--version"); code != 0 || d.out.String() != "Cuttings test\n" {
		t.Errorf("--version: exit %d, %q", code, d.out.String())
	}
}

func TestTheFirstStartPlantsTheSampleOnceAndOnlyInTheOwnArchive(t *testing.T) {
	d := newDesk(t)
	planted, shown, claimed, released := 0, 0, 0, 0
	d.Claim = func(string) (func(), error) { claimed++; return func() { released++ }, nil }
	d.Plant = func(context.Context, *notes.Notebook, notes.Collector) error { planted++; return nil }
	d.Window = func(_ context.Context, book *notes.Notebook, _ notes.Collector) error {
		shown++
		_, err := book.Counts(t.Context())
		return err
	}
	for _, arguments := range [][]string{nil, nil, {"window"}, {"--archive", filepath.Join(d.folder, "other.cuttings")}} {
		if code := d.run(t.Context(), arguments...); code != 0 {
			t.Fatalf("%v: exit %d: %s", arguments, code, d.err.String())
		}
	}
	if planted != 1 || shown != 4 || claimed != 4 || released != 4 {
		t.Errorf("planted %d times, shown %d, claimed %d, released %d", planted, shown, claimed, released)
	}
}

func TestAWindowThatCannotOpenIsAFailure(t *testing.T) {
	d := newDesk(t)
	d.Plant = func(context.Context, *notes.Notebook, notes.Collector) error { return errors.New("no sample") }
	d.Window = func(context.Context, *notes.Notebook, notes.Collector) error { return errors.New("no display") }
	if code := d.run(t.Context()); code != 1 || !strings.Contains(d.err.String(), "The window could not be opened: no display.") {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
	d.Display = func() error { return errors.New("nowhere to show it") }
	if code := d.run(t.Context(), "--archive", filepath.Join(d.folder, "unmade.cuttings")); code != 1 || !strings.Contains(d.err.String(), "nowhere to show it.") {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
	if _, err := os.Stat(filepath.Join(d.folder, "unmade.cuttings")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an archive was made without a window: %v", err)
	}
	d.Display = func() error { return nil }
	told := ""
	d.Refuse = func(sentence string) { told = sentence }
	d.Claim = func(string) (func(), error) { return nil, fmt.Errorf("claim: %w", notes.ErrInUse) }
	if code := d.run(t.Context()); code != 1 || d.err.String() != "cuttings: This archive is open in another window.\n" {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
	if told != "This archive is open in another window." {
		t.Errorf("a window says %q", told)
	}
	d.Terminal, told = true, ""
	if d.run(t.Context()); told != "" {
		t.Errorf("a window repeats %q", told)
	}
}

func TestStoppingAnImportKeepsWhatCameIn(t *testing.T) {
	d := newDesk(t)
	for i := range 600 {
		d.file(t, fmt.Sprintf("%03d.txt", i), fmt.Sprintf("Article %d\n\nIts own words, number %d.\n", i, i))
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	d.Stdout = &stopping{Buffer: &d.out, stop: stop}
	code := d.run(ctx, "import", d.folder)
	if code != 1 || !strings.Contains(d.err.String(), "Stopped. ") {
		t.Fatalf("exit %d: %s", code, d.err.String())
	}
	d.Stdout = &d.out
	if code := d.run(t.Context(), "--json", "list", "articles"); code != 0 {
		t.Fatalf("exit %d: %s", code, d.err.String())
	}
	var listed struct {
		Items []struct{ ID string } `json:"items"`
	}
	if err := json.Unmarshal(d.out.Bytes(), &listed); err != nil {
		t.Fatal(err)
	}
	if n := len(listed.Items); n == 0 || n == 600 {
		t.Errorf("%d of 600 articles came in", n)
	}
}

// stopping stops the work when the first line of the report is written, as a
// person would with Ctrl+C.
type stopping struct {
	*bytes.Buffer
	stop func()
}

func (s *stopping) Write(b []byte) (int, error) {
	s.stop()
	return s.Buffer.Write(b)
}

func TestStoppingTheMakingOfAPracticeArchive(t *testing.T) {
	d := newDesk(t)
	ctx, stop := context.WithCancel(t.Context())
	d.Generate = func(ctx context.Context, _ string, size cli.Size, _ notes.Progress) error {
		if (size != cli.Size{Articles: 5, Entities: 2, Seed: 9}) {
			t.Errorf("size %+v", size)
		}
		stop()
		return fmt.Errorf("article 1: %w", ctx.Err())
	}
	file := filepath.Join(d.folder, "practice.cuttings")
	if code := d.run(ctx, "generate", file, "--articles", "5", "--entities", "2", "--seed", "9"); code != 1 || !strings.Contains(d.err.String(), "Stopped. Nothing is left of") {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
}

func TestProgressIsShownToAPersonOnly(t *testing.T) {
	d := newDesk(t)
	a, b := d.file(t, "a.txt", "First\n\nWords of the first.\n"), d.file(t, "b.txt", "Second\n\nWords of the second.\n")
	d.run(t.Context(), "entity", "person", "Ada Vane") // whose archive is made here, which is said
	if d.run(t.Context(), "import", a, b); d.err.Len() > 0 {
		t.Errorf("progress without a terminal: %q", d.err.String())
	}
	d.Terminal = true
	if d.run(t.Context(), "--archive", filepath.Join(d.folder, "new.cuttings"), "import", a, b); !strings.Contains(d.err.String(), "importing: 1 of 2") {
		t.Errorf("no progress on a terminal: %q", d.err.String())
	}
	if !strings.HasSuffix(d.err.String(), "\r\x1b[K") {
		t.Errorf("progress was left standing: %q", d.err.String())
	}
}

// An import that is undone says how much it was.
func TestUndoingAnImportCounts(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "First\n\nWords of the first.\n"), d.file(t, "b.txt", "Second\n\nWords of the second.\n"))
	for _, step := range []struct{ command, want string }{{"undo", "undone: collect 2 articles\n"}, {"redo", "done again: collect 2 articles\n"}} {
		if d.run(t.Context(), step.command); d.out.String() != step.want {
			t.Errorf("%s: %q, %s", step.command, d.out.String(), d.err.String())
		}
	}
}

// What is not text, or is too much of it, becomes no note, and a note that is
// there stays as it is.
func TestANoteIsText(t *testing.T) {
	d := newDesk(t)
	if code := d.run(t.Context(), "note", "Kept", "--body", "as it was"); code != 0 {
		t.Fatalf("exit %d: %s", code, d.err.String())
	}
	noise, long := "PK\x03\x04\x00\xff\xfe", strings.Repeat("words ", 3<<20)
	for words, sentence := range map[string]string{noise: "is not text", long: "is too large"} {
		path := d.file(t, "body", words)
		for _, arguments := range [][]string{
			{"note", "New", "--file", path}, {"note", "New", "--file", "-"}, {"edit", "Kept", "--file", path},
		} {
			d.Stdin = strings.NewReader(words)
			code := d.run(t.Context(), arguments...)
			if code != 1 || !strings.Contains(d.err.String(), sentence) || !strings.Contains(d.err.String(), "Nothing was written.") {
				t.Errorf("%v: exit %d: %s", arguments, code, d.err.String())
			}
		}
	}
	d.run(t.Context(), "list", "notes")
	if listed := d.out.String(); strings.Contains(listed, "New") || !strings.Contains(listed, "as it was") {
		t.Errorf("the notes are\n%s", listed)
	}
	d.Stdin = strings.NewReader("\xff\xfeL\x00\xe9\x00")
	if code := d.run(t.Context(), "note", "UTF-16", "--file", "-"); code != 0 {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
	if d.run(t.Context(), "show", "UTF-16"); !strings.Contains(d.out.String(), "Lé") {
		t.Errorf("it says\n%s", d.out.String())
	}
}

func TestTitlesReachTheTerminalHarmless(t *testing.T) {
	d := newDesk(t)
	path := d.file(t, "a.html", "<html><head><title>Red \x1b[31malert\u009b2J</title></head><body><p>"+strings.Repeat("Some words of it. ", 30)+"</p></body></html>")
	for _, arguments := range [][]string{{"import", path}, {"list", "articles"}, {"--json", "list", "articles"}, {"show", "\x1b[31m"}} {
		d.run(t.Context(), arguments...)
		if both := d.out.String() + d.err.String(); strings.ContainsAny(both, "\x1b\u009b") {
			t.Errorf("%v: %q", arguments, both)
		}
	}
}

func TestALogWithoutWordsOfTheArchive(t *testing.T) {
	d := newDesk(t)
	path := d.file(t, "a.txt", "A secret title\n\nThe secret words of it.\n")
	d.run(t.Context(), "import", path)
	for _, arguments := range [][]string{
		{"highlight", "A secret title", "--quote", "secret words not there"},
		{"entity", "event", "Secret meeting", "--date", "secret"},
		{"show", "secret"},
	} {
		if code := d.run(t.Context(), arguments...); code != 1 {
			t.Errorf("%v: exit %d", arguments, code)
		}
	}
	if log := d.log.String(); strings.Contains(strings.ToLower(log), "secret") {
		t.Errorf("the log holds words of the archive:\n%s", log)
	}
}
