package lexicon

import (
	"testing"
)

func TestCountriesOfSeveralLanguages(t *testing.T) {
	for _, c := range []string{"Germany", "Deutschland", "Allemagne", "Alemania", "USA", "United Kingdom", "Côte d’Ivoire", "DRC", "South Korea", "Republic of Moldova", "República de Chile", "Bundesrepublik Deutschland", "North Macedonia"} {
		if !IsCountry(c) {
			t.Errorf("%q is not known as a country", c)
		}
	}
	for _, c := range []string{"California", "Salt Union", "Republic of Letters", "Action", ""} {
		if IsCountry(c) {
			t.Errorf("%q passes for a country", c)
		}
	}
	if !IsPlace("California") {
		t.Error("California is no place")
	}
}
