package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// step leads from a node to what it counts as.
type step struct {
	to      int32
	periods []belongs // in which it does; nil for always
}

// holds reports whether a step is taken in a letter of that date.
func (s step) holds(d Date) bool {
	return s.periods == nil || slices.ContainsFunc(s.periods, func(b belongs) bool { return b.holds(d) })
}

func (b belongs) holds(d Date) bool {
	if d.IsZero() {
		return b.until.IsZero()
	}
	return (b.from.IsZero() || !b.from.after(d)) && (b.until.IsZero() || !d.after(b.until))
}

// climber finds what a node counts as. Steps lead in no circle.
type climber struct {
	up   map[int32]step
	far  map[int32]int32 // where steps that are always taken end, as far as known
	kept []Kept
}

// climber takes the steps of one way to roll up. A parent comes before a coalition: what a part signs is signed by the whole.
func (n *Network) climber(how RollUp) *climber {
	c := &climber{up: make(map[int32]step, len(n.tree.parents)), far: map[int32]int32{}, kept: []Kept{}}
	for from, to := range n.tree.parents {
		c.up[from] = step{to: to}
	}
	if how == ToUmbrellas {
		members := slices.Sorted(maps.Keys(n.tree.coalitions))
		for _, from := range members {
			n.stepToCoalition(c, from)
		}
		n.openCircles(c, members)
		for _, from := range members {
			n.passedOver(c, from)
		}
		slices.SortFunc(c.kept, func(a, b Kept) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
	}
	return c
}

func (n *Network) keep(c *climber, at int32, why string) {
	_, part := c.up[at]
	c.kept = append(c.kept, Kept{n.node(at).ID, n.node(at).Name, why, part})
}

// coalitionsOf returns the coalitions of a node, each once.
func (n *Network) coalitionsOf(at int32) (nodes []int32) {
	for _, b := range n.tree.coalitions[at] {
		if !slices.Contains(nodes, b.to) {
			nodes = append(nodes, b.to)
		}
	}
	return nodes
}

func (n *Network) namesOf(nodes []int32) string {
	names := make([]string, len(nodes))
	for i, at := range nodes {
		names[i] = "“" + n.node(at).Name + "”"
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func (n *Network) stepToCoalition(c *climber, from int32) {
	if _, part := c.up[from]; part {
		return
	}
	coalitions := n.coalitionsOf(from)
	if len(coalitions) > 1 {
		n.keep(c, from, "it is a member of several coalitions: "+n.namesOf(coalitions))
		return
	}
	s := step{coalitions[0], n.tree.coalitions[from]}
	if b := s.periods[0]; b.from.IsZero() && b.until.IsZero() {
		s.periods = nil
	}
	c.up[from] = s
}

// openCircles takes away the memberships that lead in a circle: none of these is the top of the others. Parents lead in none.
func (n *Network) openCircles(c *climber, members []int32) {
	seen := make(map[int32]int32, len(c.up)) // node -> the walk that came by first, and 1
	for walk, from := range members {
		at := from
		for seen[at] == 0 {
			seen[at] = int32(walk) + 1
			next, ok := c.up[at]
			if !ok {
				break
			}
			at = next.to
		}
		s, ok := c.up[at]
		if !ok || seen[at] != int32(walk)+1 {
			continue
		}
		circle := []int32{at}
		for s.to != at {
			circle = append(circle, s.to)
			s = c.up[s.to]
		}
		for _, i := range circle {
			if _, part := n.tree.parents[i]; !part {
				delete(c.up, i)
				n.keep(c, i, "coalitions that are members of each other: "+n.namesOf(circle))
			}
		}
	}
}

// passedOver notes a part of an organization whose own membership does not count, since the whole is no member.
func (n *Network) passedOver(c *climber, from int32) {
	parent, part := n.tree.parents[from]
	if !part {
		return
	}
	left := n.coalitionsOf(from)
	for s, ok := c.up[from]; ok; s, ok = c.up[s.to] {
		left = slices.DeleteFunc(left, func(at int32) bool { return at == s.to })
	}
	if len(left) > 0 {
		n.keep(c, from, "it counts as its parent, “"+n.node(parent).Name+"”, and not as a member of "+n.namesOf(left))
	}
}

// top returns what a node counts as in a letter of that date.
func (c *climber) top(at int32, d Date) int32 {
	for {
		at = c.always(at)
		s, ok := c.up[at]
		if !ok || !s.holds(d) {
			return at
		}
		at = s.to
	}
}

// always returns where the steps that are taken in every letter end.
func (c *climber) always(at int32) int32 {
	end := at
	for {
		if known, ok := c.far[end]; ok {
			end = known
			break
		}
		s, ok := c.up[end]
		if !ok || s.periods != nil {
			break
		}
		end = s.to
	}
	for at != end {
		if _, known := c.far[at]; known {
			break
		}
		c.far[at] = end
		at = c.up[at].to
	}
	return end
}
