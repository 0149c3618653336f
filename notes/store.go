package notes

import (
	"context"
	"time"
)

// Store keeps an archive. It is fulfilled by storage; package conformance of
// storage proves that whatever fulfils it keeps its promises.
type Store interface {
	Reader

	// Update runs do in one transaction under a new operation. If do or the
	// commit fails nothing has changed. The change is returned after the
	// commit; it is zero if do changed nothing.
	Update(ctx context.Context, operation Operation, do func(Tx) error) (Change, error)

	// Derive runs do in one transaction that may change derived data only.
	Derive(ctx context.Context, do func(Tx) error) error

	// Undo takes back the last operation that was not undone, with all of
	// its group, then runs then in the same transaction. It returns
	// ErrNothingToUndo if there is none.
	Undo(ctx context.Context, then func(Tx) error) (Change, error)

	// Redo does again what was undone last, unless something else was done
	// since; it returns ErrNothingToRedo if there is nothing.
	Redo(ctx context.Context, then func(Tx) error) (Change, error)

	// Opened records that the person opened the item; SetPlace, where in an
	// article they were reading (offset in the text). Neither is an
	// operation: they are not undone.
	Opened(ctx context.Context, id ID, at time.Time) error
	SetPlace(ctx context.Context, article ID, offset int) error

	// Watch calls changed for each operation of another program on the same
	// archive, until the context ends.
	Watch(ctx context.Context, changed func(Change)) error

	// Check proves that the archive is whole: the database's own structure,
	// that references lead somewhere, that derived data agrees. Each
	// problem is one sentence.
	Check(ctx context.Context, report Progress) (problems []string, err error)

	// Prepare does beforehand, on any goroutine, what takes most time over
	// keeping a document; what it returns goes into Document.Prepared.
	Prepare(document Document) (any, error)

	// Backup writes a copy of the archive to a new file.
	Backup(ctx context.Context, file string) error

	// Index brings some items into the search tables that wait for it, since
	// an older program made the archive, and says how many are left.
	Index(ctx context.Context, limit int) (left int, err error)

	// Merge brings segments of the search tables together, of which each change
	// leaves one, if there are more of them than a number; a little at a time.
	// It returns false once there is no more to do.
	Merge(ctx context.Context, beyond int) (more bool, err error)

	// Warm reads what the first search would wait for.
	Warm(ctx context.Context) error

	// RebuildSearch makes the search tables anew.
	RebuildSearch(ctx context.Context, report Progress) error

	// Name is what a person calls the archive: the file's name.
	Name() string
	Close() error
}

// Progress is told how far long work has come. Total is 0 while unknown.
type Progress func(done, total int)

// Tx is a transaction. Its methods check nothing but that rows exist: the
// rules are the operations' business.
type Tx interface {
	Reader
	SuggestionTx

	// Touched returns the items that were changed so far in this
	// transaction, in order, each once; Kind is "" for one that is no more.
	Touched(ctx context.Context) ([]Item, error)
	// Decided returns those of them of which nothing changed but what the person
	// decided on names and events in their texts: their own words are as before.
	Decided(ctx context.Context) (map[ID]bool, error)
	// Elsewhere reports whether another program changed the archive since
	// this one's last transaction.
	Elsewhere() bool

	InsertArticle(ctx context.Context, article Article) error
	UpdateArticle(ctx context.Context, article Article) error
	// InsertCapture keeps the original and the text for ever, and makes the
	// capture the current one of its article.
	InsertCapture(ctx context.Context, capture Capture, document Document) error
	InsertHighlight(ctx context.Context, highlight Highlight) error
	UpdateHighlight(ctx context.Context, highlight Highlight) error
	// InsertPicture keeps a picture of a capture for ever.
	InsertPicture(ctx context.Context, capture CaptureID, article ID, picture Picture) error
	// SetPlacement records where a highlight stands in a capture, in place of
	// what was recorded; RemovePlacement forgets it.
	SetPlacement(ctx context.Context, placement Placement) error
	RemovePlacement(ctx context.Context, highlight ID, capture CaptureID) error
	// SetOrigin records where an item comes from.
	SetOrigin(ctx context.Context, origin Origin) error
	// SetMeaning names a colour; "" takes the name away.
	SetMeaning(ctx context.Context, colour Colour, meaning string) error
	InsertNote(ctx context.Context, note Note) error
	UpdateNote(ctx context.Context, note Note) error
	// KeepRevision adds a revision, or replaces the one of the same ID.
	KeepRevision(ctx context.Context, revision Revision) error
	InsertEntity(ctx context.Context, entity Entity) error
	UpdateEntity(ctx context.Context, entity Entity) error
	// InsertItem adds a tag or a collection; InsertSearch a saved search.
	InsertItem(ctx context.Context, item Item) error
	InsertSearch(ctx context.Context, item Item, query string) error
	UpdateItem(ctx context.Context, item Item) error
	SetTagged(ctx context.Context, item, tag ID, tagged bool) error
	SetCollected(ctx context.Context, item, collection ID, collected bool) error
	SetVerdict(ctx context.Context, article, entity ID, key string, verdict Verdict) error
	Verdicts(ctx context.Context, article ID) (map[VerdictKey]Verdict, error)

	// The derived tables.
	SetLinks(ctx context.Context, from ID, links []Link) error
	SetMentions(ctx context.Context, article ID, mentions []Mention) error
	SetPending(ctx context.Context, articles []ID, pending bool) error
	// ForgetWaiting forgets how many suggested names wait, which is counted again with
	// the mentions of each article.
	ForgetWaiting(ctx context.Context) error
	// LinkingTo returns the items with a [[link]] whose written target
	// folds to one of the keys, wherever it leads.
	LinkingTo(ctx context.Context, keys []string) ([]ID, error)
}

// VerdictKey is the place that a verdict is about: an entity, and the folded
// words that were taken for its name.
type VerdictKey struct {
	Entity ID
	Key    string
}
