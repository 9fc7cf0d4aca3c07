package load

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/sameletter"
)

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
	index, stored := sameletter.New(false), make(map[string]*graph.Letter, len(data.Letters))
	for i := range data.Letters {
		l := &data.Letters[i]
		index.Add(l)
		stored[l.ID] = l
	}
	for i := range r.summary.Letters {
		report := &r.summary.Letters[i]
		l := stored[report.Letter]
		if l == nil || report.CopyOf != "" {
			continue
		}
		for _, found := range index.Links(l) {
			j := found.Judgement()
			if r.origin["j"+j.ID] == "" {
				report.Linked = append(report.Linked, linked(found))
			}
			r.addJudgement(j)
		}
	}
	return r.flush(ctx)
}

func linked(l sameletter.Link) Linked {
	return Linked{Report: l.Report.ID, Letter: l.Letter.ID, ReportTitle: l.Report.Title, LetterTitle: l.Letter.Title, Share: l.Share, Quote: l.Quote}
}
