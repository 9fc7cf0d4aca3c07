package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
)

// Name is one name that can be found, and what has it: a kind of thing and its position among those of its kind.
type Name struct {
	Kind     string
	Position int32
	Text     string
}

// Index finds names by the beginnings of their words, and by likeness where nothing begins so. Words and trigrams are
// sorted lists, so it takes a few times the size of the names. It is safe for concurrent use.
type Index struct {
	names []Name
	words []posting
	grams map[string][]int32 // names by trigram, ascending
	sizes []int              // number of trigrams of each name
}

type posting struct {
	word string
	name int32
}

// New makes an index of names. What is found is given by position in the list, which the index keeps. ctx stops it, with code Cancelled.
func New(ctx context.Context, names []Name) (*Index, error) {
	ix := &Index{names: names, grams: map[string][]int32{}}
	for i := range names {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the search was stopped before it was done")
		}
		ix.add(int32(i), names[i].Text)
	}
	slices.SortFunc(ix.words, func(a, b posting) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.name, b.name)) })
	return ix, nil
}

func (ix *Index) add(at int32, text string) {
	for _, w := range Words(text) {
		ix.words = append(ix.words, posting{w, at})
	}
	grams := trigrams(text)
	for _, g := range grams {
		ix.grams[g] = append(ix.grams[g], at)
	}
	ix.sizes = append(ix.sizes, len(grams))
}

// Name returns the i-th name.
func (ix *Index) Name(i int32) *Name { return &ix.names[i] }

// trigrams returns the three-letter pieces of a folded name, each once, with blanks around it.
func trigrams(text string) []string {
	r := []rune("  " + graph.Fold(text) + " ")
	var grams []string
	for i := 0; i+3 <= len(r); i++ {
		grams = append(grams, string(r[i:i+3]))
	}
	slices.Sort(grams)
	return slices.Compact(grams)
}

// Find returns the names of which every word of the query begins a word, ascending. Too many words are Invalid.
func (ix *Index) Find(query string) ([]int32, error) {
	words, err := QueryWords(query)
	if err != nil {
		return nil, err
	}
	var found []int32
	for i, word := range words {
		lo, _ := slices.BinarySearchFunc(ix.words, word, func(p posting, w string) int { return cmp.Compare(p.word, w) })
		var here []int32
		for _, p := range ix.words[lo:] {
			if !strings.HasPrefix(p.word, word) {
				break
			}
			here = append(here, p.name)
		}
		slices.Sort(here)
		here = slices.Compact(here)
		if i > 0 {
			here = slices.DeleteFunc(here, func(n int32) bool { _, ok := slices.BinarySearch(found, n); return !ok })
		}
		if found = here; len(found) == 0 {
			break
		}
	}
	return found, nil
}

// likeness is the least Dice coefficient of trigrams at which a name is offered for a mistyped one.
const likeness = .32

// Nearest returns names like the query, the likest first; equal ones in the order of the index.
func (ix *Index) Nearest(query string) []int32 {
	common := map[int32]int{}
	grams := trigrams(query)
	for _, g := range grams {
		for _, n := range ix.grams[g] {
			common[n]++
		}
	}
	like := func(n int32) float64 { return 2 * float64(common[n]) / float64(len(grams)+ix.sizes[n]) }
	var near []int32
	for n := range common {
		if like(n) >= likeness {
			near = append(near, n)
		}
	}
	slices.SortFunc(near, func(a, b int32) int { return cmp.Or(cmp.Compare(like(b), like(a)), cmp.Compare(a, b)) })
	return near
}
