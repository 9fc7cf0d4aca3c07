package evaluate

import (
	"slices"
	"sync"

	"undersigned/internal/letter"
)

// columnWeights are what columns of tables were judged to be told by, before anything was fitted. A fit changes these weights and adds none, so that each
// kind of column keeps the few features that speak of it.
var columnWeights = map[string]map[string]float64{
	"name":          {"filled": 1, "distinct": 1.5, "number": -8, "country": -5, "email": -8, "link": -5, "picture": -8, "address": -4, "date": -6, "org": 1.5, "legal": 1, "person": 1, "honorific": -6, "office": -1.5, "own": -1.5, "sentence": -4, "long": -3, "short": 0.5, "lower": -1.5, "code": -2, "left": 0.7, "header": 8},
	"organization":  {"filled": 1, "distinct": 2.5, "number": -8, "country": -5, "email": -8, "link": -5, "picture": -8, "address": -4, "date": -6, "org": 4, "legal": 1.5, "sure-person": -4, "person": -1, "honorific": -6, "office": -2.5, "own": -2.5, "sentence": -4, "long": -3, "lower": -1, "code": -2, "left": 0.6, "header": 8},
	"organizations": {"header": 8},
	"person":        {"filled": 1, "distinct": 0.5, "number": -8, "country": -5, "email": -8, "link": -5, "date": -6, "org": -4, "legal": -3, "sure-person": 4, "person": 1.5, "sentence": -4, "short": -2, "left": 0.3, "header": 8},
	"persons":       {"header": 8},
	"first":         {"number": -6, "link": -6, "org": -3, "given": 2, "header": 7},
	"last":          {"number": -6, "link": -6, "org": -2, "header": 7},
	"contact":       {"number": -4, "email": -6, "link": -6, "address": -4, "header": 8},
	"affiliation":   {"number": -4, "email": -6, "link": -6, "header": 8},
	"office":        {"filled": 0.5, "number": -6, "link": -6, "org": -0.5, "sure-person": -4, "person": -1, "office": 4, "own": 4, "header": 6},
	"title":         {"header": 6},
	"honorific":     {"honorific": 7, "header": 6},
	"country":       {"number": -6, "country": 8, "sentence": -3, "header": 6},
	"place":         {"number": -3, "country": 3, "sentence": -3, "short": 0.2, "header": 6},
	"email":         {"email": 10, "header": 6},
	"address":       {"address": 7, "header": 6},
	"link":          {"link": 10, "header": 6},
	"picture":       {"picture": 10, "header": 6},
	"date":          {"date": 4, "header": 9},
	"stamp":         {"date": 7, "header": 9},
	"description":   {"filled": 1, "distinct": -1.5, "number": -4, "country": -4, "email": -4, "link": -4, "org": -0.5, "sure-person": -3, "sentence": 4, "long": 2, "lower": 2, "words": 1, "header": 6},
	"number":        {"number": 7, "sequence": 2, "country": -6, "org": -4, "sentence": -6, "code": 3, "header": 6},
	"type":          {"distinct": -7, "number": -6, "link": -6, "signer": 7, "sentence": -4, "header": 6},
	"kind":          {"header": 6},
	"status":        {"number": -3, "link": -6, "header": 6},
	"letter":        {"header": 9},
	"target":        {"header": 14},
	"list":          {"header": 6},
	"label":         {"number": -4, "header": 3},
}

// parameter is one weight of a column.
type parameter struct {
	column  letter.Column
	feature int // in letter.ColumnFeatureNames
}

// columnParameters are the weights that are fitted, column by column, and columnPrior what they were judged to be.
var columnParameters, columnPrior = sync.OnceValue(func() (out []parameter) {
	each, _ := columnTable()
	return each
}), sync.OnceValue(func() *letter.Model {
	_, prior := columnTable()
	return prior
})

func columnTable() ([]parameter, *letter.Model) {
	var out []parameter
	m := &letter.Model{}
	all, _ := letter.Columns()
	known := 0
	for _, c := range all {
		for i, name := range letter.ColumnFeatureNames {
			if w, judged := columnWeights[c.String()][name]; judged {
				out, m.Weights = append(out, parameter{c, i}), append(m.Weights, w)
				known++
			}
		}
	}
	for _, of := range columnWeights {
		known -= len(of)
	}
	if known != 0 {
		panic("evaluate: a column or a feature of columnWeights is none")
	}
	return out, m
}

// fittedColumns are the models of each column, from all weights in one.
func fittedColumns(m *letter.Model) []fitted {
	var out []fitted
	for i, p := range columnParameters() {
		if name := p.column.Part(); len(out) == 0 || out[len(out)-1].name != name {
			out = append(out, fitted{name: name, Model: &letter.Model{}})
		}
		f := &out[len(out)-1]
		f.features, f.Weights = append(f.features, letter.ColumnFeatureNames[p.feature]), append(f.Weights, m.Weights[i])
	}
	return out
}

// spread puts the weights of a model where the features stand among all.
func (f *fitted) spread(all []string) *letter.Model {
	m := &letter.Model{Bias: f.Bias, Weights: make([]float64, len(all))}
	for i, name := range f.features {
		m.Weights[slices.Index(all, name)] = f.Weights[i]
	}
	return m
}
