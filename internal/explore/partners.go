package explore

import (
	"cmp"
	"context"
	"math"
	"slices"

	"undersigned/graph"
	"undersigned/graph/partner"
	"undersigned/internal/names"
)

// The modes of a query for partners.
const (
	ModeEveryone = "everyone" // every third place is kept for somebody new
	ModeKnown    = "known"    // signed a letter with a seed
	ModeNew      = "new"      // never did
)

// targetWeight is how much more a letter to the wanted target counts than another.
const targetWeight = 2

// asking is a query for partners on its way to an answer.
type asking struct {
	*snapshot
	q             PartnersQuery
	seeds         []int32
	ours          []bool // letters that a seed signed
	letters       int    // number of those
	known         []bool // organizations that signed one of them, seeds left out
	target        int    // position, -1 for none
	wantedCountry string // its key, see names.CountryKey
	exclude       map[int32]bool
}

// Partners suggests whom the seeds could ask to sign, with the reasons. Seeds that nobody has as a name are listed as
// unknown, with the nearest names; where no seed is known, nobody is suggested.
func (r *Reading) Partners(ctx context.Context, q PartnersQuery) (PartnersAnswer, error) {
	a := PartnersAnswer{Version: r.version, Seeds: []OrganizationRef{}, Unknown: []UnknownSeed{}, Partners: []Partner{}, Targets: r.targetCounts(),
		Countries: r.countries(1), Years: orEmpty(r.network.Coverage().Years)}
	ask, err := r.asking(ctx, q, &a)
	if err != nil {
		return a, err
	}
	if a.Ranking, err = r.ranked(ctx); err != nil {
		return a, err
	}
	if len(ask.seeds) == 0 {
		a.Sentence = "None of these names is in the data."
		return a, nil
	}
	ask.count(&a)
	leave, err := r.admit(ctx)
	if err != nil {
		return a, err
	}
	found, err := ask.suggestions()
	leave()
	if err != nil {
		return a, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return a, err
	}
	for _, suggestion := range found {
		a.Partners = append(a.Partners, ask.partner(suggestion, c))
	}
	return a, nil
}

func (r *Reading) asking(ctx context.Context, q PartnersQuery, a *PartnersAnswer) (*asking, error) {
	ask := &asking{snapshot: r.snapshot, q: q, ours: make([]bool, r.x.Letters()), known: make([]bool, r.x.Organizations()), target: -1, exclude: map[int32]bool{}}
	ask.wantedCountry = names.CountryKey(q.Country)
	ask.q.Mode = cmp.Or(q.Mode, ModeEveryone)
	if ask.q.Limit < 1 {
		ask.q.Limit = 20
	}
	if !slices.Contains([]string{ModeEveryone, ModeKnown, ModeNew}, ask.q.Mode) {
		return nil, graph.Errorf(graph.Invalid, "The mode %q is none of everyone, known and new. Choose one of them.", shorten(q.Mode, 40))
	}
	if len(q.Seeds) == 0 {
		return nil, graph.Errorf(graph.Invalid, "Name at least one organization of yours.")
	}
	if q.Target != "" {
		var err error
		if ask.target, err = r.target(q.Target); err != nil {
			return nil, err
		}
	}
	for _, id := range q.Exclude {
		if o, ok := r.network.Organization(id); ok {
			ask.exclude[int32(o)] = true
		}
	}
	for _, name := range q.Seeds {
		o, ok := r.network.Organization(name)
		if !ok {
			nearest, err := r.nearestOrganizations(ctx, name, 5)
			if err != nil {
				return nil, err
			}
			a.Unknown = append(a.Unknown, UnknownSeed{name, nearest})
			continue
		}
		if !slices.Contains(ask.seeds, int32(o)) {
			ask.seeds = append(ask.seeds, int32(o))
			a.Seeds = append(a.Seeds, r.organizationRef(o))
		}
	}
	return ask, nil
}

// eligible reports whether somebody may be suggested: not a seed, not excluded, and as the filters want.
func (k *asking) eligible(o int32) bool {
	return !k.exclude[o] && !slices.Contains(k.seeds, o) && (k.q.Since == 0 || k.lastYear(int(o)) >= k.q.Since) &&
		(k.q.Country == "" || k.countryKey[o] == k.wantedCountry)
}

// count finds the letters of the seeds, who signed them, and who is one step further, in O(E).
func (k *asking) count(a *PartnersAnswer) {
	for _, o := range k.seeds {
		for _, l := range k.x.LettersOf(int(o)) {
			if !k.ours[l] {
				k.ours[l] = true
				k.letters++
			}
		}
	}
	fresh := make([]bool, k.x.Organizations())
	for l, ours := range k.ours {
		if ours {
			for _, o := range k.x.SignersOf(l) {
				k.known[o] = true
			}
		}
	}
	for _, o := range k.seeds {
		k.known[o] = false
	}
	for l, ours := range k.ours {
		signers := k.x.SignersOf(l)
		if !ours && slices.ContainsFunc(signers, func(o int32) bool { return k.known[o] }) {
			for _, o := range signers {
				fresh[o] = !k.known[o]
			}
		}
	}
	a.Letters = k.letters
	known := 0
	for o := range fresh {
		if k.known[o] {
			a.Cosigners++
		}
		if !k.eligible(int32(o)) {
			continue
		}
		if k.known[o] {
			known++
		} else if fresh[o] {
			a.New++
		}
	}
	a.Everyone = known + a.New
	whose := "your"
	if len(k.seeds) == 1 {
		whose = "its"
	}
	switch {
	case k.letters == 0:
		a.Sentence = "No letter in these data carries " + whose + " signature."
	case a.Cosigners == 0:
		a.Sentence = "Nobody else signed " + whose + " " + counted(k.letters, "letter") + "."
	default:
		a.Sentence = counted(a.Cosigners, "organization") + " signed at least one of " + whose + " " + counted(k.letters, "letter") + "."
		if k.letters == 1 {
			a.Sentence = counted(a.Cosigners, "organization") + " signed " + whose + " one letter."
		}
	}
}

func (k *asking) suggestions() ([]partner.Suggestion, error) {
	q := partner.Query{Seeds: k.seeds, Beta: explorerBeta, Exclude: func(o int32) bool { return !k.eligible(o) }, Limit: k.q.Limit, Weights: make([]float64, k.x.Letters())}
	for l := range q.Weights {
		q.Weights[l] = 1
	}
	if k.target >= 0 {
		for _, l := range k.toTarget[k.target] {
			q.Weights[l] = targetWeight
		}
	}
	var known, fresh []partner.Suggestion
	var err error
	if k.q.Mode != ModeNew {
		if known, err = partner.Suggest(k.x, q); err != nil {
			return nil, err
		}
	}
	if k.q.Mode != ModeKnown {
		// Of strangers, those make sense who are active lately: old letters fade.
		for l, w := range k.network.Letters() {
			q.Weights[l] *= k.freshness(w.Date)
		}
		if fresh, err = partner.SuggestNew(k.x, q); err != nil {
			return nil, err
		}
	}
	return partner.Interleave(known, fresh, k.q.Limit), nil
}

// fading is the number of years in which a letter comes to count half, where somebody new is looked for.
const fading = 3

// freshness is the weight of a letter by its age, measured from the latest letter of the data: the clock plays no part. A
// letter without a date counts like the oldest one.
func (s *snapshot) freshness(d graph.Date) float64 {
	cov := s.network.Coverage()
	if d.IsZero() {
		d = cov.First
	}
	return math.Exp2(-float64(cov.Last.Year-d.Year) / fading)
}

// proofsShown is how many letters behind a suggestion are listed.
const proofsShown = 3

func (k *asking) partner(g partner.Suggestion, c *coalitions) Partner {
	o := int(g.Org)
	org := &k.network.Organizations()[o]
	p := Partner{ID: org.ID, Name: org.Name, Country: k.country[o], Cluster: c.number(o), Score: g.Score, New: g.New, Last: k.last[o],
		Proofs: []PartnerProof{}, Seeds: []SeedShare{}}
	if !g.New {
		p.Shared = len(g.Letters)
	}
	p.Reason = k.reason(g)
	between := k.closest(g.Via)
	for _, s := range g.Seeds {
		between = append(between, s.Seed)
		p.Seeds = append(p.Seeds, SeedShare{k.organizationRef(int(s.Seed)), s.Share})
	}
	for _, s := range g.Via {
		p.Seeds = append(p.Seeds, SeedShare{k.organizationRef(int(s.Org)), s.Share})
	}
	for _, share := range g.Letters[:min(len(g.Letters), proofsShown)] {
		l := int(share.Letter)
		proof := PartnerProof{Letter: k.letterRef(l), Share: share.Share, Lines: k.lines(o, l), With: []OrganizationRef{}}
		for _, b := range between {
			if len(proof.With) < 3 && k.x.Signed(int(b), l) {
				proof.With = append(proof.With, k.organizationRef(int(b)))
			}
		}
		p.Proofs = append(p.Proofs, proof)
	}
	p.More = len(g.Letters) - len(p.Proofs)
	return p
}
