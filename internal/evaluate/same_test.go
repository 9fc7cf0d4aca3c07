package evaluate

import (
	"os"
	"path"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/sameletter"
)

// shared returns a folder of ../shared/data beside the module. A missing one skips the test with a reason, or fails it where the
// environment says CI=true.
func shared(t *testing.T, folder string) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil && filepath.Dir(root) != root; _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	dir := filepath.Join(root, "..", "shared", "data", folder)
	if _, err := os.Stat(dir); err != nil && os.Getenv("CI") != "true" {
		t.Skip("the shared data are not beside the module; put them there to run this test")
	} else if err != nil {
		t.Fatalf("the shared data beside the module cannot be read: %v", err)
	}
	return dir
}

// TestSameByFacts compares the gold files with each other by what they state of their documents (names, date, targets; no text): every pair
// of translations and versions must be proposed, and no other pair of the 36.
func TestSameByFacts(t *testing.T) {
	golds, err := readGold(shared(t, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	letters := make([]graph.Letter, len(golds))
	for i, g := range golds {
		d := letter.Draft{Kind: g.Kind, Date: g.Date, Targets: g.Targets, Name: path.Base(g.Document)}
		for _, s := range g.Signatories {
			if g.Signed == "signed" && s.Type == string(graph.TypeOrganization) {
				d.Signatories = append(d.Signatories, letter.Row{Name: s.As, Type: graph.TypeOrganization})
			}
		}
		letters[i] = d.Letter("")
		letters[i].ID = g.Document
	}
	wanted := map[[2]string]bool{}
	for _, g := range golds {
		if of := string(g.SameLetterAs); of != "" && news(golds, of) == (g.Kind == "news") {
			wanted[[2]string{min(g.Document, of), max(g.Document, of)}] = true
		}
	}
	found := 0
	for i := range letters {
		for k := range i {
			p, ok := sameletter.Same(letters[i], letters[k])
			if !ok {
				continue
			}
			a, b := letters[i].ID, letters[k].ID
			if wanted[[2]string{min(a, b), max(a, b)}] {
				found++
			} else if news(golds, a) == news(golds, b) {
				t.Errorf("proposed, too: %s and %s: %q", a, b, p.Reasons)
			}
		}
	}
	if found != len(wanted) || found < 2 {
		t.Errorf("%d pairs of %d are proposed", found, len(wanted))
	}
}

func news(golds []Gold, document string) bool {
	for _, g := range golds {
		if g.Document == document {
			return g.Kind == "news"
		}
	}
	return false
}
