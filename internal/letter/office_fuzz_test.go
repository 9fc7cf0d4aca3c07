package letter

import (
	"context"
	"testing"

	"undersigned/graph"
)

var fuzzLimits = Limits{Bytes: 1 << 18, Lines: 500, Rows: 100}

// extractAny asks of any bytes read under a name what FuzzExtractText asks: no panic, the limits hold, errors have a code of ours,
// every reported text stands in the document.
func extractAny(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := Extract(context.Background(), name, data, fuzzLimits)
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
	officeSeeds(f, "testdata/*.docx")
	f.Add([]byte(`<w:document ` + wordSpaces + `><w:body>` + paras("Signed by:", "Salt Union", "1. Pier, Chile") + `<w:tbl><w:tr><w:tc>` + paras("a") + `</w:tc></w:tr></w:tbl></w:body></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.docx", data)
		extractAny(t, "x.docx", zipOf(t, "word/document.xml", string(data), "word/styles.xml", string(data), "word/numbering.xml", wordLists))
	})
}

// FuzzExtractODT does so with OpenDocument.
func FuzzExtractODT(f *testing.F) {
	officeSeeds(f, "testdata/*.odt")
	f.Add([]byte(`<office:document-content ` + odtSpaces + `><office:automatic-styles/><office:body><office:text><text:p>Signed by:</text:p><text:list><text:list-item><text:p>Salt<text:s text:c="9"/>Union</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.odt", data)
		extractAny(t, "x.odt", zipOf(t, "content.xml", string(data), "styles.xml", string(data)))
	})
}
