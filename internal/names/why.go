package names

import (
	"fmt"
	"strings"
)

// why says in words what speaks for and against two names being one.
func (c *Corpus) why(f, g *Form, best *compared, rule string) string {
	var list []string
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	for _, r := range Rules {
		if r.ID == rule {
			return r.Says
		}
	}
	x := &best.x
	switch {
	case x[fCase] == 1:
		say("capitals only: an acronym and a word may be two")
	case x[fAcronymOf] == 1:
		say("one is printed as the acronym of the other")
	case x[fAcronymFits] > 0:
		say("one may be the acronym of the other")
	case x[fSame] == 1 && x[fPartFirst]+x[fPartOther] > 0:
		say("one is part of the other")
	case x[fSame] == 1:
		say("the same words")
	case x[fCoverLow] > .9:
		say("all words are alike")
	case x[fCoverHigh] > .9:
		say("one holds all words of the other")
	case x[fCoverHigh] > 0:
		say("some words are shared")
	}
	if x[fAcronymSame] == 1 {
		say("the same acronym")
	}
	if x[fAcronymDifferent] == 1 {
		say("different acronyms")
	}
	if x[fTranslated] > .1 {
		say("words in two languages")
	}
	if best.al.scripts() {
		say("spelt in other letters")
	}
	if x[fTypos] > 0 {
		say("a letter or two differ")
	}
	if words := leftWords(best); words != "" {
		say("%s", words)
	}
	if x[fLegalConflict] == 1 {
		say("different legal forms")
	}
	if x[fPlaceConflict] == 1 {
		say("different places")
	} else if x[fPlaceAdded]+x[fPlaceOnly]+x[fPlaceComma]+x[fPlaceFront] > 0 {
		say("one names a place")
	}
	if x[fArmAdded] == 1 {
		say("one may be an arm of the other")
	}
	if best.aside {
		say("different words in brackets")
	}
	if x[fNumberConflict] == 1 {
		say("different numbers")
	}
	if len(list) == 0 {
		return "nothing alike"
	}
	return strings.Join(list, "; ")
}

// leftWords names the words that only one of the two has.
func leftWords(best *compared) string {
	side := func(r *reading, left []int) string {
		var words []string
		for _, i := range left {
			if k := r.tokens[i].kind; k != article && k != link {
				words = append(words, r.tokens[i].printed)
			}
		}
		return strings.Join(words, " ")
	}
	a, b := side(best.al.a, best.al.leftA), side(best.al.b, best.al.leftB)
	switch {
	case a != "" && b != "":
		return fmt.Sprintf("“%s” against “%s”", a, b)
	case a+b != "":
		return fmt.Sprintf("only one has “%s”", a+b)
	}
	return ""
}
