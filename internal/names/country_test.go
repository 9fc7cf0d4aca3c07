package names

import (
	"strings"
	"testing"
)

func TestCountryCode(t *testing.T) {
	for name, code := range map[string]string{"Norway": "no", "United States": "us", "USA": "us", "the Netherlands": "nl", "United Kingdom": "gb", "UK": "gb", "GB": "gb", "Deutschland": "de",
		"Côte d’Ivoire": "ci", "México": "mx", "South Africa": "za", "European Union": "eu", "Georgia": "ge", "Kosovo": "xk", "de": "de",
		"": "", "Nowhere": "", "Alaska": "", "Global": "", "Paris": "", "The": ""} {
		if got := CountryCode(name); got != code {
			t.Errorf("%s: %q, want %q", name, got, code)
		}
	}
}

func TestCountryKey(t *testing.T) {
	for _, alike := range [][]string{{"US", "United States", "USA", "U.S.A.", "the United States", "Estados Unidos"}, {"UK", "United Kingdom", "Reino Unido"}, {"EU", "European Union"},
		{"Netherlands", "the Netherlands", "Países Bajos"}, {"Panama", "Panamá", "PANAMA"}, {"Freedonia", "the Freedonia", "FREEDONIA"}, {"", "  "}, {"–"}} {
		for _, form := range alike {
			if got, want := CountryKey(form), CountryKey(alike[0]); got != want || (got == "") != (strings.TrimSpace(form) == "") {
				t.Errorf("%q: %q, and %q: %q", form, got, alike[0], want)
			}
		}
	}
	if CountryKey("Niger") == CountryKey("Nigeria") || CountryKey("Freedonia") == CountryKey("Sylvania") {
		t.Error("two countries have one key")
	}
}

func TestCountryNames(t *testing.T) {
	for _, c := range []struct {
		printed []string
		shown   string
	}{
		{[]string{"US", "United States", "U.S.A."}, "United States"},
		{[]string{"US", "US", "Estados Unidos"}, "United States"},
		{[]string{"Estados Unidos", "Estados Unidos", "US"}, "Estados Unidos"},
		{[]string{"U.K."}, "United Kingdom"},
		{[]string{"EU", ""}, "European Union"},
		{[]string{"the Netherlands", "Netherlands", "Netherlands"}, "Netherlands"},
		{[]string{"Panamá", "Panama"}, "Panama"},
		{[]string{"XYZ"}, "XYZ"},
		{[]string{"中国"}, "中国"},
	} {
		shown := CountryNames(c.printed)
		if len(shown) != 1 || shown[CountryKey(c.printed[0])] != c.shown {
			t.Errorf("%q: %q, want %q", c.printed, shown, c.shown)
		}
	}
}
