package notes

import (
	"context"
	"errors"
	"fmt"
)

// mostColoured is how many events with sources have the colours of these:
// beyond, nobody could tell them apart in a picture, and reading them takes time.
const mostColoured = 400

// SourceColours returns the colour in which most of an event's sources are
// highlighted, by event, of those that have sources by the counts. Of very many
// events it returns none.
func (n *Notebook) SourceColours(ctx context.Context, counts map[ID]SourceCount) (map[ID]Colour, error) {
	if len(counts) > mostColoured {
		return nil, nil
	}
	colours := map[ID]Colour{}
	for event := range counts {
		sources, err := n.Sources(ctx, event)
		if err != nil {
			return nil, fmt.Errorf("colour of %s: %w", event, err)
		}
		tally := map[Colour]int{}
		for _, source := range sources {
			highlight, err := n.Highlight(ctx, source.Highlight)
			if errors.Is(err, ErrNotFound) {
				continue // it went while this was read
			}
			if err != nil {
				return nil, fmt.Errorf("colour of %s: %w", event, err)
			}
			tally[highlight.Colour]++
		}
		var most Colour
		for _, colour := range Colours {
			if tally[colour] > tally[most] {
				most = colour
			}
		}
		if most != "" {
			colours[event] = most
		}
	}
	return colours, nil
}
