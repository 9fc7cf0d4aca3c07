package layout

import "undersigned/graph"

// ScaledStress is the mean, over all pairs of nodes that are connected, of w (a e - d)^2 with e the distance on paper, d
// that in the graph, w = 1/d^2, and the scale a that makes it least; so it does not change with zoom (K. Wang, B. Shen,
// G. Liu and others on scale-normalised stress: arXiv 2408.04688). 0 is perfect; on Davis the best known is .0985, a
// random drawing has about .33. Exact, O((n+m)(E+n+m)): for tests and small networks. A network without connected pairs has 0.
func ScaledStress(x *graph.Incidence, p Positions) float64 {
	pos := join(p)
	pairs, ee, ed := 0., 0., 0.
	for _, c := range newNetwork(x, nil).components() {
		row, queue := make([]int32, c.size()), make([]int32, 0, c.size())
		for v := range int32(c.size()) {
			c.distances(v, row, queue)
			for w := range v {
				e := pos[c.nodes[v]].distance(pos[c.nodes[w]]) / float64(row[w])
				pairs++
				ee += float64(e * e)
				ed += e
			}
		}
	}
	if pairs == 0 {
		return 0
	}
	if ee == 0 {
		return 1
	}
	return (pairs - float64(ed*ed)/ee) / pairs
}
