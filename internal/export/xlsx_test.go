package export

import (
	"io"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestWorkbook(t *testing.T) {
	n := hard()
	n.Organizations[0].Name = "Carriage _x000D_ return"
	n.Organizations[1].Name = "=1+1"
	n.Organizations[2].Name = strings.Repeat("long ", 10_000)
	got := string(parts(t, ".xlsx", write(t, n, OneMode, XLSX)))
	for _, want := range []string{
		`<sheet name="organizations" sheetId="1" r:id="rId1"/><sheet name="letters" sheetId="2" r:id="rId2"/><sheet name="signatures" sheetId="3" r:id="rId3"/><sheet name="ties" sheetId="4" r:id="rId4"/>`,
		">Carriage _x005F_x000D_ return<", // read back as it was
		">=1+1<",
		"…<",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the workbook lacks %s", want)
		}
	}
	if strings.Contains(got, "<f>") || strings.Contains(got, strings.Repeat("long ", 7000)) {
		t.Error("the workbook has a formula, or a cell that is too long")
	}
	n.Signatures = nil
	if got := string(parts(t, ".xlsx", write(t, n, OneMode, XLSX))); strings.Contains(got, `name="signatures"`) {
		t.Error("a network without signature lines has a sheet of them")
	}
}

func TestAWorkbookThatIsTooLarge(t *testing.T) {
	for name, change := range map[string]func(*Network){
		"ties":       func(n *Network) { n.Ties = slices.Repeat(n.Ties, 7) },
		"signatures": func(n *Network) { n.Signatures = slices.Values(make([]Signature, 20)) },
		"letters":    func(n *Network) { n.Letters[0].Signers = slices.Repeat(n.Letters[0].Signers, 4) },
	} {
		n := hard()
		mode := Mode(name == "letters") // its ties are signatures then
		if err := workbook(io.Discard, n, mode, 20); err != nil {
			t.Errorf("20 rows are enough: %v", err)
		}
		change(n)
		if err := workbook(io.Discard, n, mode, 20); graph.CodeOf(err) != graph.TooLarge {
			t.Errorf("%s: error %v, want too large", name, err)
		}
	}
}
