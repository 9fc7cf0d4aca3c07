package evaluate

import (
	"context"
	"fmt"
	"io"
	"math"

	"undersigned/internal/letter"
)

// sample is one thing that a model judges: its features and whether it is what the model asks.
type sample struct {
	features []float64
	right    bool
	weight   float64
	known    float64 // what else speaks for it, as the logarithm of odds, and is not fitted
}

// fit finds the logistic weights of greatest posterior probability: the likelihood of the samples times a normal prior of a precision
// around a model, by Newton's method (iteratively reweighted least squares; D. R. Cox, The regression analysis of binary sequences,
// 1958, doi:10.1111/j.2517-6161.1958.tb00292.x). The posterior is concave, so there is one maximum; steps are halved
// where one goes too far. Cost: samples x features² a step, some ten steps. start is where it begins, nil for the prior.
func fit(rows []sample, around *letter.Model, precision float64, start *letter.Model) *letter.Model {
	size := len(around.Weights) + 1
	prior := flat(around)
	w := append([]float64{}, prior...)
	if start != nil {
		w = flat(start)
	}
	value := posterior(rows, w, prior, precision)
	for range 50 {
		gradient, hessian := make([]float64, size), make([][]float64, size)
		for k := range size {
			gradient[k] = precision * (prior[k] - w[k])
			hessian[k] = make([]float64, k+1) // the lower triangle
			hessian[k][k] = precision
		}
		x := make([]float64, size)
		x[0] = 1
		has := make([]int, 0, size) // where x is not 0: most features are
		for i := range rows {
			s := &rows[i]
			copy(x[1:], s.features)
			has = has[:0]
			for a, v := range x {
				if v != 0 {
					has = append(has, a)
				}
			}
			p, by := logistic(w, x, s.known), s.weight
			y := 0.0
			if s.right {
				y = 1
			}
			for i, a := range has {
				gradient[a] += by * (y - p) * x[a]
				for _, b := range has[:i+1] {
					hessian[a][b] += by * p * (1 - p) * x[a] * x[b]
				}
			}
		}
		step := solve(hessian, gradient)
		length, next := 1.0, make([]float64, size)
		improved := false
		for range 20 {
			for k := range size {
				next[k] = w[k] + length*step[k]
			}
			if v := posterior(rows, next, prior, precision); v > value {
				improved = v-value > 1e-7*math.Abs(v)
				copy(w, next)
				value = v
				break
			}
			length /= 2
		}
		if !improved {
			break
		}
	}
	m := &letter.Model{Bias: four(w[0]), Weights: make([]float64, size-1)}
	for k := range m.Weights {
		m.Weights[k] = four(w[k+1])
	}
	return m
}

func flat(m *letter.Model) []float64 { return append([]float64{m.Bias}, m.Weights...) }

// four keeps four places: what is below differs between machines.
func four(w float64) float64 { return math.Round(w*1e4) / 1e4 }

// solve returns x with m x = b for a symmetric positive definite m, given by its lower triangle, which is overwritten (Cholesky). The prior
// makes it positive definite: its least eigenvalue is at least 1.
func solve(m [][]float64, b []float64) []float64 {
	for i := range m {
		for j := range i + 1 {
			sum := m[i][j]
			for k := range j {
				sum -= m[i][k] * m[j][k]
			}
			if i == j {
				m[i][i] = math.Sqrt(sum)
			} else {
				m[i][j] = sum / m[j][j]
			}
		}
	}
	x := append([]float64{}, b...)
	for i := range x {
		for k := range i {
			x[i] -= m[i][k] * x[k]
		}
		x[i] /= m[i][i]
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := i + 1; k < len(x); k++ {
			x[i] -= m[k][i] * x[k]
		}
		x[i] /= m[i][i]
	}
	return x
}

func logistic(w, x []float64, known float64) float64 {
	sum := known
	for k := range w {
		sum += w[k] * x[k]
	}
	return 1 / (1 + math.Exp(-sum))
}

// posterior is the logarithm of likelihood times prior, without constants.
func posterior(rows []sample, w, prior []float64, precision float64) float64 {
	sum := 0.0
	for k := range w {
		sum -= precision * (w[k] - prior[k]) * (w[k] - prior[k]) / 2
	}
	x := make([]float64, len(w))
	x[0] = 1
	for i := range rows {
		copy(x[1:], rows[i].features)
		p := logistic(w, x, rows[i].known)
		if !rows[i].right {
			p = 1 - p
		}
		sum += rows[i].weight * math.Log(max(p, 1e-300))
	}
	return sum
}

// WriteModels writes what is fitted on all documents, as it stands in weights.tsv of package weights.
func (e *Extraction) WriteModels(ctx context.Context, w io.Writer) error {
	known := make([]*Document, len(e.Documents))
	for i := range e.Documents {
		known[i] = e.Documents[i].clone()
	}
	if _, err := fmt.Fprintln(w, "# What was fitted on gold, by `undersigned evaluate extract --gold DIR --fit`: part, feature, weight. See weights.go."); err != nil {
		return err
	}
	for _, p := range parts {
		models, err := p.learn(ctx, known)
		if err != nil {
			return err
		}
		for _, m := range models {
			if err := m.write(w); err != nil {
				return err
			}
		}
		for _, d := range known {
			if err := p.decide(ctx, models, d, false); err != nil {
				return err
			}
			d.score()
		}
	}
	return nil
}

// fitted is a model with its name and those of its features.
type fitted struct {
	name     string
	features []string
	*letter.Model
}

func (f *fitted) write(w io.Writer) error {
	if f.Bias != 0 { // what is fitted by pairs has none
		if _, err := fmt.Fprintf(w, "%s\tbias\t%.4f\n", f.name, f.Bias); err != nil {
			return err
		}
	}
	for i, name := range f.features {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%.4f\n", f.name, name, f.Weights[i]); err != nil {
			return err
		}
	}
	return nil
}

// Example is a labelled thing for FitLogistic.
type Example struct {
	Features []float64
	Right    bool
	Weight   float64
	Known    float64 // what else speaks for it, as the logarithm of odds, and is not fitted
}

// FitLogistic is fit around prior weights and a bias of 0.
func FitLogistic(examples []Example, prior []float64, precision float64) (bias float64, weights []float64) {
	rows := make([]sample, len(examples))
	for i, e := range examples {
		rows[i] = sample{e.Features, e.Right, e.Weight, e.Known}
	}
	m := fit(rows, &letter.Model{Weights: prior}, precision, nil)
	return m.Bias, m.Weights
}
