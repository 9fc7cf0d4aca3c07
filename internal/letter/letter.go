package letter

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/sheet"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/wording"
)

// Extract reads one document. Its bytes choose the medium or, where they do not say, the name's extension; the name may hold a date. Errors:
// Invalid for an empty document, Unsupported for a medium that is not read (the sentence says which are), TooLarge over a
// limit, Cancelled when ctx ends. Nothing else fails: a document without signatories is a Draft with none.
func Extract(ctx context.Context, name string, data []byte, limits medium.Limits) (*draft.Draft, error) {
	o, err := Open(ctx, name, data, limits)
	if err != nil {
		return nil, err
	}
	return o.Read(ctx)
}

// Opened is a document whose bytes were looked at once and that may be read again and again, as evaluation does with rules switched off.
type Opened struct {
	source  medium.Source
	medium  medium.Medium
	printed medium.Reread // nil where the medium gives a draft
}

// Open chooses the medium and does what of reading asks for no rule, such as unpacking a PDF. Its errors are those of Extract.
func Open(ctx context.Context, name string, data []byte, limits medium.Limits) (*Opened, error) {
	limits = limits.WithDefaults()
	name = text.BaseName(name)
	if len(data) > limits.Bytes {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d: split it, or raise the limit", name, len(data), limits.Bytes)
	}
	o := &Opened{source: medium.Source{Name: name, Data: data, Limits: limits, Ask: wording.Judge{}}}
	if sheet.IsTable(name) {
		o.medium = medium.Medium{Draft: sheet.Extract}
		return o, nil
	}
	m, err := chooseMedium(name, data)
	if err != nil {
		return nil, err
	}
	if m.Name == media[0].Name && sheet.IsTableAsText(name, data) {
		return nil, graph.Errorf(graph.Unsupported, "%s is a table, by the columns that its first line names, and is called a text: give its name the ending .csv, and it is read letter by letter", name)
	}
	o.medium = m
	switch {
	case m.Open != nil:
		o.printed, err = m.Open(ctx, o.source)
	case m.Read != nil:
		o.printed = func(ctx context.Context) (*document.Document, error) { return m.Read(ctx, o.source) }
	}
	return o, err
}

// Read understands the document. Its errors are those of Extract.
func (o *Opened) Read(ctx context.Context) (*draft.Draft, error) { return o.ReadWith(ctx, Models{}) }

// ReadWith is Read by other models than those that are built in.
func (o *Opened) ReadWith(ctx context.Context, m Models) (*draft.Draft, error) {
	if o.printed == nil {
		s := o.source
		s.Limits.Fitted = m.Fitted
		return o.medium.Draft(ctx, s)
	}
	p, err := o.printed(ctx)
	if err != nil {
		return nil, err
	}
	name, limits := o.source.Name, o.source.Limits
	limits.Fitted = m.Fitted
	p.Medium, p.Name = o.medium.Name, name
	if len(p.Lines) == 0 && p.Meta.Title == "" {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	if len(p.Lines) > limits.Lines {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d lines and the limit is %d: split it, or raise the limit", name, len(p.Lines), limits.Lines)
	}
	d, err := understand(ctx, p, limits, m)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(o.source.Data)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d, nil
}

// Reads reports whether files of that name are read at all; a loader that walks folders asks it. Programs are read for the data in them only
// where somebody gives one: most in a folder hold none.
func Reads(name string) bool {
	ext := text.Extension(name)
	if ext == "js" || ext == "mjs" {
		return false
	}
	return sheet.IsTable(name) || slices.ContainsFunc(media, func(m medium.Medium) bool { return slices.Contains(m.Extensions, ext) })
}
