package sheet

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/signatory"
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

var (
	signingKeys = text.Lazy("sheet.signingKeys", `(?i)signator|signer|signed|signee|endors|support|sponsor|organi[sz]ation|\borgs?\b|groups?\b|partner|coalition|member|participant|logo|\bngos?\b|compan|allies|ally\b|networks?\b|unions?\b|individual|people|persons|experts|academics|`+
		`unterzeichn|organisationen|verbände|verbaende|mitglieder|träger|bündnis|initiativen|personen|signataire|soutien|collectif|associations?\b|firmante|adhesion|adhesi[óo]n|organizacion|entidades|assinam|firmatari|aderenti|ondertekenaar`)
	otherKeys = text.Lazy("sheet.otherKeys", `(?i)\b(nav(igation)?|menus?|links?|pages?|posts?|news|press|articles?|blog|team|staff|board|authors?|editors?|speakers?|events?|social|footer|header|sections?|faqs?|questions?|quotes?|tags?|categor(y|ies)|targets?|addressees?|recipients?|congress|`+
		`senators?|legislators?|politicians?|representatives|candidates|images?|photos|videos?|colou?rs?|scripts?|styles|dependencies|keywords|languages|translations|countries|states|donors|funders|vendors|contributors|maintainers|left[ _-]?out|warnings)\b`)
	peopleKeys = text.Lazy("sheet.peopleKeys", `(?i)\b(individuals?|people|persons?|experts?|academics|scholars|scientists|personen|einzelpersonen|personnes|personnalités|personas|persone|pessoas)\b`)
	groupKeys  = text.Lazy("sheet.groupKeys", `(?i)organi[sz]ation|\borgs?\b|\bgroups?\b|compan|\bngos?\b|logo|partner|coalition|verbände|organisationen|associations?\b|collectif|organizacion|entidades|unions?\b|networks?\b`)
)

// keyKind says what a path of keys says; the innermost key that says anything is believed.
func keyKind(path []string) keySort {
	for i := len(path) - 1; i >= 0; i-- {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(path[i])
		switch {
		case otherKeys.MatchString(key):
			return otherKey
		case signingKeys.MatchString(key):
			return signingKey
		}
	}
	return unknownKey
}

// companyOf says who a list's entries are, where a key tells.
func companyOf(path []string) section.Company {
	for i := len(path) - 1; i >= 0; i-- {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(path[i])
		switch org, person := groupKeys.MatchString(key), peopleKeys.MatchString(key); {
		case org && !person:
			return section.Organizations
		case person && !org:
			return section.People
		}
	}
	return section.Anyone
}

// The fields of an entry, folded. Of several that an entry has, the first of the list counts.
var (
	groupFields  = strings.Fields("organization organisation organizationname organisationname orgname org group groupname company institution association verband verein organización organizacion organizzazione")
	ownFields    = strings.Fields("name signatory signer fullname displayname nom nombre nome naam")
	weakFields   = strings.Fields("title label alttext alt text as printed") // names where the key above says that they are
	plainFields  = slices.Concat(ownFields, weakFields)
	nameFields   = slices.Concat(groupFields, plainFields, personFields, []string{"firstname", "lastname", "surname"})
	personFields = strings.Fields("person individual contact contactperson representative contactname signedby")
	noteFields   = strings.Fields("title role position jobtitle affiliation note notes comment description remark funktion bemerkung remarque nota cargo")
	placeFields  = strings.Fields("country nation land pays país pais paese location")
)

// fieldOf returns the first field of an entry that has one of the names; of a text in several languages the first one.
func fieldOf(v *datum, names ...string) *datum {
	if v.kind != mapping {
		return nil
	}
	for _, name := range names {
		for i, k := range v.keys {
			if strings.ReplaceAll(graph.Fold(k.text), " ", "") != graph.Fold(name) {
				continue
			}
			c := v.values[i]
			if c.kind == mapping && len(c.values) > 0 && len(lexicon.LanguageCode(c.keys[0].text)) == 2 {
				c = c.values[0]
			}
			if c.kind == scalar && text.Trim(c.text) != "" {
				return c
			}
		}
	}
	return nil
}

// rows reads the entries of a list.
func (r *dataReader) rows(l *dataList, d *draft.Draft) []draft.Row {
	who := companyOf(r.withFile(l.path))
	entries := make([]entry.Entry, len(l.items))
	for i, v := range l.items {
		entries[i] = entry.Entry{Text: text.OneLine(v.text), Lines: []document.Line{{Number: v.line, Text: l.lines[i], Sort: document.Item}}, Marked: true, Setting: section.Setting{Origin: section.Announced, Company: who}}
		if keyKind(r.withFile(l.path)) != signingKey {
			entries[i].Origin = section.Trailing // as a list that nothing announces
		}
	}
	habits := entry.Judge(entries)
	persons := l.persons()
	var out []draft.Row
	for i, v := range l.items {
		var row draft.Row
		var why string
		if v.kind == scalar {
			row, why = signatory.Read(&entries[i], habits[i])
		} else {
			row, why = r.entry(v, &entries[i], persons)
		}
		if why != "" {
			d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: v.line, Text: l.lines[i], Why: why})
			continue
		}
		confidence.Alone(&row, &entries[i])
		out = append(out, row)
	}
	return out
}

// persons reports whether the entries of a list are persons by their look, where no field says so.
func (l *dataList) persons() bool {
	if rule.Off("sheet.dataList.persons") {
		return false
	}
	n := 0
	for _, item := range l.items {
		if name := fieldOf(item, plainFields...); name != nil && phrase.PersonCertainty(name.text) == 2 {
			n++
		}
	}
	return 2*n > len(l.items)
}

// twoNames returns the fields of a person's first and last name; nil where not both are there.
func twoNames(v *datum) (first, last *datum) {
	if first, last = fieldOf(v, "firstname"), fieldOf(v, "lastname", "surname"); first == nil || last == nil {
		return nil, nil
	}
	return first, last
}

// entry reads a group of fields. Its name is taken as it stands: who writes a field for it means all of it.
func (r *dataReader) entry(item *datum, e *entry.Entry, persons bool) (draft.Row, string) {
	group, name := fieldOf(item, groupFields...), fieldOf(item, plainFields...)
	if first, last := twoNames(item); first != nil {
		name = &datum{kind: scalar, line: first.line, text: text.OneLine(first.text) + " " + text.OneLine(last.text)}
		persons = true
	}
	row := draft.Row{Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Line: item.line}
	if c := fieldOf(item, placeFields...); c != nil {
		row.Country = draft.Maybe(text.OneLine(c.text))
	}
	var notes []string
	for _, field := range noteFields {
		if n := fieldOf(item, field); n != nil && n != name && text.WordCount(n.text) <= 30 {
			notes = append(notes, text.OneLine(n.text))
		}
	}
	if p := fieldOf(item, personFields...); p != nil && p != name {
		notes = append([]string{text.OneLine(p.text)}, notes...)
	}
	affiliation := fieldOf(item, "affiliation")
	typed := fieldOf(item, "type", "kind")
	isPerson := persons || affiliation != nil || typed != nil && personType[strings.ToLower(typed.text)] || e.Company == section.People
	office := strings.Join(notes, ", ")
	if group != nil && e.Company == section.Anyone && affiliation == nil && phrase.HasWord(office, lexicon.RoleWords) && !phrase.HasWord(office, lexicon.OwnWords) {
		isPerson = false // who gives an office signs for the group
	}
	if typed != nil && groupType[strings.ToLower(typed.text)] || e.Company == section.Organizations && affiliation == nil {
		isPerson = false
	}
	if group == nil && name == nil {
		name, isPerson = fieldOf(item, nameFields...), true
		notes = slices.DeleteFunc(notes, func(n string) bool { return n == text.OneLine(name.text) })
	}
	switch {
	case group != nil && name != nil && group != name && isPerson:
		row.Type, row.Capacity, row.Affiliation = graph.TypePerson, graph.AsAffiliated, text.OneLine(group.text)
		notes = append(notes, row.Affiliation)
	case group != nil:
		if name != nil && name != group && phrase.PersonCertainty(name.text) > 0 {
			notes, row.Capacity = append([]string{text.OneLine(name.text)}, notes...), graph.OnBehalf
		}
		name = group
	case isPerson:
		row.Type, row.Capacity = graph.TypePerson, graph.AsIndividual
		if affiliation != nil {
			row.Capacity, row.Affiliation = graph.AsAffiliated, text.OneLine(affiliation.text)
		}
	}
	row.Line = name.line
	row.Name, row.Note, row.Text = graph.CleanName(text.OneLine(name.text)), draft.Maybe(strings.Join(notes, ", ")), e.Lines[0].Text
	if why := cue.Letterless(row.Name, true); why != "" {
		return draft.Row{}, why
	}
	if phrase.LooksLikeAddress(row.Name) || phrase.IsSentence(row.Name) && text.WordCount(row.Name) > 20 {
		return draft.Row{}, "an address or a sentence, not a name"
	}
	if s := fieldOf(item, "status"); s != nil && cue.GonePattern.MatchString(strings.ToLower(s.text)) {
		row.Withdrawn = true
	}
	row.Order = row.Line
	row.Evidence = []draft.Printing{{Line: row.Line, Text: row.Text, Form: row.Name}}
	return row, ""
}

var (
	personType = text.Words("sheet.personType", "person individual people einzelperson personne persona individu")
	groupType  = text.Set("sheet.groupType", lexicon.Organization.Words("type"))
)
