package explore

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/graph/partner"
)

// SuggestedPartners is what `undersigned partners --json` prints.
type SuggestedPartners struct {
	Partners []SuggestedPartner `json:"partners"`
}

// SuggestedPartner is one suggestion; the shares of its letters add up to the score within 1e-12, and so do those of its
// seeds.
type SuggestedPartner struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Score   float64           `json:"score"`
	Letters []SuggestedLetter `json:"letters"` // largest share first
	Seeds   []SuggestedSeed   `json:"seeds"`
}

// SuggestedLetter is the part of a score that came through one letter.
type SuggestedLetter struct {
	ID    string  `json:"id"`
	Title string  `json:"title"`
	Share float64 `json:"share"`
}

// SuggestedSeed is the part of a score that came from one seed.
type SuggestedSeed struct {
	Name  string  `json:"name"`
	Share float64 `json:"share"`
}

// PartnersFor suggests up to n organizations that signed with the seeds, best first, by the plain ranking (RP3beta, see
// package partner): without places kept for somebody new and without filters. A seed that is nobody in the data is NotFound,
// and the message names the nearest.
func PartnersFor(ctx context.Context, network *graph.Network, seeds []string, n int) (SuggestedPartners, error) {
	a := SuggestedPartners{Partners: []SuggestedPartner{}}
	if len(seeds) == 0 {
		return a, graph.Errorf(graph.Invalid, "Name at least one organization of yours.")
	}
	s := newSnapshot(network)
	q := partner.Query{Limit: max(n, 1)}
	for _, name := range seeds {
		o, ok := network.Organization(name)
		if !ok {
			return a, s.unknown(ctx, name)
		}
		if !slices.Contains(q.Seeds, int32(o)) {
			q.Seeds = append(q.Seeds, int32(o))
		}
	}
	found, err := partner.Suggest(s.x, q)
	if err != nil {
		return a, err
	}
	for _, g := range found {
		ref := s.organizationRef(int(g.Org))
		p := SuggestedPartner{ref.ID, ref.Name, g.Score, []SuggestedLetter{}, []SuggestedSeed{}}
		for _, l := range g.Letters {
			w := network.Letters()[l.Letter]
			p.Letters = append(p.Letters, SuggestedLetter{w.ID, titleOf(w.Letter), l.Share})
		}
		for _, seed := range g.Seeds {
			p.Seeds = append(p.Seeds, SuggestedSeed{s.organizationRef(int(seed.Seed)).Name, seed.Share})
		}
		a.Partners = append(a.Partners, p)
	}
	return a, nil
}

// unknown says that nobody has a name, and who has one like it.
func (s *snapshot) unknown(ctx context.Context, name string) error {
	nearest, err := s.nearestOrganizations(ctx, name, 3)
	if err != nil {
		return err
	}
	if len(nearest) == 0 {
		return graph.Errorf(graph.NotFound, "There is no organization %q in these data, nor one with a similar name. Look for it with another spelling.", shorten(name, 80))
	}
	var names []string
	for _, ref := range nearest {
		names = append(names, "“"+ref.Name+"”")
	}
	return graph.Errorf(graph.NotFound, "There is no organization %q in these data. The nearest: %s.", shorten(name, 80), listed(names, 3))
}

// Stats counts what a network holds.
type Stats struct {
	Letters       int   `json:"letters"`
	Organizations int   `json:"organizations"`
	Persons       int   `json:"persons"`
	Signatures    int   `json:"signatures"`
	Targets       int   `json:"targets"`
	Several       int   `json:"organizations_on_several_letters"`
	Revision      int64 `json:"revision"`

	RolledUp *graph.RolledUp `json:"rolled_up,omitempty"` // as AnalysisNetwork has it
}

// StatsOf returns the counts of a network.
func StatsOf(network *graph.Network) Stats {
	c := network.Coverage()
	return Stats{c.Letters, c.Organizations, c.Persons, c.Signatures, c.Targets, c.SeveralLetters, network.Revision(), network.RolledUp()}
}
