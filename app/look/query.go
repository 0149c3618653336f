package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Query gives the theme of the box into which a query is typed in quick find:
// larger words, no ground and no border. It follows the program's theme; use
// it with container.NewThemeOverride around a field.
func Query() fyne.Theme { return query{} }

type query struct{}

func (query) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		name = Clear
	}
	return Current(name)
}

func (query) Font(style fyne.TextStyle) fyne.Resource { return program().Font(style) }

func (query) Icon(name fyne.ThemeIconName) fyne.Resource { return program().Icon(name) }

func (query) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return QuerySize
	case theme.SizeNameInputBorder:
		return 0
	}
	return program().Size(name)
}
