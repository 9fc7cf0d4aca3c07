package sheet

import (
	"fmt"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
)

// row reads one row.
func (t *tableReader) row(r *record) error {
	row, line := r.Cells, r.Number
	if i := len(t.header); i < len(row) && strings.TrimSpace(strings.Join(row[i:], "")) != "" {
		return graph.Errorf(graph.Invalid, "%s, row %d: it has %d cells and the header %d; put a name that holds the separator (%q) in quotation marks",
			t.where, line, len(row), i, t.comma)
	}
	if strings.TrimSpace(strings.Join(row, "")) == "" && len(r.Odd) == 0 {
		return nil
	}
	printed := t.printedRecord(r)
	if why, fault := t.noSignatory(r); why != "" {
		if t.drop(line, printed, why); fault {
			t.bad = append(t.bad, graph.Errorf(graph.Invalid, "%s: %s", t.where, why))
		}
		return nil
	}
	value := t.values(row)
	said := t.read.Row(row)
	var rows []table.Row
	if all := value[table.ListColumn]; all != "" {
		if at := t.read.Column(table.ListColumn); r.Odd[at].Lines != "" {
			all = r.Odd[at].Lines
		}
		for _, n := range partsOf(all, listMark(all)) {
			if n != "" {
				said.Name = n
				rows = append(rows, said)
			}
		}
	} else if said.Name == "" {
		if i := t.read.Name(); i >= 0 {
			return graph.Errorf(graph.Invalid, "%s, row %d: the column %q is empty; fill it or delete the row", t.where, line, t.headerOf(i))
		}
	} else {
		rows = t.apart(r, said)
	}
	k, err := t.letter(r, value)
	if err != nil {
		return err
	}
	t.written = line
	t.texts[k].WriteString(printed + "\n")
	t.lines[k] = append(t.lines[k], document.Line{Page: t.page, Number: line, Sort: document.Cells, Text: printed, Cells: row})
	for i := range rows {
		s, why, err := t.signature(&rows[i], printed, line)
		switch {
		case err != nil:
			return err
		case why != "":
			t.leave(line, printed, why)
			continue
		}
		if at := t.read.Name(); at >= 0 && r.Odd[at].Struck && s.Status == "" {
			s.Withdrawn, s.Status = true, graph.Withdrawn
		}
		s.Page, s.Evidence[0].Page, s.Evidence[0].Form = t.page, t.page, r.form
		t.drafts[k].Signatories = append(t.drafts[k].Signatories, s)
	}
	return nil
}

// values are the cells of a row by what they hold, the first of each.
func (t *tableReader) values(row []string) map[table.Column]string {
	value := map[table.Column]string{}
	for i, c := range row {
		if c = cleanCell(c); i < len(t.read.Columns) && value[t.read.Columns[i].Column] == "" {
			value[t.read.Columns[i].Column] = c
		}
	}
	return value
}

// noSignatory says why a row names nobody by itself: it repeats the header, sums the others up, or (a fault) has an error or a date where its name or its
// letter should stand.
func (t *tableReader) noSignatory(r *record) (why string, fault bool) {
	at := t.read.Name()
	if at < 0 || at >= len(r.Cells) {
		return "", false
	}
	name := cleanCell(r.Cells[at])
	switch {
	case table.IsTotal(r.Cells, at):
		return "it sums the other rows up and is no signatory", false
	case !t.list && repeats(r.Cells, t.header):
		return "it names the columns again", false
	case table.IsDate(name):
		return fmt.Sprintf("row %d: a date stands where a name should", r.Number), true
	case formula.MatchString(name):
		return fmt.Sprintf("row %d holds a formula: open the table in a spreadsheet program and save what it shows", r.Number), true
	}
	for _, k := range []int{at, t.read.Column(table.LetterColumn)} {
		if what := r.Odd[k].Fault; k >= 0 && what != "" {
			return fmt.Sprintf("row %d holds %s", r.Number, what), true
		}
		if k >= 0 && k < len(r.Cells) && table.IsFault(cleanCell(r.Cells[k])) {
			return fmt.Sprintf("row %d holds the error %s", r.Number, cleanCell(r.Cells[k])), true
		}
	}
	return "", false
}

// repeats reports whether a row is the header again.
func repeats(row, header []string) bool {
	if rule.Off("sheet.repeats") {
		return false
	}
	n := 0
	for i, c := range row {
		if c = cleanCell(c); c == "" {
			continue
		}
		if i >= len(header) || table.Key(c) != table.Key(header[i]) {
			return false
		}
		n++
	}
	return n > 1
}
