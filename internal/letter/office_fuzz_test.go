package letter_test

import (
	"context"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// What the parts of fuzzed documents are made of.
const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	wordLists = `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
	odtSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`
)

var fuzzLimits = letter.Limits{Bytes: 1 << 18, Lines: 500, Rows: 100}

// extractAny asks of any bytes read under a name what FuzzExtractText asks: no panic, the limits hold, errors have a code of ours,
// every reported text stands in the document.
func extractAny(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := letter.Extract(context.Background(), name, data, fuzzLimits)
	if err != nil {
		switch graph.CodeOf(err) {
		case graph.Invalid, graph.Unsupported, graph.TooLarge, graph.Conflict:
		default:
			t.Errorf("%s: the error is %s: %v", name, graph.CodeOf(err), err)
		}
		return
	}
	if len(data) > fuzzLimits.Bytes || len(d.Signatories) > 3*fuzzLimits.Rows {
		t.Errorf("%s: the limits do not hold: %d bytes, %d rows", name, len(data), len(d.Signatories))
	}
	checkDraft(t, d)
}

// FuzzExtractDocx fuzzes the archive, and the XML within a whole archive, which mutation of packed bytes would never reach.
func FuzzExtractDocx(f *testing.F) {
	for _, text := range fixtures(f, ".docx") {
		f.Add(text.data)
	}
	f.Add([]byte(`<w:document ` + wordSpace + `><w:body><w:p><w:r><w:t>Signed by:</w:t></w:r></w:p><w:p><w:r><w:t>Salt Union</w:t></w:r></w:p><w:p><w:r><w:t>1. Pier, Chile</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.docx", data)
		extractAny(t, "x.docx", lettertest.Zip(t, "word/document.xml", string(data), "word/styles.xml", string(data), "word/numbering.xml", wordLists))
	})
}

// FuzzExtractODT does so with OpenDocument.
func FuzzExtractODT(f *testing.F) {
	for _, text := range fixtures(f, ".odt") {
		f.Add(text.data)
	}
	f.Add([]byte(`<office:document-content ` + odtSpaces + `><office:automatic-styles/><office:body><office:text><text:p>Signed by:</text:p><text:list><text:list-item><text:p>Salt<text:s text:c="9"/>Union</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.odt", data)
		extractAny(t, "x.odt", lettertest.Zip(t, "content.xml", string(data), "styles.xml", string(data)))
	})
}

// FuzzExtractRTF does so with Rich Text.
func FuzzExtractRTF(f *testing.F) {
	for _, text := range fixtures(f, ".rtf") {
		f.Add(text.data)
	}
	f.Add([]byte(`{\rtf1\ansicpg932 Signed by:\par\trowd\cellx1 A\'82\cell{\b B}\cell\row\pard{\*\shpinst{\shptxt \u-10179?\u-8704? Salt Union\par}}{\footnote x}\bin3 abc}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.rtf", data)
		extractAny(t, "x.rtf", append([]byte(`{\rtf1 Signed by:\par `), data...))
	})
}

// FuzzExtractTable asks of any table, with a header and without, what FuzzExtractText asks; of a header that is fuzzed and of rows that are.
func FuzzExtractTable(f *testing.F) {
	for _, table := range fixtures(f, ".csv", ".tsv") {
		f.Add(table.data)
	}
	f.Add([]byte("organization;country;kind\nSalt Union;Chile;company\n\"Pier; Friends\";;individual\nDune Trust;Peru\n"))
	f.Add([]byte("Salt Union|River Watch Network\nPier Friends|Harbor Workers Union\n\"Dune Trust|"))
	f.Add([]byte("letter,signed by,date\nKeep the pool,Salt Union; Pier; A; ,5 May 2021\nKeep the pool,,2021\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"x.csv", "x.tsv"} {
			extractAny(t, name, data)
			extractAny(t, name, append([]byte("organization,person,status,"), data...))
		}
	})
}
