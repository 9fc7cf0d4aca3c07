package load

import (
	"cmp"
	"slices"

	"undersigned/graph"
	"undersigned/internal/sameletter"
)

// Proposed is a proposal that two letters are one, with their titles. A person decides (undersigned judge); nothing is linked by it.
type Proposed struct {
	sameletter.Proposal
	TitleA string `json:"title_a"`
	TitleB string `json:"title_b"`
}

// Proposals returns what a store's letters propose: pairs on which nobody has decided and that no rule links.
func Proposals(data graph.Data) []Proposed {
	letters := make(map[string]*graph.Letter, len(data.Letters))
	for i := range data.Letters {
		letters[data.Letters[i].ID] = &data.Letters[i]
	}
	return undecided(sameletter.Proposals(data.Letters), data.Judgements, letters)
}

func undecided(ps []sameletter.Proposal, judgements []graph.Judgement, letters map[string]*graph.Letter) []Proposed {
	decided := map[[2]string]bool{}
	for _, j := range judgements {
		if j.Relation != "" && j.Undone == nil {
			decided[[2]string{j.A.Letter, j.B.Letter}] = true
			decided[[2]string{j.B.Letter, j.A.Letter}] = true
		}
	}
	out := []Proposed{}
	for _, p := range ps {
		if !p.Rule && !decided[[2]string{p.A, p.B}] {
			out = append(out, Proposed{p, titleOf(letters[p.A]), titleOf(letters[p.B])})
		}
	}
	return out
}

// propose compares the letters of this run that have a text with all letters of the store. Edge lists and data sets of facts are not
// asked about: their letters are compared when a text is loaded.
func (r *run) propose() {
	seen := map[[2]string]bool{}
	var found []sameletter.Proposal
	for i := range r.summary.Letters {
		l := r.stored[r.summary.Letters[i].Letter]
		if l == nil || r.summary.Letters[i].CopyOf != "" || !sameletter.HasText(l) {
			continue
		}
		for _, p := range r.index.Of(l.ID) {
			if pair := [2]string{p.A, p.B}; !seen[pair] {
				seen[pair] = true
				found = append(found, p)
			}
		}
	}
	r.summary.Proposals = undecided(found, r.known.Judgements, r.stored)
	slices.SortStableFunc(r.summary.Proposals, func(a, b Proposed) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}
