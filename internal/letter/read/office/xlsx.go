package office

import (
	"context"
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

// WorkbookExtensions are those of the names of workbooks.
var WorkbookExtensions = []string{"xlsx", "xlsm", "xltx"}

// Sheet is one sheet of a workbook, with its rows in order.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []SheetRow
	Merges []Merge
}

// SheetRow is a row that has text.
type SheetRow struct {
	Number int // as the program shows it, from 1
	Hidden bool
	Cells  []string
	Odd    map[int]Odd // what else is to know of cells, by column; most rows have none
}

// Odd is what a cell has beside its text on one line.
type Odd struct {
	Fault  string // why it has no text: an error, a formula whose value was not stored
	Struck bool   // it is struck through
	Lines  string // its text with the line breaks
}

// note keeps what is odd about a cell.
func (r *SheetRow) note(column int, o Odd) {
	if o == (Odd{}) {
		return
	}
	if r.Odd == nil {
		r.Odd = map[int]Odd{}
	}
	r.Odd[column] = o
}

// Merge is a run of cells of one column that are merged: only the first one has the text.
type Merge struct{ Column, From, To int }

const (
	maxSheets = 200
	maxMerges = 50_000
)

// workbook reads the structure of a workbook while its parts are read.
type workbook struct {
	*archive
	ctx     context.Context
	limits  medium.Limits
	epoch   bool    // days are counted from 1904
	strings []shown // shared by the cells
	dates   []bool  // for each style of cells: its numbers are dates
	struck  []bool  // and it strikes its text through
	rows    int     // of all sheets
}

// shown is the text of a cell.
type shown struct {
	text   string
	struck bool // all of it
}

// ReadWorkbook returns the sheets of a workbook of Excel or OpenDocument, and the name of its medium.
func ReadWorkbook(ctx context.Context, name string, data []byte, limits medium.Limits) (sheets []Sheet, of string, err error) {
	a, err := openArchive(name, data)
	if err != nil {
		return nil, "", err
	}
	switch {
	case a.isODS():
		sheets, err = readSpreadsheet(ctx, a, limits)
		return sheets, "ods", err
	case a.parts["xl/workbook.xml"] == nil:
		return nil, "", graph.Errorf(graph.Unsupported, "%s is no Excel workbook: save the table as CSV or XLSX", name)
	}
	sheets, err = readWorkbook(ctx, a, limits)
	return sheets, "xlsx", err
}

func readWorkbook(ctx context.Context, a *archive, limits medium.Limits) ([]Sheet, error) {
	w := &workbook{archive: a, ctx: ctx, limits: limits}
	sheets, parts, err := w.list()
	if err != nil {
		return nil, err
	}
	if err := w.readStrings(); err != nil {
		return nil, err
	}
	if err := w.readStyles(); err != nil {
		return nil, err
	}
	for i := range sheets {
		s := &sheets[i]
		if a.parts[parts[i]] == nil {
			return nil, graph.Errorf(graph.Invalid, "%s is damaged: its sheet %q is missing; save it again", w.name, s.Name)
		}
		if err := a.readPart(ctx, parts[i], func(x *xmlReader, _ xml.StartElement) error { return w.readSheet(x, s) }); err != nil {
			return nil, err
		}
	}
	return sheets, nil
}

// list returns the sheets in their order, and the parts that hold them.
func (w *workbook) list() (sheets []Sheet, parts []string, err error) {
	targets := map[string]string{}
	if err := w.readPart(w.ctx, "xl/_rels/workbook.xml.rels", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			targets[attribute(e, "Id")] = attribute(e, "Target")
			return x.skip()
		}, nil)
	}); err != nil {
		return nil, nil, err
	}
	err = w.readPart(w.ctx, "xl/workbook.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "workbookPr":
				w.epoch = slices.Contains([]string{"1", "true"}, attribute(e, "date1904"))
			case "sheets":
				return x.children(func(e xml.StartElement) error {
					target := targets[relation(e)]
					if !strings.Contains(target, "worksheets/") {
						return x.skip() // a chart
					}
					if target = strings.TrimPrefix(target, "/"); !strings.HasPrefix(target, "xl/") {
						target = path.Join("xl", target)
					}
					sheets = append(sheets, Sheet{Name: attribute(e, "name"), Hidden: strings.HasSuffix(strings.ToLower(attribute(e, "state")), "hidden")})
					parts = append(parts, target)
					return x.skip()
				}, nil)
			}
			return x.skip()
		}, nil)
	})
	if len(sheets) > maxSheets && err == nil {
		err = graph.Errorf(graph.TooLarge, "%s has %d sheets and the limit is %d: save those with the names", w.name, len(sheets), maxSheets)
	}
	return sheets, parts, err
}

// relation returns the id by which a sheet points to its part: the attribute "id" of another namespace than its own.
func relation(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// readStrings reads the texts that cells share; what is only there to be read aloud is dropped.
func (w *workbook) readStrings() error {
	return w.readPart(w.ctx, "xl/sharedStrings.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			t, err := richText(x)
			w.strings = append(w.strings, t)
			return err
		}, nil)
	})
}

// richText returns the text of a string item, runs of it set in several ways together.
func richText(x *xmlReader) (shown, error) {
	var b strings.Builder
	chars, struck := 0, 0
	var walk func(e xml.StartElement) error
	through := false
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			return x.children(nil, func(t []byte) {
				n, _ := b.Write(t)
				if chars += n; through {
					struck += n
				}
			})
		case "r":
			through = false
		case "rPr":
			return x.children(func(e xml.StartElement) error {
				if e.Name.Local == "strike" {
					through = isOn(e)
				}
				return x.skip()
			}, nil)
		case "rPh", "phoneticPr":
			return x.skip()
		}
		return x.children(walk, nil)
	}
	err := x.children(walk, nil)
	return shown{text.CleanText(unescape(b.String())), chars > 0 && struck == chars}, err
}

// escaped finds characters that OOXML writes by their number (ECMA-376, part 1, 22.9.2.19): "_x000D_" is a carriage return, "_x005F_" a low line
// that would else begin such a number.
var escaped = text.Lazy("office.escaped", `_x[0-9A-Fa-f]{4}_`)

func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	s = escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 16) // the pattern holds four figures
		switch r := rune(n); {
		case r == '\r':
			return "\n"
		case utf16.IsSurrogate(r), r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			return ""
		default:
			return string(r)
		}
	})
	return strings.ReplaceAll(s, "\n\n", "\n") // a carriage return and a line feed are one end of a line
}
