package searching

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"
)

// patience is how long an answer is waited for before it is said that it is still to
// come: most are there before.
const patience = 150 * time.Millisecond

// waitFor says that an answer is still to come if it takes longer than patience.
// Results that are looked for anew, since the archive changed, stay as they are.
func (p *Page) waitFor(delay time.Duration, now asked, anew bool) {
	p.s.Work.Cancel("searching")
	if !anew || now.query == "" || p.waiting {
		return
	}
	p.s.Work.After(delay+patience, "searching", func(context.Context) (func(), error) {
		return func() {
			p.waiting = true
			p.cards.Empty = searchingWords()
			p.cards.Refresh()
			p.s.Loaded()
		}, nil
	}, p.s.Fail)
}

// answered ends that. What was found before was in sight until now.
func (p *Page) answered() {
	p.s.Work.Cancel("searching")
	p.waiting = false
	p.cards.Empty = askWords()
	if p.known.query != "" {
		p.cards.Empty = emptyWords(p.known)
	}
}

func searchingWords() string { return lang.X("search.searching", "Searching…") }
