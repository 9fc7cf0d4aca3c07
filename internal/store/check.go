package store

import (
	"undersigned/graph"
)

// Check reports the first record of a change that breaks a rule, as Invalid: ids and names present and clean, ids unique,
// evidence present and pointing at a document of its letter, judgements well-formed. Stores call it before they write.
func Check(c Change) error {
	seen := map[string]bool{}
	for i := range c.Letters {
		if err := checkLetter(&c.Letters[i]); err != nil {
			return err
		}
		if seen["l"+c.Letters[i].ID] {
			return graph.Errorf(graph.Invalid, "letter %s stands twice in one change", c.Letters[i].ID)
		}
		seen["l"+c.Letters[i].ID] = true
	}
	for _, p := range c.Profiles {
		if p.Of.Name == "" || p.Of.Name != graph.CleanName(p.Of.Name) {
			return graph.Errorf(graph.Invalid, "a profile needs the clean printed name it is about, not %q", p.Of.Name)
		}
		if key := "p" + graph.ProfileKey(p); seen[key] {
			return graph.Errorf(graph.Invalid, "the profile of %q stands twice in one change", p.Of.Name)
		} else {
			seen[key] = true
		}
	}
	for _, j := range c.Judgements {
		if err := j.Check(); err != nil {
			return err
		}
		if j.ID != graph.NewJudgement(j).ID {
			return graph.Errorf(graph.Invalid, "judgement %q has an id that is not its own: make it with graph.NewJudgement", j.ID)
		}
		if seen["j"+j.ID] {
			return graph.Errorf(graph.Invalid, "judgement %s stands twice in one change", j.ID)
		}
		seen["j"+j.ID] = true
	}
	return nil
}

func checkLetter(l *graph.Letter) error {
	if l.ID == "" {
		return graph.Errorf(graph.Invalid, "a letter needs an id")
	}
	documents := map[string]bool{}
	for _, d := range l.Documents {
		if d.ID == "" || documents[d.ID] {
			return graph.Errorf(graph.Invalid, "letter %s: documents need ids of their own, %q is missing or stands twice", l.ID, d.ID)
		}
		documents[d.ID] = true
	}
	type key struct {
		name     string
		typ      graph.SignatoryType
		capacity graph.Capacity
	}
	signed := make(map[key]bool, len(l.Signatures))
	for i := range l.Signatures {
		s := &l.Signatures[i]
		if s.Name == "" || s.Name != graph.CleanName(s.Name) {
			return graph.Errorf(graph.Invalid, "letter %s: signatory %d has no clean name: %q", l.ID, i+1, s.Name)
		}
		if s.Type != graph.TypeOrganization && s.Type != graph.TypePerson {
			return graph.Errorf(graph.Invalid, "letter %s: signatory %q is of type %q; organization or person is wanted", l.ID, s.Name, s.Type)
		}
		if len(s.Evidence) == 0 {
			return graph.Errorf(graph.Invalid, "letter %s: signatory %q has no evidence: every signature rests on a printed line", l.ID, s.Name)
		}
		for _, e := range s.Evidence {
			if !documents[e.Document] {
				return graph.Errorf(graph.Invalid, "letter %s: evidence of %q points at document %q, which the letter does not have", l.ID, s.Name, e.Document)
			}
		}
		k := key{s.Name, s.Type, s.Capacity}
		if signed[k] {
			return graph.Errorf(graph.Invalid, "letter %s: %q signs twice as %s; give its printings as evidences of one signature", l.ID, s.Name, s.Capacity)
		}
		signed[k] = true
	}
	return nil
}
