package table

import (
	"strings"
	"unicode"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// totals are the words for a sum in a row of its own.
var totals = lexicon.Set("table.totals", "{furniture total}")

// besideTotals are the words that may stand with them.
var besideTotals = lexicon.Set("table.besideTotals", "{furniture with-total}")

// IsTotal reports whether a row is a sum of the others: its name is a word for one, perhaps with a number, and the other cells have figures or nothing.
// A firm may be called Total; then a letter or a country stands beside it.
func IsTotal(cells []string, name int) bool {
	if rule.Off("table.IsTotal") || name < 0 || name >= len(cells) {
		return false
	}
	said, number := false, false
	for w := range strings.FieldsFuncSeq(strings.ToLower(cells[name]), func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
	}) {
		switch {
		case totals.Has(w):
			said = true
		case strings.Trim(w, "0123456789") == "":
			number = true
		case !besideTotals.Has(w):
			return false
		}
	}
	beside := false
	for k, c := range cells {
		if c = text.Trim(c); k == name || c == "" {
			continue
		}
		if strings.Trim(c, "0123456789.,'\u00a0 %") != "" {
			return false
		}
		beside = true
	}
	return said && (number || beside || len(cells) > 1)
}

// faults are what programs write where a cell cannot be computed.
var faults = text.Words("table.faults", "#N/A #NA #N/V #NV #REF! #BEZUG! #VALUE! #WERT! #VALEUR! #NAME? #NOM? #¿NOMBRE? #DIV/0! #NULL! #NUM! #ZAHL! #NOMBRE! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #ERROR! #EVAL! Err:502 Err:504 Err:508 Err:511 Err:519 Err:522 Err:523")

// IsFault reports whether a cell holds an error of a spreadsheet.
func IsFault(cell string) bool {
	return (strings.HasPrefix(cell, "#") || strings.HasPrefix(cell, "Err:")) && faults.Has(cell)
}
