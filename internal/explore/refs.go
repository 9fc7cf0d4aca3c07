package explore

import (
	"cmp"

	"undersigned/graph"
	"undersigned/internal/printed"
)

func (s *snapshot) organizationRef(o int) OrganizationRef {
	org := &s.network.Organizations()[o]
	return OrganizationRef{org.ID, org.Name}
}

func (s *snapshot) targetRef(t int) TargetRef {
	target := &s.network.Targets()[t]
	return TargetRef{target.ID, target.Name}
}

func (s *snapshot) letterRef(l int) LetterRef {
	w := s.network.Letters()[l]
	r := LetterRef{ID: w.ID, Title: titleOf(w.Letter), Described: w.Title == "" || w.TitleBy == "described", Kind: w.Kind, Date: w.Date,
		Language: w.Language, Organizations: s.x.Size(l), Targets: []TargetRef{}}
	for _, t := range s.network.TargetsOf(l) {
		r.Targets = append(r.Targets, s.targetRef(int(t)))
	}
	return r
}

func (s *snapshot) letterRefs(letters []int32) []LetterRef {
	refs := make([]LetterRef, len(letters))
	for i, l := range letters {
		refs[i] = s.letterRef(int(l))
	}
	return refs
}

func titleOf(l *graph.Letter) string { return cmp.Or(l.Title, "Untitled letter") }

// relation says how a record belongs to the letter it is counted with: "" for the letter itself.
func (s *snapshot) relation(w graph.Work, record *graph.Letter) string {
	if record.ID == w.ID {
		return ""
	}
	if link := s.linked[record.ID]; link != nil {
		return string(link.Relation)
	}
	return string(graph.VersionOf) // other records point at it, it points at none
}

// ofList says how a record belongs to the one whose list is the letter's: "" for that one.
func (s *snapshot) ofList(w graph.Work, record *graph.Letter) string {
	switch record {
	case w.List:
		return ""
	case w.Letter:
		return string(graph.VersionOf)
	}
	return s.relation(w, record)
}

// lines returns the printed lines that make organization o a signatory of letter l, the best known first.
func (s *snapshot) lines(o, l int) []Line {
	w := s.network.Letters()[l]
	lines := []Line{}
	for k, ref := range s.network.Signatures(o, l) {
		by := s.signer(o, l, k)
		for _, line := range s.linesOf(w, ref) {
			line.By = by
			lines = append(lines, line)
		}
	}
	return lines
}

// linesOf returns the printed lines of a signature.
func (s *snapshot) linesOf(w graph.Work, ref graph.SignatureRef) []Line {
	documents := make(map[string]*graph.Document, len(ref.Letter.Documents))
	for i := range ref.Letter.Documents {
		d := &ref.Letter.Documents[i]
		documents[d.ID] = d
	}
	lines := make([]Line, len(ref.Signature.Evidence))
	for i := range ref.Signature.Evidence {
		e := &ref.Signature.Evidence[i]
		d := documents[e.Document]
		if d == nil {
			d = &graph.Document{}
		}
		lines[i] = Line{Record: ref.Letter.ID, Relation: s.ofList(w, ref.Letter), Name: cmp.Or(e.Form, ref.Signature.Name),
			Text: s.shown(ref.Letter, d.Medium, ref.Signature, e), Document: d.Name, Page: e.Page, Line: e.Line, Position: cmp.Or(e.Position, ref.Signature.Position),
			Status: ref.Signature.Status, Country: ref.Signature.Country}
		if lines[i].Position > 0 {
			lines[i].Of = max(lines[i].Position, s.listLength[ref.Letter])
		}
	}
	return lines
}

// proofs returns the letters with their lines, latest first.
func (s *snapshot) proofs(o int, letters []int32) []Proof {
	proofs := []Proof{}
	for _, l := range s.lettersLatestFirst(letters) {
		proofs = append(proofs, Proof{s.letterRef(int(l)), s.lines(o, int(l))})
	}
	return proofs
}

// merge puts a judgement in words: letters by their titles.
func (s *snapshot) merge(j graph.Judgement) Merge {
	id, refused := j.ID, printed.Text(s.network.NotApplied(j), nil)
	j = judged(j)
	m := Merge{ID: id, A: j.A.Name, B: j.B.Name, Verdict: j.Verdict, InA: s.titleOf(j.A.Letter), InB: s.titleOf(j.B.Letter), From: j.From, Until: j.Until,
		By: j.By, Why: j.Why, Undone: j.Undone != nil, Refused: refused}
	if j.Relation != "" {
		m.A, m.B, m.InA, m.InB = m.InA, m.InB, "", ""
	}
	return m
}

// titleOf is the title of the letter with an id, which stands for itself where there is no such letter.
func (s *snapshot) titleOf(id string) string {
	if l, ok := s.network.Letter(id); ok {
		return titleOf(s.network.Letters()[l].Letter)
	}
	return id
}
