package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names/search"
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

func (s *snapshot) index(ctx context.Context) (*search.Index, error) {
	return s.words.get(ctx, func(ctx context.Context) (*search.Index, error) {
		var list []search.Name
		add := func(kind string, position int, text string) {
			list = append(list, search.Name{Kind: kind, Position: int32(position), Text: text})
		}
		for o := range s.network.Organizations() {
			org := &s.network.Organizations()[o]
			add(kindOrganization, o, org.Name)
			for _, name := range org.Names {
				if name.Text != org.Name {
					add(kindOrganization, o, name.Text)
				}
			}
		}
		for t := range s.network.Targets() {
			for _, name := range s.network.Targets()[t].Names {
				add(kindTarget, t, name)
			}
		}
		for l, w := range s.network.Letters() {
			for _, record := range w.Records {
				if record.Title != "" {
					add(kindLetter, l, record.Title)
				}
			}
		}
		return search.New(ctx, list)
	})
}

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
	found, err := ix.Find(q.Text)
	if err != nil {
		return a, err
	}
	hits := r.hits(ix, found, q, r.byMatch(q.Text))
	if len(hits) == 0 {
		if near := r.hits(ix, ix.Nearest(q.Text), q, nil); len(near) > 0 {
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
func (s *snapshot) hits(ix *search.Index, found []int32, q SearchQuery, match func(*search.Name) int) []scored {
	type key struct {
		kind     string
		position int32
	}
	at := map[key]int{}
	var hits []scored
	for _, n := range found {
		name := ix.Name(n)
		if q.Kind != "" && name.Kind != q.Kind {
			continue
		}
		h := scored{Hit: s.hit(name)}
		if match != nil {
			h.match = match(name)
		}
		k := key{name.Kind, name.Position}
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
func (s *snapshot) byMatch(query string) func(*search.Name) int {
	whole := graph.Fold(query)
	return func(n *search.Name) int {
		folded := graph.Fold(n.Text)
		switch {
		case folded == whole:
			return 0
		case strings.HasPrefix(folded, whole):
			return 1
		}
		return 2
	}
}

func (s *snapshot) hit(n *search.Name) Hit {
	h := Hit{Kind: n.Kind}
	switch p := int(n.Position); n.Kind {
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
	if n.Text != h.Name {
		h.Matched = n.Text
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
	names, err := ix.Find(name)
	if err != nil {
		names = nil // a name of very many words may still be like another
	}
	slices.SortStableFunc(names, func(a, b int32) int {
		return cmp.Compare(s.hit(ix.Name(b)).Letters, s.hit(ix.Name(a)).Letters)
	})
	for _, at := range append(names, ix.Nearest(name)...) {
		if ix.Name(at).Kind != kindOrganization || len(refs) == n {
			continue
		}
		if ref := s.organizationRef(int(ix.Name(at).Position)); !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs, nil
}
