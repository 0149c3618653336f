package notes

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"
)

// ID names an item. It holds the milliseconds since 2020 in its upper 41 bits
// and a sequence in its lower 19, so that IDs sort by the time they were made.
// It is written as twelve characters of Crockford's base 32. Zero is no item.
type ID int64

const (
	idLength   = 12
	idSequence = 19
	idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"
)

var idEpoch = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// String returns the twelve characters of the ID, or "" for zero.
func (id ID) String() string {
	if id <= 0 {
		return ""
	}
	var out [idLength]byte
	for i := idLength - 1; i >= 0; i-- {
		out[i] = idAlphabet[id&31]
		id >>= 5
	}
	return string(out[:])
}

// ParseID reads an ID in either case; the letters o, i and l are taken for the
// digits they resemble. It returns ErrInvalid if s is not an ID.
func ParseID(s string) (ID, error) {
	if len(s) != idLength {
		return 0, fmt.Errorf("id %q: %w", s, ErrInvalid)
	}
	var id ID
	for _, c := range strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(strings.ToLower(s)) {
		digit := strings.IndexRune(idAlphabet, c)
		if digit < 0 {
			return 0, fmt.Errorf("id %q: %w", s, ErrInvalid)
		}
		id = id<<5 | ID(digit)
	}
	if id <= 0 {
		return 0, fmt.Errorf("id %q: %w", s, ErrInvalid)
	}
	return id, nil
}

// MarshalText writes the ID as String does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote; no characters are the zero ID.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = 0
		return nil
	}
	parsed, err := ParseID(string(b))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}

// idMaker hands out IDs, each greater than the one before.
type idMaker struct {
	now  func() time.Time
	mu   sync.Mutex
	last ID
}

func (m *idMaker) next() ID {
	m.mu.Lock()
	defer m.mu.Unlock()
	// The sequence starts at random in the lower half, so that two programs
	// that write in the same millisecond hardly ever meet.
	made := ID(m.now().Sub(idEpoch).Milliseconds())<<idSequence | ID(rand.Int64N(1<<(idSequence-1)))
	m.last = max(made, m.last+1)
	return m.last
}
