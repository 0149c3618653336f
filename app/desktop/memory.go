package desktop

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// saveMemory has garbage collected when it is a third of what is in use rather
// than as much: most of that are the names and attributes of a large archive,
// which stay. Collecting runs about three times as often for that.
//
// From roomy on it is a sixth, and what was collected is given back at once, so
// that the garbage of what runs in the background, of a search and of a list
// that was compared does not add up.
func saveMemory(ctx context.Context) {
	const percent = 35
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		go limitMemory(ctx)
	}
}

const (
	// roomy is how much memory Go may take, whatever is in use.
	roomy = 170 << 20
	// besides is what Go takes beside what is in use and its garbage.
	besides = 12 << 20
)

// limitMemory lets the limit of memory follow what is in use: a limit that stays
// would have a very large archive collect without end.
func limitMemory(ctx context.Context) {
	often := time.NewTicker(time.Second)
	defer often.Stop()
	used := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for ctx.Err() == nil {
		metrics.Read(used)
		inUse := int64(used[0].Value.Uint64())
		debug.SetMemoryLimit(max(roomy, inUse+inUse/6+besides))
		select {
		case <-often.C:
		case <-ctx.Done():
		}
	}
}
