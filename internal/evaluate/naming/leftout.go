package naming

import (
	"context"
	"math"
	"slices"

	"undersigned/internal/evaluate"
	"undersigned/internal/names"
)

// LeftOut is how well the score tells the pairs of a list when it was fitted on all others.
type LeftOut struct {
	List  string
	Score Score   // a score of .5 and above
	Brier float64 // mean squared error
	Bands []Band
	Wrong []Pair
}

// LeaveOut fits the score on all lists but one, for each list of pairs, and scores that one. Pairs of rows are scored each once; of
// neighbours in letters none is, since nobody looked at each.
func LeaveOut(ctx context.Context, g *Gold) ([]LeftOut, error) {
	list, err := examples(ctx, g)
	if err != nil {
		return nil, err
	}
	var out []LeftOut
	for _, name := range []string{"pairs", "letters", "known", "civic", "companies", "providers", "aliases", "rows"} {
		l := LeftOut{List: name}
		family := []string{name}
		if name == "aliases" {
			family = []string{"aliases", "distinct", "near"}
		}
		var rows []evaluate.Example
		for i := range list {
			if !slices.Contains(family, list[i].list) {
				rows = append(rows, list[i].Example)
			}
		}
		bias, weights := evaluate.FitLogistic(rows, names.Prior(), 1)
		bands := newBands()
		n := 0
		for i := range list {
			e := &list[i]
			if !slices.Contains(family, e.list) || e.list == "near" {
				continue
			}
			n++
			z := bias
			for k, v := range e.Features {
				z += weights[k] * v
			}
			s := min(max(1/(1+math.Exp(-z)), e.least), e.most)
			count(&l.Score, s >= .5, e.Right)
			if s >= .5 != e.Right {
				l.Wrong = append(l.Wrong, e.pair)
			}
			y := 0.0
			if e.Right {
				y = 1
			}
			l.Brier += (s - y) * (s - y)
			bands.add(s, y)
		}
		if n > 0 {
			l.Brier /= float64(n)
			l.Bands = bands.done()
			out = append(out, l)
		}
	}
	return out, nil
}

// bands sort scores by tenths.
type bands []Band

func newBands() bands {
	b := make(bands, 10)
	for i := range b {
		b[i].From, b[i].To = float64(i)/10, float64(i+1)/10
	}
	return b
}

func (b bands) add(score, same float64) {
	at := &b[min(9, int(score*10))]
	at.Pairs++
	at.Mean += score
	at.Same += same
}

func (b bands) done() []Band {
	var list []Band
	for _, at := range b {
		if at.Pairs > 0 {
			at.Mean, at.Same = at.Mean/float64(at.Pairs), at.Same/float64(at.Pairs)
			list = append(list, at)
		}
	}
	return list
}
