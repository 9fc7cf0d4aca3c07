package cluster

import "undersigned/graph"

// level is one graph of the Leiden hierarchy. At the bottom its nodes are the organizations, then the letters; above,
// they are connected groups of those. Each node carries the two sums that Barber's null model needs.
type level struct {
	ptr    []int32 // row starts, length nodes+1
	to     []int32 // neighbours; no node is its own
	weight []int32 // signatures between the two
	r, d   []int64 // sums of organization degrees and of letter degrees
}

func (g *level) nodes() int { return len(g.r) }

func bottom(x *graph.Incidence) *level {
	n, m, e := x.Organizations(), x.Letters(), x.Signatures()
	g := &level{
		ptr: make([]int32, 1, n+m+1), to: make([]int32, 0, 2*e), weight: make([]int32, 2*e),
		r: make([]int64, n+m), d: make([]int64, n+m),
	}
	for i := range g.weight {
		g.weight[i] = 1
	}
	for o := range n {
		for _, l := range x.LettersOf(o) {
			g.to = append(g.to, int32(n)+l)
		}
		g.ptr = append(g.ptr, int32(len(g.to)))
		g.r[o] = int64(x.Degree(o))
	}
	for l := range m {
		g.to = append(g.to, x.SignersOf(l)...)
		g.ptr = append(g.ptr, int32(len(g.to)))
		g.d[n+l] = int64(x.Size(l))
	}
	return g
}

// aggregate makes the next level: one node for each of the count groups, group[v] being the group of node v. Edges
// within a group vanish, since no move of the new node can change them. O(nodes + edges).
func (g *level) aggregate(group []int32, count int) *level {
	up := &level{ptr: make([]int32, 1, count+1), r: make([]int64, count), d: make([]int64, count)}
	start := make([]int32, count+1)
	for v, c := range group {
		up.r[c] += g.r[v]
		up.d[c] += g.d[v]
		start[c+1]++
	}
	for c := range count {
		start[c+1] += start[c]
	}
	members := make([]int32, len(group))
	for v, c := range group {
		members[start[c]] = int32(v)
		start[c]++
	}
	at := make([]int32, count) // 1 + place of the edge to this group in the row being written
	for c, next := 0, 0; c < count; c++ {
		first := int32(len(up.to))
		for ; next < len(members) && group[members[next]] == int32(c); next++ {
			v := members[next]
			for i := g.ptr[v]; i < g.ptr[v+1]; i++ {
				b := group[g.to[i]]
				if b == int32(c) {
					continue
				}
				if at[b] <= first {
					up.to = append(up.to, b)
					up.weight = append(up.weight, 0)
					at[b] = int32(len(up.to))
				}
				up.weight[at[b]-1] += g.weight[i]
			}
		}
		up.ptr = append(up.ptr, int32(len(up.to)))
	}
	return up
}

// renumber replaces the labels by 0.. in order of first appearance and returns how many there are.
func renumber(labels []int32) int {
	name := make([]int32, len(labels)) // 1 + new label
	count := int32(0)
	for i, c := range labels {
		if name[c] == 0 {
			count++
			name[c] = count
		}
		labels[i] = name[c] - 1
	}
	return int(count)
}
