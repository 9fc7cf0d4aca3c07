package names

import (
	"cmp"
	"context"
	"hash/maphash"
	"slices"

	"undersigned/graph"
)

// Join is a pair of names of a corpus that a written rule makes one, by position, A < B.
type Join struct {
	A, B int32
	Rule *Rule
}

// Limits of what is compared for the rules. Beyond them names are left for persons to ask about, never joined.
const (
	mostAlike    = 300  // names of one key that are all compared with each other; of more, each with the next nextAlike
	nextAlike    = 30   //
	mostBetween  = 4096 // pairs between two groups that are looked at before they are joined; of more, an even sample is
	mostSlipped  = 12   // names that differ in one word only: of more, it is the word that tells them apart
	longestSlip  = 24   // words of a name that may hold a slip
	leastSlipped = 6    // letters of a word that may
)

// Joins returns the pairs of names that the written rules make one, as few as hold each group together, in the order of rules, then of names. A group is as good as
// its weakest pair: no two names of it are different, nor apart where apart is not nil. Positions with equal names are joined by nothing. What the rules say depends on the set of
// names only.
//
// Candidates are names that share a key that a rule needs to be equal, so the work grows with the names and with those alike, not with their pairs.
func (c *Corpus) Joins(ctx context.Context, apart func(a, b string) bool) ([]Join, error) {
	order := make([]int32, len(c.forms))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(c.forms[a].Printed, c.forms[b].Printed) })
	order = slices.CompactFunc(order, func(a, b int32) bool { return c.forms[a].Printed == c.forms[b].Printed })
	found, err := c.ruled(ctx, order)
	if err != nil {
		return nil, err
	}
	rank := map[*Rule]int{}
	for i := range Rules {
		rank[&Rules[i]] = i
	}
	texts := func(j Join) (string, string) {
		a, b := c.forms[j.A].Printed, c.forms[j.B].Printed
		return min(a, b), max(a, b)
	}
	slices.SortFunc(found, func(x, y Join) int {
		a, b := texts(x)
		p, q := texts(y)
		return cmp.Or(cmp.Compare(rank[x.Rule], rank[y.Rule]), cmp.Compare(a, p), cmp.Compare(b, q))
	})
	return c.grow(ctx, found, apart)
}

// ruled compares the names that share a key and returns the pairs that a rule joins, each once. Order is that of the names.
func (c *Corpus) ruled(ctx context.Context, order []int32) ([]Join, error) {
	buckets, slips := make(map[uint64][]int32, 4*len(order)), make(map[uint64][]int32, 4*len(order))
	seed := maphash.MakeSeed()
	var keys, slipKeys []uint64
	for n, i := range order {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, stoppedComparing(ctx)
		}
		keys, slipKeys = c.forms[i].ruleKeys(seed, keys[:0], slipKeys[:0])
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			buckets[k] = append(buckets[k], i)
		}
		slices.Sort(slipKeys)
		for _, k := range slices.Compact(slipKeys) {
			if len(slips[k]) <= mostSlipped {
				slips[k] = append(slips[k], i)
			}
		}
	}
	for k, list := range slips {
		if len(list) > 1 && len(list) <= mostSlipped {
			buckets[k] = append(buckets[k], list...)
		}
	}
	var found []Join
	seen := map[uint64]bool{}
	compared := 0
	for _, list := range buckets {
		for x, a := range list {
			next := list[x+1:]
			if len(list) > mostAlike {
				next = next[:min(len(next), nextAlike)]
			}
			for _, b := range next {
				i, k := min(a, b), max(a, b)
				if id := uint64(i)<<32 | uint64(k); seen[id] {
					continue
				} else {
					seen[id] = true
				}
				if compared++; compared%1024 == 0 && ctx.Err() != nil {
					return nil, stoppedComparing(ctx)
				}
				if r := c.ruleOf(c.forms[a], c.forms[b]); r != nil {
					found = append(found, Join{i, k, r})
				}
			}
		}
	}
	return found, nil
}

func stoppedComparing(ctx context.Context) error {
	return graph.Wrap(graph.Cancelled, ctx.Err(), "comparing names was stopped")
}

// ruleOf returns the rule that joins two names, or nil. The names are compared in the order of their texts, as Compare does.
func (c *Corpus) ruleOf(f, g *Form) *Rule {
	if g.Printed < f.Printed {
		f, g = g, f
	}
	if id := c.rule(f, g); id != "" {
		return &Rules[slices.IndexFunc(Rules, func(r Rule) bool { return r.ID == id })]
	}
	return nil
}

// ruleKeys appends what two names must have in common for some rule to join them: hashes, of which equal ones mean little by themselves.
// Those of a slip come apart.
func (f *Form) ruleKeys(seed maphash.Seed, keys, slips []uint64) (all, slipped []uint64) {
	var h maphash.Hash
	h.SetSeed(seed)
	hash := func(parts []string) uint64 {
		h.Reset()
		for _, p := range parts {
			h.WriteString(p)
			h.WriteByte(0)
		}
		return h.Sum64()
	}
	add := func(parts ...string) { keys = append(keys, hash(parts)) }
	if f.key != "" {
		add("fold", f.key)
	}
	for i := range f.readings {
		if r := &f.readings[i]; r.compact != "" {
			add("words", graph.Fold(r.compact))
		}
	}
	for _, a := range f.acronyms {
		add("acronym", a)
	}
	if len(f.short) >= 3 {
		add("acronym", f.short)
	}
	var words []string
	for i := range f.whole().tokens {
		if tok := &f.whole().tokens[i]; tok.kind != article && tok.kind != link {
			words = append(words, tok.text)
		}
	}
	respelt := make([]string, 0, len(words)+1)
	for _, w := range words {
		respelt = append(respelt, respell(w))
	}
	add(append(respelt, "spelling")...)
	if len(words) < 3 || len(words) > longestSlip {
		return keys, slips
	}
	for i, w := range words {
		if letters := []rune(w); len(letters) >= leastSlipped-1 {
			rest := slices.Delete(slices.Clone(respelt[:len(words)]), i, i+1)
			slips = append(slips, hash(append(rest, "slip from", string(letters[0]))), hash(append(rest, "slip to", string(letters[len(letters)-1]))))
		}
	}
	return keys, slips
}

// grow joins groups along the pairs, in their order, unless two of their names are different, and returns the pairs that joined some.
func (c *Corpus) grow(ctx context.Context, pairs []Join, apart func(a, b string) bool) ([]Join, error) {
	member := map[int32][]int32{} // by any name of a pair: its group, shared by all of them
	group := map[int32]int32{}
	root := func(i int32) int32 {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	for _, p := range pairs {
		for _, i := range []int32{p.A, p.B} {
			if member[i] == nil {
				member[i], group[i] = []int32{i}, i
			}
		}
	}
	kept := pairs[:0]
	for _, p := range pairs {
		if ctx.Err() != nil {
			return nil, stoppedComparing(ctx)
		}
		a, b := root(p.A), root(p.B)
		if a == b || c.anyDifferent(member[a], member[b], apart) {
			continue
		}
		if len(member[a]) < len(member[b]) || len(member[a]) == len(member[b]) && b < a {
			a, b = b, a
		}
		group[b] = a
		member[a] = append(member[a], member[b]...)
		kept = append(kept, p)
	}
	return kept, nil
}

// anyDifferent reports whether a name of one group is another organization than one of the other, as far as names tell. An acronym that a name of
// the other group prints beside itself need not be like its further names.
func (c *Corpus) anyDifferent(a, b []int32, apart func(a, b string) bool) bool {
	if apart == nil && len(a)*len(b) == 1 {
		return false // a rule joins the two
	}
	beside := func(f *Form, others []int32) bool {
		return f.short != "" && slices.ContainsFunc(others, func(i int32) bool { return slices.Contains(c.forms[i].acronyms, f.short) })
	}
	step := 1 + len(a)*len(b)/mostBetween
	for at := 0; at < len(a)*len(b); at += step {
		f, g := c.forms[a[at/len(b)]], c.forms[b[at%len(b)]]
		if apart != nil && apart(f.Printed, g.Printed) {
			return true
		}
		if len(a)*len(b) > 1 && (c.caseConflict(f, g) || c.Compare(f, g).Verdict == Different && !beside(f, b) && !beside(g, a)) {
			return true
		}
	}
	return false
}

// Equal returns the pairs that the rule "fold" joins, each name with the first in order of its text, and needs no corpus: names are as quick to
// compare as to fold. Where it joins all of a key but some that are a word in capitals and the same word in small letters, these stay apart.
func Equal(ctx context.Context, list []string) ([]Join, error) {
	byKey := map[string][]int32{}
	for i, name := range list {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, stoppedComparing(ctx)
		}
		if key := foldKey(name); key != "" {
			byKey[key] = append(byKey[key], int32(i))
		}
	}
	var several []string
	var at []int32
	for _, same := range byKey {
		if len(same) > 1 {
			for _, i := range same {
				several, at = append(several, list[i]), append(at, i)
			}
		}
	}
	if len(several) == 0 {
		return nil, nil
	}
	c, err := BuildCorpus(ctx, several)
	if err != nil {
		return nil, err
	}
	joins, err := c.Joins(ctx, nil)
	if err != nil {
		return nil, err
	}
	joins = slices.DeleteFunc(joins, func(j Join) bool { return j.Rule.ID != "fold" })
	for i := range joins {
		a, b := at[joins[i].A], at[joins[i].B]
		joins[i].A, joins[i].B = min(a, b), max(a, b)
	}
	return joins, nil
}
