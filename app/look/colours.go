package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The program's own names of colours.
const (
	Page         fyne.ThemeColorName = "cuttings.page"
	Sidebar      fyne.ThemeColorName = "cuttings.sidebar"
	Panel        fyne.ThemeColorName = "cuttings.panel" // panels, cards, fields
	Text         fyne.ThemeColorName = "cuttings.text"
	TextSecond   fyne.ThemeColorName = "cuttings.textSecond"
	TextThird    fyne.ThemeColorName = "cuttings.textThird" // counts, dates, heads, hints
	Line         fyne.ThemeColorName = "cuttings.line"
	Selected     fyne.ThemeColorName = "cuttings.selected"
	Hover        fyne.ThemeColorName = "cuttings.hover" // laid over any ground
	Accent       fyne.ThemeColorName = "cuttings.accent"
	AccentBehind fyne.ThemeColorName = "cuttings.accentBehind"
	OnAccent     fyne.ThemeColorName = "cuttings.onAccent"  // words on the accent
	Alarm        fyne.ThemeColorName = "cuttings.alarm"     // the words of a failure
	Selection    fyne.ThemeColorName = "cuttings.selection" // behind selected words, over any ground
	Focus        fyne.ThemeColorName = "cuttings.focus"     // laid over a stock widget that has focus
	Yellow       fyne.ThemeColorName = "cuttings.yellow"
	YellowEdge   fyne.ThemeColorName = "cuttings.yellowEdge"
	Green        fyne.ThemeColorName = "cuttings.green"
	GreenEdge    fyne.ThemeColorName = "cuttings.greenEdge"
	Blue         fyne.ThemeColorName = "cuttings.blue"
	BlueEdge     fyne.ThemeColorName = "cuttings.blueEdge"
	Red          fyne.ThemeColorName = "cuttings.red"
	RedEdge      fyne.ThemeColorName = "cuttings.redEdge"
	Violet       fyne.ThemeColorName = "cuttings.violet"
	VioletEdge   fyne.ThemeColorName = "cuttings.violetEdge"
	Here         fyne.ThemeColorName = "cuttings.here" // of several places that were found, the one that is shown
	HereEdge     fyne.ThemeColorName = "cuttings.hereEdge"
	Ink          fyne.ThemeColorName = "cuttings.ink"    // words on an edge colour
	Shadow       fyne.ThemeColorName = "cuttings.shadow" // under what floats
	Dim          fyne.ThemeColorName = "cuttings.dim"    // over the window behind quick find
	ScrollBar    fyne.ThemeColorName = "cuttings.scrollBar"
	Clear        fyne.ThemeColorName = "cuttings.clear" // nothing
)

// Highlight gives the colour behind a highlight and that of its edge, for
// "yellow", "green", "blue", "red" and "violet"; anything else is yellow.
func Highlight(colour string) (fill, edge fyne.ThemeColorName) {
	switch colour {
	case "green":
		return Green, GreenEdge
	case "blue":
		return Blue, BlueEdge
	case "red":
		return Red, RedEdge
	case "violet":
		return Violet, VioletEdge
	}
	return Yellow, YellowEdge
}

// Kind gives the colour of the dots under a mention of a kind of entity:
// violet for an event, the blue edge for people, organisations and places.
func Kind(kind string) (edge fyne.ThemeColorName) {
	if kind == "event" {
		return VioletEdge
	}
	return BlueEdge
}

func rgb(v uint32) color.NRGBA { return rgba(v, 0xff) }

func rgba(v uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: alpha}
}

// Second and third text are darker (in the dark palette lighter) than they
// were first drawn, by just as much as it takes to keep 4.5 to 1 and 3 to 1 on
// every ground they stand on; the selected row and the accent's ground decide.
// The dark yellow is a little deeper, so that a link in a highlight is legible.
var palettes = map[Palette]map[fyne.ThemeColorName]color.NRGBA{
	Light: merge(edges, lightHighlights, map[fyne.ThemeColorName]color.NRGBA{
		Page:         rgb(0xFAF9F6),
		Sidebar:      rgb(0xF1EFEA),
		Panel:        rgb(0xFFFFFF),
		Text:         rgb(0x23211E),
		TextSecond:   rgb(0x6A655E),
		TextThird:    rgb(0x86827A),
		Line:         rgb(0xE4E0D8),
		Selected:     rgb(0xE9E5DC),
		Hover:        rgba(0x23211E, 0x0C),
		Accent:       rgb(0x2F5D8C),
		AccentBehind: rgb(0xE3ECF5),
		OnAccent:     rgb(0xFFFFFF),
		Alarm:        rgb(0xA8372D),
		Selection:    rgba(0x2F5D8C, 0x3C),
		Here:         rgb(0xF9CE99),
		Focus:        rgba(0x2F5D8C, 0x30),
		Shadow:       rgba(0x23211E, 0x30),
		Dim:          rgba(0x23211E, 0x40),
		ScrollBar:    rgba(0x23211E, 0x40),
	}),
	Dark: merge(edges, map[fyne.ThemeColorName]color.NRGBA{
		Page:         rgb(0x1C1B1A),
		Sidebar:      rgb(0x161514),
		Panel:        rgb(0x232120),
		Text:         rgb(0xE6E2DB),
		TextSecond:   rgb(0xA5A097),
		TextThird:    rgb(0x848078),
		Line:         rgb(0x34312E),
		Selected:     rgb(0x2E2B28),
		Hover:        rgba(0xE6E2DB, 0x0C),
		Accent:       rgb(0x8DB7E3),
		AccentBehind: rgb(0x28394B),
		OnAccent:     rgb(0x1C1B1A),
		Alarm:        rgb(0xE58A80),
		Selection:    rgba(0x8DB7E3, 0x40),
		Here:         rgb(0x5A3A14),
		Focus:        rgba(0x8DB7E3, 0x38),
		Yellow:       rgb(0x514519),
		Green:        rgb(0x2C4A2A),
		Blue:         rgb(0x24405F),
		Red:          rgb(0x5E2F2B),
		Violet:       rgb(0x44345F),
		Shadow:       rgba(0x000000, 0x80),
		Dim:          rgba(0x000000, 0x70),
		ScrollBar:    rgba(0xE6E2DB, 0x40),
	}),
	Sepia: merge(edges, lightHighlights, map[fyne.ThemeColorName]color.NRGBA{
		Page:         rgb(0xF6EFE0),
		Sidebar:      rgb(0xEEE5D2),
		Panel:        rgb(0xFBF6EA),
		Text:         rgb(0x3A3226),
		TextSecond:   rgb(0x695F4F),
		TextThird:    rgb(0x867B68),
		Line:         rgb(0xE0D5BF),
		Selected:     rgb(0xE6DBC4),
		Hover:        rgba(0x3A3226, 0x0C),
		Accent:       rgb(0x2F5D8C),
		AccentBehind: rgb(0xE4E2D2),
		OnAccent:     rgb(0xFFFFFF),
		Alarm:        rgb(0xA8372D),
		Selection:    rgba(0x2F5D8C, 0x3C),
		Here:         rgb(0xF6CB93),
		Focus:        rgba(0x2F5D8C, 0x30),
		Shadow:       rgba(0x3A3226, 0x38),
		Dim:          rgba(0x3A3226, 0x40),
		ScrollBar:    rgba(0x3A3226, 0x40),
	}),
}

// The edges, and what is the same everywhere.
var edges = map[fyne.ThemeColorName]color.NRGBA{
	YellowEdge: rgb(0xD9B42B),
	GreenEdge:  rgb(0x63A355),
	BlueEdge:   rgb(0x4C86C6),
	RedEdge:    rgb(0xCC5B50),
	VioletEdge: rgb(0x8A63C2),
	HereEdge:   rgb(0xD9822B),
	Ink:        rgb(0x1C1B1A),
	Clear:      rgba(0, 0),
}

var lightHighlights = map[fyne.ThemeColorName]color.NRGBA{
	Yellow: rgb(0xFBE9A6),
	Green:  rgb(0xCFE8C9),
	Blue:   rgb(0xCFE1F5),
	Red:    rgb(0xF6CFCB),
	Violet: rgb(0xE0D3F2),
}

func merge(sets ...map[fyne.ThemeColorName]color.NRGBA) map[fyne.ThemeColorName]color.NRGBA {
	all := map[fyne.ThemeColorName]color.NRGBA{}
	for _, set := range sets {
		for name, c := range set {
			all[name] = c
		}
	}
	return all
}

// standard says which of the program's colours answers each of Fyne's names.
var standard = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:                Page,
	theme.ColorNameButton:                    Selected,
	theme.ColorNameDisabled:                  TextThird,
	theme.ColorNameDisabledButton:            Sidebar,
	theme.ColorNameError:                     Alarm,
	theme.ColorNameFocus:                     Focus,
	theme.ColorNameForeground:                Text,
	theme.ColorNameForegroundOnError:         OnAccent,
	theme.ColorNameForegroundOnPrimary:       OnAccent,
	theme.ColorNameForegroundOnSuccess:       Ink,
	theme.ColorNameForegroundOnWarning:       Ink,
	theme.ColorNameHeaderBackground:          Sidebar,
	theme.ColorNameHover:                     Hover,
	theme.ColorNameHyperlink:                 Accent,
	theme.ColorNameInnerWindowBorder:         Sidebar,
	theme.ColorNameInnerWindowBorderInactive: Sidebar,
	theme.ColorNameInputBackground:           Panel,
	theme.ColorNameInputBorder:               Line,
	theme.ColorNameMenuBackground:            Panel,
	theme.ColorNameOverlayBackground:         Panel,
	theme.ColorNamePlaceHolder:               TextThird,
	theme.ColorNamePressed:                   Focus,
	theme.ColorNamePrimary:                   Accent,
	theme.ColorNameScrollBar:                 ScrollBar,
	theme.ColorNameScrollBarBackground:       Clear,
	theme.ColorNameSelection:                 Selection,
	theme.ColorNameSeparator:                 Line,
	theme.ColorNameShadow:                    Shadow,
	theme.ColorNameSuccess:                   GreenEdge,
	theme.ColorNameWarning:                   YellowEdge,
}
