package match

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

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
		"nobody kept them apart":         {nil, "ACME", Known, 0, "same name"},
		"a decision taken back":          {[]graph.Judgement{undone}, "ACME", Known, 0, "same name"},
		"two, and a third letter":        {[]graph.Judgement{apart}, "ACME", Unsure, 2, "two organizations have this name"},
		"another spelling":               {[]graph.Judgement{apart}, "Acme", Unsure, 2, "two organizations have this name"},
		"another spelling that is one's": {[]graph.Judgement{apart, judge(graph.Same, ref("Acme", ""), ref("Zebra Club", ""))}, "Acme", Known, 2, "another organization of this name"},
		"two spellings":                  {[]graph.Judgement{judge(graph.Different, ref("ACME", ""), ref("acme!", ""))}, "Acme", Unsure, 2, "two organizations have this name"},
		"one of the two spellings":       {[]graph.Judgement{judge(graph.Different, ref("ACME", ""), ref("acme!", ""))}, "acme!", Known, 1, "there is another organization of this name"},
		"another one in one letter":      {[]graph.Judgement{judge(graph.Different, ref("ACME", "one"), ref("ACME", ""))}, "ACME", Known, 1, "there is another organization of this name"},
		"three": {[]graph.Judgement{apart, judge(graph.Different, ref("ACME", "one"), ref("ACME", "three")), judge(graph.Different, ref("ACME", "two"), ref("ACME", "three"))},
			"ACME", Unsure, 3, "three organizations have this name"},
	} {
		t.Run(name, func(t *testing.T) {
			letters := []graph.Letter{signedBy("one", "ACME"), signedBy("two", "ACME", "acme!"), signedBy("three", "ACME", "Zebra Club")}
			m := matchOf(t, registerOf(t, letters, c.judgements...), c.printed)
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
