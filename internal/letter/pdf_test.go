package letter

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/pdf"
)

// pdfWant is what scripts/pdf-fixtures wrote down while it filled in a letter.
type pdfWant struct {
	Title, Date, Kind, Language string
	Organizations               []string
	Persons                     int
	Error, Warning              string
}

// TestPDF reads the PDF letters of testdata/pdf: the organizations, persons, title and date must be those that their sources say.
func TestPDF(t *testing.T) {
	needEngine(t)
	files, err := filepath.Glob("testdata/pdf/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 30 {
		t.Errorf("only %d PDFs were found", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { checkPDF(t, file) })
	}
}

func needEngine(t testing.TB) {
	t.Helper()
	if pdf.Available() {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("this build has no PDF engine; run make build")
	}
	t.Skip("this build has no PDF engine; run make build")
}

func checkPDF(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile(file + ".want")
	if err != nil {
		t.Fatal(err)
	}
	var want pdfWant
	if err := json.Unmarshal(said, &want); err != nil {
		t.Fatal(err)
	}
	d, err := Extract(context.Background(), filepath.Base(file), data, Limits{})
	if want.Error != "" {
		var e *graph.Error
		if !errors.As(err, &e) || graph.CodeOf(err) != graph.Unsupported || !strings.Contains(err.Error(), want.Error) {
			t.Errorf("the error is %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	checkDraft(t, d)
	var got []string
	for _, r := range d.Signatories {
		if r.Type == graph.TypeOrganization {
			got = append(got, r.Name)
		}
		if r.Page == 0 || len(r.Box) != 4 || r.Box[0] >= r.Box[2] || r.Box[1] >= r.Box[3] {
			t.Errorf("%q stands on page %d in the box %v", r.Name, r.Page, r.Box)
		}
	}
	missing, extra := difference(want.Organizations, got)
	if len(missing)+len(extra) > 0 {
		t.Errorf("missing: %q\n   extra: %q", missing, extra)
	}
	if d.Persons() != want.Persons {
		t.Errorf("%d persons, want %d", d.Persons(), want.Persons)
	}
	if string(d.Date) != want.Date || string(d.Title) != want.Title && want.Title != "" || string(d.Language) != want.Language || d.Kind != want.Kind {
		t.Errorf("%q, %s, %s, %s; want %q, %s, %s, %s", d.Title, d.Date, d.Language, d.Kind, want.Title, want.Date, want.Language, want.Kind)
	}
	if warnings := strings.Join(d.Warnings, "\n"); (warnings == "") != (want.Warning == "") || !strings.Contains(warnings, want.Warning) {
		t.Errorf("the warnings are %q", warnings)
	}
}

// difference compares two lists as multisets, case apart.
func difference(want, got []string) (missing, extra []string) {
	left := map[string]int{}
	for _, n := range want {
		left[graph.Fold(n)]++
	}
	for _, n := range got {
		if left[graph.Fold(n)]--; left[graph.Fold(n)] < 0 {
			extra = append(extra, n)
		}
	}
	for _, n := range slices.Backward(want) {
		if left[graph.Fold(n)] > 0 {
			left[graph.Fold(n)]--
			missing = append(missing, n)
		}
	}
	return missing, extra
}
