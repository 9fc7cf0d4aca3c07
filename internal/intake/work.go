package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

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
	return reply{Code: graph.CodeOf(err), Message: cmp.Or(graph.MessageOf(err), err.Error())}
}

// read extracts a document and takes what crosses to the server out of the draft.
func read(ctx context.Context, t task, data []byte) (*reading, error) {
	d, err := letter.Extract(ctx, t.Name, data, letter.Limits{Bytes: MaxBytes})
	if err != nil {
		return nil, err
	}
	r := &reading{Letter: d.Letter(t.Published), Rows: rowsOf(d), Warnings: d.Warnings}
	r.Letter.Signatures = nil
	for i := range r.Rows {
		for k := range r.Rows[i].Evidence {
			r.Rows[i].Evidence[k].Document = r.document()
		}
	}
	r.Lines = printedLines(d, r.Rows, data)
	r.Pages, err = pageSizes(ctx, data)
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

// printedLines returns the lines that the page shows beside the rows. Text files are shown as they are, blank lines and all; of other
// media the text that was read, whose line numbers are known only where a row says them.
func printedLines(d *letter.Draft, rows []row, data []byte) []line {
	if d.Medium == "text" || d.Medium == "markdown" {
		if lines, ok := rawLines(data, rows); ok {
			return lines
		}
	}
	texts := strings.Split(d.Text, "\n")
	lines := make([]line, len(texts))
	for i, t := range texts {
		lines[i] = line{Text: strings.Trim(t, "\f\r")}
	}
	number(lines, rows, d.LeftOut)
	return lines
}

// rawLines cuts a text file in UTF-8 into its lines; not ok where a row does not stand on the line that it names.
func rawLines(data []byte, rows []row) ([]line, bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, false
	}
	var lines []line
	page := 0
	if bytes.IndexByte(data, '\f') >= 0 {
		page = 1
	}
	for t := range strings.SplitSeq(strings.TrimRight(string(data), "\r\n\f "), "\n") {
		feeds := strings.Count(t, "\f")
		if strings.HasPrefix(t, "\f") {
			page, feeds = page+1, feeds-1
		}
		lines = append(lines, line{Number: len(lines) + 1, Page: page, Text: strings.Trim(t, "\f\r")})
		page += feeds
	}
	for i := range rows {
		for _, e := range rows[i].Evidence {
			first, _, _ := strings.Cut(e.Text, "\n")
			if e.Line < 1 || e.Line > len(lines) || !strings.Contains(squeeze(lines[e.Line-1].Text), squeeze(first)) {
				return nil, false
			}
		}
	}
	return lines, true
}
