package writing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
)

// commentRows is how many lines of a comment are seen at once.
const commentRows = 5

// Comment is the small editor in which the comment of a highlight is written.
// It is hidden while none is.
type Comment struct {
	s         *session.Session
	editor    *editor
	object    *fyne.Container
	highlight notes.ID
	before    string
	done      func()
}

// NewComment makes the editor, hidden.
func NewComment(s *session.Session) *Comment {
	c := &Comment{s: s}
	c.editor = newEditor(s, parts.NewField(lang.X("comment.placeholder", "A comment. [[ links to anything.")))
	c.editor.SetMinRowsVisible(commentRows)
	c.editor.OnChanged = func(string) { c.editor.completion.changed() }
	c.editor.OnKey = c.key
	c.editor.OnShortcut = c.shortcut
	hint := parts.NewParagraph(parts.Run{
		Words: lang.X("comment.keys", "Ctrl+Enter keeps it, Esc leaves it as it was"), Size: look.BadgeSize, Colour: look.TextThird,
	})
	c.object = container.NewBorder(parts.NewLine(), nil, nil, nil,
		parts.NewInset(10, look.PanePadding, 10, look.PanePadding, parts.NewColumn(5, c.editor.Field, hint)))
	c.object.Hide()
	return c
}

// Object is the editor as it is put into a pane.
func (c *Comment) Object() fyne.CanvasObject { return c.object }

// Open begins to write the comment of a highlight; done is called at the end.
func (c *Comment) Open(highlight notes.Highlight, done func()) {
	if c.highlight == highlight.ID {
		c.s.Window.Canvas().Focus(c.editor.Field)
		return
	}
	c.Close()
	c.highlight, c.before, c.done = highlight.ID, highlight.Comment, done
	c.editor.SetText(highlight.Comment)
	c.editor.toEnd(fyne.KeyPageDown, fyne.KeyEnd)
	c.object.Show()
	c.s.Window.Canvas().Focus(c.editor.Field)
}

// Close keeps what was written and hides the editor.
func (c *Comment) Close() {
	if c.highlight == 0 {
		return
	}
	if written := c.editor.Text; written != c.before {
		id := c.highlight
		c.s.Do(func(ctx context.Context) error {
			return c.s.Book.EditHighlight(ctx, id, notes.HighlightUpdate{Comment: &written})
		})
	}
	c.end()
}

func (c *Comment) end() {
	c.highlight = 0
	c.editor.completion.hide()
	c.object.Hide()
	if c.done != nil {
		c.done()
	}
}

func (c *Comment) key(e *fyne.KeyEvent) bool {
	if c.editor.key(e) {
		return true
	}
	if e.Name == fyne.KeyEscape {
		c.end()
		return true
	}
	return false
}

func (c *Comment) shortcut(shortcut fyne.Shortcut) bool {
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && (custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		c.Close()
		return true
	}
	return c.editor.shortcut(shortcut)
}
