package layout

import (
	"context"
	"math"
)

// pivots are a component's nodes that stand for all others, with the distances to them.
type pivots struct {
	of       []int32 // the pivots
	distance []int32 // size*len(of), row by node
	weight   [][]float64
}

// pivots picks k nodes, the busiest first, then again and again the one farthest from those picked (ties: lowest), and
// counts their regions: a node belongs to its nearest pivot (ties: picked first).
//
// weight[p][d] is the number of nodes of p's region within d/2 steps of p, over d squared: what one term between p and a
// node d steps away stands for in the whole stress (M. Ortmann, M. Klimenta, U. Brandes, "A sparse stress model", 2017,
// doi:10.7155/jgaa.00440). With all nodes as pivots it is 1/d^2, the exact stress.
func (c *component) pivots(ctx context.Context, k int) (*pivots, error) {
	n := c.size()
	k = min(k, n)
	p := &pivots{distance: make([]int32, n*k)}
	nearest, region := make([]int32, n), make([]int32, n)
	row, queue := make([]int32, n), make([]int32, 0, n)
	next := int32(0)
	for v := range int32(n) {
		nearest[v] = math.MaxInt32
		if c.degree(v) > c.degree(next) {
			next = v
		}
	}
	for i := range k {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.of = append(p.of, next)
		c.distances(next, row, queue)
		for v, d := range row {
			p.distance[v*k+i] = d
			if d < nearest[v] {
				nearest[v], region[v] = d, int32(i)
			}
		}
		for v := range int32(n) {
			if nearest[v] > nearest[next] {
				next = v
			}
		}
	}
	longest := int32(0)
	for _, d := range p.distance {
		longest = max(longest, d)
	}
	within := make([][]int32, k) // members of a region by distance
	for i := range within {
		within[i] = make([]int32, longest+1)
	}
	for v, i := range region {
		within[i][nearest[v]]++
	}
	p.weight = make([][]float64, k)
	for i := range p.weight {
		p.weight[i] = make([]float64, longest+1)
		count := int32(0)
		for d := int32(1); d <= longest; d++ {
			if d%2 == 0 {
				count += within[i][d/2]
			}
			p.weight[i][d] = float64(max(1, count+within[i][0])) / float64(d*d)
		}
	}
	return p, nil
}

// start is pivot MDS: the two main axes of the doubly centred squared distances to the pivots (U. Brandes, C. Pich,
// "Eigensolver methods for progressive multidimensional scaling of large data", 2007, doi:10.1007/978-3-540-70904-6_6).
// O(n k^2).
func (p *pivots) start(n int) []point {
	k := len(p.of)
	columns, all := make([]float64, k), 0.
	squared := func(v, i int) float64 {
		d := float64(p.distance[v*len(p.of)+i])
		return float64(d * d)
	}
	rows := make([]float64, n)
	for v := range n {
		for i := range k {
			d := squared(v, i)
			rows[v] += d
			columns[i] += d
			all += d
		}
		rows[v] /= float64(k)
	}
	for i := range columns {
		columns[i] /= float64(n)
	}
	all /= float64(n) * float64(k)
	centred := func(v, i int) float64 { return rows[v] + columns[i] - all - squared(v, i) }
	product := make([][]float64, k)
	for i := range product {
		product[i] = make([]float64, k)
	}
	line := make([]float64, k)
	for v := range n {
		for i := range line {
			line[i] = centred(v, i)
		}
		for i, a := range line {
			for j, b := range line[:i+1] {
				product[i][j] += float64(a * b)
			}
		}
	}
	for i := range product {
		for j := range i {
			product[j][i] = product[i][j]
		}
	}
	first := mainAxis(product, nil)
	second := mainAxis(product, first)
	pos := make([]point, n)
	for v := range pos {
		for i := range k {
			c := centred(v, i)
			pos[v].x += float64(c * first[i])
			pos[v].y += float64(c * second[i])
		}
	}
	return scaled(pos, p)
}

// mainAxis is the eigenvector of the largest eigenvalue, by power iteration from a fixed start, orthogonal to not.
func mainAxis(m [][]float64, not []float64) []float64 {
	v := make([]float64, len(m))
	for i := range v {
		v[i] = 1 + float64(i%7)/7 + float64(i%3)
	}
	w := make([]float64, len(m))
	for range 200 {
		if not != nil {
			along := 0.
			for i := range v {
				along += float64(v[i] * not[i])
			}
			for i := range v {
				v[i] -= float64(along * not[i])
			}
		}
		norm := 0.
		for i := range w {
			w[i] = 0
			for j, x := range v {
				w[i] += float64(m[i][j] * x)
			}
			norm += float64(w[i] * w[i])
		}
		if norm == 0 {
			return make([]float64, len(m))
		}
		norm = math.Sqrt(norm)
		for i := range v {
			v[i] = w[i] / norm
		}
	}
	return v
}

// scaled stretches a drawing so that distances to pivots fit those in the graph in the least squares of stress.
func scaled(pos []point, p *pivots) []point {
	k := len(p.of)
	over, under := 0., 0.
	for v := range pos {
		for i, w := range p.of {
			if d := p.distance[v*k+i]; d > 0 {
				e := pos[v].distance(pos[w]) / float64(d)
				over += e
				under += float64(e * e)
			}
		}
	}
	if under == 0 {
		return pos
	}
	for v := range pos {
		pos[v] = pos[v].times(over / under)
	}
	return pos
}
