package load

import (
	"undersigned/graph"
	"undersigned/internal/ruling"
)

// addJudgement puts a judgement into the batch, once. What rules say about names is left out, unless it is undone: the rules of this program decide for
// themselves, and those of the one that wrote the file may have been others.
func (r *run) addJudgement(j graph.Judgement) {
	if ruling.OfNames(j) && j.Undone == nil {
		return
	}
	if key := "j" + j.ID; r.origin[key] == "" {
		r.origin[key] = j.By
		r.batch.Judgements, r.added.Judgements = append(r.batch.Judgements, j), append(r.added.Judgements, j)
		r.summary.Judgements++
	}
}
