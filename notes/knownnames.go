package notes

import (
	"context"
	"fmt"
	"maps"
	"slices"
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

	rulings map[ID]map[string]Verdict // of entities that have some
}

func (k *knownNames) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.loaded, k.in, k.built = false, nil, nil
}

func (k *knownNames) load(ctx context.Context, r Reader) error {
	if k.loaded {
		return nil
	}
	k.names, k.kinds = map[ID][]string{}, map[ID]Kind{}
	err := r.EntityNames(ctx, func(named Named) bool {
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
// and returns the words about which they changed.
func (k *knownNames) updateRulings(ctx context.Context, tx Tx, id ID) (phrases []string, err error) {
	before := k.rulings[id]
	now, err := tx.Rulings(ctx, id)
	if err != nil || maps.Equal(before, now) {
		return nil, err
	}
	rulings := maps.Clone(k.rulings) // the map that was handed out stays as it is
	if rulings[id] = now; len(now) == 0 {
		delete(rulings, id)
	}
	k.rulings = rulings
	for _, one := range []map[string]Verdict{before, now} {
		for key := range one {
			if before[key] != now[key] {
				phrases = append(phrases, key)
			}
		}
	}
	return phrases, nil
}

// update takes over the names of an entity as the transaction has them. It
// reports whether they changed, and returns the folded names by which articles
// must be looked at again. What they were before is not known until all names
// were read, as in a program that just opened the archive: then they count as
// changed, since mentions may have been found by names that are gone.
func (k *knownNames) update(ctx context.Context, tx Tx, item Item) (phrases []string, changed bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	before, wasKnown := k.names[item.ID], k.loaded && k.in != Reader(tx)
	var now []string
	if item.Kind.IsEntity() && !item.InTrash() {
		entity, err := tx.Entity(ctx, item.ID)
		if err != nil {
			return nil, false, fmt.Errorf("read entity %s: %w", item.ID, err)
		}
		now = append([]string{entity.Title}, entity.Aliases...)
	}
	if wasKnown {
		if phrases, err = k.updateRulings(ctx, tx, item.ID); err != nil {
			return nil, false, fmt.Errorf("read what was said of %s: %w", item.ID, err)
		}
		if slices.Equal(before, now) {
			return phrases, len(phrases) > 0, nil
		}
	} else if phrases, err = unclearAs(ctx, tx, item.ID); err != nil {
		return nil, false, err
	}
	if err := k.load(ctx, tx); err != nil {
		return nil, false, err
	}
	k.call(item.ID, item.Kind, now)
	for _, name := range slices.Concat(before, now) {
		stayed := wasKnown && slices.Contains(before, name) && slices.Contains(now, name)
		if !stayed { // one that stayed is found where it was
			phrases = append(phrases, fold.String(name))
		}
	}
	slices.Sort(phrases)
	return slices.Compact(phrases), true, nil
}

// unclearAs are the words that could name an entity, or another, as they were found
// last: those that name it alone are its mentions.
func unclearAs(ctx context.Context, r Reader, id ID) (phrases []string, err error) {
	unclear, _, err := r.UnclearPlaces(ctx, 0, 0)
	if err != nil {
		return nil, fmt.Errorf("read what is unclear: %w", err)
	}
	for _, place := range unclear {
		if slices.Contains(place.Entities, id) {
			phrases = append(phrases, place.Key)
		}
	}
	return phrases, nil
}

// call gives an entity its names, none if it is no more, in place of those it had.
func (k *knownNames) call(id ID, kind Kind, now []string) {
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
