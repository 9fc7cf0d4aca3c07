// Package lettertest makes documents that are damaged or made to do harm, for the tests of what reads documents. It answers
// which errors they should end in; how long they may take is for the tests to say.
package lettertest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"undersigned/graph"
)

// Bad is a document that cannot be read.
type Bad struct {
	Name string     // of the file
	What string     // what is wrong with it
	Code graph.Code // of the error it should end in; "" where it is harmless and is read
	PDF  bool       // it needs the PDF engine, without which it is Unsupported
	Data []byte
}

// Documents returns bad documents of every medium, always the same bytes. Making them takes a second or two.
func Documents(t testing.TB) []Bad {
	t.Helper()
	m := maker{t}
	letter := "Dear Mayor,\n\nKeep the pool open.\n\nSincerely,\n\nSalt Union\nPier Friends\n"
	word := m.docx(strings.Repeat("<w:p><w:r><w:t>Salt Union</w:t></w:r></w:p>", 2000))
	return []Bad{
		{Name: "empty.txt", What: "no bytes", Code: graph.Invalid},
		{Name: "blank.docx", What: "nothing but blanks", Code: graph.Invalid, Data: []byte(" \n\n ")},
		{Name: "picture.docx", What: "a PNG named as Word", Code: graph.Unsupported, Data: []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 500))},
		{Name: "text.xlsx", What: "plain text named as Excel", Code: graph.Invalid, Data: []byte(letter)},
		{Name: "text.pdf", What: "plain text named as PDF", Code: graph.Invalid, Data: []byte(letter)},
		{Name: "noise.txt", What: "binary noise named as text", Code: graph.Unsupported, Data: noise(20_000)},
		{Name: "program.md", What: "a program named as Markdown", Code: graph.Unsupported, Data: append([]byte("\x7fELF"), noise(500)...)},
		{Name: "old.docx", What: "a Word document with a password, or of before 2007", Code: graph.Unsupported, Data: append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), noise(500)...)},

		{Name: "cut.docx", What: "a Word document cut in half", Code: graph.Invalid, Data: word[:len(word)/2]},
		{Name: "bits.docx", What: "a Word document with bytes changed", Code: graph.Invalid, Data: spoil(word)},
		{Name: "cutxml.odt", What: "an ODT whose XML ends early", Code: graph.Invalid, Data: m.zip("content.xml", "<a><b>Salt")},
		{Name: "cutsheet.xlsx", What: "a workbook whose sheet ends early", Code: graph.Invalid, Data: m.xlsx("<row><c t=\"inlineStr\"><is><t>Organization")},
		{Name: "cut.json", What: "JSON cut off", Code: graph.Invalid, Data: []byte(`{"organizations": ["Salt Union", "Pi`)},
		{Name: "cut.pdf", What: "the first bytes of a PDF", Code: graph.Invalid, PDF: true, Data: []byte("%PDF-1.7\n1 0 obj\n<< /Type /Cat")},
		{Name: "endless.pdf", What: "a PDF whose page tree leads back to itself", Code: graph.Invalid, PDF: true, Data: m.pdf("<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>")},

		{Name: "bomb.zip", What: "a ZIP of 64 MB of nothing", Code: graph.Unsupported, Data: m.zip("letter.txt", blanks(64))},
		{Name: "bomb.docx", What: "64 MB of blanks as the text of a Word document", Code: graph.TooLarge, Data: m.docx(blanks(64))},
		{Name: "bomb.odt", What: "64 MB of blanks as the text of an ODT", Code: graph.TooLarge, Data: m.zip("content.xml", "<a><b>"+blanks(64)+"</b></a>")},
		{Name: "bomb.xlsx", What: "64 MB of blanks in a sheet", Code: graph.TooLarge, Data: m.xlsx(blanks(64))},
		{Name: "slow.docx", What: "8 MB of empty runs, packed no more than documents are", Code: graph.Invalid, Data: m.docx(thick("<w:r></w:r>", 8))},
		{Name: "long.docx", What: "300,000 paragraphs", Code: graph.TooLarge, Data: m.docx(thick("<w:p><w:r><w:t>Salt Union</w:t></w:r></w:p>", 13))},
		{Name: "rows.xlsx", What: "400,000 empty rows", Code: graph.TooLarge, Data: m.xlsx(thick("<row></row>", 5))},
		{Name: "wide.xlsx", What: "text in column 16,384", Code: graph.TooLarge, Data: m.xlsx(`<row r="1"><c r="XFD1" t="inlineStr"><is><t>Salt</t></is></c></row>`)},
		{Name: "nested.docx", What: "a ZIP in a ZIP in a ZIP", Code: graph.Invalid, Data: m.docxPart(string(m.docxPart(string(m.docx("")))))},
		{Name: "many.docx", What: "30,000 files in it", Code: graph.TooLarge, Data: m.many(30_000)},
		{Name: "locked.docx", What: "a part with a password", Code: graph.Unsupported, Data: m.locked()},
		{Name: "laughs.docx", What: "entities that stand for others, nine deep", Code: graph.Invalid, Data: m.docxPart(laughs())},
		{Name: "outside.odt", What: "an entity that stands for a file of this machine", Code: graph.Invalid, Data: m.zip("content.xml", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`)},
		{Name: "deep.docx", What: "100,000 elements within each other", Code: graph.TooLarge, Data: m.docx(strings.Repeat("<w:ins>", 100_000))},
		{Name: "deep.odt", What: "100,000 elements within each other", Code: graph.TooLarge, Data: m.zip("content.xml", "<o><body><text>"+strings.Repeat("<section>", 100_000))},
		{Name: "deep.xlsx", What: "100,000 elements within each other", Code: graph.TooLarge, Data: m.xlsx("<row><c>" + strings.Repeat("<is>", 100_000))},
		{Name: "bomb.pdf", What: "64 MB of blanks as a page of a PDF", Code: graph.TooLarge, PDF: true, Data: m.pdf("<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>", m.stream(blanks(64)))},

		{Name: "cut.rtf", What: "RTF cut in half", Code: graph.Invalid, Data: []byte(`{\rtf1 Signed by:\par{\b Salt Un`)},
		{Name: "text.rtf", What: "plain text named as RTF", Code: graph.Invalid, Data: []byte(letter)},
		{Name: "deep.rtf", What: "a million groups within each other", Code: graph.TooLarge, Data: []byte(`{\rtf1 ` + strings.Repeat("{", 1_000_000))},
		{Name: "long.rtf", What: "300,000 paragraphs", Code: graph.TooLarge, Data: []byte(`{\rtf1 ` + strings.Repeat(`Salt\par `, 300_000) + "}")},
		{Name: "cells.rtf", What: "a row of two million cells", Code: graph.TooLarge, Data: []byte(`{\rtf1\trowd ` + strings.Repeat(`\cell `, 2_000_000) + "}")},
		{Name: "starts.js", What: "100,000 beginnings of data in a program", Code: graph.Invalid, Data: []byte(strings.Repeat("a=[{", 100_000))},
		{Name: "deep.js", What: "a million brackets within each other in a program", Code: graph.TooLarge, Data: []byte("var a = " + strings.Repeat("[", 1_000_000))},

		{Name: "deep.html", What: "a million elements within each other", Data: []byte("<html><body>" + strings.Repeat("<div>", 1_000_000) + "Salt Union")},
		{Name: "deep.yml", What: "100,000 brackets within each other", Code: graph.Invalid, Data: []byte("organizations: " + strings.Repeat("[", 100_000))},
		{Name: "steps.yml", What: "2,000 steps to the right", Code: graph.TooLarge, Data: []byte(steps(2000))},
		{Name: "laughs.yml", What: "references that stand for others, nine deep", Code: graph.Invalid, Data: []byte(references())},
		{Name: "deep.json", What: "a million brackets within each other", Code: graph.TooLarge, Data: []byte(strings.Repeat("[", 1_000_000))},
		{Name: "huge.json", What: "a million values", Code: graph.TooLarge, Data: []byte("[" + strings.Repeat("[],", 1_000_000) + "1]")},
		{Name: "huge.txt", What: "17 MB of text", Code: graph.TooLarge, Data: []byte(strings.Repeat("Salt Union\n", 17<<20/11))},
		{Name: "columns.csv", What: "five million columns", Code: graph.TooLarge, Data: []byte(strings.Repeat("A;", 5_000_000))},
		{Name: "bars.csv", What: "five million bars", Code: graph.TooLarge, Data: []byte("organization|letter\n" + strings.Repeat("|", 5_000_000))},
		{Name: "shared.xlsx", What: "a text of 30 kB that 100,000 cells share", Code: graph.TooLarge, Data: m.shared(strings.Repeat("Salt Union ", 3000), 100_000)},
		{Name: "repeated.ods", What: "a text of 30 kB that stands in 100 cells of 9,000 rows, and is written once", Code: graph.TooLarge, Data: m.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<o><body><spreadsheet><table name="S"><table-row number-rows-repeated="9000"><table-cell number-columns-repeated="100"><p>`+strings.Repeat("Salt Union ", 3000)+`</p></table-cell></table-row></table></spreadsheet></body></o>`)},
		{Name: "quote.csv", What: "a quotation mark that is not closed, above 100,000 rows", Code: graph.TooLarge, Data: []byte("organization\n\"Salt Union\n" + strings.Repeat("Pier\n", 100_000))},
	}
}

type maker struct{ t testing.TB }

func (m maker) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

// zip packs parts: name, content, name, content.
func (m maker) zip(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Deflate}
		if parts[i+1] == "" {
			h.Method = zip.Store // a compressor takes a megabyte to begin
		}
		w, err := z.CreateHeader(h)
		m.must(err)
		_, err = io.WriteString(w, parts[i+1])
		m.must(err)
	}
	m.must(z.Close())
	return b.Bytes()
}

func (m maker) docxPart(xml string) []byte { return m.zip("word/document.xml", xml) }

func (m maker) docx(body string) []byte {
	return m.docxPart(`<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`)
}

func (m maker) xlsx(rows string) []byte {
	return m.zip("xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>`,
		"xl/worksheets/s.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`)
}

// shared is a workbook whose cells show one text.
func (m maker) shared(text string, cells int) []byte {
	var rows strings.Builder
	for range cells {
		rows.WriteString(`<row><c t="s"><v>0</v></c></row>`)
	}
	return m.zip("xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>`,
		"xl/worksheets/s.xml", `<worksheet><sheetData>`+rows.String()+`</sheetData></worksheet>`, "xl/sharedStrings.xml", "<sst><si><t>"+text+"</t></si></sst>")
}

func (m maker) many(n int) []byte {
	parts := []string{"word/document.xml", "<d/>"}
	for i := range n {
		parts = append(parts, fmt.Sprintf("%d.xml", i), "")
	}
	return m.zip(parts...)
}

// locked is a part that says that it is encrypted.
func (m maker) locked() []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Flags: 1, CRC32: crc32.ChecksumIEEE(nil)})
	m.must(err)
	_, err = w.Write(nil)
	m.must(err)
	m.must(z.Close())
	return b.Bytes()
}

// pdf is a PDF with objects from the page tree, which is object 2, on.
func (m maker) pdf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range append([]string{"<< /Type /Catalog /Pages 2 0 R >>"}, objects...) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func (m maker) stream(content string) string {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	m.must(err)
	_, err = io.WriteString(z, content)
	m.must(err)
	m.must(z.Close())
	return fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.String())
}

func blanks(megabytes int) string { return strings.Repeat(" ", megabytes<<20) }

// thick repeats a text with a comment between that packs badly, as the text of real documents does.
func thick(text string, megabytes int) string {
	var b strings.Builder
	comments := noise(1 << 20)
	at := 0
	for b.Len() < megabytes<<20 {
		for range 20 {
			b.WriteString(text)
		}
		fmt.Fprintf(&b, "<!--%x-->", comments[at:at+4])
		at = (at + 4) % (len(comments) - 4)
	}
	return b.String()
}

// noise returns bytes that look random and are always the same (xorshift).
func noise(n int) []byte {
	out := make([]byte, n)
	x := uint32(2463534242)
	for i := range out {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		out[i] = byte(x >> 8)
	}
	return out
}

// spoil changes bytes in the packed part of an archive.
func spoil(data []byte) []byte {
	out := bytes.Clone(data)
	for i := range 20 {
		out[60+i] ^= 0xff
	}
	return out
}

func laughs() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE d [<!ENTITY a0 "ha">`)
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, `<!ENTITY a%d "%s">`, i, strings.Repeat(fmt.Sprintf("&a%d;", i-1), 10))
	}
	return b.String() + `]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>`
}

func references() string {
	var b strings.Builder
	b.WriteString("a0: &a0 ha\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return b.String() + "organizations: *a9\n"
}

func steps(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
