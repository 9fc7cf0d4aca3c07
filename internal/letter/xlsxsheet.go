package letter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
)

// headerWithin is how many rows of a sheet may stand above the one that names its columns: a title, a date, a remark.
const headerWithin = 15

// readSheets reads the sheets of a workbook by the rules of tables. All sheets whose columns are named are read, and where
// there is none the one whose rows have a single column of names, which then is a list without a header. The others are left
// out, and so are hidden rows and sheets, aloud. Where several sheets are read, a row's page is the number of its sheet. The
// evidence of a row is the row, with a tab between its cells.
func (t *tableReader) readSheets(ctx context.Context, data []byte, limits Limits) error {
	sheets, err := readWorkbook(ctx, t.name, data, limits)
	if err != nil {
		return err
	}
	heads := make([]int, len(sheets)) // of each sheet, the row that names the columns; -1
	chosen := 0
	for i := range sheets {
		if heads[i] = headOf(&sheets[i]); sheets[i].hidden {
			heads[i] = -1
		}
		if heads[i] >= 0 {
			chosen++
		}
	}
	only := -1
	if chosen == 0 {
		if only = singleColumn(sheets); only < 0 {
			return noHeader(t.name, sheets)
		}
		chosen = 1
	}
	for i := range sheets {
		s := &sheets[i]
		if heads[i] < 0 && i != only {
			if n := len(s.rows); n > 0 && s.hidden {
				t.warnings = append(t.warnings, fmt.Sprintf("%s: the sheet %q is hidden and was not read (%d rows).", t.name, s.name, n))
			} else if n > 0 {
				t.warnings = append(t.warnings, fmt.Sprintf("%s: no column of the sheet %q is named organization, and it was not read (%d rows).", t.name, s.name, n))
			}
			continue
		}
		if chosen > 1 {
			t.page, t.where = i+1, fmt.Sprintf("%s, sheet %q", t.name, s.name)
		}
		if err := t.sheet(ctx, s, max(heads[i], 0), i == only, limits); err != nil {
			return err
		}
	}
	for _, d := range t.drafts {
		d.Medium = "xlsx"
	}
	t.entitle(sheets, heads)
	return nil
}

// entitle takes title and date from the rows above the names of the columns, where the table is one letter without a column for
// them: a title is the only text of its row.
func (t *tableReader) entitle(sheets []sheet, heads []int) {
	first := slices.IndexFunc(heads, func(h int) bool { return h >= 0 })
	if first < 0 || len(t.drafts) != 1 || slices.Contains(t.columns, letterColumn) {
		return
	}
	d := t.drafts[0]
	titled := false
	for i := range heads[first] {
		texts := slices.DeleteFunc(slices.Clone(sheets[first].rows[i].cells), func(c string) bool { return c == "" })
		if len(texts) != 1 {
			continue
		}
		dates := findDates(texts[0], "")
		switch {
		case len(dates) > 0 && d.Date == "":
			d.Date = Maybe(dates[0].date.String())
		case !titled && len(dates) == 0 && wordCount(texts[0]) >= 3:
			d.Title, titled = Maybe(texts[0]), true
		}
	}
}

// headOf returns the row that names the columns, one of the first; -1 where there is none.
func headOf(s *sheet) int {
	for i := range s.rows[:min(len(s.rows), headerWithin)] {
		if columns, ok := readHeader(s.rows[i].cells); ok || slices.Contains(columns, listColumn) {
			return i
		}
	}
	return -1
}

// singleColumn returns the sheet to read where none names its columns: the first visible one that has names in one column and
// nothing beside but numbers and places; -1.
func singleColumn(sheets []sheet) int {
	for i := range sheets {
		if s := &sheets[i]; !s.hidden && len(s.rows) > 0 {
			if columns := guessSheet(s); len(columns) > 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// guessSheet finds the columns of a sheet without a header by their look; nil where more than one has words.
func guessSheet(s *sheet) []column {
	lines := make([]line, len(s.rows))
	for i := range s.rows {
		lines[i].cells = s.rows[i].cells
	}
	columns := guessColumns(lines)
	for k, c := range columns {
		if c != unknownColumn {
			continue
		}
		for i := range lines {
			if k < len(lines[i].cells) && strings.Trim(lines[i].cells[k], "0123456789.,#/-: ") != "" {
				return nil
			}
		}
	}
	if !slices.Contains(columns, nameColumn) {
		return nil
	}
	return columns
}

func noHeader(name string, sheets []sheet) error {
	for i := range sheets {
		if s := &sheets[i]; len(s.rows) > 0 && !s.hidden {
			return graph.Errorf(graph.Invalid, "%s, row %d: no column is named organization (or name, signatory, group); it has %s. Name the column of the signatories so",
				name, s.rows[0].number, quoteList(s.rows[0].cells))
		}
	}
	return graph.Errorf(graph.Invalid, "%s is empty: there is no text in its sheets", name)
}

// sheet reads the rows of one sheet, from its header on.
func (t *tableReader) sheet(ctx context.Context, s *sheet, head int, list bool, limits Limits) error {
	t.columns, t.header, t.list = nil, nil, list
	folded := foldLine(s.name)
	t.persons = aboutPeople.MatchString(folded) && !aboutOrgs.MatchString(folded)
	if list {
		t.columns = guessSheet(s)
		t.header = make([]string, len(t.columns))
	}
	covered, err := coveredCells(s, t.where)
	if err != nil {
		return err
	}
	for i := range s.rows {
		r := &s.rows[i]
		if i < head {
			t.leaveOut(r, "it stands above the names of the columns")
			continue
		}
		if err := t.count(ctx, limits); err != nil {
			return err
		}
		switch why := t.fill(s, r, covered[r.number]); {
		case why != "":
			t.leaveOut(r, why)
		case r.hidden && t.columns != nil:
			t.leaveOut(r, "the row is hidden in the table")
		default:
			if err := t.row(r.cells, r.number, '\t'); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tableReader) leaveOut(r *sheetRow, why string) {
	text := strings.Join(r.cells, "\t")
	t.left = append(t.left, LeftOut{Line: r.number, Text: text, Why: why})
	if n := len(t.texts); n > 0 {
		t.texts[n-1].WriteString(text + "\n")
	} else {
		t.above += text + "\n"
	}
}

// maxCovered bounds the cells that merged ones reach over.
const maxCovered = 500_000

// coveredCells returns for each row the merged cells that reach it from a row above.
func coveredCells(s *sheet, where string) (map[int][]merge, error) {
	out := map[int][]merge{}
	n := 0
	for _, m := range s.merges {
		at, _ := slices.BinarySearchFunc(s.rows, m.from+1, func(r sheetRow, number int) int { return r.number - number })
		for ; at < len(s.rows) && s.rows[at].number <= m.to; at++ {
			if n++; n > maxCovered {
				return nil, graph.Errorf(graph.TooLarge, "%s: merged cells reach over more than %d others: save it as CSV", where, maxCovered)
			}
			out[s.rows[at].number] = append(out[s.rows[at].number], m)
		}
	}
	return out, nil
}

// fill gives a row the text of cells that are merged with rows above, and says why it is no signatory: where its name is such a
// cell, or, in a list without a header, where the name is none.
func (t *tableReader) fill(s *sheet, r *sheetRow, covered []merge) (why string) {
	if t.columns == nil {
		return ""
	}
	for _, m := range covered {
		first, found := slices.BinarySearchFunc(s.rows, m.from, func(r sheetRow, number int) int { return r.number - number })
		if !found || m.column >= len(t.columns) || m.column >= len(s.rows[first].cells) || s.rows[first].cells[m.column] == "" {
			continue
		}
		if t.columns[m.column] == nameColumn {
			return "its name is merged with the row above"
		}
		for len(r.cells) <= m.column {
			r.cells = append(r.cells, "")
		}
		r.cells[m.column] = s.rows[first].cells[m.column]
	}
	if !t.list {
		return ""
	}
	at := slices.Index(t.columns, nameColumn)
	if at >= len(r.cells) || r.cells[at] == "" {
		return "the column of names is empty"
	}
	return whyNot(&line{text: r.cells[at], sort: item})
}
