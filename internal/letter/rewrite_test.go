package letter_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// TestRewrite asks that -update writes names that are printed, over a line's end too, and no others.
func TestRewrite(t *testing.T) {
	const text = "Signed by:\n\nUnion of Milk and Cheese\n  Makers\nSamuel Otto, Vorsitzender des Ruderclubs Talheim\nNight Owls   Bus Riders\nUnited       of Town\n"
	for _, c := range []struct {
		name, printed string
		written       bool
	}{
		{"Union of Milk and Cheese Makers", "Union of Milk and Cheese\n  Makers", true},
		{"Ruderclubs Talheim", "Samuel Otto, Vorsitzender des Ruderclubs Talheim", true},
		{"Night Owls United", "Night Owls\nUnited", true}, // of columns: the row's own lines are its print
		{"Ruderclub Talheim", "Samuel Otto, Vorsitzender des Ruderclubs Talheim", false},
		{"clubs Talheim", "Samuel Otto, Vorsitzender des Ruderclubs Talheim", false},
		{"Union of Cheese Makers", "Union of Milk and Cheese\n  Makers", false},
		{"union of milk and cheese makers", "Union of Milk and Cheese\n  Makers", false},
		{"", "Signed by:", false},
	} {
		file := filepath.Join(t.TempDir(), "want")
		const before = "as it was"
		if err := os.WriteFile(file, []byte(before), 0o644); err != nil {
			t.Fatal(err)
		}
		printing := letter.Printing{Line: 3, Text: c.printed}
		d := &letter.Draft{Text: text, Signatories: []letter.Row{{Name: c.name, Type: graph.TypeOrganization, Line: 3, Text: c.printed, Evidence: []letter.Printing{printing}}}}
		err := rewrite(file, d)
		now, readErr := os.ReadFile(file)
		if readErr != nil {
			t.Fatal(readErr)
		}
		switch {
		case c.written && (err != nil || string(now) != summary(d)):
			t.Errorf("%q was not written: %v", c.name, err)
		case !c.written && (err == nil || string(now) != before || !strings.Contains(err.Error(), "as printed")):
			t.Errorf("%q was written, or for another reason not: %v, %q", c.name, err, now)
		}
	}
}

// TestDifference asks that only what changed is printed, in order.
func TestDifference(t *testing.T) {
	for _, c := range []struct{ want, got, out string }{
		{"a\nb\nc\n", "a\nb\nc\n", ""},
		{"a\nb\nc\n", "a\nx\nc\n", "   2 - b\n   2 + x\n"},
		{"a\nb\nc\n", "b\nc\nd\n", "   1 - a\n   3 + d\n"},
		{"", "a\n", "   1 + a\n"},
	} {
		if out := difference(c.want, c.got); out != c.out {
			t.Errorf("from %q to %q: %q, want %q", c.want, c.got, out, c.out)
		}
	}
}
