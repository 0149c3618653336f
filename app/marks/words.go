package marks

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"cuttings/notes"
)

// ColourName is what a colour of highlights is called: what the person says it
// stands for, or else the colour itself.
func ColourName(colour notes.Colour, meanings map[notes.Colour]string) string {
	if meaning := meanings[colour]; meaning != "" {
		return meaning
	}
	switch colour {
	case notes.Yellow:
		return lang.X("colour.yellow", "Yellow")
	case notes.Green:
		return lang.X("colour.green", "Green")
	case notes.Blue:
		return lang.X("colour.blue", "Blue")
	case notes.Red:
		return lang.X("colour.red", "Red")
	case notes.Violet:
		return lang.X("colour.violet", "Violet")
	}
	return string(colour)
}

// WayWords say how a highlight came to stand where it does in a capture that it
// was not made in; "" for one that was made there.
func WayWords(placement notes.Placement) string {
	sure := fmt.Sprintf("%.0f %%", 100*placement.Certainty)
	switch placement.Way {
	case notes.WayHand:
		return lang.X("way.hand", "Placed by hand")
	case notes.WayPosition:
		return lang.X("way.position", "Carried over, same place, {{.Sure}} sure", map[string]any{"Sure": sure})
	case notes.WayExact:
		return lang.X("way.exact", "Carried over, moved, {{.Sure}} sure", map[string]any{"Sure": sure})
	case notes.WayApproximate:
		return lang.X("way.approximate", "Carried over, words changed, {{.Sure}} sure", map[string]any{"Sure": sure})
	case notes.WayNone:
		return lang.X("way.none", "These words are not in this capture")
	}
	return ""
}
