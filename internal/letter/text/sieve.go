package text

import (
	"cmp"
	"regexp/syntax"
	"slices"
)

// A sieve says fast that a regular expression matches nowhere in a text. It knows strings of which every match has one, and looks for the
// rarest four bytes of each, all at once: a pass over a line costs a twentieth of running the expression, and most lines have none.
type sieve struct {
	// at says of a byte at each of four places which strings have it there; neighbors in the alphabet share a bit.
	at [width][256]uint64
	// head says that a match begins with one of the strings, at the beginning of the text.
	head bool
	// then is another that is asked where this one lets a text through; nil for none.
	then *sieve
}

const (
	width = 4
	// beyond stands for what is behind the end of a text; no string has this byte.
	beyond = 0xff
	// coarsest is how many of the strings a hundred bytes may be expected to have in a sieve that is worth its time.
	coarsest = 0.6
	// weakest is how many of all texts may be expected to begin with one of the strings in a sieve that needs no other behind it.
	weakest = 0.02
)

// newSieve returns the sieve of an expression; nil where it has no strings, or none that are rare.
func newSieve(source string) *sieve {
	re, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil
	}
	re = re.Simplify()
	head := headOf(re)
	if head == nil {
		return within(re)
	}
	s := &sieve{head: true}
	if expected(head) > weakest {
		s.then = within(re)
	}
	all := make([][]window, len(head))
	for i, w := range head {
		all[i] = windows(w, 0)
	}
	s.fill(all)
	return s
}

// within returns the sieve by strings that stand anywhere in a match.
func within(re *syntax.Regexp) *sieve {
	strings, expected := partOf(re).best()
	if strings == nil || expected*100 > coarsest {
		return nil
	}
	all := make([][]window, len(strings))
	for i, w := range strings {
		at, _ := rarest(w)
		all[i] = windows(w, at)
	}
	s := &sieve{}
	s.fill(all)
	return s
}

// fill lets strings through.
func (s *sieve) fill(all [][]window) {
	slices.SortFunc(all, func(a, b []window) int { return cmp.Compare(string(a[0][:]), string(b[0][:])) })
	for i, same := range all {
		for _, w := range same {
			s.add(w, 1<<(i*64/len(all)))
		}
	}
}

// add lets a window through. Where it is shorter than others, anything may follow.
func (s *sieve) add(w window, bit uint64) {
	for i, c := range w {
		if c != beyond {
			s.at[i][c] |= bit
			continue
		}
		for c := range s.at[i] {
			s.at[i][c] |= bit
		}
	}
}

// may reports whether the expression may match in a text.
func (s *sieve) may(t string) bool {
	if s.head {
		found := ^uint64(0)
		for i := range width {
			c := byte(beyond)
			if i < len(t) {
				c = t[i]
			}
			found &= s.at[i][c]
		}
		return found != 0 && (s.then == nil || s.then.may(t))
	}
	var one, two, three uint64 // which strings have their first bytes before this one
	for i := range len(t) {
		c := t[i]
		if three&s.at[3][c] != 0 {
			return true
		}
		three, two, one = two&s.at[2][c], one&s.at[1][c], s.at[0][c]
	}
	end := [width]uint64{s.at[0][beyond], s.at[1][beyond], s.at[2][beyond], s.at[3][beyond]}
	return three&end[3] != 0 || two&end[2]&end[3] != 0 || one&end[1]&end[2]&end[3] != 0
}
