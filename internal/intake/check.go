package intake

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
)

// CheckRequest says what a person found who compared a doubtful letter with its source.
type CheckRequest struct {
	By      string `json:"by" minLength:"1" maxLength:"100" doc:"who compared; stands beside the letter and in the audit log"`
	When    string `json:"when,omitempty" maxLength:"10" doc:"when: 2021, 2021-05 or 2021-05-06; no clock is read"`
	Checked bool   `json:"checked" doc:"true: it is right in spite of its doubts; false takes that back"`
}

// WrittenAnswer says what a write to one letter did.
type WrittenAnswer struct {
	Version  explore.Version `json:"version" doc:"of the data after it"`
	Letter   string          `json:"letter" doc:"its id"`
	Revision int64           `json:"revision"`
	Written  int             `json:"written" doc:"1, or 0 where it said the same before"`
}

// Check notes that a person found a doubtful letter right, or takes that back. NotFound where there is no such letter; Invalid for one without
// doubts, and where nobody is named.
func (in *Intake) Check(ctx context.Context, id string, q CheckRequest) (WrittenAnswer, error) {
	person, err := personOf(q.By)
	if err != nil {
		return WrittenAnswer{}, err
	}
	if _, err := graph.ParseDate(q.When); err != nil {
		return WrittenAnswer{}, err
	}
	in.saving.Lock()
	defer in.saving.Unlock()
	l, err := in.store.Letter(ctx, id)
	if err != nil {
		return WrittenAnswer{}, err
	}
	if len(l.Doubtful) == 0 {
		return WrittenAnswer{}, graph.Errorf(graph.Invalid, "nothing is doubtful about %q: there is nothing to confirm", l.Title)
	}
	if l.Checked != nil && q.Checked {
		return in.wrote(ctx, l.ID, store.Result{}) // the first who confirmed it stays
	}
	if l.Checked = nil; q.Checked {
		l.Checked = &graph.Check{By: person, When: q.When}
	}
	result, err := in.store.Put(ctx, store.Change{Letters: []graph.Letter{l}, Actor: person})
	if err != nil {
		return WrittenAnswer{}, err
	}
	return in.wrote(ctx, l.ID, result)
}

// wrote says what was written, as of data with it.
func (in *Intake) wrote(ctx context.Context, id string, result store.Result) (WrittenAnswer, error) {
	revision := result.Revision
	if result.Written == 0 {
		var err error
		if revision, err = in.store.Revision(ctx); err != nil {
			return WrittenAnswer{}, err
		}
	}
	a := WrittenAnswer{Letter: id, Revision: revision, Written: result.Written}
	data, err := in.service.ReadFrom(ctx, revision)
	if err != nil { // it is written all the same
		if data, err = in.service.Read(ctx); err != nil {
			return a, nil
		}
	}
	a.Version = data.Version()
	return a, nil
}
