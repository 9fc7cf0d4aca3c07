package load

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// shared returns a path in ../shared/data, which holds what is not ours to publish: seeds, five texts (a letter of 14 organizations, a
// report of it that names 17, a letter of 90, two that nobody signed); gold/aliases.json, groups of printed names that are one
// organization; networks, edge lists. Where it is missing the test is skipped, in CI it fails.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	full := filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, path...)...)
	if _, err := os.Stat(full); os.IsNotExist(err) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing; put the shared data beside the module", full)
		}
		t.Skipf("%s is not there; put the shared data beside the module to run this test", full)
	}
	return full
}

// reportedOnly are the organizations that only a report says signed.
func reportedOnly(n *graph.Network) []string {
	var names []string
	for o, org := range n.Organizations() {
		for _, l := range n.Incidence().LettersOf(o) {
			if n.Status(o, int(l)) == graph.Reported {
				names = append(names, org.Name)
			}
		}
	}
	slices.Sort(names)
	return names
}

func figures(n *graph.Network) [5]int {
	c := n.Coverage()
	return [5]int{c.Letters, c.Organizations, c.Signatures, c.SeveralLetters, c.UnsignedDocuments}
}

// A report counts with its letter, so the three signed documents are two letters. The aliases know two printed names as other forms
// of organizations that are there.
func TestSeeds(t *testing.T) {
	for name, test := range map[string]struct {
		in       Input
		want     [5]int
		reported []string
	}{
		"with aliases": {Input{Aliases: []string{shared(t, "gold", "aliases.json")}}, [5]int{2, 100, 107, 7, 2}, []string{"AI Now Institute", "Athena", "X-Lab"}},
		"without":      {Input{}, [5]int{2, 101, 107, 6, 2}, []string{"AI Now Institute", "Athena", "X-Lab"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := openStore(t)
			test.in.Paths = []string{shared(t, "seeds")}
			first := mustLoad(t, &Loader{Store: s}, test.in)
			n := networkOf(t, s)
			if got := figures(n); got != test.want {
				t.Errorf("letters, organizations, signatures, on several letters, unsigned documents: %v, want %v", got, test.want)
			}
			if got := reportedOnly(n); !slices.Equal(got, test.reported) {
				t.Errorf("only reported are %q, want %q", got, test.reported)
			}
			if first.Signed != 3 || first.Unsigned != 2 || len(first.Failed) != 0 {
				t.Errorf("%d signed documents, %d unsigned, %d failed", first.Signed, first.Unsigned, len(first.Failed))
			}
			again := mustLoad(t, &Loader{Store: s}, test.in)
			if again.Written != 0 || again.Revision != first.Revision {
				t.Errorf("loading again writes %d records, revision %d to %d", again.Written, first.Revision, again.Revision)
			}
		})
	}
}

// TestSeedsInAnyOrder loads the documents in all orders of the signed ones, one run each, the others between them.
func TestSeedsInAnyOrder(t *testing.T) {
	entries, err := os.ReadDir(shared(t, "seeds"))
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, e := range entries {
		paths = append(paths, shared(t, "seeds", e.Name()))
	}
	at := openStore(t)
	sum := mustLoad(t, &Loader{Store: at}, Input{Paths: []string{shared(t, "seeds")}})
	want := contentOf(t, at)
	var linked []Linked
	for _, r := range sum.Letters {
		linked = append(linked, r.Linked...)
	}
	if len(linked) != 1 || linked[0].Share < 0.5 || linked[0].Quote == "" {
		t.Fatalf("links found: %+v", linked)
	}
	signed := []int{0, 1, 4}
	for _, order := range permutations(len(signed)) {
		s := openStore(t)
		for turn, i := range order {
			in := Input{Paths: []string{paths[signed[i]]}}
			if turn == order[0] {
				in.Paths = append(in.Paths, paths[2], paths[3])
			}
			mustLoad(t, &Loader{Store: s}, in)
		}
		if contentOf(t, s) != want {
			t.Errorf("the order %v gives other content", order)
		}
	}
}

// TestUndoneLinkStaysUndone: who undoes the rule's judgement is not overruled by the next load.
func TestUndoneLinkStaysUndone(t *testing.T) {
	var s store.Store = openStore(t)
	in := Input{Paths: []string{shared(t, "seeds")}}
	mustLoad(t, &Loader{Store: s}, in)
	js, err := s.Judgements(t.Context())
	js = slices.DeleteFunc(js, func(j graph.Judgement) bool { return j.Relation == "" })
	if err != nil || len(js) != 1 || js[0].By != graph.RuleSameLetter || js[0].Relation != graph.ReportOf {
		t.Fatalf("judgements %+v, %v", js, err)
	}
	if _, err := s.UndoJudgement(t.Context(), js[0].ID, graph.Undoing{By: "person: Ada"}); err != nil {
		t.Fatal(err)
	}
	if sum := mustLoad(t, &Loader{Store: s}, in); sum.Written != 0 {
		t.Errorf("the next load writes %d records", sum.Written)
	}
	if c := networkOf(t, s).Coverage(); c.Letters != 3 {
		t.Errorf("%d letters, want 3: the report counts by itself now", c.Letters)
	}
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var all [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			next := append([]int{}, p[:i]...)
			all = append(all, append(append(next, n-1), p[i:]...))
		}
	}
	return all
}
