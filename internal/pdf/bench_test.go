package pdf

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Benchmarks of what a user waits for. Those that take files read the PDFs of the folder in PDFS instead of a letter of ten pages,
// where that is set.
//
//	go test ./internal/pdf -run '^$' -bench . -benchtime 3x -cpu 1

// BenchmarkFirstRun compiles the engine, as on the first run on a machine.
func BenchmarkFirstRun(b *testing.B) {
	needEngine(b)
	for b.Loop() {
		warmed(b, b.TempDir())
	}
}

// BenchmarkNextRun loads the engine from the cache, as every later process does.
func BenchmarkNextRun(b *testing.B) {
	needEngine(b)
	dir := b.TempDir()
	warmed(b, dir)
	for b.Loop() {
		warmed(b, dir)
	}
}

func warmed(b *testing.B, cache string) {
	b.Helper()
	r := NewReader(cache)
	if err := r.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	if err := r.runtime.Close(context.Background()); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkText(b *testing.B) {
	needEngine(b)
	if err := Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	for name, data := range benchmarked(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			pages, chars := 0, 0
			for b.Loop() {
				d, err := Open(b.Context(), data, Limits{})
				if err != nil {
					b.Fatal(err)
				}
				for i := range d.Pages() {
					if _, err := d.Page(b.Context(), i); err != nil {
						b.Fatal(err)
					}
				}
				pages, chars = d.Pages(), d.chars
				d.Close()
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*pages), "ms/page")
			b.ReportMetric(float64(chars), "chars")
		})
	}
}

// BenchmarkPdftotext reads the same files with Poppler's program, start of the process included.
func BenchmarkPdftotext(b *testing.B) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("pdftotext is not installed (Debian: poppler-utils); nothing to compare with")
	}
	for name, data := range benchmarked(b) {
		path := filepath.Join(b.TempDir(), "letter.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.CommandContext(b.Context(), program, "-layout", path, "-").Output(); err != nil || len(out) == 0 {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDraw(b *testing.B) {
	needEngine(b)
	d := open(b, tenPages(), Limits{})
	for b.Loop() {
		if _, err := d.Draw(b.Context(), 0, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarked(b *testing.B) map[string][]byte {
	b.Helper()
	dir := os.Getenv("PDFS")
	if dir == "" {
		return map[string][]byte{"ten pages": tenPages()}
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(paths) == 0 {
		b.Fatalf("no PDFs in PDFS=%s (%v)", dir, err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		if files[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	}
	return files
}

// tenPages has ten pages of two columns of 50 names.
func tenPages() []byte {
	var pages []string
	for p := range 10 {
		var page strings.Builder
		for i := range 100 {
			page.WriteString(line("R", 10, 50+float64(i/50)*260, 750-float64(i%50)*14, fmt.Sprintf("Federation %d-%d of Harbor and River Workers", p, i)))
		}
		pages = append(pages, page.String())
	}
	return letter("", pages...)
}
