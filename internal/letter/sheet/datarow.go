package sheet

import (
	"fmt"
	"strings"

	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/signatory"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// keySort is what a key says about the list below it, the weakest first.
type keySort uint8

const (
	otherKey   keySort = iota // something else: news, team, links
	unknownKey                // nothing
	namedKey                  // nothing, but its entries have names
	signingKey                // signatories
)

// maxFields bounds the fields of a list's entries that are looked at.
const maxFields = 200

var (
	signingKeys = lexicon.Pattern("sheet.signingKeys", `(?i){pattern signing-key}`)
	signedKeys  = lexicon.Pattern("sheet.signedKeys", `(?i){pattern signed-key}`)
	otherKeys   = lexicon.Pattern("sheet.otherKeys", `(?i)\b({pattern other-key})\b`)
	sponsorKeys = text.Lazy("sheet.sponsorKeys", `(?i)(^|[^o ] ?)\bsponsors?\b`)
	peopleKeys  = lexicon.Pattern("sheet.peopleKeys", `(?i)\b({pattern people-key})\b`)
	groupKeys   = lexicon.Pattern("sheet.groupKeys", `(?i){pattern group-key}`)
)

// keyKind says what a path of keys says; the innermost key that says anything is believed.
func keyKind(path []string) keySort {
	for i := len(path) - 1; i >= 0; i-- {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(path[i])
		switch {
		case otherKeys.MatchString(key):
			return otherKey
		case sponsorKeys.MatchString(key):
			return namedKey // who pays, unless nobody else is named
		case signingKeys.MatchString(key):
			return signingKey
		}
		switch said := keyTopics(key); {
		case said.signs:
			return signingKey
		case said.aside:
			return otherKey
		case said.groups, said.persons:
			return signingKey
		}
	}
	return unknownKey
}

// onlyGroups reports whether a key speaks of groups or persons and says nothing of signing.
func onlyGroups(key string) bool {
	key = strings.NewReplacer("_", " ", "-", " ").Replace(key)
	return !signingKeys.MatchString(key) && !keyTopics(key).signs
}

// companyOf says who a list's entries are, where a key tells.
func companyOf(path []string) section.Company {
	for i := len(path) - 1; i >= 0; i-- {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(path[i])
		said := keyTopics(key)
		switch org, person := groupKeys.MatchString(key) || said.groups, peopleKeys.MatchString(key) || said.persons; {
		case org && !person:
			return section.Organizations
		case person && !org:
			return section.People
		}
	}
	return section.Anyone
}

// rows reads the entries of a list: texts as lines of a list are read, groups of fields as rows of a table whose header the keys are.
func (r *dataReader) rows(l *dataList, d *draft.Draft) []draft.Row {
	path := r.withFile(l.path)
	who := companyOf(path)
	entries := make([]entry.Entry, len(l.items))
	for i, v := range l.items {
		entries[i] = entry.Entry{Text: withoutMail(text.OneLine(v.text)), Lines: []document.Line{{Number: v.line, Text: l.lines[i], Sort: document.Item}}, Marked: true, Setting: section.Setting{Origin: section.Announced, Company: who}}
		if keyKind(path) != signingKey {
			entries[i].Origin = section.Trailing // as a list that nothing announces
		}
	}
	habits := entry.Judge(r.limits.Fitted, entries)
	f := fieldsOf(l.items)
	read := table.Judge(r.limits.Fitted, f.keys, f.cells)
	switch who {
	case section.People:
		read.Under(table.Persons)
	case section.Organizations:
		read.Under(table.Organizations)
	}
	r.tell(read, f, d)
	var groups []document.Line // those that gave a row
	var out []draft.Row
	group := -1
	for i, v := range l.items {
		var row draft.Row
		var why string
		if v.kind == scalar {
			row, why = signatory.Read(&entries[i], habits[i])
		} else {
			group++
			row, why = r.entry(read, f, group, &entries[i], who)
		}
		if why != "" {
			d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: v.line, Text: l.lines[i], Why: why})
			continue
		}
		if v.kind != scalar {
			groups = append(groups, document.Line{Number: row.Line, Sort: document.Cells, Text: row.Text, Cells: f.cells[group]})
		}
		confidence.Alone(&row, &entries[i])
		out = append(out, row)
	}
	if len(groups) > 0 {
		r.pieces = append(r.pieces, document.Piece{Sort: document.Cells, Lines: groups})
		r.fields = append(r.fields, f.keys)
	}
	return out
}

// bracketedMail finds an address of mail behind a name: "Salt Union <info@salt.example>".
var bracketedMail = text.Lazy("sheet.bracketedMail", `^(\S.*?)\s*[<(\[](?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]@]+[>)\]]$`)

func withoutMail(s string) string {
	if m := bracketedMail.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}

// tell says what of a list was put aside, and what may be wrong with its reading.
func (r *dataReader) tell(read *table.Reading, f *fields, d *draft.Draft) {
	if len(f.cells) == 0 {
		return
	}
	r.unread = append(r.unread, read.Doubts...)
	for _, a := range read.Aside(f.cells, false) {
		d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: f.lineOf(a.Row, -1, a.Cell), Text: text.OneLine(a.Cell), Why: a.Why})
	}
	for _, k := range f.nested { // what members make is no signatory; who they are may be
		if 2*f.like[k] < f.inner[k] {
			d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: f.starts[0], Text: text.OneLine(k), Why: fmt.Sprintf("the field %q within the entries was put aside (%d names): it does not say who signed", k, f.inner[k])})
			continue
		}
		r.unread = append(r.unread, fmt.Sprintf("the field %q within the entries was not read (%d names)", k, f.inner[k]))
	}
}

// surePerson reports whether a name where nothing says what it is can only be a person's.
func surePerson(name string) bool { return phrase.PersonCertainty(name) == 2 }

// entry reads a group of fields. Its name is taken as it stands: who writes a field for it means all of it.
func (r *dataReader) entry(read *table.Reading, f *fields, i int, e *entry.Entry, who section.Company) (draft.Row, string) {
	said := read.Row(f.cells[i])
	if said.Who == table.Anyone {
		switch {
		case who == section.People:
			said.Who = table.Persons
		case who == section.Anyone && !read.Behalf && surePerson(said.Name):
			said.Who = table.Persons
		}
	}
	row, why := makeRow(&said)
	row.Line = f.lineOf(i, read.Name(), said.Name)
	row.Text = e.Lines[0].Text
	row.Order = row.Line
	row.Evidence = []draft.Printing{{Line: row.Line, Text: row.Text, Form: row.Name}}
	return row, why
}
