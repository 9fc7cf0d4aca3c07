package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"strings"
)

// hostile is a file and how it is written.
type hostile struct {
	name, what string
	write      func(path string) error
}

// files: the first ones are those of the issue that asked for limits, the others of our own.
func files() []hostile {
	return []hostile{
		{"shared.xlsx", "a text that all cells share", workbook(cells(2000), strings.Repeat("Salt Union ", 300_000))},
		{"shared2.xlsx", "400,000 cells that share a text", workbook(cells(200_000), strings.Repeat("Salt Union ", 3000))},
		{"columns.csv", "seven million columns", repeated("", "A;", 7_000_000)},
		{"bars.csv", "ten million bars below a header", repeated("organization|letter\n", "|", 10_000_000)},
		{"bars.txt", "ten million bars", repeated("", "|", 10_000_000)},
		{"keys.yaml", "keys that are no text", repeated(`{"":{"":{"":0://,"":".png","":0://}}}`, "", 0)},
		{"cells.xlsx", "200,000 different cells", workbook(different(), "")},
		{"deep.html", "2.5 million elements within each other", repeated("<html><body>", "<div>", 2_500_000)},
		{"tables.html", "300,000 tables within each other", repeated("<html><body>", "<table><tr><td>", 300_000)},
		{"deep.json", "15 million brackets within each other", repeated("", "[", 15_000_000)},
		{"objects.json", "three million objects within each other", repeated("", `{"a":`, 3_000_000)},
		{"laughs.yaml", "references that stand for others, nine deep", repeated(laughs("organizations"), "", 0)},
		{"set.yaml", "the same in a data set", repeated("undersigned: dataset/1\n"+laughs("letters"), "", 0)},
		{"list.yaml", "a list of 650,000 names", repeated("organizations:\n", "- {name: Salt Union}\n", 650_000)},
		{"line.txt", "one line of 16 MB", repeated("", "Salt Union ", 1_500_000)},
		{"lines.txt", "190,000 names, one a line", repeated("Dear all,\n\nSigned:\n\n", "Salt Union\n", 190_000)},
		{"commas.txt", "a sentence of a million names", repeated("Signed by ", "Salt Union, ", 1_000_000)},
		{"quotes.md", "15 million quotation marks", repeated("", `"`, 15_000_000)},
		{"stars.md", "15 million asterisks", repeated("", "*", 15_000_000)},
		{"links.md", "five million links that do not close", repeated("", "[](", 5_000_000)},
		{"groups.rtf", "three million groups", repeated(`{\rtf1`, `{\b `, 3_000_000)},
		{"bomb.html.gz", "1 GB of blanks, packed", packed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, 1000)},
		{"bomb.docx", "three million paragraphs, packed", zipped(map[string]string{"word/document.xml": "<document><body>" + strings.Repeat("<p><r><t>Salt Union</t></r></p>", 3_000_000)})},
		{"blanks.pdf", "2 GB of blanks, packed twice", pdf("[/FlateDecode /FlateDecode]", twice(2000))},
		{"words.pdf", "a page of two million words", pdf("/FlateDecode", once("BT /F 8 Tf "+strings.Repeat("(Salt Union) Tj 0 -1 Td ", 2_000_000)+"ET"))},
		{"states.pdf", "30 million graphic states", pdf("/FlateDecode", once(strings.Repeat("q ", 30_000_000)))},
		{"sparse.txt", "2 GB that take no room on the disk", func(path string) error {
			f, err := os.Create(path)
			if err == nil {
				err = f.Truncate(2 << 30)
				f.Close()
			}
			return err
		}},
	}
}

func repeated(head, unit string, n int) func(string) error {
	return func(path string) error { return os.WriteFile(path, []byte(head+strings.Repeat(unit, n)), 0o600) }
}

func cells(rows int) string {
	return strings.Repeat(`<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`, rows)
}

func different() string {
	var b strings.Builder
	for r := range 5000 {
		b.WriteString("<row>")
		for c := range 40 {
			fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%d Union</t></is></c>`, r*2_654_435_761%1_000_003*41+c)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

func laughs(last string) string {
	text := "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 9; i++ {
		of := fmt.Sprintf("*a%d,", i-1)
		text += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(of, 9), ","))
	}
	return text + last + ": *a8\n"
}

func workbook(rows, shared string) func(string) error {
	const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return zipped(map[string]string{
		"[Content_Types].xml":        "<Types/>",
		"xl/workbook.xml":            `<workbook xmlns:r="` + relation + `"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + relation + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
		"xl/sharedStrings.xml":       "<sst><si><t>" + shared + "</t></si></sst>",
	})
}

func zipped(parts map[string]string) func(string) error {
	return func(path string) error {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
		for name, text := range parts {
			w, err := z.Create(name)
			if err == nil {
				_, err = io.WriteString(w, text)
			}
			if err != nil {
				return err
			}
		}
		if err := z.Close(); err != nil {
			return err
		}
		return os.WriteFile(path, b.Bytes(), 0o600)
	}
}

// packed writes so many megabytes of blanks.
func packed(by func(io.Writer) io.WriteCloser, megabytes int) func(string) error {
	return func(path string) error {
		var b bytes.Buffer
		w := by(&b)
		for range megabytes {
			if _, err := w.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		return os.WriteFile(path, b.Bytes(), 0o600)
	}
}

func once(text string) func() []byte {
	return func() []byte {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		io.WriteString(w, text)
		w.Close()
		return b.Bytes()
	}
}

func twice(megabytes int) func() []byte {
	return func() []byte {
		var b bytes.Buffer
		outer := zlib.NewWriter(&b)
		inner := zlib.NewWriter(outer)
		for range megabytes {
			inner.Write(bytes.Repeat([]byte(" "), 1<<20))
		}
		inner.Close()
		outer.Close()
		return b.Bytes()
	}
}

func pdf(filter string, stream func() []byte) func(string) error {
	return func(path string) error {
		data := stream()
		objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
			fmt.Sprintf("<< /Length %d /Filter %s >>\nstream\n%s\nendstream", len(data), filter, data)}
		var b bytes.Buffer
		b.WriteString("%PDF-1.7\n")
		at := []int{}
		for i, o := range objects {
			at = append(at, b.Len())
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
		}
		table := b.Len()
		fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
		for _, offset := range at {
			fmt.Fprintf(&b, "%010d 00000 n \n", offset)
		}
		fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF", len(objects)+1, table)
		return os.WriteFile(path, b.Bytes(), 0o600)
	}
}
