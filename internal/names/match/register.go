package match

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Register is what printed names are looked up in: every name of every organization of a network, and what judgements say of names. It is made
// once for a network; what one name costs then hardly grows with their number. It is safe for concurrent use.
type Register struct {
	network  *graph.Network
	corpus   *names.Corpus
	owner    []int32 // of each name of the corpus
	homonyms *Homonyms
	apart    map[string][]string // folded name -> names that a judgement keeps apart from it
}

// NewRegister reads the names and judgements of a network; ctx stops it, with code Cancelled.
func NewRegister(ctx context.Context, n *graph.Network) (*Register, error) {
	r := &Register{network: n, homonyms: NewHomonyms(n), apart: apart(n)}
	var printed []string
	add := func(o int, name string) { printed, r.owner = append(printed, name), append(r.owner, int32(o)) }
	for o := range n.Organizations() {
		org := &n.Organizations()[o]
		if !slices.ContainsFunc(org.Names, func(name graph.Name) bool { return name.Text == org.Name }) {
			add(o, org.Name)
		}
		for _, name := range org.Names {
			add(o, name.Text)
		}
	}
	var err error
	if r.corpus, err = names.BuildCorpus(ctx, printed); err == nil {
		_, err = r.corpus.Like(ctx, "", 0) // builds its index, for all who wait
	}
	return r, err
}

// apart returns by folded name the names that judgements keep apart from it. Of what they say of one name, see Homonyms.
func apart(n *graph.Network) map[string][]string {
	m := map[string][]string{}
	for _, j := range n.Judgements() {
		a, b := graph.Fold(j.A.Name), graph.Fold(j.B.Name)
		if j.Verdict.KeepsApart() && j.Relation == "" && j.Undone == nil && a != b {
			m[a], m[b] = append(m[a], j.B.Name), append(m[b], j.A.Name)
		}
	}
	return m
}

// Likely is an organization that may have a name.
type Likely struct {
	Organization int     // its position in the network
	Score        float64 // the probability by names alone, of the likest of its names
	Why          string  // in words
	Verdict      names.Verdict
	Stored       bool // the name, or id, is its own by what is stored: printed so, judged so, or of several organizations that are kept apart

	rule string // that makes it Same
}

// Own is the score of a name that is an organization's own.
const Own = .99

// Limits of one name.
const (
	longestName   = 1000 // bytes; longer ones are no names
	comparedNames = 30
)

// Likely returns the organizations that share most with a name, each once, in the order of their likest names; different ones are
// among them. Those that a judgement keeps apart from the name are left out.
func (r *Register) Likely(ctx context.Context, name string) ([]Likely, error) {
	if len(name) > longestName || graph.Fold(name) == "" {
		return nil, nil
	}
	var list []Likely
	at := func(o int) *Likely {
		i := slices.IndexFunc(list, func(l Likely) bool { return l.Organization == o })
		if i < 0 {
			i, list = len(list), append(list, Likely{Organization: o, Score: -1, Verdict: names.Different})
		}
		return &list[i]
	}
	found, err := r.corpus.Like(ctx, name, comparedNames)
	if err != nil {
		return nil, err
	}
	for _, m := range found {
		at(int(r.owner[m.At])).take(m.Result)
	}
	r.compareFolded(name, at)
	for _, o := range r.bearers(name) {
		l := at(o)
		l.Verdict, l.Stored, l.Score, l.Why = names.Same, true, max(l.Score, Own), cmp.Or(l.Why, "a name of this organization")
	}
	return slices.DeleteFunc(list, func(l Likely) bool { return r.keptApart(l.Organization, name) }), nil
}

// take lets another of the organization's names count.
func (l *Likely) take(r names.Result) {
	if r.Score > l.Score {
		l.Score, l.Why = r.Score, r.Why
	}
	switch {
	case r.Rule == acronymRule:
		if l.Verdict == names.Different {
			l.Verdict = names.Ask
		}
	case r.Verdict == names.Same && (l.rule == "" || r.Rule == foldRule):
		l.Verdict, l.rule, l.Why = names.Same, r.Rule, r.Why
	case r.Verdict == names.Ask && l.Verdict == names.Different:
		l.Verdict = names.Ask
	}
}

// compareFolded compares a name with the names that are equal to it after folding, which may share no word with it.
func (r *Register) compareFolded(name string, at func(o int) *Likely) {
	o, ok := r.network.Organization(name)
	if !ok {
		return
	}
	for _, own := range r.network.Organizations()[o].Names {
		if graph.Fold(own.Text) == graph.Fold(name) {
			at(o).take(r.corpus.Compare(r.corpus.Form(name), r.corpus.Form(own.Text)))
		}
	}
}

// bearers are the organizations that have a name, or id, by what is stored: printed so, judged so, or kept apart by judgements.
func (r *Register) bearers(name string) []int {
	if several := r.homonyms.Of(name); len(several) > 1 {
		return several
	}
	if o, ok := r.bearer(name); ok {
		return []int{o}
	}
	return nil
}

func (r *Register) bearer(name string) (int, bool) {
	name = graph.CleanName(name)
	for _, id := range []string{name, graph.OrganizationID(name, "")} {
		if o, ok := r.network.Organization(id); ok && (id != name || r.network.Organizations()[o].ID == id) {
			return o, true
		}
	}
	return 0, false
}

// keptApart reports whether a judgement says that a name is not an organization's.
func (r *Register) keptApart(o int, name string) bool {
	key := graph.Fold(name)
	others := r.apart[key]
	if len(others) == 0 {
		return false
	}
	no := false
	for _, own := range r.network.Organizations()[o].Names {
		if graph.Fold(own.Text) == key {
			return false
		}
		no = no || slices.ContainsFunc(others, func(other string) bool { return graph.Fold(other) == graph.Fold(own.Text) })
	}
	return no
}

// Several reports whether judgements give a name to several organizations, and none to this one alone.
func (r *Register) Several(name string) bool { return len(r.homonyms.Of(name)) > 1 }
