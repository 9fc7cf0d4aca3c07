package phrase

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// numerals are the words for numbers, in the languages we read. "Once" (eleven in Spanish) is none of them: English has it more often.
var numerals = sync.OnceValue(func() map[string]int {
	m := lexicon.Numeral.Numbers("")
	for w := range Scales() {
		delete(m, w)
	}
	return m
})

// Scales multiply what stands before them.
var Scales = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	all := lexicon.Numeral.Numbers("")
	for _, w := range lexicon.Numeral.Words("scale") {
		m[w] = all[w]
	}
	return m
})

var (
	numeralGlue = lexicon.Set("phrase.numeralGlue", "{numeral joint}")
	// glued are the scales that stand within one word, inner the words between one and ten there.
	glued = sync.OnceValue(func() []string {
		list := lexicon.Numeral.Words("glued")
		slices.SortStableFunc(list, func(a, b string) int { return Scales()[b] - Scales()[a] })
		return list
	})
	inner = sync.OnceValue(func() []string { return lexicon.Numeral.Words("inner") })
)

// Spoken is a word of a sentence in lower case without the punctuation at its ends, with where it stands.
type Spoken struct {
	Text       string
	Start, End int
}

// SpokenWords cuts a sentence at blanks, hyphens between letters ("twenty-three") and the marks of gender-neutral plurals are kept.
func SpokenWords(s string) []Spoken {
	var out []Spoken
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := text.Fold(s[start:end]); w != "" {
				out = append(out, Spoken{w, start, end})
			}
			start = -1
		}
	}
	for i, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '—' || r == '–' || r == '/' || r == '－' {
			flush(i)
		} else if start < 0 {
			start = i
		}
	}
	flush(len(s))
	return out
}

// NumberAt reads the number that begins at ws[i], in figures ("1,200", "1.200", "1 200", "25+") or words ("two hundred", "zweihundertfünfzig",
// "quatre-vingt-dix"), and returns how many words it takes; 0 where there is none.
func NumberAt(ws []Spoken, i int) (value, taken int) {
	if t := text.Figures(strings.Trim(ws[i].Text, "+~≈>")); t != "" && t[0] >= '0' && t[0] <= '9' {
		n, ok := figures(t)
		if !ok {
			return 0, 0
		}
		if i+1 < len(ws) && len(t) <= 3 && len(ws[i+1].Text) == 3 {
			if rest, ok := figures(ws[i+1].Text); ok {
				return 1000*n + rest, 2 // "1 200"
			}
		}
		return n, 1
	}
	total, current := 0, 0
	k := i
	for ; k < len(ws) && k < i+8; k++ {
		if numeralGlue.Has(ws[k].Text) && k > i && k+1 < len(ws) && IsNumeral(ws[k+1].Text) && current >= 20 {
			continue
		}
		if !addNumeral(ws[k].Text, &total, &current) {
			break
		}
	}
	return total + current, k - i
}

// IsNumeral reports whether a word in lower case is a number: "twelve", "zweihundert".
func IsNumeral(w string) bool {
	if rule.Off("phrase.IsNumeral") {
		return false
	}
	var total, current int
	return addNumeral(w, &total, &current)
}

// addNumeral adds one printed word, whose parts hyphens or (in German and its relatives) nothing divides.
func addNumeral(w string, total, current *int) bool {
	if rule.Off("phrase.addNumeral") {
		return false
	}
	if n := numerals()[w]; n > 0 {
		return addPart(n, 0, total, current)
	}
	if parts := strings.Split(w, "-"); len(parts) > 1 && len(parts) < 7 {
		t, c := *total, *current
		for _, p := range parts {
			if numeralGlue.Has(p) && p != "" {
				continue
			}
			if !addNumeral(p, &t, &c) {
				return false
			}
		}
		*total, *current = t, c
		return true
	}
	if scale := Scales()[w]; scale > 0 {
		return addPart(0, scale, total, current)
	}
	if n, ok := compoundNumeral(w); ok && n >= 20 {
		return addPart(n, 0, total, current)
	}
	return false
}

func addPart(n, scale int, total, current *int) bool {
	if rule.Off("phrase.addPart") {
		return false
	}
	switch {
	case scale == 1000:
		*total, *current = *total+1000*max(*current, 1), 0
	case scale == 100:
		*current = 100 * max(*current, 1)
	case n == 12 && *current > 0 && *current < 12:
		*current *= 12 // "two dozen"
	case n == 20 && *current == 4:
		*current = 80 // quatre-vingt
	case *current == 0, *current%100 == 0, n < 10 && *current%10 == 0, (*current == 60 || *current == 80) && n < 20:
		*current += n
	default:
		return false
	}
	return true
}

// compoundNumeral reads numbers that are written as one word: "zweihundertfünfzig", "fünfundzwanzig", "tweehonderd", "tjugofem".
func compoundNumeral(w string) (int, bool) {
	for _, scale := range glued() {
		if before, after, ok := strings.Cut(w, scale); ok {
			n, known := 1, true
			if before != "" {
				n, known = compoundNumeral(before)
			}
			rest := 0
			if after != "" && known {
				for _, and := range inner() {
					after = strings.TrimPrefix(after, and)
				}
				rest, known = compoundNumeral(after)
			}
			return n*Scales()[scale] + rest, known
		}
	}
	if n := numerals()[w]; n > 0 {
		return n, true
	}
	for i := range w {
		one, ten := numerals()[w[:i]], numerals()[w[i:]]
		if one >= 20 && one < 100 && one%10 == 0 && ten > 0 && ten < 10 {
			return one + ten, true // "tjugofem"
		}
		if one <= 0 || one >= 10 {
			continue
		}
		for _, and := range inner() {
			if rest, ok := strings.CutPrefix(w[i:], and); ok && numerals()[rest] >= 20 && numerals()[rest] < 100 {
				return one + numerals()[rest], true
			}
		}
	}
	return gluedNumeral(w)
}

// gluedNumeral reads tens with a unit behind them: "tjugofem", and "venticinque", which drops a vowel before another ("ventotto").
func gluedNumeral(w string) (int, bool) {
	for i := range w {
		one := numerals()[w[i:]]
		if i < 3 || one < 1 || one > 9 {
			continue
		}
		for _, vowel := range []string{"", "i", "a"} {
			if vowel != "" && w[i] != 'u' && w[i] != 'o' {
				break
			}
			if ten := numerals()[w[:i]+vowel]; ten >= 20 && ten < 100 && ten%10 == 0 {
				return ten + one, true
			}
		}
	}
	return 0, false
}

// figures reads "45", "1,200" and "1.200"; a decimal, a date, a year with a letter are none.
func figures(t string) (int, bool) {
	groups := strings.FieldsFunc(t, func(r rune) bool { return r == ',' || r == '.' || r == '\'' || r == '’' })
	for i, g := range groups {
		if i > 0 && len(g) != 3 || len(g) > 7 {
			return 0, false
		}
	}
	n, err := strconv.Atoi(strings.Join(groups, ""))
	return n, err == nil
}
