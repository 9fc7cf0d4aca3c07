package explore

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"testing"

	"undersigned/internal/report"
)

// rows returns the data rows of a table export.
func rows(t *testing.T, r *Reading, format string, v View) [][]string {
	t.Helper()
	f := mustExport(t, r, format, v, report.Options{})
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Data, []byte("\ufeff"))))
	reader.FieldsPerRecord = -1
	all, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

// TestDataFilesHoldAllTies: the map draws the strongest ties, a file has them all, in the same order and weights.
func TestDataFilesHoldAllTies(t *testing.T) {
	r := exampleReading(t)
	a, err := r.Network(t.Context(), View{MinLetters: 2, Ties: 500})
	if err != nil {
		t.Fatal(err)
	}
	if a.TiesTotal <= tiesAtMost {
		t.Fatalf("the example's view has %d ties: too few for this test", a.TiesTotal)
	}
	all := rows(t, r, "ties.csv", View{MinLetters: 2})
	if int64(len(all)) < a.TiesTotal || int64(len(all)) > a.TiesTotal+3 {
		t.Errorf("the file has %d rows for %d ties", len(all), a.TiesTotal)
	}
	for i := range a.Ties.A {
		if id := a.Organizations.ID[a.Ties.A[i]]; all[i][0] != id || all[i][6] != strconv.Itoa(a.Ties.Letters[i]) {
			t.Fatalf("tie %d: the file has %v, the map %s with %d letters", i, all[i], id, a.Ties.Letters[i])
		}
	}
	if few := rows(t, r, "ties.csv", View{MinLetters: 2, Ties: 100}); len(few) < 100 || len(few) > 103 {
		t.Errorf("100 ties were asked for, the file has %d rows", len(few))
	}
}

// TestSignaturesFileNeedsNoAnalysis: the table of signatures comes before anything is computed, and is of the same view.
func TestSignaturesFileNeedsNoAnalysis(t *testing.T) {
	r := exampleReading(t)
	lines := rows(t, r, "signatures.csv", View{MinLetters: 1})
	signed := map[[2]string]bool{}
	for _, row := range lines {
		if len(row) > 3 {
			signed[[2]string{row[0], row[2]}] = true
		}
	}
	if len(signed) != 2312 {
		t.Errorf("the file has %d pairs of organization and letter, want 2,312", len(signed))
	}
	in2021 := rows(t, r, "signatures.csv", View{MinLetters: 1, From: 2021, To: 2021})
	if len(in2021) == 0 || len(in2021) >= len(lines) {
		t.Errorf("of 2021: %d rows of %d", len(in2021), len(lines))
	}
}
