package layouts

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// docx is a Word document with headings by style, lists by numbering and columns by sections.
func docx(p *page) []byte {
	w := &docxPrinter{}
	for _, b := range p.blocks {
		w.block(b)
	}
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	const part = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	return zipped(
		"[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
			`<Override PartName="/word/document.xml" ContentType="`+part+`document.main+xml"/><Override PartName="/word/styles.xml" ContentType="`+part+`styles+xml"/><Override PartName="/word/numbering.xml" ContentType="`+part+`numbering+xml"/></Types>`,
		"_rels/.rels", head+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+types+`officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels", head+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="`+types+`styles" Target="styles.xml"/><Relationship Id="n" Type="`+types+`numbering" Target="numbering.xml"/>`+w.links.String()+`</Relationships>`,
		"word/styles.xml", head+`<w:styles `+ns+`><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/><w:sz w:val="22"/></w:rPr></w:style>`+
			headingStyle(1, 36)+headingStyle(2, 28)+headingStyle(3, 24)+`</w:styles>`,
		"word/numbering.xml", head+`<w:numbering `+ns+`><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/document.xml", head+`<w:document `+ns+`><w:body>`+w.body.String()+`<w:sectPr>`+pageSize+`</w:sectPr></w:body></w:document>`)
}

const pageSize = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="0" w:footer="0" w:gutter="0"/>`

func headingStyle(level, size int) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>`, level, level, level-1, size)
}

type docxPrinter struct {
	body, links strings.Builder
	count       int // of links
}

func (w *docxPrinter) block(b any) {
	switch b := b.(type) {
	case heading:
		w.paragraph(fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, b.level), item{plain(b.text)})
	case paragraph:
		w.paragraph("", item(b))
	case list:
		properties := ""
		switch b.style {
		case "bullets":
			properties = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
		case "lines":
			properties = `<w:spacing w:after="0"/>`
		}
		for _, it := range b.items {
			w.paragraph(properties, it)
		}
	case columns:
		w.paragraph(`<w:sectPr><w:type w:val="continuous"/>`+pageSize+`</w:sectPr>`, nil) // ends the part above
		for i, c := range b.items {
			for k, it := range c {
				if i > 0 && k == 0 {
					w.body.WriteString(`<w:p><w:r><w:br w:type="column"/></w:r></w:p>`)
				}
				w.paragraph(`<w:spacing w:after="0"/>`, it)
			}
		}
		w.paragraph(fmt.Sprintf(`<w:sectPr><w:type w:val="continuous"/>%s<w:cols w:num="%d" w:space="400"/></w:sectPr>`, pageSize, len(b.items)), nil)
	case table:
		w.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>` + strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, 9000/len(b.rows[0])), len(b.rows[0])) + `</w:tblGrid>`)
		var header []item
		for _, h := range b.header {
			header = append(header, item{{{text: h, bold: true}}})
		}
		if header != nil {
			w.row(header, len(header))
		}
		for _, row := range b.rows {
			w.row(row, len(b.rows[0]))
		}
		w.body.WriteString(`</w:tbl><w:p/>`)
	}
}

func (w *docxPrinter) row(cells []item, width int) {
	w.body.WriteString("<w:tr>")
	for i := range width {
		w.body.WriteString("<w:tc><w:tcPr/>")
		if i < len(cells) {
			w.paragraph("", cells[i])
		} else {
			w.body.WriteString("<w:p/>")
		}
		w.body.WriteString("</w:tc>")
	}
	w.body.WriteString("</w:tr>")
}

func (w *docxPrinter) paragraph(properties string, it item) {
	w.body.WriteString("<w:p><w:pPr>" + properties + "</w:pPr>")
	for i, l := range it {
		if i > 0 {
			w.body.WriteString("<w:r><w:br/></w:r>")
		}
		for _, s := range l {
			w.span(s)
		}
	}
	w.body.WriteString("</w:p>")
}

func (w *docxPrinter) span(s span) {
	run := `<w:r><w:t xml:space="preserve">` + escapedXML(s.text) + `</w:t></w:r>`
	if s.bold {
		run = `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + escapedXML(s.text) + `</w:t></w:r>`
	}
	if s.link != "" {
		w.count++
		fmt.Fprintf(&w.links, `<Relationship Id="l%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`, w.count, escapedXML(s.link))
		run = fmt.Sprintf(`<w:hyperlink r:id="l%d">%s</w:hyperlink>`, w.count, run)
	}
	w.body.WriteString(run)
}

func escapedXML(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a Buffer fails nothing
	return b.String()
}

// zipped packs parts: name, content, name, content. The same parts give the same bytes, with every version of Go, for nothing is compressed.
func zipped(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Store, Modified: time.Date(2021, 5, 3, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err) // a Buffer fails nothing
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
