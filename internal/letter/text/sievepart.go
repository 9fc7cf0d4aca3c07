package text

import (
	"math"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded characters of a string are negative: they stand for themselves in every case.
type folded = []rune

// part is what a part of an expression matches.
type part struct {
	// whole are all texts that it matches; nil where they are too many.
	whole []folded
	// needs are strings of which every match has one; nil where none are known.
	needs []folded
}

const (
	// mostWhole bounds the texts of parts that are joined with others.
	mostWhole = 200
	// mostClass bounds the characters of a class that are told apart.
	mostClass = 30
)

// nothingMore is a part that matches a place between characters.
var nothingMore = part{whole: []folded{{}}}

// best returns the strings that are expected in the fewest places, and in how many of all places; nil where there are none.
func (p part) best() ([]folded, float64) {
	best, least := []folded(nil), math.Inf(1)
	for _, strings := range [][]folded{p.whole, p.needs} {
		if n := expected(strings); n < least {
			best, least = strings, n
		}
	}
	return best, least
}

func (p *part) consider(strings []folded) {
	if expected(strings) < expected(p.needs) {
		p.needs = strings
	}
}

// expected estimates at how many of all places strings begin; infinitely many where one is empty or there are none.
func expected(strings []folded) float64 {
	if len(strings) == 0 {
		return math.Inf(1)
	}
	sum := 0.0
	for _, w := range strings {
		_, n := rarest(w)
		sum += n
	}
	return sum
}

func partOf(re *syntax.Regexp) part {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return nothingMore
	case syntax.OpLiteral:
		w := slices.Clone(re.Rune)
		if slices.Contains(w, utf8.RuneError) {
			return part{} // stands for broken bytes as well
		}
		if re.Flags&syntax.FoldCase != 0 {
			for i, r := range w {
				w[i] = -r
			}
		}
		return part{whole: []folded{w}}
	case syntax.OpCharClass:
		return classOf(re)
	case syntax.OpCapture:
		return partOf(re.Sub[0])
	case syntax.OpQuest:
		if p := partOf(re.Sub[0]); p.whole != nil {
			return part{whole: append(slices.Clone(p.whole), folded{})}
		}
	case syntax.OpPlus:
		strings, _ := partOf(re.Sub[0]).best()
		return part{needs: strings}
	case syntax.OpAlternate:
		return oneOf(re.Sub)
	case syntax.OpConcat:
		p, _ := joined(re.Sub)
		return p
	}
	return part{}
}

func classOf(re *syntax.Regexp) part {
	var p part
	for i := 0; i < len(re.Rune); i += 2 {
		for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
			if len(p.whole) == mostClass || r == utf8.RuneError {
				return part{}
			}
			p.whole = append(p.whole, folded{r})
		}
	}
	return p
}

func oneOf(parts []*syntax.Regexp) part {
	var out part
	whole, known := true, true
	for _, sub := range parts {
		p := partOf(sub)
		if whole = whole && p.whole != nil; whole {
			out.whole = append(out.whole, p.whole...)
		}
		strings, _ := p.best()
		if known = known && strings != nil; known {
			out.needs = append(out.needs, strings...)
		}
	}
	if !whole {
		out.whole = nil
	}
	if !known {
		out.needs = nil
	}
	return out
}

// joined returns what parts match one after the other, and the texts that a match begins with.
func joined(parts []*syntax.Regexp) (out part, head []folded) {
	now, whole := nothingMore.whole, true
	cut := func() {
		out.consider(now)
		if whole {
			head, whole = now, false
		}
	}
	for _, sub := range parts {
		p := partOf(sub)
		if p.whole != nil && (len(now) == 1 || len(p.whole) == 1 || len(now)*len(p.whole) <= mostWhole) {
			now = product(now, p.whole)
			continue
		}
		cut()
		if now = nothingMore.whole; p.whole != nil {
			now = p.whole
		} else {
			out.consider(p.needs)
		}
	}
	if whole {
		return part{whole: now, needs: out.needs}, now
	}
	cut()
	return out, head
}

func product(a, b []folded) []folded {
	out := make([]folded, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, slices.Concat(x, y))
		}
	}
	return out
}

// headOf returns the texts that a match begins with where it begins with the text; nil where it may begin elsewhere or with anything.
func headOf(re *syntax.Regexp) []folded {
	if re.Op != syntax.OpConcat || re.Sub[0].Op != syntax.OpBeginText {
		return nil
	}
	_, head := joined(re.Sub[1:])
	if slices.ContainsFunc(head, func(w folded) bool { return len(w) == 0 }) {
		return nil
	}
	return head
}

// window is the beginning of a string as it is looked for.
type window [width]byte

// windows are the bytes that stand at a place of a string, in every case.
func windows(w folded, at int) []window {
	texts := []string{""}
	for _, r := range w[at:] {
		var longer []string
		for _, t := range texts {
			if len(t) >= width {
				longer = append(longer, t)
				continue
			}
			for _, c := range cases(r) {
				longer = append(longer, t+string(c))
			}
		}
		if texts = longer; !slices.ContainsFunc(texts, func(t string) bool { return len(t) < width }) {
			break
		}
	}
	out := make([]window, len(texts))
	for i, t := range texts {
		out[i] = window{beyond, beyond, beyond, beyond}
		copy(out[i][:], t)
	}
	return out
}

// cases are the characters that one of a string stands for.
func cases(r rune) []rune {
	if r >= 0 {
		return []rune{r}
	}
	all := []rune{-r}
	for c := unicode.SimpleFold(-r); c != -r; c = unicode.SimpleFold(c) {
		all = append(all, c)
	}
	return all
}

// rarest returns where in a string its rarest window stands, and at how many of all places it may be expected; infinitely many for an empty string.
func rarest(w folded) (at int, often float64) {
	often = math.Inf(1)
	for i := range w {
		n, bytes := 1.0, 0
		for _, r := range w[i:] {
			if n *= share(r); bytes >= width {
				break
			}
			bytes += max(1, utf8.RuneLen(max(r, -r)))
		}
		if n < often {
			at, often = i, n
		}
	}
	return at, often
}

// share estimates how many of all characters are this one, in every case where it is folded.
func share(r rune) float64 {
	c := unicode.ToLower(max(r, -r))
	switch {
	case c == ' ':
		return 0.15
	case strings.ContainsRune("etaoinsr", c):
		return 0.06
	case c < utf8.RuneSelf && unicode.IsLetter(c):
		return 0.02
	}
	return 0.004
}
