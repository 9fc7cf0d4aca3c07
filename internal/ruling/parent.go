package ruling

import (
	"maps"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
)

// parents returns the judgements of the rule about chapters. A chapter has one parent: of several names that are its parent's by this rule
// those that other rules join count as one, and of a parent and its own parent the nearer one is taken; where more are left, none is.
func parents(printed []string, links []names.Link, joined []graph.Judgement) []graph.Judgement {
	group := map[string]string{} // of a name that rules join with others: one of them
	root := func(name string) string {
		for group[name] != "" && group[name] != name {
			name = group[name]
		}
		return name
	}
	for _, j := range joined {
		if a, b := root(j.A.Name), root(j.B.Name); a != b {
			group[max(a, b)] = min(a, b)
		}
	}
	above := map[string]map[string]names.Link{} // child -> group of the parent -> the first link
	for _, l := range links {
		child, parent := printed[l.Child], printed[l.Parent]
		if root(child) == root(parent) {
			continue
		}
		if above[child] == nil {
			above[child] = map[string]names.Link{}
		}
		if _, known := above[child][root(parent)]; !known {
			above[child][root(parent)] = l
		}
	}
	over := func(a, b string) bool { // a is a parent of b
		_, found := above[b][a]
		return found
	}
	var made []graph.Judgement
	for _, child := range slices.Sorted(maps.Keys(above)) {
		all := above[child]
		nearest := slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(g string) bool {
			for other := range all {
				if other != g && over(g, printed[all[other].Parent]) {
					return true // it is above another parent
				}
			}
			return false
		})
		if len(nearest) != 1 {
			continue
		}
		l := all[nearest[0]]
		made = append(made, graph.NewJudgement(graph.Judgement{Verdict: graph.ParentOf, A: graph.NameRef{Name: printed[l.Parent]}, B: graph.NameRef{Name: child},
			By: graph.RuleBy(chapter.ID, chapter.Version), Why: l.Why}))
	}
	return made
}
