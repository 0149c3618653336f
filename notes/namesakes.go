package notes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/fold"
)

// namesakes are the entities of one kind and name outside the trash, the oldest first.
type namesakes struct {
	ids    []ID
	taken  int        // so many of the first are, for sure, those of records with an ID
	events *occasions // nil until an event is looked for by what tells it from others
}

// called are the entities of one name, by kind.
type called map[Kind]*namesakes

// knownByName remembers who is there, by folded name, over the transactions in which a
// file is brought in. It follows what these do; what else is done makes it forget all.
type knownByName struct {
	names map[string]called
	turn  int // of the notebook, up to which nothing is unknown
}

// begin forgets what is remembered if anything was done since the last transaction.
func (k *knownByName) begin(tx Tx, turn int) {
	if k.names == nil || tx.Elsewhere() || turn != k.turn {
		k.forget()
	}
	k.turn = turn + 1 // that of this transaction's own end
}

func (k *knownByName) forget() { k.names = map[string]called{} }

// called are the entities that have a name.
func (k *knownByName) called(ctx context.Context, r Reader, name string) (called, error) {
	key := fold.String(name)
	if all, ok := k.names[key]; ok || strings.TrimSpace(name) == "" || key == "" {
		return all, nil
	}
	all := called{}
	for _, kind := range Entities {
		all[kind] = &namesakes{}
	}
	items, err := r.Lookup(ctx, key)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	for _, item := range items {
		if same := all[item.Kind]; same != nil && !item.InTrash() {
			same.ids = append(same.ids, item.ID)
		}
	}
	for _, same := range all {
		slices.Sort(same.ids)
		same.ids = slices.Compact(same.ids)
	}
	k.names[key] = all
	return all, nil
}

// follow remembers an entity as it was written just now.
func (k *knownByName) follow(entity Entity) {
	for _, name := range allNames(entity) {
		same := k.names[fold.String(name)][entity.Kind]
		if same == nil {
			continue
		}
		if at, there := slices.BinarySearch(same.ids, entity.ID); !there {
			same.ids = slices.Insert(same.ids, at, entity.ID)
			same.taken = min(same.taken, at)
		}
		if same.events != nil {
			same.events.put(occasionOf(entity))
		}
	}
}

// oldest is the oldest of some kinds, zero if there is none, and how many there are.
func (c called) oldest(kinds ...Kind) (id ID, number int) {
	for _, kind := range kinds {
		if same := c[kind]; same != nil && len(same.ids) > 0 {
			id, number = older(id, same.ids[0]), number+len(same.ids)
		}
	}
	return id, number
}

func (c called) contains(id ID, kinds ...Kind) bool {
	return slices.ContainsFunc(kinds, func(kind Kind) bool { return c[kind].contains(id) })
}

func (s *namesakes) contains(id ID) bool {
	if s == nil {
		return false
	}
	_, there := slices.BinarySearch(s.ids, id)
	return there
}

// free is the oldest that is not, by the file, another than the record of an ID, and
// whether it was chosen from several of which the file says nothing.
func (s *namesakes) free(refs *refs, ref string) (found ID, chosen bool) {
	for s.taken < len(s.ids) && refs.of[s.ids[s.taken]] != "" {
		s.taken++
	}
	if s.taken < len(s.ids) {
		found = s.ids[s.taken]
		chosen = slices.ContainsFunc(s.ids[s.taken+1:], func(id ID) bool { return refs.of[id] == "" })
	}
	for _, id := range refs.had[ref] {
		if refs.of[id] == ref && s.contains(id) {
			found, chosen = older(found, id), false
		}
	}
	return found, chosen
}

// alike is the oldest event that one of its name can be; they are read once.
func (s *namesakes) alike(ctx context.Context, r Reader, said *occasion) (ID, error) {
	if s.events == nil {
		events := newOccasions()
		for _, id := range s.ids {
			entity, err := r.Entity(ctx, id)
			if err != nil {
				return 0, fmt.Errorf("read %s: %w", id, err)
			}
			events.put(occasionOf(entity))
		}
		s.events = events
	}
	return s.events.alike(said), nil
}

// older is the one of two entities that was made first; zero is none.
func older(a, b ID) ID {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// refs are the IDs that records have in a file.
type refs struct {
	to  map[string]ID   // the entity of the last record that had one
	of  map[ID]string   // that of the last record which is an entity
	had map[string][]ID // all entities that had one, some of which may have another now
}

func newRefs() refs {
	return refs{to: map[string]ID{}, of: map[ID]string{}, had: map[string][]ID{}}
}

func (r *refs) set(ref string, id ID) {
	if r.of[id] != ref {
		r.had[ref] = append(r.had[ref], id)
	}
	r.to[ref], r.of[id] = id, ref
}
