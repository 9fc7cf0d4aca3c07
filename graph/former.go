package graph

// formerNames are the names that one organization had and has no more. A spelling of such a name is one, too, unless it is a spelling of the
// name that came after it.
type formerNames struct {
	names map[string]Name   // by text
	keys  map[string]string // folded -> text
	now   map[string]bool   // folded names of now
}

func (f *formerNames) add(name Name, now string) {
	if f.names == nil {
		f.names, f.keys, f.now = map[string]Name{}, map[string]string{}, map[string]bool{}
	}
	old, known := f.names[name.Text]
	if !known || old.From.IsZero() && old.Until.IsZero() {
		f.names[name.Text] = name
	}
	if key := Fold(name.Text); key != "" && !known {
		f.keys[key] = name.Text
	}
	f.now[Fold(now)] = true
}

// with adds those that profiles say.
func (f *formerNames) with(facts []Profile) *formerNames {
	for _, p := range facts {
		for _, name := range p.Names {
			if name.Kind == Former {
				f.add(name, p.Of.Name)
			}
		}
	}
	return f
}

// of returns the former name that a name is, nil where it is none.
func (f *formerNames) of(name string) *Name {
	if len(f.names) == 0 {
		return nil
	}
	was, ok := f.names[name]
	if !ok {
		key := Fold(name)
		if f.now[key] {
			return nil
		}
		was, ok = f.names[f.keys[key]]
	}
	if !ok {
		return nil
	}
	return &was
}

// without returns the names that are none; all of them where nothing is left.
func (f *formerNames) without(names []string) []string {
	if len(f.names) == 0 {
		return names
	}
	var current []string
	for _, name := range names {
		if f.of(name) == nil {
			current = append(current, name)
		}
	}
	if len(current) == 0 {
		return names
	}
	return current
}

// formerNames returns the former names of each component. Of judgements that lead in a circle the last is refused: the names stay one
// organization's, and this one is no former name by it.
func (r *resolution) formerNames(js []Judgement) map[int]*formerNames {
	all := map[int]*formerNames{}
	trees := map[int]int{} // of former names below the names that came after them, as a union-find forest
	root := func(i int) int {
		for up, ok := trees[i]; ok; up, ok = trees[i] {
			if above, ok := trees[up]; ok {
				trees[i] = above
			}
			i = up
		}
		return i
	}
	after := map[int]Judgement{} // name -> what made it a former one
	for _, j := range js {
		if j.Verdict != FormerName || j.Undone != nil || j.Relation != "" {
			continue
		}
		now, was := r.index[j.A], r.index[j.B]
		if r.root(now) != r.root(was) {
			continue // refused, or a rule's
		}
		if _, known := after[was]; !known {
			if root(now) == was {
				against := after[now]
				r.refused = append(r.refused, Refusal{j, "“" + j.A.Name + "” would be a former name of itself: " + j.Says() + ", but " + against.Says(), against.ID})
				continue
			}
			trees[was], after[was] = root(now), j
		}
		if all[r.root(was)] == nil {
			all[r.root(was)] = &formerNames{}
		}
		all[r.root(was)].add(Name{Text: j.B.Name, Kind: Former, From: j.From, Until: j.Until}, j.A.Name)
	}
	return all
}
