package search

import (
	"cmp"
	"slices"
)

// Likeness compares names of one kind with others. It is not safe for concurrent use.
type Likeness struct {
	ix     *Index
	kind   string
	common []int32 // of each name of the index, trigrams in common with the one that is looked for; all 0 between
}

// Likeness returns a Likeness to names of a kind.
func (ix *Index) Likeness(kind string) *Likeness {
	return &Likeness{ix: ix, kind: kind}
}

// Trigrams is exported for who compares names as a whole: the three-letter pieces of a folded name, sorted, each once.
func Trigrams(text string) []string { return trigrams(text) }

// Dice is twice the number of shared pieces over the number of all (10.2307/1932409). Both are sorted.
func Dice(a, b []string) float64 {
	shared := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := cmp.Compare(a[i], b[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			shared, i, k = shared+1, i+1, k+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// commonFrom is the number of names from which a trigram says little and costs much.
const commonFrom = 600

// Sharing returns the names that share most of the trigrams, for their length, at most n, most first, then in the order of the
// index. Trigrams of very many names are passed over, unless there are no others.
func (l *Likeness) Sharing(grams []string, n int) []int32 {
	ix := l.ix
	if l.common == nil {
		l.common = make([]int32, len(ix.names))
	}
	var touched []int32
	count := func(most int) {
		for _, g := range grams {
			if len(ix.grams[g]) > most {
				continue
			}
			for _, at := range ix.grams[g] {
				if ix.names[at].Kind != l.kind {
					continue
				}
				if l.common[at]++; l.common[at] == 1 {
					touched = append(touched, at)
				}
			}
		}
	}
	if count(commonFrom); len(touched) == 0 {
		count(10 * commonFrom)
	}
	type scored struct {
		at   int32
		like float64
	}
	best := 0.0
	list := make([]scored, 0, len(touched))
	for _, at := range touched {
		like := float64(l.common[at]) / float64(len(grams)+ix.sizes[at])
		l.common[at] = 0
		best = max(best, like)
		list = append(list, scored{at, like})
	}
	list = slices.DeleteFunc(list, func(s scored) bool { return s.like < best/3 }) // far behind, and the most of them
	slices.SortFunc(list, func(a, b scored) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.at, b.at)) })
	nearest := make([]int32, min(len(list), n))
	for i := range nearest {
		nearest[i] = list[i].at
	}
	return nearest
}
