package letter

import (
	"slices"
	"strings"

	"undersigned/graph"
)

// letter returns the draft that a row belongs to, made on its first row.
func (t *tableReader) letter(value map[column]string, line int) (int, error) {
	title := graph.CleanName(value[letterColumn])
	if title == "" && slices.Contains(t.columns, letterColumn) {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: the column %q is empty; say which letter was signed", t.where, line, t.header[slices.Index(t.columns, letterColumn)])
	}
	k, known := t.at[title]
	if !known {
		k = len(t.drafts)
		t.at[title] = k
		d := &Draft{Title: Maybe(title), Kind: kindLetter, Name: t.name, Medium: "table", SHA256: t.sha, Addressees: []Addressee{}, Targets: []string{},
			Signatories: []Row{}, LeftOut: []LeftOut{}, Quotes: []string{}, Warnings: t.warnings}
		id := graph.LetterID(title, title) // as for an edge list: a longer table replaces the letter, it does not double it
		if title == "" {
			d.Title = Maybe(baseTitle(t.name))
			id = graph.LetterID(string(d.Title), t.sha)
			d.Date = Maybe(fileDate(t.name).String())
		}
		t.drafts, t.ids, t.texts = append(t.drafts, d), append(t.ids, id), append(t.texts, &strings.Builder{})
	}
	d := t.drafts[k]
	if v := value[dateColumn]; v != "" {
		date, ok := readDate(v)
		if !ok {
			return 0, graph.Errorf(graph.Invalid, "%s, row %d, column %q: %q is no date; write 2021, 2021-05 or 2021-05-06", t.where, line, t.header[slices.Index(t.columns, dateColumn)], v)
		}
		if d.Date != "" && d.Date != date && title != "" {
			return 0, graph.Errorf(graph.Conflict, "%s, row %d dates letter %q %s, an earlier row %s: give one date for each letter", t.where, line, title, date, d.Date)
		}
		if title != "" || d.Date == "" {
			d.Date = date
		}
	}
	if v := strings.ToLower(value[kindColumn]); v != "" {
		if !slices.Contains([]string{kindLetter, kindStatement, kindPetition, kindBrief, kindPress, kindNews, kindProfile, kindList, kindOther}, v) {
			return 0, graph.Errorf(graph.Invalid, "%s, row %d: %q is no kind; write letter, statement, petition, amicus-brief, press-release, news, profile, list or other", t.where, line, v)
		}
		d.Kind = v
	}
	for v := range strings.SplitSeq(value[targetColumn], ";") {
		if v = graph.CleanName(v); v != "" && !slices.Contains(d.Targets, v) {
			d.Targets = append(d.Targets, v)
		}
	}
	return k, nil
}

func readDate(v string) (Maybe, bool) {
	if d, err := graph.ParseDate(v); err == nil {
		return Maybe(d.String()), true
	}
	if f := findDates(v, ""); len(f) > 0 {
		return Maybe(f[0].date.String()), true
	}
	return "", false
}

// signature reads the rest of a row.
func (t *tableReader) signature(name string, value map[column]string, notes []string, printedRow string, line int) (Row, error) {
	r := Row{Name: graph.CleanName(name), Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Country: Maybe(value[countryColumn]), Note: Maybe(strings.Join(notes, ", ")),
		Line: line, Text: printedRow, Confidence: 1}
	if graph.Fold(r.Name) == "" {
		return Row{}, graph.Errorf(graph.Invalid, "%s, row %d: %q has no letters and is no name; mend it or delete the row", t.where, line, name)
	}
	switch v := strings.ToLower(value[typeColumn]); v {
	case "":
		if t.persons {
			r.Type, r.Capacity = graph.TypePerson, graph.AsIndividual
		}
	case "organization", "organisation", "org", "group", "verband", "organización":
	case "person", "individual", "people", "einzelperson", "personne", "persona", "individu":
		r.Type, r.Capacity = graph.TypePerson, graph.AsIndividual
		if r.Note != "" {
			r.Capacity, r.Affiliation = graph.AsAffiliated, string(r.Note)
		}
	default:
		if slices.Contains(t.header, "signatory type") {
			return Row{}, graph.Errorf(graph.Invalid, "%s, row %d: the type is %q; write organization or person", t.where, line, v)
		}
	}
	switch v := strings.ToLower(value[statusColumn]); v {
	case "":
	case string(graph.Listed), string(graph.Reported), string(graph.Verified), string(graph.Disputed), string(graph.Withdrawn):
		r.Status = graph.Status(v)
	default:
		return Row{}, graph.Errorf(graph.Invalid, "%s, row %d: the status is %q; write listed, reported, verified, disputed or withdrawn", t.where, line, v)
	}
	r.Evidence = []Printing{{Line: line, Text: printedRow}}
	return r, nil
}
