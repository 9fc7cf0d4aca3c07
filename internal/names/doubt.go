package names

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// doubtful reports whether something in two names that a rule would join may tell them apart, so that a person is asked: a code that is a place as well as
// an acronym or a legal form, the ending of a country's addresses, a word left out that is more than an article, marks that are letters.
func (c *Corpus) doubtful(f, g *Form) bool {
	for _, p := range [][2]*Form{{f, g}, {g, f}} {
		a, b := p[0], p[1]
		for _, s := range a.acronyms {
			if !slices.Contains(b.acronyms, s) && !c.t.stands(a, s) {
				return true
			}
		}
		if a.placeOrForm(b) {
			return true
		}
	}
	return !slices.Equal(f.endings, g.endings) || marksDiffer(f, g)
}

// stands reports whether what a name prints beside itself is sure to be its acronym: the words have its letters, or it is long and neither a place nor
// a word.
func (t *tables) stands(f *Form, acronym string) bool {
	place := t.placeCode(acronym)
	letters := strings.Trim(acronym, "0123456789")
	if !place && len(letters) >= 5 && !t.isWord(acronym) {
		return true
	}
	for i := range f.readings {
		r := &f.readings[i]
		if slices.Contains(initials(r), acronym) {
			return true
		}
		if !place && (slices.Contains(withForm(r), acronym) || fitsWords(acronym, r.tokens) || headsAll(acronym, r.tokens)) {
			return true
		}
	}
	return false
}

// placeCode reports whether letters are the code of a country or a state, or short for a place.
func (t *tables) placeCode(s string) bool {
	if m := t.word[s]; m != nil && len(m.places) > 0 || countriesByCode[s] != "" {
		return true
	}
	if strings.HasPrefix(t.within[s], "continent") {
		return true
	}
	return slices.ContainsFunc(t.short[s], func(long string) bool {
		m := t.known(strings.Fields(long))
		return m != nil && len(m.places) > 0
	})
}

// headsAll reports whether the letters of an acronym of three or more stand in the words in order, the first of each word that tells something among
// them: "TNI" of "Transnational Institute", "S2B" of "Seattle to Brussels".
func headsAll(acronym string, tokens []token) bool {
	figure := strings.ContainsAny(acronym, "0123456789")
	if len(acronym) < 3 {
		return false
	}
	var words []string
	for i := range tokens {
		if tokens[i].kind != link && tokens[i].kind != article {
			words = append(words, strings.Fields(tokens[i].text)...)
		}
	}
	if figure && len(words) > 1 { // "2" is "to" or how often a letter stands
		rest := words
		for _, r := range acronym {
			switch {
			case unicode.IsDigit(r):
			case len(rest) == 0 || !strings.HasPrefix(rest[0], string(r)):
				return false
			default:
				rest = rest[1:]
			}
		}
		return len(words)-len(rest) >= 2
	}
	letters := []rune(acronym)
	if len(words) < 2 || len(letters) < len(words) {
		return false
	}
	var try func(l, w int) bool
	try = func(l, w int) bool {
		if w == len(words) {
			return l == len(letters)
		}
		runes := []rune(words[w])
		if l == len(letters) || runes[0] != letters[l] || len(letters)-l < len(words)-w {
			return false
		}
		for at, k := 1, l+1; ; at++ {
			if try(k, w+1) {
				return true
			}
			if k == len(letters) {
				return false
			}
			for at < len(runes) && runes[at] != letters[k] {
				at++
			}
			if at >= len(runes) {
				return false
			}
			k++
		}
	}
	return try(0, 0)
}

// formOrPlace are legal forms of two letters that are as well the code of a country, state or province that names print.
var formOrPlace = map[string]bool{"ab": true, "as": true, "ca": true, "co": true, "is": true, "ky": true, "me": true, "nl": true, "no": true, "nv": true, "pa": true, "pc": true, "pt": true, "rs": true, "sa": true, "sc": true, "se": true, "sl": true, "ua": true, "ug": true, "zs": true}

// placeOrForm reports whether a name prints without full stops between what is read as a legal form, which the other has not, and may be a place: "CO", "PA".
// "Co" and "Co." are a company.
func (f *Form) placeOrForm(g *Form) bool {
	for i, w := range f.words {
		if !formOrPlace[w.text] || i > 0 && tld(f.Printed, f.words[i-1], w) || w.joined || w.text == "co" && !upper(w.printed) {
			continue
		}
		if slices.Contains(f.acronyms, w.text) || slices.ContainsFunc(f.readings, func(r reading) bool { return r.has(w.text) }) {
			continue // no legal form
		}
		if !slices.ContainsFunc(g.words, func(o word) bool { return o.text == w.text }) {
			return true
		}
	}
	return false
}

// countryEndings are the endings of addresses in a name that are those of countries.
func countryEndings(printed string, words []word) (list []string) {
	for i := 1; i < len(words); i++ {
		if countryTLDs[words[i].text] && tld(printed, words[i-1], words[i]) {
			list = append(list, words[i].text)
		}
	}
	return list
}

var countryTLDs = map[string]bool{"de": true, "fr": true, "at": true, "ch": true, "nl": true, "be": true, "uk": true, "es": true, "it": true, "ca": true, "in": true, "is": true, "se": true, "no": true, "pt": true, "br": true, "au": true, "nz": true, "us": true}

// foldKey is equal for names that differ in case, accents and punctuation only. Marks of Vietnamese, where they are tones, and those of other scripts
// than Latin, Greek and Cyrillic make other words.
func foldKey(s string) string {
	key := graph.Fold(s)
	if ascii(key) || vietnamese(key) {
		return key
	}
	return graph.Fold(foldText(key))
}

// vietnamese reports whether a text has a mark, or a letter with several, that only Vietnamese prints.
func vietnamese(s string) bool {
	marks := 0
	base := ' '
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			base, marks = r, 0
			continue
		}
		marks++
		switch {
		case r == 0x309 || r == 0x31b || r == 0x323 && base < 0x250:
			return true
		case marks == 2 && base < 0x250:
			return true
		case r == 0x303 && strings.ContainsRune("eiuy", base):
			return true
		}
	}
	return false
}

// marksDiffer reports whether a word of both names is printed with other marks, where one of the names is Vietnamese.
func marksDiffer(f, g *Form) bool {
	if ascii(f.Printed) && ascii(g.Printed) || !vietnamese(f.key) && !vietnamese(g.key) {
		return false
	}
	for _, w := range f.words {
		for _, o := range g.words {
			if w.text == o.text && graph.Fold(w.printed) != graph.Fold(o.printed) {
				return true
			}
		}
	}
	return false
}

func ascii(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }
