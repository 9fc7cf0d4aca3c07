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
	if err := draft.readSignatories(ctx, d, limits); err != nil {
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

func (draft *Draft) readSignatories(ctx context.Context, d *document, limits Limits) error {
	if d.kind == kindProfile {
		return nil // a profile lists others, never those who sign it
	}
	blocks, left := findBlocks(d)
	draft.LeftOut = append(draft.LeftOut, left...)
	entries := entriesOf(blocks)
	if len(entries) > limits.Rows {
		return graph.Errorf(graph.TooLarge, "%s lists %d signatories and the limit is %d: split it, or raise the limit", d.name, len(entries), limits.Rows)
	}
	readTerms(entries)
	judgeCompany(entries)
	h := habitOf(entries)
	signedFor := map[string]int{}
	for i := range entries {
		if i&0x3ff == 0 && ctx.Err() != nil {
			return cancelled(ctx, d.name)
		}
		e := &entries[i]
		row, why := readRow(e, h)
		if why != "" {
			draft.LeftOut = append(draft.LeftOut, LeftOut{Line: e.lines[0].number, Text: printed(e.lines), Why: why})
			continue
		}
		if row.Capacity == graph.OnBehalf { // by a second person, too: one signature, printed twice
			if k, signed := signedFor[graph.Fold(row.Name)]; signed {
				draft.Signatories[k].addPrinting(row.Evidence[0])
				continue
			}
			signedFor[graph.Fold(row.Name)] = len(draft.Signatories)
		}
		draft.Signatories = append(draft.Signatories, row)
	}
	draft.addProse(d)
	for i := range draft.Signatories {
		// News tells of others' letters, lists in it included; a press release prints its own list, and its sentences tell.
		if r := &draft.Signatories[i]; d.kind == kindNews || d.kind == kindPress && r.sentence {
			r.Status = graph.Reported
		}
	}
	slices.SortStableFunc(draft.Signatories, func(a, b Row) int { return a.order - b.order })
	slices.SortStableFunc(draft.LeftOut, func(a, b LeftOut) int { return a.Line - b.Line })
	draft.rate()
	return nil
}

// addProse adds what sentences say. Where the document has a list, a sentence is one more printing of the names that both have, and
// its other names are left out: sentences shorten and paraphrase names, lists print them.
func (draft *Draft) addProse(d *document) {
	listed := len(draft.Signatories) >= 3
	at := map[string]int{}
	for i, r := range draft.Signatories {
		if _, known := at[graph.Fold(r.Name)]; !known {
			at[graph.Fold(r.Name)] = i
		}
	}
	entries := proseEntries(d)
	for i := range entries {
		e := &entries[i]
		row, why := readRow(e, habit{})
		if why != "" {
			draft.LeftOut = append(draft.LeftOut, LeftOut{Line: e.lines[0].number, Text: e.text, Why: why})
			continue
		}
		if k, known := at[graph.Fold(row.Name)]; known {
			draft.Signatories[k].addPrinting(row.Evidence[0])
			continue
		}
		if listed {
			draft.LeftOut = append(draft.LeftOut, LeftOut{Line: row.Line, Text: row.Name, Why: "a sentence names it, the list of signatories does not"})
			continue
		}
		at[graph.Fold(row.Name)] = len(draft.Signatories)
		draft.Signatories = append(draft.Signatories, row)
	}
}

// addPrinting adds evidence to a row, the earliest printing first, unless the same line is there already.
func (r *Row) addPrinting(p Printing) {
	if slices.ContainsFunc(r.Evidence, func(q Printing) bool { return q.Line == p.Line && q.Page == p.Page }) {
		return
	}
	r.Evidence = append(r.Evidence, p)
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
