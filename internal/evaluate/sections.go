package evaluate

import (
	"context"
	"math"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// sections is the choice among candidates of signatories.
type sections struct{}

func (sections) name() string { return "sections" }

// The precisions of the priors: the higher, the less a fit moves from what was judged. Chosen with publishers left out; of what is announced
// there are few examples.
const (
	announcedPrecision = 10
	shapePrecision     = 30
)

func (sections) learn(ctx context.Context, known []*Document) ([]fitted, error) {
	var announced, shape, ways []sample
	for _, d := range known {
		found, unread, err := d.proposed(ctx)
		if err != nil {
			return nil, err
		}
		a, b := candidateSamples(d, found, unread)
		announced, shape = append(announced, a...), append(shape, b...)
		brief, err := d.briefWays(ctx)
		if err != nil {
			return nil, err
		}
		ways = append(ways, brief...)
	}
	names := letter.SectionFeatureNames[:]
	return []fitted{
		{"section.announced", names, fit(announced, priorModel(announcedBias, announcedWeights, names), announcedPrecision, nil)},
		{"section.shape", names, fit(shape, priorModel(shapeBias, shapeWeights, names), shapePrecision, nil)},
		{"section.brief", letter.BriefFeatureNames[:], fit(ways, priorModel(0, briefWeights, letter.BriefFeatureNames[:]), readingPrecision, nil)},
	}, nil
}

func (sections) decide(ctx context.Context, models []fitted, d *Document, own bool) error {
	if d.opened == nil {
		return nil
	}
	m := &letter.SectionModel{Announced: models[0].Model, Shape: models[1].Model, Brief: models[2].Model}
	if !own {
		found, _, err := d.proposed(ctx)
		if err != nil {
			return err
		}
		same := true
		for i := range found {
			c := &found[i]
			by := m.Announced
			if c.Shape {
				by = m.Shape
			}
			if c.Finder == "brief" {
				continue // own documents only: briefs are few
			}
			same = same && !c.Rivalled && letter.Takes(c.Finder, by.Probability(c.Features[:])) == letter.Takes(c.Finder, c.Score)
		}
		if same {
			return nil
		}
	}
	draft, err := d.opened.ReadWith(ctx, letter.Models{Section: m, Fitted: d.fitted})
	if err != nil {
		return err
	}
	d.draft, d.section = draft, m
	return nil
}

// briefWays are the ways in which a brief may be read, as in choiceSamples.
func (d *Document) briefWays(ctx context.Context) ([]sample, error) {
	if d.opened == nil {
		return nil, nil
	}
	ways, err := d.ways(ctx)
	if err != nil {
		return nil, err
	}
	var options []option
	for i := range ways {
		options = append(options, option{ways[i].Features[:], ways[i].Rows})
	}
	return atMost(d.pairs(options), 4), nil
}

// candidateSamples are the candidates of a document of which the gold tells whether they are signatories. Those that were found as if nothing
// announced them teach what a list looks like and what stands above it. Each document's candidates weigh together no more than a list of some 140 names.
func candidateSamples(d *Document, found, unread []letter.Candidate) (announced, shape []sample) {
	for k, all := range [][]letter.Candidate{found, unread} {
		for i := range all {
			c := &all[i]
			is, known := d.isOfSignatories(c)
			if !known || c.Finder == "brief" {
				continue
			}
			s := sample{features: c.Features[:], right: is, weight: math.Sqrt(float64(1 + len(c.Rows)))}
			if k == 1 || c.Shape {
				shape = append(shape, s)
			} else {
				announced = append(announced, s)
			}
		}
	}
	for _, list := range [][]sample{announced, shape} {
		sum := 0.0
		for i := range list {
			sum += list[i].weight
		}
		for i := range list {
			list[i].weight *= min(1, 12/sum)
		}
	}
	return announced, shape
}

// isOfSignatories holds a candidate against the gold: half of the organizations that it would give are right, or as many persons as the gold
// counts stand in it. Between, the gold does not tell.
func (d *Document) isOfSignatories(c *letter.Candidate) (is, known bool) {
	g := &d.gold
	good, bad, persons := 0, 0, 0
	for i := range c.Rows {
		switch name := normal(c.Rows[i].Name); {
		case c.Rows[i].Type == graph.TypePerson:
			persons++
		case d.forms()[name]:
			good++
		default:
			bad++
		}
	}
	n := good + bad + persons
	likeTheirNumber := func(n int) bool { return 2*n >= g.Individuals && 2*n <= 3*g.Individuals }
	switch {
	case n == 0:
		return false, false
	case g.nobody():
		return false, true
	case len(g.organizations()) == 0:
		return likeTheirNumber(n), g.Individuals == 0 || likeTheirNumber(n)
	case good == 0 && g.Individuals > 0 && 2*persons >= n:
		return true, 5*persons >= 3*n && likeTheirNumber(n)
	}
	share := float64(good) / float64(max(1, good+bad))
	return share >= .5, share >= .5 || share < .2
}
