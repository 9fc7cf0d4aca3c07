package graphtest

import (
	"math"
	"math/rand/v2"
	"sort"

	"undersigned/graph"
)

// mixing is the share of signatures drawn without regard to the planted groups.
const mixing = .25

// Random draws a network with Zipf-like degrees on both sides and planted groups: organization o and letter l belong
// together when o and l are equal modulo groups, and three signatures in four stay within a group. The count of distinct
// signatures is exactly min(signatures, orgs*letters). The same arguments give the same network everywhere.
func Random(seed uint64, orgs, letters, signatures, groups int) *graph.Incidence {
	groups = max(1, min(groups, letters))
	signatures = min(signatures, orgs*letters)
	r := rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))
	org := zipf(orgs, .7)
	all := zipf(letters, .5)
	inGroup := make([][]float64, groups)
	for g := range inGroup {
		inGroup[g] = zipf((letters-g+groups-1)/groups, .5)
	}
	seen := make(map[graph.Pair]bool, signatures)
	pairs := make([]graph.Pair, 0, signatures)
	add := func(p graph.Pair) {
		if !seen[p] {
			seen[p] = true
			pairs = append(pairs, p)
		}
	}
	for tries := 0; len(pairs) < signatures && tries < 20*signatures; tries++ {
		o := draw(r, org)
		l := 0
		if r.Float64() < mixing {
			l = draw(r, all)
		} else {
			g := o % groups
			l = g + groups*draw(r, inGroup[g])
		}
		add(graph.Pair{Org: int32(o), Letter: int32(l)})
	}
	// A request close to orgs*letters cannot be met by drawing; the rest is filled in order.
	for i := 0; len(pairs) < signatures; i++ {
		add(graph.Pair{Org: int32(i / letters), Letter: int32(i % letters)})
	}
	return build(orgs, letters, pairs)
}

// zipf returns the running sums of 1/(i+1)^exponent.
func zipf(n int, exponent float64) []float64 {
	sums := make([]float64, n)
	total := 0.
	for i := range sums {
		total += math.Pow(float64(i+1), -exponent)
		sums[i] = total
	}
	return sums
}

func draw(r *rand.Rand, sums []float64) int {
	u := r.Float64() * sums[len(sums)-1]
	return min(sort.SearchFloat64s(sums, u), len(sums)-1)
}
