package store

import (
	"context"
	"fmt"
	"slices"

	"undersigned/graph"
)

// Finding is something that Verify found wrong.
type Finding struct {
	Subject string `json:"subject"`
	What    string `json:"what"`
}

// databaseChecker is a store whose database can look at itself.
type databaseChecker interface {
	CheckDatabase(ctx context.Context) ([]Finding, error)
}

// Verify reads everything and checks what a database cannot enforce by itself: every record keeps the rules of Check, the
// records give the content hash that the store says, the network can be built, and no link or judgement points at nothing. A store in a file is first looked at
// page by page.
func Verify(ctx context.Context, s Store) ([]Finding, error) {
	found := []Finding{}
	note := func(subject, format string, args ...any) {
		found = append(found, Finding{subject, fmt.Sprintf(format, args...)})
	}
	if c, ok := s.(databaseChecker); ok {
		if damaged, err := c.CheckDatabase(ctx); err != nil || len(damaged) > 0 {
			return damaged, err // what a damaged database says of its records is worth nothing
		}
	}
	data, err := s.Snapshot(ctx)
	if err != nil {
		return found, err
	}
	letters := map[string]bool{}
	for _, l := range data.Letters {
		letters[l.ID] = true
		if err := Check(Change{Letters: []graph.Letter{l}}); err != nil {
			note(l.ID, "%s", graph.MessageOf(err))
		}
	}
	for _, p := range data.Profiles {
		if err := Check(Change{Profiles: []graph.Profile{p}}); err != nil {
			note(graph.ProfileKey(p), "%s", graph.MessageOf(err))
		}
	}
	for _, j := range data.Judgements {
		if err := Check(Change{Judgements: []graph.Judgement{j}}); err != nil {
			note(j.ID, "%s", graph.MessageOf(err))
		}
	}
	for _, l := range data.Letters {
		for relation, to := range map[graph.Relation]string{graph.VersionOf: l.VersionOf, graph.TranslationOf: l.TranslationOf, graph.ReportOf: l.ReportOf} {
			if to != "" && !letters[to] {
				note(l.ID, "it says %s of %s, which is not in the store", relation, to)
			}
		}
	}
	if hash := graph.ContentHash(data.Letters, data.Profiles, data.Judgements); hash != data.Hash {
		note("content hash", "the store says %.12s, its records give %.12s: something was changed by other means than undersigned", data.Hash, hash)
	}
	if _, err := graph.NewNetwork(data); err != nil {
		note("network", "%s", graph.MessageOf(err))
	}
	slices.SortFunc(found, func(a, b Finding) int {
		if a.Subject != b.Subject {
			if a.Subject < b.Subject {
				return -1
			}
			return 1
		}
		return 0
	})
	return found, nil
}
