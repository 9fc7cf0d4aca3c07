// Package store is the contract that every store of undersigned fulfils: letters with their documents, signatures and
// evidence; profiles; judgements; a revision to poll and a content hash that exports carry; an audit log. It knows no
// database. The suite in storetest states the contract as cases; sqlite/ and neo4j/ run it. Which name belongs to which
// organization is not decided here: graph.NewNetwork does that, from a Snapshot.
//
// What is the same for every store lives here: Check (what may be stored), Mark (undoing and redoing), Backup and Restore (a file
// that any store writes and any store reads), Copy and Verify. What a search for names compares is package search's (internal/names).
//
// 2026-11-22: a backup keeps undone marks, revision and audit log, which Put cannot write. The contract has a Restore method
// for it, for new stores only, instead of options that every Put would carry. Consequence: backup, restore and backup again
// give the same bytes, whichever stores are used.
//
// 2026-11-22: a copy moves everything, the audit log too. Context: Put logs what it writes under its own clock, so a copy by Put
// had a history of one day. Decision: CopyIn takes records and log lines as they stand in the source, adds only, and refuses
// what differs. Consequence: the copy's own writes leave no line, and a copy that was cut goes on without a note of where it was.
// The revision stays with its store: it counts the writes of that place, for those who poll it.
//
// 2026-11-30: what rules decide about names is stored, and a store knows no rules. Decision: a change brings the rules' judgements along (package
// ruled sees to it) and says which rules it followed; a write of letters or profiles that says nothing clears that, and whoever opens the store next
// makes it good. Consequence: a kill between two writes, a copy, a backup of before and another program's rules need no case of their own.
package store

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
)

// Change is a set of records to write together. Letters are replaced as a whole, by id; profiles by name; judgements by id.
type Change struct {
	Letters    []graph.Letter
	Profiles   []graph.Profile
	Judgements []graph.Judgement
	Withdrawn  []string // ids of judgements about names that a rule made and makes no more; they are deleted
	Rules      string   // which rules made the judgements of rules, for the names and profiles after this change; "" says that nobody looked
	Actor      string   // for the audit log: "load", "person: NAME", ...
}

// Subjects is what rules about names look at, and what they have decided, as of one revision.
type Subjects struct {
	Names    []NameHit // all printed names of organizations, by code point
	Profiles []graph.Profile
	Ruled    []graph.Judgement // of rules, about names; undone ones, too
	Rules    string            // see Store.Rules
	Revision int64
}

// InOrder returns the records in the order in which stores write them: letters by id, profiles by name, judgements by
// CompareJudgements, so that the log of equal changes is equal. The slices of the change stay as they are.
func (c *Change) InOrder() ([]*graph.Letter, []*graph.Profile, []*graph.Judgement) {
	return inOrder(c.Letters, func(a, b *graph.Letter) int { return cmp.Compare(a.ID, b.ID) }),
		inOrder(c.Profiles, func(a, b *graph.Profile) int {
			return cmp.Or(cmp.Compare(a.Of.Name, b.Of.Name), cmp.Compare(a.Of.Letter, b.Of.Letter))
		}),
		inOrder(c.Judgements, func(a, b *graph.Judgement) int { return graph.CompareJudgements(*a, *b) })
}

func inOrder[T any](records []T, compare func(a, b *T) int) []*T {
	order := make([]*T, len(records))
	for i := range records {
		order[i] = &records[i]
	}
	slices.SortFunc(order, compare)
	return order
}

// Result says what a write did. Revision is the store's revision afterwards; it is unchanged where Written is 0.
type Result struct {
	Written   int // records that are new, differ or were removed
	Unchanged int // records that were there already, byte for byte
	Revision  int64
}

// NameHit is a printed name found by a search, with the number of letters (records) that print it.
type NameHit struct {
	Name    string
	Letters int
}

// Store keeps the records. Implementations are safe for concurrent use; writes are serialized. They keep no reference to what
// they are given, and what they return is the caller's. No records at all are an empty slice or nil, never an error. Every
// method ends when the context does, with code Cancelled, and fails with graph errors only: Invalid for records that break a rule of Check,
// NotFound, Conflict, Unavailable where the database cannot be reached or is locked by another writer, Internal.
// What was acknowledged survives a kill of the process or the machine.
type Store interface {
	// Put writes a change as one: after a failure or a kill, none of it is there. Records equal to the stored ones are not
	// written; where all are, nothing is written at all and the revision stays. A stored judgement that was undone stays
	// undone as it is, whatever is put; one that was not becomes undone where the change says so. A withdrawn judgement that is not there is
	// passed over; Invalid where it is none of a rule about names, or somebody has undone it: that is an answer, and stays. The order of
	// records within a change does not matter; one id twice in a change is Invalid.
	Put(ctx context.Context, c Change) (Result, error)

	// RemoveLetter removes a letter with its documents and signatures. NotFound where there is none. Judgements that
	// mention it stay.
	RemoveLetter(ctx context.Context, id, actor string) (Result, error)

	// Letter returns one letter as it was put. NotFound where there is none.
	Letter(ctx context.Context, id string) (graph.Letter, error)

	// SearchNames returns printed names of signatories (organizations only) that contain every word of the query, as the
	// beginning of a word, after folding case and accents (see search.Words); best known first (letters desc, then name by
	// code point), at most limit. A query without words and a limit below 1 find nothing; more than 32 words are Invalid.
	SearchNames(ctx context.Context, query string, limit int) ([]NameHit, error)

	// Rules returns what the last change said of its rules: "" for a new store, and where letters or profiles were written since by somebody who
	// said nothing. It is no record: a change that writes nothing else leaves the revision as it is.
	Rules(ctx context.Context) (string, error)

	// Subjects returns what the rules about names look at. It reads no letters.
	Subjects(ctx context.Context) (Subjects, error)

	// Judgements returns all judgements, undone ones included, in the order of graph.CompareJudgements.
	Judgements(ctx context.Context) ([]graph.Judgement, error)

	// UndoJudgement marks a stored judgement as undone; RedoJudgement takes the mark away. NotFound where there is no such
	// judgement; Invalid where nobody is named who undoes; doing what is done already writes nothing (the first mark stays).
	UndoJudgement(ctx context.Context, id string, undoing graph.Undoing) (Result, error)
	RedoJudgement(ctx context.Context, id, actor string) (Result, error)

	// Revision returns a counter that grows with every write and never otherwise; 0 for an empty new store. It is cheap, to
	// be polled.
	Revision(ctx context.Context) (int64, error)

	// ContentHash returns graph.ContentHash of all records, without reading them. "" for an empty store.
	ContentHash(ctx context.Context) (string, error)

	// Snapshot returns everything as of one revision, sorted by id (judgements by CompareJudgements), with revision, hash and
	// rules set. Writes during the call are either all in it or not at all.
	Snapshot(ctx context.Context) (graph.Data, error)

	// Audit returns log entries with Sequence > after, oldest first, at most limit. Every record that was written has one
	// line; a write that wrote nothing has none. Records copied in or restored have the lines of the store they come from.
	Audit(ctx context.Context, after int64, limit int) ([]AuditEntry, error)

	// Restore fills a new store with what another one held: the records with their undone marks, the revision and the audit
	// log, all as one. Conflict where anything was ever written to the store (its revision is not 0); Invalid for records
	// that Check refuses, and for a revision or log that no store can have had. The hash in data is not looked at.
	Restore(ctx context.Context, data graph.Data, audit []AuditEntry) error

	// CopyIn adds what another store holds, as it stands there, as one: records with their undone marks, and lines of the
	// audit log with sequence, time and actor. It writes no line of its own; the store's next line comes after all of
	// these. Records and lines that are there already are not written, so that a copy can be made in parts, in any order,
	// and again; Conflict where a record or a line of that number is there with other contents, and nothing is
	// written. Result counts lines as records. Invalid for records that Check refuses and for lines that are out of order.
	CopyIn(ctx context.Context, records Change, audit []AuditEntry) (Result, error)

	// Close waits for the calls under way and lets go of the store. Later calls fail with Unavailable; closing again does
	// nothing.
	Close() error
}
