package graph_test

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// TestNotApplied: every judgement that is refused says why, and so does what a rule says of a name that could be either of two organizations.
func TestNotApplied(t *testing.T) {
	undone := rule("Tide", "Tide Inc.", .9)
	undone.Undone = &graph.Undoing{By: "person: x"}
	n := network(t, graph.Data{Letters: []graph.Letter{letter("a", "Moon", "Moon Inc.", "Star Ltd", "Tide"), letter("b", "Sun"), letter("c", "Sun Inc."), letter("d", "Star"), letter("e", "Star Inc.", "Tide Inc.")},
		Judgements: []graph.Judgement{rule("Moon", "Moon Inc.", .9), rule("Sun", "Sun Inc.", .9), rule("Star", "Star Inc.", .9), rule("Star", "Star Ltd", .9), undone,
			judge(graph.Different, everywhere("Star Inc."), everywhere("Star Ltd"), "person: x"), judge(graph.Same, everywhere("Star Inc."), everywhere("Star Ltd"), "file y")}})
	got := map[string]string{}
	for _, j := range n.Judgements() {
		if why := n.NotApplied(j); why != "" {
			got[string(j.Verdict)+" "+j.A.Name+" "+j.B.Name] = why
		}
	}
	for pair, want := range map[string]string{"same Moon Moon Inc.": "one list prints both names", "same Star Star Inc.": "judgements or letters keep apart what it would join",
		"same Star Star Ltd": "judgements or letters keep apart what it would join", "same Star Inc. Star Ltd": "but person: x says that"} {
		if !strings.Contains(got[pair], want) {
			t.Errorf("%s: %q, want %q", pair, got[pair], want)
		}
	}
	if len(got) != 4 || slices.ContainsFunc(n.Refused(), func(r graph.Refusal) bool { return n.NotApplied(r.Judgement) != r.Why }) {
		t.Errorf("%q; refused are %+v", got, n.Refused())
	}
}
