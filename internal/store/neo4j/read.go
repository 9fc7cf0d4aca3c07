package neo4j

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"undersigned/graph"
	"undersigned/internal/store"
)

func compareText(a, b string) int { return cmp.Compare(a, b) }

// state is what a read is of: the revision, and how often signatures were moved between organizations.
type state struct{ revision, moves int64 }

func stateOf(t *tx) (state, error) {
	row, err := t.row("MATCH (m:Meta {key: 'undersigned'}) RETURN m.revision, m.moves", nil)
	if err == nil && len(row) != 2 {
		err = graph.Errorf(graph.Unavailable, "the store is gone from its database; restore your last backup into an empty one with `undersigned restore`")
	}
	if err != nil {
		return state{}, err
	}
	return state{integer(row[0]), integer(row[1])}, nil
}

// patience is how often a read begins again because somebody wrote, before it holds the writers' lock for its own length.
const patience = 3

// read runs f and sees to it that all of it is of one revision: Neo4j alone promises that of a single value only. f may run
// again and then begins anew.
func (s *Store) read(ctx context.Context, operation string, f func(t *tx, revision int64) error) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	defer s.open.RUnlock()
	return s.translate(ctx, s.readStable(ctx, f), operation)
}

func (s *Store) readStable(ctx context.Context, f func(t *tx, revision int64) error) error {
	for range patience {
		stable := false
		err := s.server.read(ctx, func(t *tx) error {
			before, err := stateOf(t)
			if err != nil {
				return err
			}
			failed := f(t, before.revision)
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
		if err != nil || stable {
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
		err = f(t, c.revision)
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
	return revision, s.translate(ctx, err, "reading the revision")
}

// ContentHash implements store.Store. It hashes the record hashes, and remembers the result until the revision moves.
func (s *Store) ContentHash(ctx context.Context) (hash string, err error) {
	err = s.read(ctx, "reading the content hash", func(t *tx, revision int64) error {
		if known, ok := s.knownHash(revision); ok {
			hash = known
			return nil
		}
		var lines []string
		for _, kind := range []struct{ name, label, key string }{{"letter", "Letter", "id"}, {"profile", "Profile", "key"}, {"judgement", "Judgement", "id"}} {
			err := t.run("MATCH (n:"+kind.label+") RETURN n."+kind.key+", n.hash", nil, func(row []any) error {
				lines = append(lines, graph.HashLine(kind.name, text(row[0]), text(row[1])))
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

func (s *Store) knownHash(revision int64) (string, bool) {
	s.hashMutex.Lock()
	defer s.hashMutex.Unlock()
	return s.hash, s.hashRevision == revision
}

// Letter implements store.Store.
func (s *Store) Letter(ctx context.Context, id string) (letter graph.Letter, err error) {
	err = s.read(ctx, "reading a letter", func(t *tx, _ int64) error {
		letters, _, err := letters(t, " {id: $id}", map[string]any{"id": id})
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
	err = s.read(ctx, "reading the judgements", func(t *tx, _ int64) error {
		all, _, err = judgements(t)
		return err
	})
	return all, err
}

// Snapshot implements store.Store.
func (s *Store) Snapshot(ctx context.Context) (data graph.Data, err error) {
	err = s.read(ctx, "reading the store", func(t *tx, revision int64) error {
		data, err = snapshot(t, revision)
		return err
	})
	if err != nil {
		return graph.Data{}, err
	}
	s.hashMutex.Lock()
	defer s.hashMutex.Unlock()
	s.hash, s.hashRevision = data.Hash, data.Revision
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
	if data.Judgements, most, err = judgements(t); err != nil {
		return data, err
	}
	data.Hash = graph.HashOfLines(slices.Concat(lines, more, most))
	return data, nil
}

// lettersQuery reads one row a letter, with its lists: ten times faster than a row for each signature.
func lettersQuery(condition string) string {
	return "MATCH (l:Letter" + condition + ") RETURN properties(l), [(l)-[h:HAS_DOCUMENT]->(d:Document) | [h.place, properties(d)]], " +
		"[()-[s:SIGNED|WITHDREW]->(l) | [" + signatureColumns + "]]"
}

// letters reads letters in the order of their ids, and the lines of the content hash.
func letters(t *tx, condition string, parameters map[string]any) ([]graph.Letter, []string, error) {
	letters, lines := []graph.Letter{}, []string{}
	shared := sharing{}
	err := t.run(lettersQuery(condition), parameters, func(row []any) error {
		p := asMap(row[0])
		l, err := letterOf(p)
		if err != nil {
			return err
		}
		for _, list := range asList(row[1]) {
			d := asList(list)
			if place := int(integer(d[0])); place < len(l.Documents) {
				l.Documents[place] = documentOf(asMap(d[1]))
			}
		}
		found := asList(row[2])
		if len(found) != len(l.Signatures) {
			return graph.Errorf(graph.Unavailable, "the store is damaged: letter %q has %d of its %d signatures; restore your last backup into an empty database with `undersigned restore`", l.ID, len(found), len(l.Signatures))
		}
		for _, list := range found {
			columns := asList(list)
			if place := int(integer(columns[0])); place < len(l.Signatures) {
				if l.Signatures[place], err = signatureOf(columns, shared); err != nil {
					return err
				}
			}
		}
		letters = append(letters, l)
		lines = append(lines, graph.HashLine("letter", l.ID, text(p["hash"])))
		return nil
	})
	slices.SortFunc(letters, func(a, b graph.Letter) int { return compareText(a.ID, b.ID) })
	return letters, lines, err
}

func asList(value any) []any { l, _ := value.([]any); return l }

func letterOf(m map[string]any) (graph.Letter, error) {
	l := graph.Letter{ID: text(m["id"]), Title: text(m["title"]), TitleBy: text(m["title_by"]), Kind: text(m["kind"]), Language: text(m["language"]),
		Stance: text(m["stance"]), Individuals: int(integer(m["individuals"])), VersionOf: text(m["version_of"]), TranslationOf: text(m["translation_of"]),
		ReportOf: text(m["report_of"]), Topics: texts(m["topics"]), Quotes: texts(m["quotes"]), Doubtful: texts(m["doubtful"])}
	if by, ok := m["checked_by"].(string); ok {
		l.Checked = &graph.Check{By: by, When: text(m["checked_when"])}
	}
	l.Claimed.Text = text(m["claimed_text"])
	for _, f := range []struct {
		key  string
		into **int
	}{{"claimed_organizations", &l.Claimed.Organizations}, {"claimed_individuals", &l.Claimed.Individuals}} {
		if n, ok := m[f.key].(int64); ok {
			number := int(n)
			*f.into = &number
		}
	}
	if n, ok := m["documents"].(int64); ok {
		l.Documents = make([]graph.Document, n)
	}
	if n, ok := m["signatures"].(int64); ok {
		l.Signatures = make([]graph.Signature, n)
	}
	for _, f := range []struct {
		key  string
		into any
	}{{"addressees", &l.Addressees}, {"targets", &l.Targets}, {"left_out", &l.LeftOut}} {
		if err := fromJSON(m[f.key], f.into); err != nil {
			return l, err
		}
	}
	var err error
	l.Date, err = graph.ParseDate(text(m["date"]))
	return l, err
}

func texts(value any) []string {
	var list []string
	for _, v := range asList(value) {
		list = append(list, text(v))
	}
	return list
}

func documentOf(m map[string]any) graph.Document {
	return graph.Document{ID: text(m["id"]), Name: text(m["name"]), SHA256: text(m["sha256"]), Medium: text(m["medium"]), Published: text(m["published"]),
		Retrieved: text(m["retrieved"]), Text: text(m["text"]), Repository: text(m["repository"]), Path: text(m["path"])}
}
