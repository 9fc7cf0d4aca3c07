package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// TestProgress looks for the steps of long work in the log, in their order, and for silence where nobody asked.
func TestProgress(t *testing.T) {
	data := listedData(t)
	file := filepath.Join(t.TempDir(), "x.gexf")
	for _, c := range []struct {
		args  []string
		steps []string
	}{
		{[]string{"analyze", "--json"}, []string{"reading the letters", "counting the ties", "finding clusters", "betweenness", "pagerank", "positions"}},
		{[]string{"export", "-o", file}, []string{"reading the store", "finding clusters", "drawing the map", "how stable", "betweenness", "writing the file"}},
	} {
		r := cli(t, data, append(c.args, "--log", "info")...)
		at := 0
		for _, step := range c.steps {
			next := strings.Index(r.err[at:], step)
			if r.code != 0 || next < 0 {
				t.Errorf("%q ends with %d and does not say %q after what came before:\n%s", c.args, r.code, step, r.err)
				break
			}
			at += next
		}
		for _, silent := range [][]string{{}, {"-q"}, {"-q", "--log", "info"}} {
			if r := cli(t, data, append(c.args, silent...)...); r.code != 0 || strings.Contains(r.err, "level=") {
				t.Errorf("%q with %q says %q", c.args, silent, r.err)
			}
		}
	}
}

// TestBar reports from many goroutines, also after its end, as work that was stopped does.
func TestBar(t *testing.T) {
	report, done := bar(io.Discard)
	ended := make(chan struct{})
	for range 4 {
		go func() {
			for i := range 300 {
				report(i, 100+i/50, "step")
			}
			ended <- struct{}{}
		}()
	}
	<-ended
	done()
	done()
	for range 3 {
		<-ended
	}
}
