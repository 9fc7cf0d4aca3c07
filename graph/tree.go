package graph

import (
	"cmp"
	"maps"
	"slices"
)

// tree says who is a part and a member of whom. Its nodes are the organizations by position and, after them, those that signed nothing and
// stand above others.
type tree struct {
	silent     []Organization      // node len(organizations)+i
	parents    map[int32]int32     // node -> node
	coalitions map[int32][]belongs // node -> its memberships, by coalition
}

// belongs is one period of a membership.
type belongs struct {
	to          int32
	from, until Date
}

// buildTree keeps parents and memberships for who rolls the network up. Components that signed nothing become nodes where they are the
// parent or the coalition of others: two chapters of one that signed nothing belong together.
func (n *Network) buildTree(r *resolution, u *umbrellas, position []int32, facts map[int][]Profile) {
	named := map[int]map[string]int{} // component that signed nothing -> name by which it stands above others -> how often
	name := func(c int, name string) {
		if position[c] >= 0 {
			return
		}
		if named[c] == nil {
			named[c] = map[string]int{}
		}
		named[c][name]++
	}
	for _, c := range u.of {
		name(c.parent, c.name)
	}
	type membership struct {
		coalition, member int
		judgement         *Judgement
	}
	var memberships []membership
	for i := range n.judgements {
		j := &n.judgements[i]
		if j.Verdict != HasMember || j.Undone != nil || j.Relation != "" {
			continue
		}
		if m := (membership{r.root(r.index[j.A]), r.root(r.index[j.B]), j}); m.coalition != m.member {
			memberships = append(memberships, m)
			name(m.coalition, j.A.Name)
		}
	}
	t := tree{parents: map[int32]int32{}, coalitions: map[int32][]belongs{}}
	nodes := n.silentNodes(&t, r, named, facts)
	node := func(c int) (int32, bool) {
		if position[c] >= 0 {
			return position[c], true
		}
		at, ok := nodes[c]
		return at, ok
	}
	for child, c := range u.of {
		if from, ok := node(child); ok {
			t.parents[from], _ = node(c.parent)
		}
	}
	n.unknownParents(&t, u, node)
	for _, m := range memberships {
		if from, ok := node(m.member); ok {
			to, _ := node(m.coalition)
			t.coalitions[from] = append(t.coalitions[from], belongs{to, m.judgement.From, m.judgement.Until})
		}
	}
	n.tree = t
	for from, list := range t.coalitions {
		t.coalitions[from] = telling(list)
		if at := int(from) - len(n.organizations); at >= 0 {
			for _, m := range t.coalitions[from] {
				t.silent[at].MemberOf = append(t.silent[at].MemberOf, n.membership(m))
			}
		}
	}
}

// node returns the organization at a node.
func (n *Network) node(at int32) *Organization {
	if silent := int(at) - len(n.organizations); silent >= 0 {
		return &n.tree.silent[silent]
	}
	return &n.organizations[at]
}

func (n *Network) membership(b belongs) Membership {
	m := Membership{Name: n.node(b.to).Name, From: b.from, Until: b.until}
	if int(b.to) < len(n.organizations) {
		m.Coalition = n.node(b.to).ID
	}
	return m
}

// silentNodes makes nodes of components that signed nothing.
func (n *Network) silentNodes(t *tree, r *resolution, named map[int]map[string]int, facts map[int][]Profile) map[int]int32 {
	members := map[int][]int{}
	if len(named) > 0 {
		for i := range r.refs {
			if c := r.root(i); named[c] != nil {
				members[c] = append(members[c], i)
			}
		}
	}
	nodes := make(map[int]int32, len(named))
	for _, c := range slices.Sorted(maps.Keys(named)) {
		nodes[c] = int32(len(n.organizations) + len(t.silent))
		t.silent = append(t.silent, silentOrganization(r, c, members[c], named[c], facts[c]))
	}
	return nodes
}

// unknownParents makes nodes of the parents that only profiles know.
func (n *Network) unknownParents(t *tree, u *umbrellas, node func(c int) (int32, bool)) {
	nodes := map[string]int32{}
	for _, c := range slices.Sorted(maps.Keys(u.unknown)) {
		from, ok := node(c)
		if _, claimed := u.of[c]; claimed || !ok {
			continue
		}
		name := u.unknown[c]
		at, known := nodes[name]
		if !known {
			at = int32(len(n.organizations) + len(t.silent))
			nodes[name] = at
			t.silent = append(t.silent, Organization{ID: OrganizationID(name, ""), Name: displayed(name, nil), Names: []Name{{Text: name, Kind: Alias}}})
		}
		t.parents[from] = at
	}
}

// silentOrganization describes a component that signed nothing. Its id is made of the name by which most are below it.
func silentOrganization(r *resolution, component int, members []int, named map[string]int, facts []Profile) Organization {
	claimed := slices.SortedFunc(maps.Keys(named), func(a, b string) int {
		return cmp.Or(cmp.Compare(named[b], named[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	ref := r.identity(component, claimed[0], members)
	org := Organization{ID: OrganizationID(ref.Name, ref.Letter), Name: displayed(ref.Name, claimed)}
	add := func(name Name) {
		if !slices.ContainsFunc(org.Names, func(known Name) bool { return known.Text == name.Text }) {
			org.Names = append(org.Names, name)
		}
	}
	for _, p := range facts {
		org.learn(p)
		for _, name := range p.Names {
			add(name)
		}
	}
	for _, i := range members {
		add(Name{Text: r.refs[i].Name, Kind: Alias})
	}
	return org
}

// telling orders the memberships of one node and leaves out those that say less than another: no dates where some are known.
func telling(list []belongs) []belongs {
	slices.SortFunc(list, func(a, b belongs) int {
		return cmp.Or(cmp.Compare(a.to, b.to), a.from.Compare(b.from), a.until.Compare(b.until))
	})
	list = slices.Compact(list)
	dated := map[int32]bool{}
	for _, m := range list {
		if !m.from.IsZero() || !m.until.IsZero() {
			dated[m.to] = true
		}
	}
	return slices.DeleteFunc(list, func(m belongs) bool { return m.from.IsZero() && m.until.IsZero() && dated[m.to] })
}
