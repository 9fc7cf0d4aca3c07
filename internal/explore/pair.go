package explore

import (
	"context"

	"undersigned/graph"
	"undersigned/graph/affinity"
	"undersigned/graph/partner"
)

// Pair compares two organizations: the letters that both signed, with the lines of each, or else the shortest chain of
// co-signing between them. It names both: only a page knows whether one of them is the reader's own.
func (r *Reading) Pair(_ context.Context, first, second string) (PairAnswer, error) {
	a, err := r.organization(first)
	if err != nil {
		return PairAnswer{}, err
	}
	b, err := r.organization(second)
	if err != nil {
		return PairAnswer{}, err
	}
	if a == b {
		if r.how() != graph.Plain && first != second {
			return PairAnswer{}, graph.Errorf(graph.Invalid, "Both count as one organization here, %s. Choose two others, or count each by itself.", r.network.Organizations()[a].Name)
		}
		return PairAnswer{}, graph.Errorf(graph.Invalid, "Both names are the same organization, %s. Choose two different ones.", r.network.Organizations()[a].Name)
	}
	shared, newman := affinity.Pair(r.x, int32(a), int32(b))
	answer := PairAnswer{Version: r.version, A: r.organizationRef(a), B: r.organizationRef(b), LettersA: r.x.Degree(a), LettersB: r.x.Degree(b),
		Newman: newman, Shared: []SharedProof{}, Path: []Step{}}
	for _, l := range r.lettersLatestFirst(shared) {
		answer.Shared = append(answer.Shared, SharedProof{r.letterRef(int(l)), r.lines(a, int(l)), r.lines(b, int(l))})
	}
	if len(shared) > 0 {
		answer.Sentence = r.together(answer.A.Name, answer.B.Name, shared)
		return answer, nil
	}
	steps, err := partner.PathBetween(r.x, int32(a), int32(b))
	if err != nil {
		return answer, err
	}
	var between []string
	for i, step := range steps {
		letters := r.lettersLatestFirst(step.Letters)
		from, to := r.organizationRef(int(step.From)), r.organizationRef(int(step.To))
		if i > 0 {
			between = append(between, from.Name)
		}
		answer.Path = append(answer.Path, Step{from, to, r.letterRefs(letters), r.together(from.Name, to.Name, letters)})
	}
	answer.Sentence = answer.A.Name + " and " + answer.B.Name + " never signed the same letter"
	if len(steps) == 0 {
		answer.Sentence += ", and no chain of letters connects them."
	} else {
		answer.Sentence += ". They are connected through " + listed(between, 4) + "."
	}
	return answer, nil
}

// together says that two signed these letters: "EFF and Access Now signed 7 letters together, the last on 2 April 2019."
func (s *snapshot) together(a, b string, letters []int32) string {
	if len(letters) == 1 {
		w := s.network.Letters()[letters[0]]
		text := a + " and " + b + " both signed " + titleOf(w.Letter)
		if !w.Date.IsZero() {
			return text + ", " + longDate(w.Date) + "."
		}
		return text + "."
	}
	text := a + " and " + b + " signed " + counted(len(letters), "letter") + " together"
	if last := s.latest(letters); !last.IsZero() {
		return text + ", the last " + when(last) + "."
	}
	return text + "."
}

// when puts a date after its preposition: on 2 April 2019, in April 2019, in 2019.
func when(d graph.Date) string {
	if d.Day > 0 {
		return "on " + longDate(d)
	}
	return "in " + longDate(d)
}
