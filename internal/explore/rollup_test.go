package explore

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/report"
)

func rolledReading(t *testing.T, r *Reading, how graph.RollUp) *Reading {
	t.Helper()
	up, err := r.RollUp(t.Context(), how)
	if err != nil {
		t.Fatal(err)
	}
	return up
}

func TestRolledUpReading(t *testing.T) {
	r := umbrellaReading(t)
	up := rolledReading(t, r, graph.ToParents)
	if again := rolledReading(t, r, graph.ToParents); again.snapshot != up.snapshot || up.Version() != r.Version() || rolledReading(t, up, graph.Plain).snapshot != r.snapshot ||
		rolledReading(t, up, graph.ToUmbrellas).snapshot != rolledReading(t, r, graph.ToUmbrellas).snapshot || rolledReading(t, r, graph.Plain) != r {
		t.Error("a network is rolled up once and kept beside the plain one, of the same data")
	}
	if _, err := r.RollUp(t.Context(), "children"); graph.CodeOf(err) != graph.Invalid {
		t.Error(err)
	}
	a, err := up.Network(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	if a.View.RollUp != graph.ToParents || !reflect.DeepEqual(a.RollUps, []graph.RollUp{graph.ToParents, graph.ToUmbrellas}) || len(a.Organizations.ID) != 4 ||
		a.Remark != "Chapters count as their parents: in all letters, 1 organization (1 signed nothing itself) stands for 2 others. In 1 letter several of them signed and count once." {
		t.Errorf("%+v %v %q %q", a.View, a.RollUps, a.Organizations.Name, a.Remark)
	}
	whole, err := r.Network(t.Context(), View{RollUp: graph.ToParents}) // a view says how it was made; the reading decides
	if err != nil || whole.View.RollUp != graph.Plain || len(whole.Organizations.ID) != 5 || whole.Remark != "" {
		t.Errorf("%+v %v", whole.View, err)
	}
	o, err := up.Organization(t.Context(), "River Trust Maine")
	if err != nil {
		t.Fatal(err)
	}
	trust, maine := graph.OrganizationID("River Trust", ""), graph.OrganizationID("River Trust Maine", "")
	if want := (&RolledUpAnswer{How: graph.ToParents, StandsFor: []PartAnswer{{trust, "River Trust", 3}, {maine, "River Trust Maine", 1}}, Silent: true}); o.Name != "World Rivers" || o.Letters != 3 || !reflect.DeepEqual(o.RolledUp, want) {
		t.Errorf("%q %+v", o.Name, o.RolledUp)
	}
	by := map[string]string{}
	for _, p := range o.Signed {
		for _, line := range p.Lines {
			if line.By == nil {
				t.Fatalf("nobody signs %q", line.Name)
			}
			by[line.Name] = line.By.Name
		}
	}
	if !reflect.DeepEqual(by, map[string]string{"River Trust": "River Trust", "River Trust Maine": "River Trust Maine", "Stream Trust": "River Trust"}) {
		t.Errorf("signed by %v", by)
	}
	if o, err = r.Organization(t.Context(), "River Trust"); err != nil || o.RolledUp != nil || o.Signed[0].Lines[0].By != nil {
		t.Errorf("%+v %v", o.RolledUp, err)
	}
	if _, err := up.Pair(t.Context(), "River Trust", "River Trust Maine"); err == nil || !strings.Contains(graph.MessageOf(err), "Both count as one organization here, World Rivers") {
		t.Error(err)
	}
	partners, err := up.Partners(t.Context(), PartnersQuery{Seeds: []string{maine}})
	if err != nil || len(partners.Seeds) != 1 || partners.Seeds[0].Name != "World Rivers" || partners.Letters != 3 {
		t.Errorf("%+v %v", partners.Seeds, err)
	}
}

func TestMembersRolledUp(t *testing.T) {
	up := rolledReading(t, umbrellaReading(t), graph.ToUmbrellas)
	a, err := up.Network(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	if a.Remark != "Chapters count as their parents, and members as their coalition: in all letters, 2 organizations (1 signed nothing itself) stand for 3 others. In 1 letter several of them signed and count once." {
		t.Errorf("%q", a.Remark)
	}
	letter, err := up.Letter(t.Context(), a.Letters.ID[0])
	if err != nil || len(letter.Signatories) != letter.Letter.Organizations {
		t.Errorf("%+v %v", letter.Signatories, err)
	}
}

func TestFilesOfARolledUpNetworkSaySo(t *testing.T) {
	up := rolledReading(t, umbrellaReading(t), graph.ToParents)
	for _, format := range []string{"gexf", "graphml", "pajek", "json", "svg"} {
		file, err := up.Export(t.Context(), format, View{}, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := file.Send(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		file.Close()
		if text := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(text, "Chapters count as their parents") || !strings.Contains(file.Name, "-parents.") {
			t.Errorf("%s, %s: %s", format, file.Name, text[:min(len(text), 1500)])
		}
	}
}

func TestAnalysisOfARolledUpNetworkSaysSo(t *testing.T) {
	r := umbrellaReading(t)
	for how, want := range map[graph.RollUp]bool{graph.Plain: false, graph.ToParents: true} {
		n, err := r.network.RollUp(how)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Analyze(t.Context(), n, AnalyzeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(a.Network)
		if err != nil || strings.Contains(string(text), `"rolled_up":{"how":"parents","umbrellas":1,"silent":1,"folded":2,"letters":1,"merged":1,"undated":0,"kept":[]}`) != want || (StatsOf(n).RolledUp != nil) != want {
			t.Errorf("%s %v", text, err)
		}
	}
}
