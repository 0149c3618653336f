package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/assets"
)

// Refuse says in a window of its own why the notebook does not open, for those
// who started it where nothing else could tell them. It returns when they have
// closed it.
func Refuse(sentence string) {
	a := app.NewWithID(AppID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	a.Settings().SetTheme(look.New(loadSettings(a.Preferences()).Palette))
	newRefusal(a, sentence).ShowAndRun()
}

func newRefusal(a fyne.App, sentence string) fyne.Window {
	const width, height = 440, 170
	w := a.NewWindow(lang.X("program.name", "Cuttings"))
	words := parts.NewColumn(
		8,
		parts.NewParagraph(parts.Run{Words: lang.X("refused.title", "The notebook was not opened"), Font: look.Semibold, Size: look.QuerySize}),
		parts.NewParagraph(parts.Run{Words: sentence}),
	)
	shut := parts.NewTextButton(lang.X("refused.close", "Close"), parts.Filled, w.Close)
	w.SetContent(container.NewStack(
		parts.NewFill(look.Page, 0),
		parts.NewInset(24, 24, 20, 24, container.NewBorder(nil, container.NewBorder(nil, nil, nil, shut), nil, nil, words)),
	))
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		switch key.Name {
		case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
			w.Close()
		}
	})
	w.Resize(fyne.NewSize(width, height))
	w.CenterOnScreen()
	return w
}
