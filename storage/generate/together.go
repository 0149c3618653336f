package generate

import (
	"context"

	"cuttings/notes"
)

// together is a store in which many operations of a notebook that add entities
// are one: a hundred thousand of them, each written to the disk before the next,
// would take most of the time.
type together struct {
	notes.Tx
	whole
	added []notes.ID // by the operation that is under way
}

// whole is the rest of a store, behind the transaction's answers.
type whole struct{ notes.Store }

// run does several operations in one transaction.
func (t *together) run(ctx context.Context, do func() error) error {
	_, err := t.Store.Update(ctx, notes.Operation{Verb: notes.VerbAddEntity}, func(tx notes.Tx) error {
		t.Tx = tx
		defer func() { t.Tx = nil }()
		return do()
	})
	return err
}

// Update is one of the operations. Nothing is announced: nobody listens yet.
func (t *together) Update(_ context.Context, _ notes.Operation, do func(notes.Tx) error) (notes.Change, error) {
	t.added = t.added[:0]
	return notes.Change{}, do(t)
}

// InsertEntity adds an entity.
func (t *together) InsertEntity(ctx context.Context, entity notes.Entity) error {
	t.added = append(t.added, entity.ID)
	return t.Tx.InsertEntity(ctx, entity)
}

// Touched returns what the operation under way added, rather than all before it.
func (t *together) Touched(ctx context.Context) ([]notes.Item, error) {
	items := make([]notes.Item, len(t.added))
	for i, id := range t.added {
		item, err := t.Item(ctx, id)
		if err != nil {
			return nil, err
		}
		items[i] = item
	}
	return items, nil
}
