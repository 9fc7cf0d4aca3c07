package phrase

import (
	"strings"

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
	for _, w := range []string{"p.o. box", "po box", "postfach", "tel.", "tel:", " phone:", "telephone:", "telefon:", "téléphone :", " fax:", " fax ", " suite ", " floor ", "e-mail:", "email:"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if telephone.MatchString(s) {
		return true
	}
	for _, w := range []string{" street", " st.", " st ", " avenue", " ave", " road", " rd", " blvd", " boulevard", " drive", " lane", " nw", " ne ", " sw ", " way ", "straße", "strasse", "str. ", "platz", "allee", " rue ", "rue ", "calle ", " via ", "place ", "weg "} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return postcode(s)
}

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
