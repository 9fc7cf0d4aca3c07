package sheet

import (
	"bytes"
	"strings"

	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// IsTableAsText reports whether a text is a table of who signed what that has another name than tables have: all cells of its first line name columns, one
// of them who signed and one the letter. Read as a text, all its rows would be of one letter, or none.
func IsTableAsText(name string, data []byte) bool {
	decoded, _ := text.Decode(name, data[:min(len(data), 4096)])
	first, rest, _ := strings.Cut(strings.TrimLeft(strings.TrimPrefix(decoded, "\ufeff"), "\r\n"), "\n")
	by, most := mostOf(first)
	if most == 0 || len(bytes.TrimSpace([]byte(rest))) == 0 {
		return false
	}
	who, which := false, false
	for _, c := range cellsOfLine(strings.TrimRight(first, "\r"), by) {
		switch sense := table.SenseOf(c); {
		case sense == table.UnknownColumn:
			return false
		case table.Names(sense):
			who = true
		case sense == table.LetterColumn:
			which = true
		}
	}
	return who && which
}
