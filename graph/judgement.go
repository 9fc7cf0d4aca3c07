package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// NameRef points at a printed name: everywhere (Letter is ""), or in one letter only. With an empty Name it points at the
// letter itself, for judgements about letters.
type NameRef struct {
	Name   string `json:"name,omitempty"`
	Letter string `json:"letter,omitempty"`
}

func (r NameRef) compare(s NameRef) int {
	return cmp.Or(cmp.Compare(r.Name, s.Name), cmp.Compare(r.Letter, s.Letter))
}

// Verdict is the answer to "is this the same?".
type Verdict string

// The verdicts. Unsure has no effect beyond being shown.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"
)

// Relation says how letter A of a judgement about letters belongs to letter B.
type Relation string

// The relations.
const (
	VersionOf     Relation = "version-of"
	TranslationOf Relation = "translation-of"
	ReportOf      Relation = "report-of"
)

// Undoing says who took a judgement back, and when as the input says.
type Undoing struct {
	By   string `json:"by"`
	When string `json:"when,omitempty"`
}

// RuleSameLetter is the rule about letters, as it stands in Judgement.By.
const RuleSameLetter = "rule: report quotes the letter and shares its names"

// RuleBy is what stands in Judgement.By of what a written rule of that version decided.
func RuleBy(id string, version int) string { return fmt.Sprintf("rule: %s, version %d", id, version) }

// ByRule reports whether a written rule made the judgement.
func (j Judgement) ByRule() bool { return weight(j.By) == 2 }

// Judgement says whether two printed names are one organization (or, with Relation set, how two letters belong together).
// It is never deleted: undoing marks it. A file's or a person's judgement wins over a rule's; "different" wins over every
// rule. Where "same" judgements contradict a "different" one, the "same" that comes later in the order of CompareJudgements
// is not applied, and Network.Refused lists it.
type Judgement struct {
	ID       string   `json:"id"`
	Verdict  Verdict  `json:"verdict"`
	A        NameRef  `json:"a"`
	B        NameRef  `json:"b"`
	Relation Relation `json:"relation,omitempty"`
	By       string   `json:"by"`               // "rule: ...", "file NAME" or "person: NAME"
	Source   string   `json:"source,omitempty"` // SHA-256 of the file it came from
	When     string   `json:"when,omitempty"`   // as the input says; empty where it does not
	Why      string   `json:"why,omitempty"`
	Score    float64  `json:"score,omitempty"` // of a rule about letters: the share of names in common; of one about names: surer rules have a higher one, and 1 joins names of one list
	Undone   *Undoing `json:"undone,omitempty"`
}

// NewJudgement cleans the names, puts the pair in order (a judgement about names has no direction) and sets the id, which
// depends on verdict, pair, relation and judge: the same judgement made twice is one.
func NewJudgement(j Judgement) Judgement {
	j.A.Name, j.B.Name = CleanName(j.A.Name), CleanName(j.B.Name)
	if j.Relation == "" && j.A.compare(j.B) > 0 {
		j.A, j.B = j.B, j.A
	}
	j.ID = makeID("j", "", string(j.Verdict), j.A.Name, j.A.Letter, j.B.Name, j.B.Letter, string(j.Relation), j.By)
	return j
}

// Check reports what is wrong with a judgement, as Invalid.
func (j Judgement) Check() error {
	switch {
	case j.Verdict != Same && j.Verdict != Different && j.Verdict != Unsure:
		return Errorf(Invalid, "a judgement says same, different or unsure, not %q", j.Verdict)
	case j.Relation == "" && (j.A.Name == "" || j.B.Name == ""):
		return Errorf(Invalid, "a judgement about names needs two names; one is empty")
	case j.Relation != "" && (j.A.Letter == "" || j.B.Letter == ""):
		return Errorf(Invalid, "a judgement about letters needs the ids of two letters")
	case j.A == j.B:
		return Errorf(Invalid, "a judgement needs two different names or letters; both are %q", cmp.Or(j.A.Name, j.A.Letter))
	case j.By == "":
		return Errorf(Invalid, "a judgement needs somebody who made it")
	}
	return nil
}

// CompareJudgements orders judgements by weight: persons, then files, then rules; then by pair, verdict and id.
func CompareJudgements(a, b Judgement) int {
	return cmp.Or(cmp.Compare(weight(a.By), weight(b.By)), a.A.compare(b.A), a.B.compare(b.B),
		cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.ID, b.ID))
}

func weight(by string) int {
	switch {
	case len(by) > 7 && by[:7] == "person:":
		return 0
	case len(by) > 5 && by[:5] == "rule:":
		return 2
	}
	return 1
}

func sortedJudgements(js []Judgement) []Judgement {
	js = slices.Clone(js)
	slices.SortFunc(js, CompareJudgements)
	return js
}
