package letter

import (
	"slices"
	"strings"

	"undersigned/graph"
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
	signingKeys = lazy(`(?i)signator|signer|signed|signee|endors|support|sponsor|organi[sz]ation|\borgs?\b|groups?\b|partner|coalition|member|participant|logo|\bngos?\b|compan|allies|ally\b|networks?\b|unions?\b|individual|people|persons|experts|academics|` +
		`unterzeichn|organisationen|verbände|verbaende|mitglieder|träger|bündnis|initiativen|personen|signataire|soutien|collectif|associations?\b|firmante|adhesion|adhesi[óo]n|organizacion|entidades|assinam|firmatari|aderenti|ondertekenaar`)
	otherKeys = lazy(`(?i)\b(nav(igation)?|menus?|links?|pages?|posts?|news|press|articles?|blog|team|staff|board|authors?|editors?|speakers?|events?|social|footer|header|sections?|faqs?|questions?|quotes?|tags?|categor(y|ies)|targets?|addressees?|recipients?|congress|` +
		`senators?|legislators?|politicians?|representatives|candidates|images?|photos|videos?|colou?rs?|scripts?|styles|dependencies|keywords|languages|translations|countries|states|donors|funders|vendors|contributors|maintainers|left[ _-]?out|warnings)\b`)
	peopleKeys = lazy(`(?i)\b(individuals?|people|persons?|experts?|academics|scholars|scientists|personen|einzelpersonen|personnes|personnalités|personas|persone|pessoas)\b`)
	groupKeys  = lazy(`(?i)organi[sz]ation|\borgs?\b|\bgroups?\b|compan|\bngos?\b|logo|partner|coalition|verbände|organisationen|associations?\b|collectif|organizacion|entidades|unions?\b|networks?\b`)
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
func companyOf(path []string) company {
	for i := len(path) - 1; i >= 0; i-- {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(path[i])
		switch org, person := groupKeys.MatchString(key), peopleKeys.MatchString(key); {
		case org && !person:
			return organizations
		case person && !org:
			return people
		}
	}
	return anyone
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
			if c.kind == mapping && len(c.values) > 0 && len(languageCode(c.keys[0].text)) == 2 {
				c = c.values[0]
			}
			if c.kind == scalar && trim(c.text) != "" {
				return c
			}
		}
	}
	return nil
}

// rows reads the entries of a list.
func (r *dataReader) rows(l *dataList, d *Draft) []Row {
	who := companyOf(r.withFile(l.path))
	entries := make([]entry, len(l.items))
	for i, v := range l.items {
		entries[i] = entry{text: oneLine(v.text), lines: []line{{number: v.line, text: l.lines[i], sort: item}}, marked: true, setting: setting{origin: announced, company: who}}
		if keyKind(r.withFile(l.path)) != signingKey {
			entries[i].origin = trailing // as a list that nothing announces
		}
	}
	habits := judge(entries)
	persons := l.persons()
	var out []Row
	for i, v := range l.items {
		var row Row
		var why string
		if v.kind == scalar {
			row, why = readRow(&entries[i], habits[i])
		} else {
			row, why = r.entry(v, &entries[i], persons)
		}
		if why != "" {
			d.LeftOut = append(d.LeftOut, LeftOut{Line: v.line, Text: l.lines[i], Why: why})
			continue
		}
		rateAlone(&row, &entries[i])
		out = append(out, row)
	}
	return out
}

// persons reports whether the entries of a list are persons by their look, where no field says so.
func (l *dataList) persons() bool {
	n := 0
	for _, item := range l.items {
		if name := fieldOf(item, plainFields...); name != nil && personCertainty(name.text) == 2 {
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
func (r *dataReader) entry(item *datum, e *entry, persons bool) (Row, string) {
	group, name := fieldOf(item, groupFields...), fieldOf(item, plainFields...)
	if first, last := twoNames(item); first != nil {
		name = &datum{kind: scalar, line: first.line, text: oneLine(first.text) + " " + oneLine(last.text)}
		persons = true
	}
	row := Row{Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Line: item.line}
	if c := fieldOf(item, placeFields...); c != nil {
		row.Country = Maybe(oneLine(c.text))
	}
	var notes []string
	for _, field := range noteFields {
		if n := fieldOf(item, field); n != nil && n != name && wordCount(n.text) <= 30 {
			notes = append(notes, oneLine(n.text))
		}
	}
	if p := fieldOf(item, personFields...); p != nil && p != name {
		notes = append([]string{oneLine(p.text)}, notes...)
	}
	affiliation := fieldOf(item, "affiliation")
	typed := fieldOf(item, "type", "kind")
	isPerson := persons || affiliation != nil || typed != nil && personType[strings.ToLower(typed.text)] || e.company == people
	office := strings.Join(notes, ", ")
	if group != nil && e.company == anyone && affiliation == nil && hasWord(office, roleWords) && !hasWord(office, ownWords) {
		isPerson = false // who gives an office signs for the group
	}
	if typed != nil && groupType[strings.ToLower(typed.text)] || e.company == organizations && affiliation == nil {
		isPerson = false
	}
	if group == nil && name == nil {
		name, isPerson = fieldOf(item, nameFields...), true
		notes = slices.DeleteFunc(notes, func(n string) bool { return n == oneLine(name.text) })
	}
	switch {
	case group != nil && name != nil && group != name && isPerson:
		row.Type, row.Capacity, row.Affiliation = graph.TypePerson, graph.AsAffiliated, oneLine(group.text)
		notes = append(notes, row.Affiliation)
	case group != nil:
		if name != nil && name != group && personCertainty(name.text) > 0 {
			notes, row.Capacity = append([]string{oneLine(name.text)}, notes...), graph.OnBehalf
		}
		name = group
	case isPerson:
		row.Type, row.Capacity = graph.TypePerson, graph.AsIndividual
		if affiliation != nil {
			row.Capacity, row.Affiliation = graph.AsAffiliated, oneLine(affiliation.text)
		}
	}
	row.Line = name.line
	row.Name, row.Note, row.Text = graph.CleanName(oneLine(name.text)), Maybe(strings.Join(notes, ", ")), e.lines[0].text
	if graph.Fold(row.Name) == "" {
		return Row{}, "no name: it has no letters"
	}
	if looksLikeAddress(row.Name) || isSentence(row.Name) && wordCount(row.Name) > 20 {
		return Row{}, "an address or a sentence, not a name"
	}
	if s := fieldOf(item, "status"); s != nil && gonePattern.MatchString(strings.ToLower(s.text)) {
		row.Withdrawn = true
	}
	row.Order = row.Line
	row.Evidence = []Printing{{Line: row.Line, Text: row.Text, Form: row.Name}}
	return row, ""
}

var (
	personType = wordSet("person individual people einzelperson personne persona individu")
	groupType  = wordSet("organization organisation org group ngo company verband association organización")
)
