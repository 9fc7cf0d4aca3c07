package explore

import (
	"testing"

	"undersigned/graph"
)

// TestCountriesFilterAlike: whatever form of a country's name a filter has, it finds the organizations of all forms.
func TestCountriesFilterAlike(t *testing.T) {
	l := signedBy("one", "River Watch", "Boat Guild", "Quay Cooks", "Weavers")
	for i, country := range []string{"US", "Estados Unidos", "", "Netherlands"} {
		l.Signatures[i].Country = country
	}
	n, err := graph.NewNetwork(graph.Data{Letters: []graph.Letter{l}})
	if err != nil {
		t.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	for filter, want := range map[string]int{"US": 2, "United States": 2, "USA": 2, "Estados Unidos": 2, "the Netherlands": 1, "Norway": 0} {
		a, err := r.Network(t.Context(), View{Country: filter, MinLetters: 1})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(a.Organizations.ID); got != want || r.HasCountry(filter) != (want > 0) {
			t.Errorf("%s: %d organizations, %v; want %d", filter, got, r.HasCountry(filter), want)
		}
	}
	if r.HasCountry("") {
		t.Error("no country is a filter")
	}
	if o, _ := n.Organization("River Watch"); r.country[o] != "Estados Unidos" && r.country[o] != "United States" {
		t.Errorf("shown as %q", r.country[o])
	}
}
