package evaluate

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// verdict is what a gold says of a row.
type verdict uint8

const (
	notAsked verdict = iota // a person: golds count them only
	wrong
	right
	optional // neither right nor wrong
)

// match holds the organizations of a draft against the gold, as multisets of names in normal form. A name that stands in the gold goes first; then
// an accepted form of one that nobody has taken; then an optional name. Of a name that the draft has more often than the gold, the
// first rows are right. missing are the names that no row has, in the order of the gold.
func match(d *letter.Draft, g *Gold) (rows []verdict, missing []string) {
	missing = []string{}
	open, free := map[string]int{}, map[string]int{}
	for _, name := range g.organizations() {
		open[normal(name)]++
	}
	for _, name := range g.Optional {
		free[normal(name)]++
	}
	forms := map[string][]string{} // names by their other forms
	for _, o := range g.Accept {
		for _, form := range o.Forms {
			forms[normal(form)] = append(forms[normal(form)], normal(o.Name))
		}
	}
	rows = make([]verdict, len(d.Signatories))
	keys := make([]string, len(rows))
	for i := range rows {
		if r := &d.Signatories[i]; r.Type != graph.TypePerson {
			keys[i], rows[i] = normal(r.Name), wrong
			if open[keys[i]] > 0 {
				open[keys[i]]--
				rows[i] = right
			}
		}
	}
	for i := range rows {
		if rows[i] != wrong {
			continue
		}
		for _, name := range forms[keys[i]] {
			if open[name] > 0 {
				open[name]--
				rows[i] = right
				break
			}
		}
		if rows[i] == wrong && free[keys[i]] > 0 {
			free[keys[i]]--
			rows[i] = optional
		}
	}
	for _, name := range g.organizations() {
		if key := normal(name); open[key] > 0 {
			open[key]--
			missing = append(missing, name)
		}
	}
	return rows, missing
}

// normal is the form in which names are compared: compatibility decomposition, marks dropped, case folded, letters and digits only.
func normal(name string) string {
	var plain, b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			plain.WriteRune(r)
		}
	}
	for _, r := range cases.Fold().String(plain.String()) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
