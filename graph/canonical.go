package graph

import (
	"cmp"
	"maps"
	"slices"
)

// buildOrganizations makes one Organization of each component that signed something, sorts them by id, and turns the
// occurrences' component into that position. The id is made from the form printed in most letters, then the longer one, then the first by code
// point; the display name is a profile's, else that form, of whose spellings the cleanest (see displayed). It returns the position of each component,
// -1 of those that signed nothing.
func (n *Network) buildOrganizations(r *resolution, occurrences []occurrence, profiles []Profile) []int32 {
	forms := map[int]map[string]map[string]bool{} // component -> printed form -> letters
	countries := map[int]map[string]int{}
	for _, o := range occurrences {
		c := int(o.org)
		if forms[c] == nil {
			forms[c], countries[c] = map[string]map[string]bool{}, map[string]int{}
		}
		for _, form := range printedForms(o.ref.Signature) {
			if forms[c][form] == nil {
				forms[c][form] = map[string]bool{}
			}
			forms[c][form][o.ref.Letter.ID] = true
		}
		if s := o.ref.Signature; s.Country != "" {
			countries[c][s.Country]++
		}
	}
	members := map[int][]int{}
	for i := range r.refs {
		members[r.root(i)] = append(members[r.root(i)], i)
	}
	printed := func(c int) map[string]int {
		counts := make(map[string]int, len(forms[c]))
		for form, letters := range forms[c] {
			counts[form] = len(letters)
		}
		return counts
	}
	facts := map[int][]Profile{}
	for _, p := range profiles {
		if c := r.componentOf(p.Of); c >= 0 {
			facts[c] = append(facts[c], p)
		}
	}
	for _, list := range facts {
		slices.SortFunc(list, func(a, b Profile) int { return a.Of.compare(b.Of) })
	}
	components := slices.Sorted(maps.Keys(forms))
	position := n.place(r, components, func(c int) Organization {
		return describe(r, c, members[c], printed(c), countries[c], facts[c], r.former[c])
	})
	n.buildUmbrellas(r, position, facts)
	for i := range occurrences {
		occurrences[i].org = position[occurrences[i].org]
	}
	return position
}

// place sorts the organizations of components by their ids and indexes them. It returns the position of each component, -1 of those that signed nothing.
func (n *Network) place(r *resolution, components []int, describe func(c int) Organization) []int32 {
	organizations := make([]Organization, len(components))
	order := make([]int32, len(components))
	for i, c := range components {
		organizations[i], order[i] = describe(c), int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(organizations[a].ID, organizations[b].ID) })
	position := make([]int32, len(r.refs))
	for i := range position {
		position[i] = -1
	}
	n.organizations = make([]Organization, len(components))
	for p, i := range order {
		n.organizations[p] = organizations[i]
		position[components[i]] = int32(p)
	}
	n.indexOrganizations(r, position)
	return position
}

func printedForms(s *Signature) []string {
	forms := []string{s.Name}
	for _, e := range s.Evidence {
		if f := CleanName(e.Form); f != "" && !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

func describe(r *resolution, component int, members []int, forms, countries map[string]int, facts []Profile, former *formerNames) Organization {
	printed := slices.SortedFunc(maps.Keys(forms), func(a, b string) int {
		return cmp.Or(cmp.Compare(forms[b], forms[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	inComponent := func(name string) bool {
		return slices.ContainsFunc(members, func(i int) bool { return r.refs[i].Name == name })
	}
	if former == nil {
		former = &formerNames{}
	}
	former.with(facts)
	current := former.without(printed)
	chosen := printed[0]
	for _, list := range [][]string{printed, current} {
		if i := slices.IndexFunc(list, inComponent); i >= 0 {
			chosen = list[i] // the id must come from a name that judgements know, not from a variant inside one letter
		}
	}
	shown := chosen
	if former.of(chosen) != nil {
		shown = current[0]
	}
	ref := r.identity(component, chosen, members)
	org := Organization{ID: OrganizationID(ref.Name, ref.Letter), Name: displayed(shown, current)}
	known := map[string]bool{}
	add := func(name Name) {
		if known[name.Text] {
			return
		}
		known[name.Text] = true
		if was := former.of(name.Text); was != nil && (name.Kind == Printed || name.Kind == Alias) {
			name.Kind, name.From, name.Until, name.Source = Former, was.From, was.Until, was.Source
		}
		org.Names = append(org.Names, name)
	}
	for _, f := range printed {
		add(Name{Text: f, Kind: Printed})
	}
	org.Printed = len(org.Names)
	best := 0
	for _, c := range slices.Sorted(maps.Keys(countries)) {
		if countries[c] > best {
			best, org.Country = countries[c], c
		}
	}
	for _, p := range facts {
		org.learn(p)
		for _, name := range p.Names {
			add(name)
		}
	}
	for _, i := range members {
		add(Name{Text: r.refs[i].Name, Kind: Alias})
	}
	return org
}

// learn takes over what a profile says, but for its names.
func (o *Organization) learn(p Profile) {
	o.Name = cmp.Or(p.Display, o.Name)
	o.Kind = cmp.Or(p.Kind, o.Kind)
	o.Country = cmp.Or(p.Country, o.Country)
	for scheme, id := range p.ExternalIDs {
		if o.ExternalIDs == nil {
			o.ExternalIDs = map[string]string{}
		}
		o.ExternalIDs[scheme] = id
	}
}

// indexOrganizations maps the id of every name to its organization, and every folded name that is one organization's alone.
func (n *Network) indexOrganizations(r *resolution, position []int32) {
	n.orgIndex = make(map[string]int, 2*len(r.refs))
	// splitOff says that organization p has a name in some letters only, and that it stands for another one elsewhere.
	splitOff := func(p int, name string) bool {
		if r.splits[name] == nil {
			return false
		}
		home := int(position[r.root(r.index[NameRef{Name: name}])])
		return home >= 0 && home != p
	}
	put := func(key string, p int) {
		if old, taken := n.orgIndex[key]; taken && old != p {
			p = -1 // two organizations: the key alone does not decide
		}
		n.orgIndex[key] = p
	}
	for i, ref := range r.refs {
		p := position[r.root(i)]
		if p < 0 {
			continue
		}
		if org := &n.organizations[p]; ref.Letter == "" && len(org.Names) == 1 && org.Names[0].Text == ref.Name {
			put(org.ID, int(p)) // made of its only name
			continue
		}
		put(OrganizationID(ref.Name, ref.Letter), int(p))
		if ref.Letter != "" && !splitOff(int(p), ref.Name) {
			put(OrganizationID(ref.Name, ""), int(p))
		}
	}
	for p, org := range n.organizations {
		for _, name := range append(org.Names, Name{Text: org.Name}) {
			if key := Fold(name.Text); key != "" && !splitOff(p, name.Text) {
				put("\x00"+key, p)
			}
		}
	}
	for p, org := range n.organizations {
		n.orgIndex[org.ID] = p
	}
}

// buildTargets collects the targets of the signed letters; names equal after folding are one target, shown by the form used
// in most letters.
func (n *Network) buildTargets() {
	type found struct {
		forms  map[string]int
		kind   string
		partOf string
	}
	byKey := map[string]*found{}
	note := func(name string) *found {
		key := cmp.Or(Fold(name), name)
		f := byKey[key]
		if f == nil {
			f = &found{forms: map[string]int{}}
			byKey[key] = f
		}
		f.forms[CleanName(name)]++
		return f
	}
	for _, w := range n.letters {
		for _, l := range w.Records {
			for _, t := range l.Targets {
				f := note(t.Name)
				f.kind = cmp.Or(f.kind, t.Kind)
				if t.PartOf != "" && f.partOf == "" {
					f.partOf = cmp.Or(Fold(t.PartOf), t.PartOf)
					note(t.PartOf)
				}
			}
		}
	}
	ids := map[string]string{}
	for key, f := range byKey {
		forms := slices.SortedFunc(maps.Keys(f.forms), func(a, b string) int {
			return cmp.Or(cmp.Compare(f.forms[b], f.forms[a]), cmp.Compare(a, b))
		})
		ids[key] = TargetID(forms[0])
		n.targets = append(n.targets, Target{ID: ids[key], Name: forms[0], Names: forms, Kind: f.kind, PartOf: f.partOf})
	}
	slices.SortFunc(n.targets, func(a, b Target) int { return cmp.Compare(a.ID, b.ID) })
	n.targetIndex = make(map[string]int, 2*len(n.targets))
	for i := range n.targets {
		t := &n.targets[i]
		t.PartOf = ids[t.PartOf]
		n.targetIndex[t.ID] = i
		for _, name := range t.Names {
			n.targetIndex["\x00"+Fold(name)] = i
		}
	}
	n.letterTargets = make([][]int32, len(n.letters))
	for i, w := range n.letters {
		for _, l := range w.Records {
			for _, t := range l.Targets {
				p, _ := n.Target(t.Name)
				if !slices.Contains(n.letterTargets[i], int32(p)) {
					n.letterTargets[i] = append(n.letterTargets[i], int32(p))
				}
			}
		}
	}
}
