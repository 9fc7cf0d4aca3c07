package intake

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"io"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// Work is the whole life of a child: it limits itself, reads one task and its document, and writes what came of it. An error is
// one of writing; what is wrong with the document stands in the reply.
func Work(ctx context.Context, in io.Reader, out io.Writer) error {
	limitSelf(childMemory, childTime)
	r, picture := work(ctx, in)
	w := bufio.NewWriter(out)
	if err := json.NewEncoder(w).Encode(r); err != nil {
		return graph.Wrap(graph.Internal, err, "the reply could not be written")
	}
	if _, err := w.Write(picture); err != nil {
		return graph.Wrap(graph.Internal, err, "the picture could not be written")
	}
	return graph.Wrap(graph.Internal, w.Flush(), "the reply could not be written")
}

func work(ctx context.Context, in io.Reader) (r reply, picture []byte) {
	input := bufio.NewReader(in)
	head, err := input.ReadBytes('\n')
	var t task
	if err == nil {
		err = json.Unmarshal(head, &t)
	}
	if err != nil {
		return failed(graph.Errorf(graph.Invalid, "this command is started by undersigned serve for one document at a time; it is no use to call it")), nil
	}
	data, err := io.ReadAll(io.LimitReader(input, MaxBytes+1))
	if err != nil {
		return failed(err), nil
	}
	switch t.Do {
	case doRead:
		got, err := read(ctx, t, data)
		if err != nil {
			return failed(err), nil
		}
		return reply{Reading: got}, nil
	case doDraw:
		picture, err := drawPage(ctx, data, t.Page, t.Scale)
		if err != nil {
			return failed(err), nil
		}
		return reply{}, picture
	}
	return failed(graph.Errorf(graph.Invalid, "there is no task %q", t.Do)), nil
}

func failed(err error) reply {
	return reply{Code: graph.CodeOf(err), Message: cmp.Or(graph.MessageOf(err), err.Error()), Question: letter.QuestionOf(err)}
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
