package intake

import (
	"encoding/json"
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

// FuzzTasks: whatever a child is asked of whatever document, it gives a reading of one document, a question or a picture, or says in a sentence why not.
func FuzzTasks(f *testing.F) {
	f.Add(doRead, `{"name":"a.txt"}`, letterText("Keep the river open", "River Watch", "Boat Builders Guild"))
	f.Add(doDraw, `{"name":"a.pdf","page":-1,"scale":1e300}`, "%PDF-1.4")
	f.Add(doRead, `{}`, "")
	f.Add(doRead, `[]`, "")
	f.Fuzz(func(t *testing.T, do, ask, data string) {
		handler := Tasks()[do]
		if handler == nil || !json.Valid([]byte(ask)) {
			return
		}
		got, picture, err := handler(t.Context(), json.RawMessage(ask), []byte(data))
		if err != nil {
			if graph.MessageOf(err) == "" {
				t.Errorf("%v", err)
			}
			return
		}
		if r, ok := got.(reply); ok && r.Question == nil && len(r.Reading.Letter.Documents) != 1 || !ok && len(picture) == 0 {
			t.Errorf("%+v and %d bytes", got, len(picture))
		}
	})
}
