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
	childTime   = 30 * time.Second // the page waits for it
	childMemory = 1 << 30          // bytes
	exitMemory  = 77               // the status of a child that ended itself for its memory
	exitTime    = 78               // and for its time, where nobody did
)

// limitSelf sets the limits of this process: from three quarters of the memory on the collector works hard, at all of it the process ends
// by itself, and at one and a half the system says no, where it can, to what grows faster than it is watched. It must be called once, before
// anything is read.
func limitSelf(memory uint64, wall time.Duration) {
	debug.SetMemoryLimit(int64(memory / 4 * 3))
	debug.SetMaxStack(int(memory / 4))
	limitSystem(memory/2*3, wall)
	time.AfterFunc(wall+5*time.Second, func() { os.Exit(exitTime) })
	go watchMemory(memory)
}

// watchMemory ends the process above its limit: not every system has one to give.
func watchMemory(most uint64) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(samples)
		if samples[0].Value.Uint64()-samples[1].Value.Uint64() > most {
			os.Exit(exitMemory)
		}
	}
}
