package session

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/notes"
	"cuttings/notes/text"
)

// whereabouts are where a person is: the place that is shown, what has the keyboard,
// what lies above the panes, and the caret, which moves as they type.
type whereabouts struct {
	place    Place
	keyboard fyne.Focusable
	above    fyne.CanvasObject
	caret    int
}

func (s *Session) whereabouts() whereabouts {
	canvas := s.Window.Canvas()
	is := whereabouts{keyboard: canvas.Focused(), above: canvas.Overlays().Top()}
	if s.Here != nil {
		is.place = s.Here()
	}
	if field, ok := is.keyboard.(interface{ CursorTextOffset() int }); ok {
		is.caret = field.CursorTextOffset()
	}
	return is
}

// DoThenGo runs an operation like Do, then going, which takes the person somewhere.
// Who has gone on meanwhile is left where they are, and staying is called instead.
func (s *Session) DoThenGo(operation func(ctx context.Context) error, going, staying func()) {
	var asked whereabouts
	s.Work.Show(func() { asked = s.whereabouts() }) // once the sheet or the box that asks is closed
	s.DoThen(operation, func() {
		if s.whereabouts() == asked {
			going()
			return
		}
		staying()
	})
}

// Make runs an operation that makes an item, then opens that, or, if the person has
// gone on meanwhile, says that it was made.
func (s *Session) Make(operation func(ctx context.Context) (notes.Item, error)) {
	var made notes.Item
	s.DoThenGo(func(ctx context.Context) (err error) {
		made, err = operation(ctx)
		return err
	}, func() { s.OpenItem(made, text.Range{}) }, func() { s.TellMade(made) })
}

// TellMade says that an item was made which is not opened.
func (s *Session) TellMade(item notes.Item) {
	s.Tell(lang.X("status.made", "“{{.Name}}” was made. Ctrl+K finds it.", map[string]any{"Name": text.Shorten(item.Title, mostTold)}))
}
