package table

import (
	"strings"

	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
)

// Meaningful reports whether the columns of rows, of one length, say different things of one signatory each. header: the first row names them.
func Meaningful(rows [][]string, header bool) bool {
	if rule.Off("table.Meaningful") {
		return false
	}
	if header {
		for _, c := range rows[0] {
			switch SenseOf(c) {
			case UnknownColumn, NameColumn, OrganizationColumn, OrganizationsColumn, PersonColumn, PersonsColumn, LetterColumn, ListColumn, LabelColumn, TargetColumn:
			default:
				return true
			}
		}
		rows = rows[1:]
	}
	looks := lookAt(rows, len(rows[0]))
	least, most, orgs := 1.0, 0.0, 0.0
	sure, others := 0.0, 0.0
	for k := range looks {
		f := &looks[k].shares
		if looks[k].cells == 0 {
			continue
		}
		if looks[k].cells >= 3 && (f[fNumber] >= 0.8 || f[fCountry] >= 0.6 || f[fAddress]+f[fEmail]+f[fLink] >= 0.6 || f[fDistinct] <= 0.5) {
			return true
		}
		if looks[k].cells >= 3 && len(looks) == 2 && told(rows, k) {
			return true
		}
		least, most = min(least, f[fPerson]), max(most, f[fPerson])
		if f[fSurePerson] < 1 {
			others = max(others, f[fSurePerson])
		}
		if f[fSurePerson] >= 0.5 {
			sure = max(sure, f[fSurePerson])
		} else if f[fSurePerson] <= 0.15 {
			orgs = max(orgs, f[fOrg]+f[fOffice]+f[fOwn])
		}
	}
	if len(rows) == 2 && sure == 1 && others == 0 {
		return true // persons, and what are none beside
	}
	return len(rows) >= 3 && (most >= 0.7 && least <= 0.25 || sure >= 0.5 && orgs >= 0.3)
}

// told reports whether most cells of a column are sentences, by their full stops, and those beside them are none.
func told(rows [][]string, k int) bool {
	ended, beside := 0, 0
	for _, row := range rows {
		for i, c := range row {
			if !strings.HasSuffix(c, ".") || len(strings.Fields(c)) < 4 {
				continue
			}
			if i == k {
				ended++
			} else {
				beside++
			}
		}
	}
	return 3*ended >= 2*len(rows) && beside == 0
}

// SideBySide reports whether a table without a header is a list of names set in columns: no column holds numbers, places, offices or
// persons, and each has words that names of organizations have; or the cells, read by row or by column, keep the alphabet.
func SideBySide(rows [][]string) bool {
	if rule.Off("table.SideBySide") {
		return false
	}
	looks := lookAt(rows, widthOf(rows))
	telling := true
	var all []int
	for k := range looks {
		f := &looks[k].shares
		if looks[k].cells == 0 {
			continue
		}
		all = append(all, k)
		if odd := f[fCountry] + f[fNumber] + f[fAddress] + f[fEmail] + max(f[fSentence], f[fOffice], f[fOwn], f[fSurePerson]); 4*odd > 1 {
			return false
		}
		telling = telling && 4*f[fOrg] >= 1
	}
	return telling || keepsAlphabet(all, rows) || interchangeable(looks, rows)
}

// Order returns the cells of columns that stand side by side, in the order that is closer to the alphabet: by row, or by column. pick is called
// with each row and column that has text.
func (r *Reading) Order(rows [][]string, pick func(row, column int)) {
	var across, down []string
	cells := func(visit func(i, k int)) (byRow, byColumn func()) {
		byRow = func() {
			for i := range rows {
				for _, k := range r.Side {
					if k < len(rows[i]) && rows[i][k] != "" {
						visit(i, k)
					}
				}
			}
		}
		byColumn = func() {
			for _, k := range r.Side {
				for i := range rows {
					if k < len(rows[i]) && rows[i][k] != "" {
						visit(i, k)
					}
				}
			}
		}
		return byRow, byColumn
	}
	byRow, _ := cells(func(i, k int) { across = append(across, rows[i][k]) })
	_, byColumn := cells(func(i, k int) { down = append(down, rows[i][k]) })
	byRow()
	byColumn()
	none := make([]int, len(across))
	_, columns := phrase.Alphabetical(down, none)
	_, lines := phrase.Alphabetical(across, none)
	byRow, byColumn = cells(pick)
	if strings.Join(r.header, "") != "" && len(r.Sides) > 1 && r.Sides[0] != r.Sides[1] || columns > lines && columns >= 0.8 {
		byColumn()
		return
	}
	byRow()
}

// SideOf says what the cells of a column are that stands beside others.
func (r *Reading) SideOf(column int) Who {
	for i, k := range r.Side {
		if k == column {
			return r.Sides[i]
		}
	}
	return Anyone
}
