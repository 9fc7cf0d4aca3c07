package explore

import (
	"context"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// lanterns is a reading of a few invented organizations.
func lanterns(t *testing.T) *Reading {
	t.Helper()
	letter := func(id string, signers ...string) graph.Letter {
		l := newLetter(id, signers[0])
		for _, name := range signers[1:] {
			l.Signatures = append(l.Signatures, newLetter(id, name).Signatures...)
		}
		l.Date = graph.Date{Year: 2020, Month: 5, Day: len(signers)}
		return l
	}
	of := func(name string) graph.NameRef { return graph.NameRef{Name: name} }
	change := store.Change{
		Letters: []graph.Letter{letter("one", "Civic Lantern Foundation", "Harbour Workers Alliance", "ACME"), letter("two", "Harbour Workers Alliance", "Meadow Rights Watch e.V.", "ACME"),
			letter("three", "Meadow Rights Watch Ltd", "Tidal Press")},
		Profiles: []graph.Profile{
			{Of: of("Harbour Workers Alliance"), Country: "United Kingdom", ExternalIDs: map[string]string{"wikidata": "Q11", "website": "https://www.harbour.example/about"}, Source: "test"},
			{Of: of("Civic Lantern Foundation"), Country: "Germany", Source: "test", Names: []graph.Name{{Text: "CLF", Kind: graph.Acronym}},
				Parent: &graph.NameRef{Name: "Tidal Press"}}},
		Judgements: []graph.Judgement{
			graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "ACME", Letter: "one"}, B: graph.NameRef{Name: "ACME", Letter: "two"}, By: "person: Ada"}),
			graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: of("Tidal Press"), B: of("The Tidal Press"), By: "person: Ada"}),
			graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: of("Tidal Press"), B: of("Ebb and Flow Books"), By: "person: Ada"}),
		}}
	return mustRead(t, startService(t, openStore(t, change), eager))
}

func TestReconcile(t *testing.T) {
	r := lanterns(t)
	fact := func(property string, values ...string) Fact { return Fact{property, values} }
	for _, x := range []struct {
		says  string
		w     Wanted
		first string // "": nobody
		sure  bool
		least float64
	}{
		{"as printed", Wanted{Name: "Harbour Workers Alliance"}, "Harbour Workers Alliance", true, .99},
		{"in capitals", Wanted{Name: "HARBOUR WORKERS  ALLIANCE"}, "Harbour Workers Alliance", true, .99},
		{"with a slip", Wanted{Name: "Harbour Wokers Alliance"}, "Harbour Workers Alliance", true, .99},
		{"a place more", Wanted{Name: "Harbour Workers Alliance of Ostrava"}, "Harbour Workers Alliance", false, .1},
		{"another country", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("country", "France")}}, "Harbour Workers Alliance", false, .9},
		{"the same country", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("country", "UK")}}, "Harbour Workers Alliance", true, .99},
		{"a letter it signed", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("letter", "Letter two")}}, "Harbour Workers Alliance", true, .99},
		{"a letter it did not sign", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("letter", "three")}}, "Harbour Workers Alliance", false, .9},
		{"a letter that nobody knows", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("letter", "four")}}, "Harbour Workers Alliance", true, .99},
		{"by identifier alone", Wanted{Facts: []Fact{fact("id:wikidata", "q11")}}, "Harbour Workers Alliance", true, .999},
		{"by any identifier", Wanted{Name: "Dockers United", Facts: []Fact{fact("identifier", "Q11")}}, "Harbour Workers Alliance", true, .999},
		{"by website", Wanted{Name: "Dockers United", Facts: []Fact{fact("website", "http://harbour.example")}}, "Harbour Workers Alliance", true, .999},
		{"another identifier", Wanted{Name: "Harbour Workers Alliance", Facts: []Fact{fact("id:wikidata", "Q12")}}, "Harbour Workers Alliance", false, .9},
		{"the identifier of another", Wanted{Name: "Tidal Press", Facts: []Fact{fact("id:wikidata", "Q11")}}, "Harbour Workers Alliance", true, .999},
		{"two legal forms", Wanted{Name: "Meadow Rights Watch"}, "Meadow Rights Watch", false, .5},
		{"two of the name", Wanted{Name: "acme"}, "ACME", false, .9},
		{"judged the same", Wanted{Name: "Ebb and Flow Books"}, "Tidal Press", true, .99},
		{"judged different", Wanted{Name: "The Tidal Press"}, "", false, 0},
		{"its parent", Wanted{Name: "CLF", Facts: []Fact{fact("parent", "tidal press")}}, "Civic Lantern Foundation", true, .99},
		{"nobody", Wanted{Name: "Zyzzyva Hexagon Quux"}, "", false, 0},
		{"nothing", Wanted{}, "", false, 0},
		{"too long", Wanted{Name: strings.Repeat("Harbour Workers Alliance ", 400)}, "", false, 0},
	} {
		answers, err := r.Reconcile(t.Context(), []Wanted{x.w})
		if err != nil || len(answers) != 1 {
			t.Fatalf("%s: %v, %v", x.says, answers, err)
		}
		list := answers[0]
		if x.first == "" {
			if len(list) > 0 {
				t.Errorf("%s: %+v, want nobody", x.says, list)
			}
			continue
		}
		if len(list) == 0 || !strings.HasPrefix(list[0].OrganizationRef.Name, x.first) || list[0].Sure != x.sure || list[0].Score < x.least {
			t.Errorf("%s: %+v, want %s, sure %v, from %v", x.says, list, x.first, x.sure, x.least)
		}
		for i := range list {
			if i > 0 && (list[i].Sure || list[i].Score > list[i-1].Score) || list[i].Score < 0 || list[i].Score > 1 {
				t.Errorf("%s: in the order or sure twice: %+v", x.says, list)
			}
		}
	}
}

func TestReconcileByID(t *testing.T) {
	r := lanterns(t)
	for _, o := range r.network.Organizations() {
		answers, err := r.Reconcile(t.Context(), []Wanted{{Name: o.ID}})
		if err != nil || len(answers[0]) == 0 || answers[0][0].ID != o.ID || !answers[0][0].Sure {
			t.Errorf("%s: %+v, %v", o.ID, answers, err)
		}
	}
}

func TestReconcileCanBeStopped(t *testing.T) {
	r := lanterns(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Reconcile(ctx, []Wanted{{Name: "ACME"}}); graph.CodeOf(err) != graph.Cancelled {
		t.Error(err)
	}
	if answers, err := r.Reconcile(t.Context(), []Wanted{{Name: "ACME"}}); err != nil || len(answers[0]) == 0 {
		t.Errorf("afterwards: %v, %v", answers, err)
	}
}

func TestValuesOfProperties(t *testing.T) {
	r := lanterns(t)
	list, err := r.Properties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"id:wikidata", "id:website", "country"} {
		if !slices.ContainsFunc(list, func(p Property) bool { return p.ID == id }) {
			t.Errorf("no property %s among %v", id, list)
		}
	}
	harbour, clf := graph.OrganizationID("Harbour Workers Alliance", ""), graph.OrganizationID("Civic Lantern Foundation", "")
	for _, x := range []struct{ id, property, want string }{
		{harbour, "name", "Harbour Workers Alliance"}, {harbour, "country", "United Kingdom"}, {harbour, "id:wikidata", "Q11"},
		{harbour, "website", "https://www.harbour.example/about"}, {clf, "other_names", "CLF"}, {clf, "country", "Germany"},
	} {
		if got := r.Values(x.id, x.property); len(got) != 1 || got[0].Text != x.want {
			t.Errorf("%s of %s: %+v, want %s", x.property, x.id, got, x.want)
		}
	}
	if got := r.Values(harbour, "letters"); len(got) != 1 || got[0].Number != 2 {
		t.Errorf("letters: %+v", got)
	}
	if got := r.Values(harbour, "last"); len(got) != 1 || got[0].Date != (graph.Date{Year: 2020, Month: 5, Day: 3}) {
		t.Errorf("last letter: %+v", got)
	}
	if got := r.Values(clf, "parent"); len(got) != 1 || got[0].Organization == nil || got[0].Organization.Name != "Tidal Press" {
		t.Errorf("parent: %+v", got)
	}
	for _, x := range [][2]string{{"nobody", "name"}, {harbour, "nothing"}, {harbour, "parent"}, {harbour, "letter"}, {clf, "id:wikidata"}} {
		if got := r.Values(x[0], x[1]); len(got) != 0 {
			t.Errorf("%s of %s: %+v", x[1], x[0], got)
		}
	}
}

// TestReconcileThroughTheGate: a batch against a large network waits as other large answers do, and says when to come again.
func TestReconcileThroughTheGate(t *testing.T) {
	var pairs []graph.Pair
	for i := range largeFrom {
		pairs = append(pairs, graph.Pair{Org: int32(i % 200), Letter: int32(i / 200)})
	}
	n, err := graph.NetworkFromEdges(graph.EdgePairs(pairs), graph.Document{})
	if err != nil {
		t.Fatal(err)
	}
	s := newSnapshot(n)
	s.gate = &gate{slots: make(chan struct{}, 1)}
	r := &Reading{snapshot: s}
	leave, err := s.gate.enter(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Reconcile(t.Context(), []Wanted{{Name: "ACME"}}); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("while another is made: %v", err)
	}
	leave()
	if answers, err := r.Reconcile(t.Context(), []Wanted{{Name: n.Organizations()[0].ID}}); err != nil || len(answers[0]) == 0 || len(s.gate.slots) != 0 {
		t.Errorf("afterwards: %v, %v, %d are in", answers, err, len(s.gate.slots))
	}
}

// TestReconcileByTheVeryName: where names that a rule makes one are kept apart, since one list prints them, each is its own organization's.
func TestReconcileByTheVeryName(t *testing.T) {
	pair := newLetter("one", "Lantern Works")
	pair.Signatures = append(pair.Signatures, newLetter("one", "Lantern Works, Inc.").Signatures...)
	again := newLetter("two", "Lantern Works, Inc.")
	r := mustRead(t, startService(t, openStore(t, store.Change{Letters: []graph.Letter{pair, again}}), eager))
	for name, want := range map[string]string{"Lantern Works": "Lantern Works", "Lantern Works, Inc.": "Lantern Works, Inc."} {
		answers, err := r.Reconcile(t.Context(), []Wanted{{Name: name}})
		if err != nil || len(answers[0]) != 2 {
			t.Fatalf("%s: %+v, %v; want both", name, answers, err)
		}
		list := answers[0]
		if !list[0].Sure || list[1].Sure || list[0].OrganizationRef.Name != want {
			t.Errorf("%s: %+v, want %q sure", name, list, want)
		}
	}
}
