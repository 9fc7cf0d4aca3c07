package main

import (
	"cmp"
	"slices"

	"undersigned/graph"
)

// judgeFlags are the flags of judge that say what is judged.
type judgeFlags struct {
	inA, inB, in string
	from, until  date
}

// judgement makes the judgement without its judge.
func (f *judgeFlags) judgement(args []string) (j graph.Judgement, err error) {
	j = graph.Judgement{Verdict: graph.Verdict(args[0]), A: graph.NameRef{Name: args[1], Letter: f.inA}}
	switch split := j.Verdict == graph.Split; {
	case split && len(args) > 2:
		return j, graph.Errorf(graph.Invalid, "split takes one name, and --in with the id of a letter; see: undersigned judge --help")
	case split && (f.inA != "" || f.inB != ""):
		return j, graph.Errorf(graph.Invalid, "split says its letter with --in, not with --in-first or --in-second")
	case split:
		j.A.Letter = f.in
	case f.in != "":
		return j, graph.Errorf(graph.Invalid, "--in is for split; for the others, --in-first and --in-second say in which letter a name is meant")
	case len(args) < 3 && slices.Contains(graph.Verdicts, j.Verdict):
		return j, graph.Errorf(graph.Invalid, "%s takes two names; see: undersigned judge --help", j.Verdict)
	case len(args) > 2:
		j.B = graph.NameRef{Name: args[2], Letter: f.inB}
	}
	if j.From, err = graph.ParseDate(string(f.from)); err == nil {
		j.Until, err = graph.ParseDate(string(f.until))
	}
	return j, err
}

// allPrinted refuses a judgement about a name that no letter prints. Of a parent, a member or a former name one need not be printed; it returns it.
func allPrinted(data graph.Data, j graph.Judgement) (unprinted string, err error) {
	first, second := printed(data, j.A), printed(data, j.B)
	if j.Verdict == graph.Split {
		return "", first // elsewhere it may stand in letters to come
	}
	if j.Verdict.Directed() && (first == nil) != (second == nil) {
		missing := j.A
		if first == nil {
			missing = j.B
		}
		if missing.Letter == "" {
			return missing.Name, nil
		}
	}
	return "", cmp.Or(first, second)
}

// contradictions says what a new judgement keeps from being applied, or what keeps it.
func (a *app) contradictions(data graph.Data, j graph.Judgement) error {
	data.Judgements = append(slices.Clone(data.Judgements), j)
	n, err := graph.NewNetwork(data)
	if err != nil {
		return err
	}
	for _, r := range n.Refused() {
		switch {
		case r.Judgement.ID == j.ID:
			printf(a.note(), "It is NOT APPLIED: %s.\n", r.Why)
		case r.Against == j.ID:
			printf(a.note(), "Judgement %s is NOT APPLIED any more: %s.\n", r.Judgement.ID, r.Why)
		}
	}
	return nil
}
