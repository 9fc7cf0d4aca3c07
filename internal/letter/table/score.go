package table

import (
	"sync"

	"undersigned/internal/letter/weights"
)

type weight struct {
	feature int
	value   float64
}

// model are the weights of each column that are not 0, in the order of the features.
type model [columnCount][]weight

// headerFeature is the one feature that is not of the cells: the share of the words above them that are understood to say the column.
const headerFeature = featureCount

// FeatureNames are those of a column's features.
var FeatureNames = append(featureNames[:], "header")

// Part is what the weights of a column are called in weights.tsv.
func (c Column) Part() string { return "table." + c.String() }

func compiled(by *weights.Set) *model {
	var m model
	for c := NameColumn; c < fillerColumn; c++ {
		for i, w := range by.Of(c.Part(), FeatureNames).Weights {
			if w != 0 {
				m[c] = append(m[c], weight{i, w})
			}
		}
	}
	return &m
}

var builtIn = sync.OnceValue(func() *model { return compiled(nil) })

func modelOf(by *weights.Set) *model {
	if by == nil || by.Models[NameColumn.Part()] == nil {
		return builtIn()
	}
	return compiled(by)
}

// few is how many cells tell as much as any number of them: fewer are trusted less.
const few = 3

// trust is how much the cells of a column count.
func (f *features) trust() float64 { return min(1, float64(f.cells)/few) }

// Judged is what a column was judged to hold, and how surely.
type Judged struct {
	Column
	Score  float64
	Margin float64 // to the second best
	Second Column
	Cells  int  // with text
	Said   bool // the header says it

	running bool // its cells are numbers one above the other
}

// onlySaid are columns that no cells tell: a header must say them.
var onlySaid = [columnCount]bool{OrganizationsColumn: true, PersonsColumn: true, FirstColumn: true, LastColumn: true, ContactColumn: true, AffiliationColumn: true, TitleColumn: true, KindColumn: true, StatusColumn: true,
	LetterColumn: true, TargetColumn: true, ListColumn: true, LabelColumn: true, NameColumn: false}

// score says how well a column fits as one kind.
func (m *model) score(c Column, s sense, f *features) float64 {
	trust, score := f.trust(), 0.0
	for _, w := range m[c] {
		switch {
		case w.feature != headerFeature:
			score += float64(w.value * f.shares[w.feature] * trust)
		case s.column == c:
			score += float64(w.value * s.share)
		}
	}
	return score
}

// judge scores a column as each kind and takes the best.
func (m *model) judge(s sense, f *features) Judged {
	s.column = s.column.single()
	j := Judged{Cells: f.cells}
	if f.cells == 0 {
		j.Column, j.Said = s.column, s.share > 0.5
		return j
	}
	best, second := -1e9, -1e9
	for c := NameColumn; c < fillerColumn; c++ {
		if onlySaid[c] && s.column != c {
			continue
		}
		score := m.score(c, s, f)
		if score > best {
			second, j.Second = best, j.Column
			best, j.Column = score, c
		} else if score > second {
			second, j.Second = score, c
		}
	}
	j.Score, j.Margin = best, best-second
	j.Said = s.column == j.Column && s.share > 0.5
	return j
}

// single is what a column of lists of their own is, where several stand side by side.
func (c Column) single() Column {
	switch c {
	case OrganizationsColumn:
		return OrganizationColumn
	case PersonsColumn:
		return PersonColumn
	}
	return c
}
