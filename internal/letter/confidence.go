package letter

import (
	"math"
	"strings"

	"undersigned/graph"
)

// confidence is a documented heuristic, from 0 to 1: how the signatory was found, less what speaks against the row. A heading
// or two printings make a row almost sure; an unannounced list, a letterhead alone or a sentence less. Every doubt takes a share off: a wrap
// joined by weak signs, a name in lower case, a very long name, a single word in small letters, a type that only the look of the
// name decides. It is rounded to two places, so that it does not pretend to more.
func confidence(e *entry, row *Row) float64 {
	c := map[origin]float64{announced: 0.96, afterGreet: 0.88, trailing: 0.9, repeated: 0.85, letterhead: 0.7, sentence: 0.9}[e.origin]
	if len(e.again) > 0 {
		c = 0.98
	}
	if e.marked && e.origin == announced {
		c = 0.97
	}
	words := wordCount(row.Name)
	doubt := func(is bool, share float64) {
		if is {
			c *= 1 - share
		}
	}
	doubt(e.unsure && len(e.again) == 0, 0.2)
	doubt(len(e.lines) > 1 && len(e.again) == 0 && e.person == "", 0.05)
	doubt(words > 14, 0.3)
	doubt(words > 9, 0.1)
	doubt(isLower(row.Name), 0.15)
	doubt(strings.Count(row.Name, "(") != strings.Count(row.Name, ")"), 0.3)
	doubt(e.paragraph, 0.04)
	doubt(row.Type == graph.TypePerson && e.company == anyone && personCertainty(row.Name) < 2, 0.3)
	doubt(row.Type == graph.TypeOrganization && personCertainty(row.Name) == 2, 0.35)
	doubt(row.Capacity == graph.OnBehalf, 0.1)
	doubt(row.Note != "" && row.Type == graph.TypeOrganization && row.Capacity != graph.OnBehalf, 0.05)
	return math.Round(c*100) / 100
}
