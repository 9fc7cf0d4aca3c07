package dataset

import (
	"strconv"

	"undersigned/graph"
)

// short is a list of judgements with a direction, in the form that people write: two names, or a name and a letter, then dates, then the reason.
type short struct {
	field, wanted string
	verdict       graph.Verdict
	rows          [][]string
	dates         bool
}

// kinds returns the judgements of the short forms.
func (f *File) kinds(ids map[string]string, src source) ([]graph.Judgement, error) {
	var js []graph.Judgement
	for _, list := range []short{
		{"parents", "[parent, part of it, why]", graph.ParentOf, f.Parents, false},
		{"members", "[coalition, member, from, until, why]", graph.HasMember, f.Members, true},
		{"former", "[name of now, former name, from, until, why]", graph.FormerName, f.Former, true},
		{"splits", "[name, id of a letter, why]", graph.Split, f.Splits, false},
	} {
		for i, row := range list.rows {
			where := list.field + "[" + strconv.Itoa(i) + "]"
			most := 3
			if list.dates {
				most = 5
			}
			if len(row) < 2 || len(row) > most {
				return nil, graph.Errorf(graph.Invalid, "%s, %s: it has %d entries; write %s, of which the first two are needed", src.name, where, len(row), list.wanted)
			}
			j, err := list.judgement(append(row, "", "", "")[:most], src)
			if err == nil && list.verdict == graph.Split {
				if j.A.Letter, err = f.resolve(ids, row[1], where, src); err != nil {
					return nil, err
				}
			}
			if err == nil {
				j = graph.NewJudgement(j)
				err = j.Check()
			}
			if err != nil {
				return nil, graph.Errorf(graph.Invalid, "%s, %s: %s", src.name, where, graph.MessageOf(err))
			}
			js = append(js, j)
		}
	}
	return js, nil
}

func (s *short) judgement(row []string, src source) (j graph.Judgement, err error) {
	j = graph.Judgement{Verdict: s.verdict, A: graph.NameRef{Name: row[0]}, By: src.by(), Source: src.sha256, Why: row[len(row)-1]}
	if s.verdict != graph.Split {
		j.B.Name = row[1]
	}
	if !s.dates {
		return j, nil
	}
	if j.From, err = graph.ParseDate(row[2]); err == nil {
		j.Until, err = graph.ParseDate(row[3])
	}
	return j, err
}
