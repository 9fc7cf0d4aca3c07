package letter

import (
	"encoding/json"
	"slices"

	"undersigned/graph"
)

// Gold is what a person found in a document: the form of the files that `evaluate extract` compares with.
type Gold struct {
	Document    string          `json:"document"`
	Kind        string          `json:"kind"`
	Date        Maybe           `json:"date"`
	Addressees  []Addressee     `json:"addressees"`
	Targets     []string        `json:"targets"`
	Claimed     Claimed         `json:"claimed"`
	Signatories []GoldSignatory `json:"signatories"`
	Individuals int             `json:"individuals"`
	Signed      string          `json:"signatory_kind"` // signed, none, mentioned, supporting-logo

	SameLetterAs Maybe `json:"same_letter_as"` // the document of which it is a version, translation or report
}

// GoldSignatory is one signatory of a Gold.
type GoldSignatory struct {
	As      string `json:"as"`
	Type    string `json:"type"`
	Country Maybe  `json:"country"`
	Note    Maybe  `json:"note"`
}

// ReadGold reads a gold file. Errors are Invalid.
func ReadGold(name string, data []byte) (Gold, error) {
	var g Gold
	if err := json.Unmarshal(data, &g); err != nil {
		return Gold{}, graph.Wrap(graph.Invalid, err, baseName(name)+" is no gold file: JSON with document, kind, date and signatories is wanted")
	}
	return g, nil
}

// Score compares a Draft with its Gold. Organizations are compared as a multiset of names, case, punctuation and blanks apart.
type Score struct {
	Expected, Found, Right int      // organizations
	Missing, Extra         []string // names, in the order of the gold and of the draft
	Persons, PersonsWanted int
	Date, Kind, Claimed    bool // equal
	Addressees             bool // roles and organizations equal
	Targets                bool // equal as sets
}

// Precision is 1 where nothing was found.
func (s Score) Precision() float64 { return ratio(s.Right, s.Found) }

// Recall is 1 where nothing was to be found.
func (s Score) Recall() float64 { return ratio(s.Right, s.Expected) }

// F1 of an empty gold is 1 if nothing was found, else 0.
func (s Score) F1() float64 {
	if s.Expected == 0 {
		if s.Found == 0 {
			return 1
		}
		return 0
	}
	return 2 * float64(s.Right) / float64(s.Expected+s.Found)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Evaluate compares a draft with its gold.
func Evaluate(d *Draft, g Gold) Score {
	s := Score{Missing: []string{}, Extra: []string{}, Persons: d.Persons(), PersonsWanted: g.Individuals, Date: d.Date == g.Date, Kind: d.Kind == g.Kind,
		Claimed: equalCount(d.Claimed.Organizations, g.Claimed.Organizations) && equalCount(d.Claimed.Individuals, g.Claimed.Individuals)}
	wanted := map[string]int{}
	if g.Signed != "none" && g.Signed != "mentioned" {
		for _, w := range g.Signatories {
			if w.Type == string(graph.TypeOrganization) {
				s.Expected++
				wanted[graph.Fold(w.As)]++
			}
		}
	}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type != graph.TypeOrganization {
			continue
		}
		s.Found++
		if key := graph.Fold(r.Name); wanted[key] > 0 {
			wanted[key]--
			s.Right++
		} else {
			s.Extra = append(s.Extra, r.Name)
		}
	}
	for _, w := range g.Signatories {
		if key := graph.Fold(w.As); wanted[key] > 0 {
			wanted[key]--
			s.Missing = append(s.Missing, w.As)
		}
	}
	s.Addressees = slices.EqualFunc(d.Addressees, g.Addressees, func(a, b Addressee) bool { return a.Role == b.Role && a.Organization == b.Organization })
	a, b := slices.Clone(d.Targets), slices.Clone(g.Targets)
	slices.Sort(a)
	slices.Sort(b)
	s.Targets = slices.Equal(a, b)
	return s
}

func equalCount(a, b *int) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }
