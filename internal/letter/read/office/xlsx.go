package office

import (
	"context"
	"encoding/xml"
	"path"
	"slices"
	"strings"

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
	epoch   bool     // days are counted from 1904
	strings []string // shared by the cells
	dates   []bool   // for each style of cells: its numbers are dates
	rows    int      // of all sheets
}

// ReadWorkbook returns the sheets of a workbook.
func ReadWorkbook(ctx context.Context, name string, data []byte, limits medium.Limits) ([]Sheet, error) {
	a, err := openArchive(name, data)
	if err != nil {
		return nil, err
	}
	if a.parts["xl/workbook.xml"] == nil {
		return nil, graph.Errorf(graph.Unsupported, "%s is no Excel workbook: save the table as CSV or XLSX", name)
	}
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
			return nil, graph.Errorf(graph.Invalid, "%s is damaged: its sheet %q is missing; save it again", name, s.Name)
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
func richText(x *xmlReader) (string, error) {
	var b strings.Builder
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			return x.children(nil, func(t []byte) { b.Write(t) })
		case "rPh", "rPr", "phoneticPr":
			return x.skip()
		}
		return x.children(walk, nil)
	}
	err := x.children(walk, nil)
	return text.CleanText(b.String()), err
}
