package evaluate

import (
	"context"
	"math"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// readings is the choice among the ways in which a list of plain lines may be read.
type readings struct{}

func (readings) name() string { return "readings" }

// readingPrecision is that of the prior: most lists can be read in one way only, and few golds tell of the others.
const readingPrecision = 3

func (readings) learn(ctx context.Context, known []*Document) ([]fitted, error) {
	var all []sample
	for _, d := range known {
		choices, err := d.choices(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, choiceSamples(d, choices)...)
	}
	names := letter.ReadingFeatureNames[:]
	return []fitted{{"reading", names, fit(all, priorModel(0, readingWeights, names), readingPrecision, nil)}}, nil
}

func (readings) decide(ctx context.Context, models []fitted, d *Document, own bool) error {
	if d.opened == nil {
		return nil
	}
	choices, err := d.choices(ctx)
	if err != nil {
		return err
	}
	same := true
	for i := range choices {
		c := &choices[i]
		best, top := 0, math.Inf(-1)
		for k := range c.Options {
			if p := models[0].score(c.Options[k].Features[:]); p > top {
				best, top = k, p
			}
		}
		same = same && best == c.Taken
	}
	if same && !own {
		return nil
	}
	m := letter.Models{Section: d.section, Reading: models[0].Model, Fitted: d.fitted}
	draft, err := d.opened.ReadWith(ctx, m)
	if err != nil {
		return err
	}
	d.draft = draft
	return nil
}

// score is what a linear model gives, without turning it into a probability.
func (f *fitted) score(features []float64) float64 {
	x := f.Bias
	for i, v := range features {
		x += float64(f.Weights[i] * v)
	}
	return x
}

// option is one of several readings of the same lines.
type option struct {
	features []float64
	rows     []letter.Row
}

// choiceSamples are pairs of readings of a list of which the gold tells the better one: the differences of their features, in both directions, so that
// the fit is one of order and needs no bias. What a document's pairs weigh together does not exceed four.
func choiceSamples(d *Document, choices []letter.Choice) []sample {
	var out []sample
	for i := range choices {
		var options []option
		for k := range choices[i].Options {
			o := &choices[i].Options[k]
			options = append(options, option{o.Features[:], o.Rows})
		}
		out = append(out, d.pairs(options)...)
	}
	return atMost(out, 4)
}

// pairs hold the best of some readings against each other one.
func (d *Document) pairs(options []option) []sample {
	var out []sample
	goods := make([]float64, len(options))
	best := 0
	for k := range options {
		if goods[k] = d.goodOf(options[k].rows); goods[k] > goods[best] {
			best = k
		}
	}
	for k := range options {
		worse := goods[best] - goods[k]
		if goods[best] <= 0 || worse < .05 {
			continue
		}
		ahead, behind := make([]float64, len(options[k].features)), make([]float64, len(options[k].features))
		for f := range ahead {
			ahead[f] = options[best].features[f] - options[k].features[f]
			behind[f] = -ahead[f]
		}
		out = append(out, sample{features: ahead, right: true, weight: worse / 2}, sample{features: behind, weight: worse / 2})
	}
	return out
}

// atMost bounds what the samples of a document weigh together.
func atMost(samples []sample, most float64) []sample {
	sum := 0.0
	for i := range samples {
		sum += samples[i].weight
	}
	for i := range samples {
		samples[i].weight *= min(1, most/sum)
	}
	return samples
}

// goodOf says how right the rows of a list are: organizations of the gold, and persons where it counts some, less what is neither, as a share of
// all; 0 where the gold does not tell.
func (d *Document) goodOf(rows []letter.Row) float64 {
	g := &d.gold
	if g.nobody() || len(rows) == 0 {
		return 0
	}
	good, bad, persons := 0, 0, 0
	seen := map[string]bool{}
	for i := range rows {
		name := normal(rows[i].Name)
		switch {
		case rows[i].Type == graph.TypePerson:
			persons++
		case d.forms()[name] && !seen[name]:
			good++
			seen[name] = true
		default:
			bad++
		}
	}
	if len(g.organizations()) == 0 {
		if g.Individuals == 0 {
			return 0
		}
		off := math.Abs(float64(persons-g.Individuals)) / float64(max(persons, g.Individuals))
		return (1 - off) * float64(persons) / float64(persons+bad)
	}
	if g.Individuals == 0 {
		bad += persons
	}
	return float64(2*good) / float64(good+bad+max(len(g.organizations()), good))
}
