package report

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// level is the embedding level of a character in Unicode Standard Annex #9, whose rules are named below: odd ones read from right to left.
type level uint8

func (l level) rightToLeft() bool { return l%2 == 1 }

// levelsOf returns the level of each character, and that of the line: its first letter decides in which direction it reads (P2, P3). Characters
// that embed text in one of another direction count for nothing.
//
// The library that has the classes of characters can order a text, too, but pairs no brackets (N0), and tells of levels only whether
// they are odd.
func levelsOf(text []rune) (levels []level, base level) {
	levels = make([]level, len(text))
	of := make([]bidi.Class, len(text))
	leftward := false
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		of[i] = p.Class()
		leftward = leftward || of[i] == bidi.R || of[i] == bidi.AL || of[i] == bidi.AN
	}
	if !leftward {
		return levels, 0
	}
	around := bidi.L
	for _, c := range of {
		if strongClass(c) {
			if c != bidi.L {
				base, around = 1, bidi.R
			}
			break
		}
	}
	weak(of, around)
	brackets(text, of, around)
	neutral(of, around)
	for i, c := range of { // I1, I2
		switch {
		case c == bidi.R:
			levels[i] = 1
		case c != bidi.L || base == 1:
			levels[i] = 2
		}
	}
	for i := len(text) - 1; i >= 0 && text[i] == ' '; i-- { // L1
		levels[i] = base
	}
	return levels, base
}

func strongClass(c bidi.Class) bool { return c == bidi.L || c == bidi.R || c == bidi.AL }

// weak resolves marks, numbers and what stands at them: W1 to W7.
func weak(of []bidi.Class, around bidi.Class) {
	before, letter := around, around
	for i, c := range of {
		switch {
		case c == bidi.NSM || c == bidi.BN || c >= bidi.Control:
			of[i] = before
		case c == bidi.EN && letter == bidi.AL:
			of[i] = bidi.AN
		case strongClass(c):
			letter = c
		}
		before = of[i]
	}
	for i, c := range of {
		switch c {
		case bidi.AL:
			of[i] = bidi.R
		case bidi.ES, bidi.CS:
			if i > 0 && i+1 < len(of) && of[i-1] == of[i+1] && (of[i-1] == bidi.EN || of[i-1] == bidi.AN && c == bidi.CS) {
				of[i] = of[i-1]
			}
		}
	}
	for i := 0; i < len(of); i++ {
		from := i
		for i < len(of) && of[i] == bidi.ET {
			i++
		}
		if from > 0 && of[from-1] == bidi.EN || i < len(of) && of[i] == bidi.EN {
			fill(of[from:i], bidi.EN)
		}
	}
	letter = around
	for i, c := range of {
		switch c {
		case bidi.L, bidi.R:
			letter = c
		case bidi.EN:
			if letter == bidi.L {
				of[i] = bidi.L
			}
		case bidi.AN:
		default:
			of[i] = bidi.ON
		}
	}
}

func fill(of []bidi.Class, c bidi.Class) {
	for i := range of {
		of[i] = c
	}
}

// side is the direction that a resolved character lends to neutral ones beside it.
func side(c bidi.Class) bidi.Class {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R
	}
	return c
}

// brackets gives both brackets of a pair one direction: N0.
func brackets(text []rune, of []bidi.Class, around bidi.Class) {
	var open []int
	var pairs [][2]int
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		switch {
		case of[i] != bidi.ON || !p.IsBracket():
		case p.IsOpeningBracket():
			open = append(open, i)
		default:
			for k, at := range slices.Backward(open) {
				if text[at] == opening(r) {
					pairs = append(pairs, [2]int{at, i})
					open = open[:k]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	for _, p := range pairs {
		within := bidi.ON
		for _, c := range of[p[0]+1 : p[1]] {
			if c = side(c); c == around {
				within = c
				break
			} else if c != bidi.ON {
				within = c
			}
		}
		if within == bidi.ON {
			continue
		}
		if within != around { // what stands before the pair decides
			before := around
			for _, c := range slices.Backward(of[:p[0]]) {
				if c = side(c); c != bidi.ON {
					before = c
					break
				}
			}
			within = before
		}
		of[p[0]], of[p[1]] = within, within
	}
}

// opening returns the bracket that a closing one closes: its neighbour in the code charts, but for those of ASCII.
func opening(r rune) rune {
	switch r {
	case ']', '}', '］', '｝':
		return r - 2
	}
	return r - 1
}

// neutral gives what has no direction that of both sides, or of the line: N1, N2.
func neutral(of []bidi.Class, around bidi.Class) {
	before := around
	for i := 0; i < len(of); i++ {
		from := i
		for i < len(of) && of[i] == bidi.ON {
			i++
		}
		after := around
		if i < len(of) {
			after = side(of[i])
		}
		if before == after {
			fill(of[from:i], before)
		} else {
			fill(of[from:i], around)
		}
		before = after
	}
}

// inOrder returns the pieces from left to right: L2.
func inOrder(all []piece) []piece {
	var highest level
	for _, p := range all {
		highest = max(highest, p.level)
	}
	for l := highest; l > 0; l-- {
		for i := 0; i < len(all); i++ {
			from := i
			for i < len(all) && all[i].level >= l {
				i++
			}
			slices.Reverse(all[from:i])
		}
	}
	return all
}
