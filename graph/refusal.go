package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// Says is the judgement as a sentence: who says what.
func (j Judgement) Says() string {
	name := func(r NameRef) string {
		switch {
		case r.Name == "":
			return "letter " + r.Letter
		case r.Letter == "":
			return "“" + r.Name + "”"
		}
		return "“" + r.Name + "” in letter " + r.Letter
	}
	a, b := name(j.A), name(j.B)
	if j.Relation != "" {
		return fmt.Sprintf("%s says %s of %s and %s (%s)", j.By, j.Verdict, a, b, j.Relation)
	}
	switch j.Verdict {
	case Same:
		return fmt.Sprintf("%s says that %s and %s are one organization", j.By, a, b)
	case Different:
		return fmt.Sprintf("%s says that %s and %s are two organizations", j.By, a, b)
	case ParentOf:
		return fmt.Sprintf("%s says that %s is the parent of %s", j.By, a, b)
	case HasMember:
		return fmt.Sprintf("%s says that %s is a member of %s", j.By, b, a)
	case FormerName:
		return fmt.Sprintf("%s says that %s is a former name of %s", j.By, b, a)
	case Split:
		return fmt.Sprintf("%s says that %s is another organization than elsewhere", j.By, a)
	}
	return fmt.Sprintf("%s says %s of %s and %s", j.By, j.Verdict, a, b)
}

// explain says of each refused judgement which other stands against it: the first of those that keep its two sides apart.
func (r *resolution) explain(js []Judgement) {
	if len(r.refused) == 0 {
		return
	}
	first := map[[2]int]int{}
	for i, j := range js {
		if j.Relation != "" || j.Undone != nil || !j.Verdict.KeepsApart() {
			continue
		}
		a, b := r.root(r.index[j.A]), r.root(r.index[j.B])
		pair := [2]int{min(a, b), max(a, b)}
		if _, known := first[pair]; !known {
			first[pair] = i
		}
	}
	for i := range r.refused {
		refusal := &r.refused[i]
		if refusal.Why != "" {
			continue // no judgement stands against it
		}
		j := refusal.Judgement
		a, b := r.root(r.index[j.A]), r.root(r.index[j.B])
		against := js[first[[2]int{min(a, b), max(a, b)}]]
		refusal.Against, refusal.Why = against.ID, j.Says()+", but "+against.Says()
		if [2]NameRef{j.A, j.B} != [2]NameRef{against.A, against.B} && [2]NameRef{j.B, j.A} != [2]NameRef{against.A, against.B} {
			refusal.Why += "; with what else is judged, both cannot hold"
		}
	}
}

// NotApplied says why a judgement that stands is not applied, as a sentence without its full stop; "" where it is, or was undone. It is one of
// Refused, or a rule's "same" that joins nothing although nobody contradicts it: then judgements keep apart what it connects together with others.
func (n *Network) NotApplied(j Judgement) string {
	at, refused := slices.BinarySearchFunc(n.refused, j, func(r Refusal, j Judgement) int { return CompareJudgements(r.Judgement, j) })
	switch {
	case refused:
		return n.refused[at].Why
	case !j.ByRule() || j.Relation != "" || j.Verdict != Same || j.Undone != nil:
		return ""
	}
	a, printedA := n.Organization(OrganizationID(j.A.Name, j.A.Letter))
	b, printedB := n.Organization(OrganizationID(j.B.Name, j.B.Letter))
	if !printedA || !printedB || a == b {
		return ""
	}
	return "judgements or letters keep apart what it would join, so a rule does not join them; say whether they are one organization"
}

func sortedRefusals(list []Refusal) []Refusal {
	slices.SortStableFunc(list, func(a, b Refusal) int {
		return cmp.Or(CompareJudgements(a.Judgement, b.Judgement), cmp.Compare(a.Why, b.Why))
	})
	return list
}
