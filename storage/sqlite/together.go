package sqlite

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// atOnce calls do with each number below count, on all processors, and waits.
func atOnce(count int, do func(i int)) {
	var wait sync.WaitGroup
	var next atomic.Int32
	for range min(runtime.NumCPU(), count) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < count; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}
