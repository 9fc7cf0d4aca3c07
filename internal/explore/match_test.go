package explore

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/names/match"
)

func signedBy(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

// TestHomonymOfTheExampleData: a name that two organizations have is asked about, in whatever spelling, and a name of one of them is known.
func TestHomonymOfTheExampleData(t *testing.T) {
	r := exampleReading(t)
	for _, name := range []string{"Common Cause", " COMMON  cause"} {
		a, err := r.MatchName(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		m := a.Match
		if m.State != match.Unsure || m.ID != "" || m.Why != "two organizations have this name" || len(m.Candidates) != 2 {
			t.Fatalf("%q: %+v", name, m)
		}
		if c := m.Candidates; c[0].Name != "Common Cause (US)" || c[0].Letters != 2 || c[1].Name != "Common Cause (India)" || c[0].Score != 1 || c[1].Why != m.Why {
			t.Errorf("%q: the candidates are %+v", name, c)
		}
	}
	if a, err := r.MatchName(t.Context(), "Common Cause (India)"); err != nil || a.Match.State != match.Known {
		t.Errorf("a name of one of them: %+v, %v", a.Match, err)
	}
}
