package neo4j

import (
	"context"
	"slices"

	"undersigned/internal/store"
)

func rules(t *tx) (rules string, err error) {
	_, err = t.one("MATCH (m:Meta {key: 'undersigned'}) RETURN m.rules AS rules", nil, func(r *row) error {
		rules = r.maybeText("rules")
		return nil
	})
	return rules, err
}

// Rules implements store.Store.
func (s *Store) Rules(ctx context.Context) (followed string, err error) {
	err = s.read(ctx, "reading the rules", func(t *tx, _ known) error {
		followed, err = rules(t)
		return err
	})
	return followed, err
}

// Subjects implements store.Store.
func (s *Store) Subjects(ctx context.Context) (subjects store.Subjects, err error) {
	err = s.read(ctx, "reading the names", func(t *tx, now known) error {
		subjects = store.Subjects{Revision: now.revision}
		if subjects.Rules, err = rules(t); err != nil {
			return err
		}
		if err := t.run("MATCH (:Organization)-[s:SIGNED|WITHDREW]->(l:Letter) RETURN s.name AS name, count(DISTINCT l) AS letters", nil, func(r *row) error {
			subjects.Names = append(subjects.Names, store.NameHit{Name: r.text("name"), Letters: int(r.number("letters"))})
			return nil
		}); err != nil {
			return err
		}
		slices.SortFunc(subjects.Names, func(a, b store.NameHit) int { return compareText(a.Name, b.Name) })
		if subjects.Profiles, _, err = profiles(t); err != nil {
			return err
		}
		subjects.Ruled, _, err = judgements(t, "WHERE j.by STARTS WITH 'rule:' AND j.relation IS NULL")
		return err
	})
	if err != nil {
		return store.Subjects{}, err
	}
	return subjects, nil
}
