package desktop

import (
	"testing"

	"cuttings/app/session"
)

func TestHistory(t *testing.T) {
	h := newHistory()
	if _, ok := h.step(-1); ok {
		t.Fatal("went back from nowhere")
	}
	a, b, c := session.Place{View: session.Inbox}, session.Place{View: session.Notes}, session.Place{View: session.Trash}
	h.visit(a)
	h.visit(b)
	h.visit(b)
	if place, ok := h.step(-1); !ok || place != a {
		t.Fatalf("back to %v, %v", place, ok)
	}
	if place, ok := h.step(1); !ok || place != b {
		t.Fatalf("forward to %v, %v", place, ok)
	}
	h.step(-1)
	h.visit(c)
	if _, ok := h.step(1); ok {
		t.Error("what was ahead is still there after going elsewhere")
	}
	for i := range 2 * historyLength {
		h.visit(session.Place{Query: string(rune('a' + i%20)), View: session.Search})
	}
	if len(h.places) > historyLength {
		t.Errorf("%d places are kept", len(h.places))
	}
}
