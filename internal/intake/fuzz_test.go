package intake

import (
	"strings"
	"testing"

	"undersigned/graph"
)

// FuzzMark: whatever a document and its rows say, every mark points at a row or a line left out that is there, and no text is changed.
func FuzzMark(f *testing.F) {
	f.Add("River Watch\nBoat\nBuilders\n\nRiver Watch", "Boat\nBuilders", "River Watch", 2, 5, true)
	f.Add("a\fb\n\f\fc", "c", "", 3, 0, false)
	f.Add("", "x", "\n\n", -1, 1<<40, false)
	f.Fuzz(func(t *testing.T, text, row1, row2 string, at1, at2 int, raw bool) {
		rows := []row{{Evidence: []graph.Evidence{{Line: at1, Text: row1}, {Line: at2, Text: row1}}}, {Evidence: []graph.Evidence{{Line: at2, Page: at1, Text: row2}}}}
		left := []graph.LeftOut{{Line: at1, Text: row2}}
		lines, ok := rawLines([]byte(text), rows)
		if !raw || !ok {
			lines = nil
			for _, l := range strings.Split(text, "\n") {
				lines = append(lines, newLine(0, 0, l))
			}
		}
		before := make([]string, len(lines))
		for i, l := range lines {
			before[i] = l.Text
		}
		mark(lines, rows, left)
		interpolate(lines)
		for i, l := range lines {
			if l.Text != before[i] || l.LeftOut < -1 || l.LeftOut >= len(left) {
				t.Errorf("line %d: %+v", i, l)
			}
			for _, r := range l.Rows {
				if r < 0 || r >= len(rows) {
					t.Errorf("line %d: %+v", i, l)
				}
			}
		}
	})
}

// FuzzWork: whatever a child is given, it answers, and with a code and a sentence where it did not read.
func FuzzWork(f *testing.F) {
	f.Add(`{"do":"read","name":"a.txt"}` + "\n" + letterText("Keep the river open", "River Watch", "Boat Builders Guild"))
	f.Add(`{"do":"draw","name":"a.pdf","page":-1,"scale":1e300}` + "\n%PDF-1.4")
	f.Add("{}\n")
	f.Fuzz(func(t *testing.T, in string) {
		r, picture := work(t.Context(), strings.NewReader(in))
		if r.Code != "" && r.Message == "" || r.Code == "" && r.Reading == nil && len(picture) == 0 {
			t.Errorf("%+v", r)
		}
		if r.Reading != nil && len(r.Reading.Letter.Documents) != 1 {
			t.Errorf("%d documents", len(r.Reading.Letter.Documents))
		}
	})
}
