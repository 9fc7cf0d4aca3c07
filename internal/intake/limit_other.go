//go:build !linux && !darwin

package intake

// limitSystem does nothing here: the process watches its memory itself, and the server its time.
func limitSystem() {}
