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
	var total int64 // sum of strengths: each pair counts twice, here and in inside
	inside := 0.    // summed in the order of letters
	n := map[int32]int{}
	for l := range x.Letters() {
		k := x.Size(l)
		if k < 2 {
			continue
		}
		total += int64(k)
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
	strength := map[int32]int64{}
	var squares int64 // whole numbers, so the order of the map below does not matter
	for o, c := range org {
		var s int64
		for _, l := range x.LettersOf(o) {
			if x.Size(int(l)) >= 2 {
				s++
			}
		}
		if c < 0 {
			squares += s * s
		} else {
			strength[c] += s
		}
	}
	for _, s := range strength {
		squares += s * s
	}
	w := float64(total)
	return inside/w - float64(squares)/w/w
}
