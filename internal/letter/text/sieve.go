package text

import (
	"cmp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
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
	// words are the strings in lower case, which are looked for whole where their rarest bytes are there; nil where lower case does not tell.
	words []string
	// or is another that may let through what this one does not; nil for none.
	or *sieve
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
		if s := either(re); s != nil {
			return s
		}
		return within(re)
	}
	s := headSieve(head)
	if expected(head) > weakest {
		s.then = within(re)
	}
	return s
}

// headSieve is that of matches which begin with one of some strings, at the beginning of the text.
func headSieve(head []folded) *sieve {
	s := &sieve{head: true}
	all := make([][]window, len(head))
	for i, w := range head {
		all[i] = windows(w, 0)
	}
	s.fill(all)
	return s
}

// either returns the sieve of an expression of several, some of which match at the beginning only: a short word is rare there, though it is
// frequent elsewhere. nil where that helps nothing.
func either(re *syntax.Regexp) *sieve {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	if re.Op != syntax.OpAlternate {
		return nil
	}
	var heads []folded
	rest := &syntax.Regexp{Op: syntax.OpAlternate, Flags: re.Flags}
	for _, sub := range re.Sub {
		if head := headOf(sub); head != nil {
			heads = append(heads, head...)
		} else {
			rest.Sub = append(rest.Sub, sub)
		}
	}
	if heads == nil || rest.Sub == nil {
		return nil
	}
	s := headSieve(heads)
	if s.or = within(rest); s.or == nil {
		return nil
	}
	return s
}

// within returns the sieve by strings that stand anywhere in a match.
func within(re *syntax.Regexp) *sieve {
	needs, expected := partOf(re).best()
	if needs == nil || expected*100 > coarsest {
		return nil
	}
	first := func(w folded) string {
		at, _ := rarest(w)
		return string(windows(w, at)[0][:])
	}
	needs = slices.Clone(needs)
	slices.SortStableFunc(needs, func(a, b folded) int { return cmp.Compare(first(a), first(b)) }) // as fill does, so that words and bits agree
	all := make([][]window, len(needs))
	for i, w := range needs {
		at, _ := rarest(w)
		all[i] = windows(w, at)
	}
	s := &sieve{words: lowerOf(needs)}
	s.fill(all)
	return s
}

// lowerOf writes strings in lower case; nil where they have a character beyond Latin, whose cases are not all told by lower case.
func lowerOf(needs []folded) []string {
	words := make([]string, len(needs))
	for i, w := range needs {
		runes := make([]rune, len(w))
		for k, r := range w {
			if runes[k] = unicode.ToLower(max(r, -r)); runes[k] >= 0x180 || runes[k] == 'µ' || runes[k] == longS {
				return nil
			}
		}
		words[i] = string(runes)
	}
	return words
}

// longS is an s in some case, and has no lower one.
const longS = 'ſ'

// lowered is the last text that was asked for in lower case: several patterns look at one paragraph, one after the other.
var lowered atomic.Pointer[struct{ text, lower string }]

func lowerCase(t string) string {
	last := lowered.Load()
	if last == nil || last.text != t {
		last = &struct{ text, lower string }{t, strings.ToLower(t)}
		lowered.Store(last)
	}
	return last.lower
}

// has reports whether one of the words with these bits stands in a text.
func (s *sieve) has(t string, bits uint64) bool {
	if s.words == nil || strings.ContainsRune(t, longS) {
		return true
	}
	t = lowerCase(t)
	for i, w := range s.words {
		if bits&(1<<(i*64/len(s.words))) != 0 && strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// fill lets strings through.
func (s *sieve) fill(all [][]window) {
	slices.SortStableFunc(all, func(a, b []window) int { return cmp.Compare(string(a[0][:]), string(b[0][:])) })
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
		return found != 0 && (s.then == nil || s.then.may(t)) || s.or != nil && s.or.may(t)
	}
	var one, two, three uint64 // which strings have their first bytes before this one
	none := uint64(0)          // the bits of words that were looked for and are not there
	for i := range len(t) {
		c := t[i]
		if bits := three & s.at[3][c] &^ none; bits != 0 {
			if s.has(t, bits) {
				return true
			}
			none |= bits
		}
		three, two, one = two&s.at[2][c], one&s.at[1][c], s.at[0][c]
	}
	end := [width]uint64{s.at[0][beyond], s.at[1][beyond], s.at[2][beyond], s.at[3][beyond]}
	bits := (three&end[3] | two&end[2]&end[3] | one&end[1]&end[2]&end[3]) &^ none
	return bits != 0 && s.has(t, bits)
}
