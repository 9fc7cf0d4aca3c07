package load

import (
	"context"
	"maps"
	"slices"

	"undersigned/graph"
	"undersigned/internal/ruling"
)

// countStates says of each letter what the run made of it, and counts.
func (r *run) countStates() {
	for i := range r.summary.Letters {
		report := &r.summary.Letters[i]
		report.State = report.state()
		switch report.State {
		case New:
			r.summary.States.New++
		case Replaced:
			r.summary.States.Replaced++
		case Unchanged:
			r.summary.States.Unchanged++
		}
	}
}

// countDry counts what a dry run would write. A judgement that is undone in the store would stay as it is.
func (r *run) countDry() {
	count := func(changed bool) {
		if changed {
			r.summary.Written++
		} else {
			r.summary.Unchanged++
		}
	}
	for _, i := range r.reports {
		count(r.summary.Letters[i].changed)
	}
	for _, j := range r.batch.Judgements {
		count(r.others["j"+j.ID] == "")
	}
	for _, p := range r.batch.Profiles {
		count(r.others["p"+graph.ProfileKey(p)] != graph.RecordHash(p))
	}
}

// held counts what the store holds now, or would after a dry run; nil where that cannot be told, which is no fault of the load. The run knows all
// that is stored, so the store is asked only where another program wrote to it meanwhile.
func (r *run) held(ctx context.Context) *Holding {
	data := graph.Data{Letters: make([]graph.Letter, 0, len(r.stored)), Profiles: slices.Clone(r.known.Profiles), Judgements: slices.Clone(r.known.Judgements)}
	if r.shared {
		var err error
		if data, err = r.Store.Snapshot(ctx); err != nil {
			return nil
		}
	} else {
		for _, id := range slices.Sorted(maps.Keys(r.stored)) {
			data.Letters = append(data.Letters, *r.stored[id])
		}
		for _, j := range r.added.Judgements {
			if r.others["j"+j.ID] == "" { // one that is stored stays as it is, undone too
				data.Judgements = append(data.Judgements, j)
			}
		}
		added := map[string]bool{}
		for _, p := range r.added.Profiles {
			added[graph.ProfileKey(p)] = true
		}
		data.Profiles = slices.DeleteFunc(data.Profiles, func(old graph.Profile) bool { return added[graph.ProfileKey(old)] })
		data.Profiles = append(data.Profiles, r.added.Profiles...)
	}
	data, err := ruling.Complete(ctx, data)
	if err != nil {
		return nil
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		return nil
	}
	c := n.Coverage()
	h := &Holding{Letters: c.Letters, Organizations: c.Organizations, Refused: c.Refused, Joined: c.MergedByRule}
	for _, j := range n.Judgements() {
		if j.ByRule() && j.Verdict == graph.Same && n.NotApplied(j) != "" {
			h.Open++
		}
	}
	return h
}
