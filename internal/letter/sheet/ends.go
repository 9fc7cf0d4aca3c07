package sheet

import (
	"fmt"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// endsOf finds the columns source and target of an edge list as network programs write it, where no others say who signed what; -1 where it is none.
func endsOf(header []string) (from, to int) {
	from, to = exportColumn(header, "source"), exportColumn(header, "target")
	if from < 0 || to < 0 || slices.ContainsFunc(header, func(h string) bool {
		switch table.SenseOf(text.Trim(h)) {
		case table.LetterColumn, table.TitleColumn, table.NameColumn, table.OrganizationColumn, table.OrganizationsColumn, table.PersonColumn, table.PersonsColumn, table.ListColumn:
			return true
		}
		return false
	}) {
		return -1, -1
	}
	return from, to
}

// askEnds refuses such an edge list: to programs a target is an end of an edge, and to us whom a letter is addressed to. Where something stands on both sides, edges join things of one kind, and nothing says what
// these signed; else one side may be letters, which is asked.
func (t *tableReader) askEnds(rows []record) error {
	from, to := endsOf(t.header)
	if from < 0 || t.limits.Answers.Letter != "" {
		return nil
	}
	sides := [2]map[string]bool{{}, {}}
	for i := range rows {
		for side, k := range []int{from, to} {
			if k < len(rows[i].Cells) {
				if v := graph.CleanName(rows[i].Cells[k]); v != "" {
					sides[side][v] = true
				}
			}
		}
	}
	for v := range sides[0] {
		if sides[1][v] {
			return graph.Errorf(graph.Invalid, "%s is an edge list of one kind of thing: %q stands on both sides, and nothing says who signed what. Give a table with the columns organization and letter, a row for each signature", t.where, v)
		}
	}
	source, target := t.headerOf(from), t.headerOf(to)
	return medium.Ask(t.where, medium.Question{About: medium.AskLetter,
		Text: fmt.Sprintf("It is an edge list with the columns %q (%d values) and %q (%d values). Does one of them name the letter?", source, len(sides[0]), target, len(sides[1])),
		Choices: []medium.Choice{{Value: target, Says: fmt.Sprintf("each of its values is a letter, and %q names who signed", source)},
			{Value: source, Says: fmt.Sprintf("each of its values is a letter, and %q names who signed", target)},
			{Value: medium.None, Says: fmt.Sprintf("all rows are one letter, and %q says to whom it goes", target)}}})
}

// endsAnswered is who signed, where the answer is which end of an edge is the letter: the other one; -1 where that is not so.
func (t *tableReader) endsAnswered(letter int) int {
	switch from, to := endsOf(t.header); {
	case from < 0:
		return -1
	case letter == to:
		return from
	case letter == from:
		return to
	}
	return -1
}
