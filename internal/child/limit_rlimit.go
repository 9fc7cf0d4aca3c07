//go:build linux || darwin

package child

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// limitSystem asks the system for limits. Where it gives none, the other ones hold: so errors are not looked at. The limit is one of data,
// not of addresses, of which Go reserves far more than it uses.
func limitSystem(memory uint64, wall time.Duration) {
	for what, most := range map[int]uint64{
		syscall.RLIMIT_DATA:  memory,
		syscall.RLIMIT_CPU:   uint64(4*wall/time.Second) + 1,
		syscall.RLIMIT_CORE:  0,
		syscall.RLIMIT_FSIZE: 256 << 20, // the cache of the PDF engine is all that is ever written
	} {
		var now syscall.Rlimit
		if syscall.Getrlimit(what, &now) == nil && now.Max > most {
			_ = syscall.Setrlimit(what, &syscall.Rlimit{Cur: most, Max: most})
		}
	}
}

// peak is the most memory that a process which has ended had at once, in bytes; 0 where that is not known.
func peak(ended *os.ProcessState) uint64 {
	if ended == nil {
		return 0
	}
	used, ok := ended.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return uint64(used.Maxrss)
	}
	return uint64(used.Maxrss) << 10
}

// processorTime is what this process has had of the processors.
func processorTime() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
