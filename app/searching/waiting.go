package searching

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"
)

// patience is how long an answer is waited for before it is said that it is still to
// come: most are there before.
const patience = 150 * time.Millisecond

// waitFor says that an answer is still to come if it takes longer than patience, in
// the place of what was found before, which is no answer to what is asked now. Results
// that are looked for again, since the archive changed, stay as they are.
func (p *Page) waitFor(delay time.Duration, now asked, other bool) {
	p.s.Work.Cancel("searching")
	if !other || now.query == "" || p.waiting {
		return
	}
	p.s.Work.After(delay+patience, "searching", func(context.Context) (func(), error) {
		return func() {
			p.waiting = true
			p.cards.SetSelected(-1)
			p.rows = nil
			p.setChips()
			p.cards.Empty = searchingWords()
			p.cards.Refresh()
			p.s.Loaded()
		}, nil
	}, p.s.Fail)
}

func searchingWords() string { return lang.X("search.searching", "Searching…") }
