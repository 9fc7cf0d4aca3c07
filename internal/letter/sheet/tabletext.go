package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// readText reads a table whose bytes are text.
func (t *tableReader) readText(ctx context.Context, data []byte) error {
	if what := medium.Foreign(data); what != "" {
		return graph.Errorf(graph.Unsupported, "%s is %s and no table: save it as CSV", t.name, what)
	}
	text, warnings := text.Decode(t.name, data)
	t.warnings = warnings
	if row := tooWide(text); row > 0 {
		return wide(t.name, row)
	}
	rows, err := t.cut(ctx, text)
	if err != nil {
		return err
	}
	return t.body(ctx, rows)
}

// maxColumns is how many columns a table as text may have: those of a matrix are letters.
const maxColumns = 5000

func wide(name string, row int) error {
	return graph.Errorf(graph.TooLarge, "%s, row %d has more than %d columns: save the columns of the list alone", name, row, maxColumns)
}

// tooWide returns the first line with more separators than columns are allowed, 0 where there is none. It comes before anything looks at cells.
func tooWide(t string) int {
	line, counts := 1, [len(separators)]int{}
	for i := range len(t) {
		if t[i] == '\n' || t[i] == '\r' {
			line, counts = line+1, [len(separators)]int{}
			continue
		}
		if k := strings.IndexByte(separators, t[i]); k >= 0 {
			if counts[k]++; counts[k] >= maxColumns {
				return line
			}
		}
	}
	return 0
}

// cut cuts a text into rows.
func (t *tableReader) cut(ctx context.Context, text string) ([]office.SheetRow, error) {
	skipped := 0
	said, rest, lines := separatorSaid(text)
	if lines > 0 {
		text, skipped = rest, lines
	}
	switch {
	case said != 0:
		t.comma = said
	case oneColumn(text):
		t.comma = '\x1f' // which no text has
	default:
		t.comma = separator(text)
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return nil, graph.Errorf(graph.Invalid, "%s, row %d: the text has a zero byte, so the file is damaged or no text; save it as CSV in UTF-8", t.name, 1+skipped+strings.Count(text[:at], "\n"))
	}
	in := newScanner(text, t.comma)
	in.line += skipped
	var rows []office.SheetRow
	for in.next() {
		if err := t.count(ctx); err != nil {
			return nil, err
		}
		if in.open {
			const why = "a quotation mark is opened and not closed; mend the row"
			t.bad = append(t.bad, graph.Errorf(graph.Invalid, "%s, row %d: %s", t.name, in.first, why))
			t.drop(in.first, in.text[in.from:in.to], why)
			continue
		}
		rows = append(rows, office.SheetRow{Number: in.first, Cells: slices.Clone(in.cells)})
	}
	t.rows = 0 // what they hold is counted again when it is read: a row of a matrix is many
	return rows, nil
}

// count counts a row, against the limit and the user's patience.
func (t *tableReader) count(ctx context.Context) error {
	if t.rows++; t.rows > t.limits.Lines {
		return graph.Errorf(graph.TooLarge, "%s has more than %d rows: split it, or raise the limit", t.name, t.limits.Lines)
	}
	if t.rows&0x3ff == 0 && ctx.Err() != nil {
		return medium.Cancelled(ctx, t.name)
	}
	return nil
}

// separatorSaid reads the line "sep=;" with which Excel says what separates: the separator, the text below, and how many lines are skipped.
func separatorSaid(t string) (separator rune, rest string, lines int) {
	head, rest, _ := strings.Cut(strings.TrimPrefix(t, "\ufeff"), "\n")
	s := strings.Trim(head, "\" \r")
	if len(s) < 4 || !strings.EqualFold(s[:4], "sep=") {
		return 0, t, 0
	}
	s = strings.TrimPrefix(strings.Trim(head, "\"\r"), s[:4])
	if strings.EqualFold(s, "tab") || s == `\t` {
		s = "\t"
	}
	if r := []rune(s); len(r) == 1 && r[0] != '"' && r[0] != '\n' && r[0] != 0xfffd {
		return r[0], rest, 1
	}
	return 0, rest, 1
}

const separators = ",;\t|"

// separator returns the one of comma, semicolon, tab and bar that the header has most often; the first of equals. Lines of text may stand above it.
func separator(t string) rune {
	n := 0
	for l := range strings.SplitSeq(t, "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if n++; n > headerWithin {
			break
		}
		if best, most := mostOf(l); most > 0 && table.IsHeader(cellsOfLine(l, best)) {
			return best
		}
	}
	first, _, _ := strings.Cut(strings.TrimLeft(t, "\n"), "\n")
	best, _ := mostOf(first)
	return best
}

// mostOf returns the separator that a line has most often outside of quotes.
func mostOf(line string) (best rune, most int) {
	best = ','
	for _, c := range separators {
		n, quoted := 0, false
		for _, r := range line {
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
	return best, most
}

func cellsOfLine(line string, separator rune) []string {
	cells := strings.Split(line, string(separator))
	for i := range cells {
		cells[i] = text.Trim(strings.Trim(text.Trim(cells[i]), `"`))
	}
	return cells
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

// body reads the rows of a text. The first names the columns, or one a little below a title; where none does, the cells must tell which column has the names.
func (t *tableReader) body(ctx context.Context, rows []office.SheetRow) error {
	if len(rows) == 0 {
		return nil
	}
	s := &office.Sheet{Rows: rows}
	head, below := 0, headOf(s)
	_, title := onlyText(rows[0].Cells)
	switch {
	case below > 0 && (title || groupsColumns(s, 0)) && t.headed(rows, below):
		head = below
	case t.headed(rows, 0):
	case below > 0 && t.headed(rows, below):
		head = below
	default:
		if err := t.guess(rows); err != nil {
			return err
		}
	}
	if err := t.sheet(ctx, s, head); err != nil {
		return err
	}
	if head > 0 && !t.list {
		t.entitle(rows[:head])
	}
	return nil
}

// guess finds the column of names by the cells, where no header tells it.
func (t *tableReader) guess(rows []office.SheetRow) error {
	cells := cellsOf(rows)
	header := cells[0]
	read := table.Judge(t.limits.Fitted, nil, cells)
	if known := table.KnownHeaders(header) > 0; known && !read.Header {
		read = table.Judge(t.limits.Fitted, header, cells[1:])
	} else if !known && !read.Header {
		header = nil
	}
	if !read.Named() || !read.Sure() || read.Side != nil || len(rows) < fewRows {
		return t.askName(rows[0].Number, cells)
	}
	t.warnings = append(t.warnings, fmt.Sprintf("%s: no column is named organization; the names were taken from column %d.", t.where, read.Name()+1))
	t.read, t.header, t.list = read, header, header == nil
	return nil
}

// fewRows is how many rows must be alike to tell a column of names without its name.
const fewRows = 3

// headed judges a table by the row that should name its columns, and reports whether one of them is named or surely has the names.
func (t *tableReader) headed(rows []office.SheetRow, at int) bool {
	header := rows[at].Cells
	if t.limits.Answers.Name != "" && table.Find(header, len(header), t.limits.Answers.Name) >= 0 && isExport(header) == noExport {
		t.read, t.header = table.Judge(t.limits.Fitted, header, cellsOf(rows[at+1:])), header
		return true
	}
	if isExport(header) != noExport {
		t.read, t.header = table.Judge(t.limits.Fitted, header, nil), header
		return true
	}
	if from, _ := endsOf(header); from >= 0 {
		t.read, t.header = table.Judge(t.limits.Fitted, header, cellsOf(rows[at+1:])), header
		return true
	}
	read := table.Judge(t.limits.Fitted, header, cellsOf(rows[at+1:]))
	if named := read.Named() && table.IsHeader(trimmedCells(header)); !named && read.Column(table.ListColumn) < 0 && (!read.Named() || read.Said == table.Numbers(header) || !read.Sure()) && !acrossOf(read, header, cellsOf(rows[at+1:])) &&
		!headsLetters(header) && !bareCorner(read, header, cellsOf(rows[at+1:])) {
		return false
	}
	t.read, t.header = read, header
	return true
}

// headsLetters reports whether all cells of a header are titles of letters, and several.
func headsLetters(header []string) bool {
	n := 0
	for _, h := range header {
		if h = text.OneLine(h); h == "" || table.IsColumnName(h) || !table.HeadsLetter(h) || text.WordCount(h) > 12 {
			return false
		}
		n++
	}
	return n > 1
}

func trimmedCells(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = text.Trim(c)
	}
	return out
}

// entitle takes title and date from the rows above the names of the columns, where the table is one letter without a column for
// them: a title is the only text of its row.
func (t *tableReader) entitle(above []office.SheetRow) {
	if len(t.drafts) != 1 || t.read.Column(table.LetterColumn) >= 0 || t.title != "" || t.byDate {
		return
	}
	d := t.drafts[0]
	titled := false
	for i := range above {
		line, only := onlyText(above[i].Cells)
		if !only {
			continue
		}
		dates := phrase.FindDates(line, "")
		switch {
		case len(dates) > 0 && d.Date == "":
			d.Date = draft.Maybe(dates[0].Date.String())
		case !titled && len(dates) == 0 && text.WordCount(line) >= 3:
			d.Title, titled = draft.Maybe(line), true
		}
	}
}

// onlyText returns the text of a row that has one.
func onlyText(cells []string) (string, bool) {
	text := ""
	for _, c := range cells {
		if c == "" {
			continue
		}
		if text != "" {
			return "", false
		}
		text = c
	}
	return text, text != ""
}

func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// leave puts a row aside, aloud.
func (t *tableReader) leave(line int, printed, why string) {
	t.left = append(t.left, draft.LeftOut{Line: line, Text: printed, Why: why})
}
