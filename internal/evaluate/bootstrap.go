package evaluate

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Interval is where a figure lies in 95 of 100 samples drawn from the same documents.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// String reads ".912 to .953".
func (i Interval) String() string { return fmt.Sprintf("%.3f to %.3f", i.Low, i.High) }

// Intervals are those of the two means.
type Intervals struct {
	Micro      Interval `json:"micro"`
	Macro      Interval `json:"macro"`
	Publishers int      `json:"publishers"` // that were drawn from
}

// draws is how many samples are drawn: at 2,000 the ends move by less than they say.
const draws = 2000

// bootstrap says how far micro and macro F1 depend on which publishers' documents were at hand: publishers are drawn with replacement, all documents of
// each together, since those share their layout (B. Efron, Bootstrap methods, 1979, doi:10.1214/aos/1176344552; percentiles). The same documents give the
// same intervals. Nil where fewer than two publishers have documents that organizations signed.
func bootstrap(documents []Document) *Intervals {
	type sums struct {
		right, named float64 // named: expected and found
		f1, of       float64
	}
	byName := map[string]*sums{}
	var names []string
	for i := range documents {
		d := &documents[i]
		if d.gold.nobody() || d.Expected == 0 {
			continue
		}
		s := byName[d.Publisher]
		if s == nil {
			s = &sums{}
			byName[d.Publisher] = s
			names = append(names, d.Publisher)
		}
		s.right, s.named = s.right+float64(d.Right), s.named+float64(d.Expected+d.Found)
		s.f1, s.of = s.f1+share(2*float64(d.Right), d.Expected+d.Found), s.of+1
	}
	if len(names) < 2 {
		return nil
	}
	slices.Sort(names)
	random := rand.New(rand.NewPCG(20261130, 10))
	micro, macro := make([]float64, draws), make([]float64, draws)
	for k := range draws {
		var all sums
		for range names {
			s := byName[names[random.IntN(len(names))]]
			all.right, all.named, all.f1, all.of = all.right+s.right, all.named+s.named, all.f1+s.f1, all.of+s.of
		}
		micro[k], macro[k] = 2*all.right/all.named, all.f1/all.of
	}
	return &Intervals{middle(micro), middle(macro), len(names)}
}

// middle is the range that leaves a fortieth of the values below and above.
func middle(values []float64) Interval {
	slices.Sort(values)
	cut := len(values) / 40
	return Interval{round(values[cut]), round(values[len(values)-1-cut])}
}
