package names

import (
	"cmp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// countryNames are short forms and the names they stand for, by key. Everything else is taken as printed.
var countryNames = map[string]string{
	"us": "United States", "usa": "United States", "unitedstates": "United States", "unitedstatesofamerica": "United States",
	"uk": "United Kingdom", "unitedkingdom": "United Kingdom", "greatbritain": "United Kingdom",
	"eu": "European Union", "europeanunion": "European Union",
}

// countryKey is equal for forms of a country's name that differ in case, accents, punctuation or a leading article only.
func countryKey(printed string) string {
	printed = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(printed)), "the ")
	var b strings.Builder
	for _, r := range norm.NFD.String(printed) {
		if r < 0x300 || r > 0x36f {
			b.WriteRune(r)
		}
	}
	return graph.Fold(b.String())
}

// Countries gives each printed country one name a country, so that a filter finds US and United States alike: the name of countryNames, else
// the form that most have; of equal ones the first by code point. Where none is printed there is none.
func Countries(printed []string) []string {
	forms := map[string]map[string]int{}
	for _, form := range printed {
		if form != "" {
			key := countryKey(form)
			if forms[key] == nil {
				forms[key] = map[string]int{}
			}
			forms[key][form]++
		}
	}
	name := map[string]string{}
	for key, printed := range forms {
		best := ""
		for form, n := range printed {
			if best == "" || n > printed[best] || n == printed[best] && form < best {
				best = form
			}
		}
		name[key] = cmp.Or(countryNames[key], best)
	}
	countries := make([]string, len(printed))
	for i, form := range printed {
		if form != "" {
			countries[i] = name[countryKey(form)]
		}
	}
	return countries
}

// SameCountry reports whether a country is the one a filter names, in whatever form. None is none's.
func SameCountry(country, filter string) bool {
	return country == filter || country != "" && countryKey(country) == filterKey(filter)
}

func filterKey(filter string) string {
	key := countryKey(filter)
	return countryKey(cmp.Or(countryNames[key], key))
}
