package entity_test

import (
	"testing"

	"cuttings/app/session"
	"cuttings/notes"
)

// Who shares a name with another is told where the passages went, and the way to
// decide on them.
func TestANamesakesPassagesWaitForADecision(t *testing.T) {
	d := open(t, ready{"One": "Ada Byron wrote. Ada Byron answered.", "Two": "Ada Byron came."})
	ada := d.add(notes.Entity{}, notes.KindPerson, "Ada Byron")
	d.show(ada)
	if !d.says("3 mentions in 2 articles") {
		t.Fatal("it does not say that articles name her")
	}
	d.add(notes.Entity{Description: "A racehorse of [[Carl Dahl]]"}, notes.KindPerson, "Ada Byron")
	d.settle()
	d.show(ada)
	if !d.says("In 2 articles it is not clear who or what is meant.") {
		t.Error("it does not say where the mentions went")
	}
	d.press("Decide")
	if len(d.opened) != 1 || d.opened[0].View != session.Review || d.opened[0].Section != session.ReviewUnclear {
		t.Errorf("opened %+v", d.opened)
	}
}
