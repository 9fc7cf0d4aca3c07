package explore

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
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

// MatchAnswer is the match of one name.
type MatchAnswer struct {
	Version Version `json:"version"`
	Match   Match   `json:"match"`
}

// The states of a match.
const (
	MatchKnown  = "known"
	MatchUnsure = "unsure"
	MatchNew    = "new"
	MatchPerson = "person"
)

const (
	candidatesShown = 3
	candidatesTried = 24 // the likest by trigrams that are compared as a whole
	candidateFrom   = .7 // the least score that is worth a person's look
	aside           = .9 // the score of names that are equal but for an article, a legal form or what stands in brackets
)

// Matcher compares names with those of one revision. What one name costs grows with the organizations that share its rarer trigrams, not
// with all of them; it is not safe for concurrent use.
type Matcher struct {
	s        *snapshot
	ix       *index
	homonyms *Homonyms
	apart    map[string][]string // folded name -> folded names that a judgement keeps apart from it
	known    map[string]Match    // by name

	common []int32 // of each name of the index, trigrams in common with the one that is looked for; all 0 between
}

// Matcher returns a Matcher of the data.
func (r *Reading) Matcher(ctx context.Context) (*Matcher, error) {
	ix, err := r.index(ctx)
	if err != nil {
		return nil, err
	}
	m := &Matcher{s: r.snapshot, ix: ix, homonyms: NewHomonyms(r.network), apart: apart(r.network), known: map[string]Match{}}
	return m, nil
}

// MatchName returns the match of one name.
func (r *Reading) MatchName(ctx context.Context, name string) (MatchAnswer, error) {
	m, err := r.Matcher(ctx)
	if err != nil {
		return MatchAnswer{}, err
	}
	return MatchAnswer{r.version, m.Match(name)}, nil
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
	found := Match{State: MatchNew, Why: "nothing alike", Candidates: []Candidate{}}
	key := graph.Fold(name)
	if key == "" {
		return found
	}
	if bearers := m.homonyms.Of(name); len(bearers) > 0 {
		why := HaveThisName(len(bearers))
		return Match{State: MatchUnsure, Score: 1, Why: why, Candidates: m.bearing(bearers, why), Homonyms: len(bearers)}
	}
	if o, ok := m.s.network.Organization(name); ok {
		org := &m.s.network.Organizations()[o]
		found = Match{State: MatchKnown, ID: org.ID, Name: org.Name, Score: 1, Why: "same name", Candidates: []Candidate{}}
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
		found.State, found.Score, found.Why = MatchUnsure, best.Score, best.Why
	}
	return found
}

// candidates returns the organizations with names like a name, the likest first, then those with more letters, then by id.
func (m *Matcher) candidates(name, key string) []Candidate {
	best := map[int32]Candidate{}
	offer := func(o int32, score float64, why string) {
		org := &m.s.network.Organizations()[o]
		if score < candidateFrom || score <= best[o].Score || m.keptApart(key, org) {
			return
		}
		best[o] = Candidate{org.ID, org.Name, m.s.x.Degree(int(o)), min(1, math.Round(score*100)/100), why}
	}
	for _, part := range parts(name) {
		if o, ok := m.s.network.Organization(part.text); ok {
			offer(int32(o), part.score, part.why)
		}
	}
	grams, bare := trigrams(name), bareName(name)
	for _, at := range m.sharing(grams, candidatesTried) {
		other := m.ix.names[at]
		offer(other.position, dice(grams, trigrams(other.text)), "a similar name")
		if graph.Fold(other.text) == key { // of one organization alone it would be known
			offer(other.position, 1.01, "a name of several organizations")
		}
		if bareName(other.text) == bare {
			offer(other.position, aside, "the same but for an addition")
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

// dice is twice the number of shared pieces over the number of all (10.2307/1932409). Both are sorted.
func dice(a, b []string) float64 {
	shared := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := cmp.Compare(a[i], b[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			shared, i, k = shared+1, i+1, k+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// commonFrom is the number of names from which a trigram says little and costs much.
const commonFrom = 600

// sharing returns the organizations' names that share most of the trigrams, for their length, at most n, most first, then in the order of the
// index. Trigrams of very many names are passed over, unless there are no others.
func (m *Matcher) sharing(grams []string, n int) []int32 {
	ix := m.ix
	if m.common == nil {
		m.common = make([]int32, len(ix.names))
	}
	var touched []int32
	count := func(most int) {
		for _, g := range grams {
			if len(ix.grams[g]) > most {
				continue
			}
			for _, at := range ix.grams[g] {
				if ix.names[at].kind != kindOrganization {
					continue
				}
				if m.common[at]++; m.common[at] == 1 {
					touched = append(touched, at)
				}
			}
		}
	}
	if count(commonFrom); len(touched) == 0 {
		count(10 * commonFrom)
	}
	type scored struct {
		at   int32
		like float64
	}
	best := 0.0
	list := make([]scored, 0, len(touched))
	for _, at := range touched {
		like := float64(m.common[at]) / float64(len(grams)+ix.sizes[at])
		m.common[at] = 0
		best = max(best, like)
		list = append(list, scored{at, like})
	}
	list = slices.DeleteFunc(list, func(s scored) bool { return s.like < best/3 }) // far behind, and the most of them
	slices.SortFunc(list, func(a, b scored) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.at, b.at)) })
	nearest := make([]int32, min(len(list), n))
	for i := range nearest {
		nearest[i] = list[i].at
	}
	return nearest
}
