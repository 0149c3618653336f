// Package look is the one place that names colours, sizes and fonts. It is a
// Fyne theme in three palettes with names of its own beside Fyne's, so that a
// pane asks for "second text" or "the edge of a green highlight" and never for
// a number. It draws nothing and knows no pane.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Palette names one set of colours.
type Palette string

// The palettes there are.
const (
	Light Palette = "light"
	Dark  Palette = "dark"
	Sepia Palette = "sepia"
)

// Palettes lists every palette, in the order in which a person is offered them.
func Palettes() []Palette { return []Palette{Light, Sepia, Dark} }

// Theme is the program's fyne.Theme: one palette, whatever the desktop prefers.
type Theme struct {
	palette Palette
	colours map[fyne.ThemeColorName]color.NRGBA
}

var _ fyne.Theme = (*Theme)(nil)

// New gives the theme of a palette; a palette that does not exist gives the light one.
func New(p Palette) *Theme {
	colours, ok := palettes[p]
	if !ok {
		p, colours = Light, palettes[Light]
	}
	return &Theme{palette: p, colours: colours}
}

// Palette says which palette this theme is.
func (t *Theme) Palette() Palette { return t.palette }

// Color answers this package's names and all of Fyne's. The variant is ignored:
// the person chose the palette.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if own, ok := standard[name]; ok {
		name = own
	}
	if c, ok := t.colours[name]; ok {
		return c
	}
	variant := theme.VariantLight
	if t.palette == Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives Inter for the interface; a bold text is drawn semibold.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.TabWidth >= faceTab:
		return Font(style.TabWidth - faceTab).Resource()
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Monospace:
		return Mono.Resource()
	case style.Bold && style.Italic:
		return SemiboldItalic.Resource()
	case style.Bold:
		return Semibold.Resource()
	case style.Italic:
		return Italic.Resource()
	}
	return Regular.Resource()
}

// faceTab and above are widths of a tab by which Style names a face.
const faceTab = 1000

// Style names a face for a field into which a person types. Fyne measures such
// text by the program's theme and a style alone, whatever theme is laid around
// the field, so the style must say which face is meant; the width of a tab is
// the one part of it that is free, since no field of ours takes tabs. Regular is
// the face of no style: Fyne reads its own fonts anew, some 7 MB, for each style.
func Style(f Font) fyne.TextStyle {
	if f == Regular {
		return fyne.TextStyle{}
	}
	return fyne.TextStyle{TabWidth: faceTab + int(f)}
}

// Icon gives Fyne's own icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size answers Fyne's names of sizes, in Fyne units.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := standardSizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// Colour reads a colour as a widget must at each refresh: from the theme that
// holds for the widget, which a container.ThemeOverride around it can have
// changed. Where the program runs with another theme than ours, the light
// palette answers our names.
func Colour(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	return from(theme.CurrentForWidget(w), name)
}

// Current reads a colour from the program's theme, for what is no widget.
func Current(name fyne.ThemeColorName) color.Color {
	return from(program(), name)
}

// program gives the program's theme. theme.Current does not always: while what
// is inside an override is laid out, it gives the override.
func program() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func from(th fyne.Theme, name fyne.ThemeColorName) color.Color {
	if _, ours := program().(*Theme); !ours {
		if c, ok := palettes[Light][name]; ok {
			return c
		}
	}
	return th.Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// NewText makes a text in one of the faces, coloured from the program's theme.
// A widget that keeps it sets its Color anew from Colour at each refresh.
func NewText(words string, font Font, size float32, colour fyne.ThemeColorName) *canvas.Text {
	t := &canvas.Text{TextSize: size, Color: Current(colour)}
	SetText(t, words, font)
	return t
}

// Measure gives the size of words in a face, in Fyne units. A string measured
// before costs a look-up; measure words, not whole paragraphs.
func Measure(words string, font Font, size float32) fyne.Size {
	source, style := font.drawing(words)
	s, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, style, source)
	return s
}

// Baseline gives the distance from the top of a text to its baseline, in Fyne
// units, so that words of several faces or sizes can stand on one line.
func Baseline(font Font, size float32) float32 {
	_, b := fyne.CurrentApp().Driver().RenderedTextSize("x", size, fyne.TextStyle{}, font.Resource())
	return b
}
