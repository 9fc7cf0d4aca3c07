package signatory

import (
	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
)

// readBehalf reads a line that says for whom a person signs.
func readBehalf(row *draft.Row, e *entry.Entry, h entry.Habit, t string) bool {
	if rule.Off("signatory.readBehalf") {
		return false
	}
	if e.Company == section.People {
		return false
	}
	org, note, ok := phrase.SignsForWhom(t)
	if !ok && e.Origin == section.AfterGreet {
		org, ok = phrase.ForAlone(t)
	}
	if !ok || h.Themselves && !phrase.OnBehalf(t) { // "Ann Lee, member for Trent Vale"
		return false
	}
	row.Name, row.Note, row.Capacity = phrase.CutMarks(org), draft.Maybe(phrase.CutMarks(note)), graph.OnBehalf
	return true
}
