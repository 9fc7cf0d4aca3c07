package export

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"testing"
)

var errGone = errors.New("gone")

// gone takes some bytes and then no more.
type gone struct{ left int }

func (g *gone) Write(b []byte) (int, error) {
	if g.left -= len(b); g.left < 0 {
		return 0, errGone
	}
	return len(b), nil
}

// TestNothingIsMadeForNobody: when a writer takes no more, no format goes on through its rows.
func TestNothingIsMadeForNobody(t *testing.T) {
	const many = 40_000
	n := &Network{Organizations: []Organization{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}, Letters: []Letter{{ID: "l", Title: "L", Signers: []int{0, 1}}}, TiesTotal: many}
	for range many {
		n.Ties = append(n.Ties, Tie{A: 0, B: 1, Letters: 1, Newman: 1. / 3})
	}
	n.Signatures = iter.Seq[Signature](func(yield func(Signature) bool) {
		for i := range many {
			if !yield(Signature{Page: 1000 + i, Name: "Somebody", Text: "Somebody, somewhere, in a line of some length"}) {
				return
			}
		}
	})
	for name, write := range map[string]func(io.Writer, *Network, Mode) error{"gexf": GEXF, "graphml": GraphML, "pajek": Pajek, "vosviewer": VOSviewer, "ties": Ties,
		"signatures": Signatures, "xlsx": XLSX, "json": JSON, "signatures.parquet": SignaturesParquet} {
		whole := testing.AllocsPerRun(1, func() {
			if err := write(io.Discard, n, OneMode); err != nil {
				t.Fatal(err)
			}
		})
		ended := testing.AllocsPerRun(1, func() {
			if err := write(&gone{left: -1}, n, OneMode); !errors.Is(err, errGone) {
				t.Errorf("%s: %v", name, err)
			}
		})
		if whole < many/2 || ended > whole/3 {
			t.Errorf("%s: what was written to nobody took %.0f allocations, the whole file %.0f", name, ended, whole)
		}
	}
}

// TestNoEntityIsMadeForNobody is the same for entities, of which the lines of one signature make one.
func TestNoEntityIsMadeForNobody(t *testing.T) {
	const many = 5000
	n := &Network{Organizations: []Organization{{ID: "a", Name: "A"}}}
	for i := range many {
		n.Letters = append(n.Letters, Letter{ID: fmt.Sprintf("l%d", i), Title: "A letter", Signers: []int{0}})
	}
	yielded := 0
	n.Signatures = func(yield func(Signature) bool) {
		for yielded = range many {
			if !yield(Signature{Letter: yielded, Name: "A", Status: "listed"}) {
				return
			}
		}
	}
	if err := FTM(io.Discard, n, OneMode); err != nil || yielded != many-1 {
		t.Fatalf("%d lines, %v", yielded, err)
	}
	if err := FTM(&gone{left: 700_000}, n, OneMode); !errors.Is(err, errGone) || yielded > many/2 {
		t.Errorf("%d lines of %d were asked for after nobody took them, %v", yielded, many, err)
	}
}
