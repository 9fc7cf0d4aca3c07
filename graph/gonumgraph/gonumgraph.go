// Package gonumgraph shows the two-mode network as a gonum graph, so that gonum's algorithms (and any written for its
// interfaces) run on it without a copy. Organizations are nodes 0..n-1, letters n..n+m-1, a signature is an undirected
// edge. It is the only exported place where gonum's types occur; what the kernels of undersigned answer themselves is
// asked of them, not of this view.
//
// Nodes and neighbours always come in ascending order of id: gonum's own simple graphs iterate maps, which makes sums of
// floating numbers and broken ties differ from run to run.
package gonumgraph

import (
	gonum "gonum.org/v1/gonum/graph"

	"undersigned/graph"
)

// Bipartite is an Incidence seen as a gonum graph.Undirected. It is immutable and safe for concurrent use.
type Bipartite struct{ x *graph.Incidence }

// Node is the id of an organization or, from n on, of a letter.
type Node int64

// ID returns the node's id.
func (v Node) ID() int64 { return int64(v) }

// Edge is one signature.
type Edge struct{ F, T Node }

// From returns the end the edge was asked from.
func (e Edge) From() gonum.Node { return e.F }

// To returns the other end.
func (e Edge) To() gonum.Node { return e.T }

// ReversedEdge returns the same signature seen from its other end.
func (e Edge) ReversedEdge() gonum.Edge { return Edge{e.T, e.F} }

var _ gonum.Undirected = Bipartite{}

// New shows x as a gonum graph. It costs nothing and copies nothing.
func New(x *graph.Incidence) Bipartite { return Bipartite{x} }

// OrganizationID returns the node of organization o.
func (g Bipartite) OrganizationID(o int32) int64 { return int64(o) }

// LetterID returns the node of letter l.
func (g Bipartite) LetterID(l int32) int64 { return int64(g.x.Organizations()) + int64(l) }

// Organization returns the organization behind a node; ok is false for letters and strangers.
func (g Bipartite) Organization(id int64) (o int32, ok bool) {
	if id < 0 || id >= int64(g.x.Organizations()) {
		return 0, false
	}
	return int32(id), true
}

// Letter returns the letter behind a node; ok is false for organizations and strangers.
func (g Bipartite) Letter(id int64) (l int32, ok bool) {
	id -= int64(g.x.Organizations())
	if id < 0 || id >= int64(g.x.Letters()) {
		return 0, false
	}
	return int32(id), true
}

// Node returns the node with the id, or nil where there is none.
func (g Bipartite) Node(id int64) gonum.Node {
	if id < 0 || id >= g.size() {
		return nil
	}
	return Node(id)
}

// Nodes returns all organizations, then all letters.
func (g Bipartite) Nodes() gonum.Nodes {
	if g.size() == 0 {
		return gonum.Empty
	}
	return &span{at: -1, end: g.size()}
}

// From returns the letters an organization signed, or the signers of a letter, ascending. It is empty for a stranger.
func (g Bipartite) From(id int64) gonum.Nodes {
	if o, ok := g.Organization(id); ok {
		return neighbours(g.x.LettersOf(int(o)), g.LetterID(0))
	}
	if l, ok := g.Letter(id); ok {
		return neighbours(g.x.SignersOf(int(l)), 0)
	}
	return gonum.Empty
}

// HasEdgeBetween reports whether one of the two is an organization that signed the other, in O(log degree).
func (g Bipartite) HasEdgeBetween(a, b int64) bool {
	if a > b {
		a, b = b, a
	}
	o, org := g.Organization(a)
	l, let := g.Letter(b)
	return org && let && g.x.Signed(int(o), int(l))
}

// Edge returns the signature between two nodes, or nil where there is none.
func (g Bipartite) Edge(a, b int64) gonum.Edge { return g.EdgeBetween(a, b) }

// EdgeBetween returns the signature between two nodes, or nil where there is none.
func (g Bipartite) EdgeBetween(a, b int64) gonum.Edge {
	if !g.HasEdgeBetween(a, b) {
		return nil
	}
	return Edge{Node(a), Node(b)}
}

func (g Bipartite) size() int64 { return int64(g.x.Organizations()) + int64(g.x.Letters()) }
