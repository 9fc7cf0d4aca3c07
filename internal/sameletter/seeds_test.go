package sameletter

import (
	"os"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// seeds are the documents that the project starts from: a letter, a report of it, and three that belong to no other.
var seeds = []string{"000_b1e86b57104aa21a.txt", "001_08d565a34ea0632f.txt", "002_cf895ce554be0ce0.txt", "003_dfa3041bf340c837.txt", "004_fa329d9f090bb5c7.txt"}

// readSeed reads a seed of ../shared/data beside the module. A missing one skips the test with a reason, or fails it where the
// environment says CI=true.
func readSeed(t *testing.T, file string) graph.Letter {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil && filepath.Dir(root) != root; _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	data, err := os.ReadFile(filepath.Join(root, "..", "shared", "data", "seeds", file))
	if os.IsNotExist(err) && os.Getenv("CI") != "true" {
		t.Skipf("seeds/%s is not there; put the shared data beside the module to run this test", file)
	}
	if err != nil {
		t.Fatalf("the shared data beside the module cannot be read: %v", err)
	}
	d, err := letter.Extract(t.Context(), file, data, letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d.Letter("")
}

// TestReportOfSeeds asks that the second seed is a report of the first and that nothing else is linked.
func TestReportOfSeeds(t *testing.T) {
	letters := make([]graph.Letter, len(seeds))
	for i, file := range seeds {
		letters[i] = readSeed(t, file)
	}
	for i := range letters {
		for k := range letters {
			link, ok := linkOf(letters[i], letters[k])
			if want := i == 1 && k == 0; ok != want {
				t.Errorf("seed %d as a report of seed %d: %v (share %.2f, quote %q)", i, k, ok, link.Share, link.Quote)
			}
			if ok && (link.Share < 13.0/17-1e-12 || link.Share > 13.0/17+1e-12 || link.Quote == "") {
				t.Errorf("share %.3f, quote %q; 13 of 17 names are shared", link.Share, link.Quote)
			}
		}
	}
}

// TestSameOfSeeds asks that the report is proposed by the written rule.
func TestSameOfSeeds(t *testing.T) {
	var letters []graph.Letter
	for _, file := range seeds {
		letters = append(letters, readSeed(t, file))
	}
	ps := Proposals(letters)
	if len(ps) != 1 || !ps[0].Rule || ps[0].Relation != graph.ReportOf || ps[0].A != letters[1].ID || ps[0].B != letters[0].ID {
		t.Errorf("the proposals are %+v, want the report only", ps)
	}
}
