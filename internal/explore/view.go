package explore

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
)

const (
	tiesDrawn   = 2_000  // unless the view asks for another number
	tiesAtMost  = 20_000 // a picture of more is a hairball
	severalFrom = 50     // organizations on two letters, for a view of these to be worth it
)

// selection is a view applied: its organizations and letters, and the incidence between them.
type selection struct {
	view    View // defaults filled in
	orgs    []int32
	letters []int32 // ascending; those that some organization shown signed
	place   []int32 // of each organization of the network in orgs; -1 where it is not shown
	x       *graph.Incidence
	size    []int // signers of each letter in the whole network
	undated int   // letters left out because they have no date
	hidden  int   // organizations that signed a letter of the view and too few letters to be shown
}

// apply fills in the defaults of a view and refuses what cannot be. Equal views become the same value, so it is also the key
// under which answers are kept.
func (s *snapshot) apply(ctx context.Context, v View) (View, error) {
	v.RollUp = s.how()
	if v.Around != "" {
		o, err := s.organization(v.Around)
		if err != nil {
			return v, err
		}
		v.Around = s.network.Organizations()[o].ID
		if v.MinLetters < 1 && s.x.Degree(o) == 1 {
			v.MinLetters = 1 // on the map of those with more it would have no place of its own
		}
	}
	if v.MinLetters < 1 {
		v.MinLetters = 1
		if s.network.Coverage().SeveralLetters >= severalFrom {
			v.MinLetters = 2
		}
	}
	if v.Ties < 1 {
		v.Ties = tiesDrawn
	}
	v.Ties = min(v.Ties, tiesAtMost)
	v.MinShared = max(v.MinShared, 1)
	if v.From > 0 && v.To > 0 && v.From > v.To {
		return v, graph.Errorf(graph.Invalid, "The first year, %d, is after the last, %d. Exchange them.", v.From, v.To)
	}
	if v.Target != "" {
		t, err := s.target(v.Target)
		if err != nil {
			return v, err
		}
		v.Target = s.network.Targets()[t].ID
	}
	if v.Cluster != 0 {
		c, err := s.clusters(ctx)
		if err != nil {
			return v, err
		}
		if v.Cluster < 0 || v.Cluster > c.shown {
			return v, graph.Errorf(graph.NotFound, "There is no cluster %d; they are numbered from 1 to %d. Choose one from the list of clusters.", v.Cluster, c.shown)
		}
	}
	return v, nil
}

// lettersOf returns the letters that are in a view by date and target, ascending, and how many lack the date it asks for.
func (s *snapshot) lettersOf(v View) (letters []int32, undated int) {
	all := make([]int32, s.x.Letters())
	for l := range all {
		all[l] = int32(l)
	}
	if v.Target != "" {
		t, _ := s.network.Target(v.Target)
		all = s.toTarget[t]
	}
	for _, l := range all {
		d := s.network.Letters()[l].Date
		switch {
		case v.From == 0 && v.To == 0:
		case d.IsZero():
			undated++
			continue
		case v.From > 0 && d.Year < v.From, v.To > 0 && d.Year > v.To:
			continue
		}
		letters = append(letters, l)
	}
	return letters, undated
}

// selected applies a view. c is needed for a view of one cluster only.
func (s *snapshot) selected(v View, c *coalitions) (*selection, error) {
	sel := &selection{view: v, place: make([]int32, s.x.Organizations())}
	candidates, undated := s.lettersOf(v)
	sel.undated = undated
	degree := make([]int32, s.x.Organizations())
	for _, l := range candidates {
		for _, o := range s.x.SignersOf(int(l)) {
			degree[o]++
		}
	}
	near := s.around(v, candidates)
	country := names.CountryKey(v.Country)
	for o := range degree {
		sel.place[o] = -1
		org := &s.network.Organizations()[o]
		if degree[o] == 0 || v.Country != "" && s.countryKey[o] != country || v.Cluster > 0 && c.number(o) != v.Cluster || near != nil && !near[o] {
			continue
		}
		if s.x.Degree(o) < v.MinLetters && org.ID != v.Around {
			sel.hidden++
			continue
		}
		sel.orgs = append(sel.orgs, int32(o))
	}
	slices.SortFunc(sel.orgs, func(a, b int32) int {
		return cmp.Or(cmp.Compare(degree[b], degree[a]), cmp.Compare(s.x.Degree(int(b)), s.x.Degree(int(a))),
			cmp.Compare(s.network.Organizations()[a].Name, s.network.Organizations()[b].Name), cmp.Compare(a, b))
	})
	for i, o := range sel.orgs {
		sel.place[o] = int32(i)
	}
	var pairs []graph.Pair
	for _, l := range candidates {
		before := len(pairs)
		for _, o := range s.x.SignersOf(int(l)) {
			if p := sel.place[o]; p >= 0 {
				pairs = append(pairs, graph.Pair{Org: p, Letter: int32(len(sel.letters))})
			}
		}
		if len(pairs) > before {
			sel.letters = append(sel.letters, l)
			sel.size = append(sel.size, s.x.Size(int(l)))
		}
	}
	var err error
	sel.x, err = graph.NewIncidence(len(sel.orgs), len(sel.letters), pairs)
	return sel, err
}

// around returns an organization and its co-signers on the letters; nil where the view is not around anybody.
func (s *snapshot) around(v View, letters []int32) []bool {
	if v.Around == "" {
		return nil
	}
	centre, _ := s.network.Organization(v.Around)
	near := make([]bool, s.x.Organizations())
	near[centre] = true
	for _, l := range letters {
		if s.x.Signed(centre, int(l)) {
			for _, o := range s.x.SignersOf(int(l)) {
				near[o] = true
			}
		}
	}
	return near
}
