package match

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Match says which organization a printed name that is not stored yet may stand for.
type Match struct {
	State      string      `json:"state" enum:"known,unsure,new,person" doc:"known: a written rule or a judgement says so; unsure: nothing is joined unless a person says so"`
	ID         string      `json:"id" doc:"of the organization that is known"`
	Name       string      `json:"name"`
	Score      float64     `json:"score" doc:"0 to 1: the probability by the names alone; 1 for the name itself"`
	Why        string      `json:"why"`
	Candidates []Candidate `json:"candidates" doc:"where it is unsure: at most 3, the likest first; where it is known: others of the same name"`
	Homonyms   int         `json:"-"` // where it is unsure: the organizations of that very name; 0 where none has it
}

// Candidate is an organization that a name may stand for.
type Candidate struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Letters int     `json:"letters"`
	Score   float64 `json:"score"`
	Why     string  `json:"why"`
}

// The states of a match.
const (
	Known  = "known"
	Unsure = "unsure"
	New    = "new"
	Person = "person"
)

const candidatesShown = 3

// Rules of package names that count otherwise than others: that of names equal after folding, before all others; that of a bare acronym only
// asks, since that no other name of a store has it says little of the names that no store has yet.
const (
	foldRule    = "fold"
	acronymRule = "acronym"
)

// Match finds the organization that a printed name stands for. It is known where the name is stored as one organization's, where it is equal
// to one's alone after folding, or where another written rule makes it one's alone; else the organizations that are worth asking about are
// candidates. A judgement that two names are different is kept to.
func (r *Register) Match(ctx context.Context, name string) (Match, error) {
	name = graph.CleanName(name)
	found := Match{State: New, Why: "nothing alike", Candidates: []Candidate{}}
	if graph.Fold(name) == "" {
		return found, nil
	}
	if bearers := r.homonyms.Of(name); len(bearers) > 0 {
		why := HaveThisName(len(bearers))
		return Match{State: Unsure, Score: 1, Why: why, Candidates: r.bearing(bearers, why), Homonyms: len(bearers)}, nil
	}
	if o, ok := r.bearer(name); ok {
		why := "same name"
		if r.network.Organizations()[o].Name != name {
			why = "known spelling"
		}
		return r.known(o, name, 1, why), nil
	}
	likely, err := r.Likely(ctx, name)
	if err != nil {
		return found, err
	}
	if l := r.ruled(likely, name); l != nil {
		return r.known(l.Organization, name, l.Score, l.Why), nil
	}
	found.Candidates = r.candidates(likely)
	if len(found.Candidates) > 0 {
		best := found.Candidates[0]
		found.State, found.Score, found.Why = Unsure, best.Score, best.Why
	}
	return found, nil
}

func (r *Register) known(o int, name string, score float64, why string) Match {
	org := &r.network.Organizations()[o]
	m := Match{State: Known, ID: org.ID, Name: org.Name, Score: score, Why: why, Candidates: []Candidate{}}
	if others := r.homonyms.others(name, o); len(others) > 0 {
		const another = "another organization of this name"
		m.Why += "; there is " + another
		m.Candidates = r.bearing(others, another)
	}
	return m
}

// ruled returns the one organization that written rules make a name one with, the rule of folding before the others; nil where there is none,
// or several.
func (r *Register) ruled(likely []Likely, name string) *Likely {
	var one *Likely
	folded, all := 0, 0
	for i := range likely {
		l := &likely[i]
		if l.Verdict != names.Same || r.ruledApart(l.Organization, name) {
			continue
		}
		if all++; l.rule == foldRule {
			folded++
		}
		if one == nil || l.rule == foldRule {
			one = l
		}
	}
	if folded == 1 || folded == 0 && all == 1 {
		return one
	}
	return nil
}

// ruledApart reports whether a judgement keeps an organization apart from a name that the rules make one with this one.
func (r *Register) ruledApart(o int, name string) bool {
	for _, own := range r.network.Organizations()[o].Names {
		for _, other := range r.apart[graph.Fold(own.Text)] {
			if r.corpus.Compare(r.corpus.Form(name), r.corpus.Form(other)).Verdict == names.Same {
				return true
			}
		}
	}
	return false
}

// candidates returns the organizations that are worth asking about: the likest first, then those with more letters, then by id.
func (r *Register) candidates(likely []Likely) []Candidate {
	list := []Candidate{}
	for _, l := range likely {
		if l.Verdict != names.Different {
			org := &r.network.Organizations()[l.Organization]
			list = append(list, Candidate{org.ID, org.Name, r.network.Incidence().Degree(l.Organization), l.Score, l.Why})
		}
	}
	slices.SortFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.ID, b.ID))
	})
	return list[:min(len(list), candidatesShown)]
}

// Ruled returns the organizations that written rules make a name one with and that do not have it by what is stored. Who says that the name is a
// new organization's says that it is none of these.
func (r *Register) Ruled(ctx context.Context, name string) ([]int, error) {
	likely, err := r.Likely(ctx, graph.CleanName(name))
	if err != nil {
		return nil, err
	}
	var list []int
	for _, l := range likely {
		if l.Verdict == names.Same && !l.Stored {
			list = append(list, l.Organization)
		}
	}
	return list, nil
}
