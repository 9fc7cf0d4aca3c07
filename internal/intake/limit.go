package intake

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// What one document may cost. Wall time is watched by the server, which ends a child; the others a child sets for itself, so that
// they hold when the server is gone, too.
const (
	childTime      = 30 * time.Second // the page waits for it
	childMemory    = 768 << 20        // from here on the collector works hard
	childMemoryEnd = 1 << 30          // and here the child ends by itself
	childMemoryMax = 3 << 29          // here the system says no, where it can: what grows faster than it is watched
	exitMemory     = 77               // the status of a child that ended itself for its memory
	exitTime       = 78               // and for its time, where nobody did
)

// limitSelf sets the limits of this process. It must be called once, before anything is read.
func limitSelf() {
	debug.SetMemoryLimit(childMemory)
	limitSystem()
	time.AfterFunc(childTime+5*time.Second, func() { os.Exit(exitTime) })
	go watchMemory()
}

// watchMemory ends the process above its limit: not every system has one to give.
func watchMemory() {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(samples)
		if samples[0].Value.Uint64()-samples[1].Value.Uint64() > childMemoryEnd {
			os.Exit(exitMemory)
		}
	}
}
