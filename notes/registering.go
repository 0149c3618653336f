package notes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/fold"
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
// organisation that is only words of a role is in no result. When the context ends, what was added stays and the rest is reported as cancelled.
func (n *Notebook) Register(ctx context.Context, file register.File, report Progress) ([]Registered, error) {
	var err error
	if file.Records, err = n.withoutRoleWords(ctx, file.Records); err != nil {
		return nil, fmt.Errorf("import names: %w", err)
	}
	r := registrar{n: n, byRef: map[string]ID{}, refOf: map[ID]string{}, results: make([]Registered, len(file.Records))}
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
	byRef   map[string]ID
	refOf   map[ID]string
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
		r.byRef[record.Ref], r.refOf[id] = id, record.Ref
	}
}

func (r *registrar) entity(ctx context.Context, tx Tx, result *Registered) (ID, Status, error) {
	record := result.Record
	kind := Kind(record.Kind)
	if known, err := r.known(ctx, tx, record); err != nil || known != 0 {
		if err == nil {
			err = r.extend(ctx, tx, result, known)
		}
		return known, StatusDuplicate, err
	}
	now := r.n.now()
	entity := Entity{
		Item:    Item{ID: r.n.ids.next(), Kind: kind, Title: record.Name, Created: now, Changed: now},
		Aliases: record.Aliases, Description: record.Description,
	}
	if record.DateWords != "" {
		entity.Description = strings.TrimSpace(entity.Description + "\n\n" + record.DateWords)
	}
	if kind == KindPerson {
		for _, role := range record.Roles {
			entity.Roles = append(entity.Roles, Role(role))
		}
	}
	if kind == KindEvent {
		if err := r.event(ctx, tx, result, &entity); err != nil {
			return 0, StatusFailed, err
		}
	}
	if err := checkEntity(ctx, tx, &entity); err != nil {
		return 0, StatusFailed, err
	}
	return entity.ID, StatusAdded, tx.InsertEntity(ctx, entity)
}

// known is the entity that is there of a record; zero if there is none. It is the
// one of its ID, else the oldest of its name that no other record is.
func (r *registrar) known(ctx context.Context, tx Tx, record register.Record) (ID, error) {
	found, err := allCalled(ctx, tx, record.Name, Kind(record.Kind))
	if err != nil {
		return 0, err
	}
	if id, err := ParseID(record.Ref); err == nil && slices.Contains(found, id) {
		return id, nil
	}
	for _, id := range found {
		ref, taken := r.refOf[id]
		if taken && record.Ref != "" && ref != record.Ref {
			continue
		}
		if same, err := r.same(ctx, tx, record, id); err != nil || same {
			return id, err
		}
	}
	return 0, nil
}

// same reports whether a record can be an entity of its name: of two events that are
// called alike, such as the births of namesakes, neither day nor people differ.
func (r *registrar) same(ctx context.Context, tx Tx, record register.Record, id ID) (bool, error) {
	if record.Kind != register.Event || record.Ref != "" {
		return true, nil
	}
	entity, err := tx.Entity(ctx, id)
	if err != nil {
		return false, fmt.Errorf("read %s: %w", id, err)
	}
	var said Entity
	if err := r.event(ctx, tx, &Registered{Record: record}, &said); err != nil {
		return false, err
	}
	takesPart := func(p Participant) bool {
		return slices.ContainsFunc(entity.Participants, func(other Participant) bool { return other.Entity == p.Entity })
	}
	strangers := len(entity.Participants) > 0 && len(said.Participants) > 0 && !slices.ContainsFunc(said.Participants, takesPart)
	otherDay := entity.Date != "" && said.Date != "" && !encloses(entity.Date, said.Date) && !encloses(said.Date, entity.Date)
	return !otherDay && !strangers, nil
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
	if id, ok := r.byRef[to.Ref]; ok && to.Ref != "" {
		item, err := tx.Item(ctx, id)
		if err == nil && !slices.Contains(kinds, item.Kind) {
			return 0, nil
		}
		return id, err
	}
	all, err := allCalled(ctx, tx, to.Name, kinds...)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	if id, err := ParseID(to.Ref); err == nil && slices.Contains(all, id) {
		return id, nil
	}
	if len(all) > 1 {
		result.Unsure = append(result.Unsure, to.Name)
	}
	return all[0], nil
}

// allCalled are the entities outside the trash that have a name, the oldest first.
func allCalled(ctx context.Context, r Reader, name string, kinds ...Kind) ([]ID, error) {
	if strings.TrimSpace(name) == "" {
		return nil, nil
	}
	items, err := r.Lookup(ctx, fold.String(name))
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	var found []ID
	for _, item := range items {
		if slices.Contains(kinds, item.Kind) && !item.InTrash() {
			found = append(found, item.ID)
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
