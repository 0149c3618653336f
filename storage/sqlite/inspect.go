package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"cuttings/notes"
)

// The places of the header's fields; see https://www.sqlite.org/fileformat.html.
const (
	headerSize      = 100
	headerPageSize  = 16
	headerPages     = 28
	headerVersion   = 60
	headerApplicant = 68
	headerChanges   = 24
	headerValidFor  = 92
)

// checkedAtOnce is the size of file, in bytes, up to which an archive is read
// through before it is opened. That takes 10 ms a megabyte on one core, most of
// it for the search tables, so a third of a second at most; a larger archive
// would keep the person waiting at each start, and is left to Check.
const checkedAtOnce = 32 << 20

// Another program may write to the archive while it is looked at, so that pages or
// sizes of two states are seen. That passes, and damage does not: it is looked for
// so many times, with a longer pause each time.
const (
	looks = 5
	pause = 40 * time.Millisecond
)

// inspect tells from a file's bytes whether it can be opened, and changes
// nothing.
func inspect(ctx context.Context, path string) error {
	for look := 1; ; look++ {
		err := inspectOnce(ctx, path)
		if !errors.Is(err, notes.ErrDamaged) || look == looks {
			return err
		}
		select {
		case <-time.After(time.Duration(look) * pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func inspectOnce(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return notes.ErrNotArchive
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(file, header); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return notes.ErrNotArchive
		}
		return err
	}
	if err := inspectHeader(header, info.Size(), exists(path+"-wal")); err != nil {
		return err
	}
	if err := writable(path, info.Mode()); err != nil {
		return err
	}
	if info.Size() <= checkedAtOnce {
		return readThrough(ctx, path, info)
	}
	return nil
}

func inspectHeader(header []byte, size int64, unfinished bool) error {
	number := func(at int) int64 { return int64(binary.BigEndian.Uint32(header[at:])) }
	if !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) || number(headerApplicant) != applicationID {
		return notes.ErrNotArchive
	}
	if number(headerVersion) > int64(len(migrations())) {
		return notes.ErrNewer
	}
	page := int64(binary.BigEndian.Uint16(header[headerPageSize:]))
	if page == 1 {
		page = 65536
	}
	if page < 512 || page&(page-1) != 0 {
		return notes.ErrDamaged
	}
	told := number(headerPages) > 0 && number(headerChanges) == number(headerValidFor)
	if told && !unfinished && number(headerPages)*page > size {
		return fmt.Errorf("its end is missing: %w", notes.ErrDamaged)
	}
	return nil
}

// writable reports notes.ErrReadOnly if the file or its folder cannot be
// written to. The mode is looked at too, since it does not bind the superuser.
func writable(path string, mode fs.FileMode) error {
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return err
	}
	if mode.Perm()&0o222 == 0 || folder.Mode().Perm()&0o222 == 0 {
		return notes.ErrReadOnly
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%w: %w", notes.ErrReadOnly, err)
	}
	return file.Close()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// readThrough has SQLite look at every page without touching the archive, which
// is as before says. Where there is no log beside it, SQLite is told that nobody
// writes to it, and then leaves no file of its own there either. If somebody
// does all the same, so that pages of two states were seen, or there is a log
// from the first, it looks again as a reader beside a writer.
func readThrough(ctx context.Context, path string, before fs.FileInfo) error {
	if !exists(path + "-wal") {
		err := quickCheck(ctx, path, url.Values{"mode": {"ro"}, "immutable": {"1"}})
		if err == nil {
			return nil
		}
		after, statErr := os.Stat(path)
		if statErr == nil && after.Size() == before.Size() && after.ModTime().Equal(before.ModTime()) && !exists(path+"-wal") {
			return err
		}
	}
	return quickCheck(ctx, path, url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)"}})
}

// quickCheck returns notes.ErrDamaged, with the first fault, unless the
// structure of the archive is whole.
func quickCheck(ctx context.Context, path string, options url.Values) error {
	name, err := address(path, options)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return failure(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict); err != nil {
		return failure(err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", notes.ErrDamaged, verdict)
	}
	return nil
}
