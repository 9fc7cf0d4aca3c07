package ruling

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Rules that package names does not have among those that join: what profiles say, and who is a part of whom.
var (
	identifier = names.Rule{ID: "identifier", Version: 1, Says: "profiles give both the same identifier"}
	chapter    = names.Rule{ID: "chapter", Version: 1, Says: "one is a chapter of the other"}
)

// sureness is the score of each rule's judgements: surer rules are applied first, and only those of 1 join names of one list.
var sureness = map[string]float64{"identifier": 1, "fold": 1, "legal-form": .995, "spelling": .99, "acronym-beside": .985, "translation": .98, "acronym": .975, "letter": .97}

// Version changes with what the rules decide: with a rule, its version, and the tables that it reads.
var Version = sync.OnceValue(func() string {
	h := sha256.New()
	for _, r := range append([]names.Rule{identifier, chapter}, names.Rules...) {
		fmt.Fprintln(h, r.ID, r.Version, sureness[r.ID])
	}
	h.Write([]byte(names.Fingerprint()))
	return hex.EncodeToString(h.Sum(nil))[:16]
})

// Judgements returns what the rules decide about names of organizations, in the order of graph.CompareJudgements. The order of names and
// profiles changes nothing.
func Judgements(ctx context.Context, printed []string, profiles []graph.Profile) ([]graph.Judgement, error) {
	printed = slices.Sorted(slices.Values(printed))
	printed = slices.Compact(printed)
	corpus, err := names.BuildCorpus(ctx, printed)
	if err != nil {
		return nil, err
	}
	known := identified(printed, profiles)
	joins, err := corpus.Joins(ctx, known.differ)
	if err != nil {
		return nil, err
	}
	var made []graph.Judgement
	for _, j := range joins {
		made = append(made, judgement(j.Rule, printed[j.A], printed[j.B], j.Rule.Says))
	}
	made = append(made, known.same()...)
	made = append(made, parents(printed, corpus.Parents(), made)...)
	slices.SortFunc(made, graph.CompareJudgements)
	return made, nil
}

// Equal returns what the rule about equal names decides: names that are equal but for case, accents and punctuation.
func Equal(ctx context.Context, printed []string) ([]graph.Judgement, error) {
	joins, err := names.Equal(ctx, printed)
	if err != nil {
		return nil, err
	}
	made := make([]graph.Judgement, len(joins))
	for i, j := range joins {
		made[i] = judgement(j.Rule, printed[j.A], printed[j.B], j.Rule.Says)
	}
	slices.SortFunc(made, graph.CompareJudgements)
	return made, nil
}

func judgement(r *names.Rule, a, b, why string) graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b},
		By: graph.RuleBy(r.ID, r.Version), Why: why, Score: sureness[r.ID]})
}

// OfNames reports whether a judgement is one that a rule about names makes, or made in an earlier version.
func OfNames(j graph.Judgement) bool { return j.ByRule() && j.Relation == "" }

// Decides reports whether a judgement is one that a rule about names made and nobody has undone: what the rules may take back, or say anew.
func Decides(j graph.Judgement) bool { return OfNames(j) && j.Undone == nil }

// Complete returns data with what the rules decide about them, for data that no store keeps. Judgements of rules that it has are replaced, but for those
// that were undone.
func Complete(ctx context.Context, data graph.Data) (graph.Data, error) {
	if data.Rules == Version() {
		return data, nil
	}
	made, err := Judgements(ctx, graph.PrintedNames(data.Letters), data.Profiles)
	if err != nil {
		return data, err
	}
	put, withdraw := Differences(data.Judgements, made)
	all := slices.DeleteFunc(slices.Clone(data.Judgements), func(j graph.Judgement) bool {
		_, gone := slices.BinarySearch(withdraw, j.ID)
		return gone
	})
	all = append(all, put...)
	slices.SortFunc(all, graph.CompareJudgements)
	data.Judgements, data.Rules = all, Version()
	return data, nil
}

// Differences returns what has to change so that the rules' judgements are those that they make: new ones to put, and ids of those to withdraw.
// Undone ones stay as they are, and answer for later versions of their rule, and for other rules, too.
func Differences(stored, made []graph.Judgement) (put []graph.Judgement, withdraw []string) {
	type said struct {
		verdict graph.Verdict
		a, b    graph.NameRef
	}
	have, want, undone := map[string]bool{}, map[string]bool{}, map[said]bool{}
	for _, j := range stored {
		if OfNames(j) && j.Undone != nil {
			undone[said{j.Verdict, j.A, j.B}] = true
		}
	}
	made = slices.DeleteFunc(slices.Clone(made), func(j graph.Judgement) bool { return undone[said{j.Verdict, j.A, j.B}] })
	for _, j := range made {
		want[j.ID] = true
	}
	for _, j := range stored {
		if have[j.ID] = true; Decides(j) && !want[j.ID] {
			withdraw = append(withdraw, j.ID)
		}
	}
	for _, j := range made {
		if !have[j.ID] {
			put = append(put, j)
		}
	}
	slices.Sort(withdraw)
	return put, withdraw
}
