package table

import (
	"strings"
	"sync"
	"unicode"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// sense is what the words above a column say it holds, and which share of them is understood.
type sense struct {
	column Column
	share  float64
}

const (
	longestHeader = 120 // bytes: more is no name of a column
	longestPhrase = 4   // words that belong together
)

// rank orders what the words of one name say: of "organization e-mail" the e-mail counts, of "name of organization" the organization.
var rank = []Column{EmailColumn, AddressColumn, LinkColumn, PictureColumn, StampColumn, DateColumn, CountryColumn, TypeColumn, StatusColumn, NumberColumn, NoteColumn, ContactColumn, OfficeColumn, FirstColumn, LastColumn, PersonsColumn,
	PersonColumn, AffiliationColumn, OrganizationsColumn, OrganizationColumn, PlaceColumn, TitleColumn, HonorificColumn, TargetColumn, LetterColumn, KindColumn, ListColumn, NameColumn, LabelColumn}

// both orders what a name says that joins several: "name and title", "department and institution", "city, country".
var both = []Column{NameColumn, PersonsColumn, PersonColumn, AffiliationColumn, OrganizationsColumn, OrganizationColumn, ContactColumn, CountryColumn, OfficeColumn, StampColumn, DateColumn, NoteColumn, PlaceColumn}

var joints = sync.OnceValue(func() *strings.Replacer {
	pairs := []string{"&", "/", ",", "/", "+", "/", "|", "/", ";", "/"}
	for _, w := range lexicon.Function.Words("header-joint") {
		pairs = append(pairs, " "+w+" ", "/")
	}
	return strings.NewReplacer(pairs...)
})

// senseOf reads the name of a column.
func senseOf(header string) sense {
	if !readable(header) {
		return sense{}
	}
	v := words()
	whole, _, _ := strings.Cut(header, "\n")
	if lettered(v, whole) {
		return sense{LetterColumn, 1}
	}
	if c, ok := v.headers[Key(whole)]; ok && c != fillerColumn {
		return sense{c, 1}
	}
	bare, _, bracket := strings.Cut(whole, "(")
	if c, ok := v.headers[Key(bare)]; ok && c != fillerColumn && bracket {
		return sense{c, 1}
	}
	if bracket && Key(bare) != "" {
		whole = bare
	}
	parts := strings.Split(joints().Replace(whole), "/")
	found := map[Column]bool{}
	known, all := 0.0, 0.0
	var only sense
	for _, p := range parts {
		s := partSense(v, p)
		if Key(p) == "" {
			continue
		}
		all++
		if s.column != UnknownColumn {
			known += s.share
			found[s.column] = true
			only = s
		}
	}
	switch {
	case len(found) == 0:
		return sense{}
	case len(found) == 1:
		return sense{only.column, known / all}
	case found[ContactColumn] && !found[OrganizationColumn] && !found[OrganizationsColumn] && (found[NameColumn] || found[FirstColumn] || found[LastColumn]):
		return sense{ContactColumn, known / all} // "name and surname of the contact person"
	case (found[OrganizationColumn] || found[OrganizationsColumn]) && (found[PersonColumn] || found[PersonsColumn]):
		return sense{NameColumn, known / all}
	case found[FirstColumn] && found[LastColumn]:
		return sense{PersonColumn, known / all}
	}
	for _, c := range both {
		if found[c] {
			return sense{c, known / all}
		}
	}
	return sense{only.column, known / all}
}

// lettered reports whether a text numbers a letter: "Letter A", "Statement 2". That is a title as often as the name of a column, and no word of another
// language ("lettera").
func lettered(v *vocabulary, header string) bool {
	parts := tokens(header)
	if len(parts) != 2 || v.headers[Key(parts[0])] != LetterColumn {
		return false
	}
	n := []rune(parts[1])
	if len(n) == 1 && unicode.IsUpper(n[0]) {
		return true
	}
	return len(n) <= 3 && strings.Trim(parts[1], "0123456789") == ""
}

// readable reports whether a text may be the name of a column.
func readable(header string) bool {
	if rule.Off("table.readable") {
		return false
	}
	return header != "" && len(header) <= longestHeader
}

// partSense reads a name that joins nothing.
func partSense(v *vocabulary, s string) sense {
	parts := tokens(s)
	found := map[Column]bool{}
	known, all := 0, 0
	whole := false // a person's name is said, and only that it is the whole one
	for i := 0; i < len(parts); {
		n, column := 1, UnknownColumn
		for k := min(longestPhrase, len(parts)-i); k > 0; k-- {
			if c, ok := v.headers[Key(strings.Join(parts[i:i+k], " "))]; ok {
				n, column = k, c
				break
			}
		}
		whole = whole || column == PersonColumn && n > 1 && wholeName(v, parts[i:i+n])
		i += n
		switch column {
		case fillerColumn:
		case UnknownColumn:
			all++
		default:
			known, all = known+1, all+1
			found[column] = true
		}
	}
	if whole && (found[OrganizationColumn] || found[OrganizationsColumn]) {
		delete(found, PersonColumn)
	}
	if found[ContactColumn] && (found[OfficeColumn] || found[TitleColumn]) {
		return sense{OfficeColumn, float64(known) / float64(all)} // "title of the representative"
	}
	for _, c := range rank {
		if found[c] {
			return sense{c, float64(known) / float64(all)}
		}
	}
	return sense{}
}

// wholeName reports whether words say no more than that a name is whole: "full name".
func wholeName(v *vocabulary, parts []string) bool {
	for _, p := range parts {
		if c := v.headers[Key(p)]; c != fillerColumn && c != NameColumn {
			return false
		}
	}
	return true
}

// Numbers counts the cells that number a letter, and so may be a title below a header that is missing.
func Numbers(cells []string) int {
	n := 0
	for _, c := range cells {
		if lettered(words(), text.Trim(c)) {
			n++
		}
	}
	return n
}

// SenseOf says which column a name is one of, if all its words are understood. What numbers a letter is no name of a column by itself.
func SenseOf(header string) Column {
	if lettered(words(), header) {
		return UnknownColumn
	}
	if s := senseOf(header); s.share > 0.99 {
		return s.column
	}
	return UnknownColumn
}

// KnownHeaders counts the cells that name a column.
func KnownHeaders(cells []string) int {
	n := 0
	for _, c := range cells {
		if SenseOf(c) != UnknownColumn {
			n++
		}
	}
	return n
}

// IsHeader reports whether the cells name the columns of a table of signatories: all that have words are such names, or two and half of them.
func IsHeader(cells []string) bool {
	if rule.Off("table.IsHeader") {
		return false
	}
	filled, known, named := 0, 0, false
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		filled++
		if c := SenseOf(cell); c != UnknownColumn {
			known++
			named = named || c.named()
		}
	}
	return named && (known == filled || known >= 2)
}
