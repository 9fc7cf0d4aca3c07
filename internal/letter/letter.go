package letter

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/sheet"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/wording"
)

// Extract reads one document. The name chooses the medium (its extension) and may hold a date; its folder is dropped. Errors:
// Invalid for an empty document, Unsupported for a medium that is not read (the sentence says which are), TooLarge over a
// limit, Cancelled when ctx ends. Nothing else fails: a document without signatories is a Draft with none.
func Extract(ctx context.Context, name string, data []byte, limits medium.Limits) (*draft.Draft, error) {
	limits = limits.WithDefaults()
	name = text.BaseName(name)
	if len(data) > limits.Bytes {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d: split it, or raise the limit", name, len(data), limits.Bytes)
	}
	if sheet.IsTable(name) {
		return sheet.Extract(ctx, medium.Source{Name: name, Data: data, Limits: limits, Ask: wording.Judge{}})
	}
	m, err := chooseMedium(name, data)
	if err != nil {
		return nil, err
	}
	if m.Draft != nil {
		return m.Draft(ctx, medium.Source{Name: name, Data: data, Limits: limits, Ask: wording.Judge{}})
	}
	p, err := m.Read(ctx, medium.Source{Name: name, Data: data, Limits: limits, Ask: wording.Judge{}})
	if err != nil {
		return nil, err
	}
	p.Medium, p.Name = m.Name, name
	if len(p.Lines) == 0 && p.Meta.Title == "" {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	if len(p.Lines) > limits.Lines {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d lines and the limit is %d: split it, or raise the limit", name, len(p.Lines), limits.Lines)
	}
	d, err := understand(ctx, p, limits)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d, nil
}

// Reads reports whether files of that name are read at all; a loader that walks folders asks it.
func Reads(name string) bool {
	ext := text.Extension(name)
	return sheet.IsTable(name) || slices.ContainsFunc(media, func(m medium.Medium) bool { return slices.Contains(m.Extensions, ext) })
}
