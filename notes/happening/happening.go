// Package happening suggests events from a text: a word that speaks of a
// happening, in a sentence, with who took part, where and when. It is given the
// names that were found in the text, and never creates anything: a person
// decides what becomes an event.
//
// It knows English word order, not English grammar: who stands before a verb
// and who behind it, and what follows of, by, with and to. It would rather miss
// a happening than list what is none, so what is denied, only possible or only
// said to be hoped for is left out, and so is what names nobody and no place.
package happening

import (
	"cuttings/notes/edtf"
	"cuttings/notes/text"
	"cuttings/notes/when"
)

// Kind says what a name is the name of.
type Kind string

// The kinds of name.
const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Place        Kind = "place"
	Event        Kind = "event"
)

// Name is a place in a text, in bytes, that names something.
type Name struct {
	Start, End int
	Kind       Kind
	Key        string // the same for all names of one thing
	Label      string // its name in full: "Alfred Mutua"
}

// Class says what kind of happening a suggestion is.
const (
	Killing      = "killing"
	Death        = "death"
	Meeting      = "meeting"
	Call         = "call"
	Offer        = "offer"
	Appeal       = "appeal"
	Deployment   = "deployment"
	Election     = "election"
	Vote         = "vote"
	Agreement    = "agreement"
	Merger       = "merger"
	Disaster     = "disaster"
	Attack       = "attack"
	Strike       = "strike"
	Arrest       = "arrest"
	Trial        = "trial"
	Visit        = "visit"
	Resignation  = "resignation"
	Appointment  = "appointment"
	Announcement = "announcement"
	Coup         = "coup"
	Protest      = "protest"
	Opening      = "opening"
	Abduction    = "abduction"
	Release      = "release"
	Decision     = "decision"
)

// Suggestion is a happening that a text tells of.
type Suggestion struct {
	Start, End   int    // bytes: the sentence that tells it best
	Name         string // short, for a title: "Assassination of Jovenel Moïse"
	Kind         string // one of the classes
	Date         edtf.Date
	DateAt       text.Range // the words of the date; empty if there are none
	Place        int        // index into the names; -1 if there is none
	Participants []Participant
	Certainty    float64 // above 0, below 1
	Trigger      text.Range
	Also         []Passage // where else the text tells it, in order
}

// Participant is somebody who took part.
type Participant struct {
	Name int    // index into the names
	Role string // "victim", "caller"
}

// Passage is a further sentence that tells of a happening.
type Passage struct {
	Start, End int // bytes
	Trigger    text.Range
}

// Find returns the happenings that a text tells of, in the order in which they
// are first told, each once. The names are those found in the text, in any
// order; those that overlap an earlier one or do not lie in the text are
// passed over. The article's date is what "on Saturday" counts from; zero if
// it is not known. The time is in proportion to the length of the text.
func Find(body string, article edtf.Date, names []Name) []Suggestion {
	t := newTold(body, names, when.Find(body, article))
	m := newMerger(t)
	for s := range t.sentences {
		first := len(m.all)
		for i := t.sentences[s].from; i < t.sentences[s].to; i++ {
			if c, ok := t.candidate(s, i); ok {
				m.add(c, first)
			}
		}
	}
	return m.suggestions()
}
