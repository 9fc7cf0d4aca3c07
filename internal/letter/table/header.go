package table

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// Column is what a column of a table holds.
type Column uint8

const (
	UnknownColumn Column = iota
	NameColumn
	PersonColumn
	AffiliationColumn
	CountryColumn
	NoteColumn
	LetterColumn
	DateColumn
	TargetColumn
	TypeColumn
	numberColumn
	KindColumn
	StatusColumn
	ListColumn
)

// Headers are the column names that are understood, folded (case, blanks and punctuation do not matter).
var Headers = func() map[string]Column {
	m := map[string]Column{}
	for c, names := range map[Column]string{
		NameColumn:        `name of organization|name of organisation|organization name|organisation name|signatory|signatories|signer|organisation/verband|unterzeichner|unterzeichnende|nom de l'organisation|signataire|signataires|nombre de la organización|firmante|firmantes|orgname|` + strings.Join(lexicon.Organization.Words("column"), "|"),
		PersonColumn:      `person|individual|individuals|persons|people|einzelpersonen|personen|personnes|personas|contact|contact person|representative|first name|last name|surname|full name|person name|vorname|nachname|prénom|persona|nombre y apellido`,
		AffiliationColumn: `affiliation|institution/affiliation|zugehörigkeit|afiliación`,
		CountryColumn:     `country|countries|region|nation|country/region|location|land|pays|país|pais|paese|location/country|state/country`,
		NoteColumn:        `note|notes|remark|remarks|comment|comments|description|title/role|role|position|bemerkung|anmerkung|remarque|nota|notas`,
		LetterColumn:      `letter|title|letter title|statement|document|petition|brief|titel|titre|carta|lettre`,
		DateColumn:        `date|letter date|signed on|published|datum|fecha|data`,
		TargetColumn:      `target|targets|addressee|addressees|recipient|to|adressat|destinataire|destinatario`,
		TypeColumn:        `type|signatory type|typ|tipo`,
		numberColumn:      `#|no|no.|nr|nr.|n°|number|id|nummer|número`,
		KindColumn:        `kind|letter kind|art`,
		StatusColumn:      `status`,
		ListColumn:        `signed by|organizations signed|all signatories|signatory list|list of signatories`,
	} {
		for n := range strings.SplitSeq(names, "|") {
			m[HeaderKey(n)] = c
		}
	}
	m[HeaderKey("name")] = NameColumn
	m[HeaderKey("nom")] = NameColumn
	m[HeaderKey("nombre")] = NameColumn
	return m
}()

// HeaderKey folds the name of a column, as the keys of Headers are; names of marks alone ("#") stay.
func HeaderKey(s string) string {
	if key := graph.Fold(s); key != "" {
		return key
	}
	return text.Trim(s)
}

// ReadHeader says which column holds what; ok is false where no column is a name.
func ReadHeader(row []string) (columns []Column, ok bool) {
	columns = make([]Column, len(row))
	named := false
	for i, c := range row {
		columns[i] = Headers[HeaderKey(c)]
		named = named || columns[i] == NameColumn
	}
	if !named {
		for i, c := range columns {
			if c == PersonColumn {
				columns[i], named = NameColumn, true
				break
			}
		}
	}
	return columns, named
}
