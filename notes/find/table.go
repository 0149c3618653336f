package find

import (
	"hash/maphash"
	"math/bits"
)

// table finds numbers by the hash of what they stand for. It keeps the numbers
// alone, so that it costs eight bytes for each at most: what they stand for is
// told by who asks. (Open addressing with linear probing.)
type table struct {
	slots []uint32 // a number and one; 0: free
	used  int
}

var seed = maphash.MakeSeed()

func hashWord(word []byte) uint64 { return maphash.Bytes(seed, word) }

// hashKey spreads keys, which are near each other (splitmix64's last step).
func hashKey(key int64) uint64 {
	h := uint64(key) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// find returns the number with a hash for which is holds.
func (t *table) find(hash uint64, is func(uint32) bool) (uint32, bool) {
	if at, ok := t.slot(hash, is); ok {
		return t.slots[at] - 1, true
	}
	return 0, false
}

func (t *table) slot(hash uint64, is func(uint32) bool) (int, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	at := int(hash & uint64(len(t.slots)-1))
	for ; t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if is(t.slots[at] - 1) {
			return at, true
		}
	}
	return at, false
}

// put adds a number, in place of the one for which is holds. hashOf gives the
// hash of a number that is there.
func (t *table) put(hash uint64, number uint32, is func(uint32) bool, hashOf func(uint32) uint64) {
	if t.used*4 >= len(t.slots)*3 {
		t.grow(hashOf)
	}
	at, ok := t.slot(hash, is)
	if !ok {
		t.used++
	}
	t.slots[at] = number + 1
}

func (t *table) grow(hashOf func(uint32) uint64) {
	old := t.slots
	t.slots = make([]uint32, max(64, 1<<bits.Len(uint(len(old)))))
	for _, slot := range old {
		if slot != 0 {
			at, _ := t.slot(hashOf(slot-1), func(uint32) bool { return false })
			t.slots[at] = slot
		}
	}
}

// renumber gives every number its new one.
func (t *table) renumber(to []uint32) {
	for i, slot := range t.slots {
		if slot != 0 {
			t.slots[i] = to[slot-1] + 1
		}
	}
}
