package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
)

// Copied says what a Copy did.
type Copied struct {
	Letters, Signatures, Profiles, Judgements, Audit int // in both stores now
	Written                                          int // records and lines of the log, by this call; the others were there from an earlier one
	Hash                                             string
}

// What one write of a Copy holds at most: what a kill can cost, and what the target has to hold in memory.
const (
	copyLetters    = 200
	copySignatures = 20_000
	copyRecords    = 5_000 // profiles or judgements
	copyLines      = 2_000 // of the audit log
)

// Copy writes everything that from holds into to (records, undone marks, the audit log), in several writes, and then reads the
// target back and compares the two by counts, content hash and each line of the log. A copy that was interrupted goes on
// where it stopped when it is called again. The target has to be new or hold nothing but what from holds, else Conflict. The
// target's revision counts its own writes. progress, if not nil, is called after each write.
func Copy(ctx context.Context, from, to Store, progress func(done, total int)) (Copied, error) {
	data, audit, err := readAll(ctx, from)
	if err != nil {
		return Copied{}, err
	}
	c := countOf(data, audit)
	if err := onlyFrom(ctx, data, audit, to); err != nil {
		return c, err
	}
	total, done := c.Letters+c.Profiles+c.Judgements+c.Audit, 0
	write := func(change Change, lines []AuditEntry) error {
		r, err := inParts(change, func(part Change) (Result, error) { return to.CopyIn(ctx, part, lines) })
		c.Written += r.Written
		done += len(change.Letters) + len(change.Profiles) + len(change.Judgements) + len(lines)
		if err == nil && progress != nil {
			progress(done, total)
		}
		return err
	}
	// The log goes first: whoever writes to the target between a kill and the next call gets a number that is the source's or
	// beyond, and is found.
	for lines := range slices.Chunk(audit, copyLines) {
		if err := write(Change{}, lines); err != nil {
			return c, err
		}
	}
	for change := range batches(data) {
		if err := write(change, nil); err != nil {
			return c, err
		}
	}
	return c, c.compare(ctx, audit, to)
}

func countOf(d graph.Data, audit []AuditEntry) Copied {
	c := Copied{Letters: len(d.Letters), Profiles: len(d.Profiles), Judgements: len(d.Judgements), Audit: len(audit), Hash: d.Hash}
	for i := range d.Letters {
		c.Signatures += len(d.Letters[i].Signatures)
	}
	return c
}

// compare reads the target and reports where it is not what was to be copied.
func (c Copied) compare(ctx context.Context, audit []AuditEntry, to Store) error {
	data, lines, err := readAll(ctx, to)
	if err != nil {
		return err
	}
	there := countOf(data, lines)
	var differ []string
	for _, n := range []struct {
		what      string
		want, has int
	}{{"letters", c.Letters, there.Letters}, {"signatures", c.Signatures, there.Signatures}, {"profiles", c.Profiles, there.Profiles},
		{"judgements", c.Judgements, there.Judgements}, {"lines of the audit log", c.Audit, there.Audit}} {
		if n.want != n.has {
			differ = append(differ, fmt.Sprintf("%d %s instead of %d", n.has, n.what, n.want))
		}
	}
	if c.Hash != there.Hash {
		differ = append(differ, "another content hash")
	}
	if len(differ) == 0 && !slices.EqualFunc(audit, lines, AuditEntry.Equal) {
		differ = append(differ, "another audit log")
	}
	if len(differ) > 0 {
		return graph.Errorf(graph.Conflict, "the copy differs from its source (%s): somebody wrote to the target meanwhile; see that nobody does, then copy into a new store", strings.Join(differ, ", "))
	}
	return nil
}

// onlyFrom refuses a target with records or lines that the source does not have just so, before anything is written.
func onlyFrom(ctx context.Context, data graph.Data, audit []AuditEntry, to Store) error {
	revision, err := to.Revision(ctx)
	if err != nil || revision == 0 {
		return err
	}
	there, lines, err := readAll(ctx, to)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, key := range contents(data, audit) {
		known[key] = true
	}
	foreign := slices.DeleteFunc(contents(there, lines), func(key string) bool { return known[key] })
	if len(foreign) > 0 {
		return graph.Errorf(graph.Conflict, "the target holds %d records or lines of the audit log that the source does not have, or has differently; copy into a new store", len(foreign))
	}
	return nil
}

// contents names everything with what it holds.
func contents(d graph.Data, audit []AuditEntry) []string {
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
	for _, e := range audit {
		all = append(all, fmt.Sprintf("line %d %s %q %q %q %q", e.Sequence, FormatTime(e.When), e.Actor, e.Action, e.Subject, e.Detail))
	}
	return all
}

// batches cuts data into changes of bounded size: profiles and letters first, so that judgements find their names.
func batches(d graph.Data) func(yield func(Change) bool) {
	return func(yield func(Change) bool) {
		for part := range slices.Chunk(d.Profiles, copyRecords) {
			if !yield(Change{Profiles: part}) {
				return
			}
		}
		start, signatures := 0, 0
		for i := range d.Letters {
			signatures += len(d.Letters[i].Signatures)
			if i+1 == len(d.Letters) || i+1-start == copyLetters || signatures+len(d.Letters[i+1].Signatures) > copySignatures {
				if !yield(Change{Letters: d.Letters[start : i+1]}) {
					return
				}
				start, signatures = i+1, 0
			}
		}
		for part := range slices.Chunk(d.Judgements, copyRecords) {
			if !yield(Change{Judgements: part}) {
				return
			}
		}
	}
}
