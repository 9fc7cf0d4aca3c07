package graph

import (
	"cmp"
	"slices"
)

// RollUp says which organizations count as what they belong to.
type RollUp string

// The ways to roll a network up. Members count as their coalition beside chapters that count as their parents: a coalition that is itself a
// chapter, or a parent that is a member, would else be counted here by one name and there by another.
const (
	Plain       RollUp = ""
	ToParents   RollUp = "parents"   // a chapter counts as its parent, up to the top
	ToUmbrellas RollUp = "umbrellas" // and a member of one coalition as that coalition
)

// RollUps are all of them but Plain.
var RollUps = []RollUp{ToParents, ToUmbrellas}

// RolledUp says what rolling a network up has changed.
type RolledUp struct {
	How       RollUp `json:"how"`
	Umbrellas int    `json:"umbrellas"` // organizations that stand for others
	Silent    int    `json:"silent"`    // those among them that signed nothing themselves
	Folded    int    `json:"folded"`    // organizations that they stand for, in one letter at least
	Letters   int    `json:"letters"`   // letters that several signed who count once
	Merged    int    `json:"merged"`    // signatures fewer by that
	Undated   int    `json:"undated"`   // signatures that stay their member's, since the letter has no date and the membership has an end
	Kept      []Kept `json:"kept"`      // who is not rolled up, and why
}

// Kept is an organization that belongs to a coalition and does not count as it.
type Kept struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Why  string `json:"why"`
	Part bool   `json:"part"` // it counts as its parent; else as itself
}

// Part is an organization that counts as another.
type Part struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Letters int    `json:"letters"` // in which it does
}

// rolled is what a rolled-up network knows beside what every network does.
type rolled struct {
	RolledUp
	plain *Network
	by    []int32 // of each of the entries: who signed, by its position in the plain network; nil where nobody counts as another
	nodes []int32 // of each organization its node in the tree of the plain network; as by
	parts map[int32][]Part
}

// RollUp returns the network in which chapters count as their parents, or members as their coalitions, too. Who stands behind a printed name is as before, and
// so is every printed line: Signatures gives those of all that count as an organization, and Signer says who signed each. Where several of them
// signed one letter, they are one signatory of it. What they belong to takes their place whether or not it signed anything. It costs O(E).
//
// A membership with dates counts in the letters whose date lies in them, as far as both are known; in a letter without a date, where it has no
// end. A member of several coalitions stays itself: to choose one would be a guess, to take all would count it twice.
func (n *Network) RollUp(how RollUp) (*Network, error) {
	if n.rolled != nil {
		return n.rolled.plain.RollUp(how)
	}
	if how == Plain {
		return n, nil
	}
	if !slices.Contains(RollUps, how) {
		return nil, Errorf(Invalid, "%q is no way to roll up a network: it is parents or umbrellas", how)
	}
	c := n.climber(how)
	out := *n
	out.rolled = &rolled{RolledUp: RolledUp{How: how, Kept: c.kept}, plain: n, parts: map[int32][]Part{}}
	if len(c.up) == 0 || n.entries == nil { // an edge list knows no parents
		return &out, nil
	}
	f := n.fold(c)
	out.rolled.Undated, out.rolled.Folded = f.undated, f.folded
	out.placeFolded(f)
	if err := out.mergeFolded(f); err != nil {
		return nil, err
	}
	out.recount()
	return &out, nil
}

// Plain returns the network that this one was rolled up from, or itself.
func (n *Network) Plain() *Network {
	if n.rolled != nil {
		return n.rolled.plain
	}
	return n
}

// RolledUp says how the network was rolled up; nil where it was not.
func (n *Network) RolledUp() *RolledUp {
	if n.rolled == nil {
		return nil
	}
	return &n.rolled.RolledUp
}

// StandsFor returns the organizations that count as organization o, those that do in most letters first.
func (n *Network) StandsFor(o int) []Part {
	if n.rolled == nil {
		return nil
	}
	return n.rolled.parts[int32(o)]
}

// Silent reports whether organization o signed nothing itself, and only stands for others.
func (n *Network) Silent(o int) bool {
	return n.rolled != nil && n.rolled.nodes != nil && int(n.rolled.nodes[o]) >= len(n.rolled.plain.organizations)
}

// Signer returns the organization that the signature Signatures(o, l)[i] is of: o itself, or one that counts as it.
func (n *Network) Signer(o, l, i int) *Organization {
	if n.rolled == nil || n.rolled.by == nil {
		return &n.organizations[o]
	}
	k, _ := slices.BinarySearch(n.incidence.LettersOf(o), int32(l))
	at := n.entryPtr[int(n.rowStart[o])+k]
	return &n.rolled.plain.organizations[n.rolled.by[int(at)+i]]
}

// CanRollUp returns the ways to roll the network up that the data give a meaning.
func (n *Network) CanRollUp() []RollUp {
	p := n.Plain()
	reached := make([]int32, 0, len(p.tree.parents)+len(p.tree.coalitions))
	seen := map[int32]bool{}
	reach := func(at int32) {
		if !seen[at] {
			seen[at] = true
			reached = append(reached, at)
		}
	}
	parents, coalitions := false, false
	for at := range p.tree.parents {
		if int(at) < len(p.organizations) {
			parents = true
			reach(at)
		}
	}
	for at := range p.tree.coalitions {
		if int(at) < len(p.organizations) {
			reach(at)
		}
	}
	for i := 0; i < len(reached); i++ {
		if to, ok := p.tree.parents[reached[i]]; ok {
			reach(to)
		}
		coalitions = coalitions || len(p.tree.coalitions[reached[i]]) > 0
	}
	var ways []RollUp
	if parents {
		ways = append(ways, ToParents)
	}
	if coalitions {
		ways = append(ways, ToUmbrellas)
	}
	return ways
}

// recount counts again what depends on who signed.
func (n *Network) recount() {
	c := &n.coverage
	c.Organizations, c.Signatures = n.incidence.Organizations(), n.incidence.Signatures()
	c.SeveralLetters, c.WithoutCountry, c.Reported, c.Disputed = 0, 0, 0, 0
	c.countOrganizations(n)
	c.Years = slices.Clone(c.Years)
	for i := range c.Years {
		c.Years[i].Signatures = 0
	}
	for l, w := range n.letters {
		if i, ok := slices.BinarySearchFunc(c.Years, w.Date.Year, func(y Year, year int) int { return cmp.Compare(y.Year, year) }); ok {
			c.Years[i].Signatures += n.incidence.Size(l)
		}
	}
}
