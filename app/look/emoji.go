package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// SetText changes the words of a text and the face in which they stand.
func SetText(t *canvas.Text, words string, font Font) {
	t.Text = words
	t.FontSource, t.TextStyle = font.drawing(words)
}

// drawing says how Fyne draws words in a face: by the face alone, or, where
// there are emoji, by a style, for which Fyne uses its own emoji beside it.
func (f Font) drawing(words string) (fyne.Resource, fyne.TextStyle) {
	if strings.ContainsFunc(words, isEmoji) {
		return nil, Style(f)
	}
	return f.Resource(), fyne.TextStyle{}
}

// isEmoji reports whether a letter is in the blocks of Unicode that hold emoji.
func isEmoji(r rune) bool {
	switch {
	case r < 0x2600:
		return r == 0x20e3 // the key around a digit
	case r < 0x2800, r >= 0x1f000 && r < 0x1fb00:
		return true
	}
	return r == 0x2b50 || r == 0x2b55 || r == 0xfe0f
}
