package lexicon

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// countries are the names of countries and regions in the languages we read (Unicode CLDR), folded, with what letters print
// beside them. It is made on first use: commands that read no letter do not pay for it.
var countries = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, code := range slices.Concat(Languages(), []string{"zh-Hant", "he", "fa"}) {
		namer := display.Regions(language.Make(code))
		if namer == nil {
			continue
		}
		for n := 2; n < 160; n++ { // parts of the world
			if region, err := language.EncodeM49(n); err == nil && !region.IsCountry() {
				set[graph.Fold(namer.Name(region))] = true
			}
		}
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				region, err := language.ParseRegion(string([]rune{a, b}))
				if err != nil || !region.IsCountry() && string([]rune{a, b}) != "EU" {
					continue
				}
				name := namer.Name(region)
				set[graph.Fold(name)] = true
				if short, _, ok := strings.Cut(name, " ("); ok {
					set[graph.Fold(short)] = true
				}
				for _, and := range Function.In(code, "and") { // "Bosnia & Herzegovina", "Bosnien och Hercegovina"
					and = " " + and + " "
					if strings.Contains(name, " & ") || strings.Contains(name, and) {
						set[graph.Fold(strings.ReplaceAll(name, " & ", and))] = true
						set[graph.Fold(strings.ReplaceAll(name, and, " & "))] = true
					}
				}
			}
		}
	}
	for _, w := range Place.Words("country") {
		set[graph.Fold(w)] = true
	}
	delete(set, "")
	return set
})

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
var Anywhere = text.Set("lexicon.Anywhere", Place.Words("anywhere"))

// IsCountry reports whether a text is the name of a country or region and nothing else.
func IsCountry(s string) bool {
	if rule.Off("lexicon.IsCountry") {
		return false
	}
	if len(s) > 60 {
		return false
	}
	key := graph.Fold(s)
	return countries()[key] || formalCountry(key)
}

// formalCountry reports whether a folded text is a country's name with what it is before it: "Republic of Moldova".
func formalCountry(key string) bool {
	for _, form := range forms() {
		if rest, ok := strings.CutPrefix(key, form); ok {
			return countries()[rest]
		}
	}
	return false
}

// forms stand before the names of countries; folded, they have no blanks.
var forms = sync.OnceValue(func() []string {
	all := strings.Split("republic of|the republic of|federal republic of|islamic republic of|democratic republic of|plurinational state of|bolivarian republic of|united republic of|kingdom of|state of|republik|bundesrepublik|königreich|"+
		"république de|république du|république d|royaume de|royaume du|república de|república do|república da|república federativa do|reino de|repubblica di|republiek|koninkrijk", "|")
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
	return len(s) <= 60 && (countries()[key] || states()[key] || formalCountry(key))
}

// CorporateSuffix are the legal forms that follow a name after a comma.
var CorporateSuffix = text.Set("lexicon.CorporateSuffix", LegalForm.Words("suffix"))
