package notes

import "time"

// Named is what an item is called.
type Named struct {
	Item
	Aliases []string
	Weight  int       // how many mentions, or items under a tag or collection
	Opened  time.Time // when the person opened it last
	Used    time.Time // how often and how lately: see find.Use
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
