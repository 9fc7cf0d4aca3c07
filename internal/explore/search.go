package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
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

// named is one name that can be found.
type named struct {
	kind     string
	position int32
	text     string
}

// index finds names by the beginnings of their words, and by likeness where nothing begins so. Words and trigrams are
// sorted lists, so it takes a few times the size of the names.
type index struct {
	names []named
	words []posting
	grams map[string][]int32 // names by trigram, ascending
	sizes []int              // number of trigrams of each name
}

type posting struct {
	word string
	name int32
}

func (s *snapshot) index(ctx context.Context) (*index, error) {
	return s.words.get(ctx, func(ctx context.Context) (*index, error) {
		ix := &index{grams: map[string][]int32{}}
		for o := range s.network.Organizations() {
			org := &s.network.Organizations()[o]
			ix.add(kindOrganization, o, org.Name)
			for _, name := range org.Names {
				if name.Text != org.Name {
					ix.add(kindOrganization, o, name.Text)
				}
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, graph.Wrap(graph.Cancelled, err, "the search was stopped before it was done")
		}
		for t := range s.network.Targets() {
			for _, name := range s.network.Targets()[t].Names {
				ix.add(kindTarget, t, name)
			}
		}
		for l, w := range s.network.Letters() {
			for _, record := range w.Records {
				if record.Title != "" {
					ix.add(kindLetter, l, record.Title)
				}
			}
		}
		slices.SortFunc(ix.words, func(a, b posting) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.name, b.name)) })
		return ix, nil
	})
}

func (ix *index) add(kind string, position int, text string) {
	at := int32(len(ix.names))
	ix.names = append(ix.names, named{kind, int32(position), text})
	for _, w := range store.SearchWords(text) {
		ix.words = append(ix.words, posting{w, at})
	}
	grams := trigrams(text)
	for _, g := range grams {
		ix.grams[g] = append(ix.grams[g], at)
	}
	ix.sizes = append(ix.sizes, len(grams))
}

// trigrams returns the three-letter pieces of a folded name, each once, with blanks around it.
func trigrams(text string) []string {
	r := []rune("  " + graph.Fold(text) + " ")
	var grams []string
	for i := 0; i+3 <= len(r); i++ {
		grams = append(grams, string(r[i:i+3]))
	}
	slices.Sort(grams)
	return slices.Compact(grams)
}

// find returns the names of which every word of the query begins a word, ascending. Too many words are Invalid.
func (ix *index) find(query string) ([]int32, error) {
	words, err := store.QueryWords(query)
	if err != nil {
		return nil, err
	}
	var found []int32
	for i, word := range words {
		lo, _ := slices.BinarySearchFunc(ix.words, word, func(p posting, w string) int { return cmp.Compare(p.word, w) })
		var here []int32
		for _, p := range ix.words[lo:] {
			if !strings.HasPrefix(p.word, word) {
				break
			}
			here = append(here, p.name)
		}
		slices.Sort(here)
		here = slices.Compact(here)
		if i > 0 {
			here = slices.DeleteFunc(here, func(n int32) bool { _, ok := slices.BinarySearch(found, n); return !ok })
		}
		if found = here; len(found) == 0 {
			break
		}
	}
	return found, nil
}

// likeness is the least Dice coefficient of trigrams at which a name is offered for a mistyped one.
const likeness = .32

// nearest returns names like the query, the likest first; equal ones in the order of the index.
func (ix *index) nearest(query string) []int32 {
	common := map[int32]int{}
	grams := trigrams(query)
	for _, g := range grams {
		for _, n := range ix.grams[g] {
			common[n]++
		}
	}
	like := func(n int32) float64 { return 2 * float64(common[n]) / float64(len(grams)+ix.sizes[n]) }
	var near []int32
	for n := range common {
		if like(n) >= likeness {
			near = append(near, n)
		}
	}
	slices.SortFunc(near, func(a, b int32) int { return cmp.Or(cmp.Compare(like(b), like(a)), cmp.Compare(a, b)) })
	return near
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
