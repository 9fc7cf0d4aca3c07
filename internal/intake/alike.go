package intake

import (
	"hash/fnv"
	"slices"
	"strings"

	"undersigned/graph"
)

// titlePoints compares printed titles: 2 for equal ones, 1 for those that share most words which say what a letter is about.
func titlePoints(a, b *graph.Letter) int {
	if a.TitleBy != "" || b.TitleBy != "" {
		return 0
	}
	x, y := titleWords(a.Title), titleWords(b.Title)
	if len(x) >= 2 && graph.Fold(a.Title) == graph.Fold(b.Title) {
		return 2
	}
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return point(shared >= 3 && 5*shared >= 3*max(len(x), len(y)))
}

// titleWords returns the words of four letters or more, less those that any title has.
func titleWords(title string) map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(title) {
		if key := graph.Fold(w); len([]rune(key)) >= 4 && !usual[key] {
			words[key] = true
		}
	}
	return words
}

var usual = map[string]bool{"open": true, "letter": true, "letters": true, "joint": true, "statement": true, "coalition": true, "petition": true, "from": true, "with": true,
	"about": true, "regarding": true, "offener": true, "offene": true, "brief": true, "stellungnahme": true, "gemeinsame": true, "lettre": true, "ouverte": true, "pour": true,
	"dans": true, "carta": true, "abierta": true, "aberta": true, "lettera": true, "aperta": true, "call": true, "group": true, "groups": true, "organizations": true, "urge": true}

const (
	textPiece  = 6      // words
	textMost   = 20_000 // words that are compared
	textShared = .3     // of the shorter text
)

// sameText reports whether the documents of two letters share much of their text, in pieces of six words.
func sameText(a, b *graph.Letter) bool {
	for _, d := range a.Documents {
		for _, e := range b.Documents {
			x, y := pieces(d.Text), pieces(e.Text)
			if len(x) > len(y) {
				x, y = y, x
			}
			shared := 0
			for p := range x {
				if y[p] {
					shared++
				}
			}
			if len(x) >= 20 && float64(shared) >= textShared*float64(len(x)) {
				return true
			}
		}
	}
	return false
}

func pieces(text string) map[uint64]bool {
	found := map[uint64]bool{}
	var last []string
	n := 0
	for w := range strings.FieldsSeq(text) {
		if w = graph.Fold(w); w == "" {
			continue
		}
		if last = append(last, w); len(last) > textPiece {
			last = last[1:]
		}
		if len(last) == textPiece {
			h := fnv.New64a()
			for _, word := range last {
				_, _ = h.Write([]byte(word + " ")) // never fails
			}
			found[h.Sum64()] = true
		}
		if n++; n >= textMost {
			break
		}
	}
	return found
}

func sameTarget(a, b *graph.Letter) bool {
	return slices.ContainsFunc(a.Targets, func(t graph.TargetRef) bool {
		return slices.ContainsFunc(b.Targets, func(u graph.TargetRef) bool { return graph.Fold(t.Name) == graph.Fold(u.Name) })
	})
}
