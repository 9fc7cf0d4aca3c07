package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Parts are words that stand anywhere in a text, within a word, too, and at its beginning or end; "_" in the files is a blank of theirs, which
// could not be seen at an end. What is made of them belongs to a rule of its own, so that they are none.
type Parts struct {
	words func() []string
	index func() *index
}

// PartsOf makes parts of the words of one or more classes in a sense, named as in Pattern. They are read when they are first asked for.
func PartsOf(source string) *Parts {
	p := &Parts{words: sync.OnceValue(func() []string {
		all := wordsOf(source)
		for i := range all {
			all[i] = strings.ReplaceAll(all[i], "_", " ")
		}
		return all
	})}
	p.index = sync.OnceValue(func() *index {
		out := &index{by: map[uint32][]stem{}}
		for _, w := range p.words() {
			out.put(stem{text: w})
		}
		return out
	})
	return p
}

// All are the words.
func (p *Parts) All() []string { return p.words() }

// Is reports whether a text in lower case is one of the words.
func (p *Parts) Is(t string) bool { return slices.Contains(p.words(), t) }

// In reports whether a text in lower case has one of the parts.
func (p *Parts) In(t string) bool { return p.At(t) >= 0 }

// At returns where the first part stands in a text in lower case; -1 for none.
func (p *Parts) At(t string) int {
	all := p.index()
	found := false
	for i := range len(t) {
		if all.at(t[i:], func(*stem) { found = true }); found {
			return i
		}
	}
	return -1
}

// Begin returns where the longest part ends that a text in lower case begins with; 0 for none.
func (p *Parts) Begin(t string) int {
	end := 0
	if t != "" {
		p.index().at(t, func(s *stem) { end = max(end, len(s.text)) })
	}
	return end
}

// End returns how long the longest part is that a text in lower case ends with; 0 for none.
func (p *Parts) End(t string) int {
	end := 0
	for _, w := range p.words() {
		if len(w) > end && strings.HasSuffix(t, w) {
			end = len(w)
		}
	}
	return end
}
