package dataset

import (
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
)

// Aliases reads a file of groups of printed names that are one organization: a JSON or YAML list of lists of names. A group
// becomes "same" judgements between its first name and each other.
func Aliases(name string, data []byte) ([]graph.Judgement, error) {
	groups, err := rows(name, data, "a list of groups, each a list of printed names that are one organization: [[\"MediaJustice\", \"Center for Media Justice\"]]")
	if err != nil {
		return nil, err
	}
	return unique(aliasJudgements(groups, source{base(name), fingerprint(data)}))
}

// Distinct reads a file of pairs of names that are not one organization: a JSON or YAML list of [name, name, why]; the reason
// may be left out.
func Distinct(name string, data []byte) ([]graph.Judgement, error) {
	pairs, err := rows(name, data, "a list of pairs of names that are not one organization, with the reason: [[\"FAIR\", \"Fair\", \"two organizations\"]]")
	if err != nil {
		return nil, err
	}
	return unique(distinctJudgements(pairs, source{base(name), fingerprint(data)}))
}

func rows(name string, data []byte, wanted string) ([][]string, error) {
	n, err := parse(name, data)
	if err == nil && n.kind != listNode {
		err = wrong(n, "", "this file should hold %s", wanted)
	}
	var out [][]string
	if err == nil {
		err = decode(n, &out)
	}
	if err != nil {
		return nil, inFile(name, err)
	}
	return out, nil
}

func aliasJudgements(groups [][]string, src source) ([]graph.Judgement, error) {
	var js []graph.Judgement
	for i, g := range groups {
		if len(g) < 2 {
			return nil, graph.Errorf(graph.Invalid, "%s: group %d has %d names; a group needs at least two that are one organization", src.name, i+1, len(g))
		}
		for _, other := range g[1:] {
			j, err := judge(graph.Same, g[0], other, "", "group", i, src)
			if err != nil {
				return nil, err
			}
			js = append(js, j)
		}
	}
	return js, nil
}

func distinctJudgements(pairs [][]string, src source) ([]graph.Judgement, error) {
	var js []graph.Judgement
	for i, p := range pairs {
		if len(p) != 2 && len(p) != 3 {
			return nil, graph.Errorf(graph.Invalid, "%s: pair %d has %d entries; write two names and the reason", src.name, i+1, len(p))
		}
		why := strings.Join(p[2:], "")
		j, err := judge(graph.Different, p[0], p[1], why, "pair", i, src)
		if err != nil {
			return nil, err
		}
		js = append(js, j)
	}
	return js, nil
}

func judge(verdict graph.Verdict, a, b, why, what string, i int, src source) (graph.Judgement, error) {
	j := graph.NewJudgement(graph.Judgement{Verdict: verdict, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: src.by(), Source: src.sha256, Why: why})
	if err := j.Check(); err != nil {
		return j, graph.Errorf(graph.Invalid, "%s: %s %d: %s", src.name, what, i+1, graph.MessageOf(err))
	}
	return j, nil
}

// unique drops judgements that stand twice: one is enough.
func unique(js []graph.Judgement, err error) ([]graph.Judgement, error) {
	seen := make(map[string]bool, len(js))
	return slices.DeleteFunc(js, func(j graph.Judgement) bool {
		again := seen[j.ID]
		seen[j.ID] = true
		return again
	}), err
}

// judgements adds the file's judgements and profiles.
func (f *File) judgements(c *store.Change, ids map[string]string, src source) error {
	same, err := aliasJudgements(f.Aliases, src)
	if err != nil {
		return err
	}
	different, err := distinctJudgements(f.Distinct, src)
	if err != nil {
		return err
	}
	c.Judgements = append(same, different...)
	kinds, err := f.kinds(ids, src)
	if err != nil {
		return err
	}
	c.Judgements = append(c.Judgements, kinds...)
	for _, h := range f.Homonyms {
		if err := f.split(c, h, ids, src); err != nil {
			return err
		}
	}
	for i, j := range f.Judgements {
		where := "judgements[" + strconv.Itoa(i) + "]"
		for _, ref := range []*graph.NameRef{&j.A, &j.B} {
			if ref.Letter, err = f.resolve(ids, ref.Letter, where, src); err != nil {
				return err
			}
		}
		c.Judgements = append(c.Judgements, withID(j, f.KeepIDs, src))
	}
	for i, p := range f.Profiles {
		where := "profiles[" + strconv.Itoa(i) + "]"
		if p.Of.Letter, err = f.resolve(ids, p.Of.Letter, where, src); err != nil {
			return err
		}
		p.Of.Name = graph.CleanName(p.Of.Name)
		if p.Parent != nil {
			parent := *p.Parent
			if parent.Letter, err = f.resolve(ids, parent.Letter, where, src); err != nil {
				return err
			}
			p.Parent = &parent
		}
		c.Profiles = append(c.Profiles, p)
	}
	c.Judgements, _ = unique(c.Judgements, nil)
	return nil
}

// withID completes a judgement that the file states in full.
func withID(j graph.Judgement, kept bool, src source) graph.Judgement {
	if j.By == "" {
		j.By = src.by()
	}
	if j.Source == "" && !kept {
		j.Source = src.sha256
	}
	return graph.NewJudgement(j)
}

// split states a homonym as judgements in one letter each, from the first letter of each organization, and a profile that
// shows it. The name elsewhere stays unjudged: the network lists it as ambiguous where it occurs.
func (f *File) split(c *store.Change, h Homonym, ids map[string]string, src source) error {
	if len(h.Organizations) < 2 {
		return graph.Errorf(graph.Invalid, "%s: homonym %q has %d organizations; it needs at least two", src.name, h.Name, len(h.Organizations))
	}
	add := func(verdict graph.Verdict, a, b graph.NameRef) error {
		j := graph.NewJudgement(graph.Judgement{Verdict: verdict, A: a, B: b, By: src.by(), Source: src.sha256, Why: h.Why})
		c.Judgements = append(c.Judgements, j)
		if err := j.Check(); err != nil {
			return graph.Errorf(graph.Invalid, "%s: homonym %q: %s", src.name, h.Name, graph.MessageOf(err))
		}
		return nil
	}
	var firsts []graph.NameRef
	for _, o := range h.Organizations {
		if len(o.Letters) == 0 {
			return graph.Errorf(graph.Invalid, "%s: homonym %q, %q: name the letters in which it means this organization", src.name, h.Name, o.Display)
		}
		var first graph.NameRef
		for i, id := range o.Letters {
			letter, err := f.resolve(ids, id, "homonym "+strconv.Quote(h.Name), src)
			if err != nil {
				return err
			}
			ref := graph.NameRef{Name: graph.CleanName(h.Name), Letter: letter}
			if i == 0 {
				first = ref
			} else if err := add(graph.Same, first, ref); err != nil {
				return err
			}
		}
		for _, other := range firsts {
			if err := add(graph.Different, other, first); err != nil {
				return err
			}
		}
		firsts = append(firsts, first)
		if o.Display != "" || o.Country != "" {
			c.Profiles = append(c.Profiles, graph.Profile{Of: first, Display: o.Display, Country: o.Country})
		}
	}
	return nil
}
