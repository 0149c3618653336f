package reader

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/notes/text"
)

// sparse is how far apart the dots under a suggestion are, in dots. Those under a
// mention are two apart, so that what is decided stands out.
const sparse = 4

// SetSuggestions shows where the text seems to name or tell of something that
// waits for a decision: sparse dots under the words.
func (p *Page) SetSuggestions(suggestions []Mention) {
	p.suggestions = newRanged(suggestions, mentionRange)
	p.changed()
}

// SetOutline draws a line around words that are spoken of elsewhere; none around
// an empty range. It does not scroll.
func (p *Page) SetOutline(r text.Range) {
	if p.outline != r {
		p.outline = r
		p.changed()
	}
}

// Outline returns the words that SetOutline drew a line around.
func (p *Page) Outline() text.Range { return p.outline }

// Pointer returns where the mouse was last, on the page.
func (p *Page) Pointer() fyne.Position { return p.mouse.pointer }

// suggestionAt returns the narrowest suggestion at an offset.
func (p *Page) suggestionAt(offset int) (Mention, bool) { return narrowest(p.suggestions, offset) }

// narrowest returns the shortest of what lies at an offset.
func narrowest(of ranged[Mention], offset int) (found Mention, ok bool) {
	for _, mention := range of.over(text.Range{Start: offset, End: offset + 1}) {
		if !ok || mention.Range.Len() < found.Range.Len() {
			found, ok = mention, true
		}
	}
	return found, ok
}

// clickSuggestion shows the suggestion at an offset; false if there is none.
func (p *Page) clickSuggestion(offset int) bool {
	suggestion, ok := p.suggestionAt(offset)
	if !ok || p.actions.OnSuggestion == nil {
		return false
	}
	p.choose("", false)
	p.actions.OnSuggestion(suggestion.ID, offset)
	return true
}

func (r *painter) suggestions(s scene) {
	for _, suggestion := range r.page.suggestions.over(s.within) {
		r.underline(s, suggestion.Range, look.TextThird, sparse)
	}
}

// outline draws the line of SetOutline.
func (r *painter) outline(s scene) {
	if r.page.outline.Len() > 0 {
		r.frame(s, r.page.outline, look.Accent)
	}
}
