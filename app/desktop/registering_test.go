package desktop

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/register"
)

func (o *opened) write(name, content string) string {
	o.t.Helper()
	file := filepath.Join(o.t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return file
}

func (o *opened) says(words string) func() bool {
	return func() bool { return strings.Contains(o.status.left.Words(), words) }
}

// A table that is dropped comes in, what did not is told, and one step takes all
// of it back.
func TestDroppedTableOfPeopleComesInAndIsUndone(t *testing.T) {
	o := open(t)
	people, events := o.count(notes.KindPerson), o.count(notes.KindEvent)
	var rows strings.Builder
	rows.WriteString("kind,name,participants\nperson,Alfred Mutua,\nevent,A talk,Nobody Known | Zora Vane 7\nunicorn,Ann,\n")
	for i := range 600 { // more than one transaction takes
		rows.WriteString("person,Zora Vane " + string(rune('0'+i%10)) + strings.Repeat("x", i/10) + ",\n")
	}
	o.dropped([]fyne.URI{storage.NewFileURI(o.write("people.csv", rows.String()))})
	o.until("the table is in", o.says("people.csv: 601 added, 1 already here, 1 could not be read. Ctrl+Z"))
	if o.count(notes.KindPerson) != people+600 || o.count(notes.KindEvent) != events+1 {
		t.Errorf("%d people and %d events", o.count(notes.KindPerson), o.count(notes.KindEvent))
	}
	report := o.s.Window.Canvas().Overlays().Top()
	if report == nil {
		t.Fatal("nothing is reported")
	}
	o.s.Window.Canvas().Overlays().Remove(report)
	o.s.Window.Canvas().Unfocus()
	o.undo()
	o.until("it is undone", o.says("Undone: import names from people.csv"))
	if o.count(notes.KindPerson) != people || o.count(notes.KindEvent) != events {
		t.Errorf("after one step back, %d people and %d events", o.count(notes.KindPerson), o.count(notes.KindEvent))
	}
}

// Each file of several has its report, one after the other, and the window its keys
// only when the last is closed.
func TestReportsOfSeveralFilesComeOneAfterTheOther(t *testing.T) {
	o := open(t)
	overlays := o.s.Window.Canvas().Overlays()
	o.dropped([]fyne.URI{
		storage.NewFileURI(o.write("nameless.csv", "kind,date\nperson,2021\n")),
		storage.NewFileURI(o.write("people.csv", "kind,name\nperson,Zora Vane\n")),
		storage.NewFileURI(o.write("tree.ged", "0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Vane/\n0 TRLR\n")),
	})
	o.until("all are read", func() bool { return len(o.reports) == 3 })
	for i, title := range []string{"nameless.csv could not be read in", "people.csv: 1 added", "tree.ged: 1 added"} {
		if len(overlays.List()) != 1 || !strings.HasPrefix(o.reports[0].Title, title) {
			t.Fatalf("report %d is %q, of %d sheets", i, o.reports[0].Title, len(overlays.List()))
		}
		o.reports[0].Leave()
	}
	if len(overlays.List()) > 0 || len(o.reports) > 0 {
		t.Errorf("%d sheets are left", len(overlays.List()))
	}
}

// A file that is not there does not stop the others, and is told; alone, it is told
// where it was typed.
func TestMissingFileDoesNotStopTheOthers(t *testing.T) {
	o := open(t)
	people := o.count(notes.KindPerson)
	answer := func(files ...string) {
		o.importEntities()
		field, ok := o.s.Window.Canvas().Focused().(*parts.Field)
		if !ok {
			t.Fatalf("the keyboard is at %T", o.s.Window.Canvas().Focused())
		}
		field.SetText(strings.Join(files, "\n"))
		field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	}
	missing := filepath.Join(t.TempDir(), "missing.csv")
	answer(missing, o.write("people.csv", "kind,name\nperson,Zora Vane\n"))
	o.until("both are reported", func() bool { return len(o.reports) == 2 })
	if o.count(notes.KindPerson) != people+1 || !strings.HasPrefix(o.reports[0].Title, "missing.csv could not be read in") {
		t.Errorf("%d people came, and the first report is %q", o.count(notes.KindPerson)-people, o.reports[0].Title)
	}
	for len(o.reports) > 0 {
		o.reports[0].Leave()
	}
	answer(missing)
	if len(o.s.Window.Canvas().Overlays().List()) != 1 {
		t.Error("a file that is missing alone is not told where it was typed")
	}
}

func TestReportOfATableTellsFirstWhatDidNotCome(t *testing.T) {
	r := registered{all: []notes.Registered{
		{Record: register.Record{Kind: "person", Name: "A"}, Status: notes.StatusDuplicate},
		{Record: register.Record{Kind: "person", Name: "B"}, Status: notes.StatusAdded},
		{Record: register.Record{Kind: "person", Name: "I"}, Status: notes.StatusDuplicate, Chosen: true},
		{Status: notes.StatusLeft},
		{Record: register.Record{Kind: "event", Name: "C"}, Status: notes.StatusAdded, Lost: []string{"D"}, Unsure: []string{"E"}},
		{Record: register.Record{Kind: "person", Name: "F"}, Status: notes.StatusFailed, Err: notes.ErrDiskFull},
		{Record: register.Record{Kind: "person", Name: "G"}, Status: notes.StatusDuplicate, Kept: []string{"description"}, Added: []string{"H"}, Taken: []string{"roles"}},
	}}
	r.sort()
	var told []string
	for _, i := range r.order {
		line := registeredLine(r.all[i])
		told = append(told, line.name+": "+line.outcome)
	}
	want := []string{
		"F: Person · The disk is full. Nothing was changed. Make room and do it again.",
		"I: Person · Already here · several here are called so, and it was taken for the oldest. Write its ID in a column “id” of a table to say which",
		"C: Event · Added · left out, as nothing has this name: D · several have this name, and the oldest was taken: E. Write the ID behind it, as in “Name [ID]”, to say which",
		"G: Person · Already here · new aliases: H · it lacked something, which came from the file: roles · it has another description; that of the file was not taken",
		"B: Person · Added",
		"A: Person · Already here",
	}
	if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("told\n%s", got)
	}
	if words := r.words(); words != "2 added, 3 already here, 1 could not be read. 1 left out that is none of these." {
		t.Errorf("counted as %q", words)
	}
}

func TestFilesOfEntitiesArePartedFromArticles(t *testing.T) {
	lots := lot{arguments: []string{"/a/page.html", "/a/people.CSV", "https://example.org/list.csv", "/a/tree.ged", "/a/marks.json"}}.apart()
	if len(lots) != 3 || lots[0].entities != "/a/people.CSV" || lots[1].entities != "/a/tree.ged" || len(lots[2].arguments) != 3 {
		t.Errorf("parted into %+v", lots)
	}
}

func TestWhatIsNoTableIsSaid(t *testing.T) {
	o := open(t)
	o.collect.add(lot{entities: o.write("a.csv", "colour,size\nred,3\n")})
	o.until("it is refused", o.says("This is not a file of people"))
}

// What came in until it was stopped stays, and the rest is counted.
func TestStoppedImportSaysWhatIsIn(t *testing.T) {
	o := open(t)
	people := o.count(notes.KindPerson)
	rows := []string{"name"}
	for i := range 3000 {
		rows = append(rows, fmt.Sprint("Zora Vane ", i))
	}
	o.collect.add(lot{entities: o.write("a.csv", strings.Join(rows, "\n"))})
	o.until("some are in", func() bool { return o.notice.bar.share > 0 })
	o.notice.cancel()
	o.until("it says so", o.says("left out, as you stopped. Ctrl+Z takes back"))
	if came := o.count(notes.KindPerson) - people; came == 0 || came == 3000 || !o.says(fmt.Sprint(came, " added"))() {
		t.Errorf("%d came in, and the status line says %q", came, o.status.left.Words())
	}
}
