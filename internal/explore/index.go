package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
)

// named is one name that can be found.
type named struct {
	kind     string
	position int32
	text     string
}

// index finds names by the beginnings of their words, and by likeness where nothing begins so. Words and trigrams are
// sorted lists, so it takes a few times the size of the names.
type index struct {
	names []named
	words []posting
	grams map[string][]int32 // names by trigram, ascending
	sizes []int              // number of trigrams of each name
}

type posting struct {
	word string
	name int32
}

func (s *snapshot) index(ctx context.Context) (*index, error) {
	return s.words.get(ctx, func(ctx context.Context) (*index, error) {
		ix := &index{grams: map[string][]int32{}}
		for o := range s.network.Organizations() {
			org := &s.network.Organizations()[o]
			ix.add(kindOrganization, o, org.Name)
			for _, name := range org.Names {
				if name.Text != org.Name {
					ix.add(kindOrganization, o, name.Text)
				}
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, graph.Wrap(graph.Cancelled, err, "the search was stopped before it was done")
		}
		for t := range s.network.Targets() {
			for _, name := range s.network.Targets()[t].Names {
				ix.add(kindTarget, t, name)
			}
		}
		for l, w := range s.network.Letters() {
			for _, record := range w.Records {
				if record.Title != "" {
					ix.add(kindLetter, l, record.Title)
				}
			}
		}
		slices.SortFunc(ix.words, func(a, b posting) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.name, b.name)) })
		return ix, nil
	})
}

func (ix *index) add(kind string, position int, text string) {
	at := int32(len(ix.names))
	ix.names = append(ix.names, named{kind, int32(position), text})
	for _, w := range store.SearchWords(text) {
		ix.words = append(ix.words, posting{w, at})
	}
	grams := trigrams(text)
	for _, g := range grams {
		ix.grams[g] = append(ix.grams[g], at)
	}
	ix.sizes = append(ix.sizes, len(grams))
}

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

// find returns the names of which every word of the query begins a word, ascending. Too many words are Invalid.
func (ix *index) find(query string) ([]int32, error) {
	words, err := store.QueryWords(query)
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

// nearest returns names like the query, the likest first; equal ones in the order of the index.
func (ix *index) nearest(query string) []int32 {
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
