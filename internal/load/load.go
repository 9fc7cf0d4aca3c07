package load

import (
	"cmp"
	"context"
	"io"
	"slices"
	"time"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/fetch"
	"undersigned/internal/letter"
	"undersigned/internal/sameletter"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
)

// Loader loads files into a store.
type Loader struct {
	Store     store.Store                        // may be nil in a dry run, which then knows of no earlier letters
	Actor     string                             // for the audit log; "load" where it is empty
	DryRun    bool                               // read, compare and report, but write nothing
	Limits    letter.Limits                      // of one letter
	Fetch     fetch.Options                      // of one address; its Bytes are those of Limits
	Copies    string                             // the folder that keeps a copy of what was read from an address; "" keeps none
	Stdin     io.Reader                          // what the path "-" reads; nil where there is none
	StdinName string                             // what it is called, for its ending; "" has its bytes say
	FileTime  time.Duration                      // that one file may take, but for edge lists; 0 means 2 minutes, or what Apart says
	Apart     *child.Reader                      // reads files in processes of their own, but for edge lists; nil: they are read in this one
	Progress  func(done, total int, name string) // called before each file and at the end, from the goroutine of Load
}

// Input names what to load.
type Input struct {
	Paths    []string // letters, tables of signatures, data sets, folders of them, and addresses of letters
	Edges    []string // two-mode edge lists
	Aliases  []string // groups of names that are one organization
	Distinct []string // pairs of names that are not
}

// A batch is one transaction: small enough to keep memory low and a kill cheap, large enough that syncing the disk costs little.
const (
	batchLetters    = 200
	batchSignatures = 20_000
)

// Load reads all files, writes what is new or changed, and reports on each letter. A file that cannot be read is named in
// its report; the others load, and the error says how many failed, with the code of the first. An error of the store ends the
// load: what was written before stays, each letter whole. The Summary is never nil.
func (l *Loader) Load(ctx context.Context, in Input) (*Summary, error) {
	r := &run{Loader: l, summary: &Summary{Letters: []Report{}, Failed: []Failure{}, Skipped: []Skip{}, Warnings: []string{}, Proposals: []Proposed{}}, origin: map[string]string{}, taken: map[string]*graph.Letter{}, profiles: map[string]string{}, rows: map[namedLetter]int{}}
	if l.Store == nil && !l.DryRun {
		return r.summary, graph.Errorf(graph.Invalid, "there is no store to load into; give one, or make a dry run")
	}
	follow := func(context.Context, string) error { return nil }
	if l.Store != nil {
		below := *l // one look at all names in the end, instead of one for each batch
		below.Store, follow = ruled.Bulk(l.Store)
		r.Loader = &below
	}
	if err := r.stdin(ctx, in); err != nil {
		return r.summary, err
	}
	files := r.collect(in)
	if len(files) == 0 && len(r.summary.Failed) == 0 {
		return r.summary, graph.Errorf(graph.Invalid, "there is nothing to load: give addresses, files, or folders that hold letters (PDF, DOCX, ODT, RTF, HTML, .txt, .md), tables (.csv, .tsv, .xlsx), lists or data sets (.yaml, .json)")
	}
	if err := r.readStore(ctx); err != nil {
		return r.summary, err
	}
	err := r.takeAll(ctx, files)
	if err == nil {
		err = r.relink(ctx)
	}
	if err != nil {
		r.abandon(ctx)
		return r.summary, err
	}
	if !l.DryRun {
		if err := follow(ctx, cmp.Or(r.Actor, "load")); err != nil {
			return r.summary, err
		}
	}
	r.propose()
	l.progress(len(files), len(files), "")
	return r.summary, r.finish(ctx, len(files))
}

// takeAll reads and writes the files, until one cannot be written.
func (r *run) takeAll(ctx context.Context, files []file) error {
	ahead := r.ahead(ctx, files)
	defer ahead.stop()
	for i, f := range files {
		r.progress(i, len(files), f.shown)
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		c, err := ahead.read(i)
		if ctx.Err() != nil && graph.CodeOf(err) == graph.Cancelled {
			return stopped(err)
		}
		if err := r.take(ctx, f, c, err); err != nil {
			return err
		}
	}
	return r.flush(ctx)
}

func stopped(err error) error {
	return graph.Wrap(graph.Cancelled, err, "the load was stopped; the letters said to be written are stored whole, load again to add the others")
}

// abandon marks the letters of the batch that was not written, and says at which revision the store stands.
func (r *run) abandon(ctx context.Context) {
	for _, i := range r.reports {
		r.summary.Letters[i].NotStored = !r.DryRun
	}
	r.countStates()
	if r.Store != nil { // where even that fails, the error of the load says what is wrong
		r.summary.Revision, _ = r.Store.Revision(context.WithoutCancel(ctx))
	}
}

func (l *Loader) progress(done, total int, name string) {
	if l.Progress != nil {
		l.Progress(done, total, name)
	}
}

// run is one call of Load.
type run struct {
	*Loader
	summary  *Summary
	given    file                     // standard input, where it is named
	stored   map[string]*graph.Letter // letters of the store and of this run, by id
	known    graph.Data               // of the store before, without its letters
	others   map[string]string        // "j" + id or "p" + key of what the store holds -> hash
	index    *sameletter.Index        // of the same letters
	added    store.Change             // profiles and judgements of this run
	origin   map[string]string        // "l" + id or "p" + key of what this run took -> the file it came from
	taken    map[string]*graph.Letter // letters of this run as their files have them, by id
	profiles map[string]string        // hash of each profile that this run took
	batch    store.Change
	size     int   // signatures in the batch
	reports  []int // of the letters in the batch, positions in the summary
	revision int64 // of the store, as far as this run knows
	named    []namedLetter
	rows     map[namedLetter]int
	shared   bool // another program wrote to the store meanwhile
}

// readStore learns what is stored: to say what is new, and to find the letters that a new report is about.
func (r *run) readStore(ctx context.Context) error {
	r.stored, r.others, r.index = map[string]*graph.Letter{}, map[string]string{}, sameletter.New(false)
	if r.Store == nil {
		return nil
	}
	revision, err := r.Store.Revision(ctx)
	if err != nil || revision == 0 {
		return err
	}
	data, err := r.Store.Snapshot(ctx)
	if err != nil {
		return err
	}
	r.revision = data.Revision
	r.known = graph.Data{Profiles: data.Profiles, Judgements: data.Judgements}
	for i := range data.Letters {
		r.stored[data.Letters[i].ID] = &data.Letters[i]
		r.index.Add(&data.Letters[i])
	}
	for _, j := range data.Judgements {
		r.others["j"+j.ID] = graph.RecordHash(j)
	}
	for _, p := range data.Profiles {
		r.others["p"+graph.ProfileKey(p)] = graph.RecordHash(p)
	}
	return nil
}

// take adds what one file holds to the batch. A file is taken whole or not at all; its faults, among them err, are not errors.
func (r *run) take(ctx context.Context, f file, c reading, err error) error {
	if err == nil {
		err = r.conflict(f, c.Change)
	}
	if err != nil {
		if graph.CodeOf(err) == graph.Cancelled {
			return err
		}
		r.summary.fail(f.shown, err)
		return nil
	}
	for i := range c.Letters {
		if err := r.add(ctx, f, &c.Letters[i], c); err != nil {
			return err
		}
		c.warnings = nil
	}
	for _, p := range c.Profiles {
		if key := "p" + graph.ProfileKey(p); r.origin[key] == "" {
			r.origin[key], r.profiles[key] = f.shown, graph.RecordHash(p)
			r.batch.Profiles, r.added.Profiles = append(r.batch.Profiles, p), append(r.added.Profiles, p)
		}
	}
	for _, j := range c.Judgements {
		r.addJudgement(j)
		r.noteLetters(f.shown, j, c.rows[j.ID])
	}
	return nil
}

// add puts a letter into the batch, with the links that it makes, and writes the batch when it is full.
func (r *run) add(ctx context.Context, f file, l *graph.Letter, from reading) error {
	report := reportOf(f.shown, l, from.warnings)
	if first := r.origin["l"+l.ID]; first != "" { // conflict has seen that it is the same
		report.CopyOf = first
		r.summary.Letters = append(r.summary.Letters, report)
		if merged, differs := sameletter.State(r.stored[l.ID], l, from.extracted); differs && from.extracted {
			r.amend(merged)
		}
		return nil
	}
	r.origin["l"+l.ID], r.taken[l.ID] = f.shown, l
	old := r.stored[l.ID]
	if old != nil {
		l, report.Replaces = sameletter.State(old, l, from.extracted)
	}
	report.changed = old == nil || report.Replaces
	r.keep(l)
	for _, found := range r.index.Links(l) {
		report.Linked = append(report.Linked, linked(found))
		r.addJudgement(found.Judgement())
	}
	r.summary.count(&report)
	r.reports = append(r.reports, len(r.summary.Letters))
	r.summary.Letters = append(r.summary.Letters, report)
	r.batch.Letters = append(r.batch.Letters, *l)
	r.size += len(l.Signatures)
	if len(r.batch.Letters) >= batchLetters || r.size >= batchSignatures {
		return r.flush(ctx)
	}
	return nil
}

// keep has a letter stand for what was known under its id.
func (r *run) keep(l *graph.Letter) {
	r.index.Remove(l.ID)
	r.index.Add(l)
	r.stored[l.ID] = l
}

// amend replaces a letter of this run by a state that says more about where its documents come from.
func (r *run) amend(l *graph.Letter) {
	r.keep(l)
	if i := slices.IndexFunc(r.batch.Letters, func(b graph.Letter) bool { return b.ID == l.ID }); i >= 0 {
		r.batch.Letters[i] = *l
		return
	}
	r.batch.Letters = append(r.batch.Letters, *l)
}

// flush writes the batch as one.
func (r *run) flush(ctx context.Context) error {
	if len(r.batch.Letters)+len(r.batch.Profiles)+len(r.batch.Judgements) == 0 {
		return nil
	}
	if r.DryRun {
		r.countDry()
	} else {
		r.batch.Actor = cmp.Or(r.Actor, "load")
		result, err := store.PutInParts(ctx, r.Store, r.batch)
		if err != nil {
			return err
		}
		if before := result.Revision - min(1, int64(result.Written)); before != r.revision {
			r.shared = true
		}
		r.revision = result.Revision
		r.summary.Written += result.Written
		r.summary.Unchanged += result.Unchanged
		for _, i := range r.reports {
			r.summary.Letters[i].Written = r.summary.Letters[i].changed
		}
	}
	r.batch, r.size, r.reports = store.Change{}, 0, r.reports[:0]
	return nil
}

// finish adds the revision and says how many files failed.
func (r *run) finish(ctx context.Context, files int) error {
	if r.Store != nil {
		revision, err := r.Store.Revision(ctx)
		if err != nil {
			return err
		}
		r.summary.Revision = revision
	}
	r.countStates()
	r.warnOfLetters()
	r.summary.Store = r.held(ctx)
	slices.SortStableFunc(r.summary.Failed, func(a, b Failure) int { return cmp.Compare(a.Name, b.Name) })
	return r.summary.err(files)
}
