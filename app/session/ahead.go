package session

import (
	"context"

	"cuttings/notes"
)

// Ahead keeps what is typed between a command that leads to a field and the moment
// when the field is there.
type Ahead interface {
	Hold()             // takes the keyboard
	Holding() bool     // whether it has it still
	Give(focus func()) // has the keyboard given to a field, and types what was held into it
}

// MakeNote makes a note and opens it. What is typed meanwhile is typed into it.
func (s *Session) MakeNote(title, body string) {
	if s.Ahead != nil {
		s.Ahead.Hold()
	}
	s.Make(func(ctx context.Context) (notes.Item, error) {
		note, err := s.Book.AddNote(ctx, title, body)
		return note.Item, err
	})
}
