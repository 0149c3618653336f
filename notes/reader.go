package notes

import (
	"context"

	"cuttings/notes/query"
	"cuttings/notes/text"
)

// Reader answers questions about an archive. Methods that name one item return
// ErrNotFound if there is none. Lists leave out the trash unless asked for it.
type Reader interface {
	ItemReader
	ArticleReader
	WritingReader
	EntityReader
	SearchReader
	DerivingReader
	JournalReader
	SuggestionReader
}

// ItemReader tells what items there are, of whatever kind, and how they belong together.
type ItemReader interface {
	Item(ctx context.Context, id ID) (Item, error)
	Items(ctx context.Context, filter ItemFilter) (rows []ItemRow, total int, err error)
	// Lookup returns the items whose title, name or alias folds to key, those
	// in the trash last.
	Lookup(ctx context.Context, key string) ([]Item, error)
	Counts(ctx context.Context) (Counts, error)
	LinksFrom(ctx context.Context, id ID) ([]Link, error)
	LinksTo(ctx context.Context, id ID) ([]Link, error)
	TagsOf(ctx context.Context, id ID) ([]Item, error)
	CollectionsOf(ctx context.Context, id ID) ([]Item, error)
	// Origins returns where an item that was imported comes from; OriginOf,
	// what an annotation was imported as, or ErrNotFound.
	Origins(ctx context.Context, item ID) ([]Origin, error)
	OriginOf(ctx context.Context, annotation string) (Origin, error)
	SavedSearch(ctx context.Context, id ID) (string, error)
}

// ArticleReader tells of articles, their captures, texts and pictures.
type ArticleReader interface {
	Article(ctx context.Context, id ID) (Article, error)
	Articles(ctx context.Context, filter ArticleFilter) (rows []ArticleRow, total int, err error)
	// SameCapture returns the article that already has these bytes, or this
	// address with this text; ErrNotFound if there is none.
	SameCapture(ctx context.Context, sha256, url, body string) (ID, error)
	// ArticlesAt returns the articles, outside the trash, that have or were
	// captured at one of the addresses, the newest first.
	ArticlesAt(ctx context.Context, addresses []string) ([]ID, error)
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
}

// WritingReader tells of what the person marked and wrote.
type WritingReader interface {
	Highlight(ctx context.Context, id ID) (Highlight, error)
	Highlights(ctx context.Context, filter HighlightFilter) (rows []Highlight, total int, err error)
	// Placements returns where highlights that were made in other captures
	// stand in this one, as far as that was recorded.
	Placements(ctx context.Context, capture CaptureID) ([]Placement, error)
	// Meanings returns what the person calls the colours; those without a
	// name are left out.
	Meanings(ctx context.Context) (map[Colour]string, error)
	Note(ctx context.Context, id ID) (Note, error)
	Revisions(ctx context.Context, note ID) ([]Revision, error)
}

// EntityReader tells of people, organisations, places and events, and where they are named.
type EntityReader interface {
	Entity(ctx context.Context, id ID) (Entity, error)
	EventsWith(ctx context.Context, entity ID) ([]Entity, error)
	Mentions(ctx context.Context, filter MentionFilter) (rows []Mention, total int, err error)
	// Names calls yield for every item that quick find offers, with its
	// aliases, the newest first, until yield returns false.
	Names(ctx context.Context, yield func(Named) bool) error
	// EntityNames calls yield for every entity of some kinds, of all if none are
	// given, outside the trash, with its ID, kind, name and aliases, and nothing
	// more.
	EntityNames(ctx context.Context, kinds []Kind, yield func(Named) bool) error
}

// SearchReader answers searches.
type SearchReader interface {
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
}

// DerivingReader tells what derived data is made from, and for what it waits to be made.
type DerivingReader interface {
	// ArticlesNaming returns the articles whose text holds one of the
	// phrases, each a row of words.
	ArticlesNaming(ctx context.Context, phrases []string) ([]ID, error)
	// Pending returns articles whose mentions wait to be found.
	Pending(ctx context.Context, limit int) ([]ID, error)
	AllArticles(ctx context.Context) ([]ID, error)
	// Linking returns the items that hold words with [[links]].
	Linking(ctx context.Context) ([]ID, error)
}

// JournalReader tells what was done.
type JournalReader interface {
	// History says what Undo and Redo would take back or do again; zero
	// operations if there is nothing.
	History(ctx context.Context) (undo, redo Operation, err error)
	// Log returns the operations that touched an item, newest first.
	Log(ctx context.Context, id ID) ([]Operation, error)
}
