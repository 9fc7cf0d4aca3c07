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
	{"fold", 3, "equal but for case, accents and punctuation"},
	{"legal-form", 2, "equal but for the legal form, an article or the ending of an address"},
	{"spelling", 2, "the same words in two spellings"},
	{"acronym-beside", 3, "equal but for the acronym that one prints beside the name"},
	{"translation", 2, "one prints the name in two languages, the other in one of them"},
	{"acronym", 3, "one is the acronym that the other prints beside its name, and no other name here has it"},
	{"letter", 2, "long names that differ in one letter of a long word"},
}

// rule returns the id of the rule that makes two names one, or "".
func (c *Corpus) rule(f, g *Form) string {
	if c.caseConflict(f, g) {
		return ""
	}
	if f.key != "" && f.key == g.key {
		return "fold"
	}
	if c.doubtful(f, g) {
		return ""
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
		if len(key) >= 3 && slices.Contains(long.acronyms, key) && c.t.stands(long, key) && c.unambiguous(key, long) && len(short.readings) == 1 && (short.whole().lone() != nil || short.shorts != nil) {
			return "acronym"
		}
	}
	return ""
}

// nothingLeft reports whether every word is matched but definite articles, links that do not begin the name, and the middle letter of a person.
func (c *Corpus) nothingLeft(al *alignment) bool {
	for _, side := range []struct {
		r    *reading
		left []int
	}{{al.a, al.leftA}, {al.b, al.leftB}} {
		for _, i := range side.left {
			tok := &side.r.tokens[i]
			switch {
			case tok.kind == link && i > 0:
			case tok.kind == article && (tok.means == nil || slices.Contains(tok.means.senses, "the") && !slices.Contains(tok.means.senses, "a")):
			default:
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

// oneSlip reports whether the names are long and differ in one long word by a slip of the pen: one letter, or two that are swapped, neither the first nor
// an ending, and one of the two is no word that is known.
func (c *Corpus) oneSlip(al *alignment) bool {
	if !al.only(equal, joinedUp, spelling, mistyped) || len(al.a.compact) < 16 {
		return false
	}
	telling, x := otherWords(al.a, al.b)
	_, y := otherWords(al.b, al.a)
	if telling < 3 || len(x) != 1 || len(y) != 1 {
		return false
	}
	v, w := x[0], y[0]
	for _, tok := range []*token{v, w} {
		if len([]rune(tok.text)) < leastSlipped || tok.kind == place || tok.kind == number {
			return false
		}
	}
	known := func(tok *token) bool { return tok.means != nil || c.t.common[tok.text] > 0 }
	return !(known(v) && known(w)) && slipOfThePen([]rune(v.text), []rune(w.text))
}

// otherWords are the words of a that b has not, and how many words of a tell something.
func otherWords(a, b *reading) (telling int, other []*token) {
	for i := range a.tokens {
		if tok := &a.tokens[i]; tok.kind != article && tok.kind != link {
			telling++
			if !b.has(tok.text) {
				other = append(other, tok)
			}
		}
	}
	return telling, other
}

// slipOfThePen reports whether one edit makes one word the other: a letter dropped, added or changed, or two neighbours swapped, behind the first letter
// and before the last two of both.
func slipOfThePen(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a[0] != b[0] {
		return false
	}
	behind := 0 // from the end first: of a letter that is doubled the first is as well the one too many
	for behind < len(a)-1 && a[len(a)-1-behind] == b[len(b)-1-behind] {
		behind++
	}
	if behind < 2 {
		return false
	}
	from := 1
	for from < len(a)-behind && a[from] == b[from] {
		from++
	}
	x, y := a[from:len(a)-behind], b[from:len(b)-behind]
	return len(x) == 0 && len(y) == 1 || len(x) == 1 && len(y) == 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
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
