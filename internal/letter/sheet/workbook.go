package sheet

import (
	"context"
	"fmt"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
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

// Spreadsheet is the spreadsheets of OpenDocument (ISO/IEC 26300), read as those of Excel are.
var Spreadsheet = medium.Medium{Name: "ods", Extensions: office.SpreadsheetExtensions, Is: office.IsODS, Draft: Extract}

// headerWithin is how many rows of a sheet may stand above the one that names its columns: a title, a date, a remark.
const headerWithin = 15

// readSheets reads the sheets of a workbook by the rules of tables. All sheets whose columns are named are read, and where
// there is none the one whose rows have a single column of names, which then is a list without a header. The others are left
// out, and so are hidden rows and sheets, aloud. Several sheets are parts of one letter, or a letter each where their names say so; where they do not,
// the user is asked. Where several sheets are read, a row's page is the number of its sheet. The evidence of a row is the row, with a tab between its cells.
func (t *tableReader) readSheets(ctx context.Context, data []byte) error {
	sheets, of, err := office.ReadWorkbook(ctx, t.name, data, t.limits)
	if err != nil {
		return err
	}
	wanted, err := t.wanted(sheets)
	if err != nil {
		return err
	}
	heads := make([]int, len(sheets)) // of each sheet, the row that names the columns; -1
	chosen := 0
	for i := range sheets {
		if heads[i] = headOf(&sheets[i]); !wanted(i) {
			heads[i] = -1
		}
		if heads[i] >= 0 {
			chosen++
		}
	}
	only := -1
	if chosen == 0 {
		if only = t.singleColumn(sheets, wanted); only < 0 {
			return t.noHeader(ctx, sheets, wanted)
		}
		chosen = 1
	}
	each, err := t.lettersOfSheets(sheets, heads)
	if err != nil {
		return err
	}
	for i := range sheets {
		s := &sheets[i]
		if heads[i] < 0 && i != only {
			t.notRead(s, wanted(i))
			continue
		}
		if chosen > 1 {
			t.page, t.where = i+1, fmt.Sprintf("%s, sheet %q", t.name, s.Name)
		}
		if t.title = ""; each {
			t.title = graph.CleanName(s.Name)
		}
		if err := t.oneSheet(ctx, s, max(heads[i], 0), i == only); err != nil {
			return err
		}
	}
	t.where = t.name
	for _, d := range t.drafts {
		d.Medium = of
	}
	if first := slices.IndexFunc(heads, func(h int) bool { return h >= 0 }); first >= 0 {
		t.entitle(sheets[first].Rows[:heads[first]])
	}
	return nil
}

// wanted tells the sheets that are read: those that the user names, else the visible ones.
func (t *tableReader) wanted(sheets []office.Sheet) (func(i int) bool, error) {
	named := map[int]bool{}
	for _, n := range t.limits.Answers.Sheets {
		at := slices.IndexFunc(sheets, func(s office.Sheet) bool { return s.Name == n })
		if at < 0 {
			at = slices.IndexFunc(sheets, func(s office.Sheet) bool { return table.Key(s.Name) == table.Key(n) })
		}
		switch {
		case at >= 0:
			named[at] = true
		case n != medium.AllSheets && n != medium.EachSheet:
			var names []string
			for _, s := range sheets {
				names = append(names, s.Name)
			}
			return nil, graph.Errorf(graph.Invalid, "%s: there is no sheet %q; the sheets are %s", t.name, n, quoteList(names))
		}
	}
	return func(i int) bool { return named[i] || len(named) == 0 && !sheets[i].Hidden }, nil
}

// notRead says that a sheet was not read, and why.
func (t *tableReader) notRead(s *office.Sheet, wanted bool) {
	n := len(s.Rows)
	switch {
	case n == 0:
	case s.Hidden && !wanted:
		t.warnings = append(t.warnings, fmt.Sprintf("%s: the sheet %q is hidden and was not read (%d rows).", t.name, s.Name, n))
	case !wanted:
		t.warnings = append(t.warnings, fmt.Sprintf("%s: the sheet %q was not asked for (%d rows).", t.name, s.Name, n))
	default:
		t.warnings = append(t.warnings, fmt.Sprintf("%s: no column of the sheet %q is named organization, and it was not read (%d rows).", t.name, s.Name, n))
		t.unread = append(t.unread, fmt.Sprintf("the sheet %q was not read (%d rows)", s.Name, n))
	}
}

// lettersOfSheets decides whether each sheet is a letter, for those whose columns do not say.
func (t *tableReader) lettersOfSheets(sheets []office.Sheet, heads []int) (bool, error) {
	var names []string
	for i, head := range heads {
		if head < 0 {
			continue
		}
		rows := sheets[i].Rows
		read := table.Judge(t.limits.Fitted, rows[head].Cells, cellsOf(rows[head+1:]))
		if len(rows) > head+1 && read.Column(table.LetterColumn) < 0 && read.Column(table.ListColumn) < 0 && isExport(rows[head].Cells) == noExport {
			names = append(names, sheets[i].Name)
		}
	}
	return t.severalSheets(names)
}

// headOf returns the row that names the columns, one of the first; -1 where there is none. Where a title of one word that columns are named by, such as
// "Signatories", stands closely above a row of several, the row does.
func headOf(s *office.Sheet) int {
	first := s.Rows[:min(len(s.Rows), headerWithin)]
	single := -1
	for i := range first {
		cells := first[i].Cells
		if isExport(cells) != noExport {
			return i
		}
		if from, _ := endsOf(cells); (from >= 0 || headsLetters(cells) || cornerHead(s, i)) && i+1 < len(s.Rows) {
			return i
		}
		if !table.IsHeader(cells) && table.Judge(nil, cells, nil).Column(table.ListColumn) < 0 && !acrossHead(s, i) {
			continue
		}
		if groupsColumns(s, i) {
			return i + 1
		}
		if _, only := onlyText(cells); !only {
			return i
		}
		if single < 0 {
			single = i
		}
	}
	return single
}

// groupsColumns reports whether a row groups the columns that the row below it names, as merged cells above a header do: it has gaps where that one has
// none, and that one has nothing but names of columns.
func groupsColumns(s *office.Sheet, at int) bool {
	if at+2 >= len(s.Rows) {
		return false
	}
	filled := func(row []string) (n int) {
		for _, c := range row {
			if text.Trim(c) != "" {
				n++
			}
		}
		return n
	}
	above, names := s.Rows[at].Cells, trimmedCells(s.Rows[at+1].Cells)
	n := filled(names)
	return n > 1 && filled(above) > 0 && filled(above) < n && table.KnownHeaders(names) == n && table.IsHeader(names)
}

// cornerHead reports whether a row heads a matrix whose corner is empty; a row of marks is none.
func cornerHead(s *office.Sheet, at int) bool {
	cells := s.Rows[at].Cells
	if len(cells) < 3 || text.Trim(cells[0]) != "" || slices.ContainsFunc(cells, func(c string) bool {
		_, mark := table.Marks(c)
		return mark && text.Trim(c) != ""
	}) {
		return false
	}
	below := cellsOf(s.Rows[at+1:])
	return bareCorner(table.Judge(nil, cells, below), cells, below)
}

// acrossHead reports whether a row heads a matrix, whose other columns may have any names.
func acrossHead(s *office.Sheet, at int) bool {
	cells, below := s.Rows[at].Cells, cellsOf(s.Rows[at+1:])
	if len(cells) < 2 || len(below) == 0 {
		return false
	}
	switch table.SenseOf(cells[0]) {
	case table.NameColumn, table.OrganizationColumn, table.OrganizationsColumn, table.PersonColumn, table.LetterColumn:
		m := marksIn(table.Judge(nil, cells, below), cells, below, 0)
		return len(m.columns) > 0 && (m.letters > 0 || len(m.columns) == len(cells)-1)
	}
	return false
}

// singleColumn returns the sheet to read where none names its columns: the first visible one that has names in one column and
// nothing beside that could be some; -1.
func (t *tableReader) singleColumn(sheets []office.Sheet, wanted func(int) bool) int {
	for i := range sheets {
		if s := &sheets[i]; wanted(i) && len(s.Rows) > 0 {
			if guessSheet(s) != nil && t.limits.Answers.Name == "" {
				return i
			}
			return -1
		}
	}
	return -1
}

// guessSheet finds the columns of a sheet without a header by their look; nil where more than one has words.
func guessSheet(s *office.Sheet) *table.Reading {
	r := table.Judge(nil, []string{}, cellsOf(s.Rows))
	if !r.Named() || r.Side != nil || !r.Alone() && !(r.Sure() && len(s.Rows) >= fewRows) {
		return nil
	}
	return r
}

func (t *tableReader) noHeader(ctx context.Context, sheets []office.Sheet, wanted func(int) bool) error {
	for i := range sheets {
		if s := &sheets[i]; len(s.Rows) > 0 && wanted(i) {
			if a := t.limits.Answers.Name; a != "" && table.Find(s.Rows[0].Cells, len(s.Rows[0].Cells), a) >= 0 {
				return t.oneSheet(ctx, s, 0, false)
			}
			return t.askName(s.Rows[0].Number, cellsOf(s.Rows))
		}
	}
	return graph.Errorf(graph.Invalid, "%s is empty: there is no text in its sheets", t.name)
}

// oneSheet reads the rows of one sheet, from its header on.
func (t *tableReader) oneSheet(ctx context.Context, s *office.Sheet, head int, list bool) error {
	t.read, t.header, t.list, t.comma = nil, nil, list, '\t'
	folded := text.FoldLine(s.Name)
	t.persons = section.AboutPeople.MatchString(folded) && !section.AboutOrgs.MatchString(folded)
	if list {
		t.read = guessSheet(s)
	} else {
		t.header = s.Rows[head].Cells
		t.read = table.Judge(t.limits.Fitted, t.header, cellsOf(s.Rows[head+1:]))
	}
	return t.sheet(ctx, s, head)
}
