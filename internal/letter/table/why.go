package table

import (
	"fmt"

	"undersigned/internal/letter/text"
)

// holds says in words what columns are read as.
var holds = [columnCount]string{"nothing that is read", "who signs", "organizations", "a list of organizations", "persons", "a list of persons", "given names", "family names", "who answers for an organization",
	"where a person works", "what a person is", "titles", "what stands before a person's name", "countries", "places", "e-mail addresses", "addresses", "links", "pictures", "dates", "when a row was written", "descriptions",
	"numbers", "what the signatory is", "what the letter is", "how a signature stands", "letters", "addressees", "several names in a cell", "labels", "fillers"}

// Words says column by column how a table was read, and what decided.
func (r *Reading) Words() []string {
	var out []string
	for k := range r.Columns {
		c := &r.Columns[k]
		called := fmt.Sprintf("column %d", k+1)
		if h := text.OneLine(r.header[k]); h != "" {
			called += fmt.Sprintf(" %q", text.FirstWords(h, 8))
		}
		why := fmt.Sprintf("by its cells, %.1f before %q", c.Margin, holds[c.Second])
		switch {
		case c.Cells == 0:
			why = "it is empty"
		case c.Said:
			why = "its header says so"
		}
		part := ""
		switch {
		case r.Side != nil && r.sideAt(k):
			part = "; each cell signs"
		case k == r.name && r.Behalf:
			part = "; they sign, through the persons beside them"
		case k == r.name, k == r.given, k == r.last:
			part = "; they sign"
		case k == r.other && r.Behalf:
			part = "; they sign for the organizations"
		case k == r.other:
			part = "; it is kept beside the name"
		}
		out = append(out, fmt.Sprintf("%s holds %s (%s)%s", called, holds[c.Column], why, part))
	}
	return append(out, r.who())
}

// who says what decides whether persons or organizations sign.
func (r *Reading) who() string {
	switch {
	case r.Side != nil:
		return "columns of names stand side by side, and each is judged by itself"
	case r.typed >= 0:
		return fmt.Sprintf("column %d says row by row whether a person or an organization signs", r.typed+1)
	case r.Behalf:
		return "persons sign for the organizations beside them"
	case r.Who == Organizations:
		return "organizations sign, say its headers or what stands beside the names"
	case r.Who == Persons, r.Who == Workers:
		return "persons sign, say its headers or what stands beside the names"
	}
	return "no column says whether persons or organizations sign, so that each name is judged by itself"
}

func (r *Reading) sideAt(column int) bool {
	for _, k := range r.Side {
		if k == column {
			return true
		}
	}
	return false
}
