// Package sqlite keeps an archive in one SQLite file. It fulfils notes.Store:
// it keeps rows, journals every change for undo, and answers questions. The
// rules of the notebook are not its business.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"cuttings/notes"
)

// applicationID marks an archive's file: "Cutt".
const applicationID = 0x43757474

// Store is an open archive. It is safe for concurrent use: one connection
// writes, several read.
type Store struct {
	reader
	path    string
	program int64 // tells this program's changes from others'
	write   *writer
	readers *sql.DB
	merging merging
}

var _ notes.Store = (*Store)(nil)

// writer is the one connection that changes the archive.
type writer struct {
	mu     sync.Mutex
	db     *sql.DB
	held   *sql.Conn
	conn   *statements
	tables []table
	seen   int64 // the last change that this program knows of
}

// Create makes a new archive and opens it. It returns fs.ErrExist if there is
// a file of that name.
func Create(ctx context.Context, path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("create archive %s: %w", path, err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("create archive %s: %w", path, err)
	}
	if err := file.Close(); err != nil {
		return nil, fmt.Errorf("create archive %s: %w", path, failure(err))
	}
	store, err := open(ctx, path)
	if err != nil {
		_ = os.Remove(path) // it holds nothing yet
		return nil, fmt.Errorf("create archive %s: %w", path, err)
	}
	return store, nil
}

// Open opens an archive. The error wraps fs.ErrNotExist, notes.ErrNotArchive,
// notes.ErrNewer, notes.ErrDamaged or notes.ErrReadOnly, and the file is then
// as it was.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := inspect(ctx, path); err != nil {
		return nil, fmt.Errorf("open archive %s: %w", path, err)
	}
	store, err := open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open archive %s: %w", path, err)
	}
	return store, nil
}

// OpenOrCreate opens the archive, or makes one where there is no file; created
// says which.
func OpenOrCreate(ctx context.Context, path string) (store *Store, created bool, err error) {
	store, err = Open(ctx, path)
	if errors.Is(err, fs.ErrNotExist) {
		store, err = Create(ctx, path)
		return store, err == nil, err
	}
	return store, false, err
}

// address is the driver's name for a file with the pragmas of a connection.
func address(path string, options url.Values) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(absolute), RawQuery: options.Encode()}
	return u.String(), nil
}

func open(ctx context.Context, path string) (_ *Store, err error) {
	writing, err := address(path, url.Values{"_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)",
		"foreign_keys(ON)", "temp_store(MEMORY)",
		"cache_size(-64000)",        // KiB: what a batch of a collection writes, so that no page is written twice
		"wal_autocheckpoint(16000)", // pages: many articles touch the same ones
	}})
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", writing)
	if err != nil {
		return nil, failure(err)
	}
	db.SetMaxOpenConns(1)
	s := &Store{path: path, program: rand.Int64N(1<<62) + 1, write: &writer{db: db}}
	defer func() {
		if err != nil {
			_ = s.Close()
		}
	}()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, failure(err)
	}
	s.write.held, s.write.conn = conn, newStatements(conn)
	s.write.conn.whole = true
	if err := migrate(ctx, conn, path, migrations()); err != nil {
		return nil, err
	}
	if err := s.write.journal(ctx); err != nil {
		return nil, fmt.Errorf("prepare the journal: %w", failure(err))
	}
	reading, err := address(path, url.Values{"_pragma": {
		"busy_timeout(10000)", "query_only(ON)", "temp_store(MEMORY)", "cache_size(-3000)",
	}})
	if err != nil {
		return nil, err
	}
	if s.readers, err = sql.Open("sqlite", reading); err != nil {
		return nil, failure(err)
	}
	connections := max(4, runtime.NumCPU())
	s.readers.SetMaxOpenConns(connections)
	s.readers.SetMaxIdleConns(connections)
	s.reader = reader{newStatements(s.readers), false, &keptAttributes{}, &keptIndex{}, &keptFound{}}
	if err := s.reader.row(ctx, `SELECT coalesce(max(id), 0) FROM changes`).scan(&s.write.seen); err != nil {
		return nil, failure(err)
	}
	return s, nil
}

// Name is the file's name.
func (s *Store) Name() string { return filepath.Base(s.path) }

// Path is where the file is.
func (s *Store) Path() string { return s.path }

// Close waits for what is being written and closes the archive.
func (s *Store) Close() error {
	s.write.mu.Lock()
	defer s.write.mu.Unlock()
	var errs []error
	if s.readers != nil {
		s.reader.close()
		errs = append(errs, s.readers.Close())
	}
	if s.write.conn != nil {
		s.write.conn.close()
		errs = append(errs, s.write.held.Close())
	}
	errs = append(errs, s.write.db.Close())
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close archive %s: %w", s.path, failure(err))
	}
	return nil
}
