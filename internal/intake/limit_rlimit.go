//go:build linux || darwin

package intake

import (
	"syscall"
	"time"
)

// limitSystem asks the system for limits. Where it gives none, the other ones hold: so errors are not looked at. The limit is one of data,
// not of addresses, of which Go reserves far more than it uses.
func limitSystem(memory uint64, wall time.Duration) {
	for what, most := range map[int]uint64{
		syscall.RLIMIT_DATA:  memory,
		syscall.RLIMIT_CPU:   uint64(2*wall/time.Second) + 1,
		syscall.RLIMIT_CORE:  0,
		syscall.RLIMIT_FSIZE: 256 << 20, // the cache of the PDF engine is all that is ever written
	} {
		var now syscall.Rlimit
		if syscall.Getrlimit(what, &now) == nil && now.Max > most {
			_ = syscall.Setrlimit(what, &syscall.Rlimit{Cur: most, Max: most})
		}
	}
}
