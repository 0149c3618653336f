package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps from an empty file to the present form, in order.
// The number of a step is its place; an archive remembers how many it has had
// in its user_version.
func migrations() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil // the pattern is constant
	}
	sort.Strings(names)
	steps := make([]string, 0, len(names))
	for _, name := range names {
		step, err := migrationFiles.ReadFile(path.Clean(name))
		if err != nil {
			return nil // it is embedded
		}
		steps = append(steps, string(step))
	}
	return steps
}

// migrate brings an archive to the present form. A file that held something is
// copied beside itself first.
func migrate(ctx context.Context, conn *sql.Conn, file string, steps []string) error {
	var version int
	if err := conn.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return failure(err)
	}
	if version >= len(steps) {
		return nil
	}
	if version > 0 {
		copied := fmt.Sprintf("%s before form %d, %s.cuttings", strings.TrimSuffix(file, ".cuttings"), version+1, time.Now().Format("2006-01-02 150405"))
		if err := vacuumInto(ctx, conn, copied); err != nil {
			return fmt.Errorf("copy the archive before it is brought up to date: %w", err)
		}
	}
	for number := version; number < len(steps); number++ {
		if err := step(ctx, conn, number+1, steps[number]); err != nil {
			return fmt.Errorf("bring the archive to form %d: %w", number+1, failure(err))
		}
	}
	// So that the first bytes of the file itself tell what it is.
	var busy, pages, moved int
	return failure(conn.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved))
}

func step(ctx context.Context, conn *sql.Conn, number int, statements string) (err error) {
	if _, err := conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, undone := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
			err = errors.Join(err, undone)
		}
	}()
	var version int // another program may have been faster
	if err := conn.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return err
	}
	if version < number {
		if _, err := conn.ExecContext(ctx, statements); err != nil {
			return err
		}
		marks := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, number)
		if _, err := conn.ExecContext(ctx, marks); err != nil {
			return err
		}
	}
	_, err = conn.ExecContext(ctx, `COMMIT`)
	return err
}
