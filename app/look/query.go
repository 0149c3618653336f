package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Query gives the theme of the box into which a query is typed in quick find:
// larger words, no ground and no border. It follows the program's theme; use
// it with container.NewThemeOverride around a field.
func Query() fyne.Theme { return field{Regular, QuerySize} }

// Heading gives the theme of a field that holds the title of a page.
func Heading() fyne.Theme { return field{SerifSemibold, TitleSize} }

// Writing gives the theme of the field in which a note is written.
func Writing() fyne.Theme { return field{Serif, ReadingSize} }

// field is the theme of a field without ground and border.
type field struct {
	font Font
	size float32
}

func (field) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		name = Clear
	}
	return Current(name)
}

func (f field) Font(fyne.TextStyle) fyne.Resource { return f.font.Resource() }

func (field) Icon(name fyne.ThemeIconName) fyne.Resource { return program().Icon(name) }

func (f field) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return f.size
	case theme.SizeNameInputBorder:
		return 0
	}
	return program().Size(name)
}
