package evaluate

import (
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter"
)

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

// scoreOf compares a draft with its gold.
func scoreOf(d *letter.Draft, g Gold) Score {
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
	s.Addressees = slices.EqualFunc(d.Addressees, g.Addressees, func(a, b letter.Addressee) bool { return a.Role == b.Role && a.Organization == b.Organization })
	a, b := slices.Clone(d.Targets), slices.Clone(g.Targets)
	slices.Sort(a)
	slices.Sort(b)
	s.Targets = slices.Equal(a, b)
	return s
}

func equalCount(a, b *int) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// rightRows tells of each row of a draft whether it is right by the gold; known is false where a gold cannot tell, which is for persons
// where it counts some. Of a name that the draft has more often than the gold, the first rows are right.
func rightRows(d *letter.Draft, g Gold) (right, known []bool) {
	right, known = make([]bool, len(d.Signatories)), make([]bool, len(d.Signatories))
	wanted := map[string]int{}
	if g.Signed != "none" && g.Signed != "mentioned" {
		for _, w := range g.Signatories {
			if w.Type == string(graph.TypeOrganization) {
				wanted[graph.Fold(w.As)]++
			}
		}
	}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type != graph.TypeOrganization {
			known[i] = g.Individuals == 0
			continue
		}
		known[i] = true
		if key := graph.Fold(r.Name); wanted[key] > 0 {
			wanted[key]--
			right[i] = true
		}
	}
	return right, known
}
