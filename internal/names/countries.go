package names

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// CountryKey is equal for names of one country: its code, where it is known (see CountryCode); else what is left of the name without case, accents,
// punctuation and a leading article. That of no name is "".
func CountryKey(printed string) string {
	if code := CountryCode(printed); code != "" {
		return code
	}
	printed = strings.TrimSpace(printed)
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.TrimPrefix(strings.ToLower(printed), "the ")) {
		if r < 0x300 || r > 0x36f {
			b.WriteRune(r)
		}
	}
	return cmp.Or(graph.Fold(b.String()), printed)
}

// CountryNames gives each country one name to be shown, by its key: the form that is printed most often, of equal ones the first by code
// point; where that is an abbreviation (US, U.K.), the English short name (Unicode CLDR).
func CountryNames(printed []string) map[string]string {
	times := map[string]int{}
	for _, form := range printed {
		if form != "" {
			times[form]++
		}
	}
	shown := map[string]string{}
	for form, n := range times {
		key := CountryKey(form)
		if best := shown[key]; best == "" || n > times[best] || n == times[best] && form < best {
			shown[key] = form
		}
	}
	for key, form := range shown {
		if name := englishName(key); name != "" && abbreviated(form) {
			shown[key] = name
		}
	}
	return shown
}

// abbreviated reports whether a country's name is short for another: no country has a name of three letters.
func abbreviated(form string) bool {
	key := graph.Fold(form)
	return len(key) <= 3 && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") == ""
}

func englishName(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil || len(code) != 2 {
		return ""
	}
	return display.English.Regions().Name(region)
}
