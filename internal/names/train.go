package names

import "context"

// Features are the names of the features of a pair, in the order of Vector.
func Features() []string { return featureNames[:] }

// Vector returns the features of the pair of readings that is the likest by the weights of today.
func (c *Corpus) Vector(f, g *Form) []float64 {
	if g.Printed < f.Printed {
		f, g = g, f
	}
	best, _ := c.best(f, g)
	return best.x[:]
}

// Bounds are the least and the most that a pair scores, whatever its features weigh: what the written rules say.
func (c *Corpus) Bounds(f, g *Form) (least, most float64) {
	if g.Printed < f.Printed {
		f, g = g, f
	}
	if c.rule(f, g) != "" {
		return decided, 1
	}
	best, _ := c.best(f, g)
	return 0, best.most()
}

// Near returns the names that the index would compare with the i-th.
func (c *Corpus) Near(ctx context.Context, i int) ([]int32, error) {
	ix, err := c.index(ctx)
	if err != nil {
		return nil, err
	}
	return ix.near(c.forms[i], int32(i), make([]float32, len(c.forms)), nil), nil
}

// Prior are the weights that the fit is drawn to, for what is rare among labelled pairs.
func Prior() []float64 {
	of := weightsOf("prior.tsv")
	list := make([]float64, features)
	for i, name := range featureNames {
		list[i] = of[name]
	}
	return list
}

// Weigh scores pairs with these weights from now on; it is for those who fit, and not safe beside others who compare.
func Weigh(bias float64, weights []float64) {
	m := fitted()
	m.bias = bias
	copy(m.weights[:], weights)
}
