package evaluate

import (
	"fmt"
	"io"
	"math"
	"strings"

	"undersigned/internal/letter"
)

// fit finds the logistic weights of greatest posterior probability: the likelihood of the rows times a normal prior of variance 1
// around priorModel, by Newton's method (iteratively reweighted least squares; D. R. Cox, The regression analysis of binary sequences,
// 1958, doi:10.1111/j.2517-6161.1958.tb00292.x). The posterior is concave, so there is one maximum; steps are halved
// where one goes too far. Rows of a document are alike, and a list of four hundred is no four hundred proofs: each document's rows weigh
// together as the square root of their number. Cost: rows x features² a step, some ten steps.
func fit(rows []sample) letter.Model {
	const size = len(letter.Features{}) + 1
	start := priorModel()
	prior := make([]float64, size)
	prior[0] = start.Bias
	copy(prior[1:], start.Weights[:])
	count := map[int]float64{}
	for i := range rows {
		count[rows[i].document]++
	}
	weight := func(s *sample) float64 { return 1 / math.Sqrt(count[s.document]) }
	w := append([]float64{}, prior...)
	value := posterior(rows, w, prior, weight)
	for range 50 {
		gradient, hessian := make([]float64, size), make([][]float64, size)
		for k := range size {
			gradient[k] = prior[k] - w[k]
			hessian[k] = make([]float64, k+1) // the lower triangle
			hessian[k][k] = 1
		}
		x := make([]float64, size)
		x[0] = 1
		has := make([]int, 0, size) // where x is not 0: most features are
		for i := range rows {
			s := &rows[i]
			copy(x[1:], s.features[:])
			has = has[:0]
			for a, v := range x {
				if v != 0 {
					has = append(has, a)
				}
			}
			p, by := logistic(w, x), weight(s)
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
			if v := posterior(rows, next, prior, weight); v > value {
				improved = v-value > 1e-9
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
	m := letter.Model{Bias: w[0]}
	copy(m.Weights[:], w[1:])
	return m
}

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

func logistic(w, x []float64) float64 {
	sum := 0.0
	for k := range w {
		sum += w[k] * x[k]
	}
	return 1 / (1 + math.Exp(-sum))
}

// posterior is the logarithm of likelihood times prior, without constants.
func posterior(rows []sample, w, prior []float64, weight func(*sample) float64) float64 {
	sum := 0.0
	for k := range w {
		sum -= (w[k] - prior[k]) * (w[k] - prior[k]) / 2
	}
	x := make([]float64, len(w))
	x[0] = 1
	for i := range rows {
		copy(x[1:], rows[i].features[:])
		p := logistic(w, x)
		if !rows[i].right {
			p = 1 - p
		}
		sum += weight(&rows[i]) * math.Log(max(p, 1e-300))
	}
	return sum
}

// WriteModel writes the weights fitted on all documents, as they stand in weights.go of package confidence.
func (e *Extraction) WriteModel(w io.Writer) error {
	known := make([]*Document, len(e.Documents))
	for i := range e.Documents {
		known[i] = &e.Documents[i]
	}
	all := samples(known)
	m := fit(all)
	if _, err := fmt.Fprintf(w, "fitted on %d rows of %d documents\nModel{Bias: %.2f, Weights: Features{\n", len(all), len(e.Documents), m.Bias); err != nil {
		return err
	}
	start := priorModel()
	for i, name := range letter.FeatureNames {
		rows, wrong := 0.0, 0.0
		for _, s := range all {
			rows += s.features[i]
			if !s.right {
				wrong += s.features[i]
			}
		}
		if _, err := fmt.Fprintf(w, "\tf%s: %.2f, // from %.1f; %.0f rows, %.0f wrong\n", strings.ToUpper(name[:1])+name[1:], m.Weights[i], start.Weights[i], rows, wrong); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w, "}}")
	return err
}
