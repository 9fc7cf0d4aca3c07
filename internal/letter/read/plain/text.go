package plain

import (
	"context"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

// Medium is plain text.
var Medium = medium.Medium{Name: "text", Extensions: []string{"txt", "text"}, Read: readText}

// readText reads plain text. Form feeds (as pdftotext writes them) count pages.
func readText(ctx context.Context, s medium.Source) (*document.Document, error) {
	text, warnings := text.Decode(s.Name, s.Data)
	lines, raws, err := textLines(ctx, s.Name, text, s.Limits, 1)
	if err != nil {
		return nil, err
	}
	return &document.Document{Lines: document.DropLoneMarkers(setColumns(lines, raws, s.Ask)), Warnings: warnings}, nil
}

// TextLines cuts text into printed lines, numbered from first.
func TextLines(ctx context.Context, name, s string, limits medium.Limits, first int) ([]document.Line, error) {
	lines, _, err := textLines(ctx, name, s, limits, first)
	return document.DropLoneMarkers(lines), err
}

// textLines also returns the text of each line as it stands in the document, with its blanks.
func textLines(ctx context.Context, name, s string, limits medium.Limits, first int) (lines []document.Line, raws []string, err error) {
	page := 0
	if strings.Contains(s, "\f") {
		page = 1
	}
	number, gap, signature := first-1, 0, false
	for raw := range strings.SplitSeq(s, "\n") {
		number++
		if number&0xfff == 0 && ctx.Err() != nil {
			return nil, nil, medium.Cancelled(ctx, name)
		}
		if number > limits.Lines {
			return nil, nil, graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
		for strings.HasPrefix(raw, "\f") {
			raw, page = raw[1:], page+1
		}
		feeds := strings.Count(raw, "\f")
		raw = strings.ReplaceAll(raw, "\f", " ")
		l := document.Line{Page: page, Number: number, Gap: gap, Indent: text.IndentOf(raw)}
		page += feeds
		l.Text = text.Trim(raw)
		if l.Text == "--" { // what follows is a mail's signature
			signature = true
			gap++
			continue
		}
		if l.Text == "" || text.IsRule(l.Text) {
			gap++
			continue
		}
		l.Outside = signature
		gap = 0
		if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" {
			l.Sort, l.Marker, l.Text = document.Item, marker, rest
		}
		lines, raws = append(lines, l), append(raws, raw)
	}
	return lines, raws, nil
}
