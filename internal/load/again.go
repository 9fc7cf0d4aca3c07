package load

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/sameletter"
	"undersigned/internal/store"
)

// Again says how a newer reading of stored letters differs from what is stored.
type Again struct {
	Letters  []AgainReport `json:"letters"`
	NotGiven []NotGiven    `json:"not_given"` // stored letters whose documents were not read again
	Failed   []Failure     `json:"failed"`
	Skipped  []Skip        `json:"skipped"`
	Hidden   int           `json:"hidden"`
	Written  int           `json:"written"` // letters
	Revision int64         `json:"revision"`
}

// AgainReport is one letter of a file that was read again.
type AgainReport struct {
	Name   string `json:"name"`
	Letter string `json:"letter"` // id of the stored one; "" where none is stored
	Title  string `json:"title"`
	sameletter.Difference
	Doubtful []string `json:"doubtful"`
	Differs  bool     `json:"differs"` // from what is stored, be it in evidence alone
	Written  bool     `json:"written"`
}

// NotGiven is a stored letter of which no document was read again.
type NotGiven struct {
	Letter   string `json:"letter"`
	Title    string `json:"title"`
	Document string `json:"document"`
}

// ReadAgain reads documents that are stored already, holds each against its letter, and reports the difference. Without paths it reads the kept
// copies of what was fetched from addresses: the bytes of other documents are not stored. It writes nothing unless write is set; then
// letters that differ are replaced by the newer reading with what persons corrected, see sameletter.Again. Files of documents that
// are not stored are reported and left alone. Errors are those of Load.
func (l *Loader) ReadAgain(ctx context.Context, paths []string, write bool) (*Again, error) {
	a := &Again{Letters: []AgainReport{}, NotGiven: []NotGiven{}}
	own := *l
	own.DryRun = l.DryRun || !write
	r := &run{Loader: &own, summary: &Summary{Failed: []Failure{}, Skipped: []Skip{}}}
	if l.Store == nil {
		return a, graph.Errorf(graph.Invalid, "there is no store whose letters could be read again")
	}
	err := a.readAll(ctx, r, paths, !own.DryRun)
	a.Failed, a.Skipped, a.Hidden = r.summary.Failed, r.summary.Skipped, r.summary.Hidden
	revision, revErr := l.Store.Revision(context.WithoutCancel(ctx))
	a.Revision = revision
	if err != nil {
		return a, err
	}
	if revErr != nil {
		return a, revErr
	}
	return a, r.summary.err(len(a.Letters) + len(a.Failed))
}

func (a *Again) readAll(ctx context.Context, r *run, paths []string, write bool) error {
	data, err := r.Store.Snapshot(ctx)
	if err != nil {
		return err
	}
	saved, err := store.SavedByPersons(ctx, r.Store)
	if err != nil {
		return err
	}
	x := newStored(data.Letters)
	if err := r.stdin(ctx, Input{Paths: paths}); err != nil {
		return err
	}
	files := r.collect(Input{Paths: paths})
	if len(paths) == 0 {
		if files, err = x.copies(r.Copies); err != nil {
			return err
		}
	}
	var change store.Change
	ahead := r.ahead(ctx, files)
	defer ahead.stop()
	for i, f := range files {
		r.progress(i, len(files), f.shown)
		if ctx.Err() != nil {
			return graph.Wrap(graph.Cancelled, ctx.Err(), "reading again was stopped; nothing was written")
		}
		got, err := ahead.read(i)
		if graph.CodeOf(err) == graph.Cancelled {
			return err
		}
		if err == nil && !got.extracted {
			err = graph.Errorf(graph.Invalid, "%s is a data set or an edge list, which says itself who signed: load it without --again", filepath.Base(f.path))
		}
		if err != nil {
			r.summary.fail(f.shown, err)
			continue
		}
		for k := range got.Letters {
			report, letter := x.compare(f.shown, &got.Letters[k], len(got.Letters) == 1, saved)
			if write && report.Differs && letter != nil && !slices.ContainsFunc(change.Letters, func(o graph.Letter) bool { return o.ID == letter.ID }) {
				change.Letters, report.Written = append(change.Letters, *letter), true
			}
			a.Letters = append(a.Letters, report)
		}
	}
	r.progress(len(files), len(files), "")
	a.NotGiven = x.notGiven()
	if len(change.Letters) == 0 {
		return nil
	}
	change.Actor = store.ActorAgain
	result, err := store.PutInParts(ctx, r.Store, change)
	if err != nil {
		for i := range a.Letters {
			a.Letters[i].Written = false
		}
		return err
	}
	a.Written = result.Written
	return nil
}

// stored finds letters by what their documents are.
type stored struct {
	letters []graph.Letter
	byID    map[string]int
	bySHA   map[string][]int // of documents
	again   map[int]bool     // letters that were read again
}

func newStored(letters []graph.Letter) *stored {
	x := &stored{letters: letters, byID: map[string]int{}, bySHA: map[string][]int{}, again: map[int]bool{}}
	for i := range letters {
		x.byID[letters[i].ID] = i
		for _, d := range letters[i].Documents {
			if d.SHA256 != "" && !slices.Contains(x.bySHA[d.SHA256], i) {
				x.bySHA[d.SHA256] = append(x.bySHA[d.SHA256], i)
			}
		}
	}
	return x
}

// find returns the stored letter that a reading is of: the one of its id, else the one of its document's hash, since a newer reader may read another
// title, and with it another id. only says that the document holds one letter; a table holds many of one hash.
func (x *stored) find(l *graph.Letter, only bool) (int, bool) {
	if i, ok := x.byID[l.ID]; ok {
		return i, true
	}
	if at := x.bySHA[l.Documents[0].SHA256]; only && len(at) == 1 {
		return at[0], true
	}
	return 0, false
}

func (x *stored) compare(name string, fresh *graph.Letter, only bool, saved map[string]bool) (AgainReport, *graph.Letter) {
	report := AgainReport{Name: name, Title: fresh.Title, Difference: sameletter.Difference{New: []sameletter.Row{}, Gone: []sameletter.Row{}, Changed: []sameletter.Changed{}, Fields: []sameletter.Field{}, Kept: []sameletter.Row{}},
		Doubtful: append([]string{}, fresh.Doubtful...)}
	i, ok := x.find(fresh, only)
	if !ok {
		return report, nil
	}
	x.again[i] = true
	old := &x.letters[i]
	l, d := sameletter.Again(old, fresh, saved[old.ID])
	report.Letter, report.Title, report.Difference, report.Differs = old.ID, l.Title, d, graph.RecordHash(*old) != graph.RecordHash(l)
	return report, &l
}

// copies lists the kept copies of stored documents, under the documents' own names where they are told apart by them.
func (x *stored) copies(folder string) ([]file, error) {
	var files []file
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		return nil, unreadable(folder, err)
	}
	for _, e := range entries {
		sha, _, _ := strings.Cut(e.Name(), ".")
		if at := x.bySHA[sha]; len(at) > 0 && e.Type().IsRegular() {
			path, name := filepath.Join(folder, e.Name()), e.Name()
			for _, d := range x.letters[at[0]].Documents {
				if d.SHA256 == sha && d.Name != "" {
					name = d.Name // a name may hold a date, and chooses the medium
				}
			}
			files = append(files, file{path: path, name: name, shown: path, form: formOf(name)})
		}
	}
	if len(files) == 0 {
		return nil, graph.Errorf(graph.Invalid, "no copy of a stored letter's document is kept: name the files to read again (the store has their text, and not their bytes)")
	}
	return files, nil
}

// notGiven lists the letters with documents that were read here, and not again.
func (x *stored) notGiven() []NotGiven {
	list := []NotGiven{}
	for i := range x.letters {
		l := &x.letters[i]
		if x.again[i] {
			continue
		}
		at := slices.IndexFunc(l.Documents, func(d graph.Document) bool { return d.SHA256 != "" && d.Text != "" })
		if at >= 0 {
			list = append(list, NotGiven{l.ID, l.Title, l.Documents[at].Name})
		}
	}
	return list
}
