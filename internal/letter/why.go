package letter

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/signatory"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/weights"
)

// Why says in words how a document was read: which lists were proposed and why each was taken or not, what decided each row and each line that was
// left out, and which rules. Its JSON is what `undersigned extract --why --json` prints; slices are never null.
type Why struct {
	Draft    *draft.Draft `json:"draft"`
	Lists    []WhyList    `json:"lists"`    // none where a table or list says itself who signed
	Columns  []string     `json:"columns"`  // of such a table
	Readings []WhyReading `json:"readings"` // of lists that may be cut into names in several ways
	Rows     []WhyRow     `json:"rows"`     // of Draft.Signatories
	LeftOut  []WhyLeft    `json:"left_out"`
	Rules    []WhyRule    `json:"rules"`    // without which the document, or most of its rows, would be read otherwise
	Untried  bool         `json:"too_long"` // the document is too long to try rule by rule
}

// WhyList is one proposal.
type WhyList struct {
	Finder  string           `json:"finder"`
	From    int              `json:"from"` // its first and last line
	To      int              `json:"to"`
	Entries int              `json:"entries"`
	Score   float64          `json:"score"`
	Taken   bool             `json:"taken"`
	Beaten  bool             `json:"beaten,omitempty"` // another reading of its lines was chosen
	Reasons []weights.Reason `json:"reasons"`
	First   string           `json:"first"`   // its first line
	Columns []string         `json:"columns"` // how its tables are read
}

// WhyRow is one row.
type WhyRow struct {
	List     int              `json:"list"`      // it stands in, an index into Lists; -1 for a sentence, and where there are no lists
	Found    []string         `json:"found"`     // why its line was looked at
	ReadAs   string           `json:"read_as"`   // which lines it is, and of which form
	Reading  int              `json:"reading"`   // of its list, an index into Readings; -1 where there is one only
	Because  []string         `json:"because"`   // it is a person or an organization
	Reasons  []weights.Reason `json:"reasons"`   // of its confidence
	Rules    []WhyRule        `json:"rules"`     // without which it would be read otherwise
	LastLine int              `json:"last_line"` // the first one is the draft's
}

// WhyLeft is a line that names nobody, though it looked like a name or stood in a list that was proposed.
type WhyLeft struct {
	Line  int       `json:"line"`
	Text  string    `json:"text"`
	Why   string    `json:"why"`
	List  int       `json:"list"`  // it stands in, which was not taken; -1
	Rules []WhyRule `json:"rules"` // without which it would be a row, or left out for another reason
}

// grounds are what a draft was made from.
type grounds struct {
	facts      *about.Facts
	candidates []section.Candidate
	behind     []signed // of each row
}

func (g *grounds) fill(d *about.Facts, candidates []section.Candidate, found []signed) {
	if g != nil {
		g.facts, g.candidates, g.behind = d, candidates, found
	}
}

// reasonsShown are enough to follow a decision.
const reasonsShown = 6

// Explain reads the document and says why. Rules are traced and switched for the whole process, so that nothing else may be read meanwhile.
func (o *Opened) Explain(ctx context.Context) (*Why, error) {
	w := &Why{Lists: []WhyList{}, Readings: []WhyReading{}, Columns: []string{}, Rows: []WhyRow{}, LeftOut: []WhyLeft{}, Rules: []WhyRule{}}
	g := &grounds{}
	var err error
	told := rule.Told(func() { w.Draft, err = o.ReadWith(ctx, Models{grounds: g}) })
	if err != nil {
		return nil, err
	}
	if o.printed == nil {
		w.Columns = columnsOf(told)
	}
	w.explainLists(g)
	if g.facts != nil {
		w.explainReadings(g)
	}
	for i := range w.Draft.Signatories {
		w.Rows = append(w.Rows, w.explainRow(i, g))
	}
	for _, l := range w.Draft.LeftOut {
		w.LeftOut = append(w.LeftOut, WhyLeft{Line: l.Line, Text: l.Text, Why: l.Why, List: -1, Rules: []WhyRule{}})
	}
	if g.facts != nil { // there are none for a profile, which nobody signs
		w.explainPassed(g)
	}
	slices.SortStableFunc(w.LeftOut, func(a, b WhyLeft) int { return a.Line - b.Line })
	return w, o.tryRules(ctx, w)
}

func columnsOf(told []any) []string {
	out := []string{}
	for _, t := range told {
		if r, ok := t.(*table.Reading); ok {
			out = append(out, r.Words()...)
		}
	}
	return out
}

func (w *Why) explainLists(g *grounds) {
	for i := range g.candidates {
		c := &g.candidates[i]
		l := WhyList{Finder: c.Finder, Score: rounded(c.Score), Taken: c.Taken, Beaten: c.Beaten, Reasons: inWords(c.Reasons(reasonsShown))}
		l.From, l.To = c.Range()
		for k := range c.Blocks {
			l.Entries += len(c.Blocks[k].Lines)
		}
		l.First, _, _ = strings.Cut(c.Blocks[0].Lines[0].Text, "\n")
		l.Columns = columnsOf(rule.Told(func() { entriesOf(c) }))
		w.Lists = append(w.Lists, l)
	}
}

// entriesOf are the entries of a list by itself.
func entriesOf(c *section.Candidate) []entry.Entry { return entry.Split(c.Blocks, entry.How{}) }

func (w *Why) explainRow(i int, g *grounds) WhyRow {
	r := &w.Draft.Signatories[i]
	row := WhyRow{List: -1, Reading: -1, LastLine: r.Line, ReadAs: "one entry of the table or list", Found: []string{"the document is a table or list that says itself who signed"}, Because: []string{}, Reasons: []weights.Reason{}, Rules: []WhyRule{}}
	if f, rated := confidence.FeaturesOf(r); rated {
		row.Reasons = inWords(confidence.Reasons(&f, reasonsShown))
	}
	if g.facts == nil {
		row.Because = append(row.Because, map[graph.SignatoryType]string{graph.TypePerson: "a column, a key or its look says person", graph.TypeOrganization: "no column, no key and not its look says person"}[r.Type])
		return row
	}
	for k := range w.Lists {
		if l := &w.Lists[k]; l.Taken && !r.Sentence && r.Line >= l.From && r.Line <= l.To {
			row.List = k
		}
	}
	e := g.behind[i].behind
	row.LastLine = e.Lines[len(e.Lines)-1].Number
	row.Reading = w.readingOf(e)
	row.ReadAs, row.Found, row.Because = readAs(e), foundBy(e.Setting), signatory.Because(r, e, g.behind[i].habit)
	return row
}

// foundBy says what headings and sentences say of a line.
func foundBy(s section.Setting) []string {
	out := []string{s.Origin.Words()}
	switch s.Company {
	case section.Organizations:
		out = append(out, "what announces it speaks of organizations")
	case section.People:
		out = append(out, "what announces it speaks of persons")
	}
	if s.Country != "" {
		out = append(out, fmt.Sprintf("it stands under the country %q", s.Country))
	}
	if s.Gone {
		out = append(out, "its heading says that the signatures were withdrawn")
	}
	return out
}

// readAs says how an entry was cut out of its lines.
func readAs(e *entry.Entry) string {
	as := ""
	switch first := &e.Lines[0]; {
	case e.Person != "":
		as = "a signature of a person with what she is"
	case e.Origin == section.Sentence:
		as = "a name within a sentence"
	case e.Paragraph:
		as = "a name between separators in running lines"
	case first.Sort == document.Cells:
		as = "a row or cell of a table"
	case e.Marked:
		as = "an item of a list"
	default:
		as = "a line"
	}
	if n := len(e.Lines); n > 1 && e.Unsure {
		as += fmt.Sprintf(", of %d lines that were joined by less than sure signs", n)
	} else if n > 1 {
		as += fmt.Sprintf(", of %d lines", n)
	}
	if len(e.Again) > 0 {
		as += fmt.Sprintf(", printed again on line %d", e.Again[0].Number)
	}
	return as
}

// inWords rounds what reasons add, so that the same bytes come out on every machine.
func inWords(reasons []weights.Reason) []weights.Reason {
	out := []weights.Reason{}
	for _, r := range reasons {
		out = append(out, weights.Reason{Words: r.Words, Adds: rounded(r.Adds)})
	}
	return out
}

func rounded(x float64) float64 { return math.Round(x*100) / 100 }
