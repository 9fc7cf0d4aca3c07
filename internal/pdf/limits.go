package pdf

import "time"

// Limits bound what one document may cost. A zero field means the default. What goes over one ends in a graph.TooLarge error.
type Limits struct {
	Pages  int           // pages the document may have; 500
	Memory int           // memory of the engine for this document, in WebAssembly pages of 64 KiB; 2,048 (128 MiB), at most 4,096
	Time   time.Duration // time spent in the engine on this document, all calls together; 20 s
	Chars  int           // characters on all pages read; 2,000,000
	Pixels int           // pixels of one drawn page; 8,000,000 (A4 at 290 dpi)
}

// DefaultLimits are generous for any letter ever published: the longest lists have some hundred pages.
var DefaultLimits = Limits{Pages: 500, Memory: 2048, Time: 20 * time.Second, Chars: 2_000_000, Pixels: 8_000_000}

// maxMemory is the engine's own maximum, which its module declares.
const maxMemory = 4096

func (l Limits) withDefaults() Limits {
	d := DefaultLimits
	if l.Pages > 0 {
		d.Pages = l.Pages
	}
	if l.Memory > 0 {
		d.Memory = min(l.Memory, maxMemory)
	}
	if l.Time > 0 {
		d.Time = l.Time
	}
	if l.Chars > 0 {
		d.Chars = l.Chars
	}
	if l.Pixels > 0 {
		d.Pixels = l.Pixels
	}
	return d
}
