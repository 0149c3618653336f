package sqlite

import "math/bits"

// bitset holds small numbers, a bit for each.
type bitset []uint64

func (b *bitset) add(n int) {
	for n/64 >= len(*b) {
		*b = append(*b, make(bitset, len(*b)+64)...)
	}
	(*b)[n/64] |= 1 << (n % 64)
}

// or adds what is in another.
func (b *bitset) or(other bitset) {
	if len(*b) < len(other) {
		*b = append(*b, make(bitset, len(other)-len(*b))...)
	}
	for i, word := range other {
		(*b)[i] |= word
	}
}

// common returns how many numbers are in both.
func (b bitset) common(other bitset) int {
	count := 0
	for i := range min(len(b), len(other)) {
		count += bits.OnesCount64(b[i] & other[i])
	}
	return count
}

// eachBoth gives the numbers that are in both, the greatest first, until do fails.
func (b bitset) eachBoth(other bitset, do func(n int) error) error {
	for i := min(len(b), len(other)) - 1; i >= 0; i-- {
		for both := b[i] & other[i]; both != 0; {
			bit := bits.Len64(both) - 1
			both &^= 1 << bit
			if err := do(i*64 + bit); err != nil {
				return err
			}
		}
	}
	return nil
}
