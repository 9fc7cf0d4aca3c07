package entry

import (
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// uprightBlocks reads rows of which each column is a signature, as sign-offs set several side by side: a row of persons, below it their offices, below
// these for whom they sign. Rows that stand apart begin such signatures anew. nil where the rows are not of that kind.
func uprightBlocks(lines []document.Line, ctx section.Setting) []section.Block {
	if rule.Off("entry.uprightBlocks") || len(lines) < 2 || lines[0].Header {
		return nil
	}
	var out []section.Block
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Gap == 0 {
			to++
		}
		group := upright(lines[from:to], ctx)
		if group == nil {
			return nil
		}
		out = append(out, group...)
		from = to
	}
	return out
}

func upright(lines []document.Line, ctx section.Setting) []section.Block {
	if len(lines) < 2 || len(lines) > 4 {
		return nil
	}
	width := len(lines[0].Cells)
	if !personsAboveOffices([][]string{lines[0].Cells, lines[1].Cells}) {
		return nil
	}
	var out []section.Block
	for k := range width {
		b := section.Block{Sort: document.Plain, Setting: ctx}
		for i := range lines {
			if k < len(lines[i].Cells) {
				if t := text.Trim(lines[i].Cells[k]); t != "" {
					l := lines[i]
					l.Text, l.Sort, l.Cells, l.Gap = t, document.Plain, nil, 0
					b.Lines = append(b.Lines, l)
				}
			}
		}
		if len(b.Lines) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// upstanding gives entries of columns their rows as evidence, all from the first to the last: a cell stands in no line by itself, and a row in which a
// column has none stands between its others.
func upstanding(rows []document.Line, entries []Entry) []Entry {
	at := map[int]int{}
	for i := range rows {
		at[rows[i].Place] = i
	}
	for i := range entries {
		e := &entries[i]
		e.Marked = true
		first, last := len(rows), -1
		for k := range e.Lines {
			if row, ok := at[e.Lines[k].Place]; ok {
				first, last = min(first, row), max(last, row)
			}
		}
		if last >= 0 {
			e.Lines = rows[first : last+1 : last+1]
		}
	}
	return entries
}

// personsAboveOffices reports whether the first row has persons, and the second what most of them are.
func personsAboveOffices(rows [][]string) bool {
	if rule.Off("entry.personsAboveOffices") || len(rows) < 2 {
		return false
	}
	offices, filled := 0, 0
	for k, c := range rows[0] {
		if c = text.Trim(c); c == "" {
			continue
		}
		if filled++; phrase.PersonCertainty(phrase.CutMarks(c)) == 0 || phrase.IsOffice(c) {
			return false
		}
		if k < len(rows[1]) && phrase.IsOffice(rows[1][k]) {
			offices++
		}
	}
	return filled >= 2 && 2*offices >= filled
}
