package explore

import (
	"cmp"
	"context"
	"math"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
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
	longestWanted   = 1000 // bytes of a name: longer ones are no names
	usualCandidates = 10
	comparedNames   = 30
	leastLikely     = .1 // the score of a candidate
	known           = .99
	settled         = .999 // an identifier is equal
	otherIdentifier = .1
	factAgrees      = 2.
	factDiffers     = 1. / 3
)

// namesakes is what names are looked up in: every name of every organization.
type namesakes struct {
	corpus      *names.Corpus
	owner       []int32 // of each name of the corpus
	homonyms    *Homonyms
	apart       map[string][]string // folded name -> folded names that a judgement keeps apart from it
	identifiers map[string][]int32  // organizations by identifier, see identifierKey
	titles      map[string][]int32  // letters by folded title
	schemes     []string
}

func (s *snapshot) namesakes(ctx context.Context) (*namesakes, error) {
	return s.nameLookup.get(ctx, func(ctx context.Context) (*namesakes, error) {
		n := &namesakes{homonyms: NewHomonyms(s.network), apart: apart(s.network), identifiers: map[string][]int32{}, titles: map[string][]int32{}}
		var printed []string
		add := func(o int, name string) { printed, n.owner = append(printed, name), append(n.owner, int32(o)) }
		for o := range s.network.Organizations() {
			org := &s.network.Organizations()[o]
			if !slices.ContainsFunc(org.Names, func(name graph.Name) bool { return name.Text == org.Name }) {
				add(o, org.Name)
			}
			for _, name := range org.Names {
				add(o, name.Text)
			}
			n.addIdentifiers(int32(o), org.ExternalIDs)
		}
		slices.Sort(n.schemes)
		n.schemes = slices.Compact(n.schemes)
		for l, w := range s.network.Letters() {
			for _, record := range w.Records {
				if key := graph.Fold(record.Title); key != "" && !slices.Contains(n.titles[key], int32(l)) {
					n.titles[key] = append(n.titles[key], int32(l))
				}
			}
		}
		var err error
		if n.corpus, err = names.BuildCorpus(ctx, printed); err == nil {
			_, err = n.corpus.Like(ctx, "", 0) // builds its index, for all who wait
		}
		return n, err
	})
}

func apart(network *graph.Network) map[string][]string {
	m := map[string][]string{}
	for _, j := range network.Judgements() {
		a, b := graph.Fold(j.A.Name), graph.Fold(j.B.Name)
		if j.Verdict.KeepsApart() && j.Relation == "" && j.Undone == nil && a != b { // of one name: see Homonyms
			m[a], m[b] = append(m[a], b), append(m[b], a)
		}
	}
	return m
}

// candidate is an organization on its way to an answer.
type candidate struct {
	org     int32
	name    float64
	score   float64
	same    bool // by a rule, a judgement or its id
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
	n, err := r.namesakes(ctx)
	if err != nil {
		return nil, err
	}
	answers := make([][]Likely, len(wanted))
	for i := range wanted {
		if answers[i], err = r.reconcile(ctx, n, &wanted[i]); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

func (s *snapshot) reconcile(ctx context.Context, n *namesakes, w *Wanted) ([]Likely, error) {
	found, err := s.candidates(ctx, n, w)
	if err != nil {
		return nil, err
	}
	several := len(w.Name) <= longestWanted && len(n.homonyms.Of(w.Name)) > 1
	same, byIdentifier := 0, 0
	for _, c := range found {
		s.weighFacts(n, c, w.Facts)
		if c.same {
			same++
		}
		if c.settled {
			byIdentifier++
		}
	}
	slices.SortFunc(found, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(s.x.Degree(int(b.org)), s.x.Degree(int(a.org))), cmp.Compare(a.org, b.org))
	})
	list := []Likely{}
	for _, c := range found {
		if c.score < leastLikely || len(list) == cmp.Or(w.Limit, usualCandidates) {
			break
		}
		o := int(c.org)
		sure := c.same && same == 1 && byIdentifier == 0 && !several
		if byIdentifier > 0 {
			sure = c.settled && byIdentifier == 1
		}
		list = append(list, Likely{s.organizationRef(o), s.country[o], s.x.Degree(o), c.score, sure && !c.against, c.name, c.agrees, c.why})
	}
	return list, nil
}

// candidates finds organizations by name, by id and by identifier, each once.
func (s *snapshot) candidates(ctx context.Context, n *namesakes, w *Wanted) ([]*candidate, error) {
	var list []*candidate
	of := map[int32]*candidate{}
	at := func(o int32) *candidate {
		if of[o] == nil {
			of[o] = &candidate{org: o}
			list = append(list, of[o])
		}
		return of[o]
	}
	if len(w.Name) <= longestWanted && graph.Fold(w.Name) != "" {
		matches, err := n.corpus.Like(ctx, w.Name, comparedNames)
		if err != nil {
			return nil, err
		}
		for _, m := range matches {
			c := at(n.owner[m.At])
			if c.why == "" || m.Score > c.name {
				c.name, c.why = m.Score, m.Why
			}
			c.same = c.same || m.Verdict == names.Same
		}
		for _, o := range s.bearers(n, w.Name) {
			c := at(int32(o))
			c.same, c.name = true, max(c.name, known)
			c.why = cmp.Or(c.why, "a name of this organization")
		}
		list = slices.DeleteFunc(list, func(c *candidate) bool { return s.judgedApart(n, c.org, w.Name) })
	}
	for _, f := range w.Facts {
		for _, o := range n.identified(f) {
			if of[o] == nil {
				at(o).why = "the identifier is equal"
			}
		}
	}
	return list, nil
}

// bearers are the organizations that have a name, or id, by what is stored: printed so, judged so, or kept apart by judgements.
func (s *snapshot) bearers(n *namesakes, name string) []int {
	if several := n.homonyms.Of(name); len(several) > 1 {
		return several
	}
	name = graph.CleanName(name)
	for _, id := range []string{name, graph.OrganizationID(name, "")} {
		if o, ok := s.network.Organization(id); ok && (id != name || s.network.Organizations()[o].ID == id) {
			return []int{o}
		}
	}
	return nil
}

// judgedApart reports whether a judgement says that a name is not an organization's.
func (s *snapshot) judgedApart(n *namesakes, o int32, name string) bool {
	key := graph.Fold(name)
	others := n.apart[key]
	if len(others) == 0 {
		return false
	}
	no := false
	for _, own := range s.network.Organizations()[o].Names {
		folded := graph.Fold(own.Text)
		if folded == key {
			return false
		}
		no = no || slices.Contains(others, folded)
	}
	return no
}

// weighFacts lets facts count, and makes the score of a candidate of them and its name.
func (s *snapshot) weighFacts(n *namesakes, c *candidate, facts []Fact) {
	c.score = c.name
	odds := c.name / max(1e-6, 1-c.name)
	for _, f := range facts {
		yes, told := s.agrees(n, int(c.org), f)
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
