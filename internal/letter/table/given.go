package table

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// JudgeAs is Judge where the user says what some columns hold. What they hold by their look is then noted beside the name, and no other column names who
// signs or the letter.
func JudgeAs(by *weights.Set, header []string, rows [][]string, given map[int]Column) *Reading {
	return judgeRows(by, header, rows, given)
}

// take sets the columns that were given.
func (r *Reading) take(given map[int]Column, senses []sense) {
	if len(given) == 0 {
		return
	}
	names, letters := false, false
	for _, c := range given {
		names, letters = names || c == NameColumn, letters || c == LetterColumn
	}
	for k := range r.Columns {
		c := &r.Columns[k]
		if to, ok := given[k]; ok {
			c.Column, c.Said = to, true
			senses[k] = sense{to, 1}
			continue
		}
		switch {
		case names && c.named() && c.Column != AffiliationColumn && c.Column != ContactColumn, letters && (c.Column == LetterColumn || c.Column == TitleColumn || c.Column == ListColumn && names):
			c.Column, c.Said = NoteColumn, true
			senses[k] = sense{NoteColumn, 1}
		}
	}
}

// Find returns the column that the user names: by its header, folded, or by its number from 1; -1.
func Find(header []string, width int, called string) int {
	for k, h := range header {
		if text.Trim(h) == text.Trim(called) && text.Trim(h) != "" {
			return k
		}
	}
	for k, h := range header {
		if Key(h) != "" && Key(h) == Key(called) {
			return k
		}
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(text.Trim(called)), "column ")); err == nil && n >= 1 && n <= width {
		return n - 1
	}
	return -1
}

// Marks says whether a cell is a mark of a matrix, and whether it is set.
func Marks(cell string) (set, is bool) {
	switch strings.ToLower(text.Trim(cell)) {
	case "":
		return false, true
	case "0", "-", "–", "—", "o", "✗", "✘", "☐", "0.0":
		return false, true
	case "1", "x", "×", "✓", "✔", "☑", "☒", "•", "●", "*", "+", "1.0", "✅":
		return true, true
	}
	answer := words().answers[Key(cell)]
	return answer > 0, answer != 0
}

// WordMark reports whether a mark is a word, which answers a question as often as it marks a cell.
func WordMark(cell string) bool { return len(text.Trim(cell)) > 1 && answerOf(text.Trim(cell)) != 0 }

// AsksYesOrNo reports whether a header has words of questions that are answered with yes or no.
func AsksYesOrNo(header string) bool {
	for _, p := range tokens(header) {
		if len(words().flags[Key(p)]) > 0 {
			return true
		}
	}
	return false
}

// HeadsLetter reports whether a header, or the name of a sheet, says that it is a letter: it has a word for one, or a date.
func HeadsLetter(header string) bool {
	for _, p := range tokens(header) {
		k := Key(p)
		if words().headers[k] == LetterColumn || words().headers[strings.TrimSuffix(k, "s")] == LetterColumn {
			return true
		}
	}
	return fourFigures.MatchString(header)
}

// IsColumnName reports whether a header is a name of columns and nothing else.
func IsColumnName(header string) bool {
	c, known := words().headers[Key(header)]
	return known && c != fillerColumn && !lettered(words(), header)
}

// IsFlag reports whether a column says what became of a signature.
func (r *Reading) IsFlag(k int) bool { return r.isFlag(k) }

// Typed and Country are the columns of kinds and of countries, -1 where there is none; Other is the column kept beside the names.
func (r *Reading) Typed() int   { return r.typed }
func (r *Reading) Country() int { return r.country }
func (r *Reading) Other() int   { return r.other }

// Called names a column for the user.
func (r *Reading) Called(k int) string { return r.called(k) }

// LetterNumber is the column of numbers that letters have beside their titles, -1 where there is none.
func (r *Reading) LetterNumber() int { return r.letterNumber }

// numbered makes numbers of columns that hold the number of a letter ("letter id") where another holds its title ("letter title").
func (r *Reading) numbered() {
	titles := 0
	var ids []int
	for k, c := range r.Columns {
		if c.Column != LetterColumn || !c.Said {
			continue
		}
		id := false
		for _, p := range tokens(r.header[k]) {
			id = id || words().headers[Key(p)] == NumberColumn
		}
		if id {
			ids = append(ids, k)
		} else {
			titles++
		}
	}
	if titles == 1 {
		for _, k := range ids {
			r.Columns[k].Column, r.letterNumber = NumberColumn, k
		}
	}
}
