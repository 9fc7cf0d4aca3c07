package letter

import (
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/rule"
)

// mergeQuoted makes one signatory of a person whom the document quotes and the list prints again: the name below a quotation says who spoke. Two persons of
// one name in one list stay two.
func mergeQuoted(found []signed, d *about.Facts) []signed {
	if rule.Off("letter.mergeQuoted") {
		return found
	}
	ends := map[int]bool{} // the lines below a quotation
	for i := 1; i < len(d.Lines); i++ {
		if endsQuotation(d.Lines[i-1].Text) {
			ends[d.Lines[i].Number] = true
		}
	}
	if len(ends) == 0 {
		return found
	}
	listed := map[string]int{} // folded names of persons that stand elsewhere
	for i := range found {
		if r := &found[i].row; r.Type == graph.TypePerson && !ends[r.Line] {
			listed[personKey(r.Name)] = i
		}
	}
	var out []signed
	for i := range found {
		r := &found[i].row
		if at, known := listed[personKey(r.Name)]; known && r.Type == graph.TypePerson && ends[r.Line] {
			found[at].row.AddPrinting(r.Evidence[0])
		}
	}
	for i := range found {
		r := &found[i].row
		if _, known := listed[personKey(r.Name)]; !known || r.Type != graph.TypePerson || !ends[r.Line] {
			out = append(out, found[i])
		}
	}
	return out
}

// endsQuotation reports whether a line ends with the mark that closes a quotation.
func endsQuotation(s string) bool {
	s = strings.TrimRight(s, " .,")
	r, _ := utf8.DecodeLastRuneInString(s)
	if r == '"' {
		return strings.Count(s, `"`)%2 == 1 || strings.HasPrefix(s, `"`)
	}
	return (r == '”' || r == '“' || r == '»') && len(strings.Fields(s)) > 2
}

// personKey is what a person is known by: the name without what a comma sets off.
func personKey(name string) string {
	name, _, _ = strings.Cut(name, ",")
	return graph.Fold(name)
}
