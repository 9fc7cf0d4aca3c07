package store

import (
	"math"
	"unicode/utf8"

	"undersigned/graph"
)

// Check reports the first record of a change that breaks a rule, as Invalid: ids and names present and clean, ids unique,
// evidence present and pointing at a document of its letter, judgements well-formed, text in UTF-8, dates of the calendar,
// finite numbers (so that every record has one canonical form, the same in every store). Stores call it before they write.
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
		if err := checkProfile(&p); err != nil {
			return err
		}
	}
	for _, j := range c.Judgements {
		if err := j.Check(); err != nil {
			return err
		}
		if !valid(string(j.Verdict), j.A.Name, j.A.Letter, j.B.Name, j.B.Letter, string(j.Relation), j.By, j.Source, j.When, j.Why) ||
			j.Undone != nil && !valid(j.Undone.By, j.Undone.When) || !finite(j.Score) {
			return graph.Errorf(graph.Invalid, "judgement %s: %s", j.ID, notCanonical)
		}
		if own := graph.NewJudgement(j); j.ID != own.ID || j.A != own.A || j.B != own.B {
			return graph.Errorf(graph.Invalid, "judgement %q has an id or a pair that is not its own: make it with graph.NewJudgement", j.ID)
		}
		if seen["j"+j.ID] {
			return graph.Errorf(graph.Invalid, "judgement %s stands twice in one change", j.ID)
		}
		seen["j"+j.ID] = true
	}
	for _, id := range c.Withdrawn {
		if seen["j"+id] {
			return graph.Errorf(graph.Invalid, "judgement %s stands twice in one change", id)
		}
		seen["j"+id] = true
	}
	if !valid(c.Rules) || !valid(c.Withdrawn...) {
		return graph.Errorf(graph.Invalid, "the change's rules: %s", notCanonical)
	}
	return nil
}

// CheckWithdrawn reports a stored judgement that no rule may take back, as Invalid.
func CheckWithdrawn(j graph.Judgement) error {
	if !j.ByRule() || j.Relation != "" || j.Undone != nil {
		return graph.Errorf(graph.Invalid, "judgement %s was not made by a rule about names alone, so no rule takes it back: undo it", j.ID)
	}
	return nil
}

func checkLetter(l *graph.Letter) error {
	if l.ID == "" {
		return graph.Errorf(graph.Invalid, "a letter needs an id")
	}
	if !validLetter(l) {
		return graph.Errorf(graph.Invalid, "letter %.100q: %s", l.ID, notCanonical)
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
		if !valid(s.Name, string(s.Capacity), string(s.Status), s.Affiliation, s.Country, s.Note) || !finite(s.Confidence) {
			return graph.Errorf(graph.Invalid, "letter %s: signatory %q: %s", l.ID, s.Name, notCanonical)
		}
		for i := range s.Evidence {
			e := &s.Evidence[i]
			if !valid(e.Text, e.Form, e.Extractor) || !finite(e.Box...) {
				return graph.Errorf(graph.Invalid, "letter %s: evidence of %q: %s", l.ID, s.Name, notCanonical)
			}
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

const notCanonical = "the text is not UTF-8, a number is not finite or a date is not in the calendar: convert the source and read it again"

func checkProfile(p *graph.Profile) error {
	ok := valid(p.Of.Name, p.Of.Letter, p.Display, p.Kind, p.Country, p.Source)
	if p.Parent != nil {
		ok = ok && valid(p.Parent.Name, p.Parent.Letter)
	}
	for _, n := range p.Names {
		ok = ok && valid(n.Text, string(n.Kind), n.Source) && inCalendar(n.From) && inCalendar(n.Until)
	}
	for scheme, id := range p.ExternalIDs {
		ok = ok && valid(scheme, id)
	}
	if !ok {
		return graph.Errorf(graph.Invalid, "the profile of %q: %s", p.Of.Name, notCanonical)
	}
	return nil
}

func validLetter(l *graph.Letter) bool {
	ok := valid(l.ID, l.Title, l.TitleBy, l.Kind, l.Language, l.Stance, l.Claimed.Text, l.VersionOf, l.TranslationOf, l.ReportOf) &&
		valid(l.Topics...) && valid(l.Quotes...) && valid(l.Doubtful...) && inCalendar(l.Date)
	if l.Checked != nil {
		ok = ok && valid(l.Checked.By, l.Checked.When)
	}
	for _, a := range l.Addressees {
		ok = ok && valid(a.Name, a.Role, a.Organization)
	}
	for _, t := range l.Targets {
		ok = ok && valid(t.Name, t.Kind, t.PartOf)
	}
	for _, o := range l.LeftOut {
		ok = ok && valid(o.Text, o.Why)
	}
	for _, d := range l.Documents {
		ok = ok && valid(d.ID, d.Name, d.SHA256, d.Medium, d.Published, d.Retrieved, d.Text, d.Repository, d.Path)
	}
	return ok
}

func valid(texts ...string) bool {
	for _, t := range texts {
		if !utf8.ValidString(t) {
			return false
		}
	}
	return true
}

func finite(numbers ...float64) bool {
	for _, x := range numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// inCalendar reports whether a date says the same after being written and read.
func inCalendar(d graph.Date) bool {
	again, err := graph.ParseDate(d.String())
	return err == nil && again == d
}

// CheckRestore reports what no store can have held, as Invalid: records that Check refuses, a revision below the records, a
// log that is not in order.
func CheckRestore(data graph.Data, audit []AuditEntry) error {
	if err := Check(Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements}); err != nil {
		return err
	}
	records := len(data.Letters) + len(data.Profiles) + len(data.Judgements) + len(audit)
	if data.Revision < 0 || data.Revision == 0 && records > 0 {
		return graph.Errorf(graph.Invalid, "the backup has %d records and log lines at revision %d, which no store can have: make another backup", records, data.Revision)
	}
	return CheckLog(audit)
}

// CheckCopy reports what CopyIn does not take, as Invalid.
func CheckCopy(records Change, audit []AuditEntry) error {
	if err := Check(records); err != nil {
		return err
	}
	return CheckLog(audit)
}
