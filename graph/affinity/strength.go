package affinity

import "undersigned/graph"

// Strengths returns for each organization the sum of its Newman weights. By definition of the weight that is the number
// of its letters with at least two signers, so it costs O(E) and is exact.
func Strengths(x *graph.Incidence) []float64 {
	s := make([]float64, x.Organizations())
	for o := range s {
		shared := 0
		for _, l := range x.LettersOf(o) {
			if x.Size(int(l)) >= 2 {
				shared++
			}
		}
		s[o] = float64(shared)
	}
	return s
}

// Total returns the sum of Newman weights over all pairs: half the signatures on letters with at least two signers.
func Total(x *graph.Incidence) float64 {
	shared := 0
	for l := range x.Letters() {
		if k := x.Size(l); k >= 2 {
			shared += k
		}
	}
	return float64(shared) / 2
}

// sharesOf is shares with other sizes, where there are some.
func sharesOf(x *graph.Incidence, sizes []int) []float64 {
	if sizes == nil {
		return shares(x)
	}
	w := make([]float64, x.Letters())
	for l := range w {
		if sizes[l] > 1 {
			w[l] = 1 / float64(sizes[l]-1)
		}
	}
	return w
}

// shares returns what each letter adds to a pair of its signers, 1/(k-1), and 0 where it has no pair.
func shares(x *graph.Incidence) []float64 {
	w := make([]float64, x.Letters())
	for l := range w {
		if k := x.Size(l); k >= 2 {
			w[l] = 1 / float64(k-1)
		}
	}
	return w
}
