package table

// Seen is a table that was judged, for fitting what columns are told by.
type Seen struct {
	Rows    [][]string
	Columns []SeenColumn
}

// SeenColumn is one of its columns with text in it.
type SeenColumn struct {
	At       int
	Judged   Column
	Says     Column  // what its header says; UnknownColumn for nothing
	Share    float64 // how much of the header is understood
	Cells    int
	Features []float64 // in the order of FeatureNames but the header; fewer cells count less
}

func seen(r *Reading, senses []sense, looks []features, rows [][]string) *Seen {
	s := &Seen{Rows: sample(rows)}
	for k := range looks {
		f := &looks[k]
		if f.cells == 0 {
			continue
		}
		c := SeenColumn{At: k, Judged: r.Columns[k].Column, Says: senses[k].column.single(), Share: senses[k].share, Cells: f.cells}
		for _, v := range f.shares {
			c.Features = append(c.Features, v*f.trust())
		}
		s.Columns = append(s.Columns, c)
	}
	return s
}

// Kinds are what a column may be told to be. said are those that only a header tells.
func Kinds() (all []Column, said map[Column]bool) {
	said = map[Column]bool{}
	for c := NameColumn; c < fillerColumn; c++ {
		all, said[c] = append(all, c), onlySaid[c]
	}
	return all, said
}
