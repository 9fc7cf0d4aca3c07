package affinity

import (
	"slices"

	"undersigned/graph"
)

// Neighbours returns the ties of organization o with all its co-signers, in the order of Compare; it is empty, not nil,
// where o signed alone or nothing. It costs the signatures on o's letters and O(n) memory. o must be a position of x.
func Neighbours(x *graph.Incidence, o int32) []Tie {
	row := make([]cell, x.Organizations())
	found := 0
	for _, l := range x.LettersOf(int(o)) {
		signers := x.SignersOf(int(l))
		for _, b := range signers {
			if b == o {
				continue
			}
			if row[b].letters == 0 {
				found++
			}
			row[b].letters++
			row[b].newman += 1 / float64(len(signers)-1)
		}
	}
	ties := make([]Tie, 0, found)
	for b, c := range row {
		if c.letters > 0 {
			ties = append(ties, Tie{A: min(o, int32(b)), B: max(o, int32(b)), Letters: c.letters, Newman: c.newman})
		}
	}
	slices.SortFunc(ties, Compare)
	return ties
}

// Pair returns the letters that organizations a and b both signed, ascending, and the Newman weight of their tie: the
// fact and the number behind a line on the map. It costs O(Degree(a) + Degree(b)). An organization has no tie with
// itself: the answer is then nil and 0. Both must be positions of x.
func Pair(x *graph.Incidence, a, b int32) (letters []int32, newman float64) {
	if a == b {
		return nil, 0
	}
	la, lb := x.LettersOf(int(a)), x.LettersOf(int(b))
	for len(la) > 0 && len(lb) > 0 {
		switch {
		case la[0] < lb[0]:
			la = la[1:]
		case la[0] > lb[0]:
			lb = lb[1:]
		default:
			letters = append(letters, la[0])
			newman += 1 / float64(x.Size(int(la[0]))-1)
			la, lb = la[1:], lb[1:]
		}
	}
	return letters, newman
}
