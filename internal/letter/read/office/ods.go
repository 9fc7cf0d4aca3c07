package office

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

// SpreadsheetExtensions are those of the names of OpenDocument spreadsheets.
var SpreadsheetExtensions = []string{"ods", "ots"}

// IsODS reports whether bytes are an OpenDocument spreadsheet.
func IsODS(data []byte) bool {
	if !IsZIP(data) {
		return false
	}
	a, err := openArchive("", data)
	return err == nil && a.isODS()
}

func (a *archive) isODS() bool {
	if a.parts["content.xml"] == nil {
		return false
	}
	p, err := a.open("mimetype")
	if err != nil || p == nil {
		return false
	}
	defer p.Close()
	kind := make([]byte, 60)
	n, _ := p.Read(kind) // what cannot be read is none
	return strings.HasPrefix(string(kind[:n]), "application/vnd.oasis.opendocument.spreadsheet")
}

// spreadsheet reads the sheets of an OpenDocument spreadsheet (ISO/IEC 26300).
type spreadsheet struct {
	*archive
	ctx    context.Context
	limits medium.Limits
	struck map[string]bool // styles that strike their text through
	hidden map[string]bool // styles of sheets that are not shown
	rows   int             // with text, of all sheets
	sheets []Sheet
	sheet  *Sheet
	number int // of the last row
}

func readSpreadsheet(ctx context.Context, a *archive, limits medium.Limits) ([]Sheet, error) {
	r := &spreadsheet{archive: a, ctx: ctx, limits: limits, struck: map[string]bool{}, hidden: map[string]bool{}}
	err := a.readPart(ctx, "content.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "automatic-styles":
				return x.children(func(e xml.StartElement) error { return r.style(x, e) }, nil)
			case "body":
				return x.children(func(e xml.StartElement) error {
					if e.Name.Local != "spreadsheet" {
						return x.skip()
					}
					return x.children(func(e xml.StartElement) error { return r.table(x, e) }, nil)
				}, nil)
			}
			return x.skip()
		}, nil)
	})
	return r.sheets, err
}

// style learns what a style of cells or sheets does that matters.
func (r *spreadsheet) style(x *xmlReader, e xml.StartElement) error {
	name := attribute(e, "name")
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "text-properties":
			if s := attribute(e, "text-line-through-style"); s != "" && s != "none" || attribute(e, "text-line-through-type") == "single" {
				r.struck[name] = true
			}
		case "table-properties":
			if attribute(e, "display") == "false" {
				r.hidden[name] = true
			}
		}
		return x.skip()
	}, nil)
}

// table reads a sheet.
func (r *spreadsheet) table(x *xmlReader, e xml.StartElement) error {
	if e.Name.Local != "table" {
		return x.skip()
	}
	if len(r.sheets) == maxSheets {
		return graph.Errorf(graph.TooLarge, "%s has more than %d sheets: save those with the names", r.name, maxSheets)
	}
	r.sheets = append(r.sheets, Sheet{Name: attribute(e, "name"), Hidden: r.hidden[attribute(e, "style-name")]})
	r.sheet, r.number = &r.sheets[len(r.sheets)-1], 0
	return r.group(x)
}

// group reads rows, also those in groups and headers.
func (r *spreadsheet) group(x *xmlReader) error {
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-row":
			return r.row(x, e)
		case "table-row-group", "table-header-rows", "table-rows":
			return r.group(x)
		}
		return x.skip()
	}, nil)
}

// repeated is how often a row or cell stands, which the format writes as a number. A row is repeated without text up to the end of the sheet.
func repeated(e xml.StartElement, name string) int { return max(1, integer(attribute(e, name))) }

// mostRepeated bounds rows with text that are written once and stand several times.
const mostRepeated = 10_000

func (r *spreadsheet) row(x *xmlReader, e xml.StartElement) error {
	times := repeated(e, "number-rows-repeated")
	visible := attribute(e, "visibility")
	row := SheetRow{Number: r.number + 1, Hidden: visible == "collapse" || visible == "filter"}
	at := 0
	err := x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-cell", "covered-table-cell":
		default:
			return x.skip()
		}
		n := repeated(e, "number-columns-repeated")
		s, o, err := r.cell(x, e)
		if err != nil {
			return err
		}
		if down := integer(attribute(e, "number-rows-spanned")); down > 1 && s != "" {
			r.sheet.Merges = append(r.sheet.Merges, Merge{at, row.Number, row.Number + down - 1})
			if len(r.sheet.Merges) > maxMerges {
				return graph.Errorf(graph.TooLarge, "%s has more than %d merged cells: save it as CSV", r.name, maxMerges)
			}
		}
		if e.Name.Local == "covered-table-cell" {
			s, o = "", Odd{} // what it had before it was merged is not shown
		}
		if s == "" && o == (Odd{}) {
			at += n
			return nil
		}
		if at+n > maxColumns {
			return graph.Errorf(graph.TooLarge, "%s, row %d: it has text beyond column %d, the limit; save the columns of the list alone", r.name, row.Number, maxColumns)
		}
		for len(row.Cells) < at {
			row.Cells = append(row.Cells, "")
		}
		if err := r.spell(n * max(1, times) * len(s)); err != nil {
			return err
		}
		for range n {
			row.note(at, o)
			row.Cells = append(row.Cells, s)
			at++
		}
		return nil
	}, nil)
	if err != nil {
		return err
	}
	r.number += times
	if len(row.Cells) == 0 {
		return nil
	}
	if times > mostRepeated {
		return graph.Errorf(graph.TooLarge, "%s, row %d stands %d times: delete its copies", r.name, row.Number, times)
	}
	for i := range times {
		if r.rows++; r.rows > r.limits.Lines {
			return graph.Errorf(graph.TooLarge, "%s has more than %d rows: split it, or raise the limit", r.name, r.limits.Lines)
		}
		one := row
		one.Number += i
		r.sheet.Rows = append(r.sheet.Rows, one)
	}
	return nil
}

// cell returns what a cell shows. Dates come as the format keeps them; texts as their paragraphs.
func (r *spreadsheet) cell(x *xmlReader, e xml.StartElement) (string, Odd, error) {
	kind, style := attribute(e, "value-type"), attribute(e, "style-name")
	var lines []string
	chars, struck := 0, 0
	paragraph := func() error {
		var b strings.Builder
		var walk func(through bool) func(e xml.StartElement) error
		write := func(through bool, s string) {
			b.WriteString(s)
			if chars += len(s); through {
				struck += len(s)
			}
		}
		walk = func(through bool) func(e xml.StartElement) error {
			return func(e xml.StartElement) error {
				switch e.Name.Local {
				case "line-break":
					write(through, "\n")
					return x.skip()
				case "s":
					n := max(1, integer(attribute(e, "c")))
					write(through, strings.Repeat(" ", min(n, 100)))
					return x.skip()
				case "tab":
					write(through, " ")
					return x.skip()
				case "annotation", "note", "ruby-text":
					return x.skip()
				}
				inner := through || r.struck[attribute(e, "style-name")]
				return x.children(walk(inner), func(t []byte) { write(inner, string(t)) })
			}
		}
		err := x.children(walk(false), func(t []byte) { write(false, string(t)) })
		lines = append(lines, b.String())
		return err
	}
	err := x.children(func(e xml.StartElement) error {
		if e.Name.Local == "p" || e.Name.Local == "h" {
			return paragraph()
		}
		return x.skip() // remarks, shapes
	}, nil)
	if err != nil {
		return "", Odd{}, err
	}
	broken := text.CleanText(strings.Join(lines, "\n"))
	s := text.OneLine(broken)
	o := Odd{Struck: s != "" && (r.struck[style] || struck == chars)}
	switch kind {
	case "date":
		s, _, _ = strings.Cut(attribute(e, "date-value"), "T")
		return s, o, nil
	case "float":
		if v := attribute(e, "value"); v != "" && s == "" {
			s = v
		}
	case "boolean":
		s = strings.ToUpper(attribute(e, "boolean-value"))
	case "string", "":
		if s == "" {
			s = text.OneLine(attribute(e, "string-value"))
		}
	}
	formula := attribute(e, "formula") != ""
	switch {
	case formula && isError(s):
		return "", Odd{Fault: "the error " + s}, nil
	case formula && s == "" && kind == "":
		return "", Odd{Fault: NoValue}, nil
	}
	if strings.Contains(strings.Trim(broken, "\n"), "\n") {
		o.Lines = broken
	}
	if s == "" {
		o = Odd{}
	}
	return s, o, nil
}

// isError reports whether a formula shows an error: "#N/A", "Err:502".
func isError(s string) bool {
	if n, ok := strings.CutPrefix(s, "Err:"); ok {
		_, err := strconv.Atoi(n)
		return err == nil
	}
	return strings.HasPrefix(s, "#") && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.Contains(s, "/"))
}
