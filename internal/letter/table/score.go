package table

import (
	_ "embed"
	"strconv"
	"sync"
)

//go:embed data/weights.tsv
var weightData string

type weight struct {
	feature int
	value   float64
}

// headerFeature is the one feature that is not of the cells.
const headerFeature = featureCount

// weights of each column, by data/weights.tsv.
var weights = sync.OnceValue(func() (w [columnCount][]weight) {
	at := map[string]int{"header": headerFeature}
	for i, n := range featureNames {
		at[n] = i
	}
	for _, r := range records(weightData) {
		i, known := at[r[1]]
		v, err := strconv.ParseFloat(r[2], 64)
		if !known || err != nil {
			panic("table: data/weights.tsv: " + r[0] + " " + r[1] + " " + r[2])
		}
		c := columnNamed(r[0])
		w[c] = append(w[c], weight{i, v})
	}
	return w
})

// few is how many cells tell as much as any number of them: fewer are trusted less.
const few = 3

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

// scoreOf says how well a column fits as one kind.
func scoreOf(c Column, s sense, f *features) float64 {
	trust, score := min(1, float64(f.cells)/few), 0.0
	for _, w := range weights()[c] {
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
func judge(s sense, f *features) Judged {
	switch s.column { // lists of their own, if they stand side by side
	case OrganizationsColumn:
		s.column = OrganizationColumn
	case PersonsColumn:
		s.column = PersonColumn
	}
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
		score := scoreOf(c, s, f)
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
