package signatory

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
)

// Second returns the signature that a person gives for another organization in the same entry, and takes it off the note of the first: "Jane Doe,
// director of River Watch and chair of Night Owls" signs for both.
func Second(row *draft.Row) (draft.Row, bool) {
	if row.Capacity != graph.OnBehalf {
		return draft.Row{}, false
	}
	before, office, org, ok := phrase.SecondOffice(string(row.Note))
	if !ok {
		return draft.Row{}, false
	}
	person, _, _ := strings.Cut(before, ", ")
	other := *row
	other.Name = graph.CleanName(org)
	other.Note = draft.Maybe(strings.Trim(person+", "+office, ", "))
	other.Evidence = slices.Clone(row.Evidence[:1])
	other.Evidence[0].Form = other.Name
	row.Note = draft.Maybe(before)
	return other, true
}
