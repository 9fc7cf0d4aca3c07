package explore

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

func signedBy(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

// TestMatch: what a rule or judgement knows is known, names alike are candidates, nobody is joined that a judgement keeps apart.
func TestMatch(t *testing.T) {
	db, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	judge := func(v graph.Verdict, a, b string) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: v, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: Ada"})
	}
	change := store.Change{Letters: []graph.Letter{
		signedBy("one", "River Watch", "The Boat Guild", "Harbour Union e.V.", "League of Painters (LOP)", "Verein für Wasser", "Sister Rivers Trust"),
		signedBy("two", "River Watch", "League of Printers", "Verein für Wasser Nord")},
		Judgements: []graph.Judgement{judge(graph.Same, "RW International", "River Watch"), judge(graph.Different, "Sisters River Trust", "Sister Rivers Trust")}}
	if _, err := db.Put(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	service := New(db, Options{})
	defer service.Close()
	r, err := service.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ state, best string }{
		"River Watch":              {MatchKnown, "River Watch"},
		"RIVER  WATCH":             {MatchKnown, "River Watch"},
		"RW International":         {MatchKnown, "River Watch"},
		"Boat Guild":               {MatchUnsure, "The Boat Guild"},
		"The River Watch":          {MatchUnsure, "River Watch"},
		"River Watch (RW)":         {MatchUnsure, "River Watch"},
		"Harbour Union":            {MatchUnsure, "Harbour Union e.V."},
		"League of Painters":       {MatchUnsure, "League of Painters (LOP)"},
		"Verein fur Wasser":        {MatchUnsure, "Verein für Wasser"},
		"Sisters River Trust":      {MatchNew, ""},
		"Wholly New Weavers":       {MatchNew, ""},
		"River Watch of the South": {MatchNew, ""},
		"–":                        {MatchNew, ""},
		"":                         {MatchNew, ""},
	} {
		a, err := r.MatchName(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		m := a.Match
		best := m.Name
		if len(m.Candidates) > 0 {
			best = m.Candidates[0].Name
		}
		if m.State != want.state || best != want.best || m.Why == "" || (m.State == MatchKnown) != (m.ID != "") || m.Candidates == nil || m.Score > 1 || len(m.Candidates) > candidatesShown {
			t.Errorf("%q: %+v", name, m)
		}
	}
}

// TestReadFrom: who has written sees the write, however seldom the store is looked at.
func TestReadFrom(t *testing.T) {
	db, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	service := New(db, Options{PollEvery: time.Hour})
	defer service.Close()
	if _, err := service.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		written, err := db.Put(t.Context(), store.Change{Letters: []graph.Letter{signedBy(fmt.Sprint(i), "River Watch")}})
		if err != nil {
			t.Fatal(err)
		}
		r, err := service.ReadFrom(t.Context(), written.Revision)
		if err != nil || r.Version().Revision != written.Revision || len(r.Graph().Letters()) != i+1 {
			t.Fatalf("%v, %+v", err, r)
		}
	}
	service.Close()
	if _, err := service.ReadFrom(t.Context(), 99); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a service that has stopped: %v", err)
	}
}

// BenchmarkMatch matches a list of names with 20,000 organizations: 1 in 4 known, 1 in 4 misspelt, the others new.
func BenchmarkMatch(b *testing.B) {
	var letters []graph.Letter
	name := func(i int) string {
		return fmt.Sprintf("%s %s of %s %d", []string{"Alliance", "Society", "Friends", "Committee", "Union"}[i%5], []string{"Water", "Forest", "Peace", "Bread"}[i/5%4], []string{"Norden", "Sur", "Ostende"}[i/20%3], i)
	}
	for l := range 200 {
		var names []string
		for i := range 100 {
			names = append(names, name(100*l+i))
		}
		letters = append(letters, signedBy(fmt.Sprint(l), names...))
	}
	n, err := graph.NewNetwork(graph.Data{Letters: letters})
	if err != nil {
		b.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	if _, err := r.Matcher(b.Context()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		m, err := r.Matcher(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		for i := range 1000 {
			switch text := name(i * 17); i % 4 {
			case 0:
				m.Match(text)
			case 1:
				m.Match("x" + text[1:])
			default:
				m.Match(fmt.Sprintf("Weavers %d beyond compare", i))
			}
		}
	}
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "names/s")
}
