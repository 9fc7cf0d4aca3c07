package sheet

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/table"
)

// letter returns the draft that a row belongs to, made on its first row.
func (t *tableReader) letter(value map[table.Column]string, line int) (int, error) {
	title := graph.CleanName(value[table.LetterColumn])
	if title == "" && t.read.Column(table.LetterColumn) >= 0 {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: the column %q is empty; say which letter was signed", t.where, line, t.header[t.read.Column(table.LetterColumn)])
	}
	k, known := t.at[title]
	if !known {
		k = len(t.drafts)
		t.at[title] = k
		d := &draft.Draft{Title: draft.Maybe(title), Kind: draft.KindLetter, Name: t.name, Medium: "table", SHA256: t.sha, Addressees: []draft.Addressee{}, Targets: []string{},
			Signatories: []draft.Row{}, LeftOut: []draft.LeftOut{}, Quotes: []string{}, Warnings: t.warnings}
		id := graph.LetterID(title, title) // as for an edge list: a longer table replaces the letter, it does not double it
		if title == "" {
			d.Title = draft.Maybe(draft.BaseTitle(t.name))
			id = graph.LetterID(string(d.Title), t.sha)
			d.Date = draft.Maybe(about.FileDate(t.name).String())
		}
		t.drafts, t.ids, t.texts, t.lines = append(t.drafts, d), append(t.ids, id), append(t.texts, &strings.Builder{}), append(t.lines, nil)
	}
	d := t.drafts[k]
	if v := value[table.DateColumn]; v != "" {
		date, ok := readDate(v)
		if !ok {
			return 0, graph.Errorf(graph.Invalid, "%s, row %d, column %q: %q is no date; write 2021, 2021-05 or 2021-05-06", t.where, line, t.header[t.read.Column(table.DateColumn)], v)
		}
		if d.Date != "" && d.Date != date && title != "" {
			return 0, graph.Errorf(graph.Conflict, "%s, row %d dates letter %q %s, an earlier row %s: give one date for each letter", t.where, line, title, date, d.Date)
		}
		if title != "" || d.Date == "" {
			d.Date = date
		}
	}
	if v := strings.ToLower(value[table.KindColumn]); v != "" {
		if !slices.Contains([]string{draft.KindLetter, draft.KindStatement, draft.KindPetition, draft.KindBrief, draft.KindPress, draft.KindNews, draft.KindProfile, draft.KindList, draft.KindOther}, v) {
			return 0, graph.Errorf(graph.Invalid, "%s, row %d: %q is no kind; write letter, statement, petition, amicus-brief, press-release, news, profile, list or other", t.where, line, v)
		}
		d.Kind = v
	}
	for v := range strings.SplitSeq(value[table.TargetColumn], ";") {
		if v = graph.CleanName(v); v != "" && !slices.Contains(d.Targets, v) {
			d.Targets = append(d.Targets, v)
		}
	}
	return k, nil
}

func readDate(v string) (draft.Maybe, bool) {
	if d, err := graph.ParseDate(v); err == nil {
		return draft.Maybe(d.String()), true
	}
	if f := phrase.FindDates(v, ""); len(f) > 0 {
		return draft.Maybe(f[0].Date.String()), true
	}
	return "", false
}

// signature makes a signatory of a row. why says that it is none, and is told aloud.
func (t *tableReader) signature(said *table.Row, printed string, line int) (r draft.Row, why string, err error) {
	if said.Who == table.Anyone && t.persons {
		said.Who = table.Persons
	}
	if t.read.Strict() && said.State == table.Unsaid && said.Status != "" {
		switch graph.Status(strings.ToLower(said.Status)) {
		case graph.Listed, graph.Reported, graph.Verified, graph.Disputed, graph.Withdrawn:
		default:
			return draft.Row{}, "", graph.Errorf(graph.Invalid, "%s, row %d: the status is %q; write listed, reported, verified, disputed or withdrawn", t.where, line, said.Status)
		}
	}
	if r, why = makeRow(said); why != "" {
		return r, why, nil
	}
	if r.Withdrawn {
		r.Status = graph.Withdrawn
	}
	switch v := graph.Status(strings.ToLower(said.Status)); v {
	case graph.Listed, graph.Reported, graph.Verified, graph.Disputed, graph.Withdrawn:
		r.Status = v
	}
	r.Line, r.Text, r.Confidence = line, printed, 1
	r.Evidence = []draft.Printing{{Line: line, Text: printed}}
	return r, "", nil
}
