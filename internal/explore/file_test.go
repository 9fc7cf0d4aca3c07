package explore

import (
	"bytes"
	"hash/maphash"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/report"
)

// made is a file with all its bytes.
type made struct {
	*File
	Data []byte
}

func mustExport(t *testing.T, r *Reading, format string, v View, o report.Options) made {
	t.Helper()
	f, err := r.Export(t.Context(), format, v, o)
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	defer f.Close()
	var b bytes.Buffer
	if err := f.Send(t.Context(), &b); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	if size, err := f.Whole(t.Context()); err != nil || size != int64(b.Len()) {
		t.Errorf("%s: %d bytes were sent of %d, %v", format, b.Len(), size, err)
	}
	return made{f, b.Bytes()}
}

// large is a reading of 100,000 signatures.
func large(t *testing.T) *Reading {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	n, err := graph.NetworkFromEdges(graph.EdgePairs(graphtest.Pairs(graphtest.Shared(t, "s10k.csv.gz"))), graph.Document{})
	if err != nil {
		t.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	r.gate = newGate()
	r.gate.patience = time.Minute // other tests take the cores
	r.room = newRoom(0, t.TempDir())
	if r.x.Signatures() < largeFrom {
		t.Fatal("the network is too small to be let through a gate")
	}
	return r
}

// TestManyEqualExports: 24 at one time of a large network are one computation, whatever else the questions say that a data file does not look
// at, all are answered, and nothing of it is kept.
func TestManyEqualExports(t *testing.T) {
	r := large(t)
	var written atomic.Int32
	r.progress = func(_, _ int, step string) {
		if step == "writing the file" {
			written.Add(1)
		}
	}
	var all, begun sync.WaitGroup
	begun.Add(24)
	var sums sync.Map
	seed := maphash.MakeSeed()
	for i := range 24 {
		all.Go(func() {
			f, err := r.Export(t.Context(), "signatures.csv", View{MinLetters: 1}, report.Options{Width: 100 + i, Title: "of no matter"})
			begun.Done()
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			begun.Wait() // all have joined before one has read it
			var sum maphash.Hash
			sum.SetSeed(seed)
			if err := f.Send(t.Context(), &sum); err != nil {
				t.Error(err)
			}
			sums.Store(sum.Sum64(), true)
		})
	}
	all.Wait()
	different := 0
	sums.Range(func(any, any) bool { different++; return true })
	if n := written.Load(); n != 1 || different != 1 {
		t.Errorf("the file was made %d times, and there are %d of it", n, different)
	}
	empty(t, &r.files, r.room)
}

// TestPrepareIsExport: who waits alone gets the same bytes.
func TestPrepareIsExport(t *testing.T) {
	r := exampleReading(t)
	for _, f := range report.Formats() {
		var b bytes.Buffer
		write, err := r.Prepare(t.Context(), f.Name, View{MinLetters: 3}, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if got := mustExport(t, r, f.Name, View{MinLetters: 3}, report.Options{}); !bytes.Equal(got.Data, b.Bytes()) || b.Len() == 0 {
			t.Errorf("%s: %d bytes and %d", f.Name, b.Len(), len(got.Data))
		}
	}
	empty(t, &r.files, r.room)
}
