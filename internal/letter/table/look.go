package table

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
)

// KnownHeaders counts the cells that name a column.
func KnownHeaders(cells []string) int {
	n := 0
	for _, c := range cells {
		if Headers[HeaderKey(c)] != UnknownColumn {
			n++
		}
	}
	return n
}

// Meaningful reports whether the columns of rows, of one length, say different things of one signatory each. header: the first row names them.
func Meaningful(rows [][]string, header bool) bool {
	if rule.Off("table.Meaningful") {
		return false
	}
	if header {
		columns, _ := ReadHeader(rows[0])
		for _, c := range columns {
			switch c {
			case CountryColumn, AffiliationColumn, NoteColumn, numberColumn, TypeColumn, DateColumn, StatusColumn:
				return true
			}
		}
		rows = rows[1:]
	}
	persons := make([]float64, len(rows[0]))
	for c := range persons {
		full, numbers, places, links, known, repeated := 0, 0, 0, 0, 0, 0
		seen := map[string]bool{}
		for i := range rows {
			cell := rows[i][c]
			if cell == "" {
				continue
			}
			full++
			key := graph.Fold(cell)
			if seen[key] {
				repeated++
			}
			seen[key] = true
			switch {
			case strings.Trim(cell, "0123456789.") == "":
				numbers++
			case lexicon.IsPlace(cell):
				places++
			case phrase.LooksLikeAddress(cell) || !strings.Contains(cell, " ") && strings.Contains(cell, "."):
				links++
			case phrase.PersonCertainty(cell) > 0:
				known++
			}
		}
		if full == 0 {
			continue
		}
		if full >= 3 && (10*numbers >= 8*full || 10*places >= 6*full || 10*links >= 6*full || 10*repeated >= 5*full) {
			return true
		}
		persons[c] = float64(known) / float64(full)
	}
	least, most := 1.0, 0.0
	for _, share := range persons {
		least, most = min(least, share), max(most, share)
	}
	return len(rows) >= 3 && most >= 0.7 && least <= 0.25
}

// SideBySide reports whether a table without a header is a list of names set in columns: no column holds numbers, places or
// persons, and each has words that names of organizations have; or the cells, read by row or by column, keep the alphabet.
func SideBySide(rows [][]string) bool {
	if rule.Off("table.SideBySide") {
		return false
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	var byRow, byColumn []string
	telling := true
	for k := range width {
		filled, named, odd := 0, 0, 0
		for _, r := range rows {
			if k >= len(r) || r[k] == "" {
				continue
			}
			filled++
			byColumn = append(byColumn, r[k])
			switch t := r[k]; {
			case lexicon.IsPlace(t), strings.Trim(t, "0123456789.,#/- ") == "", phrase.LooksLikeAddress(t), phrase.IsSentence(t), phrase.IsOffice(t), phrase.PersonCertainty(t) == 2:
				odd++
			case phrase.HasWord(t, lexicon.OrgWords):
				named++
			}
		}
		if filled > 0 && 4*odd > filled {
			return false
		}
		telling = telling && 4*named >= filled
	}
	if telling {
		return true
	}
	for _, r := range rows {
		for _, t := range r {
			if graph.Fold(t) != "" {
				byRow = append(byRow, t)
			}
		}
	}
	if len(byRow) < 8 {
		return false
	}
	none := make([]int, len(byColumn))
	_, down := phrase.Alphabetical(byColumn, none)
	_, across := phrase.Alphabetical(byRow, none[:len(byRow)])
	return max(down, across) >= 0.8
}
