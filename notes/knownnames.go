package notes

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"cuttings/notes/fold"
	"cuttings/notes/names"
)

// knownNames keeps the names of all entities in memory, by which mentions are
// found, as long as nobody else changes them. It follows the transactions of this
// program, undoing among them; after one that failed, and what another program
// did, all is read anew.
type knownNames struct {
	mu     sync.Mutex
	loaded bool
	in     Reader // the transaction in which all were read: they hold already what it changed
	names  map[ID][]string
	kinds  map[ID]Kind
	built  *names.Matcher // of the same names; nil until it is asked for

	version int                // changes with the names
	ahead   map[ID]*namedAhead // what was found in texts before their articles were kept

	rulings map[ID]map[string]Verdict // of entities that have some
}

func (k *knownNames) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.loaded, k.in, k.built = false, nil, nil
	k.version++
	k.ahead = nil
}

// namedAhead are the names in the text of a document that is about to be kept, as
// they were at a version of the known names.
type namedAhead struct {
	version int
	found   []names.Found
	unclear []names.Ambiguous
}

// findAhead finds names in a text that is about to be kept; nil if no names were
// read yet. It may be called from any goroutine.
func (k *knownNames) findAhead(body string) *namedAhead {
	k.mu.Lock()
	matcher, ahead := k.built, &namedAhead{version: k.version}
	k.mu.Unlock()
	if matcher == nil {
		return nil
	}
	ahead.found, ahead.unclear = matcher.Find(body)
	return ahead
}

// bring hands over what was found ahead in the text of an article that the
// transaction keeps.
func (k *knownNames) bring(article ID, ahead *namedAhead) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if ahead == nil || ahead.version != k.version {
		return
	}
	if k.ahead == nil {
		k.ahead = map[ID]*namedAhead{}
	}
	k.ahead[article] = ahead
}

// wasAhead reports whether the names in an article were found ahead.
func (k *knownNames) wasAhead(article ID) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	ahead := k.ahead[article]
	return ahead != nil && ahead.version == k.version
}

// find finds the names in the text of an article, unless that was done ahead.
func (k *knownNames) find(article ID, matcher *names.Matcher, body string) ([]names.Found, []names.Ambiguous) {
	k.mu.Lock()
	ahead := k.ahead[article]
	delete(k.ahead, article)
	current := ahead != nil && ahead.version == k.version
	k.mu.Unlock()
	if current {
		return ahead.found, ahead.unclear
	}
	return matcher.Find(body)
}

func (k *knownNames) load(ctx context.Context, r Reader) error {
	if k.loaded {
		return nil
	}
	k.names, k.kinds = map[ID][]string{}, map[ID]Kind{}
	err := r.EntityNames(ctx, nil, func(named Named) bool {
		k.names[named.ID] = append([]string{named.Title}, named.Aliases...)
		k.kinds[named.ID] = named.Kind
		return true
	})
	if err != nil {
		return fmt.Errorf("read the names of entities: %w", err)
	}
	if k.rulings, err = r.AllRulings(ctx); err != nil {
		return fmt.Errorf("read what was said of names: %w", err)
	}
	k.loaded, k.in, k.built = true, r, nil
	return nil
}

// rulingsNow are the verdicts for all articles, by entity.
func (k *knownNames) rulingsNow() map[ID]map[string]Verdict {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.rulings
}

// updateRulings takes over the rulings on an entity as the transaction has them,
// and reports whether they changed.
func (k *knownNames) updateRulings(ctx context.Context, tx Tx, id ID) (changed bool, err error) {
	now, err := tx.Rulings(ctx, id)
	if err != nil || maps.Equal(k.rulings[id], now) {
		return false, err
	}
	rulings := maps.Clone(k.rulings) // the map that was handed out stays as it is
	if rulings[id] = now; len(now) == 0 {
		delete(rulings, id)
	}
	k.rulings = rulings
	return true, nil
}

// update takes over the names of an entity as the transaction has them. It
// returns those by which articles must be looked at again, and whether those that
// name the entity must be, too, since it may have lost a name or its rulings
// changed. What there was before is not known until all names were read, as in a
// program that just opened the archive: then mentions may have been found by names
// that are gone.
func (k *knownNames) update(ctx context.Context, tx Tx, item Item) (changed []string, lost bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	before, wasKnown := k.names[item.ID], k.loaded && k.in != Reader(tx)
	var now []string
	if item.Kind.IsEntity() && !item.InTrash() {
		entity, err := tx.Entity(ctx, item.ID)
		if err != nil {
			return nil, false, fmt.Errorf("read entity %s: %w", item.ID, err)
		}
		now = allNames(entity)
	}
	if !wasKnown {
		before, lost = nil, true
	} else if lost, err = k.updateRulings(ctx, tx, item.ID); err != nil {
		return nil, false, fmt.Errorf("read what was said of %s: %w", item.ID, err)
	}
	if wasKnown && slices.Equal(before, now) {
		return nil, lost, nil
	}
	if err := k.load(ctx, tx); err != nil {
		return nil, false, err
	}
	k.call(item.ID, item.Kind, now)
	for _, name := range slices.Concat(before, now) {
		had, has := slices.Contains(before, name), slices.Contains(now, name)
		if had != has { // one that stayed is found where it was
			changed = append(changed, name)
		}
		lost = lost || !has
	}
	return changed, lost, nil
}

// spellings are the rows of words by which search tables may hold a name: with its
// apostrophes, which part words there, and without; ArticlesNaming finds the rest.
func spellings(name string) []string {
	if whole := fold.String(name); strings.ContainsFunc(name, fold.Dropped) {
		return []string{name, whole}
	}
	return []string{name}
}

// call gives an entity its names, none if it is no more, in place of those it had.
func (k *knownNames) call(id ID, kind Kind, now []string) {
	k.version++
	if k.built != nil {
		for _, name := range k.spelt(id) {
			k.built.Remove(name)
		}
	}
	if k.names[id], k.kinds[id] = now, kind; now == nil {
		delete(k.names, id)
		delete(k.kinds, id)
	}
	if k.built != nil {
		for _, name := range k.spelt(id) {
			k.built.Add(name)
		}
	}
}

// spelt are the names of an entity as the matcher takes them.
func (k *knownNames) spelt(id ID) []names.Name {
	spelt := make([]names.Name, 0, len(k.names[id]))
	for _, name := range k.names[id] {
		spelt = append(spelt, names.Name{Entity: int64(id), Text: name, Person: k.kinds[id] == KindPerson})
	}
	return spelt
}

func (k *knownNames) matcher(ctx context.Context, r Reader) (*names.Matcher, map[ID]Kind, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := k.load(ctx, r); err != nil {
		return nil, nil, err
	}
	if k.built == nil {
		all := make([]names.Name, 0, len(k.names))
		for id := range k.names {
			all = append(all, k.spelt(id)...)
		}
		k.built = names.NewMatcher(all)
	}
	return k.built, k.kinds, nil
}
