package dataset

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
)

// MaxEdges bounds the rows of an edge list.
const MaxEdges = 10_000_000

// Edges reads a two-mode edge list: CSV with the columns organization and letter, and date and target where there are such;
// other columns are kept in the evidence only, which is the row as it stands. Comma, semicolon and tab separate; quotes, a
// byte order mark and gzip are read. name is the file's name; the document carries its base and the SHA-256 of the file as
// it came. Errors name the row (from 1, which is the header) and what to do; more than MaxSize bytes unpacked are TooLarge.
// It takes O(bytes) time and memory.
func Edges(ctx context.Context, name string, in io.Reader) ([]graph.Edge, graph.Document, error) {
	text, sum, err := unpack(in, MaxSize)
	if err == nil {
		var edges []graph.Edge
		if edges, err = readEdges(ctx, text); err == nil {
			return edges, graph.Document{ID: sum, Name: base(name), SHA256: sum, Medium: "table"}, nil
		}
	}
	return nil, graph.Document{}, inFile(name, err)
}

func readEdges(ctx context.Context, text string) ([]graph.Edge, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.TrimSpace(text) == "" {
		return nil, graph.Errorf(graph.Invalid, "the file is empty; it needs a header with the columns organization and letter")
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return nil, graph.Errorf(graph.Invalid, "row %d: the text has a zero byte, so the file is damaged or no text; save it as CSV in UTF-8", 1+strings.Count(text[:at], "\n"))
	}
	if !utf8.ValidString(text) {
		return nil, graph.Errorf(graph.Invalid, "row %d: the text is not UTF-8; save the file as UTF-8", invalidLine([]byte(text)))
	}
	rows, columns, err := header(text)
	if err != nil {
		return nil, err
	}
	edges := make([]graph.Edge, 0, min(strings.Count(text, "\n"), MaxEdges))
	known := map[string]string{} // names repeat: one copy of each is kept, and no row's buffer
	for from := rows.InputOffset(); ; {
		record, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, rowError(err)
		}
		if len(edges) == MaxEdges {
			return nil, graph.Errorf(graph.TooLarge, "the list has more than %d rows; split it", MaxEdges)
		}
		if len(edges)%4096 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "reading the edge list was stopped")
		}
		row, _ := rows.FieldPos(0)
		e, err := edge(record, columns, row, known)
		if err != nil {
			return nil, err
		}
		e.Text = strings.Trim(text[from:rows.InputOffset()], "\r\n")
		from = rows.InputOffset()
		edges = append(edges, e)
	}
	if len(edges) == 0 {
		return nil, graph.Errorf(graph.Invalid, "the file has a header but no rows; each row names an organization and a letter")
	}
	return edges, nil
}

// columns are the positions of organization, letter, date and target; -1 where there is none.
type columns [4]int

// columnNames are the headers that are read, in lower case.
var columnNames = [4][]string{{"organization", "organisation", "signatory"}, {"letter"}, {"date"}, {"target"}}

// header reads the first row with the separator that gives the needed columns; where none does, the error is that of the
// separator that gives most.
func header(text string) (*csv.Reader, columns, error) {
	var failure error
	most := 0
	for _, separator := range []rune{',', ';', '\t'} {
		rows := csv.NewReader(strings.NewReader(text))
		rows.Comma, rows.ReuseRecord = separator, true
		record, err := rows.Read()
		var c columns
		if err != nil {
			err = rowError(err)
		} else if c, err = findColumns(record); err == nil {
			return rows, c, nil
		}
		if failure == nil || len(record) > most {
			failure, most = err, len(record)
		}
	}
	return nil, columns{}, failure
}

func findColumns(record []string) (columns, error) {
	c := columns{-1, -1, -1, -1}
	for i, field := range record {
		for what, names := range columnNames {
			if !slices.Contains(names, strings.ToLower(strings.TrimSpace(field))) {
				continue
			}
			if c[what] >= 0 {
				return c, graph.Errorf(graph.Invalid, "row 1: the header has two columns for %s; keep one", names[0])
			}
			c[what] = i
		}
	}
	for what, names := range columnNames[:2] {
		if c[what] < 0 {
			return c, graph.Errorf(graph.Invalid, "row 1: the header has no column %q; name the columns organization and letter (and date, target where you have them)", names[0])
		}
	}
	return c, nil
}

func edge(record []string, c columns, row int, known map[string]string) (graph.Edge, error) {
	field := func(what int) string {
		if c[what] < 0 {
			return ""
		}
		s := strings.TrimSpace(record[c[what]])
		one, ok := known[s]
		if !ok {
			one = strings.Clone(s)
			known[one] = one
		}
		return one
	}
	e := graph.Edge{Organization: field(0), Letter: field(1), Target: field(3), Row: row}
	for what, value := range []string{e.Organization, e.Letter} {
		if value == "" {
			return e, graph.Errorf(graph.Invalid, "row %d: the column %q is empty; fill it or take the row out", row, columnNames[what][0])
		}
	}
	if !strings.ContainsFunc(e.Organization, unicode.IsLetter) && graph.Fold(e.Organization) == "" {
		return e, graph.Errorf(graph.Invalid, "row %d: %q has no letters and is no name; mend it or take the row out", row, e.Organization)
	}
	var err error
	if e.Date, err = graph.ParseDate(field(2)); err != nil {
		return e, graph.Errorf(graph.Invalid, "row %d: %s", row, graph.MessageOf(err))
	}
	return e, nil
}

// rowError says in our words what encoding/csv found.
func rowError(err error) error {
	parse, ok := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		return graph.Errorf(graph.Invalid, "the file has no row; it needs a header with the columns organization and letter")
	case !ok:
		return graph.Wrap(graph.Internal, err, "the rows could not be read")
	case errors.Is(parse.Err, csv.ErrFieldCount):
		return graph.Errorf(graph.Invalid, "row %d: the row has another number of columns than the header; put a name that holds the separator in quotes", parse.Line)
	case errors.Is(parse.Err, csv.ErrQuote), errors.Is(parse.Err, csv.ErrBareQuote):
		return graph.Errorf(graph.Invalid, "row %d, column %d: a quote stands where none may; close the quotes of the row that begins at row %d, and double quotes within a name", parse.Line, parse.Column, parse.StartLine)
	}
	return graph.Errorf(graph.Invalid, "row %d: %s", parse.Line, parse.Err.Error())
}

// unpack reads everything, through gzip where the first bytes say so, and returns the SHA-256 of what came in. What a packed
// file unpacks to is bounded, not its factor: a file of zeros ends at the bound, too.
func unpack(in io.Reader, limit int64) (text, sum string, err error) {
	hash := sha256.New()
	raw := bufio.NewReader(io.TeeReader(io.LimitReader(in, limit+1), hash))
	var from io.Reader = raw
	magic, _ := raw.Peek(2)
	packed := string(magic) == "\x1f\x8b"
	if packed {
		zip, err := gzip.NewReader(raw)
		if err != nil {
			return "", "", graph.Errorf(graph.Invalid, "the gzip file is damaged at its beginning; pack it again")
		}
		from = zip
	}
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(from, limit+1))
	switch {
	case n > limit:
		return "", "", graph.Errorf(graph.TooLarge, "the file holds more than %d MiB; split it", limit>>20)
	case err != nil && packed:
		return "", "", graph.Errorf(graph.Invalid, "the gzip file is damaged or cut off after %d bytes of text; pack it again", n)
	case err != nil:
		return "", "", graph.Wrap(graph.Unavailable, err, "the file could not be read to its end; check that the disk or network it is on is there")
	}
	return b.String(), hex.EncodeToString(hash.Sum(nil)), nil
}
