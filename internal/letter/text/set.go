package text

import (
	"iter"
	"maps"
	"strings"
	"sync"

	"undersigned/internal/letter/rule"
)

// Set is a list of words that is made when it is first asked: commands that read no letter do not pay for it. It is a rule: switched off, it has no
// word.
type Set struct{ words func() map[string]bool }

// Words makes a list of words of a text with blanks between them. id is the package and the name of the variable.
func Words(id, words string) *Set {
	return SetFrom(id, func() []string { return strings.Fields(words) })
}

// SetFrom makes a list of words that are asked for once, when the list is first used. id is as of Words.
func SetFrom(id string, list func() []string) *Set {
	s := &Set{sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, w := range list() {
			m[w] = true
		}
		return m
	})}
	rule.AddWords(id, s.words)
	return s
}

// Has reports whether a word stands in the list.
func (s *Set) Has(word string) bool { return s.words()[word] }

// All are the words, in no order.
func (s *Set) All() iter.Seq[string] { return maps.Keys(s.words()) }
