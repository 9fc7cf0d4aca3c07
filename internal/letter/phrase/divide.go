package phrase

import (
	"strings"

	"undersigned/internal/letter/text"
)

// Dividers are the marks by which a list may run on within its lines, each as it divides names.
var Dividers = dividers()

func dividers() []string {
	var out []string
	for _, mark := range RunOns {
		out = append(out, " "+mark+" ")
	}
	return append(out, ";", ",", " / ")
}

// Divide cuts a list at one of Dividers and at no other. Commas are cut as SplitNames cuts them; before is how many names of the list stand above, of
// which the last two may be joined by "and".
func Divide(s, divider string, before int) []text.Span {
	switch divider {
	case ",":
		return bare(splitCommas(s, before))
	case ";":
		return bare(lastOf(withEntities(s, text.CutAt(s, divider))))
	}
	return bare(lastOf(cutMarks(text.CutAt(s, divider), strings.Trim(divider, " "))))
}

var entity = text.Lazy("phrase.entity", `&#?[0-9A-Za-z]{2,8}$`)

// withEntities joins what was cut within a character that is written as HTML writes it, by mistake or not: "&8211;".
func withEntities(s string, parts []text.Span) []text.Span {
	out := parts[:0]
	for _, p := range parts {
		if n := len(out) - 1; n >= 0 && entity.MatchString(text.Tail(out[n].Text, 12)) {
			out[n].End = p.End
			out[n].Text = text.Trim(s[out[n].Start:p.End])
			continue
		}
		out = append(out, p)
	}
	return out
}
