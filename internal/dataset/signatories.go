package dataset

import (
	"cmp"
	"slices"

	"undersigned/graph"
)

var (
	capacities = []graph.Capacity{graph.AsOrganization, graph.AsIndividual, graph.AsAffiliated, graph.OnBehalf}
	statuses   = []graph.Status{graph.Listed, graph.Reported, graph.Verified, graph.Disputed, graph.Withdrawn}
)

// signer is what makes two entries of a list one signature.
type signer struct {
	name     string
	typ      graph.SignatoryType
	capacity graph.Capacity
}

// sign adds the letter's signatories as signatures. Entries of one name, type and capacity are one signature with several
// evidences; its status, country and note are the first given.
func (l *Letter) sign(out *graph.Letter, where string, src source) error {
	first := ""
	if len(out.Documents) > 0 {
		first = out.Documents[0].ID
	}
	if l.Signatories != nil {
		out.Signatures = make([]graph.Signature, 0, len(l.Signatories))
	}
	at := make(map[signer]int, len(l.Signatories))
	position := 0
	for i := range l.Signatories {
		e := &l.Signatories[i]
		s, err := e.signature(first, position+1)
		if err != nil {
			return graph.Errorf(graph.Invalid, "%s, %s, signatories[%d]: %s", src.name, where, i, graph.MessageOf(err))
		}
		position = max(position, s.Position)
		for _, evidence := range s.Evidence {
			if !slices.ContainsFunc(out.Documents, func(d graph.Document) bool { return d.ID == evidence.Document }) {
				return graph.Errorf(graph.Invalid, "%s, %s, signatories[%d]: the letter has no document %q; name one of its documents' ids", src.name, where, i, evidence.Document)
			}
		}
		k := signer{s.Name, s.Type, s.Capacity}
		if i, again := at[k]; again {
			old := &out.Signatures[i]
			if (old.Status == graph.Withdrawn) != (s.Status == graph.Withdrawn) {
				return graph.Errorf(graph.Invalid, "%s, %s, %q stands twice, once withdrawn and once not; keep the one that holds", src.name, where, s.Name)
			}
			old.Country, old.Note = cmp.Or(old.Country, s.Country), cmp.Or(old.Note, s.Note)
			old.Affiliation = cmp.Or(old.Affiliation, s.Affiliation)
			old.Evidence = append(old.Evidence, s.Evidence...)
			continue
		}
		at[k] = len(out.Signatures)
		out.Signatures = append(out.Signatures, s)
	}
	return nil
}

// signature reads one entry; next is its position where it gives none.
func (e *Signatory) signature(document string, next int) (graph.Signature, error) {
	s := graph.Signature{Name: graph.CleanName(e.As), Type: cmp.Or(e.Type, graph.TypeOrganization), Status: cmp.Or(e.Status, graph.Listed),
		Affiliation: e.Affiliation, Country: e.Country, Note: e.Note, Position: cmp.Or(e.Position, next), Confidence: e.Confidence, Capacity: e.Capacity}
	if e.Unnumbered {
		s.Position = 0
	}
	switch {
	case s.Name == "":
		return s, graph.Errorf(graph.Invalid, "the name is missing; write it as printed")
	case graph.Fold(s.Name) == "" && len(e.Evidence) == 0: // a store's own record comes back as it was
		return s, graph.Errorf(graph.Invalid, "%q has no letters and is no name; mend it or take it out", e.As)
	case s.Type == graph.TypePerson:
		s.Capacity = cmp.Or(s.Capacity, graph.AsIndividual)
	case s.Type == graph.TypeOrganization:
		s.Capacity = cmp.Or(s.Capacity, graph.AsOrganization)
	default:
		return s, graph.Errorf(graph.Invalid, "the type %q is unknown; write organization or person", e.Type)
	}
	if !slices.Contains(capacities, s.Capacity) {
		return s, graph.Errorf(graph.Invalid, "the capacity %q is unknown; write one of %q", e.Capacity, capacities)
	}
	if !slices.Contains(statuses, s.Status) {
		return s, graph.Errorf(graph.Invalid, "the status %q is unknown; write one of %q", e.Status, statuses)
	}
	if s.Confidence > 1 || s.Confidence < 0 {
		return s, graph.Errorf(graph.Invalid, "the confidence is a number from 0 to 1, not %v", s.Confidence)
	}
	s.Evidence = e.Evidence
	if len(s.Evidence) == 0 {
		s.Evidence = []graph.Evidence{{Document: cmp.Or(e.Document, document), Page: e.Page, Line: e.Line, Position: s.Position,
			Text: cmp.Or(e.Text, s.Name), Extractor: extractor}}
	}
	return s, nil
}

// entry is the inverse of signature, as short as it can be: reading it back after an entry at position next-1 gives s.
func entry(s *graph.Signature, document string, next int) Signatory {
	e := Signatory{As: s.Name, Type: s.Type, Capacity: s.Capacity, Status: s.Status, Affiliation: s.Affiliation, Country: s.Country, Note: s.Note,
		Position: s.Position, Confidence: s.Confidence, Unnumbered: s.Position == 0}
	if s.Type == graph.TypeOrganization {
		e.Type = ""
	}
	if s.Type == graph.TypeOrganization && s.Capacity == graph.AsOrganization || s.Type == graph.TypePerson && s.Capacity == graph.AsIndividual {
		e.Capacity = ""
	}
	if s.Status == graph.Listed {
		e.Status = ""
	}
	if s.Position == next {
		e.Position = 0
	}
	if len(s.Evidence) != 1 {
		e.Evidence = s.Evidence
		return e
	}
	only := s.Evidence[0]
	if only.Extractor != extractor || only.Position != s.Position || only.Form != "" || only.Text == "" || only.Box != nil {
		e.Evidence = s.Evidence
		return e
	}
	e.Document, e.Page, e.Line, e.Text = only.Document, only.Page, only.Line, only.Text
	if e.Document == document {
		e.Document = ""
	}
	if e.Text == s.Name {
		e.Text = ""
	}
	return e
}
