package evaluate

import (
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// draftOf is a draft with these organizations.
func draftOf(date string, names ...string) *letter.Draft {
	d := &letter.Draft{Date: letter.Maybe(date)}
	for _, name := range names {
		d.Signatories = append(d.Signatories, letter.Row{Name: name, Type: graph.TypeOrganization, Confidence: 0.9})
	}
	return d
}

func goldOf(kind string, names ...string) Gold {
	g := Gold{Document: "a.txt", Signed: kind}
	for _, name := range names {
		g.Signatories = append(g.Signatories, GoldSignatory{As: name, Type: string(graph.TypeOrganization)})
	}
	return g
}

func TestMatch(t *testing.T) {
	g := goldOf("signed", "Salt Union", "Salt Union", "Pier Friends (PF)", "Pier Fund (PF)", "Öl Ünion")
	g.Signatories = append(g.Signatories, GoldSignatory{As: "Rosa", Type: "person"})
	g.Accept = OtherForms{{"Pier Fund (PF)", []string{"PF", "Pier Fund"}}, {"Pier Friends (PF)", []string{"PF"}}, {"Nobody", []string{"Moon"}}}
	g.Optional = []string{"Council", "Salt Union"}
	d := draftOf("", "Moon", "PF", "SALT-union", "Pier Fund", "Council", "Council", "Salt Union!", "Salt Union", "O\u0308l ünion", "PF")
	d.Signatories = append(d.Signatories, letter.Row{Name: "Rosa", Type: graph.TypePerson})
	rows, missing := match(d, &g)
	// Pier Fund stands first and takes PF; the next PF goes to Pier Friends. The third Salt Union is an optional name.
	if want := []verdict{wrong, right, right, wrong, optional, wrong, right, optional, right, right, notAsked}; !slices.Equal(rows, want) || len(missing) != 0 {
		t.Errorf("the verdicts are %v, want %v; missing %q", rows, want, missing)
	}
	rows, missing = match(draftOf("", "Moon", "Salt Union"), &g)
	if !slices.Equal(rows, []verdict{wrong, right}) || !slices.Equal(missing, []string{"Salt Union", "Pier Friends (PF)", "Pier Fund (PF)", "Öl Ünion"}) {
		t.Errorf("the verdicts are %v; missing %q", rows, missing)
	}
	g.Signed = "mentioned"
	if rows, missing := match(draftOf("", "Council", "PF"), &g); !slices.Equal(rows, []verdict{optional, wrong}) || len(missing) != 0 {
		t.Errorf("where nobody signs the verdicts are %v; missing %q", rows, missing)
	}
}

func TestNormal(t *testing.T) {
	for name, want := range map[string]string{"Straße des Öls": "strassedesols", "№ 5 – ﬁsh²": "no5fish2", "İ.ΣΑΣ": "iσασ", "e\u0301": "e", "संस्था 4": "ससथ4", "…": ""} {
		if got := normal(name); got != want {
			t.Errorf("the normal form of %q is %q, want %q", name, got, want)
		}
	}
}

// TestSamples asks which rows a fit learns from.
func TestSamples(t *testing.T) {
	draft := draftOf("", "Salt Union", "Moon", "Council")
	draft.Signatories = append(draft.Signatories, letter.Row{Name: "Rosa", Type: graph.TypePerson}, letter.Row{Name: "Row of a table", Type: graph.TypeOrganization})
	for i := range draft.Signatories[:4] { // a table says itself who signed: its rows are not rated
		draft.Signatories[i].Features = make([]float64, len(letter.FeatureNames))
	}
	of := func(individuals int, given map[string]bool) []bool {
		g := goldOf("signed", "Salt Union")
		g.Optional, g.Individuals, g.given = []string{"Council"}, individuals, given
		d := Document{draft: draft, gold: g}
		d.score()
		var rightness []bool
		for _, s := range samples([]*Document{&d}) {
			rightness = append(rightness, s.right)
		}
		return rightness
	}
	if got := of(1, nil); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("beside persons: %v", got)
	}
	if got := of(0, nil); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("where no person signed: %v", got)
	}
	if got := of(0, map[string]bool{}); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("where persons are not counted: %v", got)
	}
}
