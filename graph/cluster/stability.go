package cluster

import (
	"context"
	"math/rand/v2"

	"undersigned/graph"
)

// Independent questions draw from independent streams of one seed: start i of Leiden uses stream i, which is below
// these for any sensible number of starts.
const (
	stabilityStream    = 1 << 40
	significanceStream = 1 << 41
)

// Stable says how far a partition depends on the seed.
type Stable struct {
	// Org is, for each organization, the share of runs in which it is in the run's cluster that best matches its own.
	// It is 0 for an organization without a cluster.
	Org []float64
	// Cluster is the mean of Org over each cluster's organizations, 0 for a cluster of letters only.
	Cluster []float64
	// Modularity is what each run reached: its spread says how alike the alternatives are in quality.
	Modularity []float64
}

// Stability repeats the search runs times, one start each, with seeds derived from o.Seed, and compares every result
// with p. In a run, the match of a cluster is the run's cluster with the largest Jaccard index of their organizations
// (of equal ones, the one whose first common organization comes first); several clusters may have one match.
// o.Starts is not used. The result does not depend on o.Threads. O(runs * E).
func Stability(ctx context.Context, x *graph.Incidence, p Partition, runs int, o Options) (Stable, error) {
	if runs < 1 {
		return Stable{}, graph.Errorf(graph.Invalid, "the number of runs is %d; give at least 1", runs)
	}
	o, err := o.complete()
	if err != nil {
		return Stable{}, err
	}
	n := x.Organizations()
	members := make([][]int32, p.Clusters)
	for i, c := range p.Org {
		if c >= 0 {
			members[c] = append(members[c], int32(i))
		}
	}
	base := bottom(x)
	again := make([][]bool, runs)
	s := Stable{Org: make([]float64, n), Cluster: make([]float64, p.Clusters), Modularity: make([]float64, runs)}
	err = each(ctx, runs, o, func(i int) error {
		labels, q, err := run(ctx, x, base, rand.New(rand.NewPCG(o.Seed, stabilityStream+uint64(i))), o.Resolution)
		if err != nil {
			return err
		}
		again[i], s.Modularity[i] = matched(members, labels[:n], base.nodes()), q
		return nil
	})
	if err != nil {
		return Stable{}, err
	}
	for i := range s.Org {
		count := 0
		for _, in := range again {
			if in[i] {
				count++
			}
		}
		s.Org[i] = float64(count) / float64(runs)
	}
	for c, list := range members {
		for _, i := range list {
			s.Cluster[c] += s.Org[i]
		}
		s.Cluster[c] /= float64(max(1, len(list)))
	}
	return s, nil
}

// matched tells for each organization whether labels puts it into the match of its cluster.
func matched(members [][]int32, labels []int32, limit int) []bool {
	size, common := make([]int, limit), make([]int, limit)
	for _, list := range members {
		for _, i := range list {
			size[labels[i]]++
		}
	}
	in := make([]bool, len(labels))
	for _, list := range members {
		for _, i := range list {
			common[labels[i]]++
		}
		match, shared, union := int32(-1), 0, 1
		for _, i := range list {
			c := labels[i]
			if u := len(list) + size[c] - common[c]; common[c]*union > shared*u { // Jaccard indices without division
				match, shared, union = c, common[c], u
			}
		}
		for _, i := range list {
			in[i] = labels[i] == match
			common[labels[i]] = 0
		}
	}
	return in
}
