package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// closedArchive makes an archive with an article in it and closes it.
func closedArchive(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kept.cuttings")
	store, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	collect(t, notes.New(store, notes.Options{}), document("Kenya offers police", police))
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file that cannot be opened is refused with the reason, and neither it nor
// its folder is changed.
func TestOpenRefuses(t *testing.T) {
	change := func(spoil func(content []byte) []byte) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := closedArchive(t)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, spoil(content), 0o644); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	written := func(content string) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "file.cuttings")
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	for _, test := range []struct {
		name string
		make func(t *testing.T) string
		want error
	}{
		{"missing", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none.cuttings") }, fs.ErrNotExist},
		{"empty", written(""), notes.ErrNotArchive},
		{"words", written("Dear diary, this is no archive at all."), notes.ErrNotArchive},
		{"long words", written(string(bytes.Repeat([]byte("no archive "), 1000))), notes.ErrNotArchive},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, notes.ErrNotArchive},
		{"another program's database", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "other.db")
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(`CREATE TABLE other (id)`); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			return path
		}, notes.ErrNotArchive},
		{"newer", change(func(c []byte) []byte { c[63] = 200; return c }), notes.ErrNewer},
		{"cut off", change(func(c []byte) []byte { return c[:len(c)/2] }), notes.ErrDamaged},
		{"only the header", change(func(c []byte) []byte { return c[:100] }), notes.ErrDamaged},
		{"overwritten inside", change(func(c []byte) []byte {
			for i := 4096; i < 4096*9 && i < len(c); i++ {
				c[i] = 0xAA
			}
			return c
		}), notes.ErrDamaged},
		{"overwritten deep inside a large one", func(t *testing.T) string {
			path := largeArchive(t)
			overwrite(t, path, 300_000, 60_000)
			return path
		}, notes.ErrDamaged},
		{"overwritten beside a log that a crash left", func(t *testing.T) string {
			path := crashedArchive(t)
			overwrite(t, path, 300_000, 60_000)
			return path
		}, notes.ErrDamaged},
		{"read-only", func(t *testing.T) string {
			path := closedArchive(t)
			if err := os.Chmod(path, 0o444); err != nil {
				t.Fatal(err)
			}
			return path
		}, notes.ErrReadOnly},
		{"in a read-only folder", func(t *testing.T) string {
			path := closedArchive(t)
			folder := filepath.Dir(path)
			if err := os.Chmod(folder, 0o555); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
			return path
		}, notes.ErrReadOnly},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := test.make(t)
			before, _ := os.ReadFile(path)
			listed, _ := os.ReadDir(filepath.Dir(path))
			store, err := sqlite.Open(t.Context(), path)
			if err == nil {
				_ = store.Close()
			}
			if !errors.Is(err, test.want) {
				t.Errorf("the error is %v, not %v", err, test.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if now, _ := os.ReadDir(filepath.Dir(path)); len(now) != len(listed) {
				t.Errorf("the folder holds %d files, not %d", len(now), len(listed))
			}
		})
	}
}

// largeArchive makes an archive of about 11 MB and closes it.
func largeArchive(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "large.cuttings")
	store, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	fillLarge(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() < 10<<20 || info.Size() > 30<<20 {
		t.Fatalf("the archive has %d bytes", info.Size())
	}
	return path
}

// fillLarge adds long notes of the same words, which cost little to index.
func fillLarge(t *testing.T, store *sqlite.Store) {
	t.Helper()
	book := notes.New(store, notes.Options{})
	body := strings.Repeat("Nobody crosses until every pillar has been looked at. ", 20_000)
	for i := range 5 {
		if _, err := book.AddNote(t.Context(), fmt.Sprintf("Note %d", i), body); err != nil {
			t.Fatal(err)
		}
	}
}

// crashedArchive copies an archive from under the program that has it open, so
// that its last changes stand in the log beside it.
func crashedArchive(t *testing.T) string {
	t.Helper()
	from := largeArchive(t)
	store, err := sqlite.Open(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := notes.New(store, notes.Options{}).AddNote(t.Context(), "The last", "before the crash"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "crashed.cuttings")
	for _, end := range []string{"", "-wal", "-shm"} {
		content, err := os.ReadFile(from + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+end, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func overwrite(t *testing.T, path string, at, length int) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for i := at; i < at+length; i++ {
		content[i] = byte(random.Uint32())
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// What a crash left in the log belongs to the archive, which is whole.
func TestOpenAfterACrash(t *testing.T) {
	path := crashedArchive(t)
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := notes.New(store, notes.Options{}).Resolve(t.Context(), "The last"); err != nil {
		t.Errorf("the last change is lost: %v", err)
	}
}

func TestCreateRefusesAnExistingFile(t *testing.T) {
	path := closedArchive(t)
	if _, err := sqlite.Create(t.Context(), path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("the error is %v", err)
	}
	if _, err := sqlite.Open(t.Context(), path); err != nil {
		t.Errorf("the archive cannot be opened any more: %v", err)
	}
}

func TestClaim(t *testing.T) {
	folder, archive := t.TempDir(), filepath.Join(t.TempDir(), "a.cuttings")
	release, err := sqlite.Claim(folder, archive)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Claim(folder, archive); !errors.Is(err, notes.ErrInUse) {
		t.Errorf("a second claim: %v", err)
	}
	if _, err := sqlite.Claim(folder, archive+"2"); err != nil {
		t.Errorf("another archive: %v", err)
	}
	release()
	if again, err := sqlite.Claim(folder, archive); err != nil {
		t.Errorf("after the release: %v", err)
	} else {
		again()
	}
}

func TestBackup(t *testing.T) {
	book, store := archive(t)
	collect(t, book, document("Kenya offers police", police))
	file := filepath.Join(t.TempDir(), "copy.cuttings")
	if err := book.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if err := book.Backup(t.Context(), file); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second copy over the first: %v", err)
	}
	if err := book.Backup(t.Context(), filepath.Join(t.TempDir(), "no", "folder", "x.cuttings")); err == nil {
		t.Error("a copy into no folder")
	}
	copied, other := openAt(t, file)
	if diff := compare(t, dump(t, store), dump(t, other)); diff != "" {
		t.Errorf("the copy differs:\n%s", diff)
	}
	if problems, err := copied.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("the copy has problems: %q, %v", problems, err)
	}
	if listed, _ := os.ReadDir(filepath.Dir(file)); len(listed) > 3 {
		t.Errorf("files are left beside the copy: %v", listed)
	}
}
