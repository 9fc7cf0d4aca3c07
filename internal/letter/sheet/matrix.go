package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// marked are the columns of a table whose cells are marks: the letters of a matrix, or details with yes and no.
type marked struct {
	columns []int
	letters int  // of them, those whose header says that they are letters
	words   bool // cells say yes and no
	across  bool // the rows are the letters, and the columns the organizations
}

// acrossOf reports whether a table is a matrix whose rows are the letters.
func acrossOf(read *table.Reading, header []string, rows [][]string) bool {
	return len(header) > 2 && len(rows) > 0 && text.Trim(header[0]) != "" && table.SenseOf(header[0]) == table.LetterColumn && read.Column(table.OrganizationColumn) < 0 &&
		len(marksIn(read, header, rows, 0).columns) == len(header)-1
}

// bareCorner reports whether a table is a matrix that names no column of its rows, as programs for statistics write it: the first cell of the header is
// empty, and all columns beside the first hold marks.
func bareCorner(read *table.Reading, header []string, rows [][]string) bool {
	return len(header) > 2 && len(rows) > 0 && text.Trim(header[0]) == "" && len(marksIn(read, header, rows, 0).columns) == len(header)-1
}

// marksIn finds the columns of marks. One that asks something ("Do you want to sign?") is none, unless its header names a letter.
func marksIn(read *table.Reading, header []string, rows [][]string, name int) marked {
	var m marked
	asked := 0 // about letters by their titles: one such column asks whether somebody signs, several are letters
	for k := range header {
		if read.IsFlag(k) && table.HeadsLetter(header[k]) {
			asked++
		}
	}
	for k := range header {
		h := text.OneLine(header[k])
		if k == name || h == "" || table.IsColumnName(h) || table.IsTotal([]string{h, ""}, 0) || read.IsFlag(k) && !(asked > 1 && table.HeadsLetter(h)) || k == read.Typed() {
			continue
		}
		letter := table.HeadsLetter(h)
		if !letter && (table.AsksYesOrNo(h) || known(table.SenseOf(h))) {
			continue
		}
		set, filled, all, words := 0, 0, 0, false
		for _, r := range rows {
			if name >= len(r) || text.Trim(r[name]) == "" || table.IsTotal(r, name) {
				continue
			}
			all++
			cell := ""
			if k < len(r) {
				cell = r[k]
			}
			on, is := markIn(cell, letter)
			if !is {
				set = -1
				break
			}
			if on {
				set++
			}
			if text.Trim(cell) != "" {
				filled++
			}
			words = words || table.WordMark(cell)
		}
		if set < 0 || filled == 0 {
			continue
		}
		m.columns = append(m.columns, k)
		m.words = m.words || words
		if letter {
			m.letters++
		}
	}
	return m
}

// markIn reads a mark. Below the title of a letter it may be a number: how often somebody signed, or in which place.
func markIn(cell string, letter bool) (set, is bool) {
	if set, is = table.Marks(cell); is || !letter {
		return set, is
	}
	n, err := strconv.ParseUint(text.Trim(cell), 10, 16)
	return n > 0, err == nil
}

// known reports whether what a column holds is known, and no letter.
func known(c table.Column) bool {
	switch c {
	case table.UnknownColumn, table.LetterColumn, table.NumberColumn, table.NameColumn, table.OrganizationColumn, table.OrganizationsColumn, table.LabelColumn:
		return false
	}
	return true
}

// unfold makes rows of a matrix: one for each mark that is set. Where nothing says whether the columns of marks are letters, it asks.
func (t *tableReader) unfold(rows []record) ([]record, error) {
	answer := t.limits.Answers.Matrix
	if t.list || rule.Off("sheet.tableReader.unfold") || len(rows) == 0 {
		return rows, nil
	}
	cells := make([][]string, len(rows))
	for i := range rows {
		cells[i] = rows[i].Cells
	}
	if letters := t.listsOfLetters(cells); letters != nil {
		return t.fromLists(rows, letters), nil
	}
	name := t.read.Name()
	across := acrossOf(t.read, t.header, cells)
	if across || bareCorner(t.read, t.header, cells) {
		name = 0
	}
	if name < 0 || t.limits.Answers.Letter != "" && answer == "" {
		return rows, nil
	}
	m := marksIn(t.read, t.header, cells, name)
	m.across = across
	if answer == medium.No {
		given := map[int]table.Column{}
		for _, k := range m.columns {
			given[k] = table.UnknownColumn
		}
		t.read = table.JudgeAs(t.limits.Fitted, t.header, cells, given)
		return rows, nil
	}
	if answer == medium.Yes {
		if len(m.columns) == 0 {
			return nil, graph.Errorf(graph.Invalid, "%s: --matrix asks for columns of marks (1, x) with a letter each, and there is none", t.where)
		}
		return t.fromMatrix(rows, name, m), nil
	}
	if len(m.columns) < 2 && m.letters == 0 || !across && len(m.columns) < len(t.header)/2 && m.letters == 0 {
		return rows, nil
	}
	if at := t.read.Column(table.LetterColumn); !across && at >= 0 && !contains(m.columns, at) {
		return rows, nil // a column says which letter a row is of
	}
	if across || m.letters > 0 && 2*m.letters >= len(m.columns) {
		return t.fromMatrix(rows, name, m), nil
	}
	return nil, t.askMatrix(m)
}

func contains(list []int, k int) bool {
	for _, v := range list {
		if v == k {
			return true
		}
	}
	return false
}

func (t *tableReader) askMatrix(m marked) error {
	var called []string
	for _, k := range m.columns {
		called = append(called, text.OneLine(t.header[k]))
	}
	q := medium.Question{About: medium.AskMatrix, Text: fmt.Sprintf("%d columns hold marks: %s. Are they letters, so that each mark is a signature, or do they say something else of the organizations?", len(called), quoteList(called)),
		Choices: []medium.Choice{{Value: medium.Yes, Says: fmt.Sprintf("each column is a letter: %d letters", len(called))}, {Value: medium.No, Says: "they say something else, and all rows are one letter"}}}
	return medium.Ask(t.where, q)
}

// fromMatrix makes a row of each mark that is set. Who has no mark and which letter has none is said.
func (t *tableReader) fromMatrix(rows []record, name int, m marked) []record {
	in := map[int]bool{}
	for _, k := range m.columns {
		in[k] = true
	}
	header, kept := []string{"organization", "letter", "date"}, []int(nil)
	for k, h := range t.header {
		if k != name && !in[k] && !m.across {
			header, kept = append(header, h), append(kept, k)
		}
	}
	var out []record
	set := map[int]int{}
	for i := range rows {
		r := &rows[i]
		printed := t.printed(r.Cells)
		n := 0
		if table.IsTotal(r.Cells, name) {
			t.drop(r.Number, printed, "it sums the other rows up and is no signatory")
			continue
		}
		for _, k := range m.columns {
			if k >= len(r.Cells) {
				continue
			}
			if on, _ := markIn(r.Cells[k], true); !on {
				continue
			}
			n++
			set[k]++
			who, letter := "", text.OneLine(t.header[k])
			if name < len(r.Cells) {
				who = text.OneLine(r.Cells[name])
			}
			if m.across {
				who, letter = letter, who
			}
			cells := []string{who, letter, dateIn(letter)}
			for _, c := range kept {
				v := ""
				if c < len(r.Cells) {
					v = r.Cells[c]
				}
				cells = append(cells, v)
			}
			one := record{SheetRow: office.SheetRow{Number: r.Number, Cells: cells}, printed: printed}
			if o, odd := r.Odd[name]; odd && !m.across {
				one.Odd = map[int]office.Odd{0: o}
			}
			out = append(out, one)
		}
		if n == 0 && name < len(r.Cells) && text.Trim(r.Cells[name]) != "" {
			t.drop(r.Number, printed, "it has no mark in a column of a letter, and so signed none")
		}
	}
	for _, k := range m.columns {
		if set[k] == 0 {
			t.warnings = append(t.warnings, fmt.Sprintf("%s: nobody has a mark in the column %q", t.where, text.OneLine(t.header[k])))
		}
	}
	cells := make([][]string, len(out))
	for i := range out {
		cells[i] = out[i].Cells
	}
	t.header = header
	given := map[int]table.Column{1: table.LetterColumn, 2: table.DateColumn}
	if m.across || t.read.Who != table.Persons {
		given[0] = table.OrganizationColumn
	} else {
		given[0] = table.PersonColumn
	}
	t.read = table.JudgeAs(t.limits.Fitted, header, cells, given)
	return out
}

// dateIn is the date that a letter's title ends or begins with.
func dateIn(title string) string {
	if !strings.ContainsAny(title, "0123456789") {
		return ""
	}
	if f := phrase.FindDates(title, ""); len(f) == 1 {
		return f[0].Date.String()
	}
	return ""
}
