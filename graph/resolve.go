package graph

import (
	"cmp"
	"slices"
)

// Refusal is a judgement that could not be applied because it contradicts others.
type Refusal struct {
	Judgement Judgement `json:"judgement"`
	Why       string    `json:"why"`               // names both
	Against   string    `json:"against,omitempty"` // id of the judgement that stands; of several the first, empty where it is no single one
}

// resolution says which organization stands behind each printed name. Context: ids come from printed names, judgements
// come as pairs, and no merge may be guessed. Decision: nodes are names (and names within one letter where a judgement
// points there); "same" pairs are joined in order of weight unless a "different" pair stands between the two sides. What written rules say is
// stored as judgements, too: no rule about names is known here. Consequence: the result depends on the set of names and judgements only, never on
// the order of loading.
type resolution struct {
	refs      []NameRef // sorted
	index     map[NameRef]int
	parent    []int
	forbidden []map[int]bool   // by root: roots it must not be joined with
	ruleOnly  []map[int]bool   // by root: roots that no rule may join it with (a rule judgement that was undone)
	splits    map[string][]int // name -> its nodes in letters in which it stands for another organization than elsewhere
	rules     []Judgement      // of rules: those that joined names, and those that were undone
	refused   []Refusal
	former    map[int]*formerNames // by root
	ambiguous []NameRef            // names that a rule could have joined with two different organizations, and so with none
}

// resolve computes the resolution of the printed names and judgements. doubt says why letters speak against two names being one, see doubts; nil means that none does.
func resolve(names []string, judgements []Judgement, doubt func(a, b string) string) *resolution {
	r := &resolution{splits: map[string][]int{}}
	js := sortedJudgements(judgements)
	r.addRefs(names, js)
	r.forbid(js)
	for _, j := range js {
		if j.Relation == "" && j.Verdict.Joins() && j.Undone == nil && weight(j.By) < 2 {
			if !r.join(r.index[j.A], r.index[j.B], false) {
				r.refused = append(r.refused, Refusal{Judgement: j})
			}
		}
	}
	r.joinScoped()
	r.joinRuled(js, doubt)
	r.explain(js)
	r.former = r.formerNames(js)
	return r
}

func (r *resolution) addRefs(names []string, js []Judgement) {
	r.refs = make([]NameRef, len(names), len(names)+4*len(js))
	for i, n := range names {
		r.refs[i] = NameRef{Name: n}
	}
	for _, j := range js {
		if j.Relation == "" {
			for _, ref := range []NameRef{j.A, j.B} {
				r.refs = append(r.refs, ref, NameRef{Name: ref.Name})
			}
		}
	}
	slices.SortFunc(r.refs, NameRef.compare)
	r.refs = slices.Compact(r.refs)
	r.index = make(map[NameRef]int, len(r.refs))
	r.parent = make([]int, len(r.refs))
	r.forbidden = make([]map[int]bool, len(r.refs))
	r.ruleOnly = make([]map[int]bool, len(r.refs))
	for i, ref := range r.refs {
		r.index[ref] = i
		r.parent[i] = i
	}
}

// forbid notes every active judgement that keeps names apart, and every rule judgement that somebody has undone. What a rule takes for a
// parent or a member keeps them apart from other rules only.
func (r *resolution) forbid(js []Judgement) {
	for _, j := range js {
		if j.Relation != "" {
			continue
		}
		a, b := r.index[j.A], r.index[j.B]
		switch {
		case j.Undone == nil && j.Verdict.KeepsApart():
			sets := r.forbidden
			if weight(j.By) == 2 && j.Verdict != Different {
				sets = r.ruleOnly
			}
			mark(sets, a, b)
			mark(sets, b, a)
			if j.Verdict == Split {
				r.splits[j.A.Name] = append(r.splits[j.A.Name], a)
			}
		case j.Verdict == Same && j.Undone != nil && weight(j.By) == 2:
			mark(r.ruleOnly, a, b)
			mark(r.ruleOnly, b, a)
			r.rules = append(r.rules, j)
		}
	}
}

func mark(sets []map[int]bool, a, b int) {
	if sets[a] == nil {
		sets[a] = map[int]bool{}
	}
	sets[a][b] = true
}

func (r *resolution) root(i int) int { return find(r.parent, i) }

// find returns the root of i in a union-find forest, halving the path on the way.
func find(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

func (r *resolution) mayJoin(a, b int, rule bool) bool {
	a, b = r.root(a), r.root(b)
	return a == b || !(r.forbidden[a][b] || rule && r.ruleOnly[a][b])
}

// join makes one component of two unless they are kept apart. The smaller position becomes the root.
func (r *resolution) join(a, b int, rule bool) bool {
	if !r.mayJoin(a, b, rule) {
		return false
	}
	a, b = r.root(a), r.root(b)
	if a == b {
		return true
	}
	if b < a {
		a, b = b, a
	}
	r.parent[b] = a
	for _, sets := range [][]map[int]bool{r.forbidden, r.ruleOnly} {
		for c := range sets[b] {
			delete(sets[c], b)
			mark(sets, c, a)
			mark(sets, a, c)
		}
		sets[b] = nil
	}
	return true
}

// joinScoped joins "this name in that letter" with "this name everywhere", unless the name was split in two: then what
// nobody judged stays by itself and is listed as ambiguous. Letters in which a judgement of its own splits it off are left out: of the
// name elsewhere nothing is in doubt.
func (r *resolution) joinScoped() {
	for i := 0; i < len(r.refs); {
		end := i + 1
		for end < len(r.refs) && r.refs[end].Name == r.refs[i].Name {
			end++
		}
		if all := r.elsewhere(r.refs[i].Name, r.members(i, end)); r.compatible(all, false) {
			for _, k := range all[1:] {
				r.join(all[0], k, false)
			}
		} else {
			r.ambiguous = append(r.ambiguous, r.refs[i])
		}
		i = end
	}
}

func (r *resolution) members(i, end int) []int {
	all := make([]int, 0, end-i)
	for ; i < end; i++ {
		all = append(all, i)
	}
	return all
}

// elsewhere leaves out the nodes of a name that are, or are judged the same as, ones that were split off.
func (r *resolution) elsewhere(name string, nodes []int) []int {
	if r.splits[name] == nil {
		return nodes
	}
	off := map[int]bool{}
	for _, i := range r.splits[name] {
		off[r.root(i)] = true
	}
	return slices.DeleteFunc(nodes, func(i int) bool { return off[r.root(i)] })
}

// compatible reports whether no two of the nodes are kept apart.
func (r *resolution) compatible(nodes []int, rule bool) bool {
	for i, a := range nodes {
		for _, b := range nodes[:i] {
			if !r.mayJoin(a, b, rule) {
				return false
			}
		}
	}
	return true
}

// component returns the root of the node behind a name as printed in a letter.
func (r *resolution) component(name, letter string) int {
	if i, ok := r.index[NameRef{name, letter}]; ok {
		return r.root(i)
	}
	return r.root(r.index[NameRef{Name: name}])
}

// componentOf returns the root of the node that something else than a signature points at, -1 where no name is so.
func (r *resolution) componentOf(ref NameRef) int {
	if i, ok := r.index[ref]; ok {
		return r.root(i)
	}
	return -1
}

// identity returns the reference that an organization's id is made from: its chosen name, with the letter where the name
// is shared with another organization.
func (r *resolution) identity(root int, name string, members []int) NameRef {
	everywhere, ok := r.index[NameRef{Name: name}]
	if ok && r.root(everywhere) == root {
		return NameRef{Name: name}
	}
	best := NameRef{Name: name, Letter: "\xff"}
	for _, i := range members {
		if r.refs[i].Name == name && cmp.Less(r.refs[i].Letter, best.Letter) {
			best = r.refs[i]
		}
	}
	return best
}
