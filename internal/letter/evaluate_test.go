package letter

import (
	"testing"

	"undersigned/graph"
)

func TestEvaluate(t *testing.T) {
	g, err := ReadGold("g.json", []byte(`{"kind":"letter","date":"2020","individuals":1,"signatory_kind":"signed","targets":["B","A"],
		"signatories":[{"as":"Salt Union","type":"organization"},{"as":"Salt Union","type":"organization"},{"as":"Pier","type":"organization"},{"as":"Rosa","type":"person"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	d := &Draft{Kind: "letter", Date: "2020-01", Targets: []string{"A", "B"}, Signatories: []Row{{Name: "SALT-Union", Type: graph.TypeOrganization}, {Name: "Moon", Type: graph.TypeOrganization}, {Name: "Rosa", Type: graph.TypePerson}}}
	s := Evaluate(d, g)
	if s.Expected != 3 || s.Found != 2 || s.Right != 1 || s.Precision() != 0.5 || s.Recall() != 1.0/3 || s.F1() != 0.4 || s.Date || !s.Kind || !s.Targets || s.Persons != 1 || s.PersonsWanted != 1 {
		t.Errorf("the score is %+v", s)
	}
	if len(s.Missing) != 2 || s.Missing[0] != "Salt Union" || s.Missing[1] != "Pier" || len(s.Extra) != 1 || s.Extra[0] != "Moon" {
		t.Errorf("missing %q, extra %q", s.Missing, s.Extra)
	}
	g.Signed = "mentioned"
	if s := Evaluate(d, g); s.Expected != 0 || s.F1() != 0 || len(s.Missing) != 0 {
		t.Errorf("the score against mentioned names is %+v", s)
	}
	if s := Evaluate(&Draft{}, g); s.F1() != 1 {
		t.Errorf("the score of nothing against nothing is %+v", s)
	}
	if _, err := ReadGold("x/g.json", []byte("{")); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a broken gold file: %v", err)
	}
}
