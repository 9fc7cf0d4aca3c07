package match

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/ruling"
)

func signedBy(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

func registerOf(t testing.TB, letters []graph.Letter, judgements ...graph.Judgement) *Register {
	t.Helper()
	data, err := ruling.Complete(t.Context(), graph.Data{Letters: letters, Judgements: judgements})
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewRegister(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func matchOf(t *testing.T, r *Register, name string) Match {
	t.Helper()
	m, err := r.Match(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestMatch: what a rule or judgement knows is known, what the names' score asks about is asked, nobody is joined that a judgement keeps apart.
func TestMatch(t *testing.T) {
	judge := func(v graph.Verdict, a, b string) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: v, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: Ada"})
	}
	r := registerOf(t, []graph.Letter{
		signedBy("one", "River Watch", "The Boat Guild", "Harbour Union e.V.", "League of Painters (LOP)", "Verein für Wasser", "Sister Rivers Trust", "FAIR",
			"Quay Cooks", "Quay Cooks Inc.", "Partners for Riverstone", "Meadow Rights Network", "Salt Road Alliance"),
		signedBy("two", "River Watch", "League of Printers", "Verein für Wasser Nord", "Lantern Press Ltd.", "Lantern Press", "Salt Road Alliance of Ostrava")},
		judge(graph.Same, "RW International", "River Watch"), judge(graph.Different, "Sisters River Trust", "Sister Rivers Trust"),
		judge(graph.Different, "Boat Guild of Brno", "The Boat Guild"), judge(graph.Different, "Lantern Press", "Lantern Press Ltd."), judge(graph.Different, "Harbour Union", "Harbour Union e.V."))
	const fold, form = "equal but for case", "equal but for the legal form"
	for name, want := range map[string]struct{ state, best, why string }{
		"River Watch":                {Known, "River Watch", "same name"},
		"RIVER  WATCH":               {Known, "River Watch", fold},
		"River-Watch":                {Known, "River Watch", fold},
		"RW International":           {Known, "River Watch", "known spelling"},
		"Boat Guild":                 {Known, "The Boat Guild", form},
		"The River Watch":            {Known, "River Watch", form},
		"River Watch (RW)":           {Known, "River Watch", "equal but for the acronym"},
		"League of Painters":         {Known, "League of Painters (LOP)", "equal but for the acronym"},
		"LOP":                        {Known, "League of Painters (LOP)", "one is the acronym"},
		"Verein fur Wasser":          {Known, "Verein für Wasser", fold},
		"quay cooks":                 {Known, "Quay Cooks", fold}, // the rule of folding before the others
		"Quay Cooks GmbH":            {Known, "Quay Cooks", form}, // and not Quay Cooks Inc.
		"The Lantern Press":          {Unsure, "Lantern Press", form},
		"Harbour Union":              {New, "", "nothing alike"},
		"The Harbour Union":          {Unsure, "Harbour Union e.V.", form}, // which the rules make one with what was judged apart
		"Fair":                       {Unsure, "FAIR", "capitals only"},
		"Meadow Rights Netwrok":      {Unsure, "Meadow Rights Network", "a letter or two differ"},
		"Meadow Right Network":       {Unsure, "Meadow Rights Network", "all words are alike"},
		"Salt Road Alliance of Brno": {New, "", "nothing alike"}, // a chapter is another
		"Riverside Tenants Union":    {New, "", "nothing alike"},
		"Sisters River Trust":        {New, "", "nothing alike"},
		"Boat Guild of Brno":         {New, "", "nothing alike"},
		"Wholly New Weavers":         {New, "", "nothing alike"},
		"–":                          {New, "", "nothing alike"},
		"":                           {New, "", "nothing alike"},
	} {
		m := matchOf(t, r, name)
		best := m.Name
		if len(m.Candidates) > 0 {
			best = m.Candidates[0].Name
		}
		if m.State != want.state || best != want.best || !strings.Contains(m.Why, want.why) || (m.State == Known) != (m.ID != "") || m.Candidates == nil || m.Score > 1 || len(m.Candidates) > candidatesShown {
			t.Errorf("%q: %+v", name, m)
		}
		for i, c := range m.Candidates {
			if i > 0 && c.Score > m.Candidates[i-1].Score || c.Letters == 0 || c.Why == "" || c.Score < .35 {
				t.Errorf("%q: the candidates are %+v", name, m.Candidates)
			}
		}
	}
}

// TestRuled: who says that a name is a new organization's says that it is none of those that a rule would join it with.
func TestRuled(t *testing.T) {
	r := registerOf(t, []graph.Letter{signedBy("one", "Quay Cooks", "Quay Cooks of Brno", "Boat Guild", "League of Painters (LOP)")})
	for name, want := range map[string]int{"Quay Cooks Inc.": 1, "QUAY COOKS": 1, "LOP": 1, "Quay Cooks": 0, "Weavers": 0, "": 0} {
		ruled, err := r.Ruled(t.Context(), name)
		if err != nil || len(ruled) != want {
			t.Errorf("%q: %v, %v; want %d", name, ruled, err, want)
		}
	}
}

func TestMatchCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := registerOf(t, []graph.Letter{signedBy("one", "Quay Cooks")})
	if _, err := r.Match(ctx, "Quay Cooks Inc."); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("while comparing: %v", err)
	}
	if _, err := NewRegister(ctx, r.network); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("while the names are read: %v", err)
	}
}

// BenchmarkMatch matches 500 names with 100,000 organizations: 1 in 4 known, 1 in 4 misspelt, the others new.
func BenchmarkMatch(b *testing.B) {
	name := func(i int) string {
		word := func(k int) string {
			return [...]string{"Har", "Mea", "Lan", "Or", "Ti", "Gra", "Wil", "Bea", "Cop", "Ju"}[k%10] + [...]string{"bour", "dow", "tern", "chard", "dal"}[k/10%5] + [...]string{"", "ford", "side", "gate"}[k/50%4]
		}
		return fmt.Sprintf("%s %s %s of %s", word(i), [...]string{"Water", "Forest", "Peace", "Bread", "Press"}[i/200%5], [...]string{"Alliance", "Society", "Friends", "Committee", "Union"}[i/1000%5], word(i/5000*7+i%13))
	}
	var letters []graph.Letter
	for l := range 1000 {
		var list []string
		for i := range 100 {
			list = append(list, name(100*l+i))
		}
		letters = append(letters, signedBy(fmt.Sprint(l), list...))
	}
	start := time.Now()
	r := registerOf(b, letters)
	index := time.Since(start)
	for b.Loop() {
		for i := range 500 {
			text := name(i * 197)
			switch i % 4 {
			case 0:
			case 1:
				text = text[:3] + "x" + text[3:]
			default:
				text = fmt.Sprintf("Weavers %s beyond %d", text[:9], i)
			}
			if _, err := r.Match(b.Context(), text); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(index.Seconds(), "s/index")
	b.ReportMetric(float64(len(r.owner)), "names")
}
