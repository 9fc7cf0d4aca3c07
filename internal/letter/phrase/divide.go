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
		return bare(lastOf(text.CutAt(s, divider)))
	}
	return bare(lastOf(cutMarks(text.CutAt(s, divider), strings.Trim(divider, " "))))
}
