package sqlite_test

import (
	"path/filepath"
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// archive opens a new archive that lasts as long as the test.
func archive(t testing.TB) (*notes.Notebook, *sqlite.Store) {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "test.cuttings"))
}

func openAt(t testing.TB, path string) (*notes.Notebook, *sqlite.Store) {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return notes.New(store, notes.Options{}), store
}

// What tests collect.
var (
	document = conformance.Document
	collect  = conformance.Collect
)

const police = conformance.Police

func TestConformance(t *testing.T) {
	conformance.Run(t, func(t *testing.T) notes.Store {
		_, store := archive(t)
		return store
	})
}
