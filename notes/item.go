package notes

import (
	"time"

	"cuttings/notes/text"
)

// Kind says what an item is.
type Kind string

// The kinds of item.
const (
	KindArticle      Kind = "article"
	KindHighlight    Kind = "highlight"
	KindNote         Kind = "note"
	KindPerson       Kind = "person"
	KindOrganisation Kind = "organisation"
	KindPlace        Kind = "place"
	KindEvent        Kind = "event"
	KindTag          Kind = "tag"
	KindCollection   Kind = "collection"
	KindSearch       Kind = "search"
)

// Entities are the kinds of item that a text can name.
var Entities = []Kind{KindPerson, KindOrganisation, KindPlace, KindEvent}

// IsEntity reports whether items of the kind can be named in a text.
func (k Kind) IsEntity() bool {
	return k == KindPerson || k == KindOrganisation || k == KindPlace || k == KindEvent
}

// Item is what all things in an archive have in common.
type Item struct {
	ID      ID
	Kind    Kind
	Title   string // the name of an entity, tag or collection; "" for a highlight
	Created time.Time
	Changed time.Time
	Trashed time.Time // zero if it is not in the trash
}

// InTrash reports whether the item was deleted and not restored.
func (i Item) InTrash() bool { return !i.Trashed.IsZero() }

// ItemRow is an item as a list shows it.
type ItemRow struct {
	Item
	Detail string // roles of a person, EDTF date of an event, first words of a note
	Count  int    // mentions of an entity, items of a tag or collection
}

// Article is something collected.
type Article struct {
	Item
	Byline   string
	Source   string
	Date     string // EDTF, "" if unknown
	Language string // BCP 47
	URL      string
	Inbox    bool // it waits to be looked at
	Capture  CaptureID
	Words    int
	Excerpt  string
	SortDay  int64 // from Date; articles without a date sort last
}

// ArticleRow is an article as a list shows it.
type ArticleRow struct {
	Article
	Colours []Colour // of its highlights, each once
}

// CaptureID names a capture.
type CaptureID ID

// Capture is an article as it was on one day. It never changes.
type Capture struct {
	ID        CaptureID
	Article   ID
	Captured  time.Time
	URL       string
	MediaType string
	SHA256    string // of the original bytes, in hexadecimal
	Size      int64  // of the original, in bytes
}

// Picture is a picture that came with a capture.
type Picture struct {
	Address   string // as a figure of the text names it
	MediaType string
	Width     int // in pixels
	Height    int
	Bytes     []byte // as they came; nil in a list
}

// Colour is one of the five colours of a highlight.
type Colour string

// The colours.
const (
	Yellow Colour = "yellow"
	Green  Colour = "green"
	Blue   Colour = "blue"
	Red    Colour = "red"
	Violet Colour = "violet"
)

// Colours are the five colours in the order of their keys 1 to 5.
var Colours = []Colour{Yellow, Green, Blue, Red, Violet}

// Highlight is a passage of a capture. Range, Exact, Prefix and Suffix are the
// position and quotation selectors of the W3C Web Annotation model.
type Highlight struct {
	Item
	Article ID
	Capture CaptureID
	text.Range
	Exact   string
	Prefix  string
	Suffix  string
	Colour  Colour
	Comment string // Markdown with [[links]]
}

// Way says how a highlight came to stand where it does in a capture.
type Way string

// The ways, from sure to not at all.
const (
	WayMade        Way = "made"        // it was made there
	WayHand        Way = "hand"        // the person put it there
	WayPosition    Way = "position"    // its words stand at the same place
	WayExact       Way = "exact"       // its words stand elsewhere
	WayApproximate Way = "approximate" // most of its words do
	WayNone        Way = "none"        // no place is surely right: it is an orphan
)

// Placement is where a highlight stands in a capture, and how that was found.
type Placement struct {
	Highlight ID
	Capture   CaptureID
	text.Range
	Exact     string // the words as they stand in that capture; "" for WayNone
	Way       Way
	Certainty float64 // from 0 to 1: how much of the quotation and its context was found
}

// Note is the person's own writing: Markdown with [[links]].
type Note struct {
	Item
	Body string
}

// Revision is a note as it was.
type Revision struct {
	ID    ID
	Note  ID
	Saved time.Time
	Title string
	Body  string
}

// Entity is a person, organisation, place or event.
type Entity struct {
	Item
	Aliases      []string
	Description  string
	Roles        []Role        // of a person
	Date         string        // of an event, EDTF
	Place        ID            // of an event
	Participants []Participant // of an event
	SortDay      int64         // from Date
}

// Role is an office or a part that a person had, and when.
type Role struct {
	Title        string `json:"title"`
	Organisation string `json:"organisation,omitempty"`
	From         string `json:"from,omitempty"` // EDTF
	To           string `json:"to,omitempty"`   // EDTF
}

// Participant is an entity that took part in an event.
type Participant struct {
	Entity ID     `json:"id"`
	Role   string `json:"role,omitempty"`
}

// Verdict is what the person said about a mention.
type Verdict string

// The verdicts. A mention found by an exact name is accepted until refused.
const (
	Accepted Verdict = "accepted"
	Rejected Verdict = "rejected"
)

// Mention is a place where a text names an entity.
type Mention struct {
	Article ID
	Capture CaptureID
	text.Range
	Exact   string // the words as written
	Entity  ID
	Kind    Kind // of the entity
	Verdict Verdict
	Block   int // the block of the text that it stands in
}

// Relation says how a link came about.
type Relation string

// The relations.
const (
	Linked       Relation = "link"        // a [[link]] in words
	Participates Relation = "participant" // an event names who took part
	TookPlace    Relation = "place"       // an event names where
)

// Link goes from one item to another and is known at both ends.
type Link struct {
	From     ID
	FromKind Kind
	To       ID // zero while nothing has that name
	ToKind   Kind
	Relation Relation
	Written  string // the target as written, or the part an entity had
	text.Range
}

// Counts are the numbers that the sidebar shows; nothing in the trash counts,
// but for Trash.
type Counts struct {
	Kinds map[Kind]int
	Inbox int
	Trash int
}
