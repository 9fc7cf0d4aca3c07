package partner

import "undersigned/graph"

// SuggestNew returns organizations that never signed a letter with any seed but did with the seeds' partners, best first;
// equal scores go by position. They come by a second round over the star, seed -> letters -> partners -> letters ->
// candidate: a partner p of the seeds holds P_p = sum of t_l over its letters (see the package comment), spreads it evenly
// over its letters and each letter evenly over its signers, and the candidate's number of letters divides as in Suggest:
//
//	u_l     = w_l / k_l * sum over partners p that signed l of P_p / d_p
//	score_c = sum over letters l that c signed of u_l  /  d_c^beta
//
// A candidate's letters carry no seed's signature, else it would be a partner; so no letter counts in both rounds. Scores
// of the two functions are not comparable: the second round has thinned them once more. The split over letters and over
// partners in between (Via) is exact. Errors and empty answers are those of Suggest.
//
// It costs the letters of all partners, each read once: at most the signatures of the network.
func SuggestNew(x *graph.Incidence, q Query) ([]Suggestion, error) {
	seeds, err := q.seeds(x)
	if err != nil {
		return nil, err
	}
	s := newStar(whole(x), q)
	s.spread(seeds)
	second := newField(x.Letters())
	for _, p := range s.orgs.sorted() {
		row := s.lettersOf(p)
		for _, l := range row {
			if !s.letters.held[l] {
				second.add(l, float64(s.orgs.value[p]*s.toLetter(l, len(row))))
			}
		}
	}
	reached := newField(x.Organizations())
	for _, l := range second.sorted() {
		for _, o := range x.SignersOf(int(l)) {
			if !s.isSeed[o] && !s.orgs.held[o] {
				reached.add(o, second.value[l])
			}
		}
	}
	found := rank(reached.sorted(), q, func(o int32) float64 { return reached.value[o] * s.damp(o) })
	via := newField(x.Organizations())
	for i := range found {
		s.explainNew(&found[i], second, via)
	}
	return found, nil
}

func (s *star) explainNew(c *Suggestion, second, via *field) {
	c.New = true
	damp := s.damp(c.Org)
	for _, l := range s.lettersOf(c.Org) {
		if second.value[l] == 0 {
			continue
		}
		c.Letters = append(c.Letters, LetterShare{l, second.value[l] * damp})
		for _, p := range s.x.SignersOf(int(l)) {
			if s.orgs.held[p] {
				via.add(p, float64(s.orgs.value[p]*s.toLetter(l, s.degree(p))*damp))
			}
		}
	}
	for _, p := range via.sorted() {
		if via.value[p] > 0 {
			c.Via = append(c.Via, ViaShare{p, via.value[p]})
		}
	}
	via.clear()
	sortShares(c)
}

// Interleave mixes two rankings for an organizer: every third place goes to somebody new, the others to those who signed
// with the seeds before, each list in its own order; where one ends the other goes on. limit 0 means all.
func Interleave(known, fresh []Suggestion, limit int) []Suggestion {
	if limit <= 0 {
		limit = len(known) + len(fresh)
	}
	limit = min(limit, len(known)+len(fresh))
	mixed := make([]Suggestion, 0, limit)
	for len(mixed) < limit {
		third := len(mixed)%3 == 2
		if len(fresh) > 0 && (third || len(known) == 0) {
			mixed, fresh = append(mixed, fresh[0]), fresh[1:]
		} else {
			mixed, known = append(mixed, known[0]), known[1:]
		}
	}
	return mixed
}

// Popularity is the plainest rule, the one a ranking has to beat: everybody but the seeds by number of letters signed,
// which is the score; equal ones go by position. Organizations that signed nothing are left out. Seeds may be empty here;
// Weights and Beta do not matter.
func Popularity(x *graph.Incidence, q Query) ([]Suggestion, error) {
	isSeed := make([]bool, x.Organizations())
	for _, s := range q.Seeds {
		if s < 0 || int(s) >= x.Organizations() {
			return nil, graph.Errorf(graph.NotFound, "There is no organization at position %d; this network has %d.", s, x.Organizations())
		}
		isSeed[s] = true
	}
	var orgs []int32
	for o, seed := range isSeed {
		if !seed {
			orgs = append(orgs, int32(o))
		}
	}
	return rank(orgs, q, func(o int32) float64 { return float64(x.Degree(int(o))) }), nil
}
