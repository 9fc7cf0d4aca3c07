package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"undersigned/internal/names/match"
)

// The confidence below which a row is worth a look.
const unsureBelow = 0.7

// warnings says what a person should know before looking at the rows: what stands in the way of saving first, then gaps, then notes.
func warnings(a *DraftAnswer, r *reading, reports []similar) []Warning {
	list := []Warning{}
	add := func(kind, code, text string, lines ...int) {
		list = append(list, Warning{kind, code, text, append([]int{}, lines...)})
	}
	if a.Stored != nil {
		add("warning", "stored", fmt.Sprintf("This document is stored already, as “%s”. Saving replaces it.", a.Stored.Title))
	}
	for _, s := range a.Similar {
		add("warning", "similar", fmt.Sprintf("It may be a %s of “%s”: %s.", strings.TrimSuffix(string(s.Relation), "-of"), s.Letter.Title, strings.Join(s.Reasons, ", ")))
	}
	for _, s := range reports {
		is, then := "It seems that “%s” is a report of it: %s.", " If it is, say so once this one is saved, with undersigned letters judge."
		if s.Rule {
			is, then = "“%s” is a report of it by the written rule: %s.", " The two are linked when this one is saved."
		}
		add("note", "report", fmt.Sprintf(is, cmp.Or(s.record.Title, s.record.ID), strings.Join(clauses(s.Reasons), ", "))+then)
	}
	if len(a.Rows) == 0 {
		add("warning", "none", "No signatory was found. If the document has some, mark their lines.")
	}
	claims(a, add)
	if n := len(a.LeftOut); n > 0 {
		var lines []int
		for _, l := range a.LeftOut {
			if l.Line > 0 {
				lines = append(lines, l.Line)
			}
		}
		add("warning", "left_out", counted(n, "line was left out.", "lines were left out."), lines...)
	}
	homonyms(a, add)
	unsure(a, add)
	for _, text := range r.Warnings {
		add("note", "reading", text)
	}
	twice := 0
	for _, row := range a.Rows {
		if len(row.Evidence) > 1 {
			twice++
		}
	}
	if twice > 0 {
		add("note", "printed_twice", counted(twice, "name is printed twice and counted once.", "names are printed twice and counted once."))
	}
	return list
}

func claims(a *DraftAnswer, add func(kind, code, text string, lines ...int)) {
	say := func(claimed *int, found int, one, several, doubted string) {
		switch {
		case claimed == nil:
		case slices.ContainsFunc(a.Doubtful, func(s string) bool { return strings.HasPrefix(s, fmt.Sprintf("%d %s claimed", *claimed, doubted)) }):
		case *claimed == found:
			add("note", "claimed", "As many as claimed: "+counted(found, one+".", several+"."))
		default:
			add("warning", "claimed", fmt.Sprintf("The document claims %s, and %d %s found.", counted(*claimed, one, several), found, was(found)))
		}
	}
	say(a.Claimed.Organizations, a.Organizations, "organization", "organizations", "organizations")
	say(a.Claimed.Individuals, a.Persons, "person", "persons", "individuals")
}

func unsure(a *DraftAnswer, add func(kind, code, text string, lines ...int)) {
	var lines []int
	n := 0
	for _, row := range a.Rows {
		if row.Confidence < unsureBelow {
			n++
			if row.Line > 0 {
				lines = append(lines, row.Line)
			}
		}
	}
	if n > 0 {
		add("warning", "unsure", counted(n, "row is unsure: compare it with its line.", "rows are unsure: compare them with their lines."), lines...)
	}
}

// homonyms says which names several organizations have: undecided, they are joined with none of them.
func homonyms(a *DraftAnswer, add func(kind, code, text string, lines ...int)) {
	said := map[string]bool{}
	for _, row := range a.Rows {
		if m := row.Match; m.State == match.Unsure && m.Homonyms > 0 && !said[row.Name] {
			said[row.Name] = true
			var lines []int
			if row.Line > 0 {
				lines = append(lines, row.Line)
			}
			add("warning", "homonym", fmt.Sprintf("“%s”: %s. Say which one signs; undecided, it is joined with none of them.", row.Name, match.HaveThisName(m.Homonyms)), lines...)
		}
	}
}

func was(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}
