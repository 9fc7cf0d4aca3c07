package load

import (
	"fmt"

	"undersigned/graph"
	"undersigned/internal/ruling"
)

// addJudgement puts a judgement into the batch, once. What rules say about names is left out, unless it is undone: the rules of this program decide for
// themselves, and those of the one that wrote the file may have been others.
func (r *run) addJudgement(j graph.Judgement) {
	if ruling.Decides(j) {
		return
	}
	if key := "j" + j.ID; r.origin[key] == "" {
		r.origin[key] = j.By
		r.batch.Judgements, r.added.Judgements = append(r.batch.Judgements, j), append(r.added.Judgements, j)
		r.summary.Judgements++
	}
}

// namedLetter is a letter that a judgement of a file speaks of.
type namedLetter struct{ file, letter string }

// noteLetters keeps in mind of which letters a judgement speaks, and in which row first; 0 where its file has none.
func (r *run) noteLetters(file string, j graph.Judgement, row int) {
	for _, ref := range []graph.NameRef{j.A, j.B} {
		n := namedLetter{file, ref.Letter}
		if _, noted := r.rows[n]; ref.Letter != "" && j.Undone == nil && !noted {
			r.named, r.rows[n] = append(r.named, n), row
		}
	}
}

// warnOfLetters names the letters that judgements of this run speak of and that are neither stored nor loaded, since an id that is mistyped says
// nothing. It is asked at the end: letters may come after the judgements about them.
func (r *run) warnOfLetters() {
	for _, n := range r.named {
		if r.stored[n.letter] != nil {
			continue
		}
		where := n.file
		if row := r.rows[n]; row > 0 {
			where = fmt.Sprintf("%s: row %d", n.file, row)
		}
		r.summary.Warnings = append(r.summary.Warnings, fmt.Sprintf("%s: there is no letter %q; the judgement is kept and says nothing until there is one", where, n.letter))
	}
}
