package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"cuttings/notes"
)

// Claim takes an archive for one window. It returns notes.ErrInUse if another
// has it. The claim is a lock on a file in folder, never on the archive itself,
// and ends with the program, however it ends.
func Claim(folder, archive string) (release func(), err error) {
	absolute, err := filepath.Abs(archive)
	if err == nil {
		if followed, err := filepath.EvalSymlinks(absolute); err == nil {
			absolute = followed
		}
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		return nil, fmt.Errorf("claim archive %s: %w", archive, err)
	}
	digest := sha256.Sum256([]byte(absolute))
	lock := flock.New(filepath.Join(folder, hex.EncodeToString(digest[:8])+".lock"))
	taken, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("claim archive %s: %w", archive, err)
	}
	if !taken {
		return nil, fmt.Errorf("claim archive %s: %w", archive, notes.ErrInUse)
	}
	return func() { _ = lock.Unlock() }, nil
}
