package explore

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph/centrality"
	"undersigned/graph/cluster"
)

// analysisSeed is of every search that draws random numbers. It is part of what makes the same data give the same bytes.
const analysisSeed = 1

// stabilityRuns is how often the search for clusters is repeated with other seeds to see which hold.
const stabilityRuns = 20

// coalitions are the clusters of the whole network. A view never changes them.
type coalitions struct {
	partition cluster.Partition
	letters   [][]cluster.Backed // of each cluster, most signed by it first
	sizes     []int
	shown     int // clusters of two or more organizations: the first ones; only these are called clusters on screens
	labels    []string
}

// number returns the number of an organization's cluster as screens have it: from 1, 0 for none. A single organization
// with a letter of its own is formally a cluster too, but no coalition.
func (c *coalitions) number(o int) int {
	if k := int(c.partition.Org[o]); k >= 0 && k < c.shown {
		return k + 1
	}
	return 0
}

func (c *coalitions) label(number int) string {
	if number < 1 || number > c.shown {
		return ""
	}
	return c.labels[number-1]
}

func (s *snapshot) clusters(ctx context.Context) (*coalitions, error) {
	return s.coalitions.get(ctx, func(ctx context.Context) (*coalitions, error) {
		p, err := cluster.Leiden(ctx, s.x, cluster.Options{Seed: analysisSeed, Progress: s.step("finding clusters")})
		if err != nil {
			return nil, err
		}
		return coalitionsOf(s, p), nil
	})
}

func coalitionsOf(s *snapshot, p cluster.Partition) *coalitions {
	c := &coalitions{partition: p, letters: cluster.Letters(s.x, p), sizes: p.Sizes()}
	for c.shown < len(c.sizes) && c.sizes[c.shown] > 1 {
		c.shown++
	}
	c.labels = s.label(c)
	return c
}

// numbers returns how to number the cluster of an organization without waiting for an analysis that is under way: by the one before.
func (r *Reading) numbers(ctx context.Context) (func(o int) int, error) {
	if r.before != nil {
		if c, done := r.before.coalitions.ready(); done {
			if _, own := r.coalitions.ready(); !own {
				return func(o int) int {
					at, known := r.before.network.Organization(r.network.Organizations()[o].ID)
					if !known {
						return 0
					}
					return c.number(at)
				}, nil
			}
		}
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return nil, err
	}
	return c.number, nil
}

// stability returns for each organization the share of runs in which it is in its cluster.
func (s *snapshot) stability(ctx context.Context) ([]float64, error) {
	return s.trust.get(ctx, func(ctx context.Context) ([]float64, error) {
		c, err := s.clusters(ctx)
		if err != nil {
			return nil, err
		}
		stable, err := cluster.Stability(ctx, s.x, c.partition, stabilityRuns, cluster.Options{Seed: analysisSeed, Progress: s.step("how stable the clusters are")})
		return stable.Org, err
	})
}

// betweenness has the values with their ranks.
type betweenness struct {
	of   []float64 // -1 where it was left out
	rank []int     // from 1; equal values share the best rank
}

func (s *snapshot) between(ctx context.Context) (*betweenness, error) {
	return s.betweenness.get(ctx, func(ctx context.Context) (*betweenness, error) {
		if slices.Contains(s.without, WithoutBetweenness) {
			return &betweenness{of: slices.Repeat([]float64{-1}, s.x.Organizations()), rank: make([]int, s.x.Organizations())}, nil
		}
		of, err := centrality.Betweenness(ctx, s.x, centrality.Options{Progress: s.step("betweenness")})
		if err != nil {
			return nil, err
		}
		order := make([]int, len(of))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(a, b)) })
		b := &betweenness{of: of, rank: make([]int, len(of))}
		for place, o := range order {
			b.rank[o] = place + 1
			if place > 0 && of[o] == of[order[place-1]] {
				b.rank[o] = b.rank[order[place-1]]
			}
		}
		return b, nil
	})
}

func (s *snapshot) ranks(ctx context.Context) ([]float64, error) {
	return s.pageRank.get(ctx, func(ctx context.Context) ([]float64, error) {
		return centrality.PageRank(ctx, s.x, centrality.Damping)
	})
}

// lastYear returns the year of an organization's last dated letter, 0 for none.
func (s *snapshot) lastYear(o int) int { return s.last[o].Year }

// lettersByDate returns the letters that have a date, earliest first.
func (s *snapshot) lettersByDate() []int32 {
	var order []int32
	for l, w := range s.network.Letters() {
		if !w.Date.IsZero() {
			order = append(order, int32(l))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(s.network.Letters()[a].Date.Compare(s.network.Letters()[b].Date), cmp.Compare(a, b))
	})
	return order
}
