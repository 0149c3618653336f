package searching

import (
	"testing"

	"cuttings/notes"
)

// What was not counted yet is said to be more; the counts of the kinds end that,
// and further pages do not undo it.
func TestCounts(t *testing.T) {
	a := answer{groups: []group{
		{kind: notes.KindNote, total: 2, results: make([]shown, 2)},
		{kind: notes.KindArticle, total: 40, more: true, results: make([]shown, 20)},
	}}
	if got := a.count(); got != "42+" {
		t.Errorf("%s at first", got)
	}
	if _, ok := a.unread(); !ok {
		t.Error("there is nothing left to read at first")
	}
	a.append(group{kind: notes.KindArticle, total: 60, more: true, results: make([]shown, 20)})
	if got := a.count(); got != "62+" {
		t.Errorf("%s after the second page", got)
	}
	a.counted([]notes.Tally{{Value: string(notes.KindArticle), Count: 4711}, {Value: string(notes.KindNote), Count: 2}})
	a.append(group{kind: notes.KindArticle, total: 80, more: true, results: make([]shown, 20)})
	if got, want := a.count(), number(4713); got != want {
		t.Errorf("%s counted, want %s", got, want)
	}
	a.append(group{kind: notes.KindArticle})
	if got := a.count(); got != "62" {
		t.Errorf("%s after an empty page", got)
	}
}
