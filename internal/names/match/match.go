package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names/search"
)

// Match says which organization a printed name that is not stored yet may stand for.
type Match struct {
	State      string      `json:"state" enum:"known,unsure,new,person" doc:"known: the rules or a judgement say so; unsure: nothing is joined unless a person says so"`
	ID         string      `json:"id" doc:"of the organization that is known"`
	Name       string      `json:"name"`
	Score      float64     `json:"score" doc:"0 to 1: how alike the names are, no probability"`
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

const (
	candidatesShown = 3
	candidatesTried = 24 // the likest by trigrams that are compared as a whole
	candidateFrom   = .7 // the least score that is worth a person's look
	aside           = .9 // the score of names that are equal but for an article, a legal form or what stands in brackets
)

// Matcher compares names with those of one network. What one name costs grows with the organizations that share its rarer trigrams, not
// with all of them; it is not safe for concurrent use.
type Matcher struct {
	network  *graph.Network
	ix       *search.Index
	like     *search.Likeness
	homonyms *Homonyms
	apart    map[string][]string // folded name -> folded names that a judgement keeps apart from it
	known    map[string]Match    // by name
}

// NewMatcher returns a Matcher of a network, whose names an index knows as those of a kind.
func NewMatcher(n *graph.Network, ix *search.Index, kind string) *Matcher {
	return &Matcher{network: n, ix: ix, like: ix.Likeness(kind), homonyms: NewHomonyms(n), apart: Apart(n), known: map[string]Match{}}
}

// Match finds the organization that a printed name stands for. It is known where the name, as printed or after folding, is one
// organization's alone; else the organizations with names like it are candidates. A judgement that two names are different is kept to.
func (m *Matcher) Match(name string) Match {
	name = graph.CleanName(name)
	if found, ok := m.known[name]; ok {
		return found
	}
	found := m.match(name)
	m.known[name] = found
	return found
}

func (m *Matcher) match(name string) Match {
	found := Match{State: New, Why: "nothing alike", Candidates: []Candidate{}}
	key := graph.Fold(name)
	if key == "" {
		return found
	}
	if bearers := m.homonyms.Of(name); len(bearers) > 0 {
		why := HaveThisName(len(bearers))
		return Match{State: Unsure, Score: 1, Why: why, Candidates: m.bearing(bearers, why), Homonyms: len(bearers)}
	}
	if o, ok := m.network.Organization(name); ok {
		org := &m.network.Organizations()[o]
		found = Match{State: Known, ID: org.ID, Name: org.Name, Score: 1, Why: "same name", Candidates: []Candidate{}}
		if org.Name != name {
			found.Score, found.Why = .97, "known spelling"
		}
		if others := m.homonyms.others(name, o); len(others) > 0 {
			const why = "another organization of this name"
			found.Why += "; there is " + why
			found.Candidates = m.bearing(others, why)
		}
		return found
	}
	found.Candidates = m.candidates(name, key)
	if len(found.Candidates) > 0 {
		best := found.Candidates[0]
		found.State, found.Score, found.Why = Unsure, best.Score, best.Why
	}
	return found
}

// candidates returns the organizations with names like a name, the likest first, then those with more letters, then by id.
func (m *Matcher) candidates(name, key string) []Candidate {
	best := map[int32]Candidate{}
	offer := func(o int32, score float64, why string) {
		org := &m.network.Organizations()[o]
		if score < candidateFrom || score <= best[o].Score || m.keptApart(key, org) {
			return
		}
		best[o] = Candidate{org.ID, org.Name, m.network.Incidence().Degree(int(o)), min(1, math.Round(score*100)/100), why}
	}
	for _, part := range parts(name) {
		if o, ok := m.network.Organization(part.text); ok {
			offer(int32(o), part.score, part.why)
		}
	}
	grams, bare := search.Trigrams(name), bareName(name)
	for _, at := range m.like.Sharing(grams, candidatesTried) {
		other := m.ix.Name(at)
		offer(other.Position, search.Dice(grams, search.Trigrams(other.Text)), "a similar name")
		if graph.Fold(other.Text) == key { // of one organization alone it would be known
			offer(other.Position, 1.01, "a name of several organizations")
		}
		if bareName(other.Text) == bare {
			offer(other.Position, aside, "the same but for an addition")
		}
	}
	list := make([]Candidate, 0, len(best))
	for _, c := range best {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.ID, b.ID))
	})
	return list[:min(len(list), candidatesShown)]
}

func (m *Matcher) keptApart(key string, org *graph.Organization) bool {
	others := m.apart[key]
	return len(others) > 0 && slices.ContainsFunc(org.Names, func(n graph.Name) bool { return slices.Contains(others, graph.Fold(n.Text)) })
}

// part is a piece of a name that may be the name of an organization.
type part struct {
	text, why string
	score     float64
}

// parts returns what stands outside and inside brackets, and what follows an article.
func parts(name string) []part {
	var list []part
	if open, end := strings.IndexByte(name, '('), strings.LastIndexByte(name, ')'); open > 0 && end > open {
		list = append(list, part{name[:open] + " " + name[end+1:], "known without what stands in brackets", .95},
			part{name[open+1 : end], "what stands in brackets is known", .85})
	}
	if article, rest, ok := strings.Cut(name, " "); ok && articles[strings.ToLower(article)] {
		list = append(list, part{rest, "known without the article", .95})
	} else {
		list = append(list, part{"The " + name, "known with the article", .95})
	}
	return list
}

var articles = map[string]bool{"the": true, "der": true, "die": true, "das": true, "le": true, "la": true, "les": true, "el": true, "los": true, "las": true}

// legalForms end names, or do not, as the printer likes. They are folded.
var legalForms = map[string]bool{"ev": true, "inc": true, "ltd": true, "llc": true, "gmbh": true, "ggmbh": true, "asbl": true, "vzw": true, "ngo": true, "cic": true,
	"corp": true, "co": true, "org": true, "ong": true, "eg": true, "ag": true}

// bareName folds a name without its article, legal form and what stands in brackets.
func bareName(name string) string {
	if open, end := strings.IndexByte(name, '('), strings.LastIndexByte(name, ')'); open > 0 && end > open {
		name = name[:open] + " " + name[end+1:]
	}
	words := strings.Fields(name)
	if len(words) > 1 && articles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	for len(words) > 1 && legalForms[graph.Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return graph.Fold(strings.Join(words, ""))
}
