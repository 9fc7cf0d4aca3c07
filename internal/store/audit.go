package store

import (
	"context"
	"strings"
	"time"

	"undersigned/graph"
)

// AuditEntry is one line of the audit log. The log is never exported and is the only place where a clock is read.
type AuditEntry struct {
	Sequence int64
	When     time.Time
	Actor    string
	Action   string // put letter, remove letter, put profile, put judgement, undo judgement, redo judgement
	Subject  string // the record's id
	Detail   string // a few words: title, verdict and pair
}

// Equal reports whether two lines say the same, as any store keeps them: times to the microsecond.
func (e AuditEntry) Equal(f AuditEntry) bool {
	if FormatTime(e.When) != FormatTime(f.When) {
		return false
	}
	e.When, f.When = time.Time{}, time.Time{}
	return e == f
}

// TimeForm is how stores keep the time of a line. It has a fixed width, so that the order of text is the order of time.
const TimeForm = "2006-01-02T15:04:05.000000Z"

// FormatTime returns a time in UTC and in TimeForm.
func FormatTime(t time.Time) string { return t.UTC().Format(TimeForm) }

// CheckLog reports lines that no store can have written, as Invalid: they are not in order, or not UTF-8.
func CheckLog(audit []AuditEntry) error {
	last := int64(0)
	for _, e := range audit {
		if e.Sequence <= last || !valid(e.Actor, e.Action, e.Subject, e.Detail) {
			return graph.Errorf(graph.Invalid, "line %d of the audit log is out of order or not UTF-8: make another backup or copy of the store it comes from", e.Sequence)
		}
		last = e.Sequence
	}
	return nil
}

// JudgementDetail is the audit line's few words about a judgement.
func JudgementDetail(j graph.Judgement) string {
	side := func(r graph.NameRef) string {
		switch {
		case r.Letter == "":
			return r.Name
		case r.Name == "":
			return r.Letter
		}
		return r.Name + " in " + r.Letter
	}
	verdict := string(j.Verdict)
	if j.Relation != "" {
		verdict += " (" + string(j.Relation) + ")"
	}
	if from, until := j.From.String(), j.Until.String(); from != "" && until != "" {
		verdict += " (from " + from + " until " + until + ")"
	} else if from != "" {
		verdict += " (from " + from + ")"
	} else if until != "" {
		verdict += " (until " + until + ")"
	}
	return verdict + ": " + side(j.A) + " | " + side(j.B)
}

// ActorAgain is who writes a letter whose document was read again; a person who asked for it may be named after it.
const ActorAgain = "load --again"

// SavedByPersons returns the ids of the letters whose state is one that a person saved: the last who wrote it is a person, readings again, which
// keep what persons saw, apart. It reads the whole log.
func SavedByPersons(ctx context.Context, s Store) (map[string]bool, error) {
	saved := map[string]bool{}
	const page = 1000
	for after := int64(0); ; {
		entries, err := s.Audit(ctx, after, page)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			after = e.Sequence
			if e.Action == "put letter" && !strings.HasPrefix(e.Actor, ActorAgain) {
				saved[e.Subject] = strings.HasPrefix(e.Actor, "person:")
			}
		}
		if len(entries) < page {
			return saved, nil
		}
	}
}
