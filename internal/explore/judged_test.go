package explore

import (
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// What a rule joins, and what it does not because one list prints both names, stand on the page of the organization and in About.
func TestRulesAreShown(t *testing.T) {
	change := store.Change{Letters: []graph.Letter{signedBy("one", "Heron Trust", "Heron Trust Inc.", "Tide Watch"), signedBy("two", "Tide Watch e.V.")}}
	service := New(openStore(t, change), Options{})
	t.Cleanup(service.Close)
	r, err := service.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, refused := range map[string]string{"Heron Trust": "one list prints both names", "Tide Watch": ""} {
		page, err := r.Organization(t.Context(), name)
		if err != nil || len(page.Judgements) != 1 {
			t.Fatalf("%s: %+v, %v", name, page.Judgements, err)
		}
		if m := page.Judgements[0]; m.By != "rule: legal-form, version 2" || !strings.HasPrefix(m.Why, "equal but for the legal form") || !strings.HasPrefix(m.Refused, refused) || (refused == "") != (m.Refused == "") {
			t.Errorf("%s: %+v", name, m)
		}
	}
	about, err := r.About(t.Context())
	if err != nil || len(about.Rules) != 1 || about.Rules[0].A != "Tide Watch" || len(about.Refused) != 1 || about.Refused[0].A != "Heron Trust" || about.Refused[0].Why != about.Refused[0].Refused {
		t.Errorf("%+v, %+v, %v", about.Rules, about.Refused, err)
	}
}
