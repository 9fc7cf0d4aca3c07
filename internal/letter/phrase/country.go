package phrase

import (
	"strings"

	"golang.org/x/text/language"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// SetOff says how a list sets countries off at the ends of its names.
type SetOff struct{ Comma, Dash, Bracket, Tab bool }

// CutCountry takes a country off the end of a name where the list has the habit. by says how it was set off, 0 for not.
func CutCountry(s string, h SetOff) (name, country string, by rune) {
	if h.Tab {
		if m := text.WideGap.FindAllStringIndex(s); len(m) > 0 {
			at := m[len(m)-1]
			if c := text.Trim(s[at[1]:]); lexicon.IsCountry(c) {
				return text.Trim(s[:at[0]]), c, '\t'
			}
		}
	}
	if rest, wide := strings.CutSuffix(s, "）"); h.Bracket && wide {
		if open := strings.LastIndex(rest, "（"); open > 0 {
			if c := text.Trim(rest[open+len("（"):]); lexicon.IsCountry(c) || areCountries(c) {
				return text.Trim(rest[:open]), c, '('
			}
		}
	}
	if h.Bracket && strings.HasSuffix(s, ")") {
		if open := strings.LastIndexByte(s, '('); open > 0 {
			if c := text.Trim(s[open+1 : len(s)-1]); lexicon.IsCountry(c) || areCountries(c) {
				return text.Trim(s[:open]), c, '('
			}
		}
	}
	if h.Dash {
		for _, sep := range []string{" – ", " — ", " - ", " | ", ": "} {
			if i := strings.LastIndex(s, sep); i > 0 && IsState(s[i+len(sep):]) {
				return text.Trim(s[:i]), text.Trim(s[i+len(sep):]), '-'
			}
		}
	}
	if i := strings.LastIndexByte(s, ','); i > 0 && (h.Comma || strings.HasSuffix(s[:i], ")") || LegalEnd(s[:i])) { // an acronym or a legal form ends a name
		if IsState(s[i+1:]) {
			return text.Trim(s[:i]), text.Trim(s[i+1:]), ','
		}
	}
	return s, "", 0
}

// CutReach takes off what stands in brackets behind a country at the end of a name, where it is countries or parts of the world: how far somebody's
// work reaches, and not where she is. "Mended Goods, Denmark (Europe / Global)".
func CutReach(s string) (rest, reach string) {
	open := strings.LastIndex(s, " (")
	if open < 0 || !strings.HasSuffix(s, ")") || rule.Off("phrase.CutReach") {
		return s, ""
	}
	in := text.Trim(s[open+2 : len(s)-1])
	if i := strings.LastIndexByte(s[:open], ','); i <= 0 || !lexicon.IsCountry(text.Trim(s[i+1:open])) || !lexicon.IsCountry(in) && !areCountries(in) {
		return s, ""
	}
	return text.Trim(s[:open]), in
}

// areCountries reports whether a text names several countries: "France / Switzerland".
func areCountries(s string) bool {
	if rule.Off("phrase.areCountries") {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ',' || r == '&' || r == '、' || r == '／' || r == '،' })
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if !lexicon.IsCountry(text.Trim(p)) {
			return false
		}
	}
	return true
}

// IsState reports whether a text is a country's name or, where a list prints these in a place of their own, its code: "DE", "EU".
func IsState(s string) bool {
	if rule.Off("phrase.IsState") {
		return false
	}
	s = text.Trim(s)
	if lexicon.IsCountry(s) || s == "EU" || s == "UE" {
		return true
	}
	if len(s) != 2 || s != strings.ToUpper(s) {
		return false
	}
	region, err := language.ParseRegion(s)
	return err == nil && region.IsCountry()
}
