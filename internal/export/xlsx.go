package export

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"undersigned/graph"
)

// The limits of a sheet of a workbook, and of a cell.
const (
	sheetRows = 1_048_576
	cellUnits = 32_767 // UTF-16 code units
)

// XLSX writes a workbook with the sheets organizations, letters, signatures (where the network has them) and ties. Cells are texts and
// numbers, never formulas: what begins with = is a text as it stands, so that nothing is guarded. The statement of the view and the data
// version are the document's description. TooLarge where a sheet would have more rows than a workbook can hold.
func XLSX(w io.Writer, n *Network, mode Mode) error { return workbook(w, n, mode, sheetRows) }

func workbook(w io.Writer, n *Network, mode Mode, rows int) error {
	if err := n.Check(); err != nil {
		return err
	}
	if mode == OneMode && len(n.Ties) >= rows {
		return tooManyRows("ties", rows)
	}
	b := &book{zip: zip.NewWriter(w), title: n.About(mode), rows: rows}
	b.sheet("organizations", func(t sheet) error { nodeTable(t, n, OneMode, columnsFor(OneMode)); return nil })
	b.sheet("letters", func(t sheet) error { letterTable(t, n); return nil })
	if n.Signatures != nil {
		b.sheet("signatures", func(t sheet) error { return signatureTable(t, n) })
	}
	b.sheet("ties", func(t sheet) error { tieTable(t, n, mode); return nil })
	return b.close()
}

func tooManyRows(sheet string, most int) error {
	return graph.Errorf(graph.TooLarge, "A sheet of a workbook holds %s rows and the %s need more. Choose a CSV format.", Count(most), sheet)
}

// letterTable is the table of the letters alone.
func letterTable(t sheet, n *Network) {
	columns := slices.DeleteFunc(slices.Clone(nodeColumns), func(c column) bool { return c.letter == nil })
	names := []string{"id", "label"}
	for _, c := range columns {
		names = append(names, c.name)
	}
	t.head(names...)
	for i := range rowsTo(t, n.Letters) {
		l := &n.Letters[i]
		nodeRow(t, columns, l.ID, l.Title, func(c column) string { return c.letter(n, l) })
	}
}

// book is a workbook that is written part by part. The first error stays.
type book struct {
	zip    *zip.Writer
	title  string
	sheets []string
	rows   int // of a sheet at most
	err    error
}

// part opens a part of the package. Its time is fixed, since the same data give the same bytes.
func (b *book) part(name string) markup {
	if b.err != nil {
		return newMarkup(io.Discard)
	}
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		b.err = err
		return newMarkup(io.Discard)
	}
	m := newMarkup(w)
	m.raw(xml.Header)
	return m
}

func (b *book) done(m markup, err error) {
	if flushed := m.Flush(); b.err == nil && flushed != nil {
		b.err = flushed
	}
	if b.err == nil {
		b.err = err
	}
}

const (
	mainNamespace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relNamespace   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationships  = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypes   = "http://schemas.openxmlformats.org/package/2006/content-types"
	coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	officeTypes    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	coreType       = "application/vnd.openxmlformats-package.core-properties+xml"
)

// sheet writes a sheet whose first row stands still and is bold.
func (b *book) sheet(name string, fill func(sheet) error) {
	b.sheets = append(b.sheets, name)
	if b.err != nil {
		return
	}
	m := b.part("xl/worksheets/sheet" + strconv.Itoa(len(b.sheets)) + ".xml")
	m.raw(`<worksheet xmlns="`, mainNamespace, `"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		`<sheetFormatPr defaultRowHeight="15"/><sheetData>`)
	t := &grid{markup: m, name: name, most: b.rows}
	err := fill(t)
	if err == nil {
		err = t.err
	}
	m.raw("</sheetData></worksheet>")
	b.done(m, err)
}

// close writes what tells of the sheets and ends the package.
func (b *book) close() error {
	m := b.part("xl/workbook.xml")
	m.raw(`<workbook xmlns="`, mainNamespace, `" xmlns:r="`, relNamespace, `"><sheets>`)
	for i, name := range b.sheets {
		id := strconv.Itoa(i + 1)
		m.raw(`<sheet name="`, name, `" sheetId="`, id, `" r:id="rId`, id, `"/>`)
	}
	m.raw("</sheets></workbook>")
	b.done(m, nil)

	m = b.part("xl/_rels/workbook.xml.rels")
	m.raw(`<Relationships xmlns="`, relationships, `">`)
	for i := range b.sheets {
		id := strconv.Itoa(i + 1)
		m.raw(`<Relationship Id="rId`, id, `" Type="`, relNamespace, `/worksheet" Target="worksheets/sheet`, id, `.xml"/>`)
	}
	m.raw(`<Relationship Id="rId`, strconv.Itoa(len(b.sheets)+1), `" Type="`, relNamespace, `/styles" Target="styles.xml"/></Relationships>`)
	b.done(m, nil)

	m = b.part("xl/styles.xml") // 0 is plain, 1 bold
	m.raw(`<styleSheet xmlns="`, mainNamespace, `"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`,
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>`,
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	b.done(m, nil)

	m = b.part("docProps/core.xml")
	m.raw(`<cp:coreProperties xmlns:cp="`, coreProperties, `" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>undersigned</dc:creator><dc:description>`)
	m.text(b.title)
	m.raw("</dc:description></cp:coreProperties>")
	b.done(m, nil)

	m = b.part("_rels/.rels")
	m.raw(`<Relationships xmlns="`, relationships, `"><Relationship Id="rId1" Type="`, relNamespace, `/officeDocument" Target="xl/workbook.xml"/>`,
		`<Relationship Id="rId2" Type="`, relationships, `/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	b.done(m, nil)

	m = b.part("[Content_Types].xml")
	m.raw(`<Types xmlns="`, contentTypes, `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Override PartName="/xl/workbook.xml" ContentType="`, officeTypes, `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="`, officeTypes, `styles+xml"/>`,
		`<Override PartName="/docProps/core.xml" ContentType="`, coreType, `"/>`)
	for i := range b.sheets {
		m.raw(`<Override PartName="/xl/worksheets/sheet`, strconv.Itoa(i+1), `.xml" ContentType="`, officeTypes, `worksheet+xml"/>`)
	}
	m.raw("</Types>")
	b.done(m, nil)
	if b.err == nil {
		b.err = b.zip.Close()
	}
	return b.err
}

// grid is one sheet of a workbook.
type grid struct {
	markup
	name  string
	most  int
	rows  int // that are written
	cells int // of the row
	err   error
}

// cell opens a cell. Each says where it stands: not all readers count.
func (g *grid) cell(attributes string) {
	row := strconv.Itoa(g.rows + 1)
	if g.cells == 0 {
		g.raw(`<row r="`, row, `">`)
	}
	g.raw(`<c r="`, string(rune('A'+g.cells)), row, `"`, attributes, ">") // no table has more than 26 columns
	g.cells++
}

func (g *grid) head(names ...string) {
	for _, name := range names {
		g.cell(` s="1" t="inlineStr"`)
		g.raw("<is><t>", name, "</t></is></c>")
	}
	g.end()
}

func (g *grid) text(s string) {
	if s == "" {
		g.cell("")
		g.raw("</c>")
		return
	}
	g.cell(` t="inlineStr"`)
	g.raw(`<is><t xml:space="preserve">`)
	g.markup.text(escaped(clip(clean(s))))
	g.raw("</t></is></c>")
}

func (g *grid) word(s string) { g.text(s) }

func (g *grid) number(s string) {
	g.cell("")
	if s != "" {
		g.raw("<v>", s, "</v>")
	}
	g.raw("</c>")
}

func (g *grid) end() {
	g.raw("</row>")
	g.cells = 0
	if g.rows++; g.rows == g.most+1 {
		g.err = tooManyRows(g.name, g.most)
	}
}

// clip cuts a text to what a cell can hold.
func clip(s string) string {
	if len(s) <= cellUnits {
		return s
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > cellUnits-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// escaped writes _x000D_ and its like, which spreadsheets take for a character's number, so that they stay what they are.
func escaped(s string) string {
	for from := 0; ; {
		at := strings.Index(s[from:], "_x")
		if at < 0 {
			return s
		}
		at += from
		if rest := s[at+2:]; len(rest) >= 5 && rest[4] == '_' && strings.Trim(rest[:4], "0123456789abcdefABCDEF") == "" {
			s = s[:at] + "_x005F" + s[at:]
			at += len("_x005F")
		}
		from = at + 2
	}
}
