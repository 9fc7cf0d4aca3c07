package intake

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"undersigned/internal/pdf"
)

// TestPagesOfAPDFThatBeginsLate: what stands before a PDF's own first line makes no other document of it; its pages are shown.
func TestPagesOfAPDFThatBeginsLate(t *testing.T) {
	if !pdf.Available() {
		if os.Getenv("CI") == "true" {
			t.Fatal("the PDF engine is not there: run make build first")
		}
		t.Skip("the PDF engine is not there: run make build first")
	}
	data, err := os.ReadFile(filepath.Join("..", "letter", "testdata", "pdf-mono-three", "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	d := openDesk(t)
	plain, err := d.Add(t.Context(), Document{Name: "plain.pdf", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	for name, before := range map[string]string{"blank lines": "\r\n\r\n", "a line of a mail program": "Content-Type: application/pdf\r\n\r\n", "nearly a kilobyte": string(bytes.Repeat([]byte("-"), 1000)) + "\n"} {
		a, err := d.Add(t.Context(), Document{Name: "late.pdf", Data: append([]byte(before), data...)})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Medium != "pdf" || len(a.Rows) != len(plain.Rows) || len(a.Pages) != len(plain.Pages) || len(a.Pages) == 0 {
			t.Errorf("%s: %s with %d rows and %d pages, want %d and %d", name, a.Medium, len(a.Rows), len(a.Pages), len(plain.Rows), len(plain.Pages))
			continue
		}
		drawn, err := d.Picture(t.Context(), a.ID, 1, 1)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if size, err := png.DecodeConfig(bytes.NewReader(drawn)); err != nil || size.Width < 100 {
			t.Errorf("%s: the picture is %+v, %v", name, size, err)
		}
	}
}

// TestPageThatNamesPDF: a web page with a PDF's mark near its head is a web page, with no pages to draw.
func TestPageThatNamesPDF(t *testing.T) {
	page := "<!DOCTYPE html><html><head><title>Keep the pool open</title><!-- made of %PDF-1.7 --></head><body><h1>Keep the pool open</h1><p>Dear Mayor,</p>" +
		"<p>We ask you to keep the pool, since it is ours and we will need it.</p><h2>Signed by</h2><ul><li>Salt Union</li><li>Pier Friends</li></ul></body></html>"
	if a := openDesk(t).add("pool.html", page); a.Medium != "html" || len(a.Rows) != 2 || len(a.Pages) != 0 {
		t.Errorf("%s with %d rows and %d pages", a.Medium, len(a.Rows), len(a.Pages))
	}
}
