package quickfind

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// sayKeys says in the foot which keys do something as things are: none is opened
// beside nothing, or put into no note.
func (o *Overlay) sayKeys() {
	o.keys.Objects = nil
	key := func(words string, keys ...string) {
		said := parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond, Size: look.BadgeSize})
		width := look.Measure(words, look.Regular, look.BadgeSize).Width + 10
		o.keys.Add(container.NewHBox(container.NewCenter(parts.NewKeycaps(keys...)), container.New(&fixedLayout{width}, said)))
	}
	if o.picked != nil {
		key(lang.X("find.choose", "choose"), "↵")
		key(lang.X("find.leave", "leave"), "Esc")
		return
	}
	key(lang.X("find.open", "open"), "↵")
	if o.Beside() != nil {
		key(lang.X("find.beside", "open beside"), "Ctrl", "↵")
	}
	if o.Insert() != nil {
		key(lang.X("find.link", "insert link"), "Alt", "↵")
	}
	key(lang.X("find.commands", "commands"), ">")
}
