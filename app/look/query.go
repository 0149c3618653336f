package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Query gives the theme of the box into which a query is typed in quick find:
// larger words, no ground and no border. It follows the program's theme; use
// it with container.NewThemeOverride around a field.
func Query() fyne.Theme { return field{QuerySize} }

// Heading gives the theme of a field that holds the title of a page; its face
// is Style(SerifSemibold).
func Heading() fyne.Theme { return field{TitleSize} }

// Writing gives the theme of the field in which a note is written; its face is
// Style(Serif).
func Writing() fyne.Theme { return field{ReadingSize} }

// field is the theme of a field without ground and border.
type field struct{ size float32 }

func (field) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		name = Clear
	}
	return Current(name)
}

func (field) Font(style fyne.TextStyle) fyne.Resource { return program().Font(style) }

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
