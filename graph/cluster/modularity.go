package cluster

import "undersigned/graph"

// Modularity returns Barber's bipartite modularity (doi:10.1103/PhysRevE.76.066102) of a partition at resolution 1:
//
//	Q = 1/E * sum over clusters of (signatures inside - R*D/E)
//
// with R the sum of degrees of the cluster's organizations and D of its letters. org and letter give the cluster of each
// organization and letter; a negative cluster means one of its own. Sums are of whole numbers, so the result has the same
// bits under any numbering. O(E). A network without signatures has modularity 0.
func Modularity(x *graph.Incidence, org, letter []int32) float64 {
	return modularity(x, org, letter, 1)
}

func modularity(x *graph.Incidence, org, letter []int32, resolution float64) float64 {
	if x.Signatures() == 0 {
		return 0
	}
	var inside int64
	r := make(map[int32]int64)
	for o, c := range org {
		if c < 0 {
			continue
		}
		r[c] += int64(x.Degree(o))
		for _, l := range x.LettersOf(o) {
			if letter[l] == c {
				inside++
			}
		}
	}
	var expected int64 // sum of R*D, times E what chance would put inside
	for l, c := range letter {
		if c >= 0 {
			expected += r[c] * int64(x.Size(l))
		}
	}
	e := float64(x.Signatures())
	// The conversion keeps a compiler from fusing the product into the subtraction, which would change bits.
	return (float64(inside) - float64(resolution*float64(expected)/e)) / e
}

// ProjectionModularity returns Newman's modularity (doi:10.1103/PhysRevE.70.056131) of a partition of organizations on
// the projection with weights 1/(k-1), from the incidence alone: a letter with n of its k signers in a cluster puts
// n(n-1)/(k-1) inside it. org is as for Modularity. O(E). It is 0 where no letter has two signers.
func ProjectionModularity(x *graph.Incidence, org []int32) float64 {
	var total, inside float64 // both count each pair twice
	n := make(map[int32]int)
	strength := make([]float64, 0)
	rest := 0. // squared strengths of organizations in clusters of their own
	for l := range x.Letters() {
		k := x.Size(l)
		if k < 2 {
			continue
		}
		total += float64(k)
		pairs := 0
		for _, o := range x.SignersOf(l) {
			if c := org[o]; c >= 0 {
				pairs += 2 * n[c]
				n[c]++
			}
		}
		clear(n)
		inside += float64(pairs) / float64(k-1)
	}
	if total == 0 {
		return 0
	}
	for o, c := range org {
		s := 0.
		for _, l := range x.LettersOf(o) {
			if x.Size(int(l)) >= 2 {
				s++
			}
		}
		if c < 0 {
			rest += s * s
			continue
		}
		for int(c) >= len(strength) {
			strength = append(strength, 0)
		}
		strength[c] += s
	}
	for _, s := range strength {
		rest += s * s // whole numbers: exact in any order
	}
	return inside/total - rest/total/total
}
