package graph_test

import (
	"reflect"
	"slices"
	"testing"

	"undersigned/graph"
)

func TestTranslationsVersionsAndReportsAreOneLetter(t *testing.T) {
	original, spanish, longer, news, other := letter("original", "A", "B"), letter("spanish", "A", "B"), letter("longer", "A", "B", "C"), letter("news", "A", "D"), letter("other", "A")
	spanish.TranslationOf, longer.VersionOf = original.ID, original.ID
	for i := range news.Signatures {
		news.Signatures[i].Status = graph.Reported
	}
	link := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, A: graph.NameRef{Letter: news.ID}, B: graph.NameRef{Letter: original.ID}, By: graph.RuleSameLetter, Score: .5})
	weaker := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, A: graph.NameRef{Letter: news.ID}, B: graph.NameRef{Letter: other.ID}, By: graph.RuleSameLetter, Score: .4})
	d := graph.Data{Letters: []graph.Letter{original, spanish, longer, news, other, letter("nobody")}, Judgements: []graph.Judgement{weaker, link}}
	n := network(t, d)
	if got := n.Coverage(); got.Letters != 2 || got.Organizations != 4 || got.Signatures != 5 || got.UnsignedDocuments != 1 || got.Reported != 1 {
		t.Fatalf("got %+v; want 2 letters, 4 organizations, 5 signatures, 1 reported, 1 unsigned", got)
	}
	p, _ := n.Letter(news.ID)
	if q, _ := n.Letter(original.ID); p != q || n.Letters()[p].ID != original.ID || len(n.Letters()[p].Records) != 4 || len(n.Letters()[p].Links) != 3 {
		t.Fatalf("the four records are not one letter led by the original: %+v", n.Letters()[p])
	}
	status := func(name string) graph.Status {
		o, ok := n.Organization(name)
		if !ok {
			t.Fatalf("%s is not found", name)
		}
		return n.Status(o, p)
	}
	if status("A") != graph.Listed || status("D") != graph.Reported || status("C") != graph.Listed {
		t.Errorf("statuses of A, D, C: %s, %s, %s", status("A"), status("D"), status("C"))
	}
	o, _ := n.Organization("A")
	printed := []string{}
	for _, ref := range n.Signatures(o, p) {
		printed = append(printed, ref.Letter.Title)
	}
	if want := []string{"longer", "news", "original", "spanish"}; !slices.Equal(printed, want) {
		t.Errorf("A's four printings, the newest list's first, those of the older one and its translation last: %v, want %v", printed, want)
	}

	link.Undone = &graph.Undoing{By: "person: x"}
	weaker.Undone = &graph.Undoing{By: "person: x"}
	d.Judgements = []graph.Judgement{weaker, link}
	if got := network(t, d).Coverage(); got.Letters != 3 {
		t.Errorf("undone links still link: %d letters", got.Letters)
	}
	apart := graph.NewJudgement(graph.Judgement{Verdict: graph.Different, Relation: graph.TranslationOf, A: graph.NameRef{Letter: spanish.ID}, B: graph.NameRef{Letter: original.ID}, By: "person: x"})
	d.Judgements = []graph.Judgement{apart}
	if got := network(t, d).Coverage(); got.Letters != 4 {
		t.Errorf("a different judgement must split the translation off: %d letters", got.Letters)
	}
}

func TestWithdrawnSignsNothingAndPersonsAreOnlyCounted(t *testing.T) {
	l := letter("a", "A", "B")
	l.Signatures[1].Status = graph.Withdrawn
	l.Signatures = append(l.Signatures, graph.Signature{Name: "Somebody", Type: graph.TypePerson, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "Somebody"}}})
	l.Individuals = 3
	n := network(t, graph.Data{Letters: []graph.Letter{l}})
	if c := n.Coverage(); c.Organizations != 1 || c.Withdrawn != 1 || c.Persons != 4 {
		t.Fatalf("got %+v", c)
	}
}

func TestClaimedGapIsShown(t *testing.T) {
	l, claimed := letter("a", "A", "B"), 5
	l.Claimed = graph.Claimed{Organizations: &claimed, Text: "five groups"}
	got := network(t, graph.Data{Letters: []graph.Letter{l}}).Coverage().Gaps
	if want := []graph.Gap{{Letter: l.ID, Title: "a", Claimed: 5, Found: 2, Phrase: "five groups"}}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
}

func TestTargetsFoldAndKnowWhatTheyArePartOf(t *testing.T) {
	a, b := letter("a", "A"), letter("b", "A")
	a.Targets = []graph.TargetRef{{Name: "Big Shop", Kind: "organization"}, {Name: "Big Shop Cloud", Kind: "product", PartOf: "BIG SHOP"}}
	b.Targets = []graph.TargetRef{{Name: "Big Shop"}}
	n := network(t, graph.Data{Letters: []graph.Letter{a, b}})
	if len(n.Targets()) != 2 {
		t.Fatalf("got %+v", n.Targets())
	}
	shop, _ := n.Target("big shop")
	cloud, _ := n.Target("Big Shop Cloud")
	if n.Targets()[cloud].PartOf != n.Targets()[shop].ID || n.Targets()[shop].Name != "Big Shop" {
		t.Errorf("got %+v", n.Targets())
	}
	if p, _ := n.Letter(a.ID); !reflect.DeepEqual(n.TargetsOf(p), []int32{int32(shop), int32(cloud)}) {
		t.Errorf("targets of a: %v", n.TargetsOf(p))
	}
}

func TestEdgeListGivesEvidenceAndRefusesContradictions(t *testing.T) {
	edges := []graph.Edge{{Organization: "A", Letter: "x", Row: 2, Date: graph.Date{Year: 2020}}, {Organization: "B ", Letter: "x", Row: 3, Target: "T"}, {Organization: "A", Letter: "x", Row: 4}, {Organization: "a", Letter: "y", Row: 5}}
	n, err := graph.NetworkFromEdges(edges, graph.Document{ID: "e", Name: "e.csv"})
	if err != nil {
		t.Fatal(err)
	}
	if c := n.Coverage(); c.Letters != 2 || c.Organizations != 3 || c.Signatures != 3 || c.Targets != 1 || c.First.Year != 2020 {
		t.Fatalf("got %+v", c)
	}
	o, _ := n.Organization("A")
	l, _ := n.Letter(graph.LetterID("x", "x"))
	if s := n.Signatures(o, l); len(s) != 1 || len(s[0].Signature.Evidence) != 2 || s[0].Signature.Evidence[1].Line != 4 {
		t.Errorf("a repeated row is a second evidence, got %+v", s)
	}
	for _, bad := range [][]graph.Edge{{{Organization: " ", Letter: "x", Row: 2}}, {{Organization: "A", Letter: "", Row: 2}}} {
		if _, err := graph.NetworkFromEdges(bad, graph.Document{}); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	bad := []graph.Edge{{Organization: "A", Letter: "x", Date: graph.Date{Year: 2020}, Row: 2}, {Organization: "B", Letter: "x", Date: graph.Date{Year: 2021}, Row: 3}}
	if _, err := graph.NetworkFromEdges(bad, graph.Document{}); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("two dates of one letter: %v", err)
	}
}
