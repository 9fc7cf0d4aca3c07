package explore

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// TestHomonymOfTheExampleData: a name that two organizations have is asked about, in whatever spelling, and a name of one of them is known.
func TestHomonymOfTheExampleData(t *testing.T) {
	r := exampleReading(t)
	for _, name := range []string{"Common Cause", " COMMON  cause"} {
		a, err := r.MatchName(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		m := a.Match
		if m.State != MatchUnsure || m.ID != "" || m.Why != "two organizations have this name" || len(m.Candidates) != 2 {
			t.Fatalf("%q: %+v", name, m)
		}
		if c := m.Candidates; c[0].Name != "Common Cause (US)" || c[0].Letters != 2 || c[1].Name != "Common Cause (India)" || c[0].Score != 1 || c[1].Why != m.Why {
			t.Errorf("%q: the candidates are %+v", name, c)
		}
	}
	if a, err := r.MatchName(t.Context(), "Common Cause (India)"); err != nil || a.Match.State != MatchKnown {
		t.Errorf("a name of one of them: %+v, %v", a.Match, err)
	}
}

// TestHomonyms asks of each state that judgements can leave a name in.
func TestHomonyms(t *testing.T) {
	ref := func(name, letter string) graph.NameRef { return graph.NameRef{Name: name, Letter: letter} }
	judge := func(v graph.Verdict, a, b graph.NameRef) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: v, A: a, B: b, By: "person: Ada"})
	}
	undone := judge(graph.Different, ref("ACME", "one"), ref("ACME", "two"))
	undone.Undone = &graph.Undoing{By: "person: Ada"}
	apart := judge(graph.Different, ref("ACME", "one"), ref("ACME", "two"))
	for name, c := range map[string]struct {
		judgements []graph.Judgement
		printed    string
		state      string
		candidates int
		why        string
	}{
		"nobody kept them apart":         {nil, "ACME", MatchKnown, 0, "same name"},
		"a decision taken back":          {[]graph.Judgement{undone}, "ACME", MatchKnown, 0, "same name"},
		"two, and a third letter":        {[]graph.Judgement{apart}, "ACME", MatchUnsure, 2, "two organizations have this name"},
		"another spelling":               {[]graph.Judgement{apart}, "Acme", MatchUnsure, 2, "two organizations have this name"},
		"another spelling that is one's": {[]graph.Judgement{apart, judge(graph.Same, ref("Acme", ""), ref("Zebra Club", ""))}, "Acme", MatchKnown, 2, "another organization of this name"},
		"two spellings":                  {[]graph.Judgement{judge(graph.Different, ref("ACME", ""), ref("acme!", ""))}, "Acme", MatchUnsure, 2, "two organizations have this name"},
		"one of the two spellings":       {[]graph.Judgement{judge(graph.Different, ref("ACME", ""), ref("acme!", ""))}, "acme!", MatchKnown, 1, "there is another organization of this name"},
		"another one in one letter":      {[]graph.Judgement{judge(graph.Different, ref("ACME", "one"), ref("ACME", ""))}, "ACME", MatchKnown, 1, "there is another organization of this name"},
		"three": {[]graph.Judgement{apart, judge(graph.Different, ref("ACME", "one"), ref("ACME", "three")), judge(graph.Different, ref("ACME", "two"), ref("ACME", "three"))},
			"ACME", MatchUnsure, 3, "three organizations have this name"},
	} {
		t.Run(name, func(t *testing.T) {
			letters := []graph.Letter{signedBy("one", "ACME"), signedBy("two", "ACME", "acme!"), signedBy("three", "ACME", "Zebra Club")}
			s := openStore(t, store.Change{Letters: letters, Judgements: c.judgements})
			service := New(s, Options{})
			defer service.Close()
			r, err := service.Read(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			a, err := r.MatchName(t.Context(), c.printed)
			if err != nil {
				t.Fatal(err)
			}
			m := a.Match
			if m.State != c.state || len(m.Candidates) != c.candidates || !strings.Contains(m.Why, c.why) {
				t.Fatalf("%+v", m)
			}
			var whys []string
			for _, candidate := range m.Candidates {
				whys = append(whys, candidate.Name+candidate.Why)
			}
			if slices.Sort(whys); len(slices.Compact(whys)) != c.candidates {
				t.Errorf("the candidates cannot be told apart: %q", whys)
			}
		})
	}
}
