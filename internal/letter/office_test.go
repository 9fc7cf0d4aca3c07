package letter

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lettertest"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/wording"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

const wordStyles = `<w:styles ` + wordSpaces + `>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Unter"><w:name w:val="Own heading"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`

const wordLists = `<w:numbering ` + wordSpaces + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

// docx makes a Word document with a body of WordprocessingML; more are further parts.
func docx(t testing.TB, body string, more ...string) []byte {
	parts := []string{"[Content_Types].xml", "<Types/>", "word/document.xml", `<?xml version="1.0"?><w:document ` + wordSpaces + `><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml", wordStyles, "word/numbering.xml", wordLists}
	return lettertest.Zip(t, append(parts, more...)...)
}

const odtSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" ` +
	`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"`

// odt makes an OpenDocument text with a body of ODF elements and automatic styles.
func odt(t testing.TB, styles, body string, more ...string) []byte {
	parts := []string{"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<?xml version="1.0"?><office:document-content ` + odtSpaces + `><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`}
	return lettertest.Zip(t, append(parts, more...)...)
}

// paras makes a paragraph of each text.
func paras(texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>`)
	}
	return b.String()
}

// readLines reads an office document as lines, for tests: "number sort marker|text".
func readLines(t *testing.T, m medium.Medium, data []byte) (string, *document.Document) {
	t.Helper()
	p, err := m.Read(context.Background(), medium.Source{Name: "x." + m.Extensions[0], Data: data, Limits: medium.DefaultLimits, Ask: wording.Judge{}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(strings.Repeat("\n", min(l.Gap, 1)))
		b.WriteString(strconv.Itoa(l.Number) + [...]string{" ", " # ", " " + l.Marker + " ", " | "}[l.Sort] + l.Text)
		if l.Struck {
			b.WriteString(" STRUCK")
		}
		if l.Header {
			b.WriteString(" HEADER")
		}
		b.WriteByte('\n')
	}
	return b.String(), p
}

// TestDOCX reads what Word can do to a list of names.
func TestDOCX(t *testing.T) {
	numbered := func(id, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	cell := func(texts ...string) string { return `<w:tc>` + paras(texts...) + `</w:tc>` }
	for name, c := range map[string]struct{ body, want string }{
		"headings": {`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Open letter</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Unter"/></w:pPr><w:r><w:t>Part</w:t></w:r></w:p>` +
			`<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Third</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Signed by</w:t></w:r></w:p>` + paras("Salt Union"),
			"1 # Open letter\n2 # Part\n3 # Third\n4 # Signed by\n5 Salt Union\n"},
		"all bold is no heading":  {strings.Repeat(`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Salt Union</w:t></w:r></w:p>`, 3), "1 Salt Union\n2 Salt Union\n3 Salt Union\n"},
		"bold off":                {`<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Salt Union</w:t></w:r></w:p>`, "1 Salt Union\n"},
		"a style based on itself": {`<w:p><w:pPr><w:pStyle w:val="Loop"/></w:pPr><w:r><w:t>Salt Union</w:t></w:r></w:p>`, "1 Salt Union\n"},
		"lists": {numbered("1", "Salt") + numbered("2", "Pier") + numbered("2", "River") + numbered("0", "Hill") + `<w:p><w:pPr><w:pStyle w:val="Liste"/></w:pPr><w:r><w:t>Lake</w:t></w:r></w:p>`,
			"1 • Salt\n2 1. Pier\n3 2. River\n4 Hill\n5 3. Lake\n"},
		"typed markers":           {paras("1. Salt Union", "2. Pier Friends", "• River Watch"), "1 1. Salt Union\n2 2. Pier Friends\n3 • River Watch\n"},
		"runs, breaks and tabs":   {`<w:p><w:r><w:t>Sa</w:t></w:r><w:proofErr/><w:r><w:t>lt</w:t><w:br/><w:t>Pier</w:t><w:tab/><w:t>Chile</w:t></w:r></w:p>`, "1 Salt\n1 Pier\tChile\n"},
		"hyphens":                 {`<w:p><w:r><w:t>Salt</w:t><w:softHyphen/><w:t>union</w:t><w:noBreakHyphen/><w:t>Süd</w:t></w:r></w:p>`, "1 Saltunion-Süd\n"},
		"links and content boxes": {`<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Salt Union</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>`, "1 Salt Union\n"},
		"fields":                  {`<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>Salt Union</w:t></w:r><w:fldSimple><w:r><w:t> e.V.</w:t></w:r></w:fldSimple></w:p>`, "1 Salt Union e.V.\n"},
		"footnotes": {`<w:p><w:r><w:t>Salt Union</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>Pier</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r></w:p>` +
			`<w:p><w:r><w:t>the 5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t></w:r></w:p>`, "1 Salt Union\n2 Pier\n3 the 5th\n"},
		"tracked changes": {`<w:p><w:ins><w:r><w:t>Salt Union</w:t></w:r></w:ins><w:del><w:r><w:delText>Pier</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>River </w:t></w:r></w:p>` + paras("Watch") +
			`<w:p><w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom></w:p>`, "1 Salt Union\n2 River Watch\n"},
		"struck and hidden": {`<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Salt Union</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Pier</w:t></w:r></w:p>`, "1 Salt Union STRUCK\n"},
		"table": {`<w:tbl><w:tr>` + cell("Organization") + cell("Country") + `</w:tr><w:tr>` + cell("Salt Union") + cell("Chile") + `</w:tr></w:tbl>` + paras("After"),
			"\n1 | Organization | Country HEADER\n3 | Salt Union | Chile\n\n5 After\n"},
		"layout table": {`<w:tbl><w:tr>` + cell("Salt Union", "Pier Friends", "Hill Group") + cell("River Watch", "Lake Society", "Sea League") + `</w:tr></w:tbl>`,
			"\n1 Salt Union\n2 Pier Friends\n3 Hill Group\n\n4 River Watch\n5 Lake Society\n6 Sea League\n"},
		"names side by side": {`<w:tbl><w:tr>` + cell("Salt Union") + cell("Pier Association") + `</w:tr><w:tr>` + cell("Hill Network") + cell("Lake Foundation") + `</w:tr></w:tbl>`,
			"\n1 Salt Union\n2 Pier Association\n3 Hill Network\n4 Lake Foundation\n"},
		"table in a table":  {`<w:tbl><w:tr><w:tc><w:tbl><w:tr>` + cell("Salt Union") + `</w:tr></w:tbl>` + paras("Pier") + `</w:tc></w:tr></w:tbl>`, "\n1 Salt Union\n\n2 Pier\n"},
		"deleted table row": {`<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + cell("Gone") + `</w:tr><w:tr>` + cell("Salt Union") + `</w:tr></w:tbl>`, "\n2 Salt Union\n"},
		"logo wall": {`<w:p>` + picture("Salt Union logo") + picture("Logo of Pier Friends") + picture("A picture containing text. Description automatically generated") + `</w:p>`,
			"1 Salt Union logo\n1 Logo of Pier Friends\n"},
		"text box": {`<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + paras("Salt Union") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + paras("Salt Union") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` + paras("After"), "1 Before\n\n2 Salt Union\n\n3 After\n"},
		"running text stands apart": {paras("We ask you to keep the pool, since it is ours and we will need it.", "Salt Union", "Pier Friends"),
			"1 We ask you to keep the pool, since it is ours and we will need it.\n\n2 Salt Union\n3 Pier Friends\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got, _ := readLines(t, office.Media[0], docx(t, c.body)); got != c.want {
				t.Errorf("read\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func picture(alt string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="` + alt + `"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a.png"/></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// TestODT reads what LibreOffice can do to a list of names.
func TestODT(t *testing.T) {
	styles := `<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>` +
		`<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>` +
		`<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style><text:list-style style:name="D"><text:list-level-style-bullet text:level="1"/></text:list-style>`
	items := func(style string, texts ...string) string {
		var b strings.Builder
		for _, s := range texts {
			b.WriteString(`<text:list-item><text:p>` + s + `</text:p></text:list-item>`)
		}
		return `<text:list text:style-name="` + style + `">` + b.String() + `</text:list>`
	}
	row := func(texts ...string) string {
		var b strings.Builder
		for _, s := range texts {
			b.WriteString(`<table:table-cell><text:p>` + s + `</text:p></table:table-cell>`)
		}
		return `<table:table-row>` + b.String() + `</table:table-row>`
	}
	for name, c := range map[string]struct{ body, want string }{
		"headings":       {`<text:h text:outline-level="2">Open letter</text:h><text:p text:style-name="B">Signed by</text:p><text:p>Salt Union</text:p>`, "1 # Open letter\n2 # Signed by\n3 Salt Union\n"},
		"lists":          {items("N", "Salt", "Pier") + items("D", "Hill"), "1 1. Salt\n2 2. Pier\n3 • Hill\n"},
		"list in a list": {`<text:list text:style-name="D"><text:list-item><text:p>Salt</text:p>` + items("", "Pier") + `</text:list-item></text:list>`, "1 • Salt\n2 • Pier\n"},
		"white space":    {"<text:p>Salt\n   Union<text:s text:c=\"3\"/>e.V.<text:tab/>Chile<text:line-break/>Pier <text:span>Friends</text:span> here</text:p>", "1 Salt Union   e.V.\tChile\n1 Pier Friends here\n"},
		"notes":          {`<text:p>Salt Union<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>no name</text:p></text:note-body></text:note></text:p><text:p>Pier<text:span text:style-name="U">2</text:span></text:p>`, "1 Salt Union\n2 Pier\n"},
		"struck, hidden": {`<text:p><text:span text:style-name="S">Salt Union</text:span></text:p><text:p><text:span text:style-name="H">Pier</text:span></text:p><text:p text:style-name="Loop">Hill</text:p>`, "1 Salt Union STRUCK\n\n3 Hill\n"},
		"changes":        {`<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p><text:change text:change-id="1"/>Salt Union</text:p>`, "1 Salt Union\n"},
		"table": {`<table:table><table:table-header-rows>` + row("Who", "Where") + `</table:table-header-rows>` + row("Salt Union", "Chile") + row("Pier", "Peru") + `</table:table><text:p>After</text:p>`,
			"\n1 | Who | Where HEADER\n3 | Salt Union | Chile\n5 | Pier | Peru\n\n7 After\n"},
		"repeated cells": {`<table:table><table:table-row><table:table-cell><text:p>Salt</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row></table:table>`, "\n1 Salt\n"},
		"frames":         {`<text:p>Before<draw:frame><draw:text-box><text:p>Salt Union</text:p></draw:text-box></draw:frame></text:p><text:p><draw:frame><draw:image/><svg:title>Pier Friends</svg:title></draw:frame></text:p>`, "1 Before\n\n2 Salt Union\n\n3 Pier Friends\n"},
		"section":        {`<text:section><text:p>Salt Union</text:p></text:section>`, "1 Salt Union\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got, _ := readLines(t, office.Media[1], odt(t, styles, c.body)); got != c.want {
				t.Errorf("read\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestOfficeAside asks that what is no text of the letter is left out aloud, and that a title of the properties counts only
// where it is printed.
func TestOfficeAside(t *testing.T) {
	body := paras("Keep the pool open", "Salt Union") + `<w:p><w:r><w:t>Pier</w:t><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>`
	footer := `<w:ftr ` + wordSpaces + `>` + paras("Page 1", "of 2") + `</w:ftr>`
	notes := `<w:footnotes ` + wordSpaces + `><w:footnote w:id="1"/><w:footnote w:id="2">` + paras("Since 1990") + `</w:footnote></w:footnotes>`
	want := []draft.LeftOut{{Line: 0, Text: "Page 1 of 2", Why: "in the footer of the pages"}, {Line: 3, Text: "Since 1990", Why: "a footnote"}, {Line: 3, Text: "Gone", Why: "deleted (a tracked change)"}}
	for title, kept := range map[string]string{"Keep the pool open": "Keep the pool open", "Template 2012": ""} {
		_, p := readLines(t, office.Media[0], docx(t, body, "word/footer2.xml", footer, "word/footer3.xml", footer, "word/footnotes.xml", notes, "docProps/core.xml", `<c xmlns:dc="d"><dc:title>`+title+`</dc:title></c>`))
		if p.Meta.Title != kept || !slices.Equal(p.Aside, want) || len(p.Warnings) > 0 {
			t.Errorf("title %q, aside %+v, warnings %q", p.Meta.Title, p.Aside, p.Warnings)
		}
	}
	_, p := readLines(t, office.Media[1], odt(t, "", `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ann</dc:creator></office:change-info><text:p>Gone</text:p></text:deletion></text:changed-region></text:tracked-changes>`+
		`<text:p>Salt Union<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1990</text:p></text:note-body></text:note></text:p>`,
		"meta.xml", `<m xmlns:dc="d"><meta><dc:title>Salt Union</dc:title></meta></m>`,
		"styles.xml", `<office:document-styles `+odtSpaces+`><office:master-styles><style:master-page><style:header><text:p>Head</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`))
	want = []draft.LeftOut{{Line: 0, Text: "Head", Why: "in the header of the pages"}, {Line: 0, Text: "Gone", Why: "deleted (a tracked change)"}, {Line: 1, Text: "Since 1990", Why: "an endnote"}}
	if p.Meta.Title != "Salt Union" || !slices.Equal(p.Aside, want) {
		t.Errorf("title %q, aside %+v", p.Meta.Title, p.Aside)
	}
}

// TestOfficeByContent asks that the bytes, not the name, say what a document is.
func TestOfficeByContent(t *testing.T) {
	word, open := docx(t, paras("Signed by:", "Salt Union")), odt(t, "", `<text:p>Signed by:</text:p><text:p>Salt Union</text:p>`)
	for name, c := range map[string]struct {
		data   []byte
		medium string
	}{"a.odt": {word, "docx"}, "b.docx": {open, "odt"}, "c": {word, "docx"}, "d.txt": {open, "odt"}} {
		d, err := Extract(context.Background(), name, c.data, medium.Limits{})
		if err != nil || d.Medium != c.medium || len(d.Signatories) != 1 || d.Signatories[0].Line != 2 {
			t.Errorf("%s: %v %+v", name, err, d)
		}
	}
	for name, c := range map[string]struct {
		data []byte
		code graph.Code
		says string
	}{
		"plain.docx":  {[]byte("Signed by:\n\nSalt Union\n"), graph.Invalid, "is none"},
		"plain.odt":   {[]byte("Signed by:\n\nSalt Union\n"), graph.Invalid, "is none"},
		"slides.docx": {lettertest.Zip(t, "ppt/presentation.xml", "<p/>"), graph.Unsupported, "PowerPoint"},
		"many.zip":    {lettertest.Zip(t, "a.txt", "a", "b.txt", "b"), graph.Unsupported, "2 files"},
		"sheet.ods":   {lettertest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<c/>"), graph.Invalid, "empty"},
		"picture.odg": {lettertest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.graphics", "content.xml", "<c/>"), graph.Unsupported, "archive"},
		"empty.docx":  {docx(t, ""), graph.Invalid, "empty"},
	} {
		_, err := Extract(context.Background(), name, c.data, medium.Limits{})
		if graph.CodeOf(err) != c.code || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%s: %s %v", name, graph.CodeOf(err), err)
		}
	}
}
