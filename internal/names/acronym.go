package names

import (
	"slices"
	"strings"
	"unicode"
)

// acronymWithPlace takes "ABC-Uganda" apart.
func (f *Form) acronymWithPlace(t *reader, in string, aside *[]token) bool {
	at := strings.IndexAny(in, "-– ")
	if at <= 0 || !f.acronym(in[:at]) || !upper(in[:at]) {
		return false
	}
	r := t.tokens(in[at:])
	if len(r.tokens) == 0 || !r.allOf(place, chapter, number, link, article) {
		return false
	}
	f.addAcronym(in[:at])
	*aside = append(*aside, r.tokens...)
	return true
}

// takeAcronym takes a word in capitals out of a name that ends or begins with it, where it has the first letters of the other words.
func (f *Form) takeAcronym(main *reading) {
	if f.capitals || len(main.tokens) < 4 {
		return
	}
	last := len(main.tokens) - 1
	for last > 0 && main.tokens[last].kind == place {
		last--
	}
	for _, i := range []int{last, 0} {
		tok := &main.tokens[i]
		if len(tok.text) < 3 || !f.acronym(tok.printed) || !upper(tok.printed) {
			continue
		}
		var rest reading
		rest.tokens = slices.Delete(slices.Clone(main.tokens), i, i+1)
		if slices.Contains(initials(&rest), tok.text) || fitsWords(tok.text, rest.tokens) || slices.Contains(initials(&reading{tokens: rest.tokens[:min(last, len(rest.tokens))]}), tok.text) {
			f.addAcronym(tok.printed)
			main.tokens = rest.tokens
			return
		}
	}
}

// calledShort notes the acronym, or several with a joint between, that a name consists of.
func (f *Form) calledShort(printed string, main *reading) {
	if strings.ContainsAny(printed, "/-–") && !strings.Contains(printed, " ") && upper(printed) && f.acronym(printed) {
		f.short = joined(foldText(printed))
		for _, s := range strings.FieldsFunc(printed, func(r rune) bool { return strings.ContainsRune("/-–", r) }) {
			if s = joined(foldText(s)); len(s) >= 3 {
				f.shorts = append(f.shorts, s)
			}
		}
	} else if w := main.lone(place); w != nil && f.acronym(w.printed) {
		f.short = joined(w.text)
	}
}

func (f *Form) addAcronym(s string) {
	key := joined(foldText(s))
	if key != "" && !slices.Contains(f.acronyms, key) {
		f.acronyms = append(f.acronyms, key)
	}
}

// acronym reports whether a word looks like one: two to twelve letters and figures, most of them capitals.
func (f *Form) acronym(s string) bool {
	s = strings.Trim(s, " .,;:-–")
	if s == "" || strings.ContainsAny(s, " \t") && len([]rune(strings.ReplaceAll(s, " ", ""))) > 6 {
		return false
	}
	capitals, small, figures := 0, 0, 0
	for _, r := range s {
		switch {
		case isJoint(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case unicode.IsDigit(r):
			figures++
		case strings.ContainsRune(" .-/&+–", r):
		default:
			return false
		}
	}
	n := capitals + small + figures
	return capitals >= 2 && n <= 12 && capitals*10 >= (capitals+small)*6 || capitals == 1 && figures > 0 && small == 0 && n >= 2 && n <= 5
}

// fitsWords reports whether the letters of an acronym stand in the words in order, each at the start of a word or right after one that was
// taken, the first at a start, and no word that tells something is passed over but one.
func fitsWords(acronym string, tokens []token) bool {
	var words []string
	var light []bool
	for i := range tokens {
		for _, w := range strings.Fields(tokens[i].text) {
			words = append(words, w)
			light = append(light, tokens[i].kind == link || tokens[i].kind == article)
		}
	}
	letters := []rune(acronym)
	if len(letters) < 2 || len(words) < 2 {
		return false
	}
	type state struct{ l, w, passed, taken int }
	dead := map[state]bool{} // what was tried and leads nowhere, so that the work is bounded
	var try func(l, w, passed, taken int) bool
	try = func(l, w, passed, taken int) bool {
		at := state{l, w, passed, min(taken, 2)}
		if dead[at] {
			return false
		}
		dead[at] = true // until it succeeds, which ends all
		if l == len(letters) {
			for ; w < len(words); w++ {
				if !light[w] {
					passed++
				}
			}
			return passed <= 1 && taken >= 2
		}
		if w == len(words) || passed > 1 {
			return false
		}
		runes := []rune(words[w])
		for k := 0; k < len(runes) && k < 5 && l+k < len(letters) && runes[k] == letters[l+k]; k++ {
			if try(l+k+1, w+1, passed, taken+1) {
				return true
			}
		}
		skip := passed
		if !light[w] {
			skip++
		}
		return l > 0 && try(l, w+1, skip, taken) || l == 0 && light[w] && try(l, w+1, passed, taken)
	}
	return try(0, 0, 0, 0)
}

// acronymFeatures fills the features that depend on what the names are called in short.
func (c *Corpus) acronymFeatures(f, g *Form, x *vector) {
	if len(f.acronyms) > 0 && len(g.acronyms) > 0 {
		switch {
		case containsAny(f.acronyms, g.acronyms):
			x[fAcronymSame] = 1
			x[fAcronymLong] = boolean(slices.ContainsFunc(f.acronyms, func(s string) bool { return len(s) >= 4 && slices.Contains(g.acronyms, s) }))
		case slices.ContainsFunc(f.acronyms, func(s string) bool {
			return slices.ContainsFunc(g.acronyms, func(r string) bool { return len(s) >= 7 && typo(s, r) })
		}):
			x[fAcronymSame], x[fAcronymLong] = 1, 1
		case !slices.ContainsFunc(f.acronyms, func(s string) bool {
			return slices.ContainsFunc(g.acronyms, func(r string) bool { return near(s, r) })
		}):
			x[fAcronymDifferent] = 1
		}
	}
	for _, p := range [][2]*Form{{f, g}, {g, f}} {
		short, long := p[0], p[1]
		if short.short == "" {
			continue
		}
		switch {
		case slices.Contains(long.acronyms, short.short) || containsAny(long.acronyms, short.shorts):
			x[fAcronymOf] = 1
		case len(long.acronyms) == 0 && len(long.whole().tokens) > 1 && !long.whole().has(short.short):
			x[fAcronymFits] = acronymFit(short.short, long.whole())
		}
	}
	if x[fAcronymOf]+x[fAcronymFits] > 0 && x[fPlaceAdded] > 0 && (f.placeBeside() || g.placeBeside()) {
		x[fPlaceAdded], x[fPlaceOnly] = 0, 1 // a chapter goes by its parent's acronym: "WWF Italia"
	}
	x[fCase] = boolean(loneConflict(f, g))
}

// placeBeside reports whether a name is an acronym and a place.
func (f *Form) placeBeside() bool { return f.short != "" && f.whole().only() == nil && f.shorts == nil }

// acronymFit is 1 where an acronym has the first letters of all words of a name, less where it has two letters only, or more or fewer letters.
func acronymFit(short string, r *reading) float64 {
	switch {
	case slices.Contains(initials(r), short) && len(short) >= 3 || slices.Contains(withForm(r), short):
		return 1
	case len(short) >= 4 && fitsWords(short, r.tokens):
		return .8
	case len(short) == 3 && fitsWords(short, r.tokens):
		return .6
	case slices.Contains(initials(r), short):
		return .4
	}
	return 0
}

// has reports whether a word stands in a name.
func (r *reading) has(text string) bool {
	return slices.ContainsFunc(r.tokens, func(tok token) bool { return tok.text == text })
}

// withForm are the initials of a name with that of the word for its legal form, which acronyms of companies keep: CNOOC, FIAT SpA.
func withForm(r *reading) []string {
	if r.formWord == "" {
		return nil
	}
	list := initials(r)
	for i := range list {
		list[i] += r.formWord[:1]
	}
	return slices.DeleteFunc(list, func(s string) bool { return len(s) < 4 })
}

// near reports whether two acronyms may be one: one begins with the other, or they differ in one letter of five or more.
func near(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || typo(a, b)
}
