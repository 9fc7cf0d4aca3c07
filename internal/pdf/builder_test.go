package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
)

// file builds small PDFs: object numbers in the order of add, a correct table of parts, and what a test wants to be wrong.
type file struct {
	objects []string
	trailer string // further entries
}

// add appends an object and returns the reference to it.
func (f *file) add(format string, args ...any) string {
	f.objects = append(f.objects, fmt.Sprintf(format, args...))
	return fmt.Sprintf("%d 0 R", len(f.objects))
}

func (f *file) stream(dictionary, content string) string {
	return f.add("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// bytes writes the file with the given catalog.
func (f *file) bytes(catalog string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root %s %s >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, catalog, f.trailer, table)
	return b.Bytes()
}

// letter is a PDF with one page per content stream, Helvetica as /R, its bold and italic as /B and /I. Page is further entries
// of each page, where the later ones win over MediaBox [0 0 600 800].
func letter(page string, contents ...string) []byte {
	f := &file{}
	return f.bytes(f.pages(page, contents...))
}

func (f *file) pages(page string, contents ...string) (catalog string) {
	fonts := "<< /R " + f.font("Helvetica") + " /B " + f.font("Helvetica-Bold") + " /I " + f.font("Helvetica-Oblique") + " >>"
	if !strings.Contains(page, "/MediaBox") {
		page += " /MediaBox [0 0 600 800]"
	}
	parent := fmt.Sprintf("%d 0 R", len(f.objects)+2*len(contents)+1)
	var kids []string
	for _, c := range contents {
		stream := f.stream("", c)
		kids = append(kids, f.add("<< /Type /Page /Parent %s /Resources << /Font %s >> /Contents %s %s >>", parent, fonts, stream, page))
	}
	tree := f.add("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	return f.add("<< /Type /Catalog /Pages %s /Lang (en-GB) >>", tree)
}

func (f *file) font(name string) string {
	return f.add("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>", name)
}

// line is a content stream that shows text in a font and size, with its baseline's beginning at x, y from the bottom left.
func line(font string, size, x, y float64, text string) string {
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(text))
}

func deflated(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.String()
}

// needEngine skips where the engine was not built in, and fails in CI.
func needEngine(t testing.TB) {
	t.Helper()
	if Available() {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("the PDF engine is missing: run make build")
	}
	t.Skip("the PDF engine is missing: run make build, then this test again")
}

func open(t testing.TB, data []byte, limits Limits) *Document {
	t.Helper()
	needEngine(t)
	d, err := Open(t.Context(), data, limits)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(d.Close)
	return d
}

func firstPage(t testing.TB, data []byte) Page {
	t.Helper()
	p, err := open(t, data, Limits{}).Page(t.Context(), 0)
	if err != nil {
		t.Fatalf("page 1: %v", err)
	}
	return p
}

func texts(p Page) []string {
	var out []string
	for _, r := range p.Runs {
		out = append(out, r.Text)
	}
	return out
}

// repeated packs head and n times block in the time that packing one block takes: a block that was flushed says the same
// wherever it stands after itself. The closing checksum is wrong, which no reader of PDFs minds.
func repeated(head string, block []byte, n int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	var at [3]int
	for i, part := range [][]byte{[]byte(head), block, block} {
		_, _ = w.Write(part) // a buffer takes everything
		_ = w.Flush()
		at[i] = b.Len()
	}
	packed := b.String()
	_ = w.Close()
	return packed[:at[1]] + strings.Repeat(packed[at[1]:at[2]], n-1) + b.String()[at[2]:]
}
