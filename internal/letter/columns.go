package letter

import (
	"strings"

	"undersigned/graph"
)

// column is what a column of a table holds.
type column uint8

const (
	unknownColumn column = iota
	nameColumn
	personColumn
	affiliationColumn
	countryColumn
	noteColumn
	letterColumn
	dateColumn
	targetColumn
	typeColumn
	numberColumn
	kindColumn
	statusColumn
	listColumn
)

// headers are the column names that are understood, folded (case, blanks and punctuation do not matter).
var headers = func() map[string]column {
	m := map[string]column{}
	for c, names := range map[column]string{
		nameColumn: `organization|organisation|organizations|organisations|name of organization|name of organisation|organization name|organisation name|signatory|signatories|signer|group|company|institution|association|ngo|
verband|verein|organisation/verband|unterzeichner|unterzeichnende|nom de l'organisation|signataire|signataires|organización|organizacion|nombre de la organización|firmante|firmantes|entidad|organização|organizzazione|organisatie|org|orgname`,
		personColumn:      `person|individual|individuals|persons|people|einzelpersonen|personen|personnes|personas|contact|contact person|representative|first name|last name|surname|full name|person name|vorname|nachname|prénom|persona|nombre y apellido`,
		affiliationColumn: `affiliation|institution/affiliation|zugehörigkeit|afiliación`,
		countryColumn:     `country|countries|region|nation|country/region|location|land|pays|país|pais|paese|location/country|state/country`,
		noteColumn:        `note|notes|remark|remarks|comment|comments|description|title/role|role|position|bemerkung|anmerkung|remarque|nota|notas`,
		letterColumn:      `letter|title|letter title|statement|document|petition|brief|titel|titre|carta|lettre`,
		dateColumn:        `date|letter date|signed on|published|datum|fecha|data`,
		targetColumn:      `target|targets|addressee|addressees|recipient|to|adressat|destinataire|destinatario`,
		typeColumn:        `type|signatory type|typ|tipo`,
		numberColumn:      `#|no|no.|nr|nr.|n°|number|id|nummer|número`,
		kindColumn:        `kind|letter kind|art`,
		statusColumn:      `status`,
		listColumn:        `signed by|organizations signed|all signatories|signatory list|list of signatories`,
	} {
		for n := range strings.SplitSeq(names, "|") {
			m[headerKey(n)] = c
		}
	}
	m[headerKey("name")] = nameColumn
	m[headerKey("nom")] = nameColumn
	m[headerKey("nombre")] = nameColumn
	return m
}()

func headerKey(s string) string {
	if key := graph.Fold(s); key != "" {
		return key
	}
	return trim(s)
}

// readHeader says which column holds what; ok is false where no column is a name.
func readHeader(row []string) (columns []column, ok bool) {
	columns = make([]column, len(row))
	named := false
	for i, c := range row {
		columns[i] = headers[headerKey(c)]
		named = named || columns[i] == nameColumn
	}
	if !named {
		for i, c := range columns {
			if c == personColumn {
				columns[i], named = nameColumn, true
				break
			}
		}
	}
	return columns, named
}
