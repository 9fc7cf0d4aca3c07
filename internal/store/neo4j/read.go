package neo4j

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
)

func compareText(a, b string) int { return cmp.Compare(a, b) }

// state is what a read is of: the revision, and how often signatures were moved between organizations.
type state struct {
	known
	moves int64
}

func stateOf(t *tx) (state, error) {
	var now state
	found, err := t.one("MATCH (m:Meta {key: 'undersigned'}) RETURN "+metaTerms, metaParameters(t.known), func(r *row) (err error) {
		now.known, err = t.known.knownIn(r)
		now.moves = r.number("moves")
		return err
	})
	if err == nil && !found {
		err = gone(t.server.config)
	}
	if err == nil {
		t.server.memory.learn(now.known)
	}
	return now, err
}

// patience is how often a read begins again because somebody wrote, before it holds the writers' lock for its own length.
const patience = 3

// read runs f and sees to it that all of it is of one revision: Neo4j alone promises that of a single value only. f may run
// again and then begins anew.
func (s *Store) read(ctx context.Context, operation string, f func(t *tx, now known) error) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	defer s.open.RUnlock()
	return s.outcome(ctx, s.readStable(ctx, f), operation, false)
}

// outcome is translate, after which the store that is in the database now is the one that is used.
func (s *Store) outcome(ctx context.Context, err error, operation string, writing bool) error {
	if other, ok := errors.AsType[*otherStore](err); ok {
		return s.follow(ctx, other, writing)
	}
	return s.translate(ctx, err, operation)
}

// readStable also begins again where another store seems to be there: a server of a cluster may be behind. The one that writes is asked last.
func (s *Store) readStable(ctx context.Context, f func(t *tx, now known) error) error {
	for range patience {
		stable := false
		err := s.server.read(ctx, func(t *tx) error {
			before, err := stateOf(t)
			if err != nil {
				return err
			}
			failed := f(t, before.known)
			if failed != nil && (isServers(failed) || ctx.Err() != nil) {
				return failed
			}
			after, err := stateOf(t)
			stable = before == after
			if err == nil && stable {
				err = damaged(failed) // only now: what looks so may be half of a write
			}
			return err
		})
		if _, other := errors.AsType[*otherStore](err); !other && err != nil || stable {
			return err
		}
	}
	return s.server.retry(ctx, func() error {
		t, err := s.server.beginWrite(ctx)
		if err != nil {
			return err
		}
		defer t.close() // which takes the lock's own write back
		c := change{tx: t}
		if err := c.lock("reader"); err != nil {
			return err
		}
		err = f(t, c.before)
		if err != nil && (isServers(err) || ctx.Err() != nil) {
			return err
		}
		return damaged(err)
	})
}

// damaged is what a record that cannot be read means, where nobody is writing it just now.
func damaged(err error) error {
	if _, ours := errors.AsType[*graph.Error](err); ours {
		return err
	}
	return graph.Wrap(graph.Unavailable, err, "the store is damaged: somebody else has changed its records so that they cannot be read; run `undersigned verify`, or restore your last backup into an empty database with `undersigned restore`")
}

// Revision implements store.Store.
func (s *Store) Revision(ctx context.Context) (revision int64, err error) {
	if err := s.enter(ctx); err != nil {
		return 0, err
	}
	defer s.open.RUnlock()
	err = s.server.read(ctx, func(t *tx) error {
		now, err := stateOf(t)
		revision = now.revision
		return err
	})
	if _, other := errors.AsType[*otherStore](err); other {
		err = s.readStable(ctx, func(_ *tx, now known) error { revision = now.revision; return nil })
	}
	return revision, s.outcome(ctx, err, "reading the revision", false)
}

// ContentHash implements store.Store. It hashes the record hashes, and remembers the result until the revision moves.
func (s *Store) ContentHash(ctx context.Context) (hash string, err error) {
	err = s.read(ctx, "reading the content hash", func(t *tx, now known) error {
		if last, ok := s.knownHash(now); ok {
			hash = last
			return nil
		}
		var lines []string
		for _, kind := range []struct{ name, label, key string }{{"letter", "Letter", "id"}, {"profile", "Profile", "key"}, {"judgement", "Judgement", "id"}} {
			err := t.run("MATCH (n:"+kind.label+") RETURN n."+kind.key+" AS key, n.hash AS hash", nil, func(r *row) error {
				lines = append(lines, graph.HashLine(kind.name, r.text("key"), r.text("hash")))
				return nil
			})
			if err != nil {
				return err
			}
		}
		hash = graph.HashOfLines(lines)
		return nil
	})
	return hash, err
}

func (s *Store) knownHash(now known) (string, bool) {
	s.hashMutex.Lock()
	defer s.hashMutex.Unlock()
	return s.hash, s.hashOf == now
}

// Letter implements store.Store.
func (s *Store) Letter(ctx context.Context, id string) (letter graph.Letter, err error) {
	err = s.read(ctx, "reading a letter", func(t *tx, _ known) error {
		letters, _, err := letters(t, " {id: $id}", values{"id": id})
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
func (s *Store) Judgements(ctx context.Context) (all []graph.Judgement, err error) {
	err = s.read(ctx, "reading the judgements", func(t *tx, _ known) error {
		all, _, err = judgements(t, "")
		return err
	})
	return all, err
}

// Snapshot implements store.Store.
func (s *Store) Snapshot(ctx context.Context) (data graph.Data, err error) {
	var of known
	err = s.read(ctx, "reading the store", func(t *tx, now known) error {
		of = now
		data, err = snapshot(t, now.revision)
		return err
	})
	if err != nil {
		return graph.Data{}, err
	}
	s.hashMutex.Lock()
	defer s.hashMutex.Unlock()
	s.hash, s.hashOf = data.Hash, of
	return data, nil
}

func snapshot(t *tx, revision int64) (data graph.Data, err error) {
	data.Revision = revision
	var lines, more, most []string
	if data.Letters, lines, err = letters(t, "", nil); err != nil {
		return data, err
	}
	if data.Profiles, more, err = profiles(t); err != nil {
		return data, err
	}
	if data.Judgements, most, err = judgements(t, ""); err != nil {
		return data, err
	}
	if data.Rules, err = rules(t); err != nil {
		return data, err
	}
	data.Hash = graph.HashOfLines(slices.Concat(lines, more, most))
	return data, nil
}

// lettersQuery reads one row a letter, with its lists: ten times faster than a row for each signature.
func lettersQuery(condition string) string {
	return "MATCH (l:Letter" + condition + ") RETURN properties(l) AS letter, [(l)-[h:HAS_DOCUMENT]->(d:Document) | {place: h.place, document: properties(d)}] AS documents, " +
		"[()-[s:SIGNED|WITHDREW]->(l) | [" + strings.Join(columnTerms[:], ", ") + "]] AS signatures"
}

// letters reads letters in the order of their ids, and the lines of the content hash.
func letters(t *tx, condition string, parameters map[string]any) ([]graph.Letter, []string, error) {
	letters, lines := []graph.Letter{}, []string{}
	shared := sharing{}
	err := t.run(lettersQuery(condition), parameters, func(r *row) error {
		p := r.properties("letter")
		l, err := letterOf(p)
		if err != nil {
			return err
		}
		for _, value := range r.list("documents") {
			d := r.fieldsIn("documents", value)
			if place := d.number("place"); place >= 0 && place < len(l.Documents) {
				l.Documents[place] = documentOf(r.fieldsIn("document", d.all["document"]))
			}
		}
		found := r.list("signatures")
		if len(found) != len(l.Signatures) {
			return graph.Errorf(graph.Unavailable, "the store is damaged: letter %q has %d of its %d signatures; restore your last backup into an empty database with `undersigned restore`", l.ID, len(found), len(l.Signatures))
		}
		for _, list := range found {
			s := r.signed(list, shared)
			if place := cell[int64](s, placeColumn); place >= 0 && int(place) < len(l.Signatures) {
				if l.Signatures[place], err = signatureOf(s); err != nil {
					return err
				}
			}
		}
		letters = append(letters, l)
		lines = append(lines, graph.HashLine("letter", l.ID, p.text("hash")))
		return nil
	})
	slices.SortFunc(letters, func(a, b graph.Letter) int { return compareText(a.ID, b.ID) })
	return letters, lines, err
}

func letterOf(m fields) (graph.Letter, error) {
	l := graph.Letter{ID: m.text("id"), Title: m.text("title"), TitleBy: m.text("title_by"), Kind: m.text("kind"), Language: m.text("language"),
		Stance: m.text("stance"), Individuals: m.number("individuals"), VersionOf: m.text("version_of"), TranslationOf: m.text("translation_of"),
		ReportOf: m.text("report_of"), Topics: m.texts("topics"), Quotes: m.texts("quotes"), Doubtful: m.texts("doubtful")}
	if by, ok := field[string](m, "checked_by"); ok {
		l.Checked = &graph.Check{By: by, When: m.text("checked_when")}
	}
	l.Claimed.Text = m.text("claimed_text")
	for _, f := range []struct {
		key  string
		into **int
	}{{"claimed_organizations", &l.Claimed.Organizations}, {"claimed_individuals", &l.Claimed.Individuals}} {
		if n, ok := field[int64](m, f.key); ok {
			number := int(n)
			*f.into = &number
		}
	}
	if n, ok := field[int64](m, "documents"); ok {
		l.Documents = make([]graph.Document, n)
	}
	if n, ok := field[int64](m, "signatures"); ok {
		l.Signatures = make([]graph.Signature, n)
	}
	for _, f := range []struct {
		key  string
		into any
	}{{"addressees", &l.Addressees}, {"targets", &l.Targets}, {"left_out", &l.LeftOut}} {
		if err := m.json(f.key, f.into); err != nil {
			return l, err
		}
	}
	var err error
	l.Date, err = graph.ParseDate(m.text("date"))
	return l, err
}

func documentOf(m fields) graph.Document {
	return graph.Document{ID: m.text("id"), Name: m.text("name"), SHA256: m.text("sha256"), Medium: m.text("medium"), Published: m.text("published"),
		Retrieved: m.text("retrieved"), Text: m.text("text"), Repository: m.text("repository"), Path: m.text("path")}
}
