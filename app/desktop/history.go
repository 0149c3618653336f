package desktop

import "cuttings/app/session"

// historyLength is how many places Alt+Left can go back to.
const historyLength = 200

// history is where the person was, for going back and forward.
type history struct {
	places []session.Place
	at     int // the place that is shown; -1 before the first
}

func newHistory() *history { return &history{at: -1} }

// visit adds a place behind the one that is shown; what was ahead is dropped.
// The same place twice is one.
func (h *history) visit(place session.Place) {
	if h.at >= 0 && h.places[h.at] == place {
		return
	}
	h.places = append(h.places[:h.at+1], place)
	if len(h.places) > historyLength {
		h.places = h.places[1:]
	}
	h.at = len(h.places) - 1
}

// step moves by one in either direction; ok is false at the end.
func (h *history) step(by int) (place session.Place, ok bool) {
	if h.at+by < 0 || h.at+by >= len(h.places) {
		return session.Place{}, false
	}
	h.at += by
	return h.places[h.at], true
}
