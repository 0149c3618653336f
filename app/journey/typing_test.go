package journey_test

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"cuttings/app/desktop"
	"cuttings/notes"
	"cuttings/storage/collect"
	"cuttings/storage/sqlite"
)

// largeArchive names the archive over which typing is measured; without it
// nothing is.
const largeArchive = "CUTTINGS_BENCH_ARCHIVE"

// onMain are functions to be run on the program's first goroutine, where a
// window has to be.
var onMain = make(chan func())

func TestMain(m *testing.M) {
	if os.Getenv(largeArchive) == "" {
		os.Exit(m.Run())
	}
	go func() { os.Exit(m.Run()) }()
	for run := range onMain {
		run()
	}
}

// TestTypingOverALargeArchive tells how long the interface's thread leaves what
// is asked of it waiting while a person types ten keys a second: a frame cannot
// be drawn for as long. It holds nobody to a figure.
//
// A screen without a graphics card takes longer to fill a frame than the program
// to say what is in it. Therefore, unless pictures are wanted, what is drawn is
// thrown away by the screen's library, and the waits are those of the program.
func TestTypingOverALargeArchive(t *testing.T) {
	source := os.Getenv(largeArchive)
	if source == "" {
		t.Skip(largeArchive + " names no archive")
	}
	home, err := os.MkdirTemp("", "typing") // not t.TempDir: Fyne may write to it to the very end
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	file := filepath.Join(home, "large.cuttings")
	copyFile(t, source, file)
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(func() {
		stop()
		_ = store.Close()
	})

	screen := newDisplay(t, home)
	for _, variable := range screen.env {
		name, value, _ := strings.Cut(variable, "=")
		t.Setenv(name, value)
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	if screen.tour == "" {
		t.Setenv("GALLIUM_NOOP", "1")
	}
	ended := make(chan struct{})
	onMain <- func() {
		defer close(ended)
		err := desktop.Run(ctx, desktop.Options{Book: book, Collector: collect.New(collect.Options{}), Log: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(func() { // before the screen goes
		fyne.Do(fyne.CurrentApp().Quit)
		<-ended
	})
	w := screen.inside()
	if err := book.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	time.Sleep(3 * time.Second)

	people, words := typical(t, book)
	w.measured("nothing is typed", func() { time.Sleep(3 * time.Second) })
	w.measured("the same is drawn again, ten times a second", func() {
		for range 30 {
			fyne.Do(func() { fyne.CurrentApp().Driver().AllWindows()[0].Content().Refresh() })
			time.Sleep(100 * time.Millisecond)
		}
	})
	for _, once := range []string{"first", "again"} {
		w.key("ctrl+k")
		w.measured("quick find, "+once, func() {
			for _, name := range people {
				w.slowly(name)
				w.must("xdotool", "key", "ctrl+a")
			}
		})
		w.slowly(people[0])
		w.picture("quick-find-large")
		w.key("Escape")
	}
	w.key("ctrl+shift+f")
	for _, once := range []string{"first", "again"} {
		w.key("ctrl+a")
		w.measured("search, "+once, func() { w.slowly(words) })
	}
	time.Sleep(2 * time.Second)
	w.picture("search-large")
}

// typical is what somebody may type: names, misspelt, and words of a title.
func typical(t *testing.T, book *notes.Notebook) (people []string, words string) {
	t.Helper()
	const several = 4
	titles := func(kind notes.Kind) []string {
		rows, _, err := book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{kind}, Limit: several})
		if err != nil || len(rows) == 0 {
			t.Fatalf("the archive has no %s: %v", kind, err)
		}
		var all []string
		for _, row := range rows {
			all = append(all, row.Title)
		}
		return all
	}
	for _, title := range titles(notes.KindPerson) {
		name := []rune(title)
		people = append(people, string(slices.Delete(name, min(2, len(name)), min(3, len(name)))))
	}
	return people, titles(notes.KindArticle)[0]
}

// inside finds the window that this process has opened, which gets the screen.
func (d *display) inside() *window {
	d.t.Helper()
	w := &window{display: d}
	d.until("the window is shown", func() bool {
		out, err := d.tool("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(os.Getpid()))
		if ids := strings.Fields(out); err == nil && len(ids) > 0 {
			w.id = ids[len(ids)-1]
		}
		return w.id != ""
	})
	d.window = w.id
	d.must("xdotool", "windowsize", w.id, strconv.Itoa(screenWidth), strconv.Itoa(screenHeight))
	d.must("xdotool", "windowmove", w.id, "0", "0")
	time.Sleep(settle)
	d.must("xdotool", "windowfocus", w.id)
	return w
}

// slowly types ten keys a second.
func (w *window) slowly(words string) {
	w.t.Helper()
	w.must("xdotool", "type", "--delay", "100", "--", words)
}

// bearable is the longest wait that nobody notices.
const bearable = 50 * time.Millisecond

// measured tells how long the interface's thread let a small thing wait while
// something was done.
func (w *window) measured(what string, do func()) {
	w.t.Helper()
	const pause = 4 * time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	counted := make(chan []time.Duration)
	go func() {
		var waits []time.Duration
		for ; ctx.Err() == nil; time.Sleep(pause) {
			asked, done := time.Now(), make(chan struct{})
			fyne.Do(func() { close(done) })
			<-done
			waits = append(waits, time.Since(asked))
		}
		counted <- waits
	}()
	do()
	stop()
	waits := <-counted
	slices.Sort(waits)
	late, _ := slices.BinarySearch(waits, bearable)
	w.t.Logf("%s: half of %d waits at most %v, 99 of 100 %v, the longest %v; %d over %v", what, len(waits),
		waits[len(waits)/2], waits[len(waits)*99/100], waits[len(waits)-1], len(waits)-late, bearable)
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	source, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	target, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(target, source); err != nil {
		t.Fatal(err)
	}
	if err := target.Close(); err != nil {
		t.Fatal(err)
	}
}
