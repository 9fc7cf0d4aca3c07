package intake

import (
	"cmp"
	"context"
	"io"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/letter"
)

// Work is the life of a child that reads for an Intake, see child.Work.
func Work(ctx context.Context, in io.Reader, out io.Writer) error {
	return child.Work(ctx, in, out, Tasks())
}

// read extracts a document and takes what crosses to the server out of the draft.
func read(ctx context.Context, t task, data []byte) (*reading, error) {
	d, err := letter.Extract(ctx, t.Name, data, letter.Limits{Bytes: MaxBytes, Answers: t.Answers})
	if err != nil {
		return nil, err
	}
	r := &reading{Letter: d.Letter(t.Published), Rows: rowsOf(d), Warnings: d.Warnings, Sure: d.Confidence}
	r.Letter.Signatures = nil
	for i := range r.Rows {
		for k := range r.Rows[i].Evidence {
			r.Rows[i].Evidence[k].Document = r.document()
		}
	}
	r.Lines = printedLines(d, r.Rows, r.Letter.LeftOut, data)
	if d.Medium == "pdf" {
		r.Pages, err = pageSizes(ctx, data)
	}
	return r, err
}

func rowsOf(d *letter.Draft) []row {
	rows := make([]row, len(d.Signatories))
	for i := range d.Signatories {
		s := &d.Signatories[i]
		r := row{Name: graph.CleanName(s.Name), Type: s.Type, Capacity: s.Capacity, Status: cmp.Or(s.Status, graph.Listed), Country: string(s.Country),
			Note: string(s.Note), Affiliation: s.Affiliation, Confidence: s.Confidence}
		if s.Withdrawn {
			r.Status = graph.Withdrawn
		}
		for _, p := range s.Evidence {
			e := graph.Evidence{Page: p.Page, Line: p.Line, Position: i + 1, Text: p.Text, Extractor: letter.Extractor, Box: p.Box}
			if form := graph.CleanName(p.Form); form != r.Name {
				e.Form = form
			}
			r.Evidence = append(r.Evidence, e)
		}
		rows[i] = r
	}
	return rows
}
