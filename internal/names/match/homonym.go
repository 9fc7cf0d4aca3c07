package match

import (
	"cmp"
	"fmt"
	"slices"

	"undersigned/graph"
)

// Homonyms are the names that judgements give to several organizations. Which of them a letter means is for a person to say: where nobody
// has, the network keeps the name apart from all of them.
type Homonyms struct {
	network *graph.Network
	bearers map[string][]int // by folded name: the organizations that judgements keep apart, ascending; at least two
	judged  map[string]bool  // names that a judgement joins with another, wherever they are printed
}

// NewHomonyms reads the judgements of a network once.
func NewHomonyms(n *graph.Network) *Homonyms {
	h := &Homonyms{network: n, bearers: map[string][]int{}, judged: map[string]bool{}}
	for _, j := range n.Judgements() {
		if j.Relation != "" || j.Undone != nil {
			continue
		}
		switch {
		case j.Verdict.Joins():
			for _, ref := range []graph.NameRef{j.A, j.B} {
				if ref.Letter == "" {
					h.judged[ref.Name] = true
				}
			}
		case j.Verdict.KeepsApart():
			h.add(j.A, j.B)
		}
	}
	for key, list := range h.bearers {
		if len(list) < 2 {
			delete(h.bearers, key) // the others sign nothing (any more)
		}
		slices.Sort(list)
	}
	return h
}

// add notes two names that are kept apart, where they are one but for spelling.
func (h *Homonyms) add(a, b graph.NameRef) {
	key := graph.Fold(a.Name)
	if key == "" || key != graph.Fold(b.Name) {
		return
	}
	for _, ref := range []graph.NameRef{a, b} {
		if o, ok := h.network.Organization(graph.OrganizationID(ref.Name, ref.Letter)); ok && !slices.Contains(h.bearers[key], o) {
			h.bearers[key] = append(h.bearers[key], o)
		}
	}
}

// Of returns the organizations that a printed name may mean where neither rule nor judgement tells; none where it is clear.
func (h *Homonyms) Of(name string) []int {
	name = graph.CleanName(name)
	bearers := h.bearers[graph.Fold(name)]
	if len(bearers) == 0 {
		return nil
	}
	// A name that stands for itself only because nobody has decided about it is not clear.
	if o, ok := h.network.Organization(name); ok && (h.judged[name] || slices.Contains(bearers, o)) {
		return nil
	}
	return bearers
}

// others returns the organizations that have the name of o too, in letters that a judgement says it of.
func (h *Homonyms) others(name string, o int) []int {
	return slices.DeleteFunc(slices.Clone(h.bearers[graph.Fold(name)]), func(other int) bool { return other == o })
}

// HaveThisName says in words how many organizations share a name.
func HaveThisName(n int) string {
	if n < len(numerals) && numerals[n] != "" {
		return numerals[n] + " organizations have this name"
	}
	return fmt.Sprintf("%d organizations have this name", n)
}

var numerals = [...]string{2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}

// bearing returns organizations of one name as candidates: those with more letters first, then by id. Where two are shown alike, each says
// what tells it from the others.
func (r *Register) bearing(organizations []int, why string) []Candidate {
	list := make([]Candidate, len(organizations))
	shown := map[string]int{}
	for i, o := range organizations {
		org := &r.network.Organizations()[o]
		list[i] = Candidate{ID: org.ID, Name: org.Name, Letters: r.network.Incidence().Degree(o), Score: 1, Why: why}
		shown[org.Name]++
	}
	for i, o := range organizations {
		if shown[list[i].Name] > 1 {
			list[i].Why += "; " + r.particulars(o)
		}
	}
	slices.SortFunc(list, func(a, b Candidate) int { return cmp.Or(cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.ID, b.ID)) })
	return list[:min(len(list), candidatesShown)]
}

func (r *Register) particulars(o int) string {
	text := "this one"
	if country := r.network.Organizations()[o].Country; country != "" {
		text += ", of " + country + ","
	}
	letters := r.network.Letters()
	signed := r.network.Incidence().LettersOf(o)
	if len(signed) == 0 {
		return text + " withdrew from all its letters"
	}
	latest := slices.MinFunc(signed, func(a, b int32) int {
		x, y := letters[a].Date, letters[b].Date
		if x.IsZero() != y.IsZero() {
			return x.Compare(y)
		}
		return cmp.Or(y.Compare(x), cmp.Compare(a, b))
	})
	return fmt.Sprintf("%s signed “%s”", text, cmp.Or(letters[latest].Title, "Untitled letter"))
}
