package centrality

import "math/bits"

// lanes is the number of sources that one sweep serves. A row of the network is fetched once for all of them, and eight
// counts fill one cache line.
const lanes = 8

type vec [lanes]float64

// side is one mode of a two-mode network in compressed form.
type side struct {
	ptr, to []int32
	mult    []float64 // how many nodes each stands for
	end     []float64 // how many ends of paths sit at one of those
}

func (s *side) row(v int32) []int32 { return s.to[s.ptr[v]:s.ptr[v+1]] }

func (s *side) degree(v int32) int { return int(s.ptr[v+1] - s.ptr[v]) }

// network has the organizations first, then the letters.
type network [2]side

// source is where paths of one lane begin.
type source struct {
	self   int32   // its own node, -1 if it has none
	first  []int32 // the nodes of the other side at distance 1
	weight float64 // how many nodes begin there
}

// front is the nodes first reached at one distance, each with the lanes that reached it there.
type front struct {
	nodes []int32
	lanes []uint8
}

// sweep is Brandes' algorithm (doi:10.1080/0022250X.2001.9990249) for up to eight sources at once. Going out it counts
// shortest paths level by level, pulling or pushing whichever touches fewer edges; coming back it sums what each node
// carries for the nodes behind it. All sums run in the order of the network's rows, so a sweep gives the same bits
// wherever and whenever it runs. A sweep holds about 134 bytes a node.
type sweep struct {
	net    *network
	sigma  [2][]vec   // shortest paths from each source
	flow   [2][]vec   // of the level in hand: counts going out, shares coming back; zero elsewhere
	seen   [2][]uint8 // lanes that reached the node
	fresh  [2][]uint8 // lanes that reach it at the distance in hand; zero between
	open   [2][]int32 // nodes that some lane has not reached
	edges  [2]int     // edges at open nodes
	fronts []front
	full   uint8 // all lanes in use
}

func newSweep(net *network) *sweep {
	s := &sweep{net: net}
	for i := range net {
		n := len(net[i].mult)
		s.sigma[i], s.flow[i] = make([]vec, n), make([]vec, n)
		s.seen[i], s.fresh[i], s.open[i] = make([]uint8, n), make([]uint8, n), make([]int32, n)
	}
	return s
}

// run adds to credit, for both sides, what the nodes at distance least or more carry for sources, whose first nodes are
// on side start. A nil credit is not computed.
func (s *sweep) run(sources []source, start, least int, credit *[2][]float64) {
	s.begin(sources, start)
	last := 0 // fronts[k] holds distance k+1 and is on side start+k
	for s.edges[(start+last+1)%2] > 0 && s.advance(last, (start+last)%2) {
		last++
	}
	var weight vec
	for i, src := range sources {
		weight[i] = src.weight
	}
	for k := last; k >= least-1; k-- {
		at := (start + k) % 2
		s.retreat(&s.fronts[k], at, k == last, &weight, credit[at])
		if k < last {
			s.still(&s.fronts[k+1], 1-at)
		}
	}
	if k := least - 1; k <= last {
		s.still(&s.fronts[k], (start+k)%2)
	}
}

func (s *sweep) begin(sources []source, start int) {
	for i := range s.net {
		clear(s.seen[i])
		clear(s.sigma[i])
		s.open[i] = s.open[i][:len(s.net[i].mult)]
		for v := range s.open[i] {
			s.open[i][v] = int32(v)
		}
		s.edges[i] = len(s.net[i].to)
	}
	s.full = uint8(1<<len(sources) - 1)
	f := s.front(0)
	for i, src := range sources {
		if src.self >= 0 {
			s.mark(1-start, src.self, 1<<i)
		}
		for _, v := range src.first {
			if s.seen[start][v] == 0 {
				f.nodes = append(f.nodes, v)
			}
			s.mark(start, v, 1<<i)
			s.sigma[start][v][i] = 1
		}
	}
	for _, v := range f.nodes {
		f.lanes = append(f.lanes, s.seen[start][v])
	}
}

// front returns an emptied fronts[k].
func (s *sweep) front(k int) *front {
	if k == len(s.fronts) {
		s.fronts = append(s.fronts, front{})
	}
	f := &s.fronts[k]
	f.nodes, f.lanes = f.nodes[:0], f.lanes[:0]
	return f
}

func (s *sweep) mark(at int, v int32, mask uint8) {
	if s.seen[at][v] |= mask; s.seen[at][v] == s.full {
		s.edges[at] -= s.net[at].degree(v)
	}
}

// advance finds fronts[k+1] from fronts[k], which is on side at, and reports whether there is any.
func (s *sweep) advance(k, at int) bool {
	f := s.front(k + 1)
	from := &s.fronts[k] // after front, which may move them
	net, sigma, flow := &s.net[at], s.sigma[at], s.flow[at]
	reach := 0
	for i, v := range from.nodes {
		reach += net.degree(v)
		for m := from.lanes[i]; m != 0; m &= m - 1 {
			lane := bits.TrailingZeros8(m) % lanes
			flow[v][lane] = sigma[v][lane] * net.mult[v]
		}
	}
	if reach < s.edges[1-at] {
		s.push(from, f, at)
	} else {
		s.pull(f, at)
	}
	s.still(from, at)
	return len(f.nodes) > 0
}

// still ends the flow of a front.
func (s *sweep) still(f *front, at int) {
	for _, v := range f.nodes {
		s.flow[at][v] = vec{}
	}
}

func (s *sweep) push(from, f *front, at int) {
	net, flow := &s.net[at], s.flow[at]
	seen, sigma, fresh := s.seen[1-at], s.sigma[1-at], s.fresh[1-at]
	for i, v := range from.nodes {
		arrived, counts := from.lanes[i], &flow[v]
		for _, w := range net.row(v) {
			m := arrived &^ seen[w]
			if m == 0 {
				continue
			}
			if fresh[w] == 0 {
				f.nodes = append(f.nodes, w)
			}
			fresh[w] |= m
			for ; m != 0; m &= m - 1 {
				lane := bits.TrailingZeros8(m) % lanes
				sigma[w][lane] += counts[lane]
			}
		}
	}
	for _, w := range f.nodes {
		f.lanes = append(f.lanes, fresh[w])
		s.mark(1-at, w, fresh[w])
		fresh[w] = 0
	}
}

func (s *sweep) pull(f *front, at int) {
	to := 1 - at
	net, sigma, flow, seen := &s.net[to], s.sigma[to], s.flow[at], s.seen[to]
	open := s.open[to][:0]
	for _, w := range s.open[to] {
		missing := s.full &^ seen[w]
		if missing == 0 {
			continue
		}
		var sum vec
		gather(net.row(w), flow, &sum)
		reached := uint8(0)
		for m := missing; m != 0; m &= m - 1 {
			lane := bits.TrailingZeros8(m) % lanes
			if sum[lane] > 0 {
				reached |= 1 << lane
				sigma[w][lane] = sum[lane]
			}
		}
		if reached != 0 {
			f.nodes, f.lanes = append(f.nodes, w), append(f.lanes, reached)
			s.mark(to, w, reached)
		}
		if reached != missing {
			open = append(open, w)
		}
	}
	s.open[to] = open
}

// gather sums the flow of the nodes in row. The eight sums live in registers.
func gather(row []int32, flow []vec, sum *vec) {
	var a0, a1, a2, a3, a4, a5, a6, a7 float64
	for _, v := range row {
		f := &flow[v]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
		a4 += f[4]
		a5 += f[5]
		a6 += f[6]
		a7 += f[7]
	}
	*sum = vec{a0, a1, a2, a3, a4, a5, a6, a7}
}

// retreat credits the nodes of f and lets their shares flow on toward the sources: to one of its node's predecessors
// goes share = mult * (ends + carried) / sigma for each path it has.
func (s *sweep) retreat(f *front, at int, outermost bool, weight *vec, credit []float64) {
	net, sigma, flow, behind := &s.net[at], s.sigma[at], s.flow[at], s.flow[1-at]
	for i, v := range f.nodes {
		var sum vec
		if !outermost {
			gather(net.row(v), behind, &sum)
		}
		mult, end, total := net.mult[v], net.end[v], 0.
		paths, out := &sigma[v], &flow[v]
		for m := f.lanes[i]; m != 0; m &= m - 1 {
			lane := bits.TrailingZeros8(m) % lanes
			// Conversions keep products from being fused into sums, which would give other bits on other machines.
			total += float64(weight[lane] * float64(paths[lane]*sum[lane]))
			out[lane] = mult * (sum[lane] + end/paths[lane])
		}
		if credit != nil {
			credit[v] += total
		}
	}
}
