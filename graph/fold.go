package graph

import (
	"cmp"
	"slices"
)

// folding says for every entry of a plain network what its organization counts as.
type folding struct {
	plain   *Network
	to      []int32 // node of each entry, in organization order
	by      []int32 // organization of each entry
	counts  []int32 // of each node its entries
	at      []int32 // of each node its place in the network rolled up; -1 where nothing counts as it
	climber *climber
	undated int // signatures
	folded  int // organizations
}

func (n *Network) fold(c *climber) *folding {
	x := n.incidence
	f := &folding{plain: n, to: make([]int32, x.Signatures()), by: make([]int32, x.Signatures()),
		counts: make([]int32, len(n.organizations)+len(n.tree.silent)), climber: c}
	e := 0
	for o := range x.Organizations() {
		top := c.always(int32(o))
		_, dated := c.up[top]
		elsewhere := false
		for _, l := range x.LettersOf(o) {
			to := top
			if dated {
				d := n.letters[l].Date
				to = c.top(int32(o), d)
				if _, more := c.up[to]; more && d.IsZero() {
					f.undated++
				}
			}
			elsewhere = elsewhere || to != int32(o)
			f.to[e], f.by[e] = to, int32(o)
			f.counts[to]++
			e++
		}
		if elsewhere {
			f.folded++
		}
	}
	return f
}

// placeFolded gives the network the organizations that something counts as, in the order of their ids, and leads every name to one of them.
func (n *Network) placeFolded(f *folding) {
	plain := f.plain
	f.at = make([]int32, len(f.counts))
	var nodes []int32
	for node, k := range f.counts {
		f.at[node] = -1
		if k > 0 {
			nodes = append(nodes, int32(node))
		}
	}
	slices.SortFunc(nodes, func(a, b int32) int { return cmp.Compare(plain.node(a).ID, plain.node(b).ID) })
	n.rolled.nodes = nodes
	n.organizations = make([]Organization, len(nodes))
	for p, node := range nodes {
		n.organizations[p] = *plain.node(node)
		f.at[node] = int32(p)
	}
	n.above = nil
	n.orgIndex = make(map[string]int, len(plain.orgIndex))
	for key, o := range plain.orgIndex {
		if o >= 0 {
			o = int(f.at[f.shownAs(int32(o))])
		}
		n.orgIndex[key] = o
	}
	n.indexSilent(f)
}

// shownAs returns the nearest node above an organization that the network has; itself where it is there in some letters.
func (f *folding) shownAs(o int32) int32 {
	for f.at[o] < 0 {
		o = f.climber.up[o].to
	}
	return o
}

// indexSilent leads the names of organizations that signed nothing to what they count as, unless a name is another's, too.
func (n *Network) indexSilent(f *folding) {
	put := func(key string, p int) {
		if old, taken := n.orgIndex[key]; taken && old != p {
			p = -1
		}
		n.orgIndex[key] = p
	}
	for i := range f.plain.tree.silent {
		at := int32(len(f.plain.organizations) + i)
		for s, up := f.climber.up[at]; up && f.at[at] < 0; s, up = f.climber.up[at] {
			at = s.to
		}
		p := int(f.at[at])
		if p < 0 {
			continue
		}
		org := &f.plain.tree.silent[i]
		for _, name := range append(slices.Clip(org.Names), Name{Text: org.Name}) {
			put(OrganizationID(name.Text, ""), p)
			if key := Fold(name.Text); key != "" {
				put("\x00"+key, p)
			}
		}
		n.orgIndex[org.ID] = p
	}
}

// mergeFolded makes the incidence of the folded entries: what several signed who count as one is one entry with the lines of all.
func (n *Network) mergeFolded(f *folding) error {
	plain, r := f.plain, n.rolled
	order, start := f.byPlace(r.nodes)
	n.entries, n.entryPtr = make([]SignatureRef, 0, len(plain.entries)), nil
	r.by = make([]int32, 0, len(plain.entries))
	pairs := make([]Pair, 0, len(order))
	shared := make([]bool, len(n.letters))
	for p, node := range r.nodes {
		list := order[start[p]:start[p+1]]
		n.stand(int32(p), node, f, list)
		slices.SortStableFunc(list, func(a, b folded) int { return cmp.Compare(a.letter, b.letter) })
		for len(list) > 0 {
			k := 1
			for k < len(list) && list[k].letter == list[0].letter {
				k++
			}
			n.entryPtr = append(n.entryPtr, int32(len(n.entries)))
			n.mergeEntries(f, node, list[:k])
			pairs = append(pairs, Pair{int32(p), list[0].letter})
			if k > 1 {
				shared[list[0].letter] = true
				r.Merged += k - 1
			}
			list = list[k:]
		}
	}
	n.entryPtr = append(n.entryPtr, int32(len(n.entries)))
	for _, several := range shared {
		if several {
			r.Letters++
		}
	}
	return n.index(pairs)
}

// folded is one entry of the plain network.
type folded struct{ entry, letter int32 }

// byPlace orders the entries by the place of what they count as, each group by who signed, then by letter.
func (f *folding) byPlace(nodes []int32) (order []folded, start []int32) {
	start = make([]int32, len(nodes)+1)
	for p, node := range nodes {
		start[p+1] = start[p] + f.counts[node]
	}
	order = make([]folded, len(f.to))
	next := slices.Clone(start)
	for e, to := range f.to {
		p := f.at[to]
		o := int(f.by[e])
		order[next[p]] = folded{int32(e), f.plain.incidence.LettersOf(o)[e-int(f.plain.rowStart[o])]}
		next[p]++
	}
	return order, start
}

// stand notes who counts as the organization at p.
func (n *Network) stand(p, node int32, f *folding, list []folded) {
	var parts []Part
	for i := 0; i < len(list); {
		by := f.by[list[i].entry]
		k := i
		for k < len(list) && f.by[list[k].entry] == by {
			k++
		}
		if by != node {
			org := &f.plain.organizations[by]
			parts = append(parts, Part{org.ID, org.Name, k - i})
		}
		i = k
	}
	if len(parts) == 0 {
		return
	}
	slices.SortFunc(parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	r := n.rolled
	r.parts[p] = parts
	r.Umbrellas++
	if int(node) >= len(f.plain.organizations) {
		r.Silent++
	}
}

// mergeEntries adds the signatures of entries of one letter: in the order of all networks, of equals those of the organization itself first.
func (n *Network) mergeEntries(f *folding, node int32, list []folded) {
	if len(list) == 1 {
		e := list[0].entry
		for _, ref := range f.plain.entries[f.plain.entryPtr[e]:f.plain.entryPtr[e+1]] {
			n.entries = append(n.entries, ref)
			n.rolled.by = append(n.rolled.by, f.by[e])
		}
		return
	}
	type signed struct {
		occurrence
		other int
	}
	var all []signed
	for _, e := range list {
		by := f.by[e.entry]
		for _, ref := range f.plain.entries[f.plain.entryPtr[e.entry]:f.plain.entryPtr[e.entry+1]] {
			s := signed{occurrence{by, e.letter, ref}, 1}
			if by == node {
				s.other = 0
			}
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b signed) int {
		return cmp.Or(n.compareStanding(a.occurrence, b.occurrence), cmp.Compare(a.other, b.other), comparePlace(a.occurrence, b.occurrence))
	})
	for _, s := range all {
		n.entries = append(n.entries, s.ref)
		n.rolled.by = append(n.rolled.by, s.org)
	}
}
