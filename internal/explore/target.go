package explore

import (
	"cmp"
	"context"
	"slices"
)

// Targets lists all targets, most letters first; letters to a part count for the whole too.
func (r *Reading) Targets(context.Context) (TargetsAnswer, error) {
	return TargetsAnswer{r.version, r.targetCounts()}, nil
}

// targetSigners is how many organizations the page of a target lists.
const targetSigners = 100

// Target returns the letters to a target and its parts, and who signed most of them.
func (r *Reading) Target(ctx context.Context, id string) (TargetAnswer, error) {
	t, err := r.target(id)
	if err != nil {
		return TargetAnswer{}, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return TargetAnswer{}, err
	}
	target := &r.network.Targets()[t]
	a := TargetAnswer{Version: r.version, ID: target.ID, Name: target.Name, Names: orEmpty(target.Names), Kind: target.Kind, Parts: []TargetRef{},
		Letters: r.letterRefs(r.lettersLatestFirst(r.toTarget[t])), Organizations: []TargetSigners{}}
	if whole, ok := r.network.Target(target.PartOf); ok && target.PartOf != "" {
		ref := r.targetRef(whole)
		a.PartOf = &ref
	}
	for _, part := range r.below[t] {
		if int(part) != t {
			a.Parts = append(a.Parts, r.targetRef(int(part)))
		}
	}
	signed := make(map[int32]int)
	for _, l := range r.toTarget[t] {
		for _, o := range r.x.SignersOf(int(l)) {
			signed[o]++
		}
	}
	a.Signers = len(signed)
	for o, n := range signed {
		a.Organizations = append(a.Organizations, TargetSigners{r.organizationRef(int(o)), c.number(int(o)), n})
	}
	slices.SortFunc(a.Organizations, func(x, y TargetSigners) int {
		return cmp.Or(cmp.Compare(y.Letters, x.Letters), cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	a.Organizations = slices.Clip(a.Organizations[:min(len(a.Organizations), targetSigners)])
	return a, nil
}
