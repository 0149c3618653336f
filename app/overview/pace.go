package overview

import (
	"context"
	"time"

	"cuttings/app/session"
)

// settleDelay is how long after a change a page is read anew, so that articles
// that are read in the background do not make it flicker.
const settleDelay = 150 * time.Millisecond

// rest is how much longer than reading a page took it is then left alone, while
// others change the archive all the time.
const rest = 2

// pace reads a page in the background, and again after changes. A change while
// it is being read does not end that, or a page of a large archive would never
// be shown while articles come in.
type pace struct {
	work *session.Work
	name string // of the work
	// ask is called on the interface's thread and gives what reads what is asked
	// for then.
	ask   func() func(ctx context.Context) (show func(), err error)
	fail  func(error)
	busy  bool
	again bool // something changed since reading began
	took  time.Duration
}

// read reads at once, and ends what was being read.
func (p *pace) read() { p.after(0) }

// changed reads anew, sooner or later.
func (p *pace) changed() {
	if p.busy {
		p.again = true
		return
	}
	p.after(max(settleDelay, rest*p.took))
}

func (p *pace) after(delay time.Duration) {
	work := p.ask()
	p.busy, p.again = true, false
	done := func() {
		p.busy = false
		if p.again {
			p.changed()
		}
	}
	p.work.After(delay, p.name, func(ctx context.Context) (func(), error) {
		began := time.Now()
		show, err := work(ctx)
		took := time.Since(began)
		return func() {
			p.took = took
			show()
			done()
		}, err
	}, func(err error) {
		done()
		p.fail(err)
	})
}

// leave ends what is being read.
func (p *pace) leave() {
	p.work.Cancel(p.name)
	p.busy, p.again = false, false
}
