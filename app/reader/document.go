package reader

import (
	"image"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// Document is what a page shows: an article's capture or a note.
type Document struct {
	Key   string // what the text is, for the program that shows it; not shown
	Title string
	Meta  []MetaRun // the line under the title
	Text  text.Text

	// QuoteColours gives the colour of each quoted highlight, by the target of
	// its span (text.Highlight); the bar beside the quotation takes it.
	QuoteColours map[string]string

	// Pictures are those of the text's figures that are at hand, by the
	// figures' sources. Others are not shown, and nothing is fetched.
	Pictures map[string]Picture
}

// Picture is a picture that can be shown.
type Picture struct {
	Width, Height int                         // in pixels
	Load          func() (image.Image, error) // called off Fyne's thread
}

// MetaRun is a piece of the line under the title. With OnTapped it is a link.
type MetaRun struct {
	Words    string
	OnTapped func()
}

// Mark is a highlight as the page draws it.
type Mark struct {
	ID      string
	Range   text.Range
	Colour  string // yellow, green, blue, red or violet
	Comment bool   // it has a comment
}

// Mention is where the text names an entity: a dotted line under the words.
type Mention struct {
	ID    string
	Range text.Range
	Kind  string // what look.Kind understands: person, organisation, place, event
}

// Comfort is how a person likes to read. A zero field stands for the
// ordinary value.
type Comfort struct {
	Size       float32 // of the letters of a paragraph, in Fyne units; 17
	Measure    float32 // the widest a line may be; 590
	LineHeight float32 // from line to line, in sizes; 1.62
	Sans       bool    // the interface's letters instead of the serif
}

// sample is ordinary words, by which Letters measures.
const sample = "The engineer looked at every pillar of the old bridge, and nobody crossed the river until the water had fallen."

// Letters returns about how many letters stand in the widest line.
func (c Comfort) Letters() int {
	size, measure := c.Size, c.Measure
	if size <= 0 {
		size = look.ReadingSize
	}
	if measure <= 0 {
		measure = look.MeasureWidth
	}
	l := newLetters()
	l.sans = c.Sans
	width := l.Width(sample, layout.Serif, size)
	if width <= 0 {
		return 0
	}
	return int(measure/width*float32(len(sample)) + 0.5)
}

// Actions are what a page asks of the program that shows it. A nil field is
// left out: its button is not drawn and its key falls through to OnRune.
// All are called on Fyne's thread.
type Actions struct {
	OnHighlight func(r text.Range, colour string) // mark the selection
	OnRecolour  func(markID, colour string)       // give the chosen highlight another colour
	OnDelete    func(markID string)               // remove the chosen highlight
	OnRange     func(markID string, r text.Range) // it is to cover r: an end was dragged, or see Page.Adjust
	OnSplit     func(markID string, at int)       // part it in two at an offset; -1: the caret is not within it
	OnJoin      func(markID, nextID string)       // make one of it and the one that follows
	OnSource    func(markID string)               // it tells of an event
	OnNote      func(r text.Range)
	OnPerson    func(r text.Range)
	OnEvent     func(r text.Range)
	OnCopyQuote func(r text.Range)

	OnMark       func(markID string) // a highlight was clicked, or Enter pressed on the chosen one
	OnComment    func(markID string) // its comment was asked for; nil: OnMark is called
	OnChosen     func(markID string) // another highlight was chosen, by mouse or keys; "" for none
	OnMention    func(mentionID string)
	OnSuggestion func(id string, at int) // a suggestion was clicked, at an offset of it
	OnLink       func(target string)
	OnHover      func(link, mentionID, suggestionID string) // what lies under the mouse now; all "" for nothing

	OnSelection func(r text.Range)     // the selection changed; empty when it was cleared
	OnScrolled  func(progress float64) // see Page.Progress

	OnKey  func(key *fyne.KeyEvent) bool // a key without a letter that the page has no use for
	OnRune func(r rune) bool             // a letter that the page has no use for
}

// colours are the five of a highlight, in the order of the keys 1 to 5.
var colours = [5]string{"yellow", "green", "blue", "red", "violet"}
