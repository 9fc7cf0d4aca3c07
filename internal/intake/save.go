package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/ruling"
	"undersigned/internal/sameletter"
	"undersigned/internal/store"
)

// SaveRequest is a draft as a person left it.
type SaveRequest struct {
	By         string         `json:"by" minLength:"1" maxLength:"100" doc:"who saves it; stands in judgements and the audit log"`
	When       string         `json:"when,omitempty" maxLength:"10" doc:"when it was decided: 2021, 2021-05 or 2021-05-06; no clock is read"`
	Title      string         `json:"title,omitempty" maxLength:"2000"`
	Date       string         `json:"date,omitempty" maxLength:"10"`
	Kind       string         `json:"kind,omitempty" enum:"letter,statement,petition,amicus-brief,press-release,news,profile,list,other"`
	Language   string         `json:"language,omitempty" maxLength:"3"`
	Addressees []Addressee    `json:"addressees" maxItems:"1000"`
	Targets    []string       `json:"targets" maxItems:"1000"`
	Claimed    *SavedClaim    `json:"claimed,omitempty" doc:"left out: as read"`
	Published  *string        `json:"published,omitempty" maxLength:"2000" doc:"left out: as given with the document"`
	Rows       []SaveRow      `json:"rows" maxItems:"50000" doc:"in the order of the list"`
	Relations  []SaveRelation `json:"relations,omitempty" maxItems:"20"`
	Replace    bool           `json:"replace,omitempty" doc:"the stored form of this very document is replaced"`
}

// SavedClaim corrects what the document says about the number of its signatories.
type SavedClaim struct {
	Organizations *int `json:"organizations,omitempty" minimum:"0" maximum:"10000000"`
	Individuals   *int `json:"individuals,omitempty" minimum:"0" maximum:"100000000"`
}

// SaveRow is one signature.
type SaveRow struct {
	From         []int    `json:"from,omitempty" maxItems:"50" doc:"rows of the draft that it is made of; several are joined"`
	Lines        []int    `json:"lines,omitempty" maxItems:"50" doc:"for what was not read: positions in the draft's lines, from 0; with from, both are joined"`
	Name         string   `json:"name" minLength:"1" maxLength:"2000"`
	Type         string   `json:"type,omitempty" enum:"organization,person" doc:"left out: as read"`
	Capacity     string   `json:"capacity,omitempty" enum:"organization,individual,individual with affiliation,on behalf of" doc:"left out: as read"`
	Country      string   `json:"country,omitempty" maxLength:"500"`
	Note         string   `json:"note,omitempty" maxLength:"5000"`
	Affiliation  string   `json:"affiliation,omitempty" maxLength:"2000"`
	Withdrawn    bool     `json:"withdrawn,omitempty"`
	Reported     bool     `json:"reported,omitempty"`
	Organization Decision `json:"organization,omitempty"`
}

// Decision says which organization stands behind a row.
type Decision struct {
	Decision string `json:"decision,omitempty" enum:"same,different,new" doc:"left out: the match where it is known, else one of its own"`
	ID       string `json:"id,omitempty" maxLength:"300" doc:"of the organization that it is, or is not"`
}

// SaveRelation says how the letter belongs to a stored one.
type SaveRelation struct {
	Letter   string `json:"letter" minLength:"1" maxLength:"300"`
	Relation string `json:"relation" enum:"version-of,translation-of,report-of,unrelated"`
}

// SaveAnswer says what was written.
type SaveAnswer struct {
	Version    explore.Version `json:"version" doc:"of the data with the letter in it"`
	Letter     string          `json:"letter" doc:"its id"`
	Revision   int64           `json:"revision"`
	Written    int             `json:"written" doc:"records"`
	Unchanged  int             `json:"unchanged" doc:"records that were stored already as they are"`
	Judgements int             `json:"judgements" doc:"decisions about names and letters"`
	Linked     []string        `json:"linked" doc:"what the written rule linked, in sentences"`
	NotApplied []string        `json:"not_applied" doc:"decisions that contradict earlier ones, and names of several organizations about which none was made, in sentences"`
}

// Save writes the letter and what was decided about its names, all at once. Saving a draft again replaces what it wrote before and takes
// back the judgements that are not made any more; where nothing changed, nothing is written. Errors: Invalid with the row that is wrong,
// NotFound for a draft or organization that is not there, Conflict where the document is stored already in another form and replace is not
// set, and those of the store.
func (in *Intake) Save(ctx context.Context, id string, q SaveRequest) (SaveAnswer, error) {
	d, err := in.findRead(id)
	if err != nil {
		return SaveAnswer{}, err
	}
	d.mu.Lock() // a second click waits for the first and then finds nothing to write
	defer d.mu.Unlock()
	person, err := personOf(q.By)
	if err != nil {
		return SaveAnswer{}, err
	}
	if _, err := graph.ParseDate(q.When); err != nil {
		return SaveAnswer{}, err
	}
	l, err := compose(d.reading, &q, person)
	if err != nil {
		return SaveAnswer{}, err
	}
	data, result, made, err := in.saveOne(ctx, d, l, &q, person)
	if err != nil {
		return SaveAnswer{}, err
	}
	return in.saved(ctx, data, l.ID, result, made), nil
}

// saveOne writes one letter at a time: two drafts of one document would replace each other unseen, and a letter and its report would not be
// compared.
func (in *Intake) saveOne(ctx context.Context, d *draft, l graph.Letter, q *SaveRequest, person string) (*explore.Reading, store.Result, judged, error) {
	in.saving.Lock()
	defer in.saving.Unlock()
	failed := func(err error) (*explore.Reading, store.Result, judged, error) {
		return nil, store.Result{}, judged{}, err
	}
	revision, err := in.store.Revision(ctx)
	if err != nil {
		return failed(err)
	}
	data, err := in.service.ReadFrom(ctx, revision) // what another program has just written counts too
	if err != nil {
		return failed(err)
	}
	if err := in.mayReplace(ctx, d, &l, q.Replace); err != nil {
		return failed(err)
	}
	if in.copies != nil && d.document.Retrieved != "" {
		if err := in.copies(d.document); err != nil {
			return failed(err)
		}
	}
	others, err := in.without(ctx, data, d, l.ID)
	if err != nil {
		return failed(err)
	}
	made, err := in.judge(ctx, data, others, d.reading, &l, q, person)
	if err != nil {
		return failed(err)
	}
	result, err := in.write(ctx, d, l, made, person)
	return data, result, made, err
}

// without returns the network of all but a letter, and without what its draft has judged: decisions are about the names that others
// print. Saved before, the letter's own names would all be known.
func (in *Intake) without(ctx context.Context, data *explore.Reading, d *draft, letter string) (*graph.Network, error) {
	if _, err := in.store.Letter(ctx, letter); graph.CodeOf(err) == graph.NotFound && len(d.judgements) == 0 {
		return data.Graph(), nil
	}
	all, err := in.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	all.Letters = slices.DeleteFunc(all.Letters, func(l graph.Letter) bool { return l.ID == letter })
	all.Judgements = slices.DeleteFunc(all.Judgements, func(j graph.Judgement) bool { return slices.Contains(d.judgements, j.ID) })
	all.Rules = "" // they know the letter's names, too
	if all, err = ruling.Complete(ctx, all); err != nil {
		return nil, err
	}
	return graph.NewNetwork(all)
}

// write puts letter and judgements into the store as one.
func (in *Intake) write(ctx context.Context, d *draft, l graph.Letter, made judged, person string) (store.Result, error) {
	stored, err := in.store.Judgements(ctx)
	if err != nil {
		return store.Result{}, err
	}
	before := make(map[string]*graph.Judgement, len(stored))
	for i := range stored {
		before[stored[i].ID] = &stored[i]
	}
	change := store.Change{Letters: []graph.Letter{l}, Actor: person}
	var again []string // undone earlier, and said again now
	own := slices.Clone(d.judgements)
	for _, j := range made.list {
		if old := before[j.ID]; old != nil {
			if old.Undone != nil && strings.HasPrefix(j.By, "person:") {
				again = append(again, j.ID)
			}
			continue // the same was said already; its reason and time stay
		}
		change.Judgements = append(change.Judgements, j)
		own = append(own, j.ID)
	}
	for _, id := range d.judgements { // what this draft said before and does not say any more
		old := before[id]
		if old != nil && old.Undone == nil && strings.HasPrefix(old.By, "person:") && !slices.ContainsFunc(made.list, func(j graph.Judgement) bool { return j.ID == id }) {
			j := *old
			j.Undone = &graph.Undoing{By: person}
			change.Judgements = append(change.Judgements, j)
		}
	}
	result, err := in.store.Put(ctx, change)
	if err != nil {
		return store.Result{}, err
	}
	d.savedAs, d.judgements = graph.RecordHash(l), own
	d.saved.Store(true)
	for _, id := range again {
		redone, err := in.store.RedoJudgement(ctx, id, person)
		if err != nil {
			return store.Result{}, err
		}
		result.Written += redone.Written
		result.Revision = redone.Revision
	}
	return result, nil
}

// saved says what a save did, as of data with the letter in it. Where these cannot be read, the letter is saved all the same: then the
// version is the one before.
func (in *Intake) saved(ctx context.Context, data *explore.Reading, id string, result store.Result, made judged) SaveAnswer {
	if newer, err := in.service.ReadFrom(ctx, result.Revision); err == nil {
		data = newer
	}
	a := SaveAnswer{Version: data.Version(), Letter: id, Revision: result.Revision, Written: result.Written, Unchanged: result.Unchanged,
		Judgements: len(made.list), Linked: append([]string{}, made.linked...), NotApplied: append([]string{}, made.undecided...)}
	for _, r := range data.Graph().Refused() {
		if slices.ContainsFunc(made.list, func(j graph.Judgement) bool { return j.ID == r.Judgement.ID }) {
			a.NotApplied = append(a.NotApplied, fmt.Sprintf("“%s” and “%s” were not joined: %s.", r.Judgement.A.Name, r.Judgement.B.Name, r.Why))
		}
	}
	return a
}

// mayReplace refuses to replace a stored form of the document that this draft did not write. What that one knows of where the document comes
// from stays, as in loading; where nothing else is new, nothing is replaced.
func (in *Intake) mayReplace(ctx context.Context, d *draft, l *graph.Letter, replace bool) error {
	old, err := in.store.Letter(ctx, l.ID)
	switch {
	case graph.CodeOf(err) == graph.NotFound:
		return nil
	case err != nil:
		return err
	}
	state, differs := sameletter.State(&old, l, true)
	*l = *state
	if !differs || replace || graph.RecordHash(old) == d.savedAs || sameletter.ContentHash(&old) == sameletter.ContentHash(l) {
		return nil
	}
	return graph.Errorf(graph.Conflict, "this document is stored already, as %q, with other rows: look at it first, then save again and say that it is to be replaced", old.Title)
}

// personOf is the actor that a name stands for.
func personOf(by string) (string, error) {
	by = graph.CleanName(by)
	if by == "" || strings.ContainsFunc(by, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return "", graph.Errorf(graph.Invalid, "say who saves the letter: your name stands beside what you decide")
	}
	return "person: " + by, nil
}
