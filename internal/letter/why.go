package letter

import (
	"context"
	"slices"
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/weights"
)

// Why says how a document was read: which lists were proposed and why each was taken or not, and what decided each row.
type Why struct {
	Draft *draft.Draft
	Lists []WhyList // none where a table or list says itself who signed
	Rows  []WhyRow  // of Draft.Signatories
}

// WhyList is one proposal.
type WhyList struct {
	Finder  string
	From    int // its first and last line
	To      int
	Entries int
	Score   float64
	Taken   bool
	Reasons []weights.Reason
	First   string // its first line
}

// WhyRow is one row: the list it stands in (an index into Lists, -1 for a sentence), and what its confidence rests on.
type WhyRow struct {
	List    int
	Reasons []weights.Reason
}

// reasonsShown are enough to follow a decision.
const reasonsShown = 6

// Explain reads the document and says why. rules are the patterns that matched anywhere in it, by id; they are traced for the whole
// process, so that nothing else may be read meanwhile.
func (o *Opened) Explain(ctx context.Context) (w *Why, rules []string, err error) {
	w = &Why{}
	asked := rule.Tracing(func() { w.Draft, err = o.Read(ctx) })
	if err != nil {
		return nil, nil, err
	}
	for _, id := range asked {
		if slices.Contains(rule.Patterns(), id) {
			rules = append(rules, id)
		}
	}
	w.Rows = make([]WhyRow, len(w.Draft.Signatories))
	for i := range w.Rows {
		w.Rows[i].List = -1
		if f, rated := confidence.FeaturesOf(&w.Draft.Signatories[i]); rated {
			w.Rows[i].Reasons = confidence.Reasons(&f, reasonsShown)
		}
	}
	if o.printed == nil {
		return w, rules, nil
	}
	p, err := o.printed(ctx)
	if err != nil {
		return nil, nil, err
	}
	p.Medium, p.Name = o.medium.Name, o.source.Name
	found := section.Find(about.Of(p), nil)
	for i := range found.Candidates {
		c := &found.Candidates[i]
		l := WhyList{Finder: c.Finder, Score: c.Score, Taken: c.Taken, Reasons: c.Reasons(reasonsShown)}
		l.From, l.To = c.Range()
		for k := range c.Blocks {
			l.Entries += len(c.Blocks[k].Lines)
		}
		l.First, _, _ = strings.Cut(c.Blocks[0].Lines[0].Text, "\n")
		for k := range w.Draft.Signatories {
			if r := &w.Draft.Signatories[k]; c.Taken && !r.Sentence && r.Line >= l.From && r.Line <= l.To {
				w.Rows[k].List = len(w.Lists)
			}
		}
		w.Lists = append(w.Lists, l)
	}
	return w, rules, nil
}
