package letter_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// BenchmarkPDF reads all PDF letters of testdata, from bytes to signatories; BenchmarkPDFToText is pdftotext (of Poppler) on the
// same files, which gives text only, one process a file. Compare the two in one run.
func BenchmarkPDF(b *testing.B) {
	lettertest.NeedEngine(b)
	files, total := pdfFiles(b)
	b.SetBytes(total)
	for b.Loop() {
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := letter.Extract(context.Background(), filepath.Base(file), data, letter.Limits{}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*len(files)), "ms/file")
}

func BenchmarkPDFToText(b *testing.B) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("pdftotext is not installed (apt-get install poppler-utils)")
	}
	files, total := pdfFiles(b)
	b.SetBytes(total)
	for b.Loop() {
		for _, file := range files {
			if err := exec.Command(program, "-layout", file, "-").Run(); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*len(files)), "ms/file")
}

func pdfFiles(b *testing.B) (files []string, total int64) {
	b.Helper()
	for _, f := range fixtures(b, ".pdf") {
		if f.name == "pdf-scanned" {
			continue // an error, not a letter
		}
		files, total = append(files, f.path(f.file)), total+int64(len(f.data))
	}
	return files, total
}
