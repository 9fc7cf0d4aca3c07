package office

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// readStyles learns which styles show a number as a date, and which strike their text through.
func (w *workbook) readStyles() error {
	own := map[int]bool{}
	var fonts []bool
	return w.readPart(w.ctx, "xl/styles.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "numFmts":
				return x.children(func(e xml.StartElement) error {
					own[integer(attribute(e, "numFmtId"))] = isDateFormat(attribute(e, "formatCode"))
					return x.skip()
				}, nil)
			case "fonts":
				return x.children(func(e xml.StartElement) error {
					fonts = append(fonts, false)
					return x.children(func(e xml.StartElement) error {
						if e.Name.Local == "strike" {
							fonts[len(fonts)-1] = isOn(e)
						}
						return x.skip()
					}, nil)
				}, nil)
			case "cellXfs":
				return x.children(func(e xml.StartElement) error {
					font := integer(attribute(e, "fontId"))
					w.struck = append(w.struck, font >= 0 && font < len(fonts) && fonts[font])
					id := integer(attribute(e, "numFmtId"))
					built := id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58 // ECMA-376, part 1, 18.8.30
					w.dates = append(w.dates, built || own[id])
					return x.skip()
				}, nil)
			}
			return x.skip()
		}, nil)
	})
}

// isDateFormat reports whether a number format shows days or years, outside of what it prints as it is.
func isDateFormat(code string) bool {
	if rule.Off("office.isDateFormat") {
		return false
	}
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == 'd', c == 'D', c == 'y', c == 'Y':
			return true
		}
	}
	return false
}

// readSheet reads the rows of a sheet, and which of its cells are merged.
func (w *workbook) readSheet(x *xmlReader, s *Sheet) error {
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sheetData":
			number := 0
			return x.children(func(e xml.StartElement) error {
				if e.Name.Local != "row" {
					return x.skip()
				}
				number = max(number+1, integer(attribute(e, "r")))
				if w.rows++; w.rows > w.limits.Lines {
					return graph.Errorf(graph.TooLarge, "%s has more than %d rows: split it, or raise the limit", w.name, w.limits.Lines)
				}
				row := SheetRow{Number: number, Hidden: attribute(e, "hidden") == "1" || attribute(e, "hidden") == "true"}
				if err := w.readRow(x, &row); err != nil {
					return err
				}
				if len(row.Cells) > 0 {
					s.Rows = append(s.Rows, row)
				}
				return nil
			}, nil)
		case "mergeCells":
			return x.children(func(e xml.StartElement) error {
				if m, ok := mergeOf(attribute(e, "ref")); ok {
					s.Merges = append(s.Merges, m)
				}
				if len(s.Merges) > maxMerges {
					return graph.Errorf(graph.TooLarge, "%s has more than %d merged cells: save it as CSV", w.name, maxMerges)
				}
				return x.skip()
			}, nil)
		}
		return x.skip()
	}, nil)
}

func (w *workbook) readRow(x *xmlReader, row *SheetRow) error {
	at := -1
	return x.children(func(e xml.StartElement) error {
		if e.Name.Local != "c" {
			return x.skip()
		}
		at++
		if column, _, ok := cellName(attribute(e, "r")); ok {
			at = column
		}
		s, fault, err := w.cell(x, e)
		broken := s.text
		if spelt := w.spell(len(broken)); err == nil && spelt != nil {
			return spelt
		}
		if s.text = text.OneLine(s.text); err != nil || s.text == "" && fault == "" {
			return err
		}
		if at >= maxColumns {
			return graph.Errorf(graph.TooLarge, "%s, row %d: it has text beyond column %d, the limit; save the columns of the list alone", w.name, row.Number, maxColumns)
		}
		for len(row.Cells) <= at {
			row.Cells = append(row.Cells, "")
		}
		row.Cells[at] = s.text
		o := Odd{Fault: fault, Struck: s.struck}
		if strings.Contains(broken, "\n") {
			o.Lines = broken
		}
		row.note(at, o)
		return nil
	}, nil)
}

// NoValue is the fault of a formula whose value was not stored, as programs leave it that write workbooks without computing them.
const NoValue = "a formula without a stored value: open and save it in a spreadsheet program"

// cell returns what a cell shows: its text, its date, or its number as stored; and why it shows nothing that could be read.
func (w *workbook) cell(x *xmlReader, e xml.StartElement) (s shown, fault string, err error) {
	kind, style := attribute(e, "t"), integer(attribute(e, "s"))
	formula := false
	err = x.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "f":
			formula = true
			err = x.skip()
		case "v":
			s.text, err = x.allText()
		case "is":
			s, err = richText(x)
		default:
			err = x.skip()
		}
		return err
	}, nil)
	if err != nil {
		return shown{}, "", err
	}
	s.struck = s.struck || style >= 0 && style < len(w.struck) && w.struck[style]
	if formula && kind != "str" && strings.TrimSpace(s.text) == "" {
		return shown{}, NoValue, nil
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(s.text))
		if err != nil || i < 0 || i >= len(w.strings) {
			return shown{}, "", graph.Errorf(graph.Invalid, "%s is damaged: cell %s points to a text that is not there; save it again", w.name, attribute(e, "r"))
		}
		return shown{w.strings[i].text, s.struck || w.strings[i].struck}, "", nil
	case "b":
		s.text = map[string]string{"1": "TRUE", "0": "FALSE"}[strings.TrimSpace(s.text)]
		return s, "", nil
	case "e":
		return shown{}, "the error " + text.OneLine(s.text), nil
	case "", "n":
		if style >= 0 && style < len(w.dates) && w.dates[style] {
			s.text = w.date(s.text)
			return s, "", nil
		}
	case "d":
		s.text, _, _ = strings.Cut(s.text, "T")
		return s, "", nil
	case "str":
		s.text = unescape(s.text)
	}
	s.text = text.CleanText(s.text)
	return s, "", nil
}

// date writes a number of days as a date. Excel takes 1900 for a leap year; dates before March of it are of no use here.
func (w *workbook) date(text string) string {
	days, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || days < 1 || days > 2_958_465 { // the year 9999
		return text
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if w.epoch {
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return zero.AddDate(0, 0, int(math.Floor(days))).Format(time.DateOnly)
}

// cellName reads "B12" as column 1, row 12; columns count from 0.
func cellName(s string) (column, row int, ok bool) {
	i := 0
	for i < len(s) && i < 3 && s[i] >= 'A' && s[i] <= 'Z' {
		column = 26*column + int(s[i]-'A') + 1
		i++
	}
	row = integer(s[i:])
	return column - 1, row, i > 0 && row > 0
}

// mergeOf reads "A2:A5". Cells that are merged along a row need nothing: their text stands in the first one.
func mergeOf(ref string) (Merge, bool) {
	first, last, _ := strings.Cut(ref, ":")
	column, from, ok := cellName(first)
	_, to, ok2 := cellName(last)
	return Merge{column, from, to}, ok && ok2 && to > from
}
