package cells

import (
	"slices"
	"strings"
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
	for _, text := range []string{"", "\n\n", "a,b\x00", "\"a,b\n1,2\n"} {
		if got, err := Read([]byte(text)); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func TestUnclosedQuotes(t *testing.T) {
	for text, row := range map[string]string{
		"a,b\n\"1,2\n3,4\n":                 "row 2: ",
		"a,b\n\"x\ny\",2\n\n3,\"4\n5,6":     "row 4: ",
		"a,b\n3,\"4":                        "row 2: ",
		"a,b\n1,2\n3,\"the \"Lake\" Club\"": "",
		"a,b\n1,2\n3,the \"Lake Club\n":     "",
		"a,b\n1,2\n3,\"x\ny\"\r\n":          "",
		"a,b\n1,2\n3,\"\"\n":                "",
	} {
		got, err := Read([]byte(text))
		if row == "" && (err != nil || len(got.Rows) != 2) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
		if row != "" && (err == nil || !strings.HasPrefix(err.Error(), row)) {
			t.Errorf("%q: %+v, %v; want %s", text, got, err, row)
		}
	}
}

func TestColumnOfThatVeryName(t *testing.T) {
	table := Table{Head: []string{"NAME", " name ", "Alias"}}
	for name, want := range map[string]int{"name": 1, "NAME": 0, "Name": 0, "alias": 2} {
		if got := table.Column(name); got != want {
			t.Errorf("Column(%q) = %d, want %d", name, got, want)
		}
	}
}
