package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
)

// countryNames are the names of countries and regions in the languages we read (Unicode CLDR), with what letters print beside them.
type countryNames struct {
	folded map[string]bool
	later  []string // those whose keys have letters beyond ASCII
}

func (c *countryNames) add(name string) {
	if strings.ContainsFunc(name, staysForeign) {
		c.later = append(c.later, name)
	} else {
		c.folded[graph.Fold(name)] = true
	}
}

// staysForeign reports whether a character stays one beyond ASCII when it is folded. It says no where that is less than plain.
func staysForeign(r rune) bool {
	return (r >= 0xe0 && r <= 0x131 || r >= 0x370 && r <= 0x1cff || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3) && unicode.IsLetter(r)
}

// named is made on first use: commands that read no letter do not pay for it.
var named = sync.OnceValue(func() *countryNames {
	names := &countryNames{folded: map[string]bool{}}
	for _, code := range slices.Concat(Languages(), []string{"zh-Hant", "he", "fa"}) {
		namer := display.Regions(language.Make(code))
		if namer == nil {
			continue
		}
		for n := 2; n < 160; n++ { // parts of the world
			if region, err := language.EncodeM49(n); err == nil && !region.IsCountry() {
				names.add(namer.Name(region))
			}
		}
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				region, err := language.ParseRegion(string([]rune{a, b}))
				if err != nil || !region.IsCountry() && string([]rune{a, b}) != "EU" {
					continue
				}
				name := namer.Name(region)
				names.add(name)
				if short, _, ok := strings.Cut(name, " ("); ok {
					names.add(short)
				}
				for _, and := range Function.In(code, "and") { // "Bosnia & Herzegovina", "Bosnien och Hercegovina"
					and = " " + and + " "
					if strings.Contains(name, " & ") || strings.Contains(name, and) {
						names.add(strings.ReplaceAll(name, " & ", and))
						names.add(strings.ReplaceAll(name, and, " & "))
					}
				}
			}
		}
	}
	for _, w := range Place.Words("country") {
		names.add(w)
	}
	delete(names.folded, "")
	return names
})

// foreign are the folded names with letters beyond ASCII. Folding them takes longest, and most letters in English ask for none.
var foreign = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, name := range named().later {
		set[graph.Fold(name)] = true
	}
	return set
})

// isCountry reports whether a folded text is a country's name.
func isCountry(key string) bool {
	return named().folded[key] || strings.ContainsFunc(key, func(r rune) bool { return r >= utf8.RuneSelf }) && foreign()[key]
}

// states are first-level parts of countries that letters print after a comma, as part of a chapter's name.
var states = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range Place.Words("state") {
		set[graph.Fold(w)] = true
	}
	delete(set, "")
	return set
})

// Anywhere are words that stand where a country could and name none.
var Anywhere = Set("lexicon.Anywhere", "{place anywhere}")

// IsCountry reports whether a text is the name of a country or region and nothing else.
func IsCountry(s string) bool {
	if rule.Off("lexicon.IsCountry") {
		return false
	}
	if len(s) > 60 {
		return false
	}
	key := graph.Fold(s)
	return isCountry(key) || formalCountry(key)
}

// formalCountry reports whether a folded text is a country's name with what it is before it: "Republic of Moldova".
func formalCountry(key string) bool {
	for _, form := range forms() {
		if rest, ok := strings.CutPrefix(key, form); ok && isCountry(rest) {
			return true
		}
	}
	return false
}

// forms stand before the names of countries; folded, they have no blanks.
var forms = sync.OnceValue(func() []string {
	all := Place.Words("country-form")
	for i := range all {
		all[i] = graph.Fold(all[i])
	}
	return all
})

// IsPlace reports whether a text is the name of a country, region or state and nothing else.
func IsPlace(s string) bool {
	if rule.Off("lexicon.IsPlace") {
		return false
	}
	key := graph.Fold(s)
	return len(s) <= 60 && (isCountry(key) || states()[key] || formalCountry(key))
}

// CorporateSuffix are the legal forms that follow a name after a comma.
var CorporateSuffix = Set("lexicon.CorporateSuffix", "{legal-form suffix}")
