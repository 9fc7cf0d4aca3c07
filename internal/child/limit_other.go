//go:build !linux && !darwin

package child

import (
	"os"
	"time"
)

// limitSystem does nothing here: the process watches its memory itself, and the server its time.
func limitSystem(uint64, time.Duration) {}

// peak is not known here.
func peak(*os.ProcessState) uint64 { return 0 }

// processorTime is not known here: the clock limits.
func processorTime() time.Duration { return 0 }
