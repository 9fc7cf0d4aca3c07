package partner

import (
	"math/rand/v2"
	"slices"
)

// report averages over letters. All intervals come from the same resamples of letters, so that they can be compared.
func (e *evaluation) report(r *rand.Rand) Report {
	rep := Report{Letters: len(e.results), K: e.K}
	if rep.Letters == 0 {
		return rep
	}
	rep.Signers = e.mean(func(v *result) float64 { return v.signers })
	rep.Unknown = e.mean(func(v *result) float64 { return v.unknown })
	b := newBootstrap(r, rep.Letters, e.Resamples)
	interval := func(of func(v *result) float64) Interval {
		values := make([]float64, len(e.results))
		for i := range e.results {
			values[i] = of(&e.results[i])
		}
		return b.interval(values)
	}
	for k, q := range [2]*Quality{&rep.Method, &rep.Popularity} {
		q.NDCG = interval(func(v *result) float64 { return v.ndcg[k] })
		q.Recall = interval(func(v *result) float64 { return v.recall[k] })
		q.Hits = interval(func(v *result) float64 { return v.hits[k] })
		q.PopLift = e.mean(func(v *result) float64 { return v.lift[k] })
	}
	rep.NDCGGain = interval(func(v *result) float64 { return v.ndcg[0] - v.ndcg[1] })
	rep.HitsGain = interval(func(v *result) float64 { return v.hits[0] - v.hits[1] })
	return rep
}

func (e *evaluation) mean(of func(v *result) float64) float64 {
	sum := 0.
	for i := range e.results {
		sum += of(&e.results[i])
	}
	return sum / float64(len(e.results))
}

// bootstrap holds how often each letter is drawn in each resample (B. Efron, "Bootstrap methods: another look at the
// jackknife", 1979, doi:10.1214/aos/1176344552); intervals are the 2.5 % and 97.5 % quantiles of the resampled means.
type bootstrap struct {
	letters int
	draws   [][]int32
}

func newBootstrap(r *rand.Rand, letters, resamples int) bootstrap {
	b := bootstrap{letters: letters, draws: make([][]int32, resamples)}
	for i := range b.draws {
		b.draws[i] = make([]int32, letters)
		for range letters {
			b.draws[i][r.IntN(letters)]++
		}
	}
	return b
}

func (b bootstrap) interval(values []float64) Interval {
	mean := 0.
	for _, v := range values {
		mean += v
	}
	means := make([]float64, len(b.draws))
	for i, draw := range b.draws {
		for l, n := range draw {
			means[i] += float64(float64(n) * values[l])
		}
		means[i] /= float64(b.letters)
	}
	slices.Sort(means)
	at := func(q float64) float64 { return means[int(float64(q*float64(len(means)-1))+.5)] }
	return Interval{Mean: mean / float64(b.letters), Low: at(.025), High: at(.975)}
}
