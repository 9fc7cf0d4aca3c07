package evaluate

import (
	"context"
	"math"
	"slices"
	"strings"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// Document is what one document gave, beside its gold.
type Document struct {
	Name      string `json:"document"`
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Medium    string `json:"medium"`          // "" where it was not read
	Error     string `json:"error,omitempty"` // why it was not read; all its names then count as missing
	Signed    string `json:"signatory_kind"`  // of the gold: signed, none, mentioned, supporting-logo
	Names
	Optional  int     `json:"optional"` // organizations of the draft that are neither right nor wrong; Found leaves them out
	Persons   Counted `json:"persons"`  // within 2 % is right
	Date      Compare `json:"date"`     // one of the gold's dates, or a more precise one
	Kind      Compare `json:"kind"`
	Claimed   Compare `json:"claimed"` // "organizations/individuals"
	Targets   Sets    `json:"targets"`
	Addressed Answer  `json:"addressees"` // roles and organizations equal

	Confidence float64  `json:"confidence"` // of the document
	Doubtful   []string `json:"doubtful"`

	Missing []string `json:"missing"`
	Extra   []string `json:"extra"`

	opened   *letter.Opened // nil where it was not read
	draft    *letter.Draft
	known    *proposals
	section  *letter.SectionModel // by which the draft was read; nil for what is built in
	fitted   *letter.Fitted       // and by what its tables and lists were told; nil too
	gold     Gold
	verdicts []verdict // of the draft's rows
}

// proposals are the candidates of a document and the ways in which its lists may be read, which no model changes.
type proposals struct {
	once          sync.Once
	found, unread []letter.Candidate
	ways          []letter.BriefWay
	forms         map[string]bool // names of the gold and their other forms, in normal form
	err           error

	shapes sync.Once
	tables []*letter.SeenTable
	lists  []letter.SeenList
	unseen error

	twice   sync.Once
	choices []letter.Choice
	failed  error
}

func (d *Document) proposed(ctx context.Context) (found, unread []letter.Candidate, err error) {
	if d.opened == nil {
		return nil, nil, nil
	}
	p := d.known
	p.once.Do(func() {
		if p.found, p.unread, p.err = d.opened.Candidates(ctx); p.err == nil && d.draft.Kind == letter.KindBrief {
			p.ways, p.err = d.opened.BriefWays(ctx)
		}
	})
	return p.found, p.unread, p.err
}

// ways are those in which a brief may be read.
func (d *Document) ways(ctx context.Context) ([]letter.BriefWay, error) {
	_, _, err := d.proposed(ctx)
	return d.known.ways, err
}

// judged reads a document for its tables and lists.
func (d *Document) judged(ctx context.Context) error {
	if d.opened == nil {
		return nil
	}
	p := d.known
	p.shapes.Do(func() { p.tables, p.lists, p.unseen = d.opened.Judged(ctx) })
	return p.unseen
}

// choices are the lists that may be read in several ways.
func (d *Document) choices(ctx context.Context) ([]letter.Choice, error) {
	if d.opened == nil {
		return nil, nil
	}
	p := d.known
	p.twice.Do(func() { p.choices, p.failed = d.opened.Choices(ctx) })
	return p.choices, p.failed
}

func (d *Document) forms() map[string]bool { return d.known.forms }

// Names counts organizations.
type Names struct {
	Expected  int     `json:"expected"` // of the gold
	Found     int     `json:"found"`    // in the draft
	Right     int     `json:"right"`    // in both
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

func (n *Names) rate() {
	n.Precision, n.Recall = round(share(float64(n.Right), n.Found)), round(share(float64(n.Right), n.Expected))
	n.F1 = round(share(2*float64(n.Right), n.Expected+n.Found))
}

// Answer is a value that the gold may not give; then nothing is asked.
type Answer struct {
	Given bool `json:"given"`
	Right bool `json:"right"`
}

// Counted compares two numbers.
type Counted struct {
	Wanted int `json:"wanted"`
	Found  int `json:"found"`
	Answer
}

// Compare holds two values, as text, side by side.
type Compare struct {
	Wanted string `json:"wanted"`
	Found  string `json:"found"`
	Answer
}

// Sets compares two sets of names, case and punctuation apart.
type Sets struct {
	Wanted []string `json:"wanted"`
	Found  []string `json:"found"`
	Both   int      `json:"both"`
	Answer
}

// personsWithin is how far the number of persons may be from the gold's, as a share of it.
const personsWithin = 0.02

// score compares the draft with the gold.
func (d *Document) score() {
	g, draft, read := &d.gold, d.draft, d.Error == ""
	d.Name, d.ID, d.Publisher, d.Medium, d.Signed = g.Document, g.ID, g.Publisher, draft.Medium, g.Signed
	d.verdicts, d.Missing = match(draft, g)
	d.Names, d.Optional, d.Extra = Names{Expected: len(g.organizations())}, 0, []string{}
	for i, v := range d.verdicts {
		switch v {
		case right:
			d.Right++
		case wrong:
			d.Extra = append(d.Extra, draft.Signatories[i].Name)
		case optional:
			d.Optional++
		}
	}
	d.Found = d.Right + len(d.Extra)
	d.Confidence, d.Doubtful = draft.Confidence, append([]string{}, draft.Doubtful...)
	if d.rate(); !read { // an empty gold is not met by a document that nobody read
		d.Precision, d.Recall, d.F1 = 0, 0, 0
	}
	answer := func(field string, right bool) Answer { return Answer{g.Gives(field), read && g.Gives(field) && right} }
	d.Persons = Counted{g.Individuals, draft.Persons(), answer("individuals", math.Abs(float64(draft.Persons()-g.Individuals)) <= personsWithin*float64(g.Individuals))}
	d.Date = compareDates(g.dates(), string(draft.Date))
	d.Date.Given = g.Gives("date") || len(g.DatesOK) > 0
	d.Date.Right = d.Date.Right && d.Date.Given && read
	d.Kind = Compare{g.Kind, draft.Kind, answer("kind", g.Kind == draft.Kind)}
	d.Claimed = compareClaims(g, draft.Claimed)
	d.Claimed.Right = d.Claimed.Right && read
	d.Targets = compareSets(g.Targets, draft.Targets)
	d.Targets.Answer = answer("targets", d.Targets.Both == len(g.Targets) && d.Targets.Both == len(draft.Targets))
	d.Addressed = answer("addressees", slices.EqualFunc(draft.Addressees, g.Addressees, func(a, b letter.Addressee) bool { return a.Role == b.Role && a.Organization == b.Organization }))
}

// compareDates takes a more precise date for right: the gold says 2021-05 where a reader of the document alone cannot tell the day.
func compareDates(wanted []string, found string) Compare {
	c := Compare{Wanted: strings.Join(wanted, " or "), Found: found}
	c.Right = len(wanted) == 0 && found == "" || slices.ContainsFunc(wanted, func(w string) bool { return found == w || strings.HasPrefix(found, w+"-") })
	return c
}

// compareClaims asks for those of the two numbers that the gold gives.
func compareClaims(g *Gold, found letter.Claimed) Compare {
	organizations, individuals := g.Gives("claimed.organizations"), g.Gives("claimed.individuals")
	right := (!organizations || equalCount(g.Claimed.Organizations, found.Organizations)) && (!individuals || equalCount(g.Claimed.Individuals, found.Individuals))
	return Compare{claim(g.Claimed), claim(found), Answer{organizations || individuals, right && (organizations || individuals)}}
}

func equalCount(a, b *int) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

func claim(c letter.Claimed) string {
	if c.Organizations == nil && c.Individuals == nil {
		return ""
	}
	return number(c.Organizations) + "/" + number(c.Individuals)
}

func compareSets(wanted, found []string) Sets {
	s := Sets{Wanted: append([]string{}, wanted...), Found: append([]string{}, found...)}
	left := map[string]bool{}
	for _, w := range wanted {
		left[graph.Fold(w)] = true
	}
	for _, f := range found {
		if key := graph.Fold(f); left[key] {
			s.Both++
			delete(left, key)
		}
	}
	return s
}
