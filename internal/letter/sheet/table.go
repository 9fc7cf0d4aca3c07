package sheet

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

var tableExtensions = []string{"csv", "tsv"}

// IsTable says which names are tables whatever their bytes; workbooks are known by theirs.
func IsTable(name string) bool {
	return slices.Contains(tableExtensions, text.Extension(name))
}

// Table reads a CSV or TSV file or an Excel workbook of signatures, one row a signature, of one letter or of many. The first row
// (of a workbook's sheet, one of the first) names the columns; case, blanks and punctuation in their names do not matter (see package table):
//
//   - organization (also: name, signatory, group, ...): who signed. Needed.
//   - letter (also: title, statement, ...): which letter. Without it all rows are one letter, named after the file.
//   - date (2021, 2021-05, 2021-05-06 or as printed), target, country, kind, note, status (listed, withdrawn, ...), type (organization or person).
//
// Instead of one row a signature, a row may hold one letter with all its signatories in a column "signed by", with semicolons
// between them. Separator (comma, semicolon, tab, bar), quoting, byte order mark and character set are detected. Columns with
// other names are kept in the evidence, which is the whole row. Errors name row and column: Invalid for a missing column, an
// empty name, a date that is none; Conflict for two dates of one letter; TooLarge over a limit. Letters come in the order of
// their first row. What a workbook has beside, see readSheets.
func Table(ctx context.Context, name string, data []byte, limits medium.Limits) ([]graph.Letter, error) {
	drafts, ids, err := tableDrafts(ctx, text.BaseName(name), data, limits.WithDefaults())
	if err != nil {
		return nil, err
	}
	out := make([]graph.Letter, len(drafts))
	for i, d := range drafts {
		out[i] = d.Record(ids[i], "")
	}
	return out, nil
}

// Extract reads a table as the Draft of a document: it must hold one letter.
func Extract(ctx context.Context, s medium.Source) (*draft.Draft, error) {
	drafts, _, err := tableDrafts(ctx, s.Name, s.Data, s.Limits)
	if err != nil {
		return nil, err
	}
	if len(drafts) != 1 {
		return nil, graph.Errorf(graph.Unsupported, "%s holds %d letters and extract shows one: load the file, or cut it to one letter", s.Name, len(drafts))
	}
	return drafts[0], nil
}

// tableReader collects the letters of one table.
type tableReader struct {
	name, sha string
	where     string // the name, and the sheet where there are several: for messages
	page      int    // of a workbook, the sheet from 1 where there are several; else 0
	read      *table.Reading
	header    []string // as printed
	persons   bool     // the sheet says that its rows are persons
	list      bool     // there is no header: the column of names was found by its look
	drafts    []*draft.Draft
	ids       []string
	at        map[string]int
	warnings  []string
	unread    []string // what was not read, or only guessed, as sentences
	rows      int
	left      []draft.LeftOut // of all sheets, told with the first letter
	comma     rune
	above     string             // text before the first letter's
	texts     []*strings.Builder // of pointers: a Builder that was written to may not move
	lines     [][]document.Line  // the rows that each letter was read from
}

func tableDrafts(ctx context.Context, name string, data []byte, limits medium.Limits) ([]*draft.Draft, []string, error) {
	if len(data) > limits.Bytes {
		return nil, nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d: split it, or raise the limit", name, len(data), limits.Bytes)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	sum := sha256.Sum256(data)
	t := &tableReader{name: name, where: name, sha: hex.EncodeToString(sum[:]), at: map[string]int{}}
	read := t.readText
	switch {
	case office.IsZIP(data):
		read = t.readSheets
	case slices.Contains(office.WorkbookExtensions, text.Extension(name)) && medium.Foreign(data) == "":
		return nil, nil, graph.Errorf(graph.Invalid, "%s is named like an Excel workbook and is none: save it as XLSX again, or give it the ending of what it is", name)
	}
	if err := read(ctx, data, limits); err != nil {
		return nil, nil, err
	}
	if t.read == nil || len(t.drafts) == 0 {
		return nil, nil, graph.Errorf(graph.Invalid, "%s has a header and no rows: nothing is signed in it", name)
	}
	if err := t.nobody(); err != nil {
		return nil, nil, err
	}
	t.drafts[0].LeftOut = append(t.drafts[0].LeftOut, t.left...)
	for i, d := range t.drafts {
		d.Warnings = t.warnings
		if t.list {
			d.Kind = draft.KindList
		}
		d.Text = strings.TrimSuffix(t.above+t.texts[i].String(), "\n")
		t.above = ""
		if d.Organizations() > limits.Rows {
			return nil, nil, graph.Errorf(graph.TooLarge, "%s lists %d signatories and the limit is %d: split it, or raise the limit", name, d.Organizations(), limits.Rows)
		}
		doubt.State(d, doubt.Source{Pieces: []document.Piece{{Sort: document.Cells, Lines: t.lines[i]}}, Titled: -1, Unread: t.unread})
		doubt.Sum(d, nil)
	}
	return t.drafts, t.ids, nil
}

// nobody refuses a table none of whose rows names anybody.
func (t *tableReader) nobody() error {
	for _, d := range t.drafts {
		if len(d.Signatories) > 0 {
			return nil
		}
	}
	for _, l := range t.left {
		if l.Why == cue.Letterless("?", true) {
			return graph.Errorf(graph.Invalid, "%s, row %d: %q has no letters and is no name, and no other row has one; mend it or give another table", t.name, l.Line, l.Text)
		}
	}
	return nil
}

// readText reads a table whose bytes are text.
func (t *tableReader) readText(ctx context.Context, data []byte, limits medium.Limits) error {
	if what := medium.Foreign(data); what != "" {
		return graph.Errorf(graph.Unsupported, "%s is %s and no table: save it as CSV", t.name, what)
	}
	text, warnings := text.Decode(t.name, data)
	t.warnings = warnings
	in := csv.NewReader(strings.NewReader(strings.TrimSuffix(text, "\n") + "\n" + lastRow + "\n"))
	t.comma = separator(text)
	if oneColumn(text) {
		t.comma = '\x1f' // which no text has
	}
	in.Comma, in.LazyQuotes, in.FieldsPerRecord, in.TrimLeadingSpace = t.comma, true, -1, true
	var rows [][]string
	var numbers []int
	for {
		row, err := in.Read()
		if err != nil { // lazy quotes leave nothing to find fault with, but the end
			return graph.Wrap(graph.Invalid, err, t.name+" cannot be read as a table; save it as CSV again")
		}
		line, _ := in.FieldPos(0)
		if len(row) == 1 && row[0] == lastRow {
			return t.body(rows, numbers)
		}
		if strings.HasSuffix(strings.TrimSuffix(row[len(row)-1], "\n"), lastRow) {
			return graph.Errorf(graph.Invalid, "%s, row %d: a quotation mark is opened and not closed; mend the row", t.name, line)
		}
		if err := t.count(ctx, limits); err != nil {
			return err
		}
		rows, numbers = append(rows, row), append(numbers, line)
	}
}

// count counts a row, against the limit and the user's patience.
func (t *tableReader) count(ctx context.Context, limits medium.Limits) error {
	if t.rows++; t.rows > limits.Lines {
		return graph.Errorf(graph.TooLarge, "%s has more than %d rows: split it, or raise the limit", t.name, limits.Lines)
	}
	if t.rows&0x3ff == 0 && ctx.Err() != nil {
		return medium.Cancelled(ctx, t.name)
	}
	return nil
}

// lastRow is put at the end of every table. Where it does not come back as a row of its own, a quotation mark before it was
// opened and never closed: the reader, lazy about quotes, would take all rows since for one name.
const lastRow = "\x00end"

// separator returns the one of comma, semicolon, tab and bar that the header has most often; the first of equals.
func separator(text string) rune {
	header, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	best, most := ',', 0
	for _, c := range ",;\t|" {
		n, quoted := 0, false
		for _, r := range header {
			if r == '"' {
				quoted = !quoted
			} else if r == c && !quoted {
				n++
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

// oneColumn reports whether a text is a column of names with its header above: the header holds no separator, and few of the lines below hold one,
// which is a part of their name then.
func oneColumn(t string) bool {
	if rule.Off("sheet.oneColumn") {
		return false
	}
	n, with := 0, 0
	for l := range strings.SplitSeq(strings.TrimLeft(t, "\ufeff\n"), "\n") {
		if l = text.Trim(l); l == "" {
			continue
		}
		if n == 0 && (strings.ContainsAny(l, ",;\t|\"") || table.KnownHeaders([]string{l}) == 0) {
			return false
		}
		if n++; n > 1 && strings.ContainsAny(l, ",;\t|") && !strings.HasPrefix(l, "\"") {
			with++
		}
	}
	return n > fewRows && 3*with <= n
}

// body reads the rows of a text. The first names the columns; where it does not, the cells must tell which column has the names.
func (t *tableReader) body(rows [][]string, numbers []int) error {
	if len(rows) == 0 {
		return nil
	}
	header := rows[0]
	if !t.headed(header, rows[1:]) {
		read := table.Judge(nil, rows)
		if known := table.KnownHeaders(header) > 0; known && !read.Header {
			read = table.Judge(header, rows[1:])
		} else if !known && !read.Header {
			header = nil
		}
		if !read.Named() || !read.Sure() || read.Side != nil || len(rows) < fewRows {
			return graph.Errorf(graph.Invalid, "%s, row %d: no column is named organization (or name, signatory, group); it has %s. Name the column of the signatories so",
				t.where, numbers[0], quoteList(rows[0]))
		}
		t.warnings = append(t.warnings, fmt.Sprintf("%s: no column is named organization; the names were taken from column %d.", t.where, read.Name()+1))
		t.read, t.header, t.list = read, header, header == nil
	}
	if header == nil {
		t.header = make([]string, len(t.read.Columns))
	} else {
		if err := t.checkHeader(numbers[0]); err != nil {
			return err
		}
		rows, numbers = rows[1:], numbers[1:]
	}
	t.tell(rows, numbers)
	for i := range rows {
		if err := t.row(rows[i], numbers[i]); err != nil {
			return err
		}
	}
	return nil
}

// fewRows is how many rows must be alike to tell a column of names without its name.
const fewRows = 3

// headed judges a table by the row that should name its columns, and reports whether one of them is named or surely has the names.
func (t *tableReader) headed(header []string, rows [][]string) bool {
	read := table.Judge(header, rows)
	if read.Column(table.ListColumn) < 0 && (!read.Named() || read.Said == 0 || !read.Sure()) {
		return false
	}
	t.read, t.header = read, header
	return true
}

// tell says what may be wrong with the reading of a table, and what was put aside.
func (t *tableReader) tell(rows [][]string, numbers []int) {
	for _, doubt := range t.read.Doubts {
		t.unread = append(t.unread, t.onSheet(doubt))
	}
	for _, a := range t.read.Aside(rows) {
		t.left = append(t.left, draft.LeftOut{Line: numbers[a.Row], Text: a.Cell, Why: a.Why})
	}
}

// onSheet says of which sheet a sentence is, where several are read.
func (t *tableReader) onSheet(sentence string) string {
	if t.where == t.name {
		return sentence
	}
	return strings.TrimPrefix(t.where, t.name+", ") + ": " + sentence
}

func (t *tableReader) row(row []string, line int) error {
	if i := len(t.header); i < len(row) && strings.TrimSpace(strings.Join(row[i:], "")) != "" {
		return graph.Errorf(graph.Invalid, "%s, row %d: it has %d cells and the header %d; put a name that holds the separator (%q) in quotation marks",
			t.where, line, len(row), i, t.comma)
	}
	if strings.TrimSpace(strings.Join(row, "")) == "" {
		return nil
	}
	value := map[table.Column]string{}
	for i, c := range row {
		if c = text.Trim(c); i < len(t.read.Columns) && value[t.read.Columns[i].Column] == "" {
			value[t.read.Columns[i].Column] = c
		}
	}
	printed := t.printed(row)
	said := t.read.Row(row)
	rows := []table.Row{said}
	if all := value[table.ListColumn]; all != "" {
		rows = nil
		for n := range strings.SplitSeq(all, ";") {
			if n = text.Trim(n); n != "" {
				said.Name = n
				rows = append(rows, said)
			}
		}
	} else if said.Name == "" {
		if i := t.read.Name(); i >= 0 {
			return graph.Errorf(graph.Invalid, "%s, row %d: the column %q is empty; fill it or delete the row", t.where, line, t.header[i])
		}
		rows = nil
	}
	k, err := t.letter(value, line)
	if err != nil {
		return err
	}
	t.texts[k].WriteString(printed + "\n")
	t.lines[k] = append(t.lines[k], document.Line{Page: t.page, Number: line, Sort: document.Cells, Text: printed, Cells: row})
	for i := range rows {
		r, why, err := t.signature(&rows[i], printed, line)
		switch {
		case err != nil:
			return err
		case why != "":
			t.left = append(t.left, draft.LeftOut{Line: line, Text: printed, Why: why})
			continue
		}
		r.Page, r.Evidence[0].Page = t.page, t.page
		t.drafts[k].Signatories = append(t.drafts[k].Signatories, r)
	}
	return nil
}
