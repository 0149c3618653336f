package notes

import (
	"strings"
	"time"

	"cuttings/notes/text"
)

// Subject is what a suggestion is about.
type Subject string

// The subjects.
const (
	OfName  Subject = "name"
	OfEvent Subject = "event"
	OfDate  Subject = "date"
	// OfTelling is the words that tell of an event: see SuggestedEvent.Tellings.
	OfTelling Subject = "telling"
)

// Beside is what stands beside a name in a text and says who it is.
type Beside struct {
	Title        string `json:"title,omitempty"`
	Office       string `json:"office,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Country      string `json:"country,omitempty"`
	Age          int    `json:"age,omitempty"` // 0: not said
}

// Role is the office that stands beside a name; the zero Role if none does.
func (b Beside) Role() Role {
	if b.Office == "" {
		return Role{}
	}
	organisation := b.Organisation
	if organisation == "" {
		organisation = b.Country
	}
	return Role{Title: b.Office, Organisation: organisation}
}

// NamePlace is a place where a text seems to name somebody or something that is
// no entity yet. It is derived.
type NamePlace struct {
	Article ID
	text.Range
	Exact     string  // the words as written
	Key       string  // Name, folded: what is one to the person has one key
	Name      string  // in full, as it stands elsewhere in the text
	Kind      Kind    // person, organisation, place or event
	Certainty float64 // from 0 to 1
	Beside    Beside
}

// SuggestedName is a name that stands in texts and is no entity yet, with how
// often it does.
type SuggestedName struct {
	Key       string
	Name      string
	Kind      Kind
	Certainty float64 // of the surest place
	Beside    Beside  // of the place that says most
	Places    int
	Articles  int
}

// SuggestedPart is who seems to have taken part in an event.
type SuggestedPart struct {
	Name   string `json:"name"`
	Role   string `json:"role,omitempty"`
	Entity ID     `json:"entity,omitempty"` // zero: no entity has the name
	text.Range
}

// SuggestedEvent is a happening of which a text seems to tell. It is derived.
type SuggestedEvent struct {
	Article    ID         `json:"-"`
	text.Range `json:"-"` // the sentence
	Key        string     `json:"-"`
	Certainty  float64    `json:"-"`

	Name         string          `json:"name"`
	Class        string          `json:"class,omitempty"` // killing, meeting …
	Date         string          `json:"date,omitempty"`  // EDTF
	DateAt       text.Range      `json:"date_at"`         // the words that it came from
	Place        SuggestedPart   `json:"place"`           // without a name: none
	Participants []SuggestedPart `json:"participants,omitempty"`
	Also         []text.Range    `json:"also,omitempty"` // sentences that tell of it, too
	// Tellings are the words that tell of it, first those of the sentence: what they
	// tell stays the same happening when the article's date, and so its own, changes.
	Tellings []string `json:"tellings,omitempty"`
}

// SuggestedDate is when an article seems to be from that does not say so.
type SuggestedDate struct {
	Article ID         `json:"-"`
	Date    string     `json:"date"`            // EDTF, marked as uncertain
	At      text.Range `json:"at"`              // the words that it was worked out from
	Title   string     `json:"title,omitempty"` // those words, if the title has them
	Others  []string   `json:"others,omitempty"`
}

// Sure is the date without the mark that it bears until it is accepted.
func (d SuggestedDate) Sure() string { return strings.TrimSuffix(d.Date, "?") }

// Reason is the words of the article's title or text that it was worked out from.
func (d SuggestedDate) Reason(t text.Text) string {
	if d.Title != "" {
		return d.Title
	}
	return t.Slice(d.At)
}

// Unclear is a place that names one of several entities, or perhaps one alone, where
// somebody who is no entity yet has the surname, too; the person decides which.
type Unclear struct {
	Article ID
	text.Range
	Exact    string
	Key      string
	Entities []ID
}

// Suggested is what was read out of an article.
type Suggested struct {
	Names   []NamePlace
	Events  []SuggestedEvent
	Date    *SuggestedDate
	Unclear []Unclear
}

// SuggestionFilter chooses suggested names of the whole archive. They come by the
// number of articles, most first.
type SuggestionFilter struct {
	Kinds  []Kind
	Keys   []string // those alone
	Bare   bool     // with keys, kinds and numbers only, which is faster
	Offset int
	Limit  int
}

// Refusal is a suggestion that the person does not want to see any more: it was
// refused or, of an event, accepted. One sentence can tell of several events, so
// that their sources do not say which were.
type Refusal struct {
	Article ID // zero: anywhere
	Subject Subject
	Key     string
}

// RulingKey is what a decision for all articles is about.
type RulingKey = VerdictKey

// Source is a highlight that tells of an event. Where its account differs from
// the event's own, it says how.
type Source struct {
	Event     ID
	Highlight ID
	Date      string // EDTF; "" as the event has it
	Place     string
	Number    string // what is counted: "at least 70 dead"
}

// Merge is an entity that went into another, with what went along.
type Merge struct {
	Gone  ID
	Kept  ID
	At    time.Time
	Moved Moved
}

// Moved is what a merge gave to the entity that was kept.
type Moved struct {
	Was         MergedFields   `json:"was"`            // the one that was kept
	Became      MergedFields   `json:"became"`         // it, by the merge
	Took        []MovedPart    `json:"took,omitempty"` // events in which it took part
	Held        []ID           `json:"held,omitempty"` // events that took place there
	Tags        []ID           `json:"tags,omitempty"`
	Collections []ID           `json:"collections,omitempty"`
	Sources     []ID           `json:"sources,omitempty"`
	Accounts    []MovedAccount `json:"accounts,omitempty"` // of sources that the one that was kept had
	Verdicts    []MovedSaying  `json:"verdicts,omitempty"`
	Overruled   []MovedSaying  `json:"overruled,omitempty"` // what was said of the one that was kept, of the same words
}

// MergedFields is what a merge changes in the entity that is kept.
type MergedFields struct {
	Title        string        `json:"title"`
	Description  string        `json:"description,omitempty"`
	Date         string        `json:"date,omitempty"`
	Place        ID            `json:"place,omitempty"`
	Aliases      []string      `json:"aliases,omitempty"`
	Roles        []Role        `json:"roles,omitempty"`
	Participants []Participant `json:"participants,omitempty"`
}

// MovedPart is a part in an event that went over.
type MovedPart struct {
	Event ID     `json:"event"`
	Role  string `json:"role,omitempty"`
	Both  bool   `json:"both,omitempty"` // the one that was kept took part, too

	// Of both: the place of the part among the others, from 1, and the role of the one
	// that was kept before it got this one, too. Older merges have neither.
	Place int    `json:"place,omitempty"`
	Was   string `json:"was,omitempty"`
}

// MovedAccount is a source that was given the date or place of its event when
// that got others.
type MovedAccount struct{ Before, After Source }

// MovedSaying is a decision about a mention that went over.
type MovedSaying struct {
	Article ID      `json:"article"`
	Key     string  `json:"key"`
	Verdict Verdict `json:"verdict"`
}

// NameIn is a folded name in an article.
type NameIn struct {
	Article ID
	Key     string
}

// Company is an entity that is named together with another.
type Company struct {
	Item
	Articles   int
	Paragraphs int
	Events     int // that both took part in
}

// Passage is a place in an article's current text.
type Passage struct {
	Article ID
	Title   string // of the article
	Date    string // likewise, EDTF
	text.Range
	// Other is where the second is named nearest to the range, if that names the
	// first alone; empty if the range names both.
	Other text.Range
}

// InOrder returns the stretches of the text that name the two, in its order: one,
// or two where they are named apart.
func (p Passage) InOrder() []text.Range {
	switch {
	case p.Other.Len() == 0:
		return []text.Range{p.Range}
	case p.Other.Start < p.Start:
		return []text.Range{p.Other, p.Range}
	}
	return []text.Range{p.Range, p.Other}
}
