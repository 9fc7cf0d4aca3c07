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
	Ties    int           `json:"ties"`   // that the answer "same" changes: of the one with fewer partners, which go over to the other
	Weight  float64       `json:"weight"` // score times the logarithm of ties: the order of the questions
}

// Side is one of the two organizations, with the printed name that is like one of the other's.
type Side struct {
	ID      string `json:"id"`
	Name    string `json:"name"`    // the display name
	Printed string `json:"printed"` // the name that was compared
	Letters int    `json:"letters"`
	Country string `json:"country,omitempty"`
}

// Bounds of what is asked.
const (
	leastAlike = .35 // the names' score of a pair that is worth a question
	least      = .1  // the score of a question that is asked
)

// Candidate is a pair of organizations, by position, A < B, whose names are alike, with the likest two of their names.
type Candidate struct {
	A, B               int32
	PrintedA, PrintedB string
	names.Result
}

// Candidates are the pairs of organizations of which two names score least and above, in order, but for those that a judgement stands for.
func Candidates(ctx context.Context, n *graph.Network, least float64) ([]Candidate, error) {
	var printed []string
	var owner []int32
	orgs := n.Organizations()
	for o := range orgs {
		for _, name := range orgs[o].Names {
			printed, owner = append(printed, name.Text), append(owner, int32(o))
		}
	}
	c, err := names.BuildCorpus(ctx, printed)
	if err != nil {
		return nil, err
	}
	pairs, err := c.PairsFrom(ctx, least)
	if err != nil {
		return nil, err
	}
	judged := judgedPairs(n)
	at := map[[2]int32]int{}
	var list []Candidate
	for _, p := range pairs {
		a, b := owner[p.A], owner[p.B]
		i, k := p.A, p.B
		if a > b {
			a, b, i, k = b, a, k, i
		}
		pair := [2]int32{a, b}
		if a == b || judged[pair] || p.Score < least {
			continue
		}
		known, ok := at[pair]
		if !ok {
			at[pair] = len(list)
			list = append(list, Candidate{a, b, printed[i], printed[k], p.Result})
		} else if list[known].Score < p.Score {
			list[known] = Candidate{a, b, printed[i], printed[k], p.Result}
		}
	}
	slices.SortFunc(list, func(x, y Candidate) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return list, nil
}

// Proposals returns the questions, the weightiest first, then by score and ids. Pairs that a judgement stands for are none.
func Proposals(ctx context.Context, n *graph.Network) ([]Proposal, error) {
	pairs, err := Candidates(ctx, n, leastAlike)
	if err != nil {
		return nil, err
	}
	e := NewEvidence(n)
	around := neighbours{x: n.Incidence(), ties: make([]int, len(n.Organizations()))}
	var list []Proposal
	for i := range pairs {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "comparing organizations was stopped")
		}
		p := &pairs[i]
		x, reasons := e.Of(p.A, p.B)
		score := x.Score(p.Score)
		if score < least {
			continue
		}
		ties := min(around.count(p.A), around.count(p.B))
		list = append(list, Proposal{A: side(n, p.A, p.PrintedA), B: side(n, p.B, p.PrintedB), Score: score, Verdict: names.Ask, Why: words(p.Why, &x, reasons),
			Ties: ties, Weight: weight(score, ties)})
	}
	slices.SortFunc(list, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(y.Score, x.Score), cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID))
	})
	return list, nil
}

// weight orders the questions.
func weight(score float64, ties int) float64 {
	return math.Round(score*math.Log2(float64(1+ties))*1e4) / 1e4
}

// words are the reasons that change the odds by a tenth and more.
func words(first string, x *Vector, reasons []Reason) string {
	_, list := Model()
	all := []string{first}
	for _, r := range reasons {
		if math.Abs(list[r.Feature].Weight*x[r.Feature]) >= .1 {
			all = append(all, r.Text)
		}
	}
	return strings.Join(all, "; ")
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

// neighbours counts partners, of each organization once. What one costs grows with the signatures of its letters.
type neighbours struct {
	x    *graph.Incidence
	seen set
	ties []int // one more than there are; 0 where nobody counted
}

func (n *neighbours) count(o int32) int {
	if n.ties[o] > 0 {
		return n.ties[o] - 1
	}
	n.seen.reset(len(n.ties))
	n.seen.add(o)
	found := 0
	for _, l := range n.x.LettersOf(int(o)) {
		for _, s := range n.x.SignersOf(int(l)) {
			if n.seen.add(s) {
				found++
			}
		}
	}
	n.ties[o] = found + 1
	return found
}
