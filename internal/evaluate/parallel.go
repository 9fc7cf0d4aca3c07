package evaluate

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"undersigned/graph"
)

// parallel does n pieces of work on all processors; each writes to a place of its own, so that their order does not show. The error is that of
// the first piece that has one; after an error no further piece is begun.
func parallel(ctx context.Context, n int, do func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && !failed.Load() && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if errs[i] = do(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return graph.Wrap(graph.Cancelled, err, "the evaluation was stopped")
	}
	return nil
}
