package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"syscall"

	driver "modernc.org/sqlite"

	"cuttings/notes"
)

// The primary result codes of SQLite that a person must hear of in words; see
// https://www.sqlite.org/rescode.html.
const (
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeCorrupt  = 11
	codeFull     = 13
	codeNotADB   = 26
	codeShmSize  = 10 | 19<<8 // an extended one: no room beside the archive for the index of its log
)

// failure adds to an error of SQLite the notebook's own error for it, if it has
// one. A row that is missing is notes.ErrNotFound.
func failure(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, sql.ErrNoRows) {
		return notes.ErrNotFound
	}
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%w: %w", notes.ErrDiskFull, err)
	}
	var fault *driver.Error
	if !errors.As(err, &fault) {
		return err
	}
	known := map[int]error{
		codeBusy: notes.ErrBusy, codeLocked: notes.ErrBusy, codeReadOnly: notes.ErrReadOnly,
		codeCorrupt: notes.ErrDamaged, codeNotADB: notes.ErrDamaged, codeFull: notes.ErrDiskFull,
	}[fault.Code()&0xff]
	if fault.Code() == codeShmSize {
		known = notes.ErrDiskFull
	}
	if known == nil || errors.Is(err, known) {
		return err
	}
	return fmt.Errorf("%w: %w", known, err)
}
