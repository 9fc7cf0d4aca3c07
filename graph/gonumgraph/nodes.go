package gonumgraph

import gonum "gonum.org/v1/gonum/graph"

// span iterates the ids 0..end-1.
type span struct{ at, end int64 }

func (s *span) Next() bool {
	if s.at+1 >= s.end {
		s.at = s.end
		return false
	}
	s.at++
	return true
}

func (s *span) Len() int         { return int(max(0, s.end-s.at-1)) }
func (s *span) Reset()           { s.at = -1 }
func (s *span) Node() gonum.Node { return nodeIn(s.at, s.end) }

// row iterates one row of the incidence, whose positions become ids by an offset.
type row struct {
	positions []int32
	offset    int64
	at        int
}

func neighbours(positions []int32, offset int64) gonum.Nodes {
	if len(positions) == 0 {
		return gonum.Empty
	}
	return &row{positions, offset, -1}
}

func (r *row) Next() bool {
	if r.at+1 >= len(r.positions) {
		r.at = len(r.positions)
		return false
	}
	r.at++
	return true
}

func (r *row) Len() int { return max(0, len(r.positions)-r.at-1) }
func (r *row) Reset()   { r.at = -1 }

func (r *row) Node() gonum.Node {
	if r.at < 0 || r.at >= len(r.positions) {
		return nil
	}
	return Node(r.offset + int64(r.positions[r.at]))
}

func nodeIn(at, end int64) gonum.Node {
	if at < 0 || at >= end {
		return nil
	}
	return Node(at)
}
