package desktop

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/reader"
	"cuttings/app/session"
)

// settings are how a person likes the window; they belong to the person's
// desktop, not to the archive.
type settings struct {
	Palette       look.Palette
	Width, Height float32
	Comfort       reader.Comfort
	Archive       string        // that was open last
	Last          session.Place // and where
	widths
}

const settingsKey = "window"

// loadSettings reads the settings; what is missing or senseless is as at the
// first start.
func loadSettings(p fyne.Preferences) settings {
	set := settings{Palette: look.Light, Width: 1440, Height: 900, widths: defaultWidths()}
	read := set
	if json.Unmarshal([]byte(p.String(settingsKey)), &read) == nil && read.Width >= 640 && read.Height >= 400 {
		set = read
	}
	set.Page = false
	return set
}

func (s settings) size() fyne.Size { return fyne.NewSize(s.Width, s.Height) }

func (w *window) saveSettings() {
	size := w.s.Window.Canvas().Size()
	if size.Width > 0 && !w.s.Window.FullScreen() {
		w.set.Width, w.set.Height = size.Width, size.Height
	}
	written, err := json.Marshal(w.set)
	if err != nil {
		w.log.Error("write the window's settings", "cause", err)
		return
	}
	w.app.Preferences().SetString(settingsKey, string(written))
}

// setPalette changes the colours of everything at once.
func (w *window) setPalette(palette look.Palette) {
	w.set.Palette = palette
	w.app.Settings().SetTheme(look.New(palette))
	w.saveSettings()
	w.s.Window.SetMainMenu(w.mainMenu())
}

// nextPalette goes round the palettes.
func (w *window) nextPalette() {
	all := look.Palettes()
	for i, palette := range all {
		if palette == w.set.Palette {
			w.setPalette(all[(i+1)%len(all)])
			return
		}
	}
}
