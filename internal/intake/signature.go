package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
)

// compose makes the letter of a reading and of what a person left of it. Errors are Invalid and name the row as people count, from 1.
func compose(r *reading, q *SaveRequest, person string) (graph.Letter, error) {
	l := r.Letter
	var err error
	if l.Date, err = graph.ParseDate(strings.TrimSpace(q.Date)); err != nil {
		return l, err
	}
	if q.Published != nil {
		address, err := published(*q.Published)
		if err != nil {
			return l, err
		}
		if d := &l.Documents[0]; d.Published != address {
			l.Documents = slices.Clone(l.Documents)
			l.Documents[0].Published, l.Documents[0].Retrieved = address, "" // it was not read from there
		}
	}
	if title := squeeze(q.Title); title != "" && title != squeeze(l.Title) {
		l.Title, l.TitleBy = title, "described"
		if isPrinted(r, title) {
			l.TitleBy = ""
		}
	}
	l.Kind, l.Language = cmp.Or(q.Kind, l.Kind), strings.ToLower(strings.TrimSpace(q.Language))
	l.Addressees, l.Targets = nil, nil
	for _, a := range q.Addressees {
		if to := (graph.Addressee{Name: squeeze(a.Name), Role: squeeze(a.Role), Organization: squeeze(a.Organization)}); to != (graph.Addressee{}) {
			l.Addressees = append(l.Addressees, to)
		}
	}
	for _, t := range q.Targets {
		if t = squeeze(t); graph.Fold(t) != "" && !slices.ContainsFunc(l.Targets, func(u graph.TargetRef) bool { return u.Name == t }) {
			l.Targets = append(l.Targets, targetAs(r, t))
		}
	}
	if q.Claimed != nil {
		l.Claimed.Organizations, l.Claimed.Individuals = q.Claimed.Organizations, q.Claimed.Individuals
	}
	if l.Signatures, l.Individuals, err = signatures(r, q.Rows, person); err != nil {
		return l, err
	}
	l.LeftOut = leftOut(r, q.Rows, person)
	return l, nil
}

// targetAs keeps what was read of a target beside its name.
func targetAs(r *reading, name string) graph.TargetRef {
	for _, t := range r.Letter.Targets {
		if t.Name == name {
			return t
		}
	}
	return graph.TargetRef{Name: name}
}

// isPrinted reports whether a text stands in the document, line breaks and punctuation apart.
func isPrinted(r *reading, text string) bool {
	var b strings.Builder
	for _, l := range r.Lines {
		b.WriteString(graph.Fold(l.Text))
	}
	return strings.Contains(b.String(), graph.Fold(text))
}

// signatures makes one signature of each row; rows with one name, type and capacity are printings of one. Persons of one name are most
// likely several: namesakes counts those that the signatures do not.
func signatures(r *reading, rows []SaveRow, person string) (out []graph.Signature, namesakes int, err error) {
	out = []graph.Signature{}
	at := map[string]int{}
	for i := range rows {
		s, err := signature(r, &rows[i], i+1, person)
		if err != nil {
			return nil, 0, graph.Errorf(graph.CodeOf(err), "row %d (%.60s): %s", i+1, squeeze(rows[i].Name), graph.MessageOf(err))
		}
		key := string(s.Type) + "\x00" + string(s.Capacity) + "\x00" + s.Name
		if k, known := at[key]; known {
			out[k].Evidence = append(out[k].Evidence, s.Evidence...)
			if s.Type == graph.TypePerson {
				namesakes++
			}
			continue
		}
		at[key] = len(out)
		out = append(out, s)
	}
	return out, namesakes, nil
}

func signature(r *reading, row *SaveRow, position int, person string) (graph.Signature, error) {
	s := graph.Signature{Name: graph.CleanName(row.Name), Country: squeeze(row.Country), Note: strings.TrimSpace(row.Note), Affiliation: squeeze(row.Affiliation),
		Status: graph.Listed, Position: position}
	if graph.Fold(s.Name) == "" {
		return s, graph.Errorf(graph.Invalid, "a name has letters or digits; write one, or leave the row out")
	}
	evidence, as, err := evidenceOf(r, row, s.Name, position, person)
	if err != nil {
		return s, err
	}
	s.Evidence, s.Confidence = evidence, 1 // what a person wrote is sure
	s.Type = cmp.Or(graph.SignatoryType(row.Type), graph.TypeOrganization)
	if as != nil {
		s.Type = cmp.Or(graph.SignatoryType(row.Type), as.Type)
		if s.Name == as.Name && s.Type == as.Type && len(row.From) == 1 {
			s.Confidence = as.Confidence
		}
		if as.Status != graph.Withdrawn && as.Status != graph.Reported {
			s.Status = as.Status
		}
	}
	s.Capacity = graph.Capacity(row.Capacity)
	switch {
	case s.Capacity != "":
	case as != nil && as.Type == s.Type:
		s.Capacity = as.Capacity
	case s.Type == graph.TypePerson:
		s.Capacity = graph.AsIndividual
	default:
		s.Capacity = graph.AsOrganization
	}
	switch {
	case row.Withdrawn:
		s.Status = graph.Withdrawn
	case row.Reported:
		s.Status = graph.Reported
	}
	return s, nil
}

// evidenceOf returns the printed lines of a row: as read, joined, or those that a person pointed at. The text always is the printed one;
// a name that was corrected has its printed form beside it, and who corrected it. as is the row of the draft that it was, nil for none.
func evidenceOf(r *reading, saved *SaveRow, name string, position int, person string) (evidence []graph.Evidence, as *row, err error) {
	for _, f := range saved.From {
		if f < 0 || f >= len(r.Rows) {
			return nil, nil, graph.Errorf(graph.Invalid, "the draft has no row %d: it has %d, counted from 0; load the draft again", f, len(r.Rows))
		}
	}
	switch len(saved.From) {
	case 0:
		e, err := pointedAt(r, saved.Lines, person)
		e.Position = position
		return []graph.Evidence{e}, nil, err
	case 1:
		if len(saved.Lines) > 0 {
			break
		}
		as = &r.Rows[saved.From[0]]
		evidence = slices.Clone(as.Evidence)
		for i := range evidence {
			e := &evidence[i]
			e.Position = position
			if form := cmp.Or(e.Form, as.Name); form != name {
				e.Form = form
			} else {
				e.Form = ""
			}
			if name != as.Name {
				e.Extractor += "; corrected by " + person
			}
		}
		return evidence, as, nil
	}
	as = &r.Rows[saved.From[0]]
	joined := as.Evidence[0]
	joined.Position, joined.Form = position, ""
	joined.Extractor += "; joined by " + person
	for _, f := range saved.From[1:] {
		e := r.Rows[f].Evidence[0]
		if e.Text != joined.Text || e.Line != joined.Line { // two rows of one line are one line
			joined.Text += "\n" + e.Text
		}
		joined.Box = around(joined, e)
	}
	if len(saved.Lines) > 0 {
		e, err := pointedAt(r, saved.Lines, person)
		if err != nil {
			return nil, nil, err
		}
		joined.Text, joined.Box = joined.Text+"\n"+e.Text, nil
	}
	return []graph.Evidence{joined}, as, nil
}

// around returns the box around two printings on one page; nil where they are on two, or one has none.
func around(a, b graph.Evidence) []float64 {
	if len(a.Box) != 4 || len(b.Box) != 4 || a.Page != b.Page {
		return nil
	}
	return []float64{min(a.Box[0], b.Box[0]), min(a.Box[1], b.Box[1]), max(a.Box[2], b.Box[2]), max(a.Box[3], b.Box[3])}
}

// pointedAt is the evidence of a row that a person found and the reader did not.
func pointedAt(r *reading, lines []int, person string) (graph.Evidence, error) {
	if len(lines) == 0 {
		return graph.Evidence{}, graph.Errorf(graph.Invalid, "every signature rests on a printed line: mark the line of the document where the name stands")
	}
	e := graph.Evidence{Document: r.document(), Extractor: person}
	texts := make([]string, 0, len(lines))
	for i, at := range lines {
		if at < 0 || at >= len(r.Lines) {
			return e, graph.Errorf(graph.Invalid, "the document has no line at position %d: it has %d lines, counted from 0; load the draft again", at, len(r.Lines))
		}
		l := r.Lines[at]
		if i == 0 {
			e.Page, e.Line = l.Page, l.Number
		}
		texts = append(texts, strings.TrimSpace(l.Text))
	}
	if e.Text = strings.Join(texts, "\n"); strings.TrimSpace(e.Text) == "" {
		return e, graph.Errorf(graph.Invalid, "nothing is printed on the line that is marked: mark the one where the name stands")
	}
	return e, nil
}

// leftOut keeps what the reader left out, unless a person took it, and adds what the person left out: nothing goes without a word.
func leftOut(r *reading, rows []SaveRow, person string) []graph.LeftOut {
	used := make([]bool, len(r.Rows))
	taken := map[int]bool{} // numbers of lines
	for i := range rows {
		for _, f := range rows[i].From {
			used[f] = true
		}
		if len(rows[i].From) == 0 {
			for _, at := range rows[i].Lines {
				taken[r.Lines[at].Number] = r.Lines[at].Number > 0
			}
		}
	}
	var out []graph.LeftOut
	for _, l := range r.Letter.LeftOut {
		if !taken[l.Line] {
			out = append(out, l)
		}
	}
	for i, is := range used {
		if !is {
			e := r.Rows[i].Evidence[0]
			out = append(out, graph.LeftOut{Line: e.Line, Text: e.Text, Why: fmt.Sprintf("left out by %s", person)})
		}
	}
	slices.SortStableFunc(out, func(a, b graph.LeftOut) int { return cmp.Compare(a.Line, b.Line) })
	return out
}
