package searching

import (
	"testing"

	"cuttings/notes"
)

// The total follows what further pages find: the archive can change meanwhile.
func TestCounts(t *testing.T) {
	a := answer{groups: []group{
		{kind: notes.KindNote, total: 2, results: make([]shown, 2)},
		{kind: notes.KindArticle, total: 40, results: make([]shown, 20)},
	}}
	if got := a.total(); got != 42 {
		t.Errorf("%d at first", got)
	}
	if _, ok := a.unread(); !ok {
		t.Error("there is nothing left to read at first")
	}
	a.append(group{kind: notes.KindArticle, total: 80, results: make([]shown, 20)})
	if got := a.total(); got != 82 {
		t.Errorf("%d after the second page", got)
	}
	a.append(group{kind: notes.KindArticle})
	if got := a.total(); got != 42 {
		t.Errorf("%d after an empty page", got)
	}
	if _, ok := a.unread(); ok {
		t.Error("an empty page is not the end")
	}
}
