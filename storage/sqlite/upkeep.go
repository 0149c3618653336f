package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"cuttings/notes"
)

// doubt is a question that has no rows in a whole archive. Its rows are counted.
type doubt struct{ sentence, query string }

var doubts = []doubt{
	{"%d items have lost the rest of what they are.", `
		SELECT count(*) FROM items i WHERE
			i.kind = 'article' AND NOT EXISTS (SELECT 1 FROM articles WHERE id = i.id AND capture IS NOT NULL) OR
			i.kind = 'highlight' AND NOT EXISTS (SELECT 1 FROM highlights WHERE id = i.id) OR
			i.kind = 'note' AND NOT EXISTS (SELECT 1 FROM notes WHERE id = i.id) OR
			i.kind IN ('person', 'organisation', 'place', 'event') AND NOT EXISTS (SELECT 1 FROM entities WHERE id = i.id) OR
			i.kind = 'search' AND NOT EXISTS (SELECT 1 FROM searches WHERE id = i.id)`},
	{"%d captures have lost their original or their text.", `
		SELECT count(*) FROM captures c WHERE
			NOT EXISTS (SELECT 1 FROM contents WHERE sha256 = c.sha256) OR NOT EXISTS (SELECT 1 FROM texts WHERE sha256 = c.text)`},
	{"%d items cannot be searched. Rebuild the archive to mend that.", `
		SELECT count(*) FROM items i WHERE i.trashed IS NULL
			AND i.kind IN ('article', 'note', 'person', 'organisation', 'place', 'event')
			AND NOT EXISTS (SELECT 1 FROM searched WHERE item = i.id AND (form = 0 OR row <> 0)) -- of 0 its turn comes`},
	{"%d items can be searched that are not there. Rebuild the archive to mend that.", `
		SELECT count(*) FROM searched d WHERE d.row <> 0 AND NOT EXISTS (SELECT 1 FROM items i WHERE i.id = d.item AND i.trashed IS NULL)`},
	{"%d mentions lead nowhere. Rebuild the archive to mend that.", `
		SELECT count(*) FROM mentions m WHERE
			NOT EXISTS (SELECT 1 FROM articles WHERE id = m.article) OR NOT EXISTS (SELECT 1 FROM entities WHERE id = m.entity)`},
	{"%d links lead nowhere. Rebuild the archive to mend that.", `
		SELECT count(*) FROM links l WHERE
			NOT EXISTS (SELECT 1 FROM items WHERE id = l.source) OR l.target <> 0 AND NOT EXISTS (SELECT 1 FROM items WHERE id = l.target)`},
}

// Check proves that the archive is whole, as it stood when the check began:
// what is written meanwhile is not looked at. Each problem is one sentence.
func (s *Store) Check(ctx context.Context, report notes.Progress) (problems []string, err error) {
	pooled, err := s.readers.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("check the archive: %w", failure(err))
	}
	defer pooled.Close()
	conn := newStatements(pooled)
	defer conn.close()
	if err := conn.exec(ctx, `BEGIN`); err != nil {
		return nil, fmt.Errorf("check the archive: %w", err)
	}
	problems, err = checked(ctx, conn, report)
	if err := errors.Join(err, conn.exec(context.WithoutCancel(ctx), `ROLLBACK`)); err != nil {
		return problems, fmt.Errorf("check the archive: %w", err)
	}
	return problems, nil
}

// checked asks one snapshot of the archive all that can be asked.
func checked(ctx context.Context, conn *statements, report notes.Progress) (problems []string, err error) {
	steps, done := len(doubts)+4, 0
	next := func() {
		done++
		if report != nil {
			report(done, steps)
		}
	}
	problems, err = damage(ctx, conn)
	if errors.Is(err, notes.ErrDamaged) {
		return append(problems, "The file is damaged: "+err.Error()+"."), nil
	}
	if err != nil {
		return problems, err
	}
	next()
	var broken int
	if err := conn.row(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).scan(&broken); err != nil {
		return problems, err
	}
	if broken > 0 {
		problems = append(problems, fmt.Sprintf("%d references lead nowhere.", broken))
	}
	next()
	for _, doubt := range doubts {
		var count int
		if err := conn.row(ctx, doubt.query).scan(&count); err != nil {
			return problems, err
		}
		if count > 0 {
			problems = append(problems, fmt.Sprintf(doubt.sentence, count))
		}
		next()
	}
	for _, look := range []func(context.Context, *statements) ([]string, error){unreadable, disagreeing} {
		some, err := look(ctx, conn)
		if err != nil {
			return problems, err
		}
		problems = append(problems, some...)
		next()
	}
	return problems, nil
}

// damage is what SQLite finds wrong with the file.
func damage(ctx context.Context, conn *statements) (problems []string, err error) {
	err = conn.each(ctx, func(scan func(...any) error) error {
		var words string
		err := scan(&words)
		if words != "ok" {
			problems = append(problems, "The file is damaged: "+words+".")
		}
		return err
	}, `PRAGMA integrity_check(20)`)
	return problems, err
}

// unreadable opens every kept text and original.
func unreadable(ctx context.Context, conn *statements) (problems []string, err error) {
	for _, kept := range []struct{ what, query, whose string }{
		{"original", `SELECT sha256, bytes FROM contents`, `c.sha256 = ?`}, {"text", `SELECT sha256, text FROM texts`, `c.text = ?`},
	} {
		var spoilt []string
		err := conn.each(ctx, func(scan func(...any) error) error {
			var name string
			var packed []byte
			if err := scan(&name, &packed); err != nil {
				return err
			}
			content, err := unpack(packed)
			if err != nil || sum(string(content)) != name {
				spoilt = append(spoilt, name)
			}
			return nil
		}, kept.query)
		if err != nil {
			return problems, err
		}
		for _, name := range spoilt {
			var title string
			err := conn.row(ctx, `SELECT i.title FROM captures c JOIN items i ON i.id = c.article WHERE `+kept.whose+` LIMIT 1`, name).scan(&title)
			if err != nil && !errors.Is(err, notes.ErrNotFound) {
				return problems, err
			}
			problems = append(problems, fmt.Sprintf("The %s of “%s” is not what it was (%s…). Capture it again, or open a backup.", kept.what, title, name[:min(8, len(name))]))
		}
	}
	return problems, nil
}

// Backup writes a copy of the archive to a new file. It returns fs.ErrExist if
// there is a file of that name.
func (s *Store) Backup(ctx context.Context, file string) error {
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		return fmt.Errorf("back up to %s: %w", file, failure(err))
	}
	defer conn.Close()
	// The copy is written through a connection that may only read.
	if _, err := conn.ExecContext(ctx, `PRAGMA query_only(OFF)`); err != nil {
		return fmt.Errorf("back up to %s: %w", file, failure(err))
	}
	copied := vacuumInto(ctx, conn, file)
	_, err = conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA query_only(ON)`)
	if err := errors.Join(copied, failure(err)); err != nil {
		return fmt.Errorf("back up to %s: %w", file, err)
	}
	return nil
}

// vacuumInto writes a copy of the database to a new file, which has its name
// only once it is whole.
func vacuumInto(ctx context.Context, conn *sql.Conn, file string) error {
	if exists(file) {
		return fs.ErrExist
	}
	folder, err := os.MkdirTemp(filepath.Dir(file), ".backup-*")
	if err != nil {
		return failure(err)
	}
	defer os.RemoveAll(folder)
	unfinished := filepath.Join(folder, "copy")
	if _, err := conn.ExecContext(ctx, `VACUUM INTO ?`, unfinished); err != nil {
		return failure(err)
	}
	written, err := os.OpenFile(unfinished, os.O_RDWR, 0)
	if err != nil {
		return failure(err)
	}
	if err := errors.Join(written.Sync(), written.Close()); err != nil {
		return failure(err)
	}
	if err := os.Chmod(unfinished, 0o644); err != nil {
		return err
	}
	// A link fails where a file of that name has come meanwhile; not every
	// file system has links.
	if err := os.Link(unfinished, file); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if exists(file) {
		return fs.ErrExist
	}
	return os.Rename(unfinished, file)
}
