package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// longestNote is how many words a column may say of a signatory in one row.
const longestNote = 30

// longestTold is how many characters a name or a title may have: no print has one as long, and every page, figure and file would have to.
const longestTold = 2000

// tooLong says of a text that it is longer than names and titles are; "" where it is not.
func tooLong(s string) string {
	if len(s) <= longestTold {
		return ""
	}
	if n := utf8.RuneCountInString(s); n > longestTold {
		return fmt.Sprintf("it has %d characters, and names and titles have at most %d; mend the cell", n, longestTold)
	}
	return ""
}

// makeRow makes a signatory of what a row of a table, or an entry of a list of data, says. why is set where it is none.
func makeRow(said *table.Row) (row draft.Row, why string) { return makeNamed(said, false) }

// makeNamed is makeRow; named says that whoever made the table calls this the signatory, so that a name like an address is one.
func makeNamed(said *table.Row, named bool) (row draft.Row, why string) {
	row = draft.Row{Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Name: graph.CleanName(text.OneLine(said.Name)), Country: draft.Maybe(text.OneLine(said.Country))}
	var notes []string
	for _, n := range said.Notes {
		if text.WordCount(n) <= longestNote {
			notes = append(notes, text.OneLine(n))
		}
	}
	row.Note = draft.Maybe(strings.Join(notes, ", "))
	switch {
	case said.Who == table.Persons:
		row.Type, row.Capacity = graph.TypePerson, graph.AsIndividual
		if said.Affiliation != "" {
			row.Capacity, row.Affiliation = graph.AsAffiliated, text.OneLine(said.Affiliation)
		}
	case said.Behalf:
		row.Capacity = graph.OnBehalf
	}
	switch {
	case said.Name == "":
		return row, "it names nobody"
	case tooLong(row.Name) != "":
		return row, tooLong(row.Name)
	case cue.Letterless(row.Name, true) != "":
		return row, cue.Letterless(row.Name, true)
	case !named && phrase.LooksLikeAddress(row.Name), phrase.IsSentence(row.Name) && text.WordCount(row.Name) > 20:
		return row, "an address or a sentence, not a name"
	case calls(row.Name):
		return row, "it asks for a name and is none"
	case said.State == table.Waits && said.Flag != "":
		return row, fmt.Sprintf("%q is answered %q", text.FirstWords(said.Flag, 12), said.Status)
	case said.State == table.Waits:
		return row, "its status is \"" + said.Status + "\""
	case said.State == table.Gone:
		row.Withdrawn = true
	}
	return row, ""
}

// calls reports whether a text speaks to its reader: "Space for the next signatory!", "Your name here?".
func calls(name string) bool {
	if rule.Off("sheet.calls") || !strings.HasSuffix(name, "!") && !strings.HasSuffix(name, "?") && !strings.HasSuffix(name, "…") {
		return false
	}
	words := strings.Fields(name)
	small := 0
	for _, w := range words {
		if text.IsLower(w) {
			small++
		}
	}
	return len(words) >= 3 && 3*small >= 2*(len(words)-1)
}
