package names

import (
	"slices"

	"undersigned/graph"
)

// Rule is a written rule that makes two names one by itself.
type Rule struct {
	ID      string // stays the same as long as the rule means the same
	Version int    // grows when the rule decides otherwise than before
	Says    string // in words, of the pair
}

// The rules, the surest first.
var Rules = []Rule{
	{"fold", 2, "equal but for case, accents and punctuation"},
	{"legal-form", 1, "equal but for the legal form, an article or the ending of an address"},
	{"spelling", 1, "the same words in two spellings"},
	{"acronym-beside", 2, "equal but for the acronym that one prints beside the name"},
	{"translation", 1, "one prints the name in two languages, the other in one of them"},
	{"acronym", 2, "one is the acronym that the other prints beside its name, and no other name here has it"},
	{"letter", 1, "long names that differ in one letter of a long word"},
}

// rule returns the id of the rule that makes two names one, or "".
func (c *Corpus) rule(f, g *Form) string {
	if caseConflict(f, g) {
		return ""
	}
	if sameFold(f.Printed, g.Printed) {
		return "fold"
	}
	if id := c.shortRule(f, g); id != "" {
		return id
	}
	var x vector
	c.acronymFeatures(f, g, &x)
	if x[fAcronymDifferent] == 1 {
		return ""
	}
	a, b := f.whole(), g.whole()
	if legalConflict(a.legal, b.legal) || f.seat != g.seat {
		return "" // a company of another town may be another company
	}
	al := c.t.align(a, b)
	if c.nothingLeft(&al) && al.inversions == 0 {
		switch {
		case len(f.readings) > 1 || len(g.readings) > 1:
			// what one of them adds in brackets or after a dash is not known to be the same
		case al.only(equal, joinedUp) && (len(f.acronyms) > 0 || len(g.acronyms) > 0):
			return "acronym-beside"
		case al.only(equal, joinedUp):
			return "legal-form"
		case al.only(equal, joinedUp, spelling):
			return "spelling"
		case c.oneSlip(&al):
			return "letter"
		}
	}
	if c.twoLanguages(f, g) || c.twoLanguages(g, f) {
		return "translation"
	}
	return ""
}

// shortRule joins an acronym with the name that prints it beside itself, where the corpus knows no other of that acronym.
func (c *Corpus) shortRule(f, g *Form) string {
	for _, p := range [][2]*Form{{f, g}, {g, f}} {
		short, long := p[0], p[1]
		key := short.short
		if len(key) >= 3 && slices.Contains(long.acronyms, key) && c.unambiguous(key, long) && len(short.readings) == 1 && (short.whole().lone() != nil || short.shorts != nil) {
			return "acronym"
		}
	}
	return ""
}

// nothingLeft reports whether every word but articles and links is matched.
func (c *Corpus) nothingLeft(al *alignment) bool {
	for _, side := range []struct {
		r    *reading
		left []int
	}{{al.a, al.leftA}, {al.b, al.leftB}} {
		for _, i := range side.left {
			if k := side.r.tokens[i].kind; k != article && k != link {
				return false
			}
		}
	}
	return al.a.compact != "" && al.b.compact != ""
}

// only reports whether all matches are of these kinds.
func (al *alignment) only(kinds ...how) bool {
	for h := equal; h < unlike; h++ {
		if al.matched[h] > 0 && !slices.Contains(kinds, h) {
			return false
		}
	}
	return true
}

// oneSlip reports whether the names are long and differ in one word by a slip of the pen or an ending.
func (c *Corpus) oneSlip(al *alignment) bool {
	if !al.only(equal, joinedUp, spelling, mistyped, inflected) {
		return false
	}
	telling, slips := 0, 0
	for i := range al.a.tokens {
		tok := &al.a.tokens[i]
		if tok.kind != article && tok.kind != link {
			telling++
		}
		if !slices.ContainsFunc(al.b.tokens, func(o token) bool { return o.text == tok.text }) && tok.kind != article && tok.kind != link {
			slips++
			if len([]rune(tok.text)) < 6 || tok.kind == place || tok.kind == number {
				return false
			}
		}
	}
	return telling >= 3 && slips == 1 && len(al.a.compact) >= 16
}

// twoLanguages reports whether f prints its name in two languages, and g is one of the two.
func (c *Corpus) twoLanguages(f, g *Form) bool {
	if len(f.readings) != 3 && len(f.readings) != 2 || len(g.readings) != 1 {
		return false
	}
	parts := f.readings[1:]
	if len(parts) == 1 {
		parts = f.readings // outside and inside of brackets
	}
	al := c.t.align(&parts[0], &parts[1])
	if !c.nothingLeft(&al) || al.matched[translated] == 0 {
		return false
	}
	return slices.ContainsFunc(parts, func(r reading) bool { return graph.Fold(r.compact) == graph.Fold(g.whole().compact) })
}
