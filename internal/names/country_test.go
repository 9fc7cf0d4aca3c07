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

func TestCountries(t *testing.T) {
	printed := []string{"US", "United States", "U.S.A.", "the Netherlands", "Netherlands", "Netherlands", "Panamá", "Panama", ""}
	want := []string{"United States", "United States", "United States", "Netherlands", "Netherlands", "Netherlands", "Panama", "Panama", ""}
	for i, got := range Countries(printed) {
		if got != want[i] {
			t.Errorf("%q is called %q, want %q", printed[i], got, want[i])
		}
	}
	for filter, matches := range map[string]bool{"United States": true, "USA": true, "us": true, "UK": false, "Netherlands": false} {
		if SameCountry(want[0], filter) != matches {
			t.Errorf("filter %q on United States: want %v", filter, matches)
		}
	}
	if SameCountry("", "United States") {
		t.Error("an organization without a country passed a filter")
	}
}
