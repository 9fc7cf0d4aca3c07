package partner

import (
	"cmp"
	"math"
	"slices"

	"undersigned/graph"
)

// Suggest returns the organizations that signed a letter with a seed, best first; equal scores go by position. Seeds are
// never suggested. The answer is empty, not nil, where the seeds signed nothing or nobody signed with them. No seeds or
// malformed weights are Invalid, a seed outside the network is NotFound.
//
// Scores cost the sizes of the seeds' letters, reasons the letters of the candidates that are returned; memory is
// O(n + m) for n organizations and m letters. Nothing depends on threads.
func Suggest(x *graph.Incidence, q Query) ([]Suggestion, error) {
	seeds, err := q.seeds(x)
	if err != nil {
		return nil, err
	}
	s := newStar(whole(x), q)
	s.spread(seeds)
	found := s.candidates()
	for i := range found {
		s.explain(&found[i])
	}
	return found, nil
}

// star holds the two rounds of spreading around the seeds.
type star struct {
	past
	q       Query
	seeds   []int32
	isSeed  []bool
	letters *field // t_l
	orgs    *field // sum of t_l over an organization's letters
}

func newStar(p past, q Query) *star {
	n := p.x.Organizations()
	return &star{past: p, q: q, isSeed: make([]bool, n), letters: newField(p.x.Letters()), orgs: newField(n)}
}

// spread fills letters and orgs for these seeds; it may be called again for others.
func (s *star) spread(seeds []int32) {
	for _, o := range s.seeds {
		s.isSeed[o] = false
	}
	s.letters.clear()
	s.orgs.clear()
	s.seeds = seeds
	for _, o := range seeds {
		s.isSeed[o] = true
		row := s.lettersOf(o)
		for _, l := range row {
			s.letters.add(l, s.toLetter(l, len(row)))
		}
	}
	for _, l := range s.letters.sorted() {
		t := s.letters.value[l]
		for _, o := range s.x.SignersOf(int(l)) {
			if !s.isSeed[o] {
				s.orgs.add(o, t)
			}
		}
	}
}

// toLetter is what an organization of degree d with a trust of 1 gives each signer of letter l.
func (s *star) toLetter(l int32, d int) float64 {
	return s.q.weight(l) / (float64(s.x.Size(int(l))) * float64(d))
}

// damp is the factor 1/d^beta of a candidate.
func (s *star) damp(o int32) float64 {
	return 1 / math.Pow(float64(s.degree(o)), s.q.beta())
}

func (s *star) candidates() []Suggestion {
	return rank(s.orgs.sorted(), s.q, func(o int32) float64 { return s.orgs.value[o] * s.damp(o) })
}

// rank scores the organizations, drops excluded ones and those without a score, and keeps the best.
func rank(orgs []int32, q Query, score func(o int32) float64) []Suggestion {
	found := make([]Suggestion, 0, len(orgs))
	for _, o := range orgs {
		if v := score(o); v > 0 && !q.excludes(o) {
			found = append(found, Suggestion{Org: o, Score: v})
		}
	}
	slices.SortFunc(found, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Org, b.Org))
	})
	if q.Limit > 0 && len(found) > q.Limit {
		found = slices.Clip(found[:q.Limit])
	}
	return found
}

// explain splits a score over letters and seeds.
func (s *star) explain(c *Suggestion) {
	damp := s.damp(c.Org)
	bySeed := make([]float64, len(s.seeds))
	for _, l := range s.lettersOf(c.Org) {
		if t := s.letters.value[l]; t > 0 {
			c.Letters = append(c.Letters, LetterShare{l, t * damp})
			for i, seed := range s.seeds {
				if s.x.Signed(int(seed), int(l)) {
					bySeed[i] += float64(s.toLetter(l, s.degree(seed)) * damp)
				}
			}
		}
	}
	for i, share := range bySeed {
		if share > 0 {
			c.Seeds = append(c.Seeds, SeedShare{s.seeds[i], share})
		}
	}
	sortShares(c)
}

func sortShares(c *Suggestion) {
	slices.SortFunc(c.Letters, func(a, b LetterShare) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Letter, b.Letter))
	})
	slices.SortFunc(c.Seeds, func(a, b SeedShare) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Seed, b.Seed))
	})
	slices.SortFunc(c.Via, func(a, b ViaShare) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Org, b.Org))
	})
}
