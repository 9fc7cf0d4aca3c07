// Package rule names the decisions of reading, so that each can be switched off alone and its worth measured. A rule is a pattern, a list of words,
// or a function that says yes or no; its id is the package and the name of it. Switched off, a pattern matches nothing, a list is
// empty, and a function says no. What only spares time, and what says which medium a file is, are no rules.
//
// The switch is one for the whole process and costs a load where it is asked; only evaluation, and who asks for reasons (extract --why), turn it, while
// nothing else reads.
//
// Decisions:
//
// 2026-11-30 What a rule decides is told in rules.tsv, one row each, with an example and a counterexample that tests hold it to (rules_test.go of package
// letter): a rule that decides no example goes. A pattern's are texts, since it says yes or no to them; a decision's are documents, since it is worth
// what is read otherwise without it. The same is how reasons are found: `extract --why` reads a document once more without each rule that it
// asks, and names those without which a row or a line would be read otherwise. A trace of what was asked would name hundreds that changed nothing.
//
// 2026-11-30 Ids are written beside the code that they name and not made from it: a build that strips names, or a rename, would else change
// reports. TestRuleIDs of package evaluate asks that they agree with the code. Counting which rules a document asks at all (Trace) spares most runs of an ablation.
package rule

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// state is what evaluation has switched; nil in ordinary reading.
type state struct {
	off   string
	trace *Trace
}

var current atomic.Pointer[state]

// Off reports whether a rule is switched off, and notes in a trace that it was asked.
func Off(id string) bool {
	s := current.Load()
	if s == nil {
		return false
	}
	if s.trace != nil {
		s.trace.note(id)
	}
	return s.off == id
}

// Switch turns a rule off until the returned function is called.
func Switch(id string) (on func()) {
	var set map[string]bool
	if list := sets[id]; list != nil {
		set = list()
	}
	words := maps.Clone(set)
	clear(set)
	current.Store(&state{off: id})
	return func() {
		maps.Copy(set, words)
		current.Store(nil)
	}
}

// Trace is which rules were asked, of patterns which matched, and what was told.
type Trace struct {
	mu   sync.Mutex
	ids  map[string]bool
	told []any
}

func (t *Trace) note(id string) {
	t.mu.Lock()
	t.ids[id] = true
	t.mu.Unlock()
}

// Tracing notes which functions are asked and which patterns match while f runs, in the order of their ids.
func Tracing(f func()) []string {
	t := &Trace{ids: map[string]bool{}}
	current.Store(&state{trace: t})
	defer current.Store(nil)
	f()
	return slices.Sorted(maps.Keys(t.ids))
}

// Tell gives a trace what a decision was made from, such as the reading of a table, for who explains it.
func Tell(what any) {
	if s := current.Load(); s != nil && s.trace != nil {
		s.trace.mu.Lock()
		s.trace.told = append(s.trace.told, what)
		s.trace.mu.Unlock()
	}
}

// Told returns what is told while f runs.
func Told(f func()) []any {
	t := &Trace{ids: map[string]bool{}}
	current.Store(&state{trace: t})
	defer current.Store(nil)
	f()
	return t.told
}

// Matched notes in a trace that a pattern matched.
func Matched(id string) {
	if s := current.Load(); s != nil && s.trace != nil {
		s.trace.note(id)
	}
}

// PatternOff reports whether a pattern is switched off; unlike Off it notes nothing, since a pattern that does not match decides nothing.
func PatternOff(id string) bool {
	s := current.Load()
	return s != nil && s.off == id
}

// sets are the lists of words, which Switch empties.
var sets = map[string]func() map[string]bool{}

// patterns say by the ids of patterns whether a text matches.
var patterns = map[string]func(string) bool{}

// AddWords makes a list of words a rule. It is asked for when it is first used, and is the same ever after.
func AddWords(id string, words func() map[string]bool) { sets[id] = words }

// AddPattern makes a pattern a rule. matches says whether it finds anything in a text.
func AddPattern(id string, matches func(text string) bool) { patterns[id] = matches }

// Words returns the lists of words, by id. They are not to be changed.
func Words() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for id, list := range sets {
		out[id] = list()
	}
	return out
}

// Patterns returns the ids of the patterns.
func Patterns() []string { return slices.Sorted(maps.Keys(patterns)) }

// Matches reports whether a pattern finds anything in a text, or a list has the word; false for any other rule.
func Matches(id, text string) bool {
	if p := patterns[id]; p != nil {
		return p(text)
	}
	list := sets[id]
	return list != nil && list()[text]
}
