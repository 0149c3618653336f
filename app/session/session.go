// Package session is what the panes of a window share: the notebook, the way
// to go somewhere, work off the interface's thread, and the words for kinds,
// dates and failures. It draws nothing.
package session

import (
	"context"
	"fmt"
	"io"
	"net/url"

	"fyne.io/fyne/v2"

	"cuttings/notes"
	"cuttings/notes/text"
)

// Session is one window on one archive.
type Session struct {
	Book      *notes.Notebook
	Collector notes.Collector
	Window    fyne.Window
	Work      *Work

	Open   func(Place)          // goes somewhere, and remembers where the person was
	Here   func() Place         // what is shown where the keyboard is; nil where nothing is
	Tell   func(words string)   // a sentence in the status line
	Loaded func()               // a page shows something else, so that its status is another
	Export func(ids []notes.ID) // asks for a file and writes highlights to it
	// ExportSearch asks for a file and writes what a query finds to it.
	ExportSearch func(query string, filter notes.SearchFilter)
	// Save asks for a file and writes to it.
	Save   func(Saving)
	Tag    func(ids []notes.ID) // asks for a tag and gives it to items
	Insert func(link string)    // puts a [[link]] into the note being written; nil if none is

	// Rename asks for another name of a saved search or collection; Remove moves it to
	// the trash.
	Rename, Remove func(group notes.ID)

	// Beside is what is shown beside the page; Inspecting reports whether the page's
	// inspector is in sight.
	Beside     func() Place
	Inspecting func() bool

	// Key and Rune are offered what is typed without a modifier where no
	// words are being typed; true says that the window had a use for it.
	Key  func(*fyne.KeyEvent) bool
	Rune func(rune) bool

	Ahead Ahead // nil where nothing is typed ahead
}

// Saving is what a page wants to write to a file.
type Saving struct {
	Title string // of the sheet that asks for the file
	Help  string // which endings there are
	Name  string // of the file, with its ending and without a folder
	// Prepare gives what is to be written for an ending, such as ".svg". It is
	// called on the interface's thread; what it returns is called in the
	// background.
	Prepare func(ending string) (write func(io.Writer) error, err error)
}

// View is a row of the sidebar.
type View string

// The views.
const (
	Inbox         View = "inbox"
	All           View = "all"
	Highlights    View = "highlights"
	Notes         View = "notes"
	People        View = "people"
	Organisations View = "organisations"
	Places        View = "places"
	Events        View = "events"
	Review        View = "review" // what waits for a decision
	Timeline      View = "timeline"
	Graph         View = "graph" // who is named with whom
	Collection    View = "collection"
	Tag           View = "tag"
	Search        View = "search"
	Trash         View = "trash"
)

// Place is what a window shows: a view, and in it an item, and in that a
// passage.
type Place struct {
	View  View
	Group notes.ID   // of a collection or tag
	Query string     // of a search
	Words string     // of an article: a query whose places in it are marked
	Item  notes.ID   // zero: none is open
	Kind  notes.Kind // of the item
	At    text.Range // a passage of an article; empty: where the person was
	Mark  notes.ID   // a highlight of the article, wherever it stands now

	Capture notes.CaptureID // of an article: an older one; zero: the current one
	Compare bool            // what changed up to that capture, in place of its text

	Section string // of what waits for a decision: a part of it; "": the one before

	// Of the timeline and the graph, which Group narrows to a collection.
	With   notes.ID // only what is about this entity
	Tagged notes.ID // only what has this tag
	Least  int      // sources of an event, or what two share, at least
	Kinds  string   // of entities, with commas between them; "": all
	Table  bool     // the graph as a matrix

	Wide bool // the list is left out, the page takes its room
}

// ViewOf is where items of a kind are listed.
func ViewOf(kind notes.Kind) View {
	switch kind {
	case notes.KindNote:
		return Notes
	case notes.KindPerson:
		return People
	case notes.KindOrganisation:
		return Organisations
	case notes.KindPlace:
		return Places
	case notes.KindEvent:
		return Events
	case notes.KindHighlight:
		return Highlights
	case notes.KindTag:
		return Tag
	case notes.KindCollection:
		return Collection
	case notes.KindSearch:
		return Search
	}
	return All
}

// KindOf is the kind of item that a view lists, "" if it lists articles or
// several kinds.
func KindOf(view View) notes.Kind {
	for _, kind := range []notes.Kind{
		notes.KindNote, notes.KindPerson, notes.KindOrganisation,
		notes.KindPlace, notes.KindEvent, notes.KindHighlight,
	} {
		if ViewOf(kind) == view {
			return kind
		}
	}
	return ""
}

// ListsArticles reports whether the view's list is one of articles.
func ListsArticles(view View) bool {
	return view == Inbox || view == All || view == Collection || view == Tag
}

// HasList reports whether the view has a list beside its page.
func HasList(view View) bool {
	return view != Search && view != Review && view != Timeline && view != Graph
}

// OpenItem goes to an item, whatever its kind: a highlight's passage, a tag's
// or collection's list, a saved search's results.
func (s *Session) OpenItem(item notes.Item, at text.Range) {
	switch item.Kind {
	case notes.KindHighlight:
		s.Work.Latest("open", func(ctx context.Context) (func(), error) {
			highlight, err := s.Book.Highlight(ctx, item.ID)
			return func() {
				s.Open(Place{Item: highlight.Article, Kind: notes.KindArticle, Mark: highlight.ID})
			}, err
		}, s.Fail)
	case notes.KindTag, notes.KindCollection:
		s.Open(Place{View: ViewOf(item.Kind), Group: item.ID})
	case notes.KindSearch:
		s.Work.Latest("open", func(ctx context.Context) (func(), error) {
			query, err := s.Book.SavedSearch(ctx, item.ID)
			return func() { s.Open(Place{View: Search, Group: item.ID, Query: query}) }, err
		}, s.Fail)
	default:
		s.Open(Place{Item: item.ID, Kind: item.Kind, At: at})
	}
}

// OpenID goes to the item of an ID.
func (s *Session) OpenID(id notes.ID) {
	s.Work.Latest("open", func(ctx context.Context) (func(), error) {
		item, err := s.Book.Item(ctx, id)
		return func() { s.OpenItem(item, text.Range{}) }, err
	}, s.Fail)
}

// Browse asks the system's browser to open an address of the web; anything
// else is left alone.
func (s *Session) Browse(address string) {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" && parsed.Scheme != "mailto" {
		return
	}
	if err := fyne.CurrentApp().OpenURL(parsed); err != nil {
		s.Fail(fmt.Errorf("open the browser: %w", err))
	}
}

// Do runs an operation off the interface's thread, after those before it. A
// failure is told in the status line.
func (s *Session) Do(operation func(ctx context.Context) error) {
	s.Work.InOrder(operation, s.Fail)
}

// DoThen runs an operation like Do, then next on the interface's thread if it
// succeeded.
func (s *Session) DoThen(operation func(ctx context.Context) error, next func()) {
	s.Work.InOrder(operation, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		next()
	})
}

// Fail tells the person what went wrong in a sentence; nil is no failure.
func (s *Session) Fail(err error) {
	if err != nil && !Cancelled(err) {
		s.Work.log.Error("failed", "cause", notes.Cause(err))
		s.Tell(Sentence(err))
		if s.Ahead != nil && s.Ahead.Holding() { // for a field that does not come
			s.Window.Canvas().Unfocus()
		}
	}
}
