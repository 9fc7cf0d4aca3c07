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
	// often is at how many of all places those begin, as expected says.
	often float64
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
	p.consider(p.whole)
	if p.needs == nil {
		return nil, math.Inf(1)
	}
	return p.needs, p.often
}

func (p *part) consider(strings []folded) { p.take(strings, expected(strings)) }

func (p *part) take(strings []folded, often float64) {
	if strings != nil && often < math.Inf(1) && (p.needs == nil || often < p.often) {
		p.needs, p.often = strings, often
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
		strings, n := partOf(re.Sub[0]).best()
		return part{needs: strings, often: n}
	case syntax.OpAlternate:
		return oneOf(re.Sub)
	case syntax.OpConcat:
		return joined(re.Sub)
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
		strings, n := p.best()
		if known = known && strings != nil; known {
			out.needs, out.often = append(out.needs, strings...), out.often+n
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

// joined returns what parts match one after the other.
func joined(parts []*syntax.Regexp) part {
	now, whole := nothingMore.whole, true
	var out part
	for _, sub := range parts {
		p := partOf(sub)
		if p.whole != nil && (len(now) == 1 || len(p.whole) == 1 || len(now)*len(p.whole) <= mostWhole) {
			now = product(now, p.whole)
			continue
		}
		out.consider(now)
		whole = false
		if now = nothingMore.whole; p.whole != nil {
			now = p.whole
		} else {
			out.take(p.needs, p.often)
		}
	}
	if whole {
		out.whole = now
		return out
	}
	out.consider(now)
	return out
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

// window is the beginning of a string as it is looked for.
type window [width]byte

// windows are the bytes that stand at a place of a string, in every case.
func windows(w folded, at int) []window {
	type text struct {
		bytes [width + utf8.UTFMax]byte
		n     int
	}
	texts, short := make([]text, 1, 4), true
	for _, r := range w[at:] {
		if !short {
			break
		}
		short = false
		for i, known := 0, len(texts); i < known; i++ {
			t := texts[i]
			if t.n >= width {
				continue
			}
			for c := r; ; {
				with := t
				with.n += utf8.EncodeRune(with.bytes[t.n:], max(c, -c))
				short = short || with.n < width
				if c == r {
					texts[i] = with
				} else {
					texts = append(texts, with)
				}
				if r >= 0 {
					break
				}
				if c = -unicode.SimpleFold(-c); c == r {
					break
				}
			}
		}
	}
	out := make([]window, len(texts))
	for i, t := range texts {
		out[i] = window{beyond, beyond, beyond, beyond}
		copy(out[i][:], t.bytes[:t.n])
	}
	return out
}

// rarest returns where in a string its rarest window stands, and at how many of all places it may be expected; infinitely many for an empty string.
func rarest(w folded) (at int, often float64) {
	often = math.Inf(1)
	for i := range w {
		n, bytes := 1.0, 0
		for _, r := range w[i:] {
			if bytes >= width { // the sieve looks at no more
				break
			}
			n *= share(r)
			bytes += max(1, utf8.RuneLen(max(r, -r)))
		}
		if n < often {
			at, often = i, n
		}
	}
	return at, often
}

// shares estimate how many of all characters an ASCII one is, in every case where it is folded. A table, since patterns ask for it a million times.
var shares = func() (out [utf8.RuneSelf]float64) {
	for c := range out {
		switch lower := unicode.ToLower(rune(c)); {
		case lower == ' ':
			out[c] = 0.15
		case strings.ContainsRune("etaoinsrh", lower):
			out[c] = 0.06
		case unicode.IsLetter(lower):
			out[c] = 0.02
		default:
			out[c] = rare
		}
	}
	return out
}()

// rare is the share of any other character.
const rare = 0.004

func share(r rune) float64 {
	c := max(r, -r)
	if c >= utf8.RuneSelf {
		if c = unicode.ToLower(c); c >= utf8.RuneSelf {
			return rare
		}
	}
	return shares[c]
}
