package graph

import (
	"cmp"
	"maps"
	"slices"
)

// joinRuled joins what rules say, the surest first: those of a higher score, and of one score all at once. The names that a score's judgements
// connect are one unless some of them are kept apart; then those that can belong to one side only are joined to nothing.
func (r *resolution) joinRuled(js []Judgement, doubt func(a, b string) string) {
	split := map[NameRef]bool{} // names of two organizations: a rule cannot know which one is meant
	for _, ref := range r.ambiguous {
		split[ref] = true
	}
	js = slices.DeleteFunc(slices.Clone(js), func(j Judgement) bool {
		return j.Relation != "" || j.Verdict != Same || weight(j.By) != 2 || j.Undone != nil
	})
	slices.SortStableFunc(js, func(a, b Judgement) int { return cmp.Compare(b.Score, a.Score) })
	for len(js) > 0 {
		n := 1
		for n < len(js) && js[n].Score == js[0].Score {
			n++
		}
		if js[0].Score >= certain {
			r.joinTier(js[:n], split, nil)
		} else {
			r.joinTier(js[:n], split, doubt)
		}
		js = js[n:]
	}
	slices.SortFunc(r.rules, CompareJudgements)
	slices.SortFunc(r.ambiguous, NameRef.compare)
	r.ambiguous = slices.Compact(r.ambiguous)
}

// certain is the score of rules that join names whatever letters say: a list may print a name twice.
const certain = 1

// mostDoubted bounds the names of a group that are all compared with each other for what letters say; of more, the ends of judgements are.
const mostDoubted = 400

// keepDoubted keeps the organizations of a group apart from rules where letters speak against any two of their names: a list that prints both, or
// other countries. all are the names of organizations, by root.
func (r *resolution) keepDoubted(group []int, js []Judgement, all map[int][]int, doubt func(a, b string) string) {
	roots := map[int]bool{}
	names := 0
	for _, i := range group {
		if !roots[r.root(i)] {
			roots[r.root(i)] = true
			names += len(all[r.root(i)])
		}
	}
	why := map[[2]int]string{}
	look := func(a, b int, x, y []int) {
		for _, i := range x {
			for _, k := range y {
				if text := doubt(r.refs[i].Name, r.refs[k].Name); text != "" && why[[2]int{a, b}] == "" {
					why[[2]int{a, b}] = text
					mark(r.ruleOnly, a, b)
					mark(r.ruleOnly, b, a)
				}
			}
		}
	}
	list := slices.Sorted(maps.Keys(roots))
	if names <= mostDoubted {
		for i, a := range list {
			for _, b := range list[i+1:] {
				look(a, b, all[a], all[b])
			}
		}
	}
	for _, j := range js {
		i, k := r.index[j.A], r.index[j.B]
		a, b := min(r.root(i), r.root(k)), max(r.root(i), r.root(k))
		if a == b {
			continue
		}
		if names > mostDoubted {
			look(a, b, []int{i}, []int{k})
		}
		if text := why[[2]int{a, b}]; text != "" {
			r.refused = append(r.refused, Refusal{Judgement: j, Why: text + ", so a rule does not join them; say whether they are one organization"})
		}
	}
}

// joinTier joins the names that judgements connect. doubt is nil where letters do not matter.
func (r *resolution) joinTier(js []Judgement, split map[NameRef]bool, doubt func(a, b string) string) {
	parent := map[int]int{} // of names, by position
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for _, j := range js {
		for _, ref := range []NameRef{j.A, j.B} {
			i := r.index[ref]
			if _, known := parent[i]; !known {
				parent[i] = i
			}
		}
		if a, b := root(r.index[j.A]), root(r.index[j.B]); a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	groups := map[int][]int{}
	for _, i := range slices.Sorted(maps.Keys(parent)) {
		if !split[r.refs[i]] {
			groups[root(i)] = append(groups[root(i)], i)
		}
	}
	byGroup := map[int][]Judgement{}
	for _, j := range js {
		g := root(r.index[j.A])
		byGroup[g] = append(byGroup[g], j)
	}
	var all map[int][]int
	if doubt != nil {
		all = map[int][]int{}
		for i := range r.refs {
			if a := r.root(i); r.refs[i].Letter == "" {
				all[a] = append(all[a], i)
			}
		}
	}
	key := func(g int) string { return Fold(r.refs[g].Name) }
	for _, g := range slices.SortedFunc(maps.Keys(groups), func(a, b int) int { return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a, b)) }) {
		if doubt == nil {
			r.joinGroup(groups[g], byGroup[g], split)
			continue
		}
		r.keepDoubted(groups[g], byGroup[g], all, doubt)
		before := make([]int, len(groups[g]))
		for k, i := range groups[g] {
			before[k] = r.root(i)
		}
		r.joinGroup(groups[g], byGroup[g], split)
		for _, a := range before {
			if now := r.root(a); now != a {
				all[now] = append(all[now], all[a]...)
				delete(all, a)
			}
		}
	}
}

// joinGroup joins names that judgements connect, or notes those that could belong to several.
func (r *resolution) joinGroup(group []int, js []Judgement, split map[NameRef]bool) {
	if !r.compatible(group, true) {
		for _, i := range group {
			if r.keptApart(i, group) == 0 {
				r.ambiguous = append(r.ambiguous, r.refs[i])
			}
		}
		return
	}
	for _, j := range js {
		a, b := r.index[j.A], r.index[j.B]
		if !split[j.A] && !split[j.B] && r.root(a) != r.root(b) {
			r.join(a, b, true)
			r.rules = append(r.rules, j)
		}
	}
	for _, i := range group[1:] { // what only a name of two organizations connects
		r.join(group[0], i, true)
	}
}

func (r *resolution) keptApart(i int, group []int) int {
	n := 0
	for _, k := range group {
		if !r.mayJoin(i, k, true) {
			n++
		}
	}
	return n
}
