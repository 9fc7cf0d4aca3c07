package cluster

import "math"

// randomness is Leiden's theta in signatures: of two merges, one that gains this much more is e times as likely.
const randomness = .01

// refine splits each cluster into groups that are connected and each well joined to the rest of their cluster, and
// returns the group of each node with labels below g.nodes(). It starts from single nodes and only merges along edges,
// which is why its groups are connected; the merge is drawn at random among those that do not lose, so that repeated
// passes explore (Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z).
func (s *solver) refine(g *level, of []int32, group []int32) {
	n := g.nodes()
	s.sum(g, of)
	r, d := append([]int64(nil), s.r[:n]...), append([]int64(nil), s.d[:n]...)
	cut := s.cut[:n]
	clear(cut)
	for v := range n {
		group[v] = int32(v)
		for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
			if of[g.to[i]] == of[v] {
				cut[v] += int64(g.weight[i])
			}
		}
	}
	s.sum(g, group)
	joined := func(c, whole int32) bool { // group c keeps enough weight to the rest of its cluster
		return float64(cut[c])*s.signatures >= s.chance(s.r[c], s.d[c], r[whole]-s.r[c], d[whole]-s.d[c])
	}
	for _, v := range s.shuffled(n) {
		whole := of[v]
		if s.size[v] != 1 || group[v] != v || cut[v] == 0 || !joined(v, whole) {
			continue
		}
		for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
			if u := g.to[i]; of[u] == whole {
				c := group[u]
				if s.toward[c] == 0 {
					s.near = append(s.near, c)
				}
				s.toward[c] += g.weight[i]
			}
		}
		to := s.pick(g, v, func(c int32) bool { return joined(c, whole) })
		s.forget()
		if to == v {
			continue
		}
		s.r[to] += g.r[v]
		s.d[to] += g.d[v]
		s.size[to]++
		s.size[v] = 0
		group[v] = to
		for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
			if u := g.to[i]; of[u] == whole {
				if group[u] == to {
					cut[to] -= int64(g.weight[i])
				} else {
					cut[to] += int64(g.weight[i])
				}
			}
		}
	}
}

// pick draws one of the groups near v, or v's own, with chances exp(gain/randomness) among those that do not lose.
func (s *solver) pick(g *level, v int32, allowed func(c int32) bool) int32 {
	s.fine = s.fine[:0]
	most := 0.
	for _, c := range s.near {
		gain := -1.
		if allowed(c) {
			gain = s.gain(v, g, c, s.toward[c]) / s.signatures
		}
		s.fine = append(s.fine, gain)
		most = max(most, gain)
	}
	weight := func(gain float64) float64 {
		if gain < 0 {
			return 0
		}
		return math.Exp((gain - most) / randomness)
	}
	alone := weight(0)
	total := alone
	for i, gain := range s.fine {
		total += weight(gain)
		s.fine[i] = total
	}
	u := s.random.Float64() * total
	if u < alone {
		return v
	}
	for i, sum := range s.fine {
		if u < sum {
			return s.near[i]
		}
	}
	return v
}
