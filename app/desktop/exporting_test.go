package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
	"cuttings/notes"
)

// sheetSays reports whether the sheet above the window says words.
func (o *opened) sheetSays(words string) bool {
	top := o.s.Window.Canvas().Overlays().Top()
	if top == nil {
		return false
	}
	for _, object := range test.LaidOutObjects(top) {
		if said, ok := object.(*parts.Paragraph); ok && said.Visible() && strings.Contains(said.Words(), words) {
			return true
		}
	}
	return false
}

// The question for a file stays until the results are written.
func TestExportOfResultsAsksAgain(t *testing.T) {
	o := open(t)
	o.exportSearch("haiti", notes.SearchFilter{})
	answer := func(file string) {
		o.s.Window.Canvas().Focused().(*parts.Field).SetText(file)
		o.pressed(fyne.KeyReturn)
	}
	taken := filepath.Join(o.backups, "taken.csv")
	if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, says := range map[string]string{
		filepath.Join(o.backups, "results.xml"):          ".csv, .md or .json",
		filepath.Join(o.backups, "results"):              ".csv, .md or .json",
		filepath.Join(o.backups, "missing", "found.csv"): "There is no such folder",
		taken: "There is a file of that name already",
	} {
		answer(file)
		o.until(file+" is refused", func() bool { return o.sheetSays(says) })
		if field := o.s.Window.Canvas().Focused().(*parts.Field); field.Text != file {
			t.Errorf("the field says %q, want %q", field.Text, file)
		}
	}
	file := filepath.Join(o.backups, "results.md")
	answer(file)
	o.until("it is written", func() bool { return strings.Contains(o.status.left.Words(), "results.md") })
	if o.s.Window.Canvas().Overlays().Top() != nil {
		t.Error("the question is still there")
	}
	written, err := os.ReadDir(o.backups)
	if err != nil || len(written) != 2 {
		t.Errorf("written: %v, %v", written, err)
	}
}

// Where the folder for documents is missing, the one above it is proposed.
func TestAFolderThatIsThereIsProposed(t *testing.T) {
	home := t.TempDir()
	for _, folder := range []string{home, filepath.Join(home, "Documents"), filepath.Join(home, "a", "b")} {
		if got := nearestFolder(folder); got != home {
			t.Errorf("for %s, %s is proposed", folder, got)
		}
	}
}
