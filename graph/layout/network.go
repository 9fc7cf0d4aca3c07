package layout

import (
	"slices"

	"undersigned/graph"
)

// network is the incidence as one set of nodes: organizations 0..n-1, letters n..n+m-1, each with its cluster (-1 none).
type network struct {
	x       *graph.Incidence
	cluster []int32
}

func newNetwork(x *graph.Incidence, cluster []int32) network {
	g := network{x: x}
	g.cluster = make([]int32, g.size())
	for v := range g.cluster {
		g.cluster[v] = -1
	}
	if cluster != nil {
		copy(g.cluster, cluster)
		copy(g.cluster[x.Organizations():], letterClusters(x, cluster))
	}
	return g
}

func (g network) size() int { return g.x.Organizations() + g.x.Letters() }

// neighbours returns positions on the other side and what to add to make them nodes.
func (g network) neighbours(v int32) (row []int32, offset int32) {
	n := int32(g.x.Organizations())
	if v < n {
		return g.x.LettersOf(int(v)), n
	}
	return g.x.SignersOf(int(v - n)), 0
}

// letterClusters gives each letter the cluster that most of its signers are in, the lowest number among equals, and -1
// where no signer is in any.
func letterClusters(x *graph.Incidence, cluster []int32) []int32 {
	of := make([]int32, x.Letters())
	var here []int32
	for l := range of {
		here = here[:0]
		for _, o := range x.SignersOf(l) {
			if cluster[o] >= 0 {
				here = append(here, cluster[o])
			}
		}
		slices.Sort(here)
		of[l] = -1
		for i, best := 0, 0; i < len(here); {
			k := i
			for k < len(here) && here[k] == here[i] {
				k++
			}
			if k-i > best {
				best, of[l] = k-i, here[i]
			}
			i = k
		}
	}
	return of
}

// component is one connected part with local numbers 0..len(nodes)-1.
type component struct {
	nodes   []int32 // nodes of the network, ascending
	ptr     []int32 // row starts of adj
	adj     []int32 // local neighbours
	cluster []int32
}

// components splits the network, larger parts first, then by smallest node. O(n + m + E).
func (g network) components() []*component {
	local := make([]int32, g.size())
	for v := range local {
		local[v] = -1
	}
	var parts []*component
	for v := range local {
		if local[v] >= 0 {
			continue
		}
		c := &component{nodes: []int32{int32(v)}}
		local[v] = 0
		for at := 0; at < len(c.nodes); at++ {
			row, offset := g.neighbours(c.nodes[at])
			for _, w := range row {
				if local[w+offset] < 0 {
					local[w+offset] = 0
					c.nodes = append(c.nodes, w+offset)
				}
			}
		}
		slices.Sort(c.nodes)
		parts = append(parts, c)
	}
	slices.SortStableFunc(parts, func(a, b *component) int { return len(b.nodes) - len(a.nodes) })
	for _, c := range parts {
		for i, v := range c.nodes {
			local[v] = int32(i)
		}
		c.ptr = make([]int32, 1, len(c.nodes)+1)
		for _, v := range c.nodes {
			row, offset := g.neighbours(v)
			for _, w := range row {
				c.adj = append(c.adj, local[w+offset])
			}
			c.ptr = append(c.ptr, int32(len(c.adj)))
			c.cluster = append(c.cluster, g.cluster[v])
		}
	}
	return parts
}

func (c *component) size() int            { return len(c.nodes) }
func (c *component) near(v int32) []int32 { return c.adj[c.ptr[v]:c.ptr[v+1]] }
func (c *component) degree(v int32) int32 { return c.ptr[v+1] - c.ptr[v] }

// apart reports whether two nodes are in different clusters.
func (c *component) apart(a, b int32) bool {
	return c.cluster[a] != c.cluster[b] && c.cluster[a] >= 0 && c.cluster[b] >= 0
}

// distances fills row with the number of steps from a node to every other. queue is scratch space.
func (c *component) distances(from int32, row, queue []int32) {
	for v := range row {
		row[v] = -1
	}
	row[from] = 0
	queue = append(queue[:0], from)
	for at := 0; at < len(queue); at++ {
		v := queue[at]
		for _, w := range c.near(v) {
			if row[w] < 0 {
				row[w] = row[v] + 1
				queue = append(queue, w)
			}
		}
	}
}
