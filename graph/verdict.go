package graph

import (
	"slices"
	"strings"
)

// Verdict is what a judgement says of A and B.
type Verdict string

// The verdicts. Unsure has no effect beyond being shown. The last four have a direction.
const (
	Same       Verdict = "same"
	Different  Verdict = "different"
	Unsure     Verdict = "unsure"
	ParentOf   Verdict = "parent" // A is the parent of B, a chapter, arm or local group: two organizations
	HasMember  Verdict = "member" // A is a coalition and B a member of it: two organizations
	FormerName Verdict = "former" // B is a former name of A: one organization
	Split      Verdict = "split"  // A, a name in one letter, is another organization than B, that name elsewhere
)

// Verdicts are all of them.
var Verdicts = []Verdict{Same, Different, Unsure, ParentOf, HasMember, FormerName, Split}

var verdictsInWords = func() string {
	words := make([]string, len(Verdicts))
	for i, v := range Verdicts {
		words[i] = string(v)
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}()

// VerdictsInWords lists the verdicts for people: "same, different, ... or split".
func VerdictsInWords() string { return verdictsInWords }

// Directed reports whether A and B cannot change places.
func (v Verdict) Directed() bool {
	return slices.Contains([]Verdict{ParentOf, HasMember, FormerName, Split}, v)
}

// Joins reports whether a verdict about names says that they are one organization's.
func (v Verdict) Joins() bool { return v == Same || v == FormerName }

// KeepsApart reports whether a verdict about names says that they are two organizations'.
func (v Verdict) KeepsApart() bool {
	return v == Different || v == ParentOf || v == HasMember || v == Split
}

// Dated reports whether a judgement with this verdict may say since and until when.
func (v Verdict) Dated() bool { return v == HasMember || v == FormerName }

func (j Judgement) checkDates() error {
	switch {
	case j.From.IsZero() && j.Until.IsZero():
		return nil
	case !j.Verdict.Dated():
		return Errorf(Invalid, "a judgement that says %q has no dates from and until: those of a member and of a former name do", j.Verdict)
	case !j.From.IsZero() && !j.From.valid() || !j.Until.IsZero() && !j.Until.valid():
		return Errorf(Invalid, "the dates of a judgement are not in the calendar")
	case !j.From.IsZero() && !j.Until.IsZero() && j.From.after(j.Until):
		return Errorf(Invalid, "a judgement holds from %s until %s: the end is before the beginning", j.From, j.Until)
	}
	return nil
}

// after reports whether d is later than e as far as both are known.
func (d Date) after(e Date) bool {
	if d.Year != e.Year {
		return d.Year > e.Year
	}
	if d.Month == 0 || e.Month == 0 || d.Month != e.Month {
		return d.Month > e.Month && e.Month != 0
	}
	return d.Day > e.Day && e.Day != 0
}
