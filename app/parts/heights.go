package parts

// heights knows how high each of many items is, or is taken to be until it was
// measured, and answers sums over them in logarithmic time: it is a Fenwick
// tree, in which node i holds the sum of the i&-i items that end with item i.
type heights struct {
	known    []float32 // 0 where not measured
	tree     []float64 // from 1
	estimate float32
	total    float64
}

// reset forgets every measurement.
func (h *heights) reset(n int, estimate float32) {
	h.estimate, h.total = estimate, float64(n)*float64(estimate)
	h.known = make([]float32, n)
	h.tree = make([]float64, n+1)
	for i := 1; i <= n; i++ {
		h.tree[i] = float64(i&-i) * float64(estimate)
	}
}

func (h *heights) len() int { return len(h.known) }

// get gives an item's height, and whether it was measured.
func (h *heights) get(i int) (float32, bool) {
	if h.known[i] == 0 {
		return h.estimate, false
	}
	return h.known[i], true
}

// put records an item's measured height, which is more than 0.
func (h *heights) put(i int, height float32) {
	before, _ := h.get(i)
	h.known[i] = height
	change := float64(height) - float64(before)
	h.total += change
	for k := i + 1; k < len(h.tree); k += k & -k {
		h.tree[k] += change
	}
}

// top gives where an item begins, counted from the first item's top.
func (h *heights) top(i int) float64 {
	sum := 0.0
	for k := i; k > 0; k -= k & -k {
		sum += h.tree[k]
	}
	return sum
}

// at gives the item that covers a place, the first or the last beyond the ends;
// 0 where there is none.
func (h *heights) at(y float64) int {
	step := 1
	for step*2 < len(h.tree) {
		step *= 2
	}
	i := 0
	for ; step > 0; step /= 2 {
		if next := i + step; next < len(h.tree) && h.tree[next] <= y {
			i, y = next, y-h.tree[next]
		}
	}
	return max(0, min(i, h.len()-1))
}
