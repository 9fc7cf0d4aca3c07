package graph

import (
	"cmp"
	"maps"
	"slices"
)

// claim says that one component is the parent of another.
type claim struct {
	parent, child int
	name          string     // of the parent
	judgement     *Judgement // nil for a profile's
}

// umbrellas are the parents of organizations. An organization has one parent: the claims of persons count first, then those of files, of
// profiles and of rules; a later claim of another parent, or one that would make an organization a part of itself, is refused. So parents
// are a forest, which a union-find shows in passing: a component without a parent is the root of its tree.
type umbrellas struct {
	of      map[int]claim
	unknown map[int]string // of components whose profile names a parent that is no name else: that parent's name
	trees   map[int]int
}

func (u *umbrellas) top(c int) int {
	for up, ok := u.trees[c]; ok; up, ok = u.trees[c] {
		if above, ok := u.trees[up]; ok {
			u.trees[c] = above
		}
		c = up
	}
	return c
}

// take adds a claim, or says why not, with the claim that stands.
func (u *umbrellas) take(c claim) (why string, against *Judgement) {
	before, known := u.of[c.child]
	switch {
	case c.parent == c.child:
		return "both names are one organization's", nil
	case known && before.parent == c.parent:
		return "", nil
	case known:
		return "an organization has one parent", before.judgement
	case u.top(c.parent) == c.child:
		return "“" + c.name + "” would be a part of itself", u.of[c.parent].judgement
	}
	u.of[c.child] = c
	u.trees[c.child] = u.top(c.parent)
	return "", nil
}

// buildUmbrellas gives organizations their parents and coalitions.
func (n *Network) buildUmbrellas(r *resolution, position []int32, facts map[int][]Profile) {
	u := umbrellas{of: map[int]claim{}, unknown: map[int]string{}, trees: map[int]int{}}
	judged := func(rules bool) {
		for i := range n.judgements {
			j := &n.judgements[i]
			if j.Verdict != ParentOf || j.Undone != nil || j.Relation != "" || rules != (weight(j.By) == 2) {
				continue
			}
			if why, against := u.take(claim{r.root(r.index[j.A]), r.root(r.index[j.B]), j.A.Name, j}); why != "" {
				refusal := Refusal{Judgement: *j, Why: why + ": " + j.Says()}
				if against != nil {
					refusal.Against, refusal.Why = against.ID, refusal.Why+", but "+against.Says()
				}
				r.refused = append(r.refused, refusal)
			}
		}
	}
	judged(false)
	componentAt := make([]int, len(n.organizations))
	for c, p := range position {
		if p >= 0 {
			componentAt[p] = c
		}
	}
	for _, c := range slices.Sorted(maps.Keys(facts)) {
		n.claimOfProfiles(r, &u, c, facts[c], position, componentAt)
	}
	judged(true)
	n.above = make([]int32, len(n.organizations))
	nearest := map[int]int32{} // of components that signed nothing
	for i := range n.above {
		n.above[i] = -1
	}
	for child, c := range u.of {
		p := position[child]
		if p < 0 {
			continue
		}
		n.above[p] = u.nearest(c.parent, position, nearest)
		if org := &n.organizations[p]; position[c.parent] >= 0 {
			org.Parent, org.ParentName = n.organizations[position[c.parent]].ID, ""
		} else {
			org.ParentName = c.name
		}
	}
	n.buildMemberships(r, position)
	n.buildTree(r, &u, position, facts)
}

// claimOfProfiles takes the parent that the profiles of a component name: of several the last, as with their other facts, but rather one that
// signed something. The name of one that no letter and no judgement knows is kept.
func (n *Network) claimOfProfiles(r *resolution, u *umbrellas, c int, facts []Profile, position []int32, componentAt []int) {
	if _, judged := u.of[c]; judged {
		return
	}
	for _, signed := range []bool{true, false} {
		for _, p := range slices.Backward(facts) {
			if p.Parent == nil {
				continue
			}
			ref := NameRef{CleanName(p.Parent.Name), p.Parent.Letter}
			parent := r.componentOf(ref)
			if k, ok := n.orgIndex[OrganizationID(ref.Name, ref.Letter)]; ok && k >= 0 {
				parent = componentAt[k]
			} else if parent < 0 && ref.Letter != "" {
				parent = r.componentOf(NameRef{Name: ref.Name})
			}
			if signed != (parent >= 0 && position[parent] >= 0) {
				continue
			}
			if parent < 0 {
				u.unknown[c] = ref.Name
				if position[c] >= 0 {
					n.organizations[position[c]].ParentName = ref.Name
				}
				return
			}
			if why, _ := u.take(claim{parent, c, ref.Name, nil}); why == "" {
				return
			}
		}
	}
}

// nearest returns the position of a component, or of the first above it that signed something; -1 where there is none.
func (u *umbrellas) nearest(c int, position []int32, known map[int]int32) int32 {
	found := int32(-1)
	var passed []int
	for {
		if position[c] >= 0 {
			found = position[c]
			break
		}
		if at, ok := known[c]; ok {
			found = at
			break
		}
		passed = append(passed, c)
		up, ok := u.of[c]
		if !ok {
			break
		}
		c = up.parent
	}
	for _, c := range passed {
		known[c] = found
	}
	return found
}

func (n *Network) buildMemberships(r *resolution, position []int32) {
	for i := range n.judgements {
		j := &n.judgements[i]
		if j.Verdict != HasMember || j.Undone != nil || j.Relation != "" {
			continue
		}
		coalition, member := r.root(r.index[j.A]), r.root(r.index[j.B])
		if coalition == member {
			r.refused = append(r.refused, Refusal{Judgement: *j, Why: "both names are one organization's: " + j.Says()})
			continue
		}
		if position[member] < 0 {
			continue
		}
		m := Membership{Name: j.A.Name, From: j.From, Until: j.Until}
		if p := position[coalition]; p >= 0 {
			m.Coalition, m.Name = n.organizations[p].ID, n.organizations[p].Name
		}
		org := &n.organizations[position[member]]
		org.MemberOf = append(org.MemberOf, m)
	}
	for i := range n.organizations {
		if list := n.organizations[i].MemberOf; len(list) > 1 {
			n.organizations[i].MemberOf = sortedMemberships(list)
		}
	}
}

// sortedMemberships orders memberships and leaves out those that say less than another: no dates where some are known.
func sortedMemberships(list []Membership) []Membership {
	slices.SortFunc(list, func(a, b Membership) int {
		return cmp.Or(cmp.Compare(a.Coalition, b.Coalition), cmp.Compare(a.Name, b.Name), a.From.Compare(b.From), a.Until.Compare(b.Until))
	})
	list = slices.Compact(list)
	dated := map[[2]string]bool{}
	for _, m := range list {
		if !m.From.IsZero() || !m.Until.IsZero() {
			dated[[2]string{m.Coalition, m.Name}] = true
		}
	}
	return slices.DeleteFunc(list, func(m Membership) bool {
		return m.From.IsZero() && m.Until.IsZero() && dated[[2]string{m.Coalition, m.Name}]
	})
}

// Umbrella returns the nearest organization that o is a part of: its parent or, where that signed nothing, the parent's, and so on. Who
// climbs on ends at the top: parents lead in no circle.
func (n *Network) Umbrella(o int) (position int, ok bool) {
	if o >= len(n.above) || n.above[o] < 0 {
		return 0, false
	}
	return int(n.above[o]), true
}
