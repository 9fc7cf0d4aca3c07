package explore

import (
	"cmp"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/printed"
)

// rowMedia are the media whose lines are rows of cells.
var rowMedia = map[string]bool{"table": true, "xlsx": true, "ods": true, "edges": true, "yaml": true, "json": true}

// shown returns what of the evidence's line goes out of the program (see package printed).
func (s *snapshot) shown(record *graph.Letter, medium string, signature *graph.Signature, e *graph.Evidence) string {
	line := printed.Line{Text: e.Text, Names: []string{cmp.Or(e.Form, signature.Name), signature.Name}, Row: rowMedia[medium] || signature.Capacity == graph.OnBehalf,
		Date: record.Date, Persons: s.personsIn(record)[place{e.Document, e.Page, e.Line}]}
	if e.Text == line.Names[0] {
		return e.Text
	}
	line.Facts = append(facts(record), signature.Country, string(signature.Status))
	return line.Shown()
}

// judged returns a judgement as it goes out of the program: what persons write of themselves and their reasons says nobody how to reach them. A judge
// who reads otherwise makes another judgement, which has no id yet.
func judged(j graph.Judgement) graph.Judgement {
	if j.ByRule() {
		return j
	}
	by := printed.Text(j.By, nil)
	if by != j.By {
		j.By, j.ID = by, ""
	}
	j.Why = printed.Text(j.Why, nil)
	if j.Undone != nil {
		j.Undone = &graph.Undoing{By: printed.Text(j.Undone.By, nil), When: j.Undone.When}
	}
	return j
}

// judgements yields all judgements as they go out.
func (s *snapshot) judgements(yield func(graph.Judgement) bool) {
	for _, j := range s.network.Judgements() {
		if !yield(judged(j)) {
			return
		}
	}
}

// facts are what the lines of a record may say beside names.
func facts(record *graph.Letter) []string {
	out := []string{record.Title, record.Date.String(), string(graph.TypeOrganization)}
	for _, t := range record.Targets {
		out = append(out, t.Name, t.PartOf)
	}
	for _, a := range record.Addressees {
		out = append(out, a.Organization)
	}
	return out
}

// leftOut returns the lines of a record that were not taken as signatories, as they may be shown.
func leftOut(record *graph.Letter) []graph.LeftOut {
	row := slices.ContainsFunc(record.Documents, func(d graph.Document) bool { return rowMedia[d.Medium] })
	out := make([]graph.LeftOut, len(record.LeftOut))
	for i, l := range record.LeftOut {
		line := printed.Line{Text: l.Text, Facts: facts(record), Date: record.Date, Row: row}
		out[i] = graph.LeftOut{Line: l.Line, Text: cmp.Or(line.Shown(), "…"), Why: l.Why}
	}
	return out
}

// textLines returns the lines of a document as they may be shown: those of a table and those that prove a signature as evidence is, the
// others without the persons who sign in them. Lines are known by what they say: the numbers of evidence count pages and rows.
func textLines(record *graph.Letter, d *graph.Document, lines []string) []string {
	type saying struct {
		names, facts, persons []string
		behalf                bool
	}
	said := map[string]*saying{}
	for i := range record.Signatures {
		g := &record.Signatures[i]
		for _, e := range g.Evidence {
			if e.Document != d.ID {
				continue
			}
			for l := range strings.SplitSeq(e.Text, "\n") {
				of := said[l]
				if of == nil {
					of = &saying{}
					said[l] = of
				}
				names := []string{g.Name}
				if e.Form != "" {
					names = append(names, e.Form)
				}
				switch {
				case g.Type == graph.TypeOrganization:
					of.names, of.facts = append(of.names, names...), append(of.facts, g.Country, string(g.Status))
					of.behalf = of.behalf || g.Capacity == graph.OnBehalf
				case strings.Contains(g.Name, strings.TrimSpace(l)): // a part of the name, which goes on in the next line
					of.persons = append(of.persons, l)
				default:
					of.persons = append(of.persons, names...)
				}
			}
		}
	}
	common := facts(record)
	out := make([]string, len(lines))
	for i, l := range lines {
		of := said[l]
		if of == nil {
			of = &saying{}
		}
		if row := rowMedia[d.Medium]; row || len(of.names) > 0 {
			line := printed.Line{Text: l, Names: of.names, Facts: slices.Concat(common, of.facts), Date: record.Date, Persons: of.persons, Row: row || of.behalf}
			out[i] = line.Shown()
		} else {
			out[i] = printed.Text(l, of.persons)
		}
	}
	return out
}

// place is where a line stands.
type place struct {
	document   string
	page, line int
}

// personsIn returns the names of the persons who sign in each line of a record.
func (s *snapshot) personsIn(record *graph.Letter) map[place][]string {
	if known, ok := s.persons.Load(record); ok {
		return known.(map[place][]string)
	}
	in := map[place][]string{}
	for i := range record.Signatures {
		g := &record.Signatures[i]
		if g.Type != graph.TypePerson {
			continue
		}
		for _, e := range g.Evidence {
			at := place{e.Document, e.Page, e.Line}
			in[at] = append(in[at], g.Name)
			if e.Form != "" {
				in[at] = append(in[at], e.Form)
			}
		}
	}
	s.persons.Store(record, in)
	return in
}
