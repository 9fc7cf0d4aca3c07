package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/graph/affinity"
)

// Page asks for a part of a list.
type Page struct {
	Text          string // words of the name; "" for all
	Limit, Offset int    // limit 0 means 100
}

// Organizations lists the organizations of a view, most letters first.
func (r *Reading) Organizations(ctx context.Context, v View, p Page) (OrganizationsAnswer, error) {
	a := OrganizationsAnswer{Version: r.version, Organizations: []OrganizationRow{}}
	v, err := r.apply(ctx, v)
	if err != nil {
		return a, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return a, err
	}
	sel, err := r.selected(v, c)
	if err != nil {
		return a, err
	}
	wanted, err := r.matching(ctx, p.Text, kindOrganization)
	if err != nil {
		return a, err
	}
	if p.Limit < 1 {
		p.Limit = 100
	}
	for i, o := range sel.orgs {
		if wanted != nil && !wanted[o] {
			continue
		}
		a.Total++
		if a.Total > p.Offset && len(a.Organizations) < p.Limit {
			org := &r.network.Organizations()[o]
			a.Organizations = append(a.Organizations, OrganizationRow{org.ID, org.Name, r.country[o], sel.x.Degree(i), c.number(int(o))})
		}
	}
	return a, nil
}

// matching returns the positions of a kind whose names have every word of the text; nil for an empty text: all.
func (s *snapshot) matching(ctx context.Context, text, kind string) (map[int32]bool, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	ix, err := s.index(ctx)
	if err != nil {
		return nil, err
	}
	names, err := ix.Find(text)
	if err != nil {
		return nil, err
	}
	found := map[int32]bool{}
	for _, n := range names {
		if ix.Name(n).Kind == kind {
			found[ix.Name(n).Position] = true
		}
	}
	return found, nil
}

// topCosigners is how many co-signers the page of an organization lists.
const topCosigners = 50

// Organization returns all that is known of one organization. It is found by id, by the id of any of its names, or by name.
func (r *Reading) Organization(ctx context.Context, id string) (OrganizationAnswer, error) {
	o, err := r.organization(id)
	if err != nil {
		return OrganizationAnswer{}, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return OrganizationAnswer{}, err
	}
	between, err := r.between(ctx)
	if err != nil {
		return OrganizationAnswer{}, err
	}
	rank, err := r.ranks(ctx)
	if err != nil {
		return OrganizationAnswer{}, err
	}
	org := &r.network.Organizations()[o]
	neighbours := r.neighbours(o)
	a := OrganizationAnswer{Version: r.version, ID: org.ID, Name: org.Name, Names: r.names(o), Kind: org.Kind, Country: r.country[o],
		Letters: r.x.Degree(o), Cosigners: len(neighbours), First: r.first[o], Last: r.last[o], Strength: r.strength(o),
		Betweenness: between.of[o], BetweennessRank: between.rank[o], PageRank: rank[o], Cluster: c.number(o), ClusterLabel: c.label(c.number(o)),
		Organizations: r.x.Organizations(), Sentence: r.standing(o, neighbours, c), Signed: r.proofs(o, r.x.LettersOf(o)), Targets: r.targetsOf(o),
		TopCosigners: r.cosigners(o, neighbours[:min(len(neighbours), topCosigners)], c), Judgements: r.judgementsOf(o)}
	if parent, ok := r.network.Organization(org.Parent); ok && org.Parent != "" {
		ref := r.organizationRef(parent)
		a.Parent = &ref
	}
	r.umbrellas(&a, org)
	a.RolledUp = r.standsFor(o)
	return a, nil
}

func (s *snapshot) strength(o int) float64 {
	n := 0
	for _, l := range s.x.LettersOf(o) {
		if s.x.Size(int(l)) > 1 {
			n++
		}
	}
	return float64(n) // see affinity.Strengths
}

// names counts the letters that print each name of an organization, most first; names that no letter prints come last.
func (s *snapshot) names(o int) []NameAnswer {
	printed := map[string]int{}
	for _, l := range s.x.LettersOf(o) {
		here := map[string]bool{}
		for _, ref := range s.network.Signatures(o, int(l)) {
			here[ref.Signature.Name] = true
		}
		for name := range here {
			printed[name]++
		}
	}
	names := []NameAnswer{}
	for _, n := range s.network.Organizations()[o].Names {
		names = append(names, NameAnswer{n.Text, n.Kind, printed[n.Text], n.From, n.Until})
	}
	slices.SortStableFunc(names, func(a, b NameAnswer) int {
		return cmp.Or(cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.Text, b.Text))
	})
	return names
}

// umbrellas adds what an organization is a member of, and who is a part or a member of it.
func (s *snapshot) umbrellas(a *OrganizationAnswer, org *graph.Organization) {
	a.ParentName, a.MemberOf, a.Parts, a.Members = org.ParentName, []MembershipAnswer{}, []OrganizationRef{}, []MembershipAnswer{}
	for _, m := range org.MemberOf {
		a.MemberOf = append(a.MemberOf, MembershipAnswer{m.Coalition, m.Name, m.From, m.Until})
	}
	for o := range s.network.Organizations() {
		other := &s.network.Organizations()[o]
		if other.Parent == org.ID {
			a.Parts = append(a.Parts, OrganizationRef{other.ID, other.Name})
		}
		for _, m := range other.MemberOf {
			if m.Coalition == org.ID {
				a.Members = append(a.Members, MembershipAnswer{other.ID, other.Name, m.From, m.Until})
			}
		}
	}
	slices.SortFunc(a.Parts, func(a, b OrganizationRef) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	for _, list := range [][]MembershipAnswer{a.MemberOf, a.Members} {
		slices.SortStableFunc(list, func(a, b MembershipAnswer) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	}
}

func (s *snapshot) targetsOf(o int) []Count {
	n := map[int32]int{}
	for _, l := range s.x.LettersOf(o) {
		for _, t := range s.network.TargetsOf(int(l)) {
			n[t]++
		}
	}
	counts := []Count{}
	for t, k := range n {
		ref := s.targetRef(int(t))
		counts = append(counts, Count{ref.ID, ref.Name, k})
	}
	sortCounts(counts)
	return counts
}

// neighbours returns the ties of an organization in the order that a reader expects of a list with counts: most shared
// letters first; of equal counts the strongest, that is the smaller letters, first.
func (s *snapshot) neighbours(o int) []affinity.Tie {
	ties := affinity.Neighbours(s.x, int32(o))
	slices.SortStableFunc(ties, func(a, b affinity.Tie) int { return cmp.Compare(b.Letters, a.Letters) })
	return ties
}

func (s *snapshot) cosigners(o int, ties []affinity.Tie, c *coalitions) []Cosigner {
	list := []Cosigner{}
	for _, t := range ties {
		b := int(t.Other(int32(o)))
		org := &s.network.Organizations()[b]
		letters, _ := affinity.Pair(s.x, t.A, t.B)
		list = append(list, Cosigner{org.ID, org.Name, s.country[b], c.number(b), int(t.Letters), t.Newman, s.latest(letters)})
	}
	return list
}

// latest returns the date of the latest letter; none where no letter has a date.
func (s *snapshot) latest(letters []int32) graph.Date {
	var last graph.Date
	for _, l := range letters {
		if d := s.network.Letters()[l].Date; !d.IsZero() && (last.IsZero() || d.Compare(last) > 0) {
			last = d
		}
	}
	return last
}

// judgementsOf returns what joined or split the names of an organization: every judgement that mentions one of them in a
// letter that it signed, or everywhere.
func (s *snapshot) judgementsOf(o int) []Merge {
	mine := map[string]bool{}
	for _, n := range s.network.Organizations()[o].Names {
		mine[n.Text] = true
	}
	list := []Merge{}
	for _, j := range s.network.Judgements() {
		if j.Relation == "" && (mine[j.A.Name] || mine[j.B.Name]) {
			list = append(list, s.merge(j))
		}
	}
	return list
}

// standing says in plain words where an organization stands.
func (s *snapshot) standing(o int, neighbours []affinity.Tie, c *coalitions) string {
	degree := s.x.Degree(o)
	text := "Signed " + count(degree) + " of " + counted(s.x.Letters(), "letter")
	if len(neighbours) == 0 {
		return text + ", with nobody else."
	}
	text += ", with " + counted(len(neighbours), "other organization") + "."
	own := c.number(o)
	if own == 0 || len(neighbours) < 5 {
		return text
	}
	inside := 0
	outside := map[int]int{}
	for _, t := range neighbours {
		if k := c.number(int(t.Other(int32(o)))); k == own {
			inside++
		} else if k > 0 {
			outside[k]++
		}
	}
	where := "cluster " + count(own) + ", " + c.label(own)
	switch share := float64(inside) / float64(len(neighbours)); {
	case inside == len(neighbours):
		return text + " All of them are in its own " + where + "."
	case share >= .5:
		return text + " Most of them, " + count(inside) + ", are in its own " + where + "."
	case len(outside) > 1:
		others := make([]int, 0, len(outside))
		for k := range outside {
			others = append(others, k)
		}
		slices.Sort(others)
		numbers := make([]string, len(others))
		for i, k := range others {
			numbers[i] = count(k)
		}
		return text + " A bridge: only " + count(inside) + " of them are in its own " + where + "; the others are in clusters " + listed(numbers, 8) + "."
	}
	return text + " " + count(inside) + " of them are in its own " + where + "."
}

// Signatures lists an organization's letters with every printed line, latest first.
func (r *Reading) Signatures(_ context.Context, id string) (SignaturesAnswer, error) {
	o, err := r.organization(id)
	if err != nil {
		return SignaturesAnswer{}, err
	}
	return SignaturesAnswer{r.version, r.organizationRef(o), r.proofs(o, r.x.LettersOf(o))}, nil
}

// Cosigners lists all organizations that signed a letter with one: most shared letters first, then strongest tie.
func (r *Reading) Cosigners(ctx context.Context, id string) (CosignersAnswer, error) {
	o, err := r.organization(id)
	if err != nil {
		return CosignersAnswer{}, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return CosignersAnswer{}, err
	}
	neighbours := r.neighbours(o)
	return CosignersAnswer{r.version, r.organizationRef(o), len(neighbours), r.cosigners(o, neighbours, c)}, nil
}
