package explore

import "undersigned/graph"

// What package intake needs of a reading to hold a new document against the stored ones.

// Graph returns the network that the answers are made of.
func (r *Reading) Graph() *graph.Network { return r.network }

// LetterRef returns the reference to a letter by its position.
func (r *Reading) LetterRef(l int) LetterRef { return r.letterRef(l) }

// RecordRef returns the reference to a record, which may be a version of another letter or signed by nobody.
func (r *Reading) RecordRef(record *graph.Letter) LetterRef {
	if l, ok := r.network.Letter(record.ID); ok && r.network.Letters()[l].ID == record.ID {
		return r.letterRef(l)
	}
	ref := LetterRef{ID: record.ID, Title: titleOf(record), Described: record.Title == "" || record.TitleBy == "described", Kind: record.Kind, Date: record.Date,
		Language: record.Language, Targets: []TargetRef{}}
	for _, t := range record.Targets {
		if at, ok := r.network.Target(t.Name); ok {
			ref.Targets = append(ref.Targets, r.targetRef(at))
		}
	}
	for i := range record.Signatures {
		if s := &record.Signatures[i]; s.Type == graph.TypeOrganization && s.Signs() {
			ref.Organizations++
		}
	}
	return ref
}

// Lines returns the printed lines that make organization o a signatory of letter l, the best known first.
func (r *Reading) Lines(o, l int) []Line { return r.lines(o, l) }
