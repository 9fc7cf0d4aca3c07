package table

import (
	"slices"
	"strings"
	"unicode"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

func saysOffice(cell string) (office, own bool) {
	office = phrase.SaysOffice(cell) && phrase.HasWord(cell, lexicon.RoleWords)
	own = phrase.HasWord(cell, lexicon.OwnWords)
	return office && !own, own
}

// Row is what one row says.
type Row struct {
	Name        string // "" where it names nobody
	Who         Who
	Person      string // who signs or answers for the organization
	Affiliation string // of a person
	Behalf      bool   // the person signs for the organization
	Country     string
	Notes       []string // what else is said, in the order of the columns
	State       State
	Status      string // as printed
	Flag        string // the header that Status answers, where it is a question
}

// Row reads a row. header rows that are printed again, and empty ones, name nobody.
func (r *Reading) Row(cells []string) Row {
	at := func(k int) string {
		if k < 0 || k >= len(cells) {
			return ""
		}
		return text.Trim(cells[k])
	}
	row := Row{Who: r.Who, Country: at(r.country), Status: at(r.status)}
	if r.Columns == nil || r.name < 0 {
		return row
	}
	row.State = StateOf(row.Status)
	name, other := r.named(cells, r.name), r.named(cells, r.other)
	r.flagged(&row, at)
	kind := r.kind(at(r.typed))
	if kind == Workers {
		if kind = Anyone; r.likePersons || phrase.PersonCertainty(name) == 2 {
			kind = Persons
		}
	}
	if kind != Anyone {
		row.Who = kind
	}
	personFirst := r.Who == Persons
	switch {
	case name == "" && other != "" && r.Behalf && organizationIn(r.office(cells)) != "":
		row.Name, row.Person, row.Behalf, row.Notes = organizationIn(r.office(cells)), other, true, r.notesOf(cells)
		return row
	case name == "" && other != "":
		// Only the other is named, and signs for herself or itself.
		name, other = other, ""
		if kind == Anyone {
			if row.Who = Persons; personFirst {
				row.Who = Organizations
			} else if phrase.PersonCertainty(name) == 0 {
				row.Who = Anyone
			}
		}
	case personFirst && kind == Organizations && other != "" && (r.last >= 0 || phrase.PersonCertainty(name) > 0):
		row.Name, row.Person, row.Behalf = other, name, true
		row.Notes = append([]string{name}, r.notesOf(cells, r.other)...)
		return row
	case !personFirst && kind == Persons && other != "" && phrase.PersonCertainty(other) > 0:
		row.Name, row.Affiliation = other, name
		row.Notes = append([]string{name}, r.notesOf(cells, r.other)...)
		return row
	}
	row.Name = name
	if row.Who == Persons && kind == Anyone && !r.firm && other == "" && phrase.PersonCertainty(name) == 0 && phrase.HasWord(name, lexicon.OrgWords) && !givenFirst(name) {
		row.Who = Anyone // one of few organizations among persons
	}
	switch {
	case other == "":
	case row.Who == Persons:
		row.Affiliation = other
	default:
		row.Person, row.Behalf = other, r.Behalf
	}
	row.Notes = r.notesOf(cells)
	return row
}

// givenFirst reports whether a name is a given one and one more word, which among persons is a family name: "Simon Green".
func givenFirst(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	return ok && !rule.Off("table.givenFirst") && lexicon.GivenNames.Has(strings.ToLower(first)) && !strings.Contains(rest, " ")
}

// organizationIn finds an organization that stands beside an office. All of a cell is one only where a word of it says so: an office that nobody
// knows ("Initiator") is none.
func organizationIn(office string) string {
	if org := phrase.OrganizationIn(office); org != office || phrase.HasWord(org, lexicon.OrgWords) {
		return org
	}
	return ""
}

// office is what a row says of a person's office.
func (r *Reading) office(cells []string) string {
	if k := r.Column(OfficeColumn); k >= 0 && k < len(cells) {
		return text.Trim(cells[k])
	}
	return ""
}

// named is the cell of a column, with a person's last name from another.
func (r *Reading) named(cells []string, k int) string {
	s := ""
	if k >= 0 && k < len(cells) {
		s = text.Trim(cells[k])
	}
	if k >= 0 && k == r.given && r.last >= 0 && r.last < len(cells) {
		return joined(s, text.Trim(cells[r.last]))
	}
	return s
}

// joined puts two halves of a name together, unless one has both.
func joined(first, last string) string {
	if strings.HasSuffix(first, " "+last) {
		return first
	}
	return text.OneLine(strings.TrimSpace(first + " " + last))
}

// notes reports whether what a column says is said of the signatory.
func (r *Reading) notes(k int) bool {
	switch r.Columns[k].Column {
	case NoteColumn, OfficeColumn, AffiliationColumn, ContactColumn, PersonColumn, TitleColumn, OrganizationColumn, NameColumn, PersonsColumn, OrganizationsColumn, HonorificColumn, PlaceColumn:
		return true
	}
	return k == r.other
}

// notesOf are the cells that say something of the signatory, but for those of the columns without.
func (r *Reading) notesOf(cells []string, without ...int) []string {
	var out []string
	for k, c := range cells {
		if k >= len(r.Columns) || k == r.name || k == r.last || !r.notes(k) || slices.Contains(without, k) {
			continue
		}
		if k == r.given {
			c = r.named(cells, k)
		}
		if c = text.Trim(c); strings.ContainsFunc(c, unicode.IsLetter) {
			out = append(out, c)
		}
	}
	return out
}
