package collect

import (
	"fmt"

	"cuttings/notes"
)

// failure is an error whose words are a sentence for the person; the cause is
// for the log.
type failure struct {
	sentence string
	kind     error // notes.ErrUnreadable or notes.ErrTooLarge
	cause    error // nil if there is none
}

func (f *failure) Error() string { return f.sentence }

// Unwrap makes the kind and the cause known to errors.Is and errors.As.
func (f *failure) Unwrap() []error {
	if f.cause == nil {
		return []error{f.kind}
	}
	return []error{f.kind, f.cause}
}

func unreadable(cause error, sentence string, words ...any) error {
	return &failure{fmt.Sprintf(sentence, words...), notes.ErrUnreadable, cause}
}

func tooLarge(cause error, sentence string, words ...any) error {
	return &failure{fmt.Sprintf(sentence, words...), notes.ErrTooLarge, cause}
}
