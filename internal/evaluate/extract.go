package evaluate

import (
	"context"
	"math"
	"os"
	"path"
	"path/filepath"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// Document is what one document gave, beside its gold.
type Document struct {
	Name      string  `json:"document"`
	Medium    string  `json:"medium"`          // "" where it was not read
	Error     string  `json:"error,omitempty"` // why it was not read; all its names then count as missing
	Signed    string  `json:"signatory_kind"`  // of the gold: signed, none, mentioned, supporting-logo
	Expected  int     `json:"expected"`        // organizations of the gold
	Found     int     `json:"found"`           // organizations of the draft
	Right     int     `json:"right"`           // in both
	Precision float64 `json:"precision"`       // of organizations
	Recall    float64 `json:"recall"`          // of organizations
	F1        float64 `json:"f1"`              // of organizations
	Persons   Counted `json:"persons"`         // within 2 % is right
	Date      Compare `json:"date"`            // where the gold gives one, equal to its precision
	Kind      Compare `json:"kind"`
	Claimed   Compare `json:"claimed"` // "organizations/individuals"
	Targets   Sets    `json:"targets"`
	Addressed bool    `json:"addressees_right"` // roles and organizations equal

	Missing []string `json:"missing"`
	Extra   []string `json:"extra"`

	draft *letter.Draft
	gold  Gold
}

// Counted compares two numbers.
type Counted struct {
	Wanted int  `json:"wanted"`
	Found  int  `json:"found"`
	Right  bool `json:"right"`
}

// Compare holds two values, as text, side by side.
type Compare struct {
	Wanted string `json:"wanted"`
	Found  string `json:"found"`
	Right  bool   `json:"right"`
}

// Sets compares two sets of names, case and punctuation apart.
type Sets struct {
	Wanted []string `json:"wanted"`
	Found  []string `json:"found"`
	Right  int      `json:"right"` // in both
}

// Tally counts what is right among what was asked.
type Tally struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

func (t *Tally) add(right bool) {
	t.Of++
	if right {
		t.Right++
	}
}

// Overall adds all documents up.
type Overall struct {
	Documents int     `json:"documents"`
	Unread    int     `json:"unread"`
	Expected  int     `json:"expected"`
	Found     int     `json:"found"`
	Right     int     `json:"right"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`     // micro
	Lowest    float64 `json:"lowest"` // F1 of the worst document
	Below     int     `json:"below"`  // documents whose F1 is below BarEach
	Persons   Tally   `json:"persons"`
	Dates     Tally   `json:"dates"`    // of the dates that the golds give
	Invented  int     `json:"invented"` // dates found where the gold gives none
	Kinds     Tally   `json:"kinds"`
	Claims    Tally   `json:"claims"`  // documents whose claimed numbers are equal
	Targets   Tally   `json:"targets"` // documents whose targets are equal as sets
	Addressed Tally   `json:"addressees"`
	Negatives Tally   `json:"negatives"` // documents from which no signatory may come, and none does
}

// Extraction is the evaluation of a gold folder.
type Extraction struct {
	Documents []Document `json:"documents"` // by name
	Overall   Overall    `json:"overall"`
	Same      SameLetter `json:"same_letter"`

	Reliability *Reliability `json:"reliability,omitempty"` // see Rate
}

// BarEach is the F1 that every document must reach; Overall.Below counts those that do not.
const BarEach = 0.95

// personsWithin is how far the number of persons may be from the gold's, as a share of it.
const personsWithin = 0.02

// Extract reads the documents of a gold folder (they lie beside it, as their golds name them) and compares. only keeps the documents
// that it names; empty means all. A document that cannot be read is no error: its names are missing. The same files give the same
// result.
func Extract(ctx context.Context, dir string, only []string) (*Extraction, error) {
	golds, err := readGold(dir)
	if err != nil {
		return nil, err
	}
	if golds, err = choose(golds, only); err != nil {
		return nil, err
	}
	e := &Extraction{Documents: make([]Document, len(golds))}
	for i, g := range golds {
		if e.Documents[i], err = evaluate(ctx, filepath.Join(dir, ".."), g); err != nil {
			return nil, err
		}
	}
	e.Overall = addUp(e.Documents)
	e.Same = sameLetters(e.Documents)
	return e, nil
}

func evaluate(ctx context.Context, root string, g Gold) (Document, error) {
	draft := &letter.Draft{}
	problem := ""
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(g.Document)))
	if err != nil {
		problem = "the document is not there"
	} else if draft, err = letter.Extract(ctx, path.Base(g.Document), data, letter.Limits{}); graph.CodeOf(err) == graph.Cancelled {
		return Document{}, err
	} else if err != nil {
		draft, problem = &letter.Draft{}, graph.MessageOf(err)
	}
	s := scoreOf(draft, g)
	read := problem == ""
	d := Document{Name: g.Document, Medium: draft.Medium, Error: problem, Signed: g.Signed, Expected: s.Expected, Found: s.Found, Right: s.Right,
		Precision: round(s.Precision()), Recall: round(s.Recall()), F1: round(s.F1()), Missing: s.Missing, Extra: s.Extra,
		Persons:   Counted{s.PersonsWanted, s.Persons, read && math.Abs(float64(s.Persons-s.PersonsWanted)) <= personsWithin*float64(s.PersonsWanted)},
		Date:      Compare{string(g.Date), string(draft.Date), read && s.Date},
		Kind:      Compare{g.Kind, draft.Kind, read && s.Kind},
		Claimed:   Compare{claim(g.Claimed), claim(draft.Claimed), read && s.Claimed},
		Targets:   compareSets(g.Targets, draft.Targets),
		Addressed: read && s.Addressees, draft: draft, gold: g}
	if !read { // an empty gold is not met by a document that nobody read
		d.Precision, d.Recall, d.F1 = 0, 0, 0
	}
	return d, nil
}

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
			s.Right++
			delete(left, key)
		}
	}
	return s
}

func addUp(documents []Document) Overall {
	o := Overall{Documents: len(documents), Lowest: 1}
	for i := range documents {
		d := &documents[i]
		if d.Error != "" {
			o.Unread++
		}
		o.Expected, o.Found, o.Right = o.Expected+d.Expected, o.Found+d.Found, o.Right+d.Right
		o.Lowest = min(o.Lowest, d.F1)
		if d.F1 < BarEach {
			o.Below++
		}
		o.Persons.add(d.Persons.Right)
		if d.Date.Wanted != "" {
			o.Dates.add(d.Date.Right)
		} else if d.Date.Found != "" {
			o.Invented++
		}
		o.Kinds.add(d.Kind.Right)
		o.Claims.add(d.Claimed.Right)
		o.Targets.add(d.Error == "" && d.Targets.Right == len(d.Targets.Wanted) && d.Targets.Right == len(d.Targets.Found))
		o.Addressed.add(d.Addressed)
		if d.Signed == "none" || d.Signed == "mentioned" {
			o.Negatives.add(d.Error == "" && len(d.draft.Signatories) == 0)
		}
	}
	total := Score{Expected: o.Expected, Found: o.Found, Right: o.Right}
	o.Precision, o.Recall, o.F1 = round(total.Precision()), round(total.Recall()), round(total.F1())
	return o
}

// round keeps five places: enough for every bar, and the same text everywhere.
func round(x float64) float64 { return math.Round(x*1e5) / 1e5 }
