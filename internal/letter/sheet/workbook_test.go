package sheet

import (
	"errors"
	"testing"

	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
)

// What heads a table in a text does so in a sheet of a workbook, too.
func TestHeadOf(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]string
		want int
	}{
		"edges":           {[][]string{{"Source", "Target", "Weight"}, {"Salt Union", "Keep the pool", "1"}}, 0},
		"an empty corner": {[][]string{{"", "Letter A", "Letter B"}, {"Salt Union", "1", "0"}, {"Pier Friends", "0", "1"}}, 0},
		"marks alone":     {[][]string{{"", "1", "0"}, {"Salt Union", "1", "0"}, {"Pier Friends", "0", "1"}}, -1},
		"grouped columns": {[][]string{{"Signatories", "", "Letters", ""}, {"Name", "Country", "Title", "Date"}, {"Salt Union", "Norway", "Keep the pool", "2019"}}, 1},
		"a whole header":  {[][]string{{"Name", "Country", "Title"}, {"Salt Union", "Norway", "Keep the pool"}, {"Pier Friends", "Chile", "Keep the pool"}}, 0},
	} {
		s := &office.Sheet{}
		for i, cells := range c.rows {
			s.Rows = append(s.Rows, office.SheetRow{Number: i + 1, Cells: cells})
		}
		if got := headOf(s); got != c.want {
			t.Errorf("%s: row %d heads it, want %d", name, got, c.want)
		}
	}
}

func TestSheetsOfYearsAreAskedAbout(t *testing.T) {
	for _, c := range []struct {
		names []string
		each  bool
		asks  bool
	}{
		{[]string{"2021", "2022"}, false, true},
		{[]string{"Sheet1", "Sheet2"}, false, false},
		{[]string{"1", "2"}, false, false},
		{[]string{"Pool letter", "Ferry letter"}, true, false},
	} {
		each, err := newReader("x.xlsx", "", medium.Limits{}).severalSheets(c.names)
		q, _ := errors.AsType[*medium.Question](err)
		if each != c.each || (q != nil) != c.asks || q != nil && q.About != medium.AskSheet {
			t.Errorf("%q: each is a letter: %v, error %v", c.names, each, err)
		}
	}
}
