package letter

import (
	"context"
	"slices"
	"strings"

	"undersigned/graph"
)

// understand turns printed lines into a Draft.
func understand(ctx context.Context, p *paper, limits Limits) (*Draft, error) {
	d := newDocument(p)
	if ctx.Err() != nil {
		return nil, cancelled(ctx, p.name)
	}
	draft := &Draft{Title: d.title, Kind: d.kind, Language: Maybe(d.language), Name: p.name, Medium: p.medium, Text: p.text(),
		Targets: []string{}, Signatories: []Row{}, LeftOut: append([]LeftOut{}, p.aside...), Warnings: p.warnings}
	draft.Date = Maybe(dateOf(p, d).String())
	draft.Addressees = addresseesOf(d)
	draft.Claimed = claimOf(d)
	draft.Quotes = quotesOf(d)
	if err := readSignatories(ctx, draft, d, limits); err != nil {
		return nil, err
	}
	draft.Targets = targetsOf(d, draft.Addressees, len(draft.Signatories) > 0)
	draft.Hint = hintOf(d, draft)
	return draft, nil
}

func (p *paper) text() string {
	var b strings.Builder
	for i := range p.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.lines[i].text)
	}
	for _, l := range p.aside {
		b.WriteByte('\n')
		b.WriteString(l.Text)
	}
	return b.String()
}

// signed is one signatory and the entry that it was read from.
type signed struct {
	row    Row
	behind *entry
}

func readSignatories(ctx context.Context, draft *Draft, d *document, limits Limits) error {
	if d.kind == kindProfile {
		return nil // a profile lists others, never those who sign it
	}
	blocks, left := findBlocks(d)
	draft.LeftOut = append(draft.LeftOut, left...)
	entries := entriesOf(blocks)
	if len(entries) > limits.Rows {
		return graph.Errorf(graph.TooLarge, "%s lists %d signatories and the limit is %d: split it, or raise the limit", d.name, len(entries), limits.Rows)
	}
	habits := judge(entries)
	signedFor := map[string]int{}
	var found []signed
	for i := range entries {
		if i&0x3ff == 0 && ctx.Err() != nil {
			return cancelled(ctx, d.name)
		}
		e := &entries[i]
		row, why := readRow(e, habits[i])
		if why != "" {
			draft.LeftOut = append(draft.LeftOut, LeftOut{Line: e.lines[0].number, Text: printed(e.lines), Why: why})
			continue
		}
		if row.Capacity == graph.OnBehalf { // by a second person, too: one signature, printed twice
			if k, known := signedFor[graph.Fold(row.Name)]; known {
				found[k].row.AddPrinting(row.Evidence[0])
				continue
			}
			signedFor[graph.Fold(row.Name)] = len(found)
		}
		found = append(found, signed{row, e})
	}
	said, left := addProse(found, d)
	found = append(found, said...)
	draft.LeftOut = append(draft.LeftOut, left...)
	for i := range found {
		// News tells of others' letters, lists in it included; a press release prints its own list, and its sentences tell.
		if r := &found[i].row; d.kind == kindNews || d.kind == kindPress && r.Sentence {
			r.Status = graph.Reported
		}
	}
	slices.SortStableFunc(found, func(a, b signed) int { return a.row.Order - b.row.Order })
	slices.SortStableFunc(draft.LeftOut, func(a, b LeftOut) int { return a.Line - b.Line })
	behind := make([]*entry, len(found))
	for i := range found {
		draft.Signatories = append(draft.Signatories, found[i].row)
		behind[i] = found[i].behind
	}
	rate(draft.Signatories, behind, draft.Claimed.Organizations)
	return nil
}

// addProse reads what sentences say. Where the document has a list, a sentence is one more printing of the names that both have, and
// its other names are left out: sentences shorten and paraphrase names, lists print them.
func addProse(found []signed, d *document) (more []signed, left []LeftOut) {
	listed := len(found) >= 3
	at := map[string]*Row{}
	for i := range found {
		if r := &found[i].row; at[graph.Fold(r.Name)] == nil {
			at[graph.Fold(r.Name)] = r
		}
	}
	entries := proseEntries(d)
	more = make([]signed, 0, len(entries)) // rows stay where they are: at points to them
	for i := range entries {
		e := &entries[i]
		row, why := readRow(e, habit{})
		key := graph.Fold(row.Name)
		switch {
		case why != "":
			left = append(left, LeftOut{Line: e.lines[0].number, Text: e.text, Why: why})
		case at[key] != nil:
			at[key].AddPrinting(row.Evidence[0])
		case listed:
			left = append(left, LeftOut{Line: row.Line, Text: row.Name, Why: "a sentence names it, the list of signatories does not"})
		default:
			more = append(more, signed{row, e})
			at[key] = &more[len(more)-1].row
		}
	}
	return more, left
}

// hintOf says which other letter a report would belong to: nil for what reports on none.
func hintOf(d *document, draft *Draft) *Hint {
	if !d.reports() || len(draft.Signatories) == 0 && len(draft.Quotes) == 0 {
		return nil
	}
	if len(draft.Addressees) == 0 && (len(draft.Signatories) == 0 || len(draft.Quotes) == 0) {
		return nil
	}
	h := &Hint{Quotes: draft.Quotes, Date: draft.Date}
	if len(draft.Addressees) > 0 {
		a := draft.Addressees[0]
		h.Addressee = a.Name
		if h.Addressee == "" {
			h.Addressee = a.Organization
		}
	}
	return h
}
