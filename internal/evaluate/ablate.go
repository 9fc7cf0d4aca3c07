package evaluate

import (
	"bytes"
	"context"
	"maps"
	"path"
	"path/filepath"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
)

// Ablation says of each rule of the reader what is lost without it: each was switched off alone, and all that it could touch was read again.
type Ablation struct {
	Documents int    `json:"documents"` // of the golds
	Cases     int    `json:"cases"`
	Rules     []Rule `json:"rules"` // that some document or case asked, by id
	Worthless int    `json:"worthless"`
}

// Rule is what one rule earns.
type Rule struct {
	ID   string   `json:"id"`
	Kind RuleKind `json:"kind"`
	// Of the golds: rows that are right with the rule and not without, less those that are right without only; the same of wrong rows; and
	// documents of which anything at all is read otherwise.
	Right   int `json:"right"`
	Wrong   int `json:"wrong"`
	Changed int `json:"changed"`
	// Of the cases, which have no gold here: names that are read with the rule and not without, and the other way; and cases that change.
	Names        int `json:"case_names"`
	NamesWithout int `json:"case_names_without"`
	ChangedCases int `json:"changed_cases"`
}

// RuleKind is what a rule is.
type RuleKind string

// The kinds of rules.
const (
	PatternRule  RuleKind = "pattern"
	WordsRule    RuleKind = "words"
	FunctionRule RuleKind = "function"
)

// Earns reports whether the rule changes anything.
func (r *Rule) Earns() bool { return r.Changed > 0 || r.ChangedCases > 0 }

// Ablate measures all rules on the documents of gold folders and on the cases of a folder (one folder each, with a file named input). Each
// document is opened once, unless opening it asks the rule. A rule is tried only on documents that ask it, and a list of words only on those that hold one of them. The
// same files give the same result. Nothing else may read letters in this process meanwhile.
func Ablate(ctx context.Context, dirs []string, cases string) (*Ablation, error) {
	var subjects []*subject
	if len(dirs) > 0 {
		golds, err := ReadGolds(dirs)
		if err != nil {
			return nil, err
		}
		for i := range golds {
			g := &golds[i]
			s, err := open(ctx, filepath.Join(g.root, filepath.FromSlash(g.Document)), path.Base(g.Document))
			if err != nil {
				return nil, err
			}
			if s != nil {
				s.gold = g
				subjects = append(subjects, s)
			}
		}
	}
	out := &Ablation{Documents: len(subjects)}
	if cases != "" {
		files, err := filepath.Glob(filepath.Join(cases, "*", "input*.*"))
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, graph.Errorf(graph.NotFound, "there is no case in %s: a case is a folder with a file named input and its ending", cases)
		}
		for _, f := range files {
			s, err := open(ctx, f, filepath.Base(f))
			if err != nil {
				return nil, err
			}
			if s != nil {
				subjects = append(subjects, s)
			}
		}
		out.Cases = len(subjects) - out.Documents
	}
	for _, s := range subjects { // one by one: a trace is the process's
		if err := s.base(ctx); err != nil {
			return nil, err
		}
	}
	for _, r := range rulesOf(subjects) {
		if err := r.measure(ctx, subjects); err != nil {
			return nil, err
		}
		if !r.Earns() {
			out.Worthless++
		}
		out.Rules = append(out.Rules, *r)
	}
	return out, nil
}

// rulesOf are the rules that any of the subjects can tell of.
func rulesOf(subjects []*subject) []*Rule {
	kinds := map[string]RuleKind{}
	for _, s := range subjects {
		for id := range s.asked {
			kinds[id] = FunctionRule
		}
	}
	for _, id := range rule.Patterns() {
		kinds[id] = PatternRule
	}
	for id := range rule.Words() {
		kinds[id] = WordsRule
	}
	var rules []*Rule
	for _, id := range slices.Sorted(maps.Keys(kinds)) {
		rules = append(rules, &Rule{ID: id, Kind: kinds[id]})
	}
	return rules
}

// measure reads without the rule all that it touches.
func (r *Rule) measure(ctx context.Context, subjects []*subject) error {
	var touched []*subject
	for _, s := range subjects {
		if r.touches(s) {
			touched = append(touched, s)
		}
	}
	results := make([]reading, len(touched))
	on := rule.Switch(r.ID)
	err := parallel(ctx, len(touched), func(i int) (err error) {
		results[i], err = touched[i].without(ctx, r.ID)
		return err
	})
	on()
	if err != nil {
		return err
	}
	for i, s := range touched {
		without := &results[i]
		if bytes.Equal(s.with.answer, without.answer) {
			continue
		}
		if s.gold != nil {
			r.Changed++
			r.Right += s.with.score.right - without.score.right
			r.Wrong += s.with.score.wrong - without.score.wrong
			continue
		}
		r.ChangedCases++
		r.Names += beyond(s.with.names, without.names)
		r.NamesWithout += beyond(without.names, s.with.names)
	}
	return nil
}

// beyond counts what a has more than b.
func beyond(a, b map[string]int) int {
	n := 0
	for name, times := range a {
		n += max(0, times-b[name])
	}
	return n
}
