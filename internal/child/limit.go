package child

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

// The status of a child that ended itself: for its memory, and for its time, where nobody did.
const (
	exitMemory = 77
	exitTime   = 78
)

// lazily is how many times what is needed may be waste before the collector looks, in per cent. It takes a tenth off the time of reading.
const lazily = 400

// limitSelf sets the limits of this process: from three quarters of the memory on the collector works hard, at all of it the process ends
// by itself, and at one and a half the system says no, where it can, to what grows faster than it is watched. It must be called once, before
// anything is read. Time is limited for each document, see limitTask; the system limits the processor's time of the process, for where nothing else holds.
func limitSelf(memory uint64, wall time.Duration) {
	debug.SetMemoryLimit(int64(memory / 4 * 3))
	debug.SetGCPercent(lazily) // what is read is small beside the limit, and thrown away at once
	debug.SetMaxStack(int(memory / 4))
	limitSystem(memory/2*3, wall)
	go watch(memory)
}

// processorMost is the processor's time of this process at which a task has had its own; 0 where there is no task, or no limit.
var processorMost atomic.Int64

// limitTask limits the time of one document: that of the processor, which does not depend on what else the machine does, and that of the clock, for where
// nobody watches it any more. The function that it returns ends the limit.
func limitTask(processor, wall time.Duration) (stop func()) {
	processorMost.Store(int64(processorTime() + processor))
	timer := time.AfterFunc(wall+5*time.Second, func() { os.Exit(exitTime) })
	return func() {
		timer.Stop()
		processorMost.Store(0)
	}
}

// watch ends the process above its limits: not every system has one of memory to give, and none has one of time for a single document.
func watch(memory uint64) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(samples)
		if samples[0].Value.Uint64()-samples[1].Value.Uint64() > memory {
			os.Exit(exitMemory)
		}
		if most := processorMost.Load(); most > 0 && int64(processorTime()) > most {
			os.Exit(exitTime)
		}
	}
}
