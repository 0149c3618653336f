package sqlite

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"

	"cuttings/notes"
)

// maxUnpacked bounds what is read from an archive at once, in bytes, so that a
// forged one cannot fill the memory.
const maxUnpacked = 1 << 30

// window is how far back, in bytes, a repetition is looked for: more than most
// articles have, and little to hold in memory.
const window = 1 << 20

// Both are safe for concurrent use, and are made once since they hold memory.
var (
	// The fastest level takes a third of the time of the next, and an eighth more room.
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(window), zstd.WithLowerEncoderMem(true)) // fails for wrong options only
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
)

// pack compresses by Zstandard (RFC 8878).
func pack(content []byte) []byte { return packer.EncodeAll(content, nil) }

// unpack gives back what was packed, also by older programs, which used gzip. It
// returns notes.ErrDamaged for anything else.
func unpack(packed []byte) ([]byte, error) {
	if bytes.HasPrefix(packed, []byte{0x1f, 0x8b}) {
		return unzip(packed)
	}
	content, err := unpacker.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	return content, nil
}

// unpackInto reads the JSON that was packed.
func unpackInto(packed []byte, to any) error {
	written, err := unpack(packed)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(written, to); err != nil {
		return fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	return nil
}

func unzip(packed []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	content, err := io.ReadAll(io.LimitReader(reader, maxUnpacked))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", notes.ErrDamaged, err)
	}
	return content, nil
}
