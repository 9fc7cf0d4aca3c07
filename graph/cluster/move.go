package cluster

import (
	"context"
	"math/rand/v2"
)

// solver holds one run's random source, constants and scratch memory, which all levels share.
type solver struct {
	random     *rand.Rand
	signatures float64
	resolution float64

	order, queue []int32
	queued       []bool
	r, d         []int64 // sums of each cluster
	size         []int32 // nodes of each cluster
	toward       []int32 // weight from the current node to each cluster
	near         []int32 // clusters with toward set
	free         []int32 // clusters that were left empty at some time
	cut          []int64 // refinement: weight from each group to the rest of its cluster
	fine         []float64
}

func newSolver(random *rand.Rand, g *level, signatures int, resolution float64) *solver {
	n := g.nodes()
	return &solver{
		random: random, signatures: float64(signatures), resolution: resolution,
		order: make([]int32, n), queue: make([]int32, n), queued: make([]bool, n),
		r: make([]int64, n), d: make([]int64, n), size: make([]int32, n), toward: make([]int32, n), cut: make([]int64, n),
	}
}

// chance is E times the weight that the null model expects between two disjoint groups.
func (s *solver) chance(r1, d1, r2, d2 int64) float64 {
	return float64(s.resolution * float64(r1*d2+d1*r2))
}

func (s *solver) shuffled(n int) []int32 {
	order := s.order[:n]
	for i := range order {
		order[i] = int32(i)
	}
	s.random.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// sum fills the sums of each cluster.
func (s *solver) sum(g *level, of []int32) {
	n := g.nodes()
	clear(s.r[:n])
	clear(s.d[:n])
	clear(s.size[:n])
	for v, c := range of {
		s.r[c] += g.r[v]
		s.d[c] += g.d[v]
		s.size[c]++
	}
}

// weigh sets toward and near for node v. forget undoes it.
func (s *solver) weigh(g *level, v int32, of []int32) {
	for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
		c := of[g.to[i]]
		if s.toward[c] == 0 {
			s.near = append(s.near, c)
		}
		s.toward[c] += g.weight[i]
	}
}

func (s *solver) forget() {
	for _, c := range s.near {
		s.toward[c] = 0
	}
	s.near = s.near[:0]
}

// move improves the partition node by node until no node gains by a change of cluster: Leiden's fast local moving, with
// a queue of nodes whose surroundings changed. of holds labels below g.nodes(). A node stays where it is unless another
// cluster is strictly better; of several best the first among its neighbours is taken. It ends early when ctx does.
func (s *solver) move(ctx context.Context, g *level, of []int32) {
	n := g.nodes()
	s.sum(g, of)
	s.free = s.free[:0]
	for c := n - 1; c >= 0; c-- {
		if s.size[c] == 0 {
			s.free = append(s.free, int32(c))
		}
	}
	queue := s.queue[:n] // a ring: a node is in it at most once
	copy(queue, s.shuffled(n))
	for i := range n {
		s.queued[i] = true
	}
	head := 0
	for waiting, moved := n, 0; waiting > 0; moved++ {
		if moved&0xfff == 0 && ctx.Err() != nil {
			return
		}
		v := queue[head]
		head++
		if head == n {
			head = 0
		}
		waiting--
		s.queued[v] = false
		old := of[v]
		to := s.best(g, v, of)
		if to == old {
			continue
		}
		of[v] = to
		for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
			if u := g.to[i]; of[u] != to && !s.queued[u] {
				s.queued[u] = true
				at := head + waiting
				if at >= n {
					at -= n
				}
				queue[at] = u
				waiting++
			}
		}
	}
}

// best takes v out of its cluster and puts it, in the sums, into the one it returns.
func (s *solver) best(g *level, v int32, of []int32) int32 {
	old, r, d := of[v], g.r[v], g.d[v]
	s.r[old] -= r
	s.d[old] -= d
	s.size[old]--
	s.weigh(g, v, of)
	to := old
	most := s.gain(v, g, old, s.toward[old])
	for _, c := range s.near {
		if gain := s.gain(v, g, c, s.toward[c]); gain > most {
			to, most = c, gain
		}
	}
	s.forget()
	if most < 0 { // alone is better; the cluster it leaves has others in it, or most would be 0
		to = s.empty()
	}
	if s.size[old] == 0 && to != old {
		s.free = append(s.free, old)
	}
	s.r[to] += r
	s.d[to] += d
	s.size[to]++
	return to
}

// gain is E times what joining cluster c adds to E*Q, v being in no cluster.
func (s *solver) gain(v int32, g *level, c, toward int32) float64 {
	return float64(toward)*s.signatures - s.chance(g.r[v], g.d[v], s.r[c], s.d[c])
}

// gather has nodes that are alone in their clusters join one where they lose nothing by it: moving asks for a gain, and so leaves every node alone where
// all partitions are worth the same, as among organizations that signed the same letters. At resolution 1 no letter stays alone, since over all clusters
// its gains add up to 0. Letters go first, from node n on; of clusters that are worth the same the one with most nodes is taken, then the one of the first
// neighbour. Modularity does not fall and clusters stay connected.
func (s *solver) gather(g *level, of []int32, n int) {
	s.sum(g, of)
	join := func(v int32) {
		if s.size[of[v]] != 1 {
			return
		}
		old, to, most := of[v], of[v], 0.
		s.weigh(g, v, of)
		for _, c := range s.near {
			gain := s.gain(v, g, c, s.toward[c])
			if gain > most || gain == most && (to == old || s.size[c] > s.size[to]) {
				to, most = c, gain
			}
		}
		s.forget()
		if to == old {
			return
		}
		s.r[old], s.d[old], s.size[old] = 0, 0, 0
		s.r[to] += g.r[v]
		s.d[to] += g.d[v]
		s.size[to]++
		of[v] = to
	}
	for v := n; v < g.nodes(); v++ {
		join(int32(v))
	}
	for v := range n {
		join(int32(v))
	}
}

func (s *solver) empty() int32 {
	for {
		c := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		if s.size[c] == 0 {
			return c
		}
	}
}
