package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// Workbook is the workbooks of Excel (ECMA-376), read as tables are: see Table.
//
// The reader is our own and small. excelize 2.11 was tried: it takes a sheet that is cut off for one that ends there, so that
// signatories would be lost in silence, its rows have no bound on columns, and it makes every command start later.
var Workbook = medium.Medium{Name: "xlsx", Extensions: office.WorkbookExtensions, Is: office.HasPart("xl/workbook.xml"), Draft: Extract}

// headerWithin is how many rows of a sheet may stand above the one that names its columns: a title, a date, a remark.
const headerWithin = 15

// readSheets reads the sheets of a workbook by the rules of tables. All sheets whose columns are named are read, and where
// there is none the one whose rows have a single column of names, which then is a list without a header. The others are left
// out, and so are hidden rows and sheets, aloud. Where several sheets are read, a row's page is the number of its sheet. The
// evidence of a row is the row, with a tab between its cells.
func (t *tableReader) readSheets(ctx context.Context, data []byte, limits medium.Limits) error {
	sheets, err := office.ReadWorkbook(ctx, t.name, data, limits)
	if err != nil {
		return err
	}
	heads := make([]int, len(sheets)) // of each sheet, the row that names the columns; -1
	chosen := 0
	for i := range sheets {
		if heads[i] = headOf(&sheets[i]); sheets[i].Hidden {
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
			if n := len(s.Rows); n > 0 && s.Hidden {
				t.warnings = append(t.warnings, fmt.Sprintf("%s: the sheet %q is hidden and was not read (%d rows).", t.name, s.Name, n))
			} else if n > 0 {
				t.warnings = append(t.warnings, fmt.Sprintf("%s: no column of the sheet %q is named organization, and it was not read (%d rows).", t.name, s.Name, n))
				t.unread = append(t.unread, fmt.Sprintf("the sheet %q was not read (%d rows)", s.Name, n))
			}
			continue
		}
		if chosen > 1 {
			t.page, t.where = i+1, fmt.Sprintf("%s, sheet %q", t.name, s.Name)
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
func (t *tableReader) entitle(sheets []office.Sheet, heads []int) {
	first := slices.IndexFunc(heads, func(h int) bool { return h >= 0 })
	if first < 0 || len(t.drafts) != 1 || t.read.Column(table.LetterColumn) >= 0 {
		return
	}
	d := t.drafts[0]
	titled := false
	for i := range heads[first] {
		texts := slices.DeleteFunc(slices.Clone(sheets[first].Rows[i].Cells), func(c string) bool { return c == "" })
		if len(texts) != 1 {
			continue
		}
		dates := phrase.FindDates(texts[0], "")
		switch {
		case len(dates) > 0 && d.Date == "":
			d.Date = draft.Maybe(dates[0].Date.String())
		case !titled && len(dates) == 0 && text.WordCount(texts[0]) >= 3:
			d.Title, titled = draft.Maybe(texts[0]), true
		}
	}
}

// headOf returns the row that names the columns, one of the first; -1 where there is none.
func headOf(s *office.Sheet) int {
	for i := range s.Rows[:min(len(s.Rows), headerWithin)] {
		if cells := s.Rows[i].Cells; table.IsHeader(cells) || table.Judge(cells, nil).Column(table.ListColumn) >= 0 {
			return i
		}
	}
	return -1
}

// singleColumn returns the sheet to read where none names its columns: the first visible one that has names in one column and
// nothing beside that could be some; -1.
func singleColumn(sheets []office.Sheet) int {
	for i := range sheets {
		if s := &sheets[i]; !s.Hidden && len(s.Rows) > 0 {
			if guessSheet(s) != nil {
				return i
			}
			return -1
		}
	}
	return -1
}

// guessSheet finds the columns of a sheet without a header by their look; nil where more than one has words.
func guessSheet(s *office.Sheet) *table.Reading {
	r := table.Judge([]string{}, cellsOf(s.Rows))
	if !r.Named() || r.Side != nil || !r.Alone() && !(r.Sure() && len(s.Rows) >= fewRows) {
		return nil
	}
	return r
}

func cellsOf(rows []office.SheetRow) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Cells
	}
	return out
}

func noHeader(name string, sheets []office.Sheet) error {
	for i := range sheets {
		if s := &sheets[i]; len(s.Rows) > 0 && !s.Hidden {
			return graph.Errorf(graph.Invalid, "%s, row %d: no column is named organization (or name, signatory, group); it has %s. Name the column of the signatories so",
				name, s.Rows[0].Number, quoteList(s.Rows[0].Cells))
		}
	}
	return graph.Errorf(graph.Invalid, "%s is empty: there is no text in its sheets", name)
}

// sheet reads the rows of one sheet, from its header on.
func (t *tableReader) sheet(ctx context.Context, s *office.Sheet, head int, list bool, limits medium.Limits) error {
	t.read, t.header, t.list, t.comma = nil, nil, list, '\t'
	folded := text.FoldLine(s.Name)
	t.persons = section.AboutPeople.MatchString(folded) && !section.AboutOrgs.MatchString(folded)
	if list {
		t.read = guessSheet(s)
		t.header = make([]string, len(t.read.Columns))
	} else {
		t.header = s.Rows[head].Cells
		t.read = table.Judge(t.header, cellsOf(s.Rows[head+1:]))
		if err := t.checkHeader(s.Rows[head].Number); err != nil {
			return err
		}
	}
	below := s.Rows[head:]
	if !list {
		below = below[1:]
	}
	numbers := make([]int, len(below))
	for i := range below {
		numbers[i] = below[i].Number
	}
	t.tell(cellsOf(below), numbers)
	covered, err := coveredCells(s, t.where)
	if err != nil {
		return err
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		if i < head {
			t.leaveOut(r, "it stands above the names of the columns")
			continue
		}
		if err := t.count(ctx, limits); err != nil {
			return err
		}
		if i == head && !list {
			continue
		}
		switch why := t.fill(s, r, covered[r.Number]); {
		case why != "":
			t.leaveOut(r, why)
		case r.Hidden:
			t.leaveOut(r, "the row is hidden in the table")
		default:
			if err := t.row(r.Cells, r.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tableReader) leaveOut(r *office.SheetRow, why string) {
	text := strings.Join(r.Cells, "\t")
	t.left = append(t.left, draft.LeftOut{Line: r.Number, Text: text, Why: why})
	if n := len(t.texts); n > 0 {
		t.texts[n-1].WriteString(text + "\n")
	} else {
		t.above += text + "\n"
	}
}

// maxCovered bounds the cells that merged ones reach over.
const maxCovered = 500_000

// coveredCells returns for each row the merged cells that reach it from a row above.
func coveredCells(s *office.Sheet, where string) (map[int][]office.Merge, error) {
	out := map[int][]office.Merge{}
	n := 0
	for _, m := range s.Merges {
		at, _ := slices.BinarySearchFunc(s.Rows, m.From+1, func(r office.SheetRow, number int) int { return r.Number - number })
		for ; at < len(s.Rows) && s.Rows[at].Number <= m.To; at++ {
			if n++; n > maxCovered {
				return nil, graph.Errorf(graph.TooLarge, "%s: merged cells reach over more than %d others: save it as CSV", where, maxCovered)
			}
			out[s.Rows[at].Number] = append(out[s.Rows[at].Number], m)
		}
	}
	return out, nil
}

// fill gives a row the text of cells that are merged with rows above, and says why it is no signatory: where its name is such a
// cell, or, in a list without a header, where the name is none.
func (t *tableReader) fill(s *office.Sheet, r *office.SheetRow, covered []office.Merge) (why string) {
	for _, m := range covered {
		first, found := slices.BinarySearchFunc(s.Rows, m.From, func(r office.SheetRow, number int) int { return r.Number - number })
		if !found || m.Column >= len(t.read.Columns) || m.Column >= len(s.Rows[first].Cells) || s.Rows[first].Cells[m.Column] == "" {
			continue
		}
		if m.Column == t.read.Name() {
			return "its name is merged with the row above"
		}
		for len(r.Cells) <= m.Column {
			r.Cells = append(r.Cells, "")
		}
		r.Cells[m.Column] = s.Rows[first].Cells[m.Column]
	}
	if !t.list {
		return ""
	}
	at := t.read.Name()
	if at >= len(r.Cells) || r.Cells[at] == "" {
		return "the column of names is empty"
	}
	return cue.WhyNot(&document.Line{Text: r.Cells[at], Sort: document.Item})
}
