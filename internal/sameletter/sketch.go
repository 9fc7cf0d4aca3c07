package sameletter

import (
	"hash/fnv"
	"slices"
	"strings"

	"undersigned/graph"
)

// sketch is what a letter is compared by. Each part is worked out when it is first asked for.
type sketch struct {
	letter        *graph.Letter
	organizations map[string]bool
	words         map[string]bool
	text          map[uint64]bool
}

func sketchOf(l *graph.Letter) *sketch { return &sketch{letter: l} }

// reports tells whether the letter may be a report of another.
func (s *sketch) reports() bool { return reportKind(s.letter.Kind) && len(s.letter.Quotes) > 0 }

// quotable tells whether another letter may be a report of it.
func (s *sketch) quotable() bool { return !reportKind(s.letter.Kind) && HasText(s.letter) }

// names are the folded organizations.
func (s *sketch) names() map[string]bool {
	if s.organizations == nil {
		s.organizations = map[string]bool{}
		for i := range s.letter.Signatures {
			if g := &s.letter.Signatures[i]; g.Type == graph.TypeOrganization {
				if key := graph.Fold(g.Name); key != "" {
					s.organizations[key] = true
				}
			}
		}
	}
	return s.organizations
}

// title returns the words of the letter's title; none of one that we made: likeness of our own words proves nothing.
func (s *sketch) title() map[string]bool {
	if s.words == nil {
		s.words = map[string]bool{}
		if s.letter.TitleBy == "" {
			for _, w := range foldedWords(strings.ReplaceAll(s.letter.Title, "-", " ")) {
				s.words[w] = true
			}
		}
	}
	return s.words
}

// passages: see passagesOf.
func (s *sketch) passages() map[uint64]bool {
	if s.text == nil {
		s.text = passagesOf(s.letter)
	}
	return s.text
}

// passagesOf returns a sample of the runs of graph.QuoteWords words of a letter's texts, its list of signatories left out: lists are compared by
// names, and two letters of one coalition share their list without sharing a word of text. One run in eight is kept, chosen by its
// hash, so that the same runs are kept in every text (A. Z. Broder: On the resemblance and containment of documents, 1997,
// doi:10.1109/SEQUEN.1997.666900).
func passagesOf(l *graph.Letter) map[uint64]bool {
	printed := map[string]bool{}
	for i := range l.Signatures {
		for _, e := range l.Signatures[i].Evidence {
			for line := range strings.SplitSeq(e.Text, "\n") {
				printed[line] = true
			}
		}
	}
	out := map[uint64]bool{}
	for _, d := range l.Documents {
		var text strings.Builder
		for line := range strings.SplitSeq(d.Text, "\n") {
			if !printed[line] {
				text.WriteString(line)
				text.WriteByte(' ')
			}
		}
		words := foldedWords(text.String())
		for i := 0; i+graph.QuoteWords <= len(words) && len(out) < 20_000; i++ {
			h := fnv.New64a()
			for _, w := range words[i : i+graph.QuoteWords] {
				h.Write([]byte(w))
				h.Write([]byte{0})
			}
			if sum := h.Sum64(); sum%8 == 0 {
				out[sum] = true
			}
		}
	}
	return out
}

// HasText reports whether the text of a letter is known; edge lists and data sets of facts have none.
func HasText(l *graph.Letter) bool {
	return slices.ContainsFunc(l.Documents, func(d graph.Document) bool { return d.Text != "" })
}
