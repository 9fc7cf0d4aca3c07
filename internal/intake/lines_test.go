package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/pdf"
)

// TestEveryRowStandsOnALine: whatever the medium, each printing of a row is marked in the document, on a line that prints it.
func TestEveryRowStandsOnALine(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "letter", "testdata", "*", "input*.*"))
	if err != nil {
		t.Fatal(err)
	}
	seen, extra := map[string]int{}, os.Getenv("INTAKE_TEST_LETTERS") // a folder of letters of one's own
	if extra != "" {
		if files, err = filepath.Glob(filepath.Join(extra, "*")); err != nil {
			t.Fatal(err)
		}
	}
	for i, path := range files {
		isPDF := filepath.Ext(path) == ".pdf"
		if !slices.Contains(Media(), filepath.Ext(path)) || isPDF && (!pdf.Available() || i%3 != 0 && extra == "") { // PDFs take long
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := read(t.Context(), task{Name: filepath.Base(path)}, data)
		if err != nil {
			if graph.CodeOf(err) == graph.Internal {
				t.Errorf("%s: %v", path, err)
			}
			continue // fixtures of what is refused
		}
		seen[r.Letter.Documents[0].Medium]++
		checkMarks(t, path, r)
	}
	if len(seen) < 3 && extra == "" {
		t.Errorf("only these media were seen: %v", seen)
	}
	t.Log(seen)
}

func checkMarks(t *testing.T, name string, r *reading) {
	t.Helper()
	on := make([][]string, len(r.Rows))
	for _, l := range r.Lines {
		for _, row := range l.Rows {
			on[row] = append(on[row], squeeze(l.Text))
		}
	}
	missing := 0
	for i := range r.Rows {
		for _, piece := range strings.Split(r.Rows[i].Evidence[0].Text, "\n") {
			if piece = squeeze(piece); piece != "" && !slices.ContainsFunc(on[i], func(l string) bool { return strings.Contains(l, piece) }) {
				if missing++; missing <= 3 {
					t.Errorf("%s: row %d, %q on line %d, is marked on %q", name, i, piece, r.Rows[i].Evidence[0].Line, on[i])
				}
			}
		}
	}
	if missing > 3 {
		t.Errorf("%s: %d pieces of %d rows are not marked", name, missing, len(r.Rows))
	}
}
