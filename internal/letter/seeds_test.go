package letter

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
)

// seeds are five plain texts that lie outside the repository, since they are not ours: an open letter of 14 organizations, a press
// report of it that names 17 (13 of them the same), two documents that nobody signed, and a letter whose 90 signatories stand in the
// letterhead and again under the text. Package evaluate holds them against their gold.
var seeds = []string{"000_b1e86b57104aa21a.txt", "001_08d565a34ea0632f.txt", "002_cf895ce554be0ce0.txt", "003_dfa3041bf340c837.txt", "004_fa329d9f090bb5c7.txt"}

// shared reads a file of ../shared/data beside the module: seeds holds documents, gold what a person found in them. A missing one skips the test with a reason, or fails it where the
// environment says CI=true.
func shared(t testing.TB, path ...string) []byte {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil && filepath.Dir(root) != root; _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	name := filepath.Join(append([]string{root, "..", "shared", "data"}, path...)...)
	data, err := os.ReadFile(name)
	if os.IsNotExist(err) && os.Getenv("CI") != "true" {
		t.Skipf("%s is not there; put the shared data beside the module to run this test", filepath.Join(path...))
	}
	if err != nil {
		t.Fatalf("the shared data beside the module cannot be read: %v", err)
	}
	return data
}

func readSeed(t *testing.T, file string) *draft.Draft {
	t.Helper()
	d, err := Extract(context.Background(), file, shared(t, "seeds", file), medium.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPrintedTwice asks that letterhead and sign-off are two evidences of each name.
func TestPrintedTwice(t *testing.T) {
	d := readSeed(t, seeds[4])
	for _, r := range d.Signatories {
		if len(r.Evidence) != 2 || r.Evidence[0].Line >= r.Evidence[1].Line {
			t.Errorf("%q has the printings %v, want letterhead and sign-off", r.Name, r.Evidence)
		}
	}
	l := d.Letter("")
	if e := l.Signatures[0].Evidence[1]; e.Form != "American Civil Liberties Union" {
		t.Errorf("the sign-off's form is %q", e.Form)
	}
}

// TestStatusOfSeeds asks that who stands in a report is reported, and who stands in a letter's own list is listed.
func TestStatusOfSeeds(t *testing.T) {
	for i, want := range []graph.Status{graph.Listed, graph.Reported} {
		d := readSeed(t, seeds[i])
		l := d.Letter("")
		for _, s := range l.Signatures {
			if s.Status != want {
				t.Errorf("seed %d: %q is %s, want %s", i, s.Name, s.Status, want)
			}
		}
	}
}
