// Package linked shows short Markdown (comments, descriptions) as interface
// text in which the [[links]] can be followed.
package linked

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/markdown"
)

// Piece is words of a text; with an Item they are a link to it.
type Piece struct {
	Words string
	Item  notes.Item
}

// Read takes words apart into pieces, asking the notebook where links lead. A
// link that leads nowhere is words.
func Read(ctx context.Context, book *notes.Notebook, words string) ([]Piece, error) {
	var pieces []Piece
	at := 0
	for _, link := range markdown.Links(words) {
		item, err := book.Resolve(ctx, link.Target)
		if errors.Is(err, notes.ErrNotFound) || errors.Is(err, notes.ErrAmbiguous) {
			item, err = notes.Item{}, nil
		}
		if err != nil {
			return nil, fmt.Errorf("follow a link: %w", err)
		}
		shown := link.Shown
		if shown == "" && item.ID != 0 {
			if shown, err = book.Title(ctx, item.ID); err != nil {
				return nil, fmt.Errorf("follow a link: %w", err)
			}
		}
		if shown == "" {
			shown = link.Target
		}
		pieces = append(pieces, Piece{Words: words[at:link.Range.Start]}, Piece{Words: shown, Item: item})
		at = link.Range.End
	}
	return append(pieces, Piece{Words: words[at:]}), nil
}

// Runs makes interface text of pieces; open is called with the item of a link
// that is tapped.
func Runs(pieces []Piece, open func(notes.Item)) []parts.Run {
	runs := make([]parts.Run, 0, len(pieces))
	for _, piece := range pieces {
		if piece.Words == "" {
			continue
		}
		run := parts.Run{Words: strings.ReplaceAll(piece.Words, "\n\n", "\n")}
		if piece.Item.ID != 0 {
			item := piece.Item
			run.Colour, run.Tapped = look.Accent, func() { open(item) }
		}
		runs = append(runs, run)
	}
	return runs
}
