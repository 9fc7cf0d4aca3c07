package naming

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"path"
	"slices"

	"undersigned/graph"
	"undersigned/internal/evaluate"
	"undersigned/internal/proposal"
	"undersigned/internal/ruling"
)

// leastAlike is the names' score of a pair of organizations that is fitted and scored.
const leastAlike = .05

// contextPair is a pair of organizations of the network of letters that no judgement joins or parts, and what persons found.
type contextPair struct {
	proposal.Candidate
	x       proposal.Vector
	why     []proposal.Reason
	same    bool
	letters [2][]int32 // that each signed
}

// network is that of the letters of the gold, with what the rules join and no judgement of a person.
func (g *Gold) network(ctx context.Context) (*graph.Network, error) {
	var data graph.Data
	byName := map[string]string{}
	for i := range g.letters {
		byName[path.Base(g.letters[i].Document)] = g.letters[i].ID
	}
	for i := range g.letters {
		doc := &g.letters[i]
		l := graph.Letter{ID: doc.ID, Title: doc.ID, Kind: doc.Kind, Documents: []graph.Document{{ID: "gold"}}}
		if date, err := graph.ParseDate(string(doc.Date)); err == nil {
			l.Date = date
		}
		for _, t := range doc.Targets {
			l.Targets = append(l.Targets, graph.TargetRef{Name: t})
		}
		if of := byName[path.Base(string(doc.SameLetterAs))]; of != "" && of < doc.ID {
			l.VersionOf = of
		}
		seen := map[string]bool{}
		for _, s := range doc.Signatories {
			name := graph.CleanName(s.As)
			if s.Type == string(graph.TypeOrganization) && name != "" && !seen[name] {
				seen[name] = true
				l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
					Country: string(s.Country), Note: string(s.Note)})
			}
		}
		data.Letters = append(data.Letters, l)
	}
	data, err := ruling.Complete(ctx, data)
	if err != nil {
		return nil, err
	}
	return graph.NewNetwork(data)
}

// contextPairs are the pairs of organizations whose names are somewhat alike and of which it is known whether they are one: from the aliases, which
// resolve all names of the letters beside them, and single pairs that somebody looked at.
func (g *Gold) contextPairs(ctx context.Context) ([]contextPair, error) {
	n, err := g.network(ctx)
	if err != nil {
		return nil, err
	}
	candidates, err := proposal.Candidates(ctx, n, leastAlike)
	if err != nil {
		return nil, err
	}
	answers := g.answers()
	e := proposal.NewEvidence(n)
	var list []contextPair
	for _, c := range candidates {
		p := contextPair{Candidate: c}
		known := false
		for _, a := range n.Organizations()[c.A].Names {
			for _, b := range n.Organizations()[c.B].Names {
				same, ok := answers[pairOf(a.Text, b.Text)]
				known = known || ok || g.resolved[a.Text] && g.resolved[b.Text]
				p.same = p.same || same
			}
		}
		if known {
			p.x, p.why = e.Of(c.A, c.B)
			p.letters = [2][]int32{n.Incidence().LettersOf(int(c.A)), n.Incidence().LettersOf(int(c.B))}
			list = append(list, p)
		}
	}
	return list, nil
}

// answers holds what somebody said of pairs of names; the aliases count more than the rest.
func (g *Gold) answers() map[[2]string]bool {
	answers := g.truth()
	known := maps.Clone(answers)
	for _, list := range [][]Pair{g.Distinct, g.Pairs, Labelled()} {
		for _, p := range list {
			if pair := pairOf(graph.CleanName(p.A), graph.CleanName(p.B)); !known[pair] {
				answers[pair] = p.Same
			}
		}
	}
	return answers
}

func (p *contextPair) example() evaluate.Example {
	return evaluate.Example{Features: p.x[:], Right: p.same, Weight: 1, Known: proposal.Logit(p.Score)}
}

func fitContext(list []contextPair, use func(*contextPair) bool) (bias float64, weights []float64) {
	var rows []evaluate.Example
	for i := range list {
		if use(&list[i]) {
			rows = append(rows, list[i].example())
		}
	}
	_, features := proposal.Model()
	prior := make([]float64, len(features))
	for i := range features {
		prior[i] = features[i].Prior
	}
	return evaluate.FitLogistic(rows, prior, 1)
}

// FitContext prints the weights of what networks know of two organizations, fitted on the letters of the gold, as they stand in the source.
func FitContext(ctx context.Context, g *Gold, w io.Writer) error {
	list, err := g.contextPairs(ctx)
	if err != nil {
		return err
	}
	bias, weights := fitContext(list, func(*contextPair) bool { return true })
	b, features := proposal.Model()
	_, err = fmt.Fprintf(w, "feature\tweight\tprior\tmeaning\n%s\t%.4f\t%g\t%s\n", b.Name, bias, b.Prior, b.Means)
	for i, f := range features {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\t%.4f\t%g\t%s\n", f.Name, weights[i], f.Prior, f.Means)
		}
	}
	return err
}

// leaveLettersOut scores each pair with what is fitted on pairs of which neither organization signed the first letter of the pair.
func leaveLettersOut(list []contextPair) []float64 {
	scores := make([]float64, len(list))
	byFirst := map[int32][]int{}
	for i := range list {
		first := min(list[i].letters[0][0], list[i].letters[1][0])
		byFirst[first] = append(byFirst[first], i)
	}
	for letter, of := range byFirst {
		bias, weights := fitContext(list, func(p *contextPair) bool {
			return !slices.Contains(p.letters[0], letter) && !slices.Contains(p.letters[1], letter)
		})
		for _, i := range of {
			z := proposal.Logit(list[i].Score) + bias
			for k, v := range list[i].x {
				z += float64(weights[k] * v)
			}
			scores[i] = 1 / (1 + math.Exp(-z))
		}
	}
	return scores
}
