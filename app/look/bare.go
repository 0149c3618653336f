package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the sizes of text in fields that have no ground.
const (
	SizeQuery   fyne.ThemeSizeName = "cuttingsQuery"   // what is typed into quick find
	SizeHeading fyne.ThemeSizeName = "cuttingsHeading" // the title of a page; its face is Style(SerifSemibold)
	SizeWriting fyne.ThemeSizeName = "cuttingsWriting" // a note; its face is Style(Serif)
)

// Bare gives the theme of a field without ground and border, in which words are
// of a size. It follows the program's theme.
func Bare(words fyne.ThemeSizeName) fyne.Theme { return bare{words} }

type bare struct{ words fyne.ThemeSizeName }

func (bare) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		name = Clear
	}
	return Current(name)
}

func (bare) Font(style fyne.TextStyle) fyne.Resource { return program().Font(style) }

func (bare) Icon(name fyne.ThemeIconName) fyne.Resource { return program().Icon(name) }

func (b bare) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		name = b.words
	case theme.SizeNameInputBorder:
		return 0
	}
	return program().Size(name)
}
