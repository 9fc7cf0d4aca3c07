package graph_test

import (
	"fmt"
	"testing"

	"undersigned/graph"
)

// Of names that are one by the rule the cleanest printing is shown, whatever stands in more letters or is longer.
func TestTheCleanestPrintingIsShown(t *testing.T) {
	for _, c := range []struct {
		printed []string // in one letter each
		want    string
	}{
		{[]string{"\ufeffBom Club", "\ufeffBom Club", "Bom Club"}, "Bom Club"},
		{[]string{"Zero\u200bWidth Club", "ZeroWidth Club"}, "ZeroWidth Club"},
		{[]string{"Soft\u00adHyphen Club", "SoftHyphen Club"}, "SoftHyphen Club"},
		{[]string{"\u202bمنظمة أخرى\u202c", "منظمة أخرى"}, "منظمة أخرى"},
		{[]string{"ﬁrst ﬂoor oﬃce", "first floor office"}, "first floor office"},
		{[]string{"Ｆｕｌｌ Ｗｉｄｔｈ", "Full Width"}, "Full Width"},
		{[]string{"SMITH AND SONS", "SMITH AND SONS", "Smith and Sons"}, "Smith and Sons"},
		{[]string{"GREENHOUSE", "Greenhouse"}, "Greenhouse"},
		{[]string{"WWF", "WWF", "Wwf"}, "WWF"},                                                         // an acronym
		{[]string{"SMITH AND SONS", "SMITH & SONS"}, "SMITH AND SONS"},                                 // two names
		{[]string{"Smith & Sons", "Smith & Sons", "Smith, Sons"}, "Smith & Sons"},                      // equally clean: the one in most letters
		{[]string{"\ufeffOnly Club"}, "Only Club"},                                                     // no clean printing
		{[]string{"o\ufb03ce of two"}, "office of two"},                                                //
		{[]string{"🌱 Green 👩\u200d👩\u200d👧"}, "🌱 Green 👩\u200d👩\u200d👧"},                               // joiners that are needed
		{[]string{"می\u200cخواهم", "می\u200cخواهم", "میخواهم"}, "می\u200cخواهم"},                       //
		{[]string{"平和の会（東京）", "平和の会(東京)", "平和の会（東京）"}, "平和の会（東京）"},                                     // brackets of full width are the usual ones there
		{[]string{"SMITH\u00ad AND SONS", "SMITH AND SONS", "smith and\u200b sons"}, "SMITH AND SONS"}, // what is not seen counts first
	} {
		var d graph.Data
		for i, name := range c.printed {
			d.Letters = append(d.Letters, graph.Letter{ID: fmt.Sprintf("l%d", i), Documents: []graph.Document{{ID: "d"}},
				Signatures: []graph.Signature{{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: name}}}}})
		}
		n := network(t, d)
		first := n.Organizations()[0]
		if len(n.Organizations()) == 1 && first.Name != c.want || len(n.Organizations()) > 1 && first.Name != c.want && n.Organizations()[1].Name != c.want {
			t.Errorf("%q is shown as %q, want %q", c.printed, first.Name, c.want)
		}
		if at, ok := n.Organization(c.want); !ok || at < 0 {
			t.Errorf("%q is not found by the name that is shown", c.want)
		}
	}
}

// The id is the chosen name's, so that a prettier printing changes no address.
func TestTheShownPrintingDoesNotChangeTheID(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{{ID: "l", Documents: []graph.Document{{ID: "d"}}, Signatures: []graph.Signature{
		{Name: "SMITH AND SONS", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d"}, {Document: "d", Form: "Smith and Sons"}}},
	}}}}
	if o := network(t, d).Organizations()[0]; o.ID != graph.OrganizationID("SMITH AND SONS", "") || o.Name != "Smith and Sons" {
		t.Errorf("%s, %s", o.ID, o.Name)
	}
}
