package parts

import (
	"testing"

	"pgregory.net/rapid"
)

// The sums of the tree are those of a plain list, whatever was measured.
func TestHeightsAgreeWithAPlainList(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		count := rapid.IntRange(1, 200).Draw(r, "count")
		var h heights
		h.reset(count, 10)
		plain := make([]float64, count)
		for i := range plain {
			plain[i] = 10
		}
		for range rapid.IntRange(0, 100).Draw(r, "measured") {
			i := rapid.IntRange(0, count-1).Draw(r, "item")
			height := rapid.IntRange(1, 99).Draw(r, "height")
			h.put(i, float32(height))
			plain[i] = float64(height)
		}
		top := 0.0
		for i, height := range plain {
			if got := h.top(i); got != top {
				r.Fatalf("item %d begins at %v, not %v", i, got, top)
			}
			for _, y := range []float64{top, top + height - 0.5} {
				if got := h.at(y); got != i {
					r.Fatalf("%v is in item %d, not %d", y, got, i)
				}
			}
			top += height
		}
		if h.total != top {
			r.Fatalf("all are %v high, not %v", h.total, top)
		}
	})
}
