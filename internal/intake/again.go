package intake

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/sameletter"
	"undersigned/internal/store"
)

// AgainAnswer holds a draft of a document that is stored already against its letter: what this reading says otherwise. Nothing is written by asking.
type AgainAnswer struct {
	Version  explore.Version   `json:"version"`
	Letter   explore.LetterRef `json:"letter"`
	Doubtful []string          `json:"doubtful" doc:"of this reading"`
	Same     bool              `json:"same" doc:"this reading says nothing else"`
	sameletter.Difference
}

// AgainRequest asks to take the newer reading.
type AgainRequest struct {
	Letter string `json:"letter" minLength:"1" maxLength:"300" doc:"id of the letter"`
	By     string `json:"by" minLength:"1" maxLength:"100" doc:"who takes it; stands in the audit log"`
}

// AddStored makes a draft of the kept copy of a stored letter's document. NotFound where no copy is kept: then the file is to be given.
func (in *Intake) AddStored(ctx context.Context, id string) (DraftAnswer, error) {
	l, err := in.store.Letter(ctx, id)
	if err != nil {
		return DraftAnswer{}, err
	}
	for _, d := range l.Documents {
		if in.kept == nil || d.SHA256 == "" {
			continue
		}
		data, err := in.kept(d.SHA256)
		if graph.CodeOf(err) == graph.NotFound {
			continue
		} else if err != nil {
			return DraftAnswer{}, err
		}
		return in.Add(ctx, Document{Name: d.Name, Data: data, Published: d.Published, Retrieved: d.Retrieved})
	}
	return DraftAnswer{}, graph.Errorf(graph.NotFound, "no copy of this letter's document is kept here, only its text: give the file again")
}

// Again compares a draft with the stored letter whose document it is of. Conflict where it is of another document.
func (in *Intake) Again(ctx context.Context, id, letterID string) (AgainAnswer, error) {
	d, err := in.findRead(id)
	if err != nil {
		return AgainAnswer{}, err
	}
	data, err := in.service.Read(ctx)
	if err != nil {
		return AgainAnswer{}, err
	}
	old, l, difference, err := in.again(ctx, d, letterID)
	if err != nil {
		return AgainAnswer{}, err
	}
	return AgainAnswer{Version: data.Version(), Letter: data.RecordRef(&old), Doubtful: append([]string{}, l.Doubtful...), Same: difference.None(), Difference: difference}, nil
}

// TakeAgain replaces a stored letter by its newer reading, with what persons corrected.
func (in *Intake) TakeAgain(ctx context.Context, id string, q AgainRequest) (WrittenAnswer, error) {
	d, err := in.findRead(id)
	if err != nil {
		return WrittenAnswer{}, err
	}
	if _, err := personOf(q.By); err != nil {
		return WrittenAnswer{}, err
	}
	in.saving.Lock()
	defer in.saving.Unlock()
	_, l, _, err := in.again(ctx, d, q.Letter)
	if err != nil {
		return WrittenAnswer{}, err
	}
	result, err := in.store.Put(ctx, store.Change{Letters: []graph.Letter{l}, Actor: store.ActorAgain + ", " + graph.CleanName(q.By)})
	if err != nil {
		return WrittenAnswer{}, err
	}
	d.saved.Store(true)
	return in.wrote(ctx, l.ID, result)
}

// again makes the newer reading of a stored letter, and its difference.
func (in *Intake) again(ctx context.Context, d *draft, letterID string) (old, l graph.Letter, difference sameletter.Difference, err error) {
	if old, err = in.store.Letter(ctx, letterID); err != nil {
		return old, l, difference, err
	}
	sha := d.reading.Letter.Documents[0].SHA256
	if !slices.ContainsFunc(old.Documents, func(o graph.Document) bool { return o.SHA256 == sha }) {
		return old, l, difference, graph.Errorf(graph.Conflict, "this is not the document that %q was read from, or it has changed since: add it as a letter of its own, and say there how the two belong together", old.Title)
	}
	saved, err := store.SavedByPersons(ctx, in.store)
	if err != nil {
		return old, l, difference, err
	}
	fresh := asRead(d.reading)
	l, difference = sameletter.Again(&old, &fresh, saved[old.ID])
	return old, l, difference, nil
}

// asRead is the letter of a reading that no person changed: what loading its document stores.
func asRead(r *reading) graph.Letter {
	l := r.Letter
	l.Signatures = []graph.Signature{}
	at := map[string]int{}
	for i := range r.Rows {
		row := &r.Rows[i]
		key := string(row.Type) + "\x00" + string(row.Capacity) + "\x00" + row.Name
		if k, known := at[key]; known {
			l.Signatures[k].Evidence = append(l.Signatures[k].Evidence, row.Evidence...)
			continue
		}
		at[key] = len(l.Signatures)
		l.Signatures = append(l.Signatures, graph.Signature{Name: row.Name, Type: row.Type, Capacity: row.Capacity, Status: row.Status, Affiliation: row.Affiliation, Country: row.Country,
			Note: row.Note, Position: i + 1, Confidence: row.Confidence, Evidence: slices.Clone(row.Evidence)})
	}
	return l
}
