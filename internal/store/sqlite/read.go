package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// view is a read transaction: everything it reads is of one revision.
type view struct {
	ctx context.Context
	tx  *sql.Tx
}

func (v *view) query(query string, args ...any) (*sql.Rows, error) {
	return v.tx.QueryContext(v.ctx, query, args...)
}

func (s *Store) read(ctx context.Context, operation string, f func(v *view) error) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	defer s.open.RUnlock()
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.translate(ctx, err, operation)
	}
	err = f(&view{ctx, tx})
	return s.translate(ctx, errors.Join(err, tx.Rollback()), operation)
}

// Revision implements store.Store.
func (s *Store) Revision(ctx context.Context) (revision int64, err error) {
	err = s.read(ctx, "reading the revision", func(v *view) error {
		revision, err = v.revision()
		return err
	})
	return revision, err
}

func (v *view) revision() (revision int64, err error) {
	err = v.tx.QueryRowContext(v.ctx, "SELECT revision FROM meta").Scan(&revision)
	return revision, err
}

// ContentHash implements store.Store. It hashes the record hashes, and remembers the result until the revision moves.
func (s *Store) ContentHash(ctx context.Context) (hash string, err error) {
	err = s.read(ctx, "reading the content hash", func(v *view) error {
		hash, err = s.contentHash(v)
		return err
	})
	return hash, err
}

func (s *Store) contentHash(v *view) (string, error) {
	revision, err := v.revision()
	if err != nil {
		return "", err
	}
	s.hashMutex.Lock()
	defer s.hashMutex.Unlock()
	if s.hashRevision == revision {
		return s.hash, nil
	}
	rows, err := v.query("SELECT 'letter', id, hash FROM letter UNION ALL SELECT 'profile', key, hash FROM profile UNION ALL SELECT 'judgement', id, hash FROM judgement")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var kind, id, record string
		if err := rows.Scan(&kind, &id, &record); err != nil {
			return "", err
		}
		lines = append(lines, graph.HashLine(kind, id, record))
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	s.hash, s.hashRevision = graph.HashOfLines(lines), revision
	return s.hash, nil
}

// Letter implements store.Store.
func (s *Store) Letter(ctx context.Context, id string) (letter graph.Letter, err error) {
	err = s.read(ctx, "reading a letter", func(v *view) error {
		letters, err := v.letters("WHERE id = ?", id)
		if err != nil {
			return err
		}
		if len(letters) == 0 {
			return store.NoLetter(id)
		}
		letter = letters[0]
		return nil
	})
	return letter, err
}

// Judgements implements store.Store.
func (s *Store) Judgements(ctx context.Context) (judgements []graph.Judgement, err error) {
	err = s.read(ctx, "reading the judgements", func(v *view) error {
		judgements, err = v.judgements("")
		return err
	})
	return judgements, err
}

// Snapshot implements store.Store.
func (s *Store) Snapshot(ctx context.Context) (data graph.Data, err error) {
	err = s.read(ctx, "reading the store", func(v *view) error {
		if data.Revision, err = v.revision(); err != nil {
			return err
		}
		if data.Hash, err = s.contentHash(v); err != nil {
			return err
		}
		if data.Letters, err = v.letters(""); err != nil {
			return err
		}
		if data.Profiles, err = v.profiles(); err != nil {
			return err
		}
		if data.Judgements, err = v.judgements(""); err != nil {
			return err
		}
		data.Rules, err = v.rules()
		return err
	})
	if err != nil {
		return graph.Data{}, err
	}
	return data, nil
}

func (v *view) rules() (rules string, err error) {
	err = v.tx.QueryRowContext(v.ctx, "SELECT rules FROM ruled").Scan(&rules)
	return rules, err
}

// Rules implements store.Store.
func (s *Store) Rules(ctx context.Context) (rules string, err error) {
	err = s.read(ctx, "reading the rules", func(v *view) error {
		rules, err = v.rules()
		return err
	})
	return rules, err
}

// Subjects implements store.Store.
func (s *Store) Subjects(ctx context.Context) (subjects store.Subjects, err error) {
	err = s.read(ctx, "reading the names", func(v *view) error {
		if subjects.Revision, err = v.revision(); err != nil {
			return err
		}
		if subjects.Rules, err = v.rules(); err != nil {
			return err
		}
		if subjects.Names, err = v.printedNames(); err != nil {
			return err
		}
		if subjects.Profiles, err = v.profiles(); err != nil {
			return err
		}
		subjects.Ruled, err = v.judgements("WHERE judge LIKE 'rule:%' AND relation = ''")
		return err
	})
	if err != nil {
		return store.Subjects{}, err
	}
	return subjects, nil
}

func (v *view) printedNames() ([]store.NameHit, error) {
	rows, err := v.query("SELECT name.text, count(DISTINCT signature.letter) FROM signature JOIN name ON name.number = signature.name " +
		"WHERE signature.type = 'organization' GROUP BY signature.name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var hits []store.NameHit
	for rows.Next() {
		var h store.NameHit
		if err := rows.Scan(&h.Name, &h.Letters); err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(a, b store.NameHit) int { return strings.Compare(a.Name, b.Name) })
	return hits, rows.Err()
}

// signatures fills the letters' signatures. Texts that repeat (names, document ids, ...) are held once.
func (v *view) signatures(letters []graph.Letter, at map[int64]int, condition string, args []any) error {
	names, err := v.names(condition, args)
	if err != nil {
		return err
	}
	// What is usual is read as NULL: a text costs the driver several allocations, a hundred thousand times.
	rows, err := v.query("SELECT letter, name, nullif(type, 'organization'), nullif(capacity, 'organization'), nullif(status, 'listed'), "+
		"nullif(affiliation, ''), nullif(country, ''), nullif(note, ''), nullif(position, 0), nullif(confidence, 0), evidence FROM signature WHERE letter IN (SELECT number FROM letter "+condition+") ORDER BY letter, place", args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	shared := sharing{}
	for rows.Next() {
		var letter, name int64
		var typ, capacity, status, affiliation, country, note, evidence sql.RawBytes
		var position sql.NullInt64
		var confidence sql.NullFloat64
		if err := rows.Scan(&letter, &name, &typ, &capacity, &status, &affiliation, &country, &note, &position, &confidence, &evidence); err != nil {
			return err
		}
		s := graph.Signature{Name: names[name], Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Affiliation: shared.text(affiliation), Country: shared.text(country), Note: shared.text(note), Position: int(position.Int64), Confidence: confidence.Float64}
		if typ != nil {
			s.Type = graph.SignatoryType(shared.text(typ))
		}
		if capacity != nil {
			s.Capacity = graph.Capacity(shared.text(capacity))
		}
		if status != nil {
			s.Status = graph.Status(shared.text(status))
		}
		if s.Evidence, err = store.ReadEvidence(string(evidence), shared.string); err != nil {
			return err
		}
		l := &letters[at[letter]]
		l.Signatures = append(l.Signatures, s)
	}
	return rows.Err()
}

func (v *view) names(condition string, args []any) (map[int64]string, error) {
	query := "SELECT number, text FROM name"
	if condition != "" {
		query += " WHERE number IN (SELECT name FROM signature WHERE letter IN (SELECT number FROM letter " + condition + "))"
	}
	rows, err := v.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := map[int64]string{}
	for rows.Next() {
		var number int64
		var text string
		if err := rows.Scan(&number, &text); err != nil {
			return nil, err
		}
		names[number] = text
	}
	return names, rows.Err()
}

// sharing returns equal bytes as one string.
type sharing map[string]string

func (s sharing) text(b []byte) string {
	if t, ok := s[string(b)]; ok { // this conversion does not allocate
		return t
	}
	t := string(b)
	s[t] = t
	return t
}

func (s sharing) string(text string) string {
	if t, ok := s[text]; ok {
		return t
	}
	text = strings.Clone(text) // which may be part of a longer one
	s[text] = text
	return text
}

// Audit implements store.Store.
func (s *Store) Audit(ctx context.Context, after int64, limit int) ([]store.AuditEntry, error) {
	entries := []store.AuditEntry{}
	err := s.read(ctx, "reading the audit log", func(v *view) error {
		rows, err := v.query("SELECT sequence, time, actor, action, subject, detail FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?", after, max(limit, 0))
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var e store.AuditEntry
			var when string
			if err := rows.Scan(&e.Sequence, &when, &e.Actor, &e.Action, &e.Subject, &e.Detail); err != nil {
				return err
			}
			if e.When, err = time.Parse(store.TimeForm, when); err != nil {
				return err
			}
			entries = append(entries, e)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}
