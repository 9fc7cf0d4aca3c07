package letter

import (
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/sheet"
	"undersigned/internal/letter/signatory"
	"undersigned/internal/letter/weights"
)

// Models are what was fitted; nil means what is built in.
type Models struct {
	grounds *grounds // are filled in, for who explains the draft

	Section    *section.Model
	Reading    *weights.Model
	Confidence *weights.Model
	Doubt      *weights.Model
	Fitted     *weights.Set // of tables and lists of persons
}

// understand turns printed lines into a Draft.
func understand(ctx context.Context, p *document.Document, limits medium.Limits, m Models) (*draft.Draft, error) {
	d := about.Of(p)
	if ctx.Err() != nil {
		return nil, medium.Cancelled(ctx, p.Name)
	}
	made := &draft.Draft{Title: d.Title, Kind: d.Kind, Date: d.Date, Language: draft.Maybe(d.Language), Addressees: d.Addressees, Claimed: d.Claimed, Quotes: d.Quotes,
		Name: p.Name, Medium: p.Medium, Text: p.Text(),
		Targets: []string{}, Signatories: []draft.Row{}, LeftOut: append([]draft.LeftOut{}, p.Aside...), Warnings: p.Warnings}
	behind, proposed, err := readSignatories(ctx, made, d, limits, m)
	if err != nil {
		return nil, err
	}
	behind = addData(ctx, made, p, limits, behind)
	from := doubt.Source{Pieces: d.Pieces, Titled: d.TitlePiece, Unread: append(slices.Clone(p.Unread), tableDoubts(behind)...), Behind: behind, Candidates: proposed}
	weigh := func() {
		doubt.State(made, from)
		confidence.Doubt(m.Confidence, made.Signatories, made.Kept)
		doubt.Sum(made, m.Doubt)
	}
	weigh()
	if kept, dropped := dropFaint(made, d.Pieces, behind); dropped {
		slices.SortStableFunc(made.LeftOut, func(a, b draft.LeftOut) int { return a.Line - b.Line })
		from.Behind = kept
		weigh()
	}
	made.Targets = about.TargetsOf(d, made.Addressees, len(made.Signatories) > 0)
	made.Hint = hintOf(d, made)
	return made, nil
}

// tableDoubts are the doubts about tables, which their first entries carry.
func tableDoubts(behind []*entry.Entry) []string {
	var out []string
	for _, e := range behind {
		out = append(out, e.Doubts...)
	}
	return out
}

// signed is one signatory and the entry that it was read from.
type signed struct {
	row    draft.Row
	behind *entry.Entry
	habit  entry.Habit
}

// readSignatories fills in the rows and what was left out, and returns the entry behind each row.
func readSignatories(ctx context.Context, made *draft.Draft, d *about.Facts, limits medium.Limits, m Models) ([]*entry.Entry, []section.Candidate, error) {
	if d.Kind == draft.KindProfile {
		return []*entry.Entry{}, nil, nil // a profile lists others, never those who sign it
	}
	parts := section.Find(d, m.Section)
	made.LeftOut = append(made.LeftOut, parts.Left...)
	entries := entry.Split(parts.Blocks, howOf(d, m))
	if len(entries) > limits.Rows {
		return nil, nil, graph.Errorf(graph.TooLarge, "%s lists %d signatories and the limit is %d: split it, or raise the limit", d.Name, len(entries), limits.Rows)
	}
	habits := entry.Judge(m.Fitted, entries)
	signedFor := map[string]int{}
	var found []signed
	for i := range entries {
		if i&0x3ff == 0 && ctx.Err() != nil {
			return nil, nil, medium.Cancelled(ctx, d.Name)
		}
		e := &entries[i]
		made.LeftOut = append(made.LeftOut, e.Aside...)
		row, why := signatory.Read(e, habits[i])
		if why != "" {
			made.LeftOut = append(made.LeftOut, draft.LeftOut{Line: e.Lines[0].Number, Text: document.Printed(e.Lines), Why: why})
			continue
		}
		rows := []draft.Row{row}
		if other, ok := signatory.Second(&rows[0]); ok {
			rows = append(rows, other)
		}
		for _, row := range rows {
			if row.Capacity == graph.OnBehalf { // by a second person, too: one signature, printed twice
				if k, known := signedFor[graph.Fold(row.Name)]; known {
					found[k].row.AddPrinting(row.Evidence[0])
					continue
				}
				signedFor[graph.Fold(row.Name)] = len(found)
			}
			found = append(found, signed{row, e, habits[i]})
		}
	}
	found = mergeQuoted(found, d)
	said, left := addProse(found, d)
	found = append(found, said...)
	made.LeftOut = append(made.LeftOut, left...)
	for i := range found {
		// News tells of others' letters, lists in it included; a press release prints its own list, and its sentences tell.
		if r := &found[i].row; d.Kind == draft.KindNews || d.Kind == draft.KindPress && r.Sentence {
			r.Status = graph.Reported
		}
	}
	slices.SortStableFunc(found, func(a, b signed) int { return a.row.Order - b.row.Order })
	slices.SortStableFunc(made.LeftOut, func(a, b draft.LeftOut) int { return a.Line - b.Line })
	behind, scores := make([]*entry.Entry, len(found)), make([]float64, len(found))
	for i := range found {
		made.Signatories = append(made.Signatories, found[i].row)
		behind[i], scores[i] = found[i].behind, parts.Score(found[i].behind.Lines[0].Place)
	}
	m.grounds.fill(d, parts.Candidates, found)
	confidence.Rate(m.Confidence, made.Signatories, behind, scores, made.Claimed.Organizations)
	return behind, parts.Candidates, nil
}

// howOf says by what the readings of a document's lists are chosen.
func howOf(d *about.Facts, m Models) entry.How {
	how := entry.How{Model: m.Reading, Fitted: m.Fitted}
	if n := d.Claimed.Organizations; n != nil {
		how.Claimed = *n
	}
	return how
}

// addProse reads what sentences say. Where the document has a list, a sentence is one more printing of the names that both have, and
// its other names are left out: sentences shorten and paraphrase names, lists print them.
func addProse(found []signed, d *about.Facts) (more []signed, left []draft.LeftOut) {
	listed := len(found) >= 3
	at := map[string]*draft.Row{}
	for i := range found {
		if r := &found[i].row; at[graph.Fold(r.Name)] == nil {
			at[graph.Fold(r.Name)] = r
		}
	}
	entries := entry.Sentences(d)
	more = make([]signed, 0, len(entries)) // rows stay where they are: at points to them
	for i := range entries {
		e := &entries[i]
		row, why := signatory.Read(e, entry.Habit{})
		key := graph.Fold(row.Name)
		switch {
		case why != "":
			left = append(left, draft.LeftOut{Line: e.Lines[0].Number, Text: e.Text, Why: why})
		case at[key] != nil:
			at[key].AddPrinting(row.Evidence[0])
		case listed:
			left = append(left, draft.LeftOut{Line: row.Line, Text: row.Name, Why: "a sentence names it, the list of signatories does not"})
		default:
			more = append(more, signed{row: row, behind: e})
			at[key] = &more[len(more)-1].row
		}
	}
	return more, left
}

// addData adds the signatories that data beside the text names, where the text does not print most of them itself: a page whose list a program makes.
func addData(ctx context.Context, made *draft.Draft, p *document.Document, limits medium.Limits, behind []*entry.Entry) []*entry.Entry {
	if len(p.Data) == 0 || made.Kind == draft.KindProfile || made.Kind == draft.KindNews || made.Kind == draft.KindPress {
		return behind
	}
	rows, entries := sheet.Beside(ctx, p.Name, p.Data, limits)
	known := map[string]bool{}
	for i := range made.Signatories {
		known[graph.Fold(made.Signatories[i].Name)] = true
	}
	again := 0
	for i := range rows {
		if known[graph.Fold(rows[i].Name)] {
			again++
		}
	}
	if len(rows) == 0 || len(rows) <= len(made.Signatories) || 2*again >= len(rows) || len(rows) > limits.Rows {
		return behind
	}
	for i := range rows {
		if key := graph.Fold(rows[i].Name); !known[key] {
			known[key] = true
			made.Signatories, behind = append(made.Signatories, rows[i]), append(behind, entries[i])
			made.Text = strings.TrimPrefix(made.Text+"\n"+rows[i].Text, "\n") // what was read, so that it can be looked at
		}
	}
	return behind
}

// hintOf says which other letter a report would belong to: nil for what reports on none.
func hintOf(d *about.Facts, made *draft.Draft) *draft.Hint {
	if !d.Reports() || len(made.Signatories) == 0 && len(made.Quotes) == 0 {
		return nil
	}
	if len(made.Addressees) == 0 && (len(made.Signatories) == 0 || len(made.Quotes) == 0) {
		return nil
	}
	h := &draft.Hint{Quotes: made.Quotes, Date: made.Date}
	if len(made.Addressees) > 0 {
		a := made.Addressees[0]
		h.Addressee = a.Name
		if h.Addressee == "" {
			h.Addressee = a.Organization
		}
	}
	return h
}
