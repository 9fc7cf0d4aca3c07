package naming

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"undersigned/internal/proposal"
)

// asked is the names' score from which a pair is scored: what the network says of less alike names hardly makes a question of them.
const asked = .35

// ContextScore is how well a score tells pairs of organizations.
type ContextScore struct {
	Name      string
	Brier     float64 // mean squared error
	AUC       float64 // how often a pair that is one scores above one that is not (J. A. Hanley and B. J. McNeil, 1982, doi:10.1148/radiology.143.1.7063747)
	F1        float64 // of a score of .5 and above
	Precision []At    // among the first
}

// At is the precision among the first K pairs.
type At struct {
	K         int
	Precision float64
}

// Context says what networks add to the score of names.
type Context struct {
	Pairs, Same int // of organizations of one network that nothing joins; those that are one
	Scores      []ContextScore
	Reliability []Band // of the score with what the network knows, leaving letters out
	Wrong       []string
}

// EvaluateContext scores the pairs of organizations of the network of the gold's letters, in which only rules join names.
func EvaluateContext(ctx context.Context, g *Gold) (*Context, error) {
	all, err := g.contextPairs(ctx)
	if err != nil {
		return nil, err
	}
	out := leaveLettersOut(all)
	var list []contextPair
	var alike, now, leftOut []float64
	for i := range all {
		if p := &all[i]; p.Score >= asked {
			list = append(list, *p)
			alike, now, leftOut = append(alike, p.Score), append(now, p.x.Score(p.Score)), append(leftOut, out[i])
		}
	}
	c := &Context{Pairs: len(list)}
	bands := newBands()
	for i := range list {
		y := 0.0
		if list[i].same {
			c.Same++
			y = 1
		}
		bands.add(leftOut[i], y)
		if leftOut[i] >= .5 != list[i].same {
			c.Wrong = append(c.Wrong, list[i].line(leftOut[i]))
		}
	}
	c.Reliability = bands.done()
	for _, s := range []struct {
		name   string
		scores []float64
	}{{"names alone", alike}, {"with the network", now}, {"the same, leaving letters out", leftOut}} {
		c.Scores = append(c.Scores, scoreContext(s.name, list, s.scores))
	}
	return c, nil
}

func (p *contextPair) line(score float64) string {
	text := fmt.Sprintf("%v: %.2f (names %.2f) %s | %s: %s", p.same, score, p.Score, p.PrintedA, p.PrintedB, p.Why)
	for _, r := range p.why {
		text += "; " + r.Text
	}
	return text
}

func scoreContext(name string, list []contextPair, scores []float64) ContextScore {
	s := ContextScore{Name: name}
	order := make([]int, len(list))
	var likely Score
	for i := range list {
		order[i] = i
		y := 0.0
		if list[i].same {
			y = 1
		}
		s.Brier += float64((scores[i]-y)*(scores[i]-y)) / float64(len(list))
		count(&likely, scores[i] >= .5, list[i].same)
	}
	s.F1 = likely.F1()
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	s.AUC = auc(list, scores, order)
	for _, k := range []int{20, 50, 100} {
		right := 0
		for _, i := range order[:min(k, len(order))] {
			if list[i].same {
				right++
			}
		}
		s.Precision = append(s.Precision, At{k, share(right, min(k, len(order)))})
	}
	return s
}

// auc counts pairs that are one and score above those that are not; ties count half.
func auc(list []contextPair, scores []float64, order []int) float64 {
	above, same, different := 0.0, 0, 0
	for i := 0; i < len(order); {
		ones, others := 0, 0
		k := i
		for ; k < len(order) && scores[order[k]] == scores[order[i]]; k++ {
			if list[order[k]].same {
				ones++
			} else {
				others++
			}
		}
		above += float64(same*others) + float64(ones*others)/2
		same, different = same+ones, different+others
		i = k
	}
	if same == 0 || different == 0 {
		return 0
	}
	return above / float64(same*different)
}

// WriteText prints the evaluation and the weights with what they mean.
func (c *Context) WriteText(w io.Writer, verbose bool) error {
	p := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }
	p("\norganizations of one network, names of score %g and above: %d pairs, %d one\n", asked, c.Pairs, c.Same)
	p("%-32s %7s %7s %7s %8s %8s %8s\n", "", "Brier", "AUC", "F1", "first 20", "50", "100")
	for _, s := range c.Scores {
		p("%-32s %7.4f %7.4f %7.4f", s.Name, s.Brier, s.AUC, s.F1)
		for _, at := range s.Precision {
			p(" %8.2f", at.Precision)
		}
		p("\n")
	}
	for _, b := range c.Reliability {
		p("  score %.1f to %.1f: %4d pairs, mean %.3f, same %.3f\n", b.From, b.To, b.Pairs, b.Mean, b.Same)
	}
	bias, features := proposal.Model()
	p("\nweights, added to the logarithm of the odds\n")
	for _, f := range append([]proposal.Feature{bias}, features...) {
		p("%8.2f  %-20s %s\n", f.Weight, f.Name, f.Means)
	}
	if verbose {
		p("\non the wrong side of .5, leaving letters out\n")
		for _, line := range c.Wrong {
			p("  %s\n", line)
		}
	}
	return nil
}
