package evaluate

import (
	"context"
	"math"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// shapes is what tells of a table, or of a list as a whole, what its columns and entries are.
type shapes struct{}

func (shapes) name() string { return "tables and lists" }

// peoplePrecision is that of the prior, see announcedPrecision.
const peoplePrecision = 3

// peopleBias and peopleWeights are what lists of persons were judged to be told by, before anything was fitted.
const peopleBias = -3

var peopleWeights = map[string]float64{"sure": 5, "may": 1.5, "organization": -14, "other": -2, "again": 1.5, "size": .8}

func (shapes) learn(ctx context.Context, known []*Document) ([]fitted, error) {
	var columns, lists []sample
	for _, d := range known {
		if d.opened == nil {
			continue
		}
		if err := d.judged(ctx); err != nil {
			return nil, err
		}
		columns = append(columns, columnSamples(d, d.known.tables)...)
		lists = append(lists, peopleSamples(d, d.known.lists)...)
	}
	names := letter.PeopleFeatureNames[:]
	people := fitted{"people", names, fit(lists, priorModel(peopleBias, peopleWeights, names), peoplePrecision, nil)}
	return append(fittedColumns(fit(columns, columnPrior(), columnPrecision, nil)), people), nil
}

func (shapes) decide(ctx context.Context, models []fitted, d *Document, own bool) error {
	if d.opened == nil {
		return nil
	}
	by := &letter.Fitted{Models: map[string]*letter.Model{}}
	for i := range models {
		all := letter.ColumnFeatureNames
		if models[i].name == "people" {
			all = letter.PeopleFeatureNames[:]
		}
		by.Models[models[i].name] = models[i].spread(all)
	}
	if !own {
		if err := d.judged(ctx); err != nil {
			return err
		}
		if d.alike(by) {
			return nil
		}
	}
	draft, err := d.opened.ReadWith(ctx, letter.Models{Fitted: by})
	if err != nil {
		return err
	}
	d.draft, d.fitted = draft, by
	return nil
}

// alike reports whether models judge the tables and lists of a document as what is built in does.
func (d *Document) alike(by *letter.Fitted) bool {
	all, said := letter.Columns()
	for _, t := range d.known.tables {
		for i := range t.Columns {
			c := &t.Columns[i]
			best, top := letter.Column(0), 0.0
			for _, kind := range all {
				if said[kind] && c.Says != kind {
					continue
				}
				x, w := 0.0, by.Models[kind.Part()].Weights
				for k, v := range c.Features {
					x += float64(w[k] * v)
				}
				if c.Says == kind {
					x += float64(w[len(c.Features)] * c.Share)
				}
				if best == 0 || x > top {
					best, top = kind, x
				}
			}
			if best != c.Judged {
				return false
			}
		}
	}
	people := fitted{Model: by.Models["people"]}
	for i := range d.known.lists {
		if l := &d.known.lists[i]; people.score(l.Features) > 0 != (l.Persons > 0) {
			return false
		}
	}
	return true
}

// peopleSamples are the entries that do not say by themselves whether they are persons, of lists of which the gold tells: an organization of the gold is none;
// what is none of it is a person where no organization stands in the list and the gold counts about as many persons. What an entry says itself is given,
// and the list adds to it. Where persons sign for organizations, it does not tell who is one. A document's entries weigh together as three.
func peopleSamples(d *Document, lists []letter.SeenList) []sample {
	g := &d.gold
	if g.nobody() {
		return nil
	}
	var out []sample
	for i := range lists {
		l := &lists[i]
		good, behalf, n := 0, 0, len(l.Rows)
		for k := range l.Rows {
			if l.Rows[k].Capacity == graph.OnBehalf {
				behalf++
			} else if d.forms()[normal(l.Rows[k].Name)] {
				good++
			}
		}
		others := n - good // persons, where the gold counts as many
		counted := g.Gives("individuals") && 2*others <= 3*g.Individuals && (good == 0 || 5*others >= 4*g.Individuals)
		if n < toldCells || 2*behalf >= n {
			continue
		}
		counted = counted && 5*behalf < n
		for k := range l.Rows {
			switch is := d.forms()[normal(l.Rows[k].Name)]; {
			case math.Abs(l.Own[k]) > undecided:
			case is, counted:
				out = append(out, sample{features: l.Features, right: !is, known: l.Own[k]})
			}
		}
	}
	for i := range out {
		out[i].weight = min(1, 3/float64(len(out)))
	}
	return out
}

// undecided is how much an entry may say for or against a person and still leave its list to decide.
const undecided = 3
