package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// What is told is read whole in the smallest window too; what the page counts
// gives way to it, and comes back.
func TestStatusIsReadWhole(t *testing.T) {
	o := open(t)
	o.s.Window.Resize(fyne.NewSize(900, 600))
	o.settled()
	line := o.status
	line.setRight("12 articles · 3 highlights")
	height, short := line.left.Size().Height, "Saved."
	long := strings.TrimSpace(strings.Repeat("The highlights of both captures are kept. ", 4))
	for _, told := range []string{short, long} {
		line.tell(told)
		if got := drawnWords(line); got != told {
			t.Errorf("%q is told, and %q is read", told, got)
		}
		if line.right.Visible() != (told == short) {
			t.Errorf("what is counted is to be seen beside %q: %v", told, line.right.Visible())
		}
	}
	if line.left.Position().Y >= 0 || line.left.Size().Height <= height {
		t.Error("a sentence longer than the line does not rise over the page")
	}
	line.tell("")
	if !line.right.Visible() || line.left.Size().Height != height {
		t.Error("the line is not as it was before")
	}
}

// drawnWords are the words that stand at the left of the line.
func drawnWords(line *statusLine) string {
	var words []string
	for _, object := range test.LaidOutObjects(line.left) {
		if drawn, ok := object.(*canvas.Text); ok {
			words = append(words, strings.TrimSpace(drawn.Text))
		}
	}
	return strings.Join(words, " ")
}
