package notes

import "context"

// SuggestionReader answers questions about what the texts seem to name and tell,
// and what the person decided about it.
type SuggestionReader interface {
	// NamePlaces returns the suggested names in an article that no mention
	// covers and that were not refused, in order.
	NamePlaces(ctx context.Context, article ID) ([]NamePlace, error)
	// PlacesOf returns where a suggested name stands, the newest article first.
	PlacesOf(ctx context.Context, key string, kind Kind, limit int) ([]NamePlace, error)
	// SuggestedNames lists the names of the archive that wait for a decision.
	SuggestedNames(ctx context.Context, filter SuggestionFilter) (rows []SuggestedName, total int, err error)
	// SuggestedEvents lists the events of an article, or of the archive with
	// zero, that wait for a decision: neither refused nor accepted.
	SuggestedEvents(ctx context.Context, article ID, offset, limit int) (rows []SuggestedEvent, total int, err error)
	// WaitingEvents returns the events of one key that wait for a decision.
	WaitingEvents(ctx context.Context, key string) ([]SuggestedEvent, error)
	// TakenEvents returns the suggested events of articles that were accepted, with
	// the events outside the trash whose sources their sentences are, by article.
	TakenEvents(ctx context.Context, articles []ID) ([]TakenEvent, error)
	// SuggestedDate returns the date that was worked out for an article without
	// one; ErrNotFound if there is none or it was refused.
	SuggestedDate(ctx context.Context, article ID) (SuggestedDate, error)
	// SuggestedDates lists the dates that were worked out for articles without one and
	// not refused, of the newest article first.
	SuggestedDates(ctx context.Context, limit int) (rows []SuggestedDate, total int, err error)
	// UnclearPlaces returns what could mean several entities, in one article or
	// in all with zero.
	UnclearPlaces(ctx context.Context, article ID, limit int) (rows []Unclear, total int, err error)
	// UnclearAbout returns the articles with words that could mean one of these
	// entities, or another.
	UnclearAbout(ctx context.Context, entities []ID) ([]ID, error)
	// Unread returns articles that were not read for suggestions in this form,
	// the newest first.
	Unread(ctx context.Context, form, limit int) ([]ID, error)
	WasRead(ctx context.Context, article ID, form int) (bool, error)

	Refusals(ctx context.Context) ([]Refusal, error)
	// Rulings returns what was said of an entity's names in all articles, by the
	// folded words; AllRulings, that of every entity of which something was said.
	Rulings(ctx context.Context, entity ID) (map[string]Verdict, error)
	AllRulings(ctx context.Context) (map[ID]map[string]Verdict, error)
	Distinct(ctx context.Context) ([][2]ID, error)
	// MergesInto returns what went into an entity, the last first; MergeOf, what
	// an entity went into, or ErrNotFound.
	MergesInto(ctx context.Context, kept ID) ([]Merge, error)
	MergeOf(ctx context.Context, gone ID) (Merge, error)
	// Sources returns the sources of an event whose highlights are outside the
	// trash; SourceCounts, how many there are of each event and how many of them
	// differ from it.
	Sources(ctx context.Context, event ID) ([]Source, error)
	SourceCounts(ctx context.Context) (map[ID]SourceCount, error)

	// SeenWith returns who is named together with an entity or takes part in events
	// with it, most articles first. An event is seen with who takes part in it,
	// and with whom its sources name.
	SeenWith(ctx context.Context, entity ID, limit int) ([]Company, error)
	// Together returns where two entities are named in one paragraph or, of an
	// article in which no paragraph names both, where they are named nearest to
	// each other.
	Together(ctx context.Context, a, b ID, limit int) ([]Passage, error)
	// Network counts what pairs of entities share, among the articles and events
	// of a filter.
	Network(ctx context.Context, filter NetworkFilter) (Network, error)
	// ArticleMonths counts the articles of a filter by their months.
	ArticleMonths(ctx context.Context, filter TimelineFilter) ([]MonthTally, error)
	// DatedEvents returns the events of a filter by date, those without one last.
	DatedEvents(ctx context.Context, filter TimelineFilter) ([]Entity, error)
}

// SuggestionTx writes what is derived from reading, and what was decided.
type SuggestionTx interface {
	// SetSuggested replaces what was read out of an article, and records that it
	// was read.
	SetSuggested(ctx context.Context, article Article, form int, suggested Suggested) error
	SetUnclear(ctx context.Context, article ID, places []Unclear) error
	// SettleSuggested brings in line which suggested names of an article wait for
	// a decision, after its mentions, what is unclear or what was refused changed.
	SettleSuggested(ctx context.Context, article ID) error

	SetRefusal(ctx context.Context, refusal Refusal, refused bool) error
	// SetRuling records a verdict for all articles; "" takes it away.
	SetRuling(ctx context.Context, entity ID, key string, verdict Verdict) error
	// Mean records that names mean an entity in articles, and no other that they
	// were said to mean there.
	Mean(ctx context.Context, entity ID, at []NameIn) error
	// HoldRefusals records that names, folded, do not mean an entity in the articles
	// where one of them was refused, unless it was said there that they do.
	HoldRefusals(ctx context.Context, entity ID, names []string) error
	RemoveVerdict(ctx context.Context, article, entity ID, key string) error
	// VerdictsOn returns what was said of an entity in articles.
	VerdictsOn(ctx context.Context, entity ID) ([]MovedSaying, error)
	SetDistinct(ctx context.Context, a, b ID, distinct bool) error
	SetMerge(ctx context.Context, merge Merge) error
	RemoveMerge(ctx context.Context, gone ID) error
	SetSource(ctx context.Context, source Source) error
	RemoveSource(ctx context.Context, event, highlight ID) error
}

// SourceCount is how many sources an event has, and how many of them differ from
// it: see Source.Differs.
type SourceCount struct{ All, Differ int }

// NetworkFilter chooses who is shown with whom.
type NetworkFilter struct {
	Around     ID     // who is named or takes part with this entity; zero: everybody
	Collection ID     // only in the articles and events of a collection
	Kinds      []Kind // of entities; nil: all
	Limit      int    // entities at most, those of most articles first
}

// Network is who is named with whom, and the events with who takes part in them.
type Network struct {
	Nodes []NetworkNode
	Ties  []Tie
}

// NetworkNode is an entity, and in how many of the articles it is named.
type NetworkNode struct {
	Item
	Articles int
}

// Tie is what two entities share.
type Tie struct {
	A, B                         ID // A is the older one
	Articles, Paragraphs, Events int
}

// TimelineFilter chooses events, and the articles that are counted below them.
type TimelineFilter struct {
	With       ID  // took part, or it took place there; articles that name it
	Collection ID  // events that articles of the collection name or tell of
	Tag        ID  // events, and articles, with the tag
	Sources    int // events with at least so many
}
