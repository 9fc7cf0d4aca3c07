package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// askName refuses a table without a column of names, and asks which it is.
func (t *tableReader) askName(line int, rows [][]string) error {
	q := medium.Question{About: medium.AskName, Text: fmt.Sprintf("row %d: no column is named organization (or name, signatory, group); it has %s. Name the column of the signatories so.", line, quoteList(rows[0]))}
	width := 0
	for _, r := range rows[:min(len(rows), 50)] {
		width = max(width, len(r))
	}
	for k := range min(width, 30) {
		value, says := strconv.Itoa(k+1), "column "+strconv.Itoa(k+1)
		if k < len(rows[0]) && text.Trim(rows[0][k]) != "" {
			value = text.OneLine(rows[0][k])
			says += ", which begins with " + text.FirstWords(value, 6)
		}
		q.Choices = append(q.Choices, medium.Choice{Value: value, Says: says})
	}
	err := medium.Ask(t.where, q)
	if e, ok := err.(*graph.Error); ok { // as it always was, with the option behind
		e.Message = strings.Replace(e.Message, t.where+": ", t.where+", ", 1)
	}
	return err
}

// column is a column that may name the letter.
type column struct {
	at      int
	values  int  // different ones
	shared  bool // several rows have one value
	again   bool // somebody stands in several rows with different values
	decides bool // rows with one value have one date
}

// askLetter refuses a table whose rows are of several letters by their looks while no column says of which: different dates, or somebody in several
// rows that another column tells apart. Persons alone make no ties, so that theirs are not asked about.
func (t *tableReader) askLetter(rows []record) error {
	a := t.limits.Answers
	if a.Letter != "" || t.byDate || t.title != "" || t.persons || t.read.Name() < 0 || t.read.Who == table.Persons || t.read.Side != nil ||
		t.read.Column(table.LetterColumn) >= 0 || t.read.Column(table.ListColumn) >= 0 {
		return nil
	}
	if t.edges && len(rows) == 0 {
		return nil
	}
	dates, days := t.datesOf(rows)
	var found []column
	again := false
	for k := range t.read.Columns {
		if !t.mayBeLetter(k) {
			continue
		}
		c := t.look(k, rows, days)
		c.again = c.again && !t.ofPlace(k, rows)
		if c.values > 1 && (c.again || dates > 1 && (c.shared || c.decides)) {
			found = append(found, c)
			again = again || c.again
		}
	}
	if dates < 2 && !again && !t.edges || t.list && !again && !t.edges {
		return nil
	}
	if len(found) == 0 && t.edges {
		for k := range t.read.Columns {
			if c := t.look(k, rows, days); t.mayBeLetter(k) && c.values > 0 {
				found = append(found, c)
			}
		}
	}
	slices.SortStableFunc(found, func(x, y column) int {
		return cmp.Or(-compareBool(x.decides && dates > 1, y.decides && dates > 1), -compareBool(x.again, y.again), -compareBool(x.shared, y.shared))
	})
	return t.letterQuestion(dates, found)
}

func (t *tableReader) letterQuestion(dates int, found []column) error {
	var why []string
	if dates > 1 {
		why = append(why, fmt.Sprintf("the rows have %d dates", dates))
	}
	var called []string
	for _, c := range found {
		called = append(called, fmt.Sprintf("%q (%d values)", t.headerOf(c.at), c.values))
	}
	if len(called) > 0 && (dates > 1 || slices.ContainsFunc(found, func(c column) bool { return c.again })) {
		why = append(why, "what stands in "+strings.Join(called[:min(len(called), 4)], ", ")+" differs for one signatory or from date to date")
	}
	q := medium.Question{About: medium.AskLetter, Text: "No column is named letter, but " + strings.Join(why, ", and ") + ": the rows seem to be of several letters. Which column names the letter?"}
	if len(why) == 0 {
		q.Text = "No column is named letter; the columns are " + quoteList(t.header) + ". Which of them names the letter?"
	}
	for _, c := range found[:min(len(found), 8)] {
		q.Choices = append(q.Choices, medium.Choice{Value: t.headerOf(c.at), Says: fmt.Sprintf("%s names the letter: %d letters", t.read.Called(c.at), c.values)})
	}
	if at := t.read.Column(table.DateColumn); at >= 0 && dates > 1 {
		q.Choices = append(q.Choices, medium.Choice{Value: t.headerOf(at), Says: fmt.Sprintf("each date is a letter: %d letters", dates)})
	}
	q.Choices = append(q.Choices, medium.Choice{Value: medium.None, Says: "all rows are one letter"})
	return medium.Ask(t.where, q)
}

// headerOf is how the user names a column.
func (t *tableReader) headerOf(k int) string {
	if k < len(t.header) {
		if h := text.OneLine(t.header[k]); h != "" {
			return h
		}
	}
	return strconv.Itoa(k + 1)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// datesOf counts the different dates of the rows, and gives each row its date.
func (t *tableReader) datesOf(rows []record) (n int, of []string) {
	at := t.read.Column(table.DateColumn)
	of = make([]string, len(rows))
	if at < 0 {
		return 0, of
	}
	order := t.orderOf(at, rows)
	seen := map[string]bool{}
	for i := range rows {
		if at < len(rows[i].Cells) && t.nameOf(&rows[i]) != "" && !table.IsTotal(rows[i].Cells, t.read.Name()) {
			if d, _, ok := table.ReadDate(cleanCell(rows[i].Cells[at]), order); ok && !d.IsZero() {
				of[i] = d.String()
				seen[of[i]] = true
			}
		}
	}
	return len(seen), of
}

func (t *tableReader) orderOf(at int, rows []record) table.DayOrder {
	return table.OrderOf(func(yield func(string) bool) {
		for i := range rows {
			if at < len(rows[i].Cells) && !yield(rows[i].Cells[at]) {
				return
			}
		}
	})
}

// nameOf is the name of a row, folded.
func (t *tableReader) nameOf(r *record) string {
	at := t.read.Name()
	if at < 0 || at >= len(r.Cells) {
		return ""
	}
	return graph.Fold(r.Cells[at])
}

// mayBeLetter reports whether a column may say which letter a row is of: what it holds is not known, or says of a signatory what may differ from letter
// to letter.
func (t *tableReader) mayBeLetter(k int) bool {
	c := t.read.Columns[k]
	if first, last, halves := t.read.Halves(); halves && (k == first || k == last) || k == t.read.Name() || k == t.read.Typed() || t.read.IsFlag(k) || k >= len(t.header) ||
		c.Said && (k == t.read.Other() || k == t.read.Country()) {
		return false
	}
	if !c.Said { // by its cells alone: a town may be a letter's name, and so may a person's
		switch c.Column {
		case table.EmailColumn, table.AddressColumn, table.PictureColumn, table.DateColumn:
			return false
		}
		return true
	}
	switch c.Column {
	case table.UnknownColumn, table.NameColumn, table.OrganizationColumn, table.OrganizationsColumn, table.LabelColumn, table.NoteColumn, table.KindColumn, table.TargetColumn,
		table.TitleColumn, table.NumberColumn, table.StampColumn, table.LinkColumn, table.PlaceColumn:
		return true
	}
	return false
}

// look learns how a column divides the rows. Numbers, links, times and notes divide them only where several rows share one, as those of a letter do.
func (t *tableReader) look(k int, rows []record, days []string) column {
	c := column{at: k, decides: true}
	values, times := map[string]string{}, map[string]int{} // -> date, rows
	of := map[string]string{}                              // name -> value
	filled := 0
	for i := range rows {
		name := t.nameOf(&rows[i])
		if k >= len(rows[i].Cells) || name == "" {
			continue
		}
		v := graph.CleanName(rows[i].Cells[k])
		if v == "" {
			continue
		}
		filled++
		if times[v]++; times[v] > 1 {
			c.shared = true
		}
		if d, known := values[v]; known && d != days[i] {
			c.decides = false
		}
		values[v] = days[i]
		if before, known := of[name]; known && before != v {
			c.again = true
		}
		of[name] = v
	}
	c.values = len(values)
	c.decides = c.decides && c.shared
	switch t.read.Columns[k].Column {
	case table.NoteColumn:
		c.again = c.again && c.shared
	case table.NumberColumn, table.LinkColumn, table.StampColumn:
		c.again = c.again && c.shared && 2*c.values <= filled
	case table.PlaceColumn:
		c.again = false
	}
	return c
}

// What the names of sheets are that say nothing of a letter: those that programs give, and the parts of one list.
var (
	bareSheet = lexicon.Pattern("sheet.bareSheet", `(?i)^(?:{furniture sheet}[ _-]*\d{0,3}|.{1,2}|\d+)$`)
	listSheet = lexicon.PhrasesOf("sheet.listSheet", lexicon.Cue, "list-sheet")
)

// hasYear reports whether a figure in the name of a sheet is a year.
func hasYear(name string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(name, func(r rune) bool { return r < '0' || r > '9' }), func(n string) bool {
		return len(n) == 4 && (strings.HasPrefix(n, "19") || strings.HasPrefix(n, "20"))
	})
}

// several decides what sheets without a column for the letter are: parts of one, or a letter each. Where their names do not tell, it asks.
func (t *tableReader) severalSheets(names []string) (each bool, err error) {
	if slices.Equal(t.limits.Answers.Sheets, []string{medium.EachSheet}) {
		return true, nil
	}
	if len(names) < 2 || len(t.limits.Answers.Sheets) > 0 || t.limits.Answers.Letter != "" {
		return false, nil
	}
	letters, parts := 0, 0
	for _, n := range names {
		switch {
		case hasYear(n): // a year tells letters as often as parts of one
		case bareSheet.MatchString(text.Trim(n)), listSheet.In(strings.ToLower(n)):
			parts++
		case table.HeadsLetter(n), len(phrase.FindDates(n, "")) > 0:
			letters++
		}
	}
	switch {
	case letters == len(names):
		return true, nil
	case parts == len(names):
		return false, nil
	}
	q := medium.Question{About: medium.AskSheet, Text: fmt.Sprintf("%d sheets have signatories and no column for the letter: %s. Are they letters, or parts of one?", len(names), quoteList(names))}
	q.Choices = append(q.Choices, medium.Choice{Value: medium.EachSheet, Says: fmt.Sprintf("each sheet is a letter: %d letters", len(names))},
		medium.Choice{Value: medium.AllSheets, Says: "all sheets are one letter"})
	for _, n := range names[:min(len(names), 20)] {
		q.Choices = append(q.Choices, medium.Choice{Value: n, Says: "read this sheet alone"})
	}
	return false, medium.Ask(t.where, q)
}
