package notes_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
)

// Rebuilding reads nothing for suggestions; reading that is stopped goes on where
// it was.
func TestReadUnread(t *testing.T) {
	book, _ := archive(t)
	const all = 70
	var documents []notes.Document
	for i := range all {
		documents = append(documents, conformance.Document(fmt.Sprint("Article ", i), fmt.Sprintf("Number %d names Ariel Henry.", i)))
	}
	conformance.Collect(t, book, documents...)
	if err := book.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	read := func(ctx context.Context, report notes.Progress) (first, total int, err error) {
		err = book.ReadUnread(ctx, func(done, of int) {
			if total == 0 {
				first, total = done, of
			}
			if report != nil {
				report(done, of)
			}
		})
		return first, total, err
	}
	ctx, stop := context.WithCancel(t.Context())
	first, total, err := read(ctx, func(int, int) { stop() })
	if total != all || !errors.Is(err, context.Canceled) {
		t.Fatalf("%d of %d were to be read, and it was stopped by %v", total, all, err)
	}
	if _, left, err := read(t.Context(), nil); err != nil || left != all-first {
		t.Errorf("%d were left, not %d: %v", left, all-first, err)
	}
	if _, left, err := read(t.Context(), nil); err != nil || left != 0 {
		t.Errorf("%d are left in the end: %v", left, err)
	}
}
