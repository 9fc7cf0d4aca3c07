package letter_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// TestLimits gives every document made to do harm and asks that it ends in the error it should, with a sentence for a person,
// within seconds. Run with -v it prints what each got.
func TestLimits(t *testing.T) {
	var table strings.Builder
	for _, bad := range lettertest.Documents(t) {
		begun := time.Now()
		_, err := letter.Extract(context.Background(), bad.Name, bad.Data, letter.Limits{})
		took := time.Since(begun)
		message := graph.MessageOf(err)
		fmt.Fprintf(&table, "| %s | %s | %d kB | %.2f s | %s | %s |\n", bad.Name, bad.What, len(bad.Data)/1000, took.Seconds(), graph.CodeOf(err), message)
		code := graph.CodeOf(err)
		if code != bad.Code && (!bad.PDF || code != graph.Unsupported) { // built without the engine, a PDF is Unsupported
			t.Errorf("%s (%s): %s %v, want %s", bad.Name, bad.What, code, err, bad.Code)
		}
		if err == nil {
			continue
		}
		if !strings.HasPrefix(message, bad.Name) || !strings.ContainsAny(message, ":;") {
			t.Errorf("%s: %q does not name the file and say what to do", bad.Name, message)
		}
		if took > 20*time.Second { // far above what it takes, for machines that are busy
			t.Errorf("%s (%s) took %s", bad.Name, bad.What, took)
		}
	}
	t.Logf("\n| file | what it is | size | time | code | what the user reads |\n|---|---|---|---|---|---|\n%s", table.String())
}
