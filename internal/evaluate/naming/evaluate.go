package naming

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Score compares verdicts with what persons found.
type Score struct {
	Right, Given, All int // pairs judged so and rightly so; judged so; that are to be found
}

// Precision, Recall and F1 are of pairs; 0 where there are none.
func (s Score) Precision() float64 { return share(s.Right, s.Given) }

// Recall is the share of the true pairs that are found.
func (s Score) Recall() float64 { return share(s.Right, s.All) }

// F1 is the harmonic mean of both.
func (s Score) F1() float64 { return share(2*s.Right, s.Given+s.All) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Evaluation says how well names are resolved.
type Evaluation struct {
	Fold          Score      // the aliases, with names equal after folding as the same
	Same          Score      // the aliases, zone same
	Asked         Score      // the aliases, zones same and ask
	AsksPerTrue   float64    // questions asked for each true pair that is asked or joined
	DistinctSame  []Pair     // pairs known to differ that were judged the same: none should be
	PairsSame     Score      // single pairs, zone same
	PairsLikely   Score      // single pairs, score of .5 and above
	Brier         float64    // mean squared error of the score over the single pairs (10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2)
	Reliability   []Band     // of the single pairs
	Rows          GroupScore // rows with ids, grouped at likely
	RowsRule      GroupScore // the same, grouped at rule
	Missed, Wrong []Pair     // of the aliases: true pairs that are not even asked; pairs judged the same that are not
	WrongPairs    []Pair     // single pairs on the wrong side of .5
}

// Band is how often pairs of scores in [From, To) are one organization.
type Band struct {
	From, To   float64
	Pairs      int
	Mean, Same float64
}

// Evaluate measures how well names are resolved.
func Evaluate(ctx context.Context, g *Gold) (*Evaluation, error) {
	e := &Evaluation{}
	if err := e.aliases(ctx, g); err != nil {
		return nil, err
	}
	e.pairs(g)
	return e, e.rows(ctx, g)
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// truth holds every pair of one organization.
func (g *Gold) truth() map[[2]string]bool {
	t := map[[2]string]bool{}
	for _, group := range g.Aliases {
		for i, a := range group {
			for _, b := range group[:i] {
				if a != b {
					t[pairOf(a, b)] = true
				}
			}
		}
	}
	return t
}

func (e *Evaluation) aliases(ctx context.Context, g *Gold) error {
	c := names.NewCorpus(g.Printed)
	pairs, err := c.Pairs(ctx)
	if err != nil {
		return err
	}
	truth := g.truth()
	folded := map[string][]string{}
	for _, name := range g.Printed {
		if key := graph.Fold(name); key != "" {
			for _, other := range folded[key] {
				e.Fold.Given++
				if truth[pairOf(name, other)] {
					e.Fold.Right++
				}
			}
			folded[key] = append(folded[key], name)
		}
	}
	e.Fold.All, e.Same.All, e.Asked.All = len(truth), len(truth), len(truth)
	found := map[[2]string]bool{}
	asks := 0
	for _, p := range pairs {
		pair := pairOf(g.Printed[p.A], g.Printed[p.B])
		found[pair] = true
		e.Asked.Given++
		if p.Verdict == names.Same {
			e.Same.Given++
			if truth[pair] {
				e.Same.Right++
			} else {
				e.Wrong = append(e.Wrong, Pair{A: pair[0], B: pair[1], List: p.Rule})
			}
		} else {
			asks++
		}
		if truth[pair] {
			e.Asked.Right++
		}
	}
	if e.Asked.Right > 0 {
		e.AsksPerTrue = float64(asks) / float64(e.Asked.Right)
	}
	for pair := range truth {
		if !found[pair] {
			e.Missed = append(e.Missed, Pair{A: pair[0], B: pair[1], Same: true})
		}
	}
	slices.SortFunc(e.Missed, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	for _, d := range g.Distinct {
		if c.Compare(c.Form(d.A), c.Form(d.B)).Verdict == names.Same {
			e.DistinctSame = append(e.DistinctSame, d)
		}
	}
	return nil
}

// PairCorpus is the corpus of single pairs: all their names.
func PairCorpus(pairs []Pair) *names.Corpus {
	var all []string
	for _, p := range pairs {
		all = append(all, p.A, p.B)
	}
	slices.Sort(all)
	return names.NewCorpus(slices.Compact(all))
}

func (e *Evaluation) pairs(g *Gold) {
	c := PairCorpus(g.Pairs)
	bands := newBands()
	for _, p := range g.Pairs {
		r := c.Compare(c.Form(p.A), c.Form(p.B))
		count(&e.PairsSame, r.Verdict == names.Same, p.Same)
		count(&e.PairsLikely, r.Score >= .5, p.Same)
		if r.Score >= .5 != p.Same {
			e.WrongPairs = append(e.WrongPairs, Pair{p.A, p.B, p.Same, fmt.Sprintf("%.2f", r.Score)})
		}
		y := 0.0
		if p.Same {
			y = 1
		}
		e.Brier += (r.Score - y) * (r.Score - y) / float64(len(g.Pairs))
		bands.add(r.Score, y)
	}
	e.Reliability = bands.done()
}

func count(s *Score, given, true bool) {
	if given {
		s.Given++
	}
	if true {
		s.All++
	}
	if given && true {
		s.Right++
	}
}

// GroupScore compares groups with rows' ids.
type GroupScore struct {
	Pairwise Score
	BCubed   float64 // F1 (A. Bagga and B. Baldwin, 1998, doi:10.3115/980845.980859)
	Groups   int
}

func (e *Evaluation) rows(ctx context.Context, g *Gold) error {
	if len(g.Rows) == 0 {
		return nil
	}
	all := make([]string, len(g.Rows))
	ids := make([]string, len(g.Rows))
	for i, r := range g.Rows {
		all[i], ids[i] = r.Name, r.ID
	}
	c := names.NewCorpus(all)
	for _, level := range []names.Level{names.AtLikely, names.AtRule} {
		groups, err := c.Groups(ctx, level)
		if err != nil {
			return err
		}
		if level == names.AtLikely {
			e.Rows = ScoreGroups(groups, ids)
		} else {
			e.RowsRule = ScoreGroups(groups, ids)
		}
	}
	return nil
}

// ScoreGroups compares the group of each row with its id.
func ScoreGroups(groups []int, ids []string) GroupScore {
	type both struct {
		group int
		id    string
	}
	ofGroup, ofID, ofBoth := map[int]int{}, map[string]int{}, map[both]int{}
	for i, g := range groups {
		ofGroup[g]++
		ofID[ids[i]]++
		ofBoth[both{g, ids[i]}]++
	}
	two := func(n int) int { return n * (n - 1) / 2 }
	s := GroupScore{Groups: len(ofGroup)}
	for _, n := range ofGroup {
		s.Pairwise.Given += two(n)
	}
	for _, n := range ofID {
		s.Pairwise.All += two(n)
	}
	for _, n := range ofBoth {
		s.Pairwise.Right += two(n)
	}
	precision, recall := 0.0, 0.0
	for i, g := range groups { // in the order of rows, so that the sum has the same bits
		n := float64(ofBoth[both{g, ids[i]}])
		precision += n / float64(ofGroup[g])
		recall += n / float64(ofID[ids[i]])
	}
	precision, recall = precision/float64(len(groups)), recall/float64(len(groups))
	if precision+recall > 0 {
		s.BCubed = math.Round(2*precision*recall/(precision+recall)*1e6) / 1e6
	}
	return s
}
