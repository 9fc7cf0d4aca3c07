package proposal

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Proposal is a question: are these two organizations one?
type Proposal struct {
	A       Side          `json:"a"`
	B       Side          `json:"b"`
	Score   float64       `json:"score"` // the probability that they are, with what the network knows of them
	Verdict names.Verdict `json:"verdict"`
	Why     string        `json:"why"`
	Ties    int           `json:"ties"`   // that the answer "same" changes
	Weight  float64       `json:"weight"` // ties times score: the order of the questions
}

// Side is one of the two organizations, with the printed name that is like one of the other's.
type Side struct {
	ID      string `json:"id"`
	Name    string `json:"name"`    // the display name
	Printed string `json:"printed"` // the name that was compared
	Letters int    `json:"letters"`
	Country string `json:"country,omitempty"`
}

// What the network knows lets the odds of two being one fall.
const (
	sharedLetter = .1     // a list prints both names
	otherCountry = 1. / 3 // their countries differ
	least        = .1     // the score of a question that is asked
)

// Proposals returns the questions, the weightiest first, then by score and ids. Pairs that a judgement stands for are none.
func Proposals(ctx context.Context, n *graph.Network) ([]Proposal, error) {
	var printed []string
	var owner []int32
	orgs := n.Organizations()
	for o := range orgs {
		for _, name := range orgs[o].Names {
			printed, owner = append(printed, name.Text), append(owner, int32(o))
		}
	}
	c := names.NewCorpus(printed)
	pairs, err := c.Pairs(ctx)
	if err != nil {
		return nil, err
	}
	judged := judgedPairs(n)
	best := map[[2]int32]Proposal{}
	for _, p := range pairs {
		a, b := owner[p.A], owner[p.B]
		i, k := p.A, p.B
		if a > b {
			a, b, i, k = b, a, k, i
		}
		pair := [2]int32{a, b}
		if a == b || judged[pair] {
			continue
		}
		if known, ok := best[pair]; ok && known.Score >= p.Score {
			continue
		}
		best[pair] = Proposal{A: side(n, a, printed[i]), B: side(n, b, printed[k]), Score: p.Score, Verdict: p.Verdict, Why: p.Why}
	}
	around := neighbours{x: n.Incidence(), mark: make([]int32, len(orgs))}
	list := make([]Proposal, 0, len(best))
	for pair, p := range best {
		if p.weigh(n, &around, pair[0], pair[1]); p.Score >= least {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(y.Score, x.Score), cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID))
	})
	return list, nil
}

func side(n *graph.Network, o int32, printed string) Side {
	org := &n.Organizations()[o]
	return Side{org.ID, org.Name, printed, n.Incidence().Degree(int(o)), org.Country}
}

// judgedPairs are the organizations between which a judgement stands that was not undone, of whatever verdict, and those of which one is the
// parent of the other by a profile. A rule's "same" between two organizations is none: something keeps the rule from joining them (one list prints
// both, or a name could be several), so nobody has answered.
func judgedPairs(n *graph.Network) map[[2]int32]bool {
	judged := map[[2]int32]bool{}
	for _, j := range n.Judgements() {
		if j.Relation != "" || j.Undone != nil && !j.ByRule() || j.Undone == nil && j.ByRule() && j.Verdict == graph.Same {
			continue // what somebody took back is open again; but taking back a rule's "same" is an answer
		}
		a, okA := n.Organization(graph.OrganizationID(j.A.Name, j.A.Letter))
		b, okB := n.Organization(graph.OrganizationID(j.B.Name, j.B.Letter))
		if !okA {
			a, okA = n.Organization(j.A.Name)
		}
		if !okB {
			b, okB = n.Organization(j.B.Name)
		}
		if okA && okB && a != b {
			judged[[2]int32{int32(min(a, b)), int32(max(a, b))}] = true
		}
	}
	for i, org := range n.Organizations() {
		if up, ok := n.Organization(org.Parent); ok && org.Parent != "" {
			judged[[2]int32{int32(min(i, up)), int32(max(i, up))}] = true
		}
	}
	return judged
}

// weigh lets what the network knows count, and says what an answer changes.
func (p *Proposal) weigh(n *graph.Network, around *neighbours, a, b int32) {
	x := n.Incidence()
	shared := 0
	for _, l := range x.LettersOf(int(a)) {
		if x.Signed(int(b), int(l)) {
			shared++
		}
	}
	odds := p.Score / max(1e-6, 1-p.Score)
	why := []string{p.Why}
	if shared > 0 {
		odds *= sharedLetter
		why = append(why, "one list prints both")
	}
	orgs := n.Organizations()
	if ca, cb := orgs[a].Country, orgs[b].Country; ca != "" && cb != "" && graph.Fold(ca) != graph.Fold(cb) {
		odds *= otherCountry
		why = append(why, ca+" and "+cb)
	}
	p.Score = math.Round(odds/(1+odds)*1e4) / 1e4
	if p.Verdict == names.Same { // the rule that says so did not join them
		p.Verdict = names.Ask
	}
	p.Why = strings.Join(why, "; ")
	p.Ties = around.count(a) + around.count(b)
	p.Weight = math.Round(float64(p.Ties)*p.Score*100) / 100
}

// neighbours counts partners. What one organization costs grows with the signatures of its letters.
type neighbours struct {
	x     *graph.Incidence
	mark  []int32
	round int32
}

func (n *neighbours) count(o int32) int {
	n.round++
	n.mark[o] = n.round
	found := 0
	for _, l := range n.x.LettersOf(int(o)) {
		for _, s := range n.x.SignersOf(int(l)) {
			if n.mark[s] != n.round {
				n.mark[s] = n.round
				found++
			}
		}
	}
	return found
}
