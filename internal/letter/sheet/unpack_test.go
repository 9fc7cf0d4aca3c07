package sheet

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"undersigned/graph"
)

// TestPackedTooWell: a small file of very many equal rows is refused before they are read; a list of different ones is not.
func TestPackedTooWell(t *testing.T) {
	pack := func(text string) *bytes.Buffer {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := z.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return &b
	}
	if _, _, err := unpack(pack(strings.Repeat("River Watch,Letter 1\n", 500_000)), 64<<20); graph.CodeOf(err) != graph.TooLarge || !strings.Contains(err.Error(), "200 times") {
		t.Errorf("equal rows: %v", err)
	}
	var list strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&list, "Club %d,Letter %d\n", i%7001, i%311)
	}
	if text, _, err := unpack(pack(list.String()), 64<<20); err != nil || text != list.String() {
		t.Errorf("different rows: %v", err)
	}
}
