package letter

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkPDF reads all PDF letters of testdata, from bytes to signatories; BenchmarkPDFToText is pdftotext (of Poppler) on the
// same files, which gives text only, one process a file. Compare the two in one run.
func BenchmarkPDF(b *testing.B) {
	needEngine(b)
	files, total := pdfFiles(b)
	b.SetBytes(total)
	for b.Loop() {
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := Extract(context.Background(), filepath.Base(file), data, Limits{}); err != nil {
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
	all, err := filepath.Glob("testdata/pdf/*.pdf")
	if err != nil || len(all) == 0 {
		b.Fatalf("no PDFs: %v", err)
	}
	for _, file := range all {
		if filepath.Base(file) == "scanned.pdf" {
			continue // an error, not a letter
		}
		info, err := os.Stat(file)
		if err != nil {
			b.Fatal(err)
		}
		files, total = append(files, file), total+info.Size()
	}
	return files, total
}
