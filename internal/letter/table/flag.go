package table

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// flag is a column that answers its header with yes or no.
type flag struct {
	column  int
	yes, no State
}

// The words of such headers, by package lexicon.
const (
	asks  = "ask"   // whether somebody signs, or may be shown: "Do you want to sign?"
	hides = "hide"  // what yes keeps from being a signature: "hidden", "spam"
	goes  = "gone"  // "withdrawn"
	aside = "aside" // something else: "May we send you our newsletter?"
	alias = "as"    // what the signatory is: "Do you sign on behalf of an organization?"
	being = "is"    // perhaps: "Is this an organization?"
)

const (
	mostAnswers  = 0.9 // the share of cells that answer
	longestReply = 12  // words: "Yes, we want to sign"
	barest       = 3   // words of a header that is a flag of programs
)

// answers readies the columns that answer their headers: those that ask whether somebody signs, or what the signatory is. The others say nothing
// of who signed.
func (r *Reading) answers(rows [][]string) {
	if rule.Off("table.Reading.answers") {
		return
	}
	rows = sample(rows)
	for k := range r.Columns {
		c := &r.Columns[k]
		if r.header[k] != "" && c.Cells > 1 && r.Column(TypeColumn) < 0 && bothKinds(rows, k) {
			c.Column, c.Said = TypeColumn, true
			continue
		}
		if c.Cells == 0 || c.Said && (c.Column == CountryColumn || c.Column == PlaceColumn || c.Column == NumberColumn) || !answered(rows, k) {
			continue
		}
		f, who, known := flagOf(r.header[k])
		if (!known || who != Anyone) && (c.Column == NumberColumn || !wordedAnswers(rows, k)) {
			continue // a number, or a name of one letter
		}
		c.Column, c.Said = UnknownColumn, false
		switch {
		case !known:
			if senseOf(text.Trim(r.header[k])).column == StatusColumn {
				c.Column, c.Said = StatusColumn, true
			}
		case who != Anyone:
			if r.yesMeans == Anyone {
				c.Column, c.Said, r.yesMeans, r.asked = TypeColumn, true, who, k
			}
		default:
			f.column = k
			r.flags = append(r.flags, f)
		}
	}
}

// bothKinds reports whether the cells of a column say who signs, some of them persons and some organizations, whatever its header asks.
func bothKinds(rows [][]string, k int) bool {
	var n [Workers + 1]int
	all := 0
	for _, row := range rows {
		if k < len(row) && row[k] != "" {
			all++
			n[KindOf(row[k])]++
		}
	}
	return n[Organizations] > 0 && n[Persons] > 0 && float64(n[Organizations]+n[Persons]) >= mostAnswers*float64(all)
}

// answered reports whether the cells of a column say yes or no.
func answered(rows [][]string, k int) bool {
	n, all := 0, 0
	for _, row := range rows {
		if k < len(row) && row[k] != "" {
			if all++; answerOf(row[k]) != 0 {
				n++
			}
		}
	}
	return float64(n) >= mostAnswers*float64(all)
}

// wordedAnswers reports whether a cell of a column answers with more than a letter or a figure.
func wordedAnswers(rows [][]string, k int) bool {
	for _, row := range rows {
		if k < len(row) && utf8.RuneCountInString(row[k]) > 1 {
			return true
		}
	}
	return false
}

// answerOf says what a cell answers: 1 for yes, -1 for no, 0 for anything else.
func answerOf(cell string) int {
	v := words()
	if a, ok := v.answers[Key(cell)]; ok {
		return a
	}
	if head, _, cut := strings.Cut(cell, ","); cut && text.WordCount(cell) <= longestReply {
		return v.answers[Key(head)]
	}
	return 0
}

// flagOf reads the header of a column that answers it.
func flagOf(header string) (f flag, who Who, known bool) {
	v := words()
	parts := tokens(header)
	found := map[string]bool{}
	for _, p := range parts {
		for _, s := range v.flags[Key(p)] {
			found[s] = true
		}
		if w := v.signers[Key(p)]; (w == Organizations || w == Persons) && (who == Anyone || who == w) {
			who = w
		}
	}
	bare := len(parts) <= barest
	switch {
	case found[aside]:
		return f, Anyone, false
	case who != Anyone && (found[alias] || len(parts) == 1 || found[being] && !found[asks] && len(parts) <= barest+2):
		return f, who, true
	case found[goes] && bare:
		return flag{yes: Gone, no: Stands}, Anyone, true
	case found[hides] && bare:
		return flag{yes: Waits, no: Stands}, Anyone, true
	case found[asks]:
		return flag{yes: Stands, no: Waits}, Anyone, true
	}
	return f, Anyone, false
}

// flagged sets what became of a signature by the flags of its row: who does not want to sign has not signed, whatever else is said.
func (r *Reading) flagged(row *Row, at func(int) string) {
	for _, f := range r.flags {
		said := at(f.column)
		state := Unsaid
		switch answerOf(said) {
		case 1:
			state = f.yes
		case -1:
			state = f.no
		}
		if state > Stands && row.State <= Stands {
			row.State, row.Flag, row.Status = state, text.OneLine(r.header[f.column]), said
		}
	}
}

// kind is what the column of kinds says of a row.
func (r *Reading) kind(cell string) Who {
	if r.yesMeans == Anyone || r.asked != r.typed {
		return KindOf(cell)
	}
	switch answerOf(cell) {
	case 1:
		return r.yesMeans
	case -1:
		return Organizations + Persons - r.yesMeans
	}
	return Anyone
}

// isFlag reports whether a column says what became of a signature.
func (r *Reading) isFlag(k int) bool {
	for _, f := range r.flags {
		if f.column == k {
			return true
		}
	}
	return false
}
