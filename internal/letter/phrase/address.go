package phrase

import (
	"strings"
	"unicode"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// LooksLikeAddress reports whether a line is part of a postal address, a telephone number or an address on the web.
func LooksLikeAddress(s string) bool {
	if rule.Off("phrase.LooksLikeAddress") {
		return false
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && mailAddress.MatchString(s) {
		return true
	}
	lower := " " + strings.ToLower(s) + " "
	if addressParts.In(lower) {
		return true
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if telephone.MatchString(s) {
		return true
	}
	if numberedName(s) {
		return false
	}
	return streetParts.In(lower) || quarter.MatchString(s) || postcode(s) || letteredCode.MatchString(s)
}

var (
	addressParts = lexicon.PartsOf("{place address-part}")
	streetParts  = lexicon.PartsOf("{place street-part}")
)

// letteredCode finds the postcodes that have letters or blanks: "London SW1A 1AA", "Ottawa K1A 0B1", "1000-123 Lisboa", "00-950 Warszawa", "3511 AB Utrecht".
var letteredCode = text.Lazy("phrase.letteredCode", `(?:^|[\s,])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)$|(?:^|, )(?:\d{4}-\d{3}|\d{2}-\d{3}|[13-9]\d{3} [A-Z]{2}) \p{Lu}\p{Ll}+$`)

// quarter finds the quarter of a town behind a street with a house number: "701 8th Street NW". In "Pastoral NE 2" the letters are a region's.
var quarter = text.Lazy("phrase.quarter", `(?i)(?:^|[,;] )\d[\d-]* .*[\p{L}\d]\.? (?:n\.?w|n\.?e|s\.?w|s\.?e)\b`)

// numberedName reports whether a text is a name that ends with the number of a branch or a year, or has a number though it says first that it is an
// organization: "CWA Local 1101", "Drive 2030", "Initiative Uferweg 21". A street that is called after one has its own word next: "Union Street 12".
func numberedName(s string) bool {
	if rule.Off("phrase.numberedName") || strings.ContainsAny(s, ",;") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || strings.ContainsAny(words[0], "0123456789") {
		return false
	}
	last, before := words[len(words)-1], text.Fold(words[len(words)-2])
	if numbers := strings.IndexFunc(strings.Join(words[:len(words)-1], ""), unicode.IsDigit); numbers < 0 && strings.Trim(last, "0123456789") == "" && (branches.Has(before) || Compound(before) || len(last) == 4 && isYearText(last)) {
		return true
	}
	first, second := text.Fold(words[0]), text.Fold(words[1])
	return len(words) > 2 && (collectives.Has(first) || Compound(first)) && !streets.Has(second)
}

// branches are the parts of organizations that have numbers; streets are what is called after somebody.
var (
	branches = lexicon.Set("phrase.branches", "{organization branch}")
	streets  = lexicon.Set("phrase.streets", "{place street}")
)

// mailAddress asks for a domain: "Tech@School" is a name.
var mailAddress = text.Lazy("phrase.mailAddress", `\S@[\p{L}\d-]+\.\p{L}`)

var telephone = text.Lazy("phrase.telephone", `(^|[\s:])\+?\(?\d[\d ()./-]{7,}\d$`)

// postcode reports whether a line begins or ends with a number of four to six digits, or has a state code before one.
func postcode(s string) bool {
	if rule.Off("phrase.postcode") {
		return false
	}
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 6 {
		return false
	}
	for _, f := range []string{fields[0], fields[len(fields)-1]} {
		f = strings.Trim(f, ",.")
		if head, _, ok := strings.Cut(f, "-"); ok && len(head) == 5 {
			f = head
		}
		if n := len(f); n >= 4 && n <= 6 && strings.Trim(f, "0123456789") == "" && (n != 4 || f[0] != '1' && f[0] != '2' || !isYearText(f)) {
			return true
		}
	}
	return false
}

func isYearText(f string) bool {
	if rule.Off("phrase.isYearText") {
		return false
	}
	return f >= "1900" && f <= "2100"
}
