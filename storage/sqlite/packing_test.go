package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// What older programs packed is read, and what is not whole is said to be damaged.
func TestUnpack(t *testing.T) {
	words := []byte(strings.Repeat("The bridge would open again before winter. ", 100))
	var zipped bytes.Buffer
	writer := gzip.NewWriter(&zipped)
	if _, err := writer.Write(words); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	for name, packed := range map[string][]byte{"as now": sqlite.Pack(words), "by an older program": zipped.Bytes()} {
		content, err := sqlite.Unpack(packed)
		if err != nil || !bytes.Equal(content, words) {
			t.Errorf("%s: %d bytes, %v", name, len(content), err)
		}
		for _, cut := range []int{0, 1, 5, len(packed) / 2, len(packed) - 1} {
			content, err := sqlite.Unpack(packed[:cut])
			if cut == 0 && len(content) == 0 {
				continue // nothing was packed
			}
			if !errors.Is(err, notes.ErrDamaged) {
				t.Errorf("%s, cut off after %d bytes: %v", name, cut, err)
			}
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(sqlite.Pack([]byte("words")))
	f.Add([]byte{0x1f, 0x8b, 8})
	f.Fuzz(func(t *testing.T, packed []byte) {
		if content, err := sqlite.Unpack(packed); err != nil && !errors.Is(err, notes.ErrDamaged) {
			t.Errorf("%v, with %d bytes", err, len(content))
		}
	})
}
