package sqlite_test

import (
	"errors"
	"fmt"
	"testing"
)

// An archive that is written to and merged while it is checked is whole.
func TestCheckingWhileItIsWritten(t *testing.T) {
	book, store := archive(t)
	stop, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		var failed error
		for i := 0; ; i++ {
			select {
			case <-stop:
				ended <- failed
				return
			default:
			}
			_, added := book.AddNote(t.Context(), fmt.Sprintf("Note %d", i), fmt.Sprintf("The bridge of day %d was shut.", i))
			_, merged := store.Merge(t.Context())
			failed = errors.Join(failed, added, merged)
		}
	}()
	for range 15 {
		if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			t.Errorf("%q, %v", problems, err)
			break
		}
	}
	close(stop)
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
