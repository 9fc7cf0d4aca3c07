package letter

import (
	"testing"

	"undersigned/graph"
)

func record(id, kind, text string, quotes []string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Kind: kind, Quotes: quotes, Documents: []graph.Document{{ID: "d", Text: text}}}
	for _, n := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: n, Type: graph.TypeOrganization})
	}
	return l
}

func TestReportOf(t *testing.T) {
	text := "We ask you to keep the\nold pool, because it is “ours” and always was."
	quote := []string{"keep the old pool because it's not", "Keep the old pool – because it is ours and always was!"}
	letter := record("l", "letter", text, nil, "Salt Union", "Pier Friends", "River Watch")
	if share, q, ok := ReportOf(record("r", "news", "", quote, "SALT union", "Pier-Friends", "Moon Club"), letter); !ok || q != quote[1] || share < 0.66 || share > 0.67 {
		t.Errorf("the report is not recognized: %.2f %q %v", share, q, ok)
	}
	for name, report := range map[string]graph.Letter{
		"an ordinary letter":    record("r", "letter", "", quote, "Salt Union", "Pier Friends"),
		"too few names":         record("r", "news", "", quote, "Salt Union", "Moon Club", "Sun Club"),
		"no names":              record("r", "news", "", quote),
		"no quotation":          record("r", "news", "", nil, "Salt Union"),
		"too short a quotation": record("r", "news", "", []string{"keep the old pool because it is"}, "Salt Union"),
		"another text's words":  record("r", "news", "", []string{"we have always said that this pool is ours alone"}, "Salt Union"),
		"the letter itself":     record("l", "news", "", quote, "Salt Union"),
	} {
		if _, _, ok := ReportOf(report, letter); ok {
			t.Errorf("%s is taken for a report", name)
		}
	}
	if _, _, ok := ReportOf(record("r", "news", "", quote, "Salt Union"), record("n", "news", text, nil, "Salt Union")); ok {
		t.Error("a report of a report is linked")
	}
}

func TestQuotesOf(t *testing.T) {
	d := extract(t, "x.txt", "She said: “One two three four five six seven eight nine.” He said “no.”\n\n„Eins zwei drei vier fünf sechs sieben acht neun.“ «Un deux trois quatre cinq six sept huit neuf.» \"a b c d e f g h\"\n")
	if len(d.Quotes) != 4 {
		t.Errorf("the quotations are %q", d.Quotes)
	}
}

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
