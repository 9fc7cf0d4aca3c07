package evaluate

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter"
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

// subject is one document that is read with and without each rule.
type subject struct {
	opened *letter.Opened
	gold   *Gold // nil for a case
	asked  map[string]bool
	text   string // all that words could stand in, in lower case
	answer []byte
	score  counts
	names  map[string]int
}

// counts are the rows that a gold calls right and wrong.
type counts struct{ right, wrong int }

// Ablate measures all rules on the documents of gold folders and on the cases of a folder (one folder each, with a file named input). Each
// document is opened once. A rule is tried only on documents that ask it, and a list of words only on those that hold one of them. The
// same files give the same result. Nothing else may read letters in this process meanwhile.
func Ablate(ctx context.Context, dirs []string, cases string) (*Ablation, error) {
	var subjects []*subject
	if len(dirs) > 0 {
		golds, err := readGolds(dirs)
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
		files, err := filepath.Glob(filepath.Join(cases, "*", "input.*"))
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

// open opens a document; nil for one that is not read.
func open(ctx context.Context, file, name string) (*subject, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil // a gold without its document: evaluate extract tells
	}
	o, err := letter.Open(ctx, name, data, letter.Limits{})
	if graph.CodeOf(err) == graph.Cancelled {
		return nil, err
	}
	if err != nil {
		return nil, nil
	}
	return &subject{opened: o, text: strings.ToLower(string(data)), asked: map[string]bool{}}, nil
}

// base reads with all rules on and notes which are asked.
func (s *subject) base(ctx context.Context) error {
	var err error
	for _, id := range rule.Tracing(func() { s.answer, s.score, s.names, err = s.read(ctx) }) {
		s.asked[id] = true
	}
	s.text += strings.ToLower(string(s.answer))
	return err
}

// read reads the document as the rules stand. One that is not read without a rule has an empty answer.
func (s *subject) read(ctx context.Context) (answer []byte, n counts, names map[string]int, err error) {
	d, err := s.opened.Read(ctx)
	if graph.CodeOf(err) == graph.Cancelled {
		return nil, n, nil, err
	}
	if err != nil {
		d = &letter.Draft{}
	}
	names = map[string]int{}
	for i := range d.Signatories {
		names[string(d.Signatories[i].Type)+" "+d.Signatories[i].Name]++
	}
	if s.gold != nil {
		rows, _ := match(d, s.gold)
		for _, v := range rows {
			switch v {
			case right:
				n.right++
			case wrong:
				n.wrong++
			}
		}
	}
	answer, err = json.Marshal(struct {
		*letter.Draft
		Text   string
		Quotes []string
	}{d, d.Text, d.Quotes})
	return answer, n, names, err
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

// touches reports whether a rule can change what is read of a subject.
func (r *Rule) touches(s *subject) bool {
	if r.Kind != WordsRule {
		return s.asked[r.ID]
	}
	for w := range rule.Words()[r.ID] {
		if strings.Contains(s.text, w) {
			return true
		}
	}
	return false
}

// measure reads without the rule all that it touches.
func (r *Rule) measure(ctx context.Context, subjects []*subject) error {
	var touched []*subject
	for _, s := range subjects {
		if r.touches(s) {
			touched = append(touched, s)
		}
	}
	type result struct {
		answer []byte
		n      counts
		names  map[string]int
	}
	results := make([]result, len(touched))
	on := rule.Switch(r.ID)
	err := parallel(ctx, len(touched), func(i int) (err error) {
		results[i].answer, results[i].n, results[i].names, err = touched[i].read(ctx)
		return err
	})
	on()
	if err != nil {
		return err
	}
	for i, s := range touched {
		without := &results[i]
		if bytes.Equal(s.answer, without.answer) {
			continue
		}
		if s.gold != nil {
			r.Changed++
			r.Right += s.score.right - without.n.right
			r.Wrong += s.score.wrong - without.n.wrong
			continue
		}
		r.ChangedCases++
		r.Names += beyond(s.names, without.names)
		r.NamesWithout += beyond(without.names, s.names)
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
