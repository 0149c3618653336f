package notes

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// alikeNames remembers which names are alike. To compare all names takes seconds in
// a large archive, so that it is done once; after a change only the entities that
// changed are compared again. It knows nothing until it is asked.
type alikeNames struct {
	marks sync.Mutex
	mark  alikeMarks

	mu      sync.Mutex // held while it is asked
	of      map[Kind]*alikeIndex
	events  []Alike
	hasRead bool // the events
	company companyCache
}

// alikeMarks are what changed since they were last looked at.
type alikeMarks struct {
	all      bool        // another program may have changed anything
	entities map[ID]bool // also what is no more, of whatever kind
	events   bool
	found    []ID // articles with new mentions, in a transaction that is not over
	articles []ID // the same, kept
}

// comparedKinds are those whose names are compared; events are by their dates.
var comparedKinds = []Kind{KindPerson, KindOrganisation, KindPlace}

// mostFollowed is how many entities are compared again one by one: of more, all
// names are read again.
const mostFollowed = 1000

// changed hears of a change that is in the archive.
func (a *alikeNames) changed(change Change) {
	a.marks.Lock()
	defer a.marks.Unlock()
	a.mark.all = a.mark.all || change.Elsewhere
	a.mark.articles, a.mark.found = append(a.mark.articles, a.mark.found...), nil
	a.mark.articles = a.mark.articles[:min(len(a.mark.articles), mostStale+1)] // of more, all is forgotten
	if a.mark.entities == nil {
		a.mark.entities = map[ID]bool{}
	}
	for _, item := range change.Items {
		if (item.Kind == "" || item.Kind.IsEntity()) && len(a.mark.entities) <= mostFollowed { // of more, all is read again
			a.mark.entities[item.ID] = true
		}
		a.mark.events = a.mark.events || item.Kind == "" || item.Kind == KindEvent
	}
}

// found hears that a transaction finds mentions in an article.
func (a *alikeNames) found(article ID) {
	a.marks.Lock()
	defer a.marks.Unlock()
	if len(a.mark.found) <= mostStale {
		a.mark.found = append(a.mark.found, article)
	}
}

// take returns what changed, before any of it is read: what changes meanwhile
// counts as later.
func (a *alikeNames) take() alikeMarks {
	a.marks.Lock()
	defer a.marks.Unlock()
	taken := a.mark
	a.mark = alikeMarks{found: taken.found}
	return taken
}

// giveBack is for what could not be followed.
func (a *alikeNames) giveBack(taken alikeMarks) {
	a.marks.Lock()
	defer a.marks.Unlock()
	if a.mark.entities == nil {
		a.mark.entities = map[ID]bool{}
	}
	maps.Copy(a.mark.entities, taken.entities)
	a.mark.all, a.mark.events = a.mark.all || taken.all, a.mark.events || taken.events
	a.mark.articles = append(a.mark.articles, taken.articles...)
}

// catchUp follows what changed.
func (a *alikeNames) catchUp(ctx context.Context, r Reader) error {
	taken := a.take()
	if taken.events || taken.all {
		a.hasRead = false
	}
	a.forgetCompany(taken)
	var err error
	if a.of == nil || taken.all || len(taken.entities) > mostFollowed {
		err = a.load(ctx, r)
	} else {
		err = a.follow(ctx, r, taken.entities)
	}
	if err != nil {
		a.giveBack(taken)
	}
	return err
}

// forgetCompany forgets who is named in articles that changed.
func (a *alikeNames) forgetCompany(taken alikeMarks) {
	all := a.company.changed(taken)
	for _, x := range a.of {
		for _, name := range x.waiting {
			if all || slices.ContainsFunc(name.in, func(article ID) bool { return a.company.stale[article] }) {
				name.company, name.in = nil, nil
			}
		}
	}
}

// load reads all names. They are compared when a kind is first asked for.
func (a *alikeNames) load(ctx context.Context, r Reader) error {
	of := map[Kind]*alikeIndex{}
	for _, kind := range comparedKinds {
		of[kind] = &alikeIndex{kind: kind}
	}
	err := r.EntityNames(ctx, comparedKinds, func(named Named) bool {
		x := of[named.Kind]
		x.entities = append(x.entities, namesOf{named.ID, append([]string{named.Title}, named.Aliases...)})
		return true
	})
	if err != nil {
		return fmt.Errorf("read the names of entities: %w", err)
	}
	for _, x := range of {
		x.entities = slices.Clip(x.entities)
		x.read = len(x.entities)
	}
	a.of = of
	return nil
}

// follow reads the names of entities again and compares those that changed.
func (a *alikeNames) follow(ctx context.Context, r Reader, changed map[ID]bool) error {
	for id := range changed {
		entity, err := r.Entity(ctx, id)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return fmt.Errorf("read the names of %s: %w", id, err)
		}
		var names []string
		if err == nil && !entity.InTrash() {
			names = append([]string{entity.Title}, entity.Aliases...)
		}
		for kind, x := range a.of {
			if kind == entity.Kind {
				x.put(id, names)
			} else {
				x.put(id, nil)
			}
		}
	}
	return ctx.Err()
}

// index returns the names of a kind, compared, and nil of a kind whose names are
// not. The caller holds the lock.
func (a *alikeNames) index(ctx context.Context, kind Kind, r Reader) (*alikeIndex, error) {
	if err := a.catchUp(ctx, r); err != nil {
		return nil, err
	}
	x := a.of[kind]
	if x == nil || x.compared {
		return x, nil
	}
	return x, x.compareAll(ctx)
}
