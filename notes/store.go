package notes

import (
	"context"
	"time"

	"cuttings/notes/query"
	"cuttings/notes/text"
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

	// Merge brings pieces of the search tables together, of which each change
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

// Reader answers questions about an archive. Methods that name one item return
// ErrNotFound if there is none. Lists leave out the trash unless asked for it.
type Reader interface {
	SuggestionReader

	Item(ctx context.Context, id ID) (Item, error)
	Items(ctx context.Context, filter ItemFilter) (rows []ItemRow, total int, err error)
	// Lookup returns the items whose title, name or alias folds to key, those
	// in the trash last.
	Lookup(ctx context.Context, key string) ([]Item, error)
	Counts(ctx context.Context) (Counts, error)

	Article(ctx context.Context, id ID) (Article, error)
	Articles(ctx context.Context, filter ArticleFilter) (rows []ArticleRow, total int, err error)
	// SameCapture returns the article that already has these bytes, or this
	// address with this text; ErrNotFound if there is none.
	SameCapture(ctx context.Context, sha256, url, body string) (ID, error)
	Captures(ctx context.Context, article ID) ([]Capture, error)
	Text(ctx context.Context, capture CaptureID) (text.Text, error)
	// Body returns the words alone of an article's current text, and its language.
	Body(ctx context.Context, article ID) (body, language string, err error)
	Original(ctx context.Context, capture CaptureID) ([]byte, error)
	Place(ctx context.Context, article ID) (offset int, err error)
	// Pictures returns what is known of a capture's pictures, without their
	// bytes; PictureBytes returns those.
	Pictures(ctx context.Context, capture CaptureID) ([]Picture, error)
	PictureBytes(ctx context.Context, capture CaptureID, address string) ([]byte, error)

	// Placements returns where highlights that were made in other captures
	// stand in this one, as far as that was recorded.
	Placements(ctx context.Context, capture CaptureID) ([]Placement, error)
	// ArticlesAt returns the articles, outside the trash, that have or were
	// captured at one of the addresses, the newest first.
	ArticlesAt(ctx context.Context, addresses []string) ([]ID, error)
	// Origins returns where an item that was imported comes from; OriginOf,
	// what an annotation was imported as, or ErrNotFound.
	Origins(ctx context.Context, item ID) ([]Origin, error)
	OriginOf(ctx context.Context, annotation string) (Origin, error)
	// Meanings returns what the person calls the colours; those without a
	// name are left out.
	Meanings(ctx context.Context) (map[Colour]string, error)

	Highlight(ctx context.Context, id ID) (Highlight, error)
	Highlights(ctx context.Context, filter HighlightFilter) (rows []Highlight, total int, err error)

	Note(ctx context.Context, id ID) (Note, error)
	Revisions(ctx context.Context, note ID) ([]Revision, error)

	Entity(ctx context.Context, id ID) (Entity, error)
	EventsWith(ctx context.Context, entity ID) ([]Entity, error)
	Mentions(ctx context.Context, filter MentionFilter) (rows []Mention, total int, err error)

	LinksFrom(ctx context.Context, id ID) ([]Link, error)
	LinksTo(ctx context.Context, id ID) ([]Link, error)

	TagsOf(ctx context.Context, id ID) ([]Item, error)
	CollectionsOf(ctx context.Context, id ID) ([]Item, error)
	SavedSearch(ctx context.Context, id ID) (string, error)

	// Names calls yield for every item that quick find offers, with its
	// aliases, the newest first, until yield returns false.
	Names(ctx context.Context, yield func(Named) bool) error
	// EntityNames calls yield for every entity of some kinds, of all if none are
	// given, outside the trash, with its ID, kind, name and aliases, and nothing
	// more.
	EntityNames(ctx context.Context, kinds []Kind, yield func(Named) bool) error
	// ArticlesNaming returns the articles whose text holds one of the
	// phrases, each a row of words.
	ArticlesNaming(ctx context.Context, phrases []string) ([]ID, error)
	// Pending returns articles whose mentions wait to be found.
	Pending(ctx context.Context, limit int) ([]ID, error)
	AllArticles(ctx context.Context) ([]ID, error)
	// Linking returns the items that hold words with [[links]].
	Linking(ctx context.Context) ([]ID, error)

	// Search returns the first items that fulfil the query; Count, how many
	// do, which takes longer where they are many.
	Search(ctx context.Context, q query.Query, filter SearchFilter) (Hits, error)
	Count(ctx context.Context, q query.Query, kinds []Kind) (int, error)

	// Facets counts what the query finds in items of some kinds, of all if none
	// are given.
	Facets(ctx context.Context, q query.Query, kinds []Kind) (Facets, error)
	// NearestWords returns words that occur and are spelt nearly like a folded
	// one, the nearest first; none, and true, if it occurs itself.
	NearestWords(ctx context.Context, word string, limit int) (nearest []string, occurs bool, err error)
	// Values returns the sources, bylines or languages that hold folded words,
	// those of most articles first.
	Values(ctx context.Context, name query.Name, key string, limit int) ([]string, error)

	// History says what Undo and Redo would take back or do again; zero
	// operations if there is nothing.
	History(ctx context.Context) (undo, redo Operation, err error)
	// Log returns the operations that touched an item, newest first.
	Log(ctx context.Context, id ID) ([]Operation, error)
}

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
	// LinkingTo returns the items with a [[link]] whose written target
	// folds to one of the keys, wherever it leads.
	LinkingTo(ctx context.Context, keys []string) ([]ID, error)
}

// Named is what an item is called.
type Named struct {
	Item
	Aliases []string
	Weight  int       // how many mentions, or items under a tag or collection
	Opened  time.Time // when the person opened it last
	Used    time.Time // how often and how lately: see find.Use
}

// VerdictKey is the place that a verdict is about: an entity, and the folded
// words that were taken for its name.
type VerdictKey struct {
	Entity ID
	Key    string
}

// Order is the order of a list.
type Order string

// The orders. Newest and Oldest go by an article's or event's own date.
const (
	Newest  Order = "newest"
	Oldest  Order = "oldest"
	ByTitle Order = "title"
	Added   Order = "added" // last added first

	// Those of highlights alone: by the keys of their colours, and by tag, those
	// without one last. Within, the newest article comes first.
	ByColour Order = "colour"
	ByTag    Order = "tag"
)

// ItemFilter chooses items. The zero value of a field chooses all.
type ItemFilter struct {
	IDs        []ID // these, in this order
	Kinds      []Kind
	Trashed    bool // those in the trash instead of those outside, but for what went into another
	Tag        ID
	Collection ID
	Key        string // the folded title holds these folded words
	Order      Order  // ByTitle if empty
	Offset     int
	Limit      int
}

// ArticleFilter chooses articles.
type ArticleFilter struct {
	Inbox      bool
	Tag        ID
	Collection ID
	Key        string // title, source or byline hold these folded words
	Order      Order  // Newest if empty
	Offset     int
	Limit      int
}

// HighlightFilter chooses highlights. They come in reading order, those of the
// article added last first, unless another order is asked for.
type HighlightFilter struct {
	Article ID
	Colour  Colour
	Tag     ID
	Key     string // quotation or comment hold these folded words
	Orphans bool   // only those that wait to be placed in their article's current capture
	Order   Order
	Offset  int
	Limit   int
}

// MentionFilter chooses mentions that were not rejected, or all with Rejected.
type MentionFilter struct {
	Article  ID
	Entity   ID
	Rejected bool
	Offset   int
	Limit    int
}

// SearchFilter narrows a search.
type SearchFilter struct {
	Kinds  []Kind
	Order  Order // Newest or Oldest; what fits best first if empty
	Offset int
	Limit  int
}

// Hit is one result of a search.
type Hit struct{ Item }
