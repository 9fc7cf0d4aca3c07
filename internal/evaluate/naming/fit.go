package naming

import (
	"context"
	"fmt"
	"io"
	"slices"

	"undersigned/internal/evaluate"
	"undersigned/internal/names"
)

// example is one labelled pair with its features.
type example struct {
	evaluate.Example
	list  string
	pair  Pair
	least float64 // and the most that rules let it score
	most  float64
}

// How much lists of pairs weigh in the fit. Pairs of one long list are fewer proofs than they are many: see examples.
const (
	weighsPair     = 1.0
	weighsLook     = .3 // of neighbours in letters that somebody looked at
	weighsAlias    = 1.0
	weighsDistinct = 1.0
	weighsNear     = .15  // of neighbours that no alias joins
	weighsRows     = .025 // of rows with ids, where one organization has hundreds of spellings
)

// Fit prints the weights of names fitted on all that is labelled, as they stand in the source. The features depend on the weights, which choose
// the readings that are compared, so it is to be run until the file stays.
func Fit(ctx context.Context, g *Gold, w io.Writer) error {
	list, err := examples(ctx, g)
	if err != nil {
		return err
	}
	rows := make([]evaluate.Example, len(list))
	for i := range list {
		rows[i] = list[i].Example
	}
	bias, weights := evaluate.FitLogistic(rows, names.Prior(), 1)
	_, err = fmt.Fprintf(w, "feature\tweight\nbias\t%.4f\n", bias)
	for i, name := range names.Features() {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\t%.4f\n", name, weights[i])
		}
	}
	return err
}

// examples are the labelled pairs: aliases and known look-alikes; neighbours in the letters that no alias joins; single pairs; and neighbours
// among the rows with ids.
func examples(ctx context.Context, g *Gold) ([]example, error) {
	var list []example
	add := func(c *names.Corpus, a, b string, right bool, weight float64, from string) {
		f, h := c.Form(a), c.Form(b)
		least, most := c.Bounds(f, h)
		list = append(list, example{evaluate.Example{Features: slices.Clone(c.Vector(f, h)), Right: right, Weight: weight}, from, Pair{a, b, right, from}, least, most})
	}
	truth := g.truth()
	c := names.NewCorpus(g.Printed)
	for i, a := range g.Printed {
		near, err := c.Near(ctx, i)
		if err != nil {
			return nil, err
		}
		for _, k := range near {
			if b := g.Printed[k]; a < b && !truth[pairOf(a, b)] {
				add(c, a, b, false, weighsNear, "near")
			}
		}
	}
	for _, group := range g.Aliases {
		for i, a := range group {
			for _, b := range group[:i] {
				add(c, a, b, true, weighsAlias, "aliases")
			}
		}
	}
	for _, d := range g.Distinct {
		add(c, d.A, d.B, false, weighsDistinct, "distinct")
	}
	for _, of := range [][]Pair{g.Pairs, Labelled()} {
		pc := PairCorpus(of)
		for _, p := range of {
			weight := weighsPair
			if p.List == "letters" && !p.Same {
				weight = weighsLook
			}
			add(pc, p.A, p.B, p.Same, weight, p.List)
		}
	}
	return list, g.rowExamples(ctx, add)
}

func (g *Gold) rowExamples(ctx context.Context, add func(*names.Corpus, string, string, bool, float64, string)) error {
	var all []string
	id := map[string]string{}
	for _, r := range g.Rows {
		if _, ok := id[r.Name]; !ok {
			all = append(all, r.Name)
		}
		id[r.Name] = r.ID
	}
	slices.Sort(all)
	c := names.NewCorpus(all)
	for i, a := range all {
		near, err := c.Near(ctx, i)
		if err != nil {
			return err
		}
		for _, k := range near {
			if b := all[k]; a < b {
				add(c, a, b, id[a] == id[b], weighsRows, "rows")
			}
		}
	}
	return nil
}
