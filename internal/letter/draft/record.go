package draft

import (
	"cmp"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/text"
)

// Extractor names what made a row, in its evidence; the number changes when the rules do.
const Extractor = "letter/1"

// Letter makes the domain record of a draft. published says where the document was found, "" where that is not known. Its id comes
// from the title (or the first words) and the SHA-256 of the document, so the same document always is the same letter. Rows with one
// name, type and capacity become one signature with all their printings.
func (d *Draft) Letter(published string) graph.Letter {
	if d.ID != "" {
		return d.Record(d.ID, published)
	}
	title := cmp.Or(string(d.Title), text.FirstWords(d.Text, 8), d.Name)
	return d.Record(graph.LetterID(title, d.SHA256), published)
}

// Record is Letter with an id of the caller's.
func (d *Draft) Record(id, published string) graph.Letter {
	date, err := graph.ParseDate(string(d.Date))
	if err != nil {
		date = graph.Date{}
	}
	l := graph.Letter{ID: id, Title: string(d.Title), Kind: d.Kind, Date: date, Language: string(d.Language),
		Claimed:   graph.Claimed{Organizations: d.Claimed.Organizations, Individuals: d.Claimed.Individuals, Text: string(d.Claimed.Text)},
		Quotes:    d.Quotes,
		Documents: []graph.Document{{ID: cmp.Or(d.SHA256, "document"), Name: d.Name, SHA256: d.SHA256, Medium: d.Medium, Published: published, Text: d.Text}}}
	if l.Title == "" {
		l.Title, l.TitleBy = describe(d), "described"
	}
	for _, a := range d.Addressees {
		l.Addressees = append(l.Addressees, graph.Addressee{Name: string(a.Name), Role: string(a.Role), Organization: string(a.Organization)})
	}
	for _, t := range d.Targets {
		l.Targets = append(l.Targets, graph.TargetRef{Name: t})
	}
	if len(d.Doubtful) > 0 {
		l.Doubtful = d.Doubtful
	}
	for _, o := range d.LeftOut {
		l.LeftOut = append(l.LeftOut, graph.LeftOut{Line: o.Line, Text: o.Text, Why: o.Why})
	}
	l.Signatures, l.Individuals = d.signatures(l.Documents[0].ID)
	return l
}

// describe makes a title for a document that prints none: its kind, to whom, and the date.
func describe(d *Draft) string {
	names := map[string]string{KindLetter: "Letter", KindStatement: "Statement", KindPetition: "Petition", KindBrief: "Amicus brief", KindPress: "Press release",
		KindNews: "News", KindProfile: "Profile", KindList: "List of organizations"}
	t := cmp.Or(names[d.Kind], "Document")
	to := ""
	for _, a := range d.Addressees {
		// An office or organization; a person's name stays out of titles, which are public.
		if to = string(cmp.Or(a.Organization, a.Role)); to != "" {
			break
		}
	}
	switch {
	case to != "":
		t += " to " + to
	case len(d.Targets) > 0:
		t += " about " + d.Targets[0]
	}
	if d.Date != "" {
		t += ", " + string(d.Date)
	}
	if to == "" && d.Date == "" && d.Name != "" {
		t += " (" + d.Name + ")"
	}
	return t
}

// signatures makes one signature of the rows with one name, type and capacity, with all their printings. Two persons of one name in one
// list are most likely two persons: namesakes counts those that the signatures do not.
func (d *Draft) signatures(document string) (out []graph.Signature, namesakes int) {
	out = []graph.Signature{}
	at := make(map[string]int, len(d.Signatories))
	for i := range d.Signatories {
		r := &d.Signatories[i]
		name := graph.CleanName(r.Name)
		key := string(r.Type) + "\x00" + string(r.Capacity) + "\x00" + name
		k, known := at[key]
		if !known {
			k = len(out)
			at[key] = k
			s := graph.Signature{Name: name, Type: r.Type, Capacity: r.Capacity, Status: graph.Listed, Affiliation: r.Affiliation, Country: string(r.Country),
				Note: string(r.Note), Position: i + 1, Confidence: r.Confidence}
			switch {
			case r.Withdrawn:
				s.Status = graph.Withdrawn
			case r.Status != "":
				s.Status = r.Status
			}
			out = append(out, s)
		} else if r.Type == graph.TypePerson {
			namesakes++
		}
		for _, p := range r.Evidence {
			e := graph.Evidence{Document: document, Page: p.Page, Line: p.Line, Position: i + 1, Text: p.Text, Extractor: Extractor, Box: p.Box}
			if form := graph.CleanName(p.Form); form != "" && form != name {
				e.Form = form
			}
			out[k].Evidence = append(out[k].Evidence, e)
		}
	}
	return out, namesakes
}

// BaseTitle makes a title of a file name.
func BaseTitle(name string) string {
	t := strings.TrimSuffix(name, "."+text.Extension(name))
	return strings.Join(strings.FieldsFunc(t, func(r rune) bool { return r == '_' || r == '-' || r == ' ' }), " ")
}
