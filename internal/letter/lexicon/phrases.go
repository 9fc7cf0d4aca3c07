package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
)

// Phrases are words of a class in one or more senses as lines have them. A phrase begins where a word begins, and its last word may go on
// ("unterzeichn" finds "Unterzeichnende"), save where it ends with "|"; "^" before it asks for the beginning of the line and "$" behind it for
// its end. In scripts that put no blanks between words it stands anywhere. They are a rule, as patterns are.
type Phrases struct {
	id     string
	class  Class
	senses []string
	index  func() *index
}

// index has phrases by the bytes that they begin with, as many as keyed or all of shorter ones.
type index struct {
	by     map[uint32][]stem
	begins [256]bool      // bytes that a phrase begins with
	sieve  [1 << 8]uint64 // a bit for each key, by its hash: most places of a text have none, and need no look into the map
	short  [keyed]bool    // lengths of phrases that are shorter than a key
}

// keyed is how many bytes of a phrase are its key.
const keyed = 4

func keyOf(s string) uint32 {
	var key uint32
	for i := range min(len(s), keyed) {
		key = key<<8 | uint32(s[i])
	}
	return key
}

// at calls f for the phrases that a text begins with.
func (x *index) at(t string, f func(s *stem)) {
	if !x.begins[t[0]] {
		return
	}
	for n := min(len(t), keyed); n > 0; n-- {
		if n < keyed && !x.short[n] {
			continue
		}
		key := keyOf(t[:n])
		if at := sieved(key); x.sieve[at>>6]&(1<<(at&63)) == 0 {
			continue
		}
		all := x.by[key]
		for i := range all {
			if s := &all[i]; strings.HasPrefix(t, s.text) {
				f(s)
			}
		}
	}
}

// sieved is a place among 16,384 for a key.
func sieved(key uint32) uint32 { return key * 2654435761 >> 18 }

func (x *index) put(s stem) {
	key := keyOf(s.text)
	x.by[key] = append(x.by[key], s)
	x.begins[s.text[0]] = true
	at := sieved(key)
	x.sieve[at>>6] |= 1 << (at & 63)
	if len(s.text) < keyed {
		x.short[len(s.text)] = true
	}
}

type stem struct {
	text         string
	first, whole bool // stands at the line's beginning, ends with a word
	last         bool // stands at the line's end
	senses       uint
}

// PhrasesOf makes phrases. id is the package and the name of the variable.
func PhrasesOf(id string, class Class, senses ...string) *Phrases {
	p := &Phrases{id: id, class: class, senses: senses}
	p.index = sync.OnceValue(p.read)
	rule.AddPattern(id, p.In)
	return p
}

func (p *Phrases) read() *index {
	out := &index{by: map[uint32][]stem{}}
	at := map[string]bool{}
	for i, sense := range p.senses {
		for _, w := range p.class.Words(sense) {
			if key := sense + "\t" + w; at[key] {
				continue
			} else {
				at[key] = true
			}
			s := stem{senses: 1 << i}
			w, s.first = strings.CutPrefix(w, "^")
			w, s.last = strings.CutSuffix(w, "$")
			s.text, s.whole = strings.CutSuffix(w, "|")
			out.put(s)
		}
	}
	return out
}

// Find returns a bit for each sense that a line in lower case has a phrase of, in the order of PhrasesOf.
func (p *Phrases) Find(line string) uint {
	if rule.PatternOff(p.id) {
		return 0
	}
	all := p.index()
	var found uint
	before, start := ' ', true
	for i, r := range line {
		if !unicode.IsLetter(before) || r >= noBlanks {
			all.at(line[i:], func(s *stem) {
				if found&s.senses == 0 && s.stands(line[i+len(s.text):], start) {
					found |= s.senses
				}
			})
		}
		start = start && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		before = r
	}
	if found != 0 {
		rule.Matched(p.id)
	}
	return found
}

// noBlanks is the first character of the scripts that put no blanks between words.
const noBlanks = 0x2e80

// stands reports whether what follows a stem, and that it is the first of its line, is as the stem asks.
func (s *stem) stands(after string, start bool) bool {
	if s.first && !start {
		return false
	}
	if s.last {
		return strings.IndexFunc(after, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
	}
	if !s.whole {
		return true
	}
	r, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLetter(r)
}

// Begins returns where a phrase ends that a line in lower case begins with, the longest; 0 for none.
func (p *Phrases) Begins(line string) int {
	if rule.PatternOff(p.id) {
		return 0
	}
	end := 0
	if line != "" {
		p.index().at(line, func(s *stem) {
			after, _ := utf8.DecodeRuneInString(line[len(s.text):])
			if !unicode.IsLetter(after) {
				end = max(end, len(s.text))
			}
		})
	}
	if end > 0 {
		rule.Matched(p.id)
	}
	return end
}

// Last returns where the last phrase of a line in lower case stands, and where it ends; 0 and 0 for none.
func (p *Phrases) Last(line string) (start, end int) {
	if rule.PatternOff(p.id) {
		return 0, 0
	}
	all := p.index()
	before := ' '
	for i, r := range line {
		if !unicode.IsLetter(before) || r >= noBlanks {
			all.at(line[i:], func(s *stem) {
				if n := i + len(s.text); (n > end || i > start) && s.stands(line[n:], i == 0) {
					if after, _ := utf8.DecodeRuneInString(line[n:]); !unicode.IsLetter(after) {
						start, end = i, n
					}
				}
			})
		}
		before = r
	}
	if end > 0 {
		rule.Matched(p.id)
	}
	return start, end
}

// In reports whether a line in lower case has one of the phrases.
func (p *Phrases) In(line string) bool { return p.Find(line) != 0 }
