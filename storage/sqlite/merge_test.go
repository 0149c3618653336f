package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"cuttings/notes"
)

// Which neighbours are merged.
func TestTogether(t *testing.T) {
	const mb = 1 << 20
	for name, test := range map[string]struct {
		sizes    []int
		from, to int // of the segments that are merged
	}{
		"nothing":                      {nil, 0, 0},
		"one":                          {[]int{5 * mb}, 0, 0},
		"alike":                        {[]int{2 * mb, 2 * mb, 2 * mb}, 0, 3},
		"a large one stays":            {[]int{90 * mb, 2 * mb, 2 * mb, 2 * mb}, 1, 4},
		"for a small one nothing is":   {[]int{90 * mb, mb}, 0, 0},
		"small ones count as alike":    {[]int{90 * mb, 700, 40, 9000, 12}, 1, 5},
		"the last may be small":        {[]int{2 * mb, 2 * mb, 2 * mb, 2 * mb, 12}, 0, 5},
		"those behind a large one too": {[]int{2 * mb, 2 * mb, 90 * mb, 2 * mb}, 0, 2},
		"it grows":                     {[]int{90 * mb, 40 * mb}, 0, 2},
	} {
		var all []size
		var want []int64
		for i, bytes := range test.sizes {
			all = append(all, size{int64(i), bytes})
			if i >= test.from && i < test.to {
				want = append(want, int64(i))
			}
		}
		if got := together(all); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// However much comes, there are few segments, and each byte is written again a few times.
func TestTogetherKeepsUp(t *testing.T) {
	const batch, batches, busy = 1 << 20, 2000, 32
	var all []size
	written := 0
	for i := range batches {
		all = append(all, size{int64(i), batch})
		if len(all) <= busy {
			continue
		}
		ids := together(all)
		if len(ids) < 2 {
			t.Fatalf("nothing is merged of %d segments", len(all))
		}
		first := slices.IndexFunc(all, func(s size) bool { return s.id == ids[0] })
		sum := 0
		for _, s := range all[first : first+len(ids)] {
			sum += s.bytes
		}
		written += sum
		all = slices.Replace(all, first, first+len(ids), size{ids[0], sum})
	}
	if times := float64(written) / (batch * batches); times > 4 {
		t.Errorf("each byte is written again %.1f times", times)
	}
}

// Merging is cut off by every key stroke: it goes on where it was.
func TestMergingGoesOnWhereItWas(t *testing.T) {
	store, err := Create(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book := notes.New(store, notes.Options{})
	for i := range 12 {
		if _, err := book.AddNote(t.Context(), fmt.Sprint("Note ", i), "The bridge was shut."); err != nil {
			t.Fatal(err)
		}
	}
	if more, err := store.Merge(t.Context(), 1); err != nil || !more {
		t.Fatalf("it does not begin: %v, %v", more, err)
	}
	begun := store.merging.going
	pressed, press := context.WithCancel(t.Context())
	press()
	if _, err := store.Merge(pressed, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cut off, it says %v", err)
	}
	if begun == nil || store.merging.going != begun {
		t.Error("it begins again")
	}
	for more := true; more; {
		if more, err = store.Merge(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
	}
	if segments, err := store.Segments(t.Context()); err != nil || segments != 1 {
		t.Errorf("%d segments, %v", segments, err)
	}
	if count, err := book.Count(t.Context(), "bridge", nil); err != nil || count != 12 {
		t.Errorf("%d found, %v", count, err)
	}
}
