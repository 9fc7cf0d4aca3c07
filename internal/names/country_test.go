package names

import "testing"

func TestCountryCode(t *testing.T) {
	for name, code := range map[string]string{"Norway": "no", "United States": "us", "USA": "us", "the Netherlands": "nl", "United Kingdom": "gb", "UK": "gb", "GB": "gb", "Deutschland": "de",
		"Côte d’Ivoire": "ci", "México": "mx", "South Africa": "za", "European Union": "eu", "Georgia": "ge", "Kosovo": "xk", "de": "de",
		"": "", "Nowhere": "", "Alaska": "", "Global": "", "Paris": "", "The": ""} {
		if got := CountryCode(name); got != code {
			t.Errorf("%s: %q, want %q", name, got, code)
		}
	}
}
