package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// preparer is a connection, or a pool of them.
type preparer interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// statements runs SQL and keeps each statement prepared. The statements of the
// program are few and constant, so that none is ever dropped.
type statements struct {
	from  preparer
	whole bool // a statement that has begun is not cut off
	mu    sync.Mutex
	kept  map[string]*sql.Stmt
	ended bool
}

func newStatements(from preparer) *statements {
	return &statements{from: from, kept: map[string]*sql.Stmt{}}
}

// begun returns the context for a statement, or the error of one that has ended. To
// watch whether a context ends takes the driver longer than many a statement takes.
func (s *statements) begun(ctx context.Context) (context.Context, error) {
	if !s.whole {
		return ctx, nil
	}
	return context.WithoutCancel(ctx), ctx.Err()
}

// prepared returns a statement, and the context to run it in.
func (s *statements) prepared(ctx context.Context, query string) (*sql.Stmt, context.Context, error) {
	ctx, err := s.begun(ctx)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return nil, nil, sql.ErrConnDone
	}
	if statement, ok := s.kept[query]; ok {
		return statement, ctx, nil
	}
	statement, err := s.from.PrepareContext(ctx, query)
	if err != nil {
		return nil, nil, failure(err)
	}
	s.kept[query] = statement
	return statement, ctx, nil
}

func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	for _, statement := range s.kept {
		_ = statement.Close()
	}
}

func (s *statements) exec(ctx context.Context, query string, values ...any) error {
	statement, ctx, err := s.prepared(ctx, query)
	if err != nil {
		return err
	}
	_, err = statement.ExecContext(ctx, values...)
	return failure(err)
}

// insert runs an INSERT and returns the new row's ID.
func (s *statements) insert(ctx context.Context, query string, values ...any) (int64, error) {
	statement, ctx, err := s.prepared(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := statement.ExecContext(ctx, values...)
	if err != nil {
		return 0, failure(err)
	}
	return result.LastInsertId()
}

// each calls do with every row of an answer.
func (s *statements) each(ctx context.Context, do func(scan func(...any) error) error, query string, values ...any) error {
	statement, ctx, err := s.prepared(ctx, query)
	if err != nil {
		return err
	}
	rows, err := statement.QueryContext(ctx, values...)
	if err != nil {
		return failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(func(to ...any) error { return failure(rows.Scan(to...)) }); err != nil {
			return err
		}
	}
	return failure(rows.Err())
}

// row is the first row of an answer.
func (s *statements) row(ctx context.Context, query string, values ...any) oneRow {
	statement, ctx, err := s.prepared(ctx, query)
	if err != nil {
		return oneRow{err: err}
	}
	return oneRow{row: statement.QueryRowContext(ctx, values...)}
}

type oneRow struct {
	row *sql.Row
	err error
}

// scan reads the row; it returns notes.ErrNotFound if there is none.
func (r oneRow) scan(to ...any) error {
	if r.err != nil {
		return r.err
	}
	return failure(r.row.Scan(to...))
}

// list gathers the rows of an answer.
func list[T any](ctx context.Context, s *statements, read func(scan func(...any) error) (T, error), query string, values ...any) ([]T, error) {
	var all []T
	err := s.each(ctx, func(scan func(...any) error) error {
		one, err := read(scan)
		if err == nil {
			all = append(all, one)
		}
		return err
	}, query, values...)
	return all, err
}
