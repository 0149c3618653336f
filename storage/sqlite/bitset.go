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

func (b bitset) has(n int) bool { return n/64 < len(b) && b[n/64]>>(n%64)&1 == 1 }

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

// each gives the numbers in order.
func (b bitset) each(do func(n int)) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			do(i*64 + bits.TrailingZeros64(word))
		}
	}
}
