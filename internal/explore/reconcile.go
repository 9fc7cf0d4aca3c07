package explore

import (
	"cmp"
	"context"
	"math"
	"slices"

	"undersigned/internal/names"
	"undersigned/internal/names/match"
)

// Wanted is a name that somebody else's table holds, with what the table says of the organization.
type Wanted struct {
	Name  string // may be empty where facts tell
	Facts []Fact
	Limit int // of candidates; 0 means 10
}

// Likely is an organization that may be the one wanted.
type Likely struct {
	OrganizationRef
	Country string
	Letters int
	Score   float64 // the probability that it is, 0 to 1
	Sure    bool    // by a written rule, a judgement or an identifier, with no second candidate and nothing against it
	Name    float64 // the probability by names alone
	Agrees  []Agreement
	Why     string
}

// Agreement says whether an organization has what a fact says. A fact that it neither has nor contradicts is none.
type Agreement struct {
	Property string
	Yes      bool
}

// Limits of one name, and what facts do to the odds of its candidates. The factors are set by hand, as those of package proposal are: no list
// with such facts is labelled.
const (
	usualCandidates = 10
	leastLikely     = .1   // the score of a candidate
	settled         = .999 // an identifier is equal
	otherIdentifier = .1
	factAgrees      = 2.
	factDiffers     = 1. / 3
)

// candidate is an organization on its way to an answer.
type candidate struct {
	org     int32
	name    float64
	score   float64
	same    bool // by a rule, a judgement or its id
	own     bool // the name is printed or judged its own, letter for letter, or is its id
	settled bool // by an identifier
	against bool // a fact says otherwise
	why     string
	agrees  []Agreement
}

// Reconcile finds the organizations that names of another table may stand for, the likest first; one list for each name, empty where nobody is
// alike.
func (r *Reading) Reconcile(ctx context.Context, wanted []Wanted) ([][]Likely, error) {
	leave, err := r.admit(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	register, err := r.Register(ctx)
	if err != nil {
		return nil, err
	}
	known, err := r.factIndex(ctx)
	if err != nil {
		return nil, err
	}
	answers := make([][]Likely, len(wanted))
	for i := range wanted {
		if answers[i], err = r.reconcile(ctx, register, known, &wanted[i]); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

func (s *snapshot) reconcile(ctx context.Context, register *match.Register, known *factIndex, w *Wanted) ([]Likely, error) {
	found, err := s.candidates(ctx, register, known, w)
	if err != nil {
		return nil, err
	}
	several := register.Several(w.Name)
	exact := !several && liftOwn(found)
	same, byIdentifier := 0, 0
	for _, c := range found {
		s.weighFacts(known, c, w.Facts)
		if c.same {
			same++
		}
		if c.settled {
			byIdentifier++
		}
	}
	slices.SortFunc(found, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), preferOwn(a, b), cmp.Compare(s.x.Degree(int(b.org)), s.x.Degree(int(a.org))), cmp.Compare(a.org, b.org))
	})
	list := []Likely{}
	for _, c := range found {
		if c.score < leastLikely || len(list) == cmp.Or(w.Limit, usualCandidates) {
			break
		}
		o := int(c.org)
		sure := c.same && same == 1 && byIdentifier == 0 && !several
		if exact && c.own && len(list) == 0 { // what rules say of others that are alike counts less than the name itself
			sure = byIdentifier == 0
		}
		if byIdentifier > 0 {
			sure = c.settled && byIdentifier == 1
		}
		list = append(list, Likely{s.organizationRef(o), s.country[o], s.x.Degree(o), c.score, sure && !c.against, c.name, c.agrees, c.why})
	}
	return list, nil
}

// liftOwn reports whether a name is one organization's own, which is then as likely by its name as any other.
func liftOwn(found []*candidate) bool {
	var own *candidate
	likest := 0.
	for _, c := range found {
		if likest = max(likest, c.name); !c.own {
			continue
		}
		if own != nil {
			return false
		}
		own = c
	}
	if own == nil {
		return false
	}
	own.name = likest
	return true
}

// preferOwn puts the organization whose own the name is before others of its score.
func preferOwn(a, b *candidate) int {
	switch {
	case a.own == b.own:
		return 0
	case a.own:
		return -1
	}
	return 1
}

// candidates finds organizations by name, by id and by identifier, each once.
func (s *snapshot) candidates(ctx context.Context, register *match.Register, known *factIndex, w *Wanted) ([]*candidate, error) {
	likely, err := register.Likely(ctx, w.Name)
	if err != nil {
		return nil, err
	}
	var list []*candidate
	for _, l := range likely {
		list = append(list, &candidate{org: int32(l.Organization), name: l.Score, same: l.Verdict == names.Same, own: l.Stored, why: l.Why})
	}
	for _, f := range w.Facts {
		for _, o := range known.identified(f) {
			if !slices.ContainsFunc(list, func(c *candidate) bool { return c.org == o }) {
				list = append(list, &candidate{org: o, why: "the identifier is equal"})
			}
		}
	}
	return list, nil
}

// weighFacts lets facts count, and makes the score of a candidate of them and its name.
func (s *snapshot) weighFacts(known *factIndex, c *candidate, facts []Fact) {
	c.score = c.name
	odds := c.name / max(1e-6, 1-c.name)
	for _, f := range facts {
		yes, told := s.agrees(known, int(c.org), f)
		if !told {
			continue
		}
		c.agrees = append(c.agrees, Agreement{f.Property, yes})
		switch {
		case yes && f.identifies():
			c.settled = true
		case yes:
			odds *= factAgrees
		case f.identifies():
			odds, c.against = odds*otherIdentifier, true
		default:
			odds, c.against = odds*factDiffers, true
		}
	}
	if len(c.agrees) > 0 {
		c.score = math.Round(odds/(1+odds)*1e4) / 1e4
	}
	if c.settled {
		c.score = max(c.score, settled)
	}
}
