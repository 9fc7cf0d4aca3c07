package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/table"
)

// record is a row to read. Where its cells were made of others, as those of a matrix are, the row as it stands comes with it.
type record struct {
	office.SheetRow
	printed string // "": the cells
	form    string // the name as it is printed, where an export says another for the organization
	key     string // what makes the letter one, where its title does not
}

// sheet reads the rows below the header of a sheet or text, which was judged by then (t.read, t.header; t.list: there is none). head is the row of the
// header.
func (t *tableReader) sheet(ctx context.Context, s *office.Sheet, head int) error {
	below := s.Rows[head:]
	if t.list {
		t.header = make([]string, len(t.read.Columns))
	} else {
		below = below[1:]
	}
	if err := t.answered(below); err != nil {
		return err
	}
	covered, err := coveredCells(s, t.where)
	if err != nil {
		return err
	}
	for i := range s.Rows[:head] {
		t.leaveOut(&s.Rows[i], "it stands above the names of the columns")
	}
	rows := make([]record, 0, len(below))
	for i := range below {
		r := &below[i]
		why := t.fill(s, r, covered[r.Number])
		if why == "" && r.Hidden {
			why = "the row is hidden in the table"
		}
		if why != "" {
			t.leaveOut(r, why)
			continue
		}
		rows = append(rows, record{SheetRow: *r})
	}
	line := 1
	if head < len(s.Rows) {
		line = s.Rows[head].Number
	}
	if kind := isExport(t.header); kind != noExport {
		if rows, err = t.fromExport(kind, rows); err != nil {
			return err
		}
		return t.records(ctx, rows, line)
	}
	if err = t.askEnds(rows); err != nil {
		return err
	}
	if rows, err = t.unfold(rows); err != nil {
		return err
	}
	return t.records(ctx, rows, line)
}

// answered judges the columns again by what the user says of them.
func (t *tableReader) answered(below []office.SheetRow) error {
	given := map[int]table.Column{}
	a := t.limits.Answers
	width := max(len(t.header), len(t.read.Columns))
	find := func(called, option string) (int, error) {
		at := table.Find(t.header, width, called)
		if at < 0 {
			return -1, graph.Errorf(graph.Invalid, "%s: there is no column %q for --%s; the columns are %s", t.where, called, option, quoteList(t.header))
		}
		return at, nil
	}
	if isExport(t.header) != noExport {
		return nil
	}
	if a.Name != "" {
		at, err := find(a.Name, medium.AskName)
		if err != nil {
			return err
		}
		given[at] = table.NameColumn
	}
	dropped := false
	if a.Letter != "" {
		at := table.Find(t.header, len(t.header), a.Letter)
		if at < 0 && a.Letter == medium.None {
			dropped = true
		} else if at, err := find(a.Letter, medium.AskLetter); err != nil {
			return err
		} else if t.read.Columns[at].Column == table.DateColumn {
			t.byDate, dropped = true, true
		} else {
			given[at] = table.LetterColumn
			if k := t.endsAnswered(at); k >= 0 && a.Name == "" {
				given[k] = table.NameColumn
			}
		}
	}
	if len(given) == 0 && !dropped {
		return nil
	}
	if dropped {
		for k, c := range t.read.Columns {
			if _, taken := given[k]; c.Column == table.LetterColumn && !taken {
				given[k] = table.NoteColumn
			}
		}
	}
	t.read = table.JudgeAs(t.limits.Fitted, t.header, cellsOf(below), given)
	return nil
}

// records reads rows that stand below columns which are known.
func (t *tableReader) records(ctx context.Context, rows []record, head int) error {
	if err := t.checkHeader(head); err != nil {
		return err
	}
	t.tell(rows)
	if err := t.askLetter(rows); err != nil {
		return err
	}
	t.survey(rows)
	for i := range rows {
		if err := t.count(ctx); err != nil {
			return err
		}
		if err := t.record(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// record reads a row. What is wrong with a single row does not end the reading: it is left out, with the reason.
func (t *tableReader) record(r *record) error {
	err := t.row(r)
	if graph.CodeOf(err) != graph.Invalid {
		return err
	}
	t.bad = append(t.bad, err)
	why := strings.TrimPrefix(graph.MessageOf(err), t.where)
	if _, rest, cut := strings.Cut(why, ": "); cut {
		why = rest
	} else if _, rest, cut := strings.Cut(why, ", "); cut {
		why = rest
	}
	t.drop(r.Number, t.printedRecord(r), why)
	return nil
}

// drop leaves a row out and keeps its text, unless a letter has it already.
func (t *tableReader) drop(line int, printed, why string) {
	t.leave(line, printed, why)
	if t.written == line {
		return
	}
	if n := len(t.texts); n > 0 {
		t.texts[n-1].WriteString(printed + "\n")
	} else {
		t.above.WriteString(printed + "\n")
	}
}

func (t *tableReader) printedRecord(r *record) string {
	if r.printed != "" {
		return r.printed
	}
	return t.printed(r.Cells)
}

// tell says what may be wrong with the reading of a table, and what was put aside.
func (t *tableReader) tell(rows []record) {
	for _, doubt := range t.read.Doubts {
		t.unread = append(t.unread, t.onSheet(doubt))
	}
	cells := make([][]string, len(rows))
	for i := range rows {
		cells[i] = rows[i].Cells
	}
	for _, a := range t.read.Aside(cells, true) {
		t.leave(rows[a.Row].Number, a.Cell, a.Why)
	}
}

// say sums up what holds for several rows.
func (t *tableReader) say() {
	if n := len(t.vague); n > 0 {
		t.warnings = append(t.warnings, fmt.Sprintf("%s: nothing tells the day of %s from the month (the first is row %d), and only the year was kept; write 2021-05-06", t.name, counted(n, "date", "dates"), t.vague[0]))
	}
	if n := len(t.several); n > 0 {
		t.warnings = append(t.warnings, fmt.Sprintf("%s: several names stand in one cell in %s (the first is row %d), and each was read by itself", t.name, counted(n, "row", "rows"), t.several[0]))
	}
	if n := len(t.unsplit); n > 0 {
		t.warnings = append(t.warnings, fmt.Sprintf("%s: several names may stand in one cell in %s (the first is row %d), and each was read as one name; put them into rows of their own, or divide them with |", t.name, counted(n, "row", "rows"), t.unsplit[0]))
	}
}

func (t *tableReader) leaveOut(r *office.SheetRow, why string) {
	if strings.TrimSpace(strings.Join(r.Cells, "")) != "" {
		t.drop(r.Number, t.joined(r.Cells), why)
	}
}

// maxCovered bounds the cells that merged ones reach over.
const maxCovered = 500_000

// coveredCells returns for each row the merged cells that reach it from a row above.
func coveredCells(s *office.Sheet, where string) (map[int][]office.Merge, error) {
	if len(s.Merges) == 0 {
		return nil, nil
	}
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
	if !t.list || s.Name == "" {
		return ""
	}
	at := t.read.Name()
	if at >= len(r.Cells) || r.Cells[at] == "" {
		return "the column of names is empty"
	}
	return cue.WhyNot(&document.Line{Text: r.Cells[at], Sort: document.Item})
}

func cellsOf(rows []office.SheetRow) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Cells
	}
	return out
}
