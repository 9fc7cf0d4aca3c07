package cells

import (
	"slices"
	"testing"
)

func TestGuard(t *testing.T) {
	for cell, guarded := range map[string]string{"=SUM(A1)": "'=SUM(A1)", "-Dash": "'-Dash", "'-Dash": "''-Dash", "''＝x": "'''＝x", "'t Huis": "'t Huis", "Lake": "Lake", "": "", "'": "'", "\tTab": "'\tTab"} {
		if got := Guard(cell); got != guarded {
			t.Errorf("Guard(%q) = %q, want %q", cell, got, guarded)
		}
		if got := Unguard(guarded); got != cell {
			t.Errorf("Unguard(%q) = %q, want %q", guarded, got, cell)
		}
	}
}

func TestRead(t *testing.T) {
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range "a;b\nÖ;2\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for text, want := range map[string][]Row{
		"\xEF\xBB\xBFa,B \r\n\"1,\r\n2\",x\r\n\r\nlast\r\n": {{2, []string{"1,\n2", "x"}}, {4, []string{"last"}}},
		"a\tB\nM\xfcnich\t2\n":                              {{2, []string{"Münich", "2"}}},
		string(utf16):                                       {{2, []string{"Ö", "2"}}},
	} {
		got, err := Read([]byte(text))
		if err != nil || !slices.EqualFunc(got.Rows, want, func(a, b Row) bool { return a.Number == b.Number && slices.Equal(a.Cells, b.Cells) }) {
			t.Errorf("%q: %+v, %v", text, got, err)
			continue
		}
		if got.Column("c") != -1 || got.Column("c", "b") != 1 || got.Rows[0].Cell(-1) != "" || got.Rows[len(got.Rows)-1].Cell(2) != "" || len(Head([]byte(text))) != 2 {
			t.Errorf("%q: columns %q", text, got.Head)
		}
	}
	for _, text := range []string{"", "\n\n", "a,b\x00"} {
		if got, err := Read([]byte(text)); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
