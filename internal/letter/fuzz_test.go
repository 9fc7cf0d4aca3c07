package letter_test

import (
	"context"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// FuzzExtractText asks of any bytes, read as text and as Markdown: no panic, the limits hold, and every reported text stands in
// the document after white space, line breaks and hyphens at line ends are joined.
func FuzzExtractText(f *testing.F) {
	for _, text := range fixtures(f) {
		if filepath.Ext(text.file) != ".pdf" {
			f.Add(text.data)
		}
	}
	f.Add([]byte("Signed by: A, B and C"))
	f.Add([]byte("Dear X,\n\nSincerely,\n\n(\n)\n*\n, Inc.\n"))
	limits := letter.Limits{Bytes: 1 << 16, Lines: 500, Rows: 100}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"letter.txt", "letter.md", "letter.csv", "letter.rst", "letter.adoc", "letter.org"} {
			d, err := letter.Extract(context.Background(), name, data, limits)
			if err != nil {
				switch graph.CodeOf(err) {
				case graph.Invalid, graph.Unsupported, graph.TooLarge, graph.Conflict:
				default:
					t.Errorf("%s: the error is %s: %v", name, graph.CodeOf(err), err)
				}
				continue
			}
			if len(data) > limits.Bytes || len(d.Signatories) > 3*limits.Rows {
				t.Errorf("%s: the limits do not hold: %d bytes, %d rows", name, len(data), len(d.Signatories))
			}
			checkDraft(t, d)
		}
	})
}

// FuzzExtractHTML asks of any bytes, read as a page, a template and a saved page, what FuzzExtractText asks of texts.
func FuzzExtractHTML(f *testing.F) {
	for _, page := range fixtures(f, ".html", ".php", ".njk", ".mhtml") {
		f.Add(page.data)
	}
	f.Add([]byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Signed by: A, B and C"))
	f.Add([]byte("<p>Signed by:<ul><li>Salt Pier<p>What it is<p>and was<table>of the"))
	f.Add([]byte("<button><table><tr><td>A</button><p>B</td>"))
	limits := letter.Limits{Bytes: 1 << 16, Lines: 500, Rows: 100}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"letter.html", "letter.php", "letter.mhtml", "letter.warc"} {
			d, err := letter.Extract(context.Background(), name, data, limits)
			if err != nil {
				switch graph.CodeOf(err) {
				case graph.Invalid, graph.Unsupported, graph.TooLarge, graph.Conflict:
				default:
					t.Errorf("%s: the error is %s: %v", name, graph.CodeOf(err), err)
				}
				continue
			}
			if len(d.Signatories) > 3*limits.Rows {
				t.Errorf("%s: the limits do not hold: %d rows", name, len(d.Signatories))
			}
			checkDraft(t, d)
		}
	})
}

// FuzzExtractPDF asks of any bytes, read as a PDF, what FuzzExtractText asks of text.
func FuzzExtractPDF(f *testing.F) {
	lettertest.NeedEngine(f)
	for _, name := range []string{"pdf-inline-pages", "pdf-press", "pdf-table-three-fr", "pdf-rotated"} {
		f.Add(readFixture(f, name).data)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj trailer<</Root 1 0 R>>"))
	limits := letter.Limits{Bytes: 1 << 16, Lines: 2000, Rows: 300}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := letter.Extract(context.Background(), "letter.pdf", data, limits)
		if err != nil {
			switch graph.CodeOf(err) {
			case graph.Invalid, graph.Unsupported, graph.TooLarge:
			default:
				t.Errorf("the error is %s: %v", graph.CodeOf(err), err)
			}
			return
		}
		if len(d.Signatories) > 3*limits.Rows {
			t.Errorf("the limits do not hold: %d rows", len(d.Signatories))
		}
		checkDraft(t, d)
	})
}
