package letter

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"undersigned/graph"
)

// seeds are the documents that the project starts from, with what their gold demands beyond the names.
var seeds = []struct {
	file          string
	organizations int
}{{"000_b1e86b57104aa21a.txt", 14}, {"001_08d565a34ea0632f.txt", 17}, {"002_cf895ce554be0ce0.txt", 0}, {"003_dfa3041bf340c837.txt", 0}, {"004_fa329d9f090bb5c7.txt", 90}}

// shared reads a file of ../shared/data beside the module. A missing one skips the test with a reason, or fails it where the
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

func readSeed(t *testing.T, file string) (*Draft, Gold) {
	t.Helper()
	data := shared(t, "seeds", file)
	d, err := Extract(context.Background(), file, data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := ReadGold(file, shared(t, "gold", "seeds", file+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return d, g
}

// TestSeeds asks for everything the gold says, in its order.
func TestSeeds(t *testing.T) {
	for _, seed := range seeds {
		t.Run(seed.file[:3], func(t *testing.T) {
			d, g := readSeed(t, seed.file)
			if n := d.Organizations(); n != seed.organizations || d.Persons() != 0 {
				t.Errorf("%d organizations and %d persons, want %d and none", n, d.Persons(), seed.organizations)
			}
			for i := range min(len(d.Signatories), len(g.Signatories)) {
				r, w := d.Signatories[i], g.Signatories[i]
				if r.Name != w.As || string(r.Type) != w.Type || r.Country != w.Country || r.Note != w.Note {
					t.Errorf("row %d is %q (%s, country %q, note %q), want %q", i+1, r.Name, r.Type, r.Country, r.Note, w.As)
				}
			}
			if d.Kind != g.Kind || d.Date != g.Date {
				t.Errorf("kind %s, date %s; want %s, %s", d.Kind, d.Date, g.Kind, g.Date)
			}
			if !slices.Equal(d.Addressees, g.Addressees) {
				t.Errorf("addressees %q, want %q", d.Addressees, g.Addressees)
			}
			if !slices.Equal(d.Targets, g.Targets) {
				t.Errorf("targets %q, want %q", d.Targets, g.Targets)
			}
			s := Evaluate(d, g)
			if !s.Claimed || d.Claimed.Text != g.Claimed.Text {
				t.Errorf("claimed %v %q, want %q", d.Claimed.Organizations, d.Claimed.Text, g.Claimed.Text)
			}
			if s.F1() != 1 {
				t.Errorf("F1 is %.3f: missing %q, extra %q", s.F1(), s.Missing, s.Extra)
			}
		})
	}
}

// TestPrintedTwice asks that letterhead and sign-off are two evidences of each name.
func TestPrintedTwice(t *testing.T) {
	d, _ := readSeed(t, seeds[4].file)
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
		d, _ := readSeed(t, seeds[i].file)
		l := d.Letter("")
		for _, s := range l.Signatures {
			if s.Status != want {
				t.Errorf("seed %d: %q is %s, want %s", i, s.Name, s.Status, want)
			}
		}
	}
}
