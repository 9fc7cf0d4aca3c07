package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// printed is a row as it is shown: a person's two names together, which the table has in two columns.
func (t *tableReader) printed(row []string) string {
	if first, last, halves := t.read.Halves(); halves && first < len(row) && last < len(row) {
		row = slices.Clone(row)
		row[first] = text.OneLine(row[first] + " " + row[last])
		row = slices.Delete(row, last, last+1)
	}
	return t.joined(row)
}

// joined is a row as it stands, with the separator between its cells.
func (t *tableReader) joined(row []string) string {
	if t.comma == '\t' {
		return strings.Join(row, "\t")
	}
	return strings.Join(row, string(t.comma)+" ")
}

// cleanCell is the text of a cell.
func cleanCell(c string) string { return text.Trim(c) }

// checkHeader refuses two columns for the signatory, the letter or the date: which of them holds the truth is not ours to
// guess. Of other columns that say one thing the first is read, and all are evidence.
func (t *tableReader) checkHeader(line int) error {
	what := map[table.Column]string{table.OrganizationColumn: "the signatory", table.LetterColumn: "the letter", table.DateColumn: "the date"}
	first, at := map[table.Column]string{}, map[table.Column]int{}
	for i, c := range t.read.Columns {
		if i >= len(t.header) {
			break
		}
		name := text.Trim(t.header[i])
		if !c.Said || what[c.Column] == "" {
			continue
		}
		other, twice := first[c.Column]
		if twice && c.Column == table.LetterColumn {
			q := medium.Question{About: medium.AskLetter, Text: fmt.Sprintf("row %d: the columns %q and %q both hold the letter. Which of them names it?", line, other, name),
				Choices: []medium.Choice{{Value: other, Says: "the first"}, {Value: name, Says: "the second"}}}
			if table.Key(other) == table.Key(name) { // a name would always mean the first
				q.Choices[0].Value, q.Choices[1].Value = strconv.Itoa(at[c.Column]+1), strconv.Itoa(i+1)
			}
			return medium.Ask(t.where, q)
		}
		if twice && (c.Column != table.OrganizationColumn || t.read.Side != nil || strings.EqualFold(other, name)) {
			return graph.Errorf(graph.Invalid, "%s, row %d: the columns %q and %q both hold %s; keep one and call the other \"note\"", t.where, line, other, name, what[c.Column])
		}
		first[c.Column], at[c.Column] = name, i
	}
	return nil
}

func quoteList(row []string) string {
	var out []string
	for _, c := range row[:min(len(row), 8)] {
		out = append(out, `"`+text.Trim(c)+`"`)
	}
	return strings.Join(out, ", ")
}
