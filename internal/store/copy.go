package store

import (
	"context"
	"fmt"
	"slices"

	"undersigned/graph"
)

// Copied says what a Copy did.
type Copied struct {
	Letters, Profiles, Judgements int // in both stores now
	Written                       int // of them by this call; the others were there from an earlier one
	Hash                          string
}

// Letters and signatures of one write of a Copy: what a kill can cost, and what the target has to hold in memory.
const (
	copyLetters    = 200
	copySignatures = 20_000
	copyJudgements = 5_000
)

// Copy writes everything that from holds into to, in several writes, and compares both content hashes at the end. A copy that
// was interrupted goes on where it stopped when it is called again. The target has to be new or hold nothing but records
// of from, else Conflict. The audit log stays with its store: it is the history of that place (Backup moves it).
// progress, if not nil, is called after each write.
func Copy(ctx context.Context, from, to Store, progress func(done, total int)) (Copied, error) {
	data, err := from.Snapshot(ctx)
	if err != nil {
		return Copied{}, err
	}
	c := Copied{Letters: len(data.Letters), Profiles: len(data.Profiles), Judgements: len(data.Judgements)}
	if err := onlyFrom(ctx, data, to); err != nil {
		return c, err
	}
	total, done := c.Letters+c.Profiles+c.Judgements, 0
	for change := range batches(data) {
		r, err := PutInParts(ctx, to, change)
		if err != nil {
			return c, err
		}
		c.Written += r.Written
		done += len(change.Letters) + len(change.Profiles) + len(change.Judgements)
		if progress != nil {
			progress(done, total)
		}
	}
	if c.Hash, err = to.ContentHash(ctx); err != nil {
		return c, err
	}
	if c.Hash != graph.ContentHash(data.Letters, data.Profiles, data.Judgements) {
		return c, graph.Errorf(graph.Conflict, "the copy differs from its source: somebody wrote to the target meanwhile; see that nobody does, then copy into a new store")
	}
	return c, nil
}

// onlyFrom refuses a target with records that the source does not have just so.
func onlyFrom(ctx context.Context, data graph.Data, to Store) error {
	revision, err := to.Revision(ctx)
	if err != nil || revision == 0 {
		return err
	}
	there, err := to.Snapshot(ctx)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, line := range lines(data) {
		known[line] = true
	}
	foreign := slices.DeleteFunc(lines(there), func(line string) bool { return known[line] })
	if len(foreign) > 0 {
		return graph.Errorf(graph.Conflict, "the target holds %d records that the source does not have, or has differently; copy into a new store", len(foreign))
	}
	return nil
}

func lines(d graph.Data) []string {
	var all []string
	for _, l := range d.Letters {
		all = append(all, graph.HashLine("letter", l.ID, graph.RecordHash(l)))
	}
	for _, p := range d.Profiles {
		all = append(all, graph.HashLine("profile", graph.ProfileKey(p), graph.RecordHash(p)))
	}
	for _, j := range d.Judgements {
		all = append(all, graph.HashLine("judgement", j.ID, graph.RecordHash(j)))
	}
	return all
}

// batches cuts data into changes of bounded size: profiles and letters first, so that judgements find their names.
func batches(d graph.Data) func(yield func(Change) bool) {
	return func(yield func(Change) bool) {
		const actor = "copy"
		for part := range slices.Chunk(d.Profiles, copyJudgements) {
			if !yield(Change{Profiles: part, Actor: actor}) {
				return
			}
		}
		start, signatures := 0, 0
		for i := range d.Letters {
			signatures += len(d.Letters[i].Signatures)
			if i+1 == len(d.Letters) || i+1-start == copyLetters || signatures+len(d.Letters[i+1].Signatures) > copySignatures {
				if !yield(Change{Letters: d.Letters[start : i+1], Actor: actor}) {
					return
				}
				start, signatures = i+1, 0
			}
		}
		for part := range slices.Chunk(d.Judgements, copyJudgements) {
			if !yield(Change{Judgements: part, Actor: actor}) {
				return
			}
		}
	}
}

// Finding is something that Verify found wrong.
type Finding struct {
	Subject string `json:"subject"`
	What    string `json:"what"`
}

// Verify reads everything and checks what a database cannot enforce by itself: every record keeps the rules of Check, the
// records give the content hash that the store says, the network can be built, and no link or judgement points at nothing.
func Verify(ctx context.Context, s Store) ([]Finding, error) {
	found := []Finding{}
	note := func(subject, format string, args ...any) {
		found = append(found, Finding{subject, fmt.Sprintf(format, args...)})
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
