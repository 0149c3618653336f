package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/register"
)

// Registered is what became of a record of a file.
type Registered struct {
	Record register.Record
	ID     ID // zero if it failed
	Status Status
	Err    error
	Lost   []string // whom or what an event names that is neither in the file nor in the archive
	Unsure []string // likewise: that several have; the oldest of them was taken
	Chosen bool     // several here have its name, and no ID says which: the oldest of them was taken
	Added  []string // aliases that one which was already here got
	Taken  []string // what else it lacked and got, in the words of Kept
	Kept   []string // what of it stayed as it was, though the file has it otherwise: "description"
}

// StatusLeft is that of a record that stands for nothing an archive holds, such as
// a payment or a ship of FollowTheMoney.
const StatusLeft Status = "left out"

// registeredAtOnce is how many records are added in one transaction; all of a
// file are undone together.
const registeredAtOnce = 500

// Register adds the people, organisations, places and events of a file. What has
// the same kind and name as an entity that is there is that entity: it gets the
// aliases and what it lacks, and what it has stays. Records with different IDs are
// different entities, also where they have one name. A record that cannot be added
// does not stop the others, and one of another kind than these is left out; an
// organisation that is only words of a role is in no result. When the context ends,
// what was added stays and the rest is reported as cancelled.
func (n *Notebook) Register(ctx context.Context, file register.File, report Progress) ([]Registered, error) {
	var err error
	if file.Records, err = n.withoutRoleWords(ctx, file.Records); err != nil {
		return nil, fmt.Errorf("import names: %w", err)
	}
	r := registrar{n: n, refs: newRefs(), results: make([]Registered, len(file.Records))}
	for i, record := range file.Records {
		r.results[i] = Registered{Record: record}
	}
	group := n.ids.next()
	// Events name the others, so that they come last.
	order := make([]int, 0, len(file.Records))
	for _, events := range []bool{false, true} {
		for i, record := range file.Records {
			switch {
			case record.Kind == "":
				r.results[i].Status = StatusLeft
			case (record.Kind == register.Event) == events:
				order = append(order, i)
			}
		}
	}
	for done := 0; done < len(order); done += registeredAtOnce {
		some := order[done:min(len(order), done+registeredAtOnce)]
		err := n.update(ctx, Operation{Verb: VerbImportNames, Subject: file.Name, Group: group}, func(tx Tx) error {
			r.known.begin(tx, n.turns)
			for _, i := range some {
				r.add(ctx, tx, &r.results[i])
			}
			return ctx.Err()
		})
		if err != nil {
			for _, i := range order[done:] {
				r.results[i] = Registered{Record: r.results[i].Record, Status: StatusCancelled}
			}
			return r.results, fmt.Errorf("import names: %w", err)
		}
		if report != nil {
			report(min(len(order), done+registeredAtOnce), len(order))
		}
	}
	return r.results, nil
}

type registrar struct {
	n       *Notebook
	refs    refs
	known   knownByName
	results []Registered
}

func (r *registrar) add(ctx context.Context, tx Tx, result *Registered) {
	record := result.Record
	id, status, err := r.entity(ctx, tx, result)
	result.ID, result.Status, result.Err = id, status, err
	if err != nil {
		result.Status = StatusFailed
		return
	}
	if record.Ref != "" {
		r.refs.set(record.Ref, id)
	}
}

func (r *registrar) entity(ctx context.Context, tx Tx, result *Registered) (ID, Status, error) {
	record := result.Record
	kind := Kind(record.Kind)
	var said Entity // of an event
	if kind == KindEvent {
		if err := r.event(ctx, tx, result, &said); err != nil {
			return 0, StatusFailed, err
		}
	}
	if there, err := r.there(ctx, tx, result, said); err != nil || there != 0 {
		if err == nil {
			err = r.extend(ctx, tx, result, there, said)
		}
		return there, StatusDuplicate, err
	}
	now := r.n.now()
	entity := Entity{
		Item:    Item{ID: r.n.ids.next(), Kind: kind, Title: record.Name, Created: now, Changed: now},
		Aliases: record.Aliases, Description: record.Description, Date: said.Date, Place: said.Place, Participants: said.Participants,
	}
	if record.DateWords != "" {
		entity.Description = strings.TrimSpace(entity.Description + "\n\n" + record.DateWords)
	}
	if kind == KindPerson {
		for _, role := range record.Roles {
			entity.Roles = append(entity.Roles, Role(role))
		}
	}
	if err := checkEntity(ctx, tx, &entity); err != nil {
		return 0, StatusFailed, err
	}
	if err := r.written(entity, tx.InsertEntity(ctx, entity)); err != nil {
		return 0, StatusFailed, err
	}
	return entity.ID, StatusAdded, holdRefusals(ctx, tx, entity.ID, allNames(entity)...)
}

// written remembers an entity that was written; if that failed, it is not known what of
// it is there.
func (r *registrar) written(entity Entity, err error) error {
	if err != nil {
		r.known.forget()
		return err
	}
	r.known.follow(entity)
	return nil
}

// there is the entity that a record stands for; zero if there is none. It is the one
// of its ID, else the oldest of its name that no other record is. Of two events that
// are called alike and have no ID, such as the births of namesakes, neither day nor
// people differ, as far as the record has said them. Where others have the name, too,
// the result says that one was chosen.
func (r *registrar) there(ctx context.Context, tx Tx, result *Registered, said Entity) (id ID, err error) {
	record, kind := result.Record, Kind(result.Record.Kind)
	result.Chosen = false
	all, err := r.known.called(ctx, tx, record.Name)
	if err != nil {
		return 0, err
	}
	same := all[kind]
	if id, err := ParseID(record.Ref); err == nil && same.contains(id) {
		return id, nil
	}
	switch {
	case same == nil:
		return 0, nil
	case record.Ref != "":
		id, result.Chosen = same.free(&r.refs, record.Ref)
		return id, nil
	case kind == KindEvent:
		one := occasionOf(said)
		return same.alike(ctx, tx, &one)
	}
	id, number := all.oldest(kind)
	result.Chosen = number > 1
	return id, nil
}

// event fills in where an event was and who took part, as far as they are in the
// file or in the archive.
func (r *registrar) event(ctx context.Context, tx Tx, result *Registered, entity *Entity) (err error) {
	record := result.Record
	entity.Date, result.Lost, result.Unsure = record.Date, nil, nil
	if entity.Place, err = r.pointed(ctx, tx, result, record.Place, KindPlace); err != nil {
		return err
	}
	if entity.Place == 0 && record.Place.Name != "" {
		result.Lost = append(result.Lost, record.Place.Name)
	}
	for _, participant := range record.Participants {
		id, err := r.pointed(ctx, tx, result, participant.Pointer, KindPerson, KindOrganisation, KindPlace)
		if err != nil {
			return err
		}
		if id == 0 {
			result.Lost = append(result.Lost, participant.Name)
			continue
		}
		entity.Participants = append(entity.Participants, Participant{Entity: id, Role: participant.Role})
	}
	entity.Participants = oncePerEntity(entity.Participants)
	return nil
}

// pointed is whom or what an event names: the one of the ID in the file or in the
// archive, else the oldest of the name; zero if there is none.
func (r *registrar) pointed(ctx context.Context, tx Tx, result *Registered, to register.Pointer, kinds ...Kind) (ID, error) {
	if id, ok := r.refs.to[to.Ref]; ok && to.Ref != "" {
		item, err := tx.Item(ctx, id)
		if err == nil && !slices.Contains(kinds, item.Kind) {
			return 0, nil
		}
		return id, err
	}
	all, err := r.known.called(ctx, tx, to.Name)
	if err != nil {
		return 0, err
	}
	if id, err := ParseID(to.Ref); err == nil && all.contains(id, kinds...) {
		return id, nil
	}
	id, number := all.oldest(kinds...)
	if number > 1 {
		result.Unsure = append(result.Unsure, to.Name)
	}
	return id, nil
}
