package sqlite

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An archive of an older form is copied beside itself and brought up to date; a
// step that fails leaves it as it was.
func TestMigrate(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "old.cuttings")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	version := func() (version int) {
		if err := conn.QueryRowContext(t.Context(), `PRAGMA user_version`).Scan(&version); err != nil {
			t.Fatal(err)
		}
		return version
	}
	first := []string{`CREATE TABLE kept (words TEXT); INSERT INTO kept VALUES ('before')`}
	if err := migrate(t.Context(), conn, path, first); err != nil || version() != 1 {
		t.Fatalf("form %d: %v", version(), err)
	}
	if listed, _ := filepath.Glob(filepath.Join(folder, "*before form*")); len(listed) != 0 {
		t.Errorf("a new archive was copied: %v", listed)
	}
	broken := append(first, `UPDATE kept SET words = 'spoilt'; CREATE TABLE kept (again TEXT)`)
	if err := migrate(t.Context(), conn, path, broken); err == nil || version() != 1 {
		t.Errorf("a broken step led to form %d: %v", version(), err)
	}
	var words string
	if err := conn.QueryRowContext(t.Context(), `SELECT words FROM kept`).Scan(&words); err != nil || words != "before" {
		t.Errorf("the archive says %q after a broken step: %v", words, err)
	}
	for _, copied := range must(filepath.Glob(filepath.Join(folder, "*before form*"))) {
		if err := os.Remove(copied); err != nil {
			t.Fatal(err)
		}
	}
	steps := append(first, `UPDATE kept SET words = 'after'`, `ALTER TABLE kept ADD COLUMN more TEXT`)
	if err := migrate(t.Context(), conn, path, steps); err != nil || version() != 3 {
		t.Fatalf("form %d: %v", version(), err)
	}
	copies := must(filepath.Glob(filepath.Join(folder, "*before form*")))
	if len(copies) != 1 || !strings.Contains(copies[0], "before form 2") {
		t.Fatalf("copies: %v", copies)
	}
	old, err := sql.Open("sqlite", copies[0])
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if err := old.QueryRow(`SELECT words FROM kept`).Scan(&words); err != nil || words != "before" {
		t.Errorf("the copy says %q: %v", words, err)
	}
	if err := migrate(t.Context(), conn, path, steps); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

func must(found []string, err error) []string {
	if err != nil {
		panic(err)
	}
	return found
}
