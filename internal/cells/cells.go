// Package cells reads tables of text as people and programs save them, and keeps the rule by which a cell is no formula. It answers "what stands in
// the rows of this file?" and leaves what columns mean to its callers: package dataset for judgements, the command line for names. Tables of
// signatories, which say what they are in many more ways, are package letter's.
//
// Guarding and its undoing are one rule in one place, since three packages write or read back such cells.
package cells

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Text is the text of bytes in UTF-8, UTF-16 with a byte order mark or, where they are neither, Windows-1252, without that mark.
func Text(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(text), err
	case bytes.IndexByte(data[:min(len(data), 4096)], 0) >= 0:
		return "", errors.New("it holds bytes of zero")
	case utf8.Valid(data):
		return string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err
}

// Separator is what stands between the cells of a header: of comma, semicolon, tab and bar the one that stands there most often.
func Separator(head string) rune {
	best, most := ',', 0
	for _, r := range ",;\t|" {
		if n := strings.Count(head, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

// Row is a row of a table. Number is the one that spreadsheets show; the header's is 1.
type Row struct {
	Number int
	Cells  []string
}

// Cell returns a cell without blanks around it; "" where the row is cut short or column is -1.
func (r *Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// Table is a header and the rows below it.
type Table struct {
	Head []string
	Rows []Row
}

// Column returns the place of a column by one of its names, in capitals or not; -1 where there is none. One that has the name letter for letter comes
// before others.
func (t *Table) Column(names ...string) int {
	if at := slices.IndexFunc(t.Head, func(h string) bool { return slices.Contains(names, strings.TrimSpace(h)) }); at >= 0 {
		return at
	}
	return slices.IndexFunc(t.Head, func(h string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(strings.TrimSpace(h), n) })
	})
}

// Head returns the header of a table alone; nil where the bytes are none.
func Head(data []byte) []string {
	if i := bytes.IndexByte(data, '\n'); i >= 0 && !bytes.HasPrefix(data, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		data = data[:i]
	}
	text, err := Text(data)
	if err != nil {
		return nil
	}
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes = Separator(text), true
	head, err := r.Read()
	if err != nil {
		return nil
	}
	return head
}

// Read reads a table whole. Its errors are sentences without the name of the file.
func Read(data []byte) (*Table, error) {
	text, err := Text(data)
	if err != nil {
		return nil, fmt.Errorf("it is no table of text: save it as CSV (%w)", err)
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = Separator(first), -1, true
	t, within := &Table{}, 0     // lines within cells so far, which are no rows
	begins, begun := int64(0), 0 // where the last row begins, and its number
	for before := int64(0); ; before = r.InputOffset() {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("row %d cannot be read: %w", len(t.Rows)+2, err)
		}
		line, _ := r.FieldPos(0)
		number := line - within
		begins, begun = before, number
		for _, cell := range row {
			within += strings.Count(cell, "\n")
		}
		if t.Head == nil {
			t.Head = row
			continue
		}
		t.Rows = append(t.Rows, Row{number, row})
	}
	if t.Head == nil {
		return nil, errors.New("it is empty")
	}
	if unclosed(text[begins:], r.Comma) {
		return nil, fmt.Errorf("row %d: a quotation mark is opened and not closed, so that all that follows it would be one cell", begun)
	}
	return t, nil
}

// unclosed reports whether the last row of a table is within quotation marks at its end, so that one more line would be a part of it.
func unclosed(last string, comma rune) bool {
	if !strings.Contains(last, `"`) {
		return false
	}
	r := csv.NewReader(strings.NewReader(last + "\nx\n"))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	if _, err := r.Read(); err != nil {
		return false
	}
	_, err := r.Read()
	return err != nil
}

// signs are those by which a spreadsheet takes a cell for a formula, in their full width, too.
var signs = []string{"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"}

// Guard keeps a spreadsheet from running a cell: one that begins with a sign of formulas, or with apostrophes before such a sign, gets an apostrophe
// in front.
func Guard(cell string) string {
	if formula(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard takes off the apostrophe of Guard.
func Unguard(cell string) string {
	if rest, guarded := strings.CutPrefix(cell, "'"); guarded && formula(rest) {
		return rest
	}
	return cell
}

func formula(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.HasPrefix(cell, sign) })
}
