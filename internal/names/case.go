package names

import (
	"slices"
	"strings"
	"unicode"

	"undersigned/graph"
)

// longestAcronym is the most letters of a word in capitals that may be an acronym and not a word that is printed large.
const longestAcronym = 6

// loneConflict reports whether one name is a short word in capitals, which may be an acronym, and the other the same word in small letters. In a
// name of several words that is all capitals they tell nothing.
func loneConflict(f, g *Form) bool {
	if f.capitals || g.capitals {
		return false
	}
	a, b := f.whole().lone(generic), g.whole().lone(generic)
	if a == nil || b == nil || a.text != b.text || len(a.text) > longestAcronym || len(a.text) < 2 {
		return false
	}
	return upper(a.printed) != upper(b.printed)
}

// caseConflict reports whether capitals or blanks may make an acronym of what the other name prints as words: "FAIR" and "Fair", "WHO Watch" and "Who Watch",
// "I CAN" and "ICAN". It goes by the printed words, for an acronym may look like any: an article, a generic word, a legal form. In a name of several words a word
// that no table knows is taken for a name that some print large.
func (c *Corpus) caseConflict(f, g *Form) bool {
	if loneConflict(f, g) {
		return true
	}
	a, b := f.words, g.words
	if len(f.key) <= 4*longestAcronym && dividedOtherwise(f, g) {
		return true
	}
	if f.capitals || g.capitals {
		return false
	}
	for i := range a {
		if n := len(a[i].text); n < 2 || n > 4*longestAcronym {
			continue
		}
		for k := range b {
			if a[i].text == b[k].text && a[i].printed != b[k].printed && c.capitalsTell(&a[i], &b[k], len(a) > 1 && len(b) > 1) && !printedAlike(a, b, a[i].text) {
				return true
			}
		}
	}
	return false
}

// capitalsTell reports whether one of two equal words is in capitals and short, so that it may be an acronym, and the other is not; among others it is to be a word.
func (c *Corpus) capitalsTell(v, w *word, amongOthers bool) bool {
	return (upper(v.printed) && asWord(w.printed) || upper(w.printed) && asWord(v.printed)) && len([]rune(v.text)) <= longestAcronym && (!amongOthers || c.t.isWord(v.text))
}

// dividedOtherwise reports whether short names have the same letters in other words.
func dividedOtherwise(f, g *Form) bool {
	key := graph.Fold(f.Printed)
	if len([]rune(key)) > longestAcronym || key != graph.Fold(g.Printed) || !strings.ContainsFunc(f.Printed, unicode.IsUpper) {
		return false
	}
	return !slices.EqualFunc(f.words, g.words, func(v, w word) bool { return v.text == w.text })
}

// printedAlike reports whether a word stands in two names in the same ways: one may print it twice.
func printedAlike(a, b []word, text string) bool {
	of := func(list []word) (out []string) {
		for _, w := range list {
			if w.text == text {
				out = append(out, w.printed)
			}
		}
		return out
	}
	return slices.Equal(of(a), of(b))
}

// asWord reports whether no letter behind the first is a capital.
func asWord(printed string) bool {
	for i, r := range printed {
		if i > 0 && unicode.IsUpper(r) {
			return false
		}
	}
	return !upper(printed)
}

// isWord reports whether letters are a word that the tables or the list of short words has, and no place.
func (t *tables) isWord(text string) bool {
	m := t.word[text]
	if m != nil && m.does(strings.ToLower(text)) == place {
		return false // in capitals it is the same place
	}
	return m != nil && len(m.senses)+len(m.places) > 0 || shortWords[text] || len(t.legal[text]) > 0
}

// shortWords are words of everyday speech that are acronyms, too, or read like some; the tables have those that say what a body is.
var shortWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("able act aid aids aim air all am any arc art ask aware be best big bold brave bridge build call can care cause clean core dare deal do dream each earth ease edge end equal ever " +
		"face fact faith fast fire first fit flag focus food force free game gap gift give go good grace grow hand have he head heal hear heart help her here hero him his home hope how idea if impact it its join joy just " +
		"keep key kids kind know lead leap learn let lift light like link list live look love make many map me mine more most move must my need nest new next no not now oasis ocean off on one open our out over own pact " +
		"pass path pause peace plan play pride prism proof pulse raise reach react read real right rise root safe sage save see seed self serve set share she shine shout smart so solid some soul speak spark stand star start stay step stop " +
		"strong such sure take talk target team tell that them then they think this thrive tide time touch trace true trust try turn unit up us use vision vital voice wage wait walk want warm was watch wave way we well what when why will wise wish with wonder yes you your") {
		m[w] = true
	}
	return m
}()
