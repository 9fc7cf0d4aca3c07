package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
)

// SearchQuery asks for things by name.
type SearchQuery struct {
	Text  string
	Kind  string // organization, letter or target; "" for all
	Limit int    // 0 means 20
}

// The kinds of hits.
const (
	kindOrganization = "organization"
	kindTarget       = "target"
	kindLetter       = "letter"
)

// Search finds organizations by any of their names, letters by title and targets by name. Better matches come first (the
// name itself, its beginning, words of it), then organizations, targets and letters, then by number of letters. Where
// nothing matches, Nearest is set and the hits are the names most like the query. An empty query finds nothing.
func (r *Reading) Search(ctx context.Context, q SearchQuery) (SearchAnswer, error) {
	a := SearchAnswer{Query: q.Text, Hits: []Hit{}}
	ix, err := r.index(ctx)
	if err != nil {
		return a, err
	}
	if q.Limit < 1 {
		q.Limit = 20
	}
	found, err := ix.find(q.Text)
	if err != nil {
		return a, err
	}
	hits := r.hits(ix, found, q, r.byMatch(q.Text))
	if len(hits) == 0 {
		if near := r.hits(ix, ix.nearest(q.Text), q, nil); len(near) > 0 {
			a.Nearest, hits = true, near
		}
	}
	a.Hits = fair(hits, q)
	return a, nil
}

// scored is a hit on its way to its place.
type scored struct {
	Hit
	match int
}

// hits makes one hit of all names of a thing. Without an order they stay in that of names.
func (s *snapshot) hits(ix *index, names []int32, q SearchQuery, match func(named) int) []scored {
	type key struct {
		kind     string
		position int32
	}
	at := map[key]int{}
	var hits []scored
	for _, n := range names {
		name := ix.names[n]
		if q.Kind != "" && name.kind != q.Kind {
			continue
		}
		h := scored{Hit: s.hit(name)}
		if match != nil {
			h.match = match(name)
		}
		k := key{name.kind, name.position}
		if i, seen := at[k]; !seen {
			at[k] = len(hits)
			hits = append(hits, h)
		} else if match != nil && h.match < hits[i].match {
			hits[i] = h
		}
	}
	if match != nil {
		slices.SortStableFunc(hits, func(a, b scored) int {
			return cmp.Or(cmp.Compare(a.match, b.match), cmp.Compare(kindRank[a.Kind], kindRank[b.Kind]), cmp.Compare(b.Letters, a.Letters),
				cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
	}
	return hits
}

var kindRank = map[string]int{kindOrganization: 0, kindTarget: 1, kindLetter: 2}

// byMatch says how well a name that was found fits: 0 is the name itself, 1 its beginning, 2 words of it.
func (s *snapshot) byMatch(query string) func(named) int {
	whole := graph.Fold(query)
	return func(n named) int {
		folded := graph.Fold(n.text)
		switch {
		case folded == whole:
			return 0
		case strings.HasPrefix(folded, whole):
			return 1
		}
		return 2
	}
}

func (s *snapshot) hit(n named) Hit {
	h := Hit{Kind: n.kind}
	switch p := int(n.position); n.kind {
	case kindOrganization:
		org := &s.network.Organizations()[p]
		h.ID, h.Name, h.Letters, h.Detail = org.ID, org.Name, s.x.Degree(p), s.country[p]
	case kindTarget:
		t := &s.network.Targets()[p]
		h.ID, h.Name, h.Letters, h.Detail = t.ID, t.Name, len(s.toTarget[p]), t.Kind
	case kindLetter:
		w := s.network.Letters()[p]
		h.ID, h.Name, h.Letters, h.Detail = w.ID, titleOf(w.Letter), s.x.Size(p), cmp.Or(longDate(w.Date), "no date")
	}
	if n.text != h.Name {
		h.Matched = n.text
	}
	return h
}

// placesForOthers is how many hits a search for everything keeps for letters and for targets, each.
const placesForOthers = 4

// fair cuts the hits to the limit without letting one kind push the others out.
func fair(hits []scored, q SearchQuery) []Hit {
	waiting := map[string]int{}
	for _, h := range hits {
		waiting[h.Kind]++
	}
	kept := []Hit{}
	used := map[string]int{}
	for _, h := range hits {
		waiting[h.Kind]--
		reserved := 0
		if q.Kind == "" {
			for kind, n := range waiting {
				if kind != h.Kind {
					reserved += max(0, min(n, placesForOthers-used[kind]))
				}
			}
		}
		if len(kept)+min(reserved, q.Limit/2) < q.Limit {
			kept = append(kept, h.Hit)
			used[h.Kind]++
		}
	}
	return kept
}

// nearestOrganizations returns up to n organizations with names like a name that nobody has.
func (s *snapshot) nearestOrganizations(ctx context.Context, name string, n int) ([]OrganizationRef, error) {
	ix, err := s.index(ctx)
	if err != nil {
		return nil, err
	}
	refs := []OrganizationRef{}
	names, err := ix.find(name)
	if err != nil {
		names = nil // a name of very many words may still be like another
	}
	slices.SortStableFunc(names, func(a, b int32) int {
		return cmp.Compare(s.hit(ix.names[b]).Letters, s.hit(ix.names[a]).Letters)
	})
	for _, at := range append(names, ix.nearest(name)...) {
		if ix.names[at].kind != kindOrganization || len(refs) == n {
			continue
		}
		if ref := s.organizationRef(int(ix.names[at].position)); !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs, nil
}
