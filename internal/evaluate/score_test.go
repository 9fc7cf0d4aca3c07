package evaluate

import (
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

func TestScore(t *testing.T) {
	g, err := ReadGold("g.json", []byte(`{"kind":"letter","date":"2020","individuals":1,"signatory_kind":"signed","targets":["B","A"],
		"signatories":[{"as":"Salt Union","type":"organization"},{"as":"Salt Union","type":"organization"},{"as":"Pier","type":"organization"},{"as":"Rosa","type":"person"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	d := &letter.Draft{Kind: "letter", Date: "2020-01", Targets: []string{"A", "B"}, Signatories: []letter.Row{{Name: "SALT-Union", Type: graph.TypeOrganization}, {Name: "Moon", Type: graph.TypeOrganization}, {Name: "Rosa", Type: graph.TypePerson}}}
	s := scoreOf(d, g)
	if s.Expected != 3 || s.Found != 2 || s.Right != 1 || s.Precision() != 0.5 || s.Recall() != 1.0/3 || s.F1() != 0.4 || s.Date || !s.Kind || !s.Targets || s.Persons != 1 || s.PersonsWanted != 1 {
		t.Errorf("the score is %+v", s)
	}
	if len(s.Missing) != 2 || s.Missing[0] != "Salt Union" || s.Missing[1] != "Pier" || len(s.Extra) != 1 || s.Extra[0] != "Moon" {
		t.Errorf("missing %q, extra %q", s.Missing, s.Extra)
	}
	g.Signed = "mentioned"
	if s := scoreOf(d, g); s.Expected != 0 || s.F1() != 0 || len(s.Missing) != 0 {
		t.Errorf("the score against mentioned names is %+v", s)
	}
	if s := scoreOf(&letter.Draft{}, g); s.F1() != 1 {
		t.Errorf("the score of nothing against nothing is %+v", s)
	}
	if _, err := ReadGold("x/g.json", []byte("{")); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a broken gold file: %v", err)
	}
}

// TestRightRows asks which rows a gold knows.
func TestRightRows(t *testing.T) {
	d := &letter.Draft{Signatories: []letter.Row{{Name: "Salt Union", Type: "organization"}, {Name: "SALT-Union", Type: "organization"}, {Name: "Moon", Type: "organization"}, {Name: "Rosa", Type: "person"}}}
	g := Gold{Individuals: 1, Signatories: []GoldSignatory{{As: "Salt Union", Type: "organization"}}}
	right, known := rightRows(d, g)
	if !slices.Equal(right, []bool{true, false, false, false}) || !slices.Equal(known, []bool{true, true, true, false}) {
		t.Errorf("right %v, known %v", right, known)
	}
	g.Individuals, g.Signed = 0, "mentioned"
	right, known = rightRows(d, g)
	if slices.Contains(right, true) || slices.Contains(known, false) {
		t.Errorf("where nobody signs: right %v, known %v", right, known)
	}
}
