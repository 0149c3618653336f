package journey_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// The article of the journey: a sentence to highlight, a paragraph that begins
// with a name, and the name again far below.
const (
	sentence = "A thousand police officers may leave Nairobi for Port-au-Prince before the year is over."
	name     = "Alfred Mutua"
)

func article() string {
	var b strings.Builder
	b.WriteString("# Officers for an island\n\n" + sentence + "\n\n" + name + " made the offer known in public and named no date.\n\n")
	for i := range 40 {
		fmt.Fprintf(&b, "Paragraph %d of the record tells who was asked, who answered, and how long the answer took to come.\n\n", i+1)
	}
	b.WriteString("In the end it was " + name + " who had to say how the officers would be paid.\n")
	return b.String()
}

// The places of the page at the size of the screen, in pixels: the top of the
// first line of text stands below menu, bar and title.
const (
	pageLeft   = 556 // where lines begin
	firstLine  = 201 // the middle of the first line of the first paragraph
	secondLine = 229
	nameLine   = 272 // the middle of the first line of the second paragraph
)

// program builds the notebook.
func program(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "cuttings")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", file, "cuttings")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return file
}

// archive looks into the archive as another program, while the window has it.
type archive struct {
	t    *testing.T
	book *notes.Notebook
}

func lookInto(t *testing.T, file string) archive {
	t.Helper()
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return archive{t, notes.New(store, notes.Options{})}
}

func (a archive) items(kind notes.Kind) []notes.ItemRow {
	rows, _, err := a.book.Items(context.Background(), notes.ItemFilter{Kinds: []notes.Kind{kind}})
	if err != nil {
		a.t.Fatal(err)
	}
	return rows
}

func TestMainJob(t *testing.T) {
	home := t.TempDir()
	binary := program(t)
	file := filepath.Join(home, "story.cuttings")
	brought := filepath.Join(home, "officers.md")
	if err := os.WriteFile(brought, []byte(article()), 0o644); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t) // so that words can be measured as the window does
	nameWidth := int(look.Measure(name, look.Serif, look.ReadingSize).Width)

	screen := newDisplay(t, home)
	w := screen.open(binary, "--archive", file)
	w.picture("empty")
	kept := lookInto(t, file)

	// Collect the article.
	w.key("ctrl+o")
	w.write(brought)
	w.picture("add-articles")
	w.key("ctrl+Return")
	screen.until("the article is in the archive", func() bool { return len(kept.items(notes.KindArticle)) == 1 })
	time.Sleep(2 * settle)
	w.picture("article")

	// Highlight its first sentence.
	w.drag(pageLeft-4, firstLine, pageLeft+520, secondLine)
	w.picture("selected")
	w.key("1")
	screen.until("the sentence is highlighted", func() bool { return len(kept.items(notes.KindHighlight)) == 1 })
	highlight, err := kept.book.Highlight(t.Context(), kept.items(notes.KindHighlight)[0].ID)
	if err != nil || highlight.Exact != sentence {
		w.picture("failed")
		t.Fatalf("highlighted %q, not the sentence: %v", highlight.Exact, err)
	}
	time.Sleep(settle)
	w.picture("highlighted")

	// Make the person of the name.
	w.drag(pageLeft-4, nameLine, pageLeft+nameWidth+2, nameLine)
	w.key("p")
	w.picture("new-person")
	w.key("Return")
	screen.until("the person is in the archive", func() bool { return len(kept.items(notes.KindPerson)) == 1 })
	person := kept.items(notes.KindPerson)[0]
	if person.Title != name || person.Count != 2 {
		t.Fatalf("the person is %q with %d mentions", person.Title, person.Count)
	}
	time.Sleep(settle)
	w.picture("mentions")

	// Write a note that links to both.
	w.click(pageLeft+200, firstLine)
	w.key("n")
	screen.until("the note is begun", func() bool { return len(kept.items(notes.KindNote)) == 1 })
	time.Sleep(2 * settle)
	w.key("ctrl+End")
	w.write("Who pays is open. It was announced by [[mutwa")
	time.Sleep(settle)
	w.picture("completing-a-link")
	w.key("Return")
	w.write(".")
	note := kept.items(notes.KindNote)[0].ID
	screen.until("the note links to the highlight and the person", func() bool {
		links, err := kept.book.LinksFrom(context.Background(), note)
		return err == nil && len(links) == 2 && links[0].To == highlight.ID && links[1].To == person.ID
	})
	time.Sleep(2 * settle)
	w.picture("note")
	w.quit()

	// Start again and find the person by a misspelt name.
	w = screen.open(binary, "--archive", file)
	w.key("ctrl+k")
	w.write("mutwa")
	w.picture("quick-find")
	w.key("Return")
	time.Sleep(2 * settle)
	w.picture("person")

	// Open the second passage.
	w.click(500, 355)
	articleID := kept.items(notes.KindArticle)[0].ID
	screen.until("the passage far below is open", func() bool {
		place, err := kept.book.Place(context.Background(), articleID)
		return err == nil && place > 2000
	})
	w.picture("passage")

	// The same in the dark.
	w.command(">dark")
	w.picture("passage-dark")
	w.key("alt+Left")
	time.Sleep(settle)
	w.picture("person-dark")
	w.key("ctrl+k")
	w.write("alf mut")
	w.picture("quick-find-dark")
	w.key("Escape")
	w.key("ctrl+shift+f")
	w.write("officers -island")
	time.Sleep(2 * settle)
	w.picture("search-dark")
	w.command(">sepia")
	w.key("ctrl+k")
	w.write("officers for")
	w.key("Return")
	time.Sleep(2 * settle)
	w.picture("article-sepia")
	w.quit()
}

// command runs a command of the window by quick find.
func (w *window) command(words string) {
	w.t.Helper()
	w.key("ctrl+k")
	w.write(words)
	w.key("Return")
	time.Sleep(settle)
}
