package names

import (
	"cmp"
	"container/heap"
	"context"
	"maps"
	"slices"

	"undersigned/graph"
)

// Level says how sure names must be one to be put into one group.
type Level string

// The levels.
const (
	AtRule   Level = "rule"   // only what a written rule joins, and no pair of the group is different
	AtLikely Level = "likely" // average-link groups: the mean probability of all pairs between two groups is at least one half
)

// Groups puts the names of a corpus into groups, and returns the group of each, numbered from 1 in order of first names. Single links never
// chain: see Level. Equal printed names are always one group.
func (c *Corpus) Groups(ctx context.Context, level Level) ([]int, error) {
	if level != AtRule && level != AtLikely {
		return nil, graph.Errorf(graph.Invalid, "names are grouped at %q or %q, not at %q", AtRule, AtLikely, level)
	}
	g := &grouping{c: c, ctx: ctx, level: level, scores: map[uint64]float32{}}
	node := g.nodes()
	sub := *c
	sub.forms, sub.lookup = g.forms, &lookup{}
	pairs, err := sub.Pairs(ctx)
	if err != nil {
		return nil, err
	}
	if err := g.merge(pairs); err != nil {
		return nil, err
	}
	number := map[int32]int{}
	out := make([]int, len(node))
	for i, n := range node {
		root := g.root(n)
		if number[root] == 0 {
			number[root] = len(number) + 1
		}
		out[i] = number[root]
	}
	return out, nil
}

// nodes makes the forms that are grouped, in the order of their keys, so that the order of rows changes nothing, and returns that of each row.
func (g *grouping) nodes() []int32 {
	keys := make([]string, len(g.c.forms))
	printed := make(map[string]int, len(g.c.forms))
	for _, f := range g.c.forms {
		printed[f.Printed]++
	}
	first := map[string]*Form{} // of each key the form that is printed most: the others may be slips
	for i, f := range g.c.forms {
		keys[i] = g.key(f)
		if known := first[keys[i]]; known == nil || cmp.Or(cmp.Compare(printed[known.Printed], printed[f.Printed]), cmp.Compare(f.Printed, known.Printed)) < 0 {
			first[keys[i]] = f
		}
	}
	at := make(map[string]int32, len(first))
	for n, key := range slices.Sorted(maps.Keys(first)) {
		at[key] = int32(n)
		g.forms = append(g.forms, first[key])
	}
	g.rows = make([]float64, len(g.forms))
	node := make([]int32, len(keys))
	for i, key := range keys {
		node[i] = at[key]
		g.rows[node[i]]++
	}
	return node
}

// key is equal for names that are one group before any is compared: those printed alike and, at likely, those of the same words in the same
// order, whatever their articles, marks and legal forms. Else the many spellings of one name would crowd out its other names among the
// nearest.
func (g *grouping) key(f *Form) string {
	if g.level == AtLikely && len(f.readings) == 1 && len(f.acronyms) == 0 && f.whole().compact != "" {
		return "=" + f.whole().compact
	}
	return f.Printed
}

type grouping struct {
	c      *Corpus
	ctx    context.Context
	level  Level
	forms  []*Form
	rows   []float64 // of each form: how often it is printed
	total  []float64 // by root: of all members
	parent []int32
	member [][]int32
	links  []map[int32]float64 // by root: mean score to other roots
	scores map[uint64]float32
	queue  linkQueue
}

type link2 struct {
	score float64
	a, b  int32
	sizes int32 // of both when it was made; another sum says that it is old
}

type linkQueue []link2

func (q linkQueue) Len() int { return len(q) }
func (q linkQueue) Less(i, k int) bool {
	return cmp.Or(cmp.Compare(q[k].score, q[i].score), cmp.Compare(q[i].a, q[k].a), cmp.Compare(q[i].b, q[k].b)) < 0
}
func (q linkQueue) Swap(i, k int) { q[i], q[k] = q[k], q[i] }
func (q *linkQueue) Push(x any)   { *q = append(*q, x.(link2)) }
func (q *linkQueue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

func (g *grouping) root(i int32) int32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// half is the mean score from which two groups are one.
const half = .5

// merge joins the two likest groups until none is likely enough (average linkage; R. R. Sokal and C. D. Michener, 1958).
func (g *grouping) merge(pairs []Pair) error {
	n := len(g.forms)
	g.total = slices.Clone(g.rows)
	g.parent, g.member, g.links = make([]int32, n), make([][]int32, n), make([]map[int32]float64, n)
	for i := range n {
		g.parent[i], g.member[i] = int32(i), []int32{int32(i)}
	}
	for _, p := range pairs {
		s := g.worth(p.Result)
		g.scores[uint64(p.A)<<32|uint64(p.B)] = float32(s)
		if s >= half {
			g.connect(p.A, p.B, s)
		}
	}
	heap.Init(&g.queue)
	for steps := 0; g.queue.Len() > 0; steps++ {
		if steps%256 == 0 && g.ctx.Err() != nil {
			return graph.Wrap(graph.Cancelled, g.ctx.Err(), "grouping names was stopped")
		}
		l := heap.Pop(&g.queue).(link2)
		if g.parent[l.a] != l.a || g.parent[l.b] != l.b || l.sizes != g.sizes(l.a, l.b) || l.score < half {
			continue
		}
		g.join(l.a, l.b)
	}
	return nil
}

func (g *grouping) sizes(a, b int32) int32 { return int32(len(g.member[a]) + len(g.member[b])) }

// worth is what a pair counts for a level.
func (g *grouping) worth(r Result) float64 {
	if g.level == AtRule {
		switch r.Verdict {
		case Same:
			return 1
		case Ask:
			return .6 // no proof, but no reason against
		}
		return -1e6 // no group holds it
	}
	return r.Score
}

func (g *grouping) connect(a, b int32, score float64) {
	for _, p := range [][2]int32{{a, b}, {b, a}} {
		if g.links[p[0]] == nil {
			g.links[p[0]] = map[int32]float64{}
		}
		g.links[p[0]][p[1]] = score
	}
	if score >= half && (g.level == AtLikely || g.proved(a, b)) {
		heap.Push(&g.queue, link2{score, min(a, b), max(a, b), g.sizes(a, b)})
	}
}

// proved reports whether a rule joins a name of one group with one of the other.
func (g *grouping) proved(a, b int32) bool {
	for _, i := range g.member[a] {
		for _, k := range g.member[b] {
			if s, ok := g.scores[uint64(min(i, k))<<32|uint64(max(i, k))]; ok && s == 1 {
				return true
			}
		}
	}
	return false
}

func (g *grouping) join(a, b int32) {
	near := map[int32]bool{}
	for _, l := range []map[int32]float64{g.links[a], g.links[b]} {
		for r := range l {
			if r != a && r != b && g.parent[r] == r {
				near[r] = true
			}
		}
	}
	sizeA, sizeB := g.total[a], g.total[b]
	fresh := make(map[int32]float64, len(near))
	for r := range near {
		fresh[r] = (sizeA*g.mean(a, r) + sizeB*g.mean(b, r)) / (sizeA + sizeB)
	}
	g.parent[b] = a
	g.total[a] += g.total[b]
	g.member[a] = append(g.member[a], g.member[b]...)
	g.member[b] = nil
	for r := range near {
		delete(g.links[r], b)
	}
	g.links[a], g.links[b] = map[int32]float64{}, nil
	for _, r := range sortedKeys(fresh) {
		g.connect(a, r, fresh[r])
	}
}

// mostCompared bounds the pairs that are compared for the mean of two groups that no candidate joins; of more, an even sample is.
const mostCompared = 4096

// mean is the mean score of the pairs of rows between two groups.
func (g *grouping) mean(a, b int32) float64 {
	if s, ok := g.links[a][b]; ok {
		return s
	}
	x, y := g.member[a], g.member[b]
	step := 1 + len(x)*len(y)/mostCompared
	sum, n := 0.0, 0.0
	for at := 0; at < len(x)*len(y); at += step {
		i, k := x[at/len(y)], y[at%len(y)]
		rows := g.rows[i] * g.rows[k]
		sum, n = sum+float64(rows*g.score(i, k)), n+rows
	}
	return sum / n
}

func (g *grouping) score(i, k int32) float64 {
	id := uint64(min(i, k))<<32 | uint64(max(i, k))
	if s, ok := g.scores[id]; ok {
		return float64(s)
	}
	s := g.worth(g.c.Compare(g.forms[min(i, k)], g.forms[max(i, k)]))
	g.scores[id] = float32(s)
	return s
}

func sortedKeys(m map[int32]float64) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
