package layout

// heights keeps the heights of sections and their sums: a binary indexed
// tree (P. Fenwick, "A new data structure for cumulative frequency tables",
// 1994), so that laying one section out costs the same in a text of any
// length.
type heights struct {
	each []float32
	tree []float64 // from 1
}

func newHeights(count int, height func(int) float32) heights {
	h := heights{make([]float32, count), make([]float64, count+1)}
	for i := range count {
		h.each[i] = height(i)
		h.tree[i+1] += float64(h.each[i])
		if parent := i + 1 + (i+1)&-(i+1); parent <= count {
			h.tree[parent] += h.tree[i+1]
		}
	}
	return h
}

func (h *heights) set(i int, height float32) {
	change := float64(height) - float64(h.each[i])
	h.each[i] = height
	for i++; i < len(h.tree); i += i & -i {
		h.tree[i] += change
	}
}

// before returns the sum of the first count heights.
func (h *heights) before(count int) float32 {
	sum := 0.0
	for ; count > 0; count -= count & -count {
		sum += h.tree[count]
	}
	return float32(sum)
}

// at returns the section that holds y, and how far within it y lies.
func (h *heights) at(y float32) (int, float32) {
	rest, i, step := float64(max(y, 0)), 0, 1
	for step*2 < len(h.tree) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if i+step < len(h.tree) && h.tree[i+step] <= rest {
			i += step
			rest -= h.tree[i]
		}
	}
	if i >= len(h.each) {
		i = len(h.each) - 1
		return i, h.each[i]
	}
	return i, float32(rest)
}
