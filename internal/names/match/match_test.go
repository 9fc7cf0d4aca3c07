package match

import (
	"fmt"
	"testing"

	"undersigned/graph"
	"undersigned/internal/names/search"
)

func signedBy(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

func matcherOf(t *testing.T, letters []graph.Letter, judgements []graph.Judgement) *Matcher {
	t.Helper()
	n, err := graph.NewNetwork(graph.Data{Letters: letters, Judgements: judgements})
	if err != nil {
		t.Fatal(err)
	}
	return NewMatcher(n, indexOf(t, n), "organization")
}

func indexOf(t testing.TB, n *graph.Network) *search.Index {
	t.Helper()
	var list []search.Name
	for o, org := range n.Organizations() {
		for _, name := range org.Names {
			list = append(list, search.Name{Kind: "organization", Position: int32(o), Text: name.Text})
		}
	}
	ix, err := search.New(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// TestMatch: what a rule or judgement knows is known, names alike are candidates, nobody is joined that a judgement keeps apart.
func TestMatch(t *testing.T) {
	judge := func(v graph.Verdict, a, b string) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: v, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: Ada"})
	}
	m := matcherOf(t, []graph.Letter{
		signedBy("one", "River Watch", "The Boat Guild", "Harbour Union e.V.", "League of Painters (LOP)", "Verein für Wasser", "Sister Rivers Trust"),
		signedBy("two", "River Watch", "League of Printers", "Verein für Wasser Nord")},
		[]graph.Judgement{judge(graph.Same, "RW International", "River Watch"), judge(graph.Different, "Sisters River Trust", "Sister Rivers Trust")})
	for name, want := range map[string]struct{ state, best string }{
		"River Watch":              {Known, "River Watch"},
		"RIVER  WATCH":             {Known, "River Watch"},
		"RW International":         {Known, "River Watch"},
		"Boat Guild":               {Unsure, "The Boat Guild"},
		"The River Watch":          {Unsure, "River Watch"},
		"River Watch (RW)":         {Unsure, "River Watch"},
		"Harbour Union":            {Unsure, "Harbour Union e.V."},
		"League of Painters":       {Unsure, "League of Painters (LOP)"},
		"Verein fur Wasser":        {Unsure, "Verein für Wasser"},
		"Sisters River Trust":      {New, ""},
		"Wholly New Weavers":       {New, ""},
		"River Watch of the South": {New, ""},
		"–":                        {New, ""},
		"":                         {New, ""},
	} {
		m := m.Match(name)
		best := m.Name
		if len(m.Candidates) > 0 {
			best = m.Candidates[0].Name
		}
		if m.State != want.state || best != want.best || m.Why == "" || (m.State == Known) != (m.ID != "") || m.Candidates == nil || m.Score > 1 || len(m.Candidates) > candidatesShown {
			t.Errorf("%q: %+v", name, m)
		}
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
	ix := indexOf(b, n)
	for b.Loop() {
		m := NewMatcher(n, ix, "organization")
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
