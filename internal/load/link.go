package load

import (
	"context"
	"maps"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/sameletter"
)

// linker finds which documents are reports of which letters, without comparing all with all: only those that share at least
// half of the report's names are handed to the rule, and an index by folded name finds them. What one letter costs grows with
// its names and with the letters that share them.
type linker struct {
	letters map[string]*graph.Letter
	reports map[string][]string // folded name -> ids of documents that quote something
	quoted  map[string][]string // folded name -> ids of letters whose text is known
}

func newLinker() linker {
	return linker{map[string]*graph.Letter{}, map[string][]string{}, map[string][]string{}}
}

// folded returns the keys of the organizations that the rule counts, sorted, each once.
func folded(l *graph.Letter) []string {
	var keys []string
	for i := range l.Signatures {
		if s := &l.Signatures[i]; s.Type == graph.TypeOrganization {
			if key := graph.Fold(s.Name); key != "" {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func quotes(l *graph.Letter) bool { return len(l.Quotes) > 0 }

func hasText(l *graph.Letter) bool {
	return slices.ContainsFunc(l.Documents, func(d graph.Document) bool { return d.Text != "" })
}

func (k *linker) add(l *graph.Letter) {
	if !quotes(l) && !hasText(l) {
		return
	}
	k.letters[l.ID] = l
	for _, key := range folded(l) {
		if quotes(l) {
			k.reports[key] = append(k.reports[key], l.ID)
		}
		if hasText(l) {
			k.quoted[key] = append(k.quoted[key], l.ID)
		}
	}
}

func (k *linker) remove(l *graph.Letter) {
	if k.letters[l.ID] == nil {
		return
	}
	delete(k.letters, l.ID)
	isIt := func(id string) bool { return id == l.ID }
	for _, key := range folded(l) {
		k.reports[key] = slices.DeleteFunc(k.reports[key], isIt)
		k.quoted[key] = slices.DeleteFunc(k.quoted[key], isIt)
	}
}

// link is one report found.
type link struct {
	report, letter *graph.Letter
	share          float64
	quote          string
}

// linksOf applies the rule to a letter in both directions, with every letter added so far, in the order of ids.
func (k *linker) linksOf(l *graph.Letter) []link {
	var found []link
	keys := folded(l)
	try := func(report, of *graph.Letter) {
		if share, quote, ok := sameletter.ReportOf(*report, *of); ok {
			found = append(found, link{report, of, share, quote})
		}
	}
	if quotes(l) {
		for id, shared := range k.sharing(k.quoted, keys, l.ID) {
			if 2*shared >= len(keys) {
				try(l, k.letters[id])
			}
		}
	}
	if hasText(l) {
		for id, shared := range k.sharing(k.reports, keys, l.ID) {
			if report := k.letters[id]; 2*shared >= len(folded(report)) {
				try(report, l)
			}
		}
	}
	slices.SortFunc(found, func(a, b link) int {
		return strings.Compare(a.report.ID+" "+a.letter.ID, b.report.ID+" "+b.letter.ID)
	})
	return found
}

// sharing counts for each other letter of an index the names it shares with keys.
func (k *linker) sharing(index map[string][]string, keys []string, except string) map[string]int {
	counts := map[string]int{}
	for _, key := range keys {
		for _, id := range index[key] {
			counts[id]++
		}
	}
	maps.DeleteFunc(counts, func(id string, _ int) bool { return id == except })
	return counts
}

// relink looks again for reports where another program wrote to the store during this run: a letter of theirs and one of ours
// have then never been compared. Of two loads the one that ends later sees the letters of both.
func (r *run) relink(ctx context.Context) error {
	if r.Store == nil || r.DryRun {
		return nil
	}
	if revision, err := r.Store.Revision(ctx); err != nil || !r.shared && revision == r.revision {
		return err
	}
	data, err := r.Store.Snapshot(ctx)
	if err != nil {
		return err
	}
	all := newLinker()
	for i := range data.Letters {
		all.add(&data.Letters[i])
	}
	for i := range r.summary.Letters {
		report := &r.summary.Letters[i]
		l := all.letters[report.Letter]
		if l == nil || report.CopyOf != "" {
			continue
		}
		for _, found := range all.linksOf(l) {
			j := found.judgement()
			if r.origin["j"+j.ID] == "" {
				report.Linked = append(report.Linked, found.linked())
			}
			r.addJudgement(j)
		}
	}
	return r.flush(ctx)
}

func (f link) judgement() graph.Judgement {
	return sameletter.Judgement(f.report.ID, f.letter.ID, f.share, f.quote)
}

func (f link) linked() Linked {
	return Linked{Report: f.report.ID, Letter: f.letter.ID, ReportTitle: f.report.Title, LetterTitle: f.letter.Title, Share: f.share, Quote: f.quote}
}
