package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"undersigned/graph"
	"undersigned/internal/store"
)

// encode returns a list or map as JSON, "" for an empty one (whose field is left out of the canonical form, nil or not).
func encode[T any](value T, length int) (string, error) {
	if length == 0 {
		return "", nil
	}
	text, err := json.Marshal(value)
	return string(text), err
}

func decode(text string, into any) error {
	if text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), into)
}

func (c *change) putProfile(p *graph.Profile) error {
	key, hash := graph.ProfileKey(*p), graph.RecordHash(*p)
	var old string
	if _, err := c.row("SELECT hash FROM profile WHERE key = ?", []any{key}, []any{&old}); err != nil {
		return err
	}
	if old == hash {
		c.result.Unchanged++
		return nil
	}
	if old != "" && c.copying {
		return store.Differs("profile of", p.Of.Name)
	}
	names, err := encode(p.Names, len(p.Names))
	if err != nil {
		return err
	}
	ids, err := encode(p.ExternalIDs, len(p.ExternalIDs))
	if err != nil {
		return err
	}
	var parent, parentLetter sql.NullString
	if p.Parent != nil {
		parent, parentLetter = sql.NullString{String: p.Parent.Name, Valid: true}, sql.NullString{String: p.Parent.Letter, Valid: true}
	}
	if _, err := c.exec("INSERT OR REPLACE INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", key, p.Of.Name, p.Of.Letter,
		p.Display, names, p.Kind, p.Country, parent, parentLetter, ids, p.Source, hash); err != nil {
		return err
	}
	return c.log("put profile", key, p.Of.Name)
}

func (v *view) profiles() ([]graph.Profile, error) {
	rows, err := v.query("SELECT of_name, of_letter, display, names, kind, country, parent_name, parent_letter, external_ids, source FROM profile ORDER BY key")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	profiles := []graph.Profile{}
	for rows.Next() {
		var p graph.Profile
		var names, ids string
		var parent, parentLetter sql.NullString
		if err := rows.Scan(&p.Of.Name, &p.Of.Letter, &p.Display, &names, &p.Kind, &p.Country, &parent, &parentLetter, &ids, &p.Source); err != nil {
			return nil, err
		}
		if err := decode(names, &p.Names); err != nil {
			return nil, err
		}
		if err := decode(ids, &p.ExternalIDs); err != nil {
			return nil, err
		}
		if parent.Valid {
			p.Parent = &graph.NameRef{Name: parent.String, Letter: parentLetter.String}
		}
		profiles = append(profiles, p)
	}
	return profiles, rows.Err()
}

// putJudgement keeps the undone mark of a stored judgement, and takes the change's where there is none. A copy's stays its own.
func (c *change) putJudgement(j graph.Judgement) error {
	var old string
	var by, when sql.NullString
	found, err := c.row("SELECT hash, undone_by, undone_when FROM judgement WHERE id = ?", []any{j.ID}, []any{&old, &by, &when})
	if err != nil {
		return err
	}
	if found && by.Valid && !c.copying {
		j.Undone = &graph.Undoing{By: by.String, When: when.String}
	}
	if graph.RecordHash(j) == old {
		c.result.Unchanged++
		return nil
	}
	if found && c.copying {
		return store.Differs("judgement", j.ID)
	}
	return c.writeJudgement(j, "put judgement")
}

func (c *change) writeJudgement(j graph.Judgement, action string) error {
	var by, when sql.NullString
	if j.Undone != nil {
		by, when = sql.NullString{String: j.Undone.By, Valid: true}, sql.NullString{String: j.Undone.When, Valid: true}
	}
	if _, err := c.exec("INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", j.ID, string(j.Verdict),
		j.A.Name, j.A.Letter, j.B.Name, j.B.Letter, string(j.Relation), j.By, j.Source, j.When, j.Why, j.Score, by, when, graph.RecordHash(j)); err != nil {
		return err
	}
	return c.log(action, j.ID, store.JudgementDetail(j))
}

const judgementColumns = "id, verdict, a_name, a_letter, b_name, b_letter, relation, judge, source, judged, why, score, undone_by, undone_when"

func scanJudgement(scan func(dest ...any) error) (graph.Judgement, error) {
	var j graph.Judgement
	var by, when sql.NullString
	err := scan(&j.ID, &j.Verdict, &j.A.Name, &j.A.Letter, &j.B.Name, &j.B.Letter, &j.Relation, &j.By, &j.Source, &j.When, &j.Why, &j.Score, &by, &when)
	if by.Valid {
		j.Undone = &graph.Undoing{By: by.String, When: when.String}
	}
	return j, err
}

func (v *view) judgements(condition string) ([]graph.Judgement, error) {
	rows, err := v.query("SELECT " + judgementColumns + " FROM judgement " + condition)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	judgements := []graph.Judgement{}
	for rows.Next() {
		j, err := scanJudgement(rows.Scan)
		if err != nil {
			return nil, err
		}
		judgements = append(judgements, j)
	}
	slices.SortFunc(judgements, graph.CompareJudgements)
	return judgements, rows.Err()
}

// withdraw deletes a judgement that a rule made, where it is there.
func (c *change) withdraw(id string) error {
	stmt, err := c.prepare("SELECT " + judgementColumns + " FROM judgement WHERE id = ?")
	if err != nil {
		return err
	}
	j, err := scanJudgement(stmt.QueryRowContext(context.Background(), id).Scan)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	if err := store.CheckWithdrawn(j); err != nil {
		return err
	}
	if _, err := c.exec("DELETE FROM judgement WHERE id = ?", id); err != nil {
		return err
	}
	return c.log(store.Withdraw, j.ID, store.JudgementDetail(j))
}

// UndoJudgement implements store.Store.
func (s *Store) UndoJudgement(ctx context.Context, id string, undoing graph.Undoing) (store.Result, error) {
	if err := store.CheckUndoing(undoing); err != nil {
		return store.Result{}, err
	}
	return s.markJudgement(ctx, id, undoing.By, store.Mark{Undoing: &undoing})
}

// RedoJudgement implements store.Store.
func (s *Store) RedoJudgement(ctx context.Context, id, actor string) (store.Result, error) {
	return s.markJudgement(ctx, id, actor, store.Mark{})
}

func (s *Store) markJudgement(ctx context.Context, id, actor string, mark store.Mark) (store.Result, error) {
	return s.write(ctx, mark.Action(), actor, func(c *change) error {
		stmt, err := c.prepare("SELECT " + judgementColumns + " FROM judgement WHERE id = ?")
		if err != nil {
			return err
		}
		j, err := scanJudgement(stmt.QueryRowContext(context.Background(), id).Scan)
		if err == sql.ErrNoRows {
			return store.NoJudgement(id)
		}
		if err != nil {
			return err
		}
		if !mark.Apply(&j) {
			c.result.Unchanged++
			return nil
		}
		return c.writeJudgement(j, mark.Action())
	})
}
