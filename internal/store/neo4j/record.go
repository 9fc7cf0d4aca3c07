package neo4j

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/store"
)

func (c *change) putProfiles(profiles []*graph.Profile) error {
	keys := make([]string, len(profiles))
	ids := make([]any, len(profiles))
	for i, p := range profiles {
		keys[i] = graph.ProfileKey(*p)
		ids[i] = keys[i]
	}
	stored, err := c.hashes("Profile", "key", ids)
	if err != nil {
		return err
	}
	var rows []any
	for i, p := range profiles {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		hash := graph.RecordHash(*p)
		if stored[keys[i]] == hash {
			c.result.Unchanged++
			continue
		}
		if stored[keys[i]] != "" && c.copying {
			return store.Differs("profile of", p.Of.Name)
		}
		fields := properties{"key": keys[i], "hash": hash}
		for _, f := range []struct{ key, value string }{{"of_name", p.Of.Name}, {"of_letter", p.Of.Letter}, {"display", p.Display}, {"kind", p.Kind},
			{"country", p.Country}, {"source", p.Source}} {
			fields.text(f.key, f.value)
		}
		if p.Parent != nil {
			fields["parent_name"], fields["parent_letter"] = p.Parent.Name, p.Parent.Letter
		}
		if err := fields.json("names", len(p.Names), p.Names); err != nil {
			return err
		}
		if err := fields.json("external_ids", len(p.ExternalIDs), p.ExternalIDs); err != nil {
			return err
		}
		rows = append(rows, values{"key": keys[i], "profile": values(fields)})
		c.log("put profile", keys[i], p.Of.Name)
	}
	return c.each(rows, "UNWIND $rows AS r MERGE (p:Profile {key: r.key}) SET p = r.profile")
}

func profiles(t *tx) ([]graph.Profile, []string, error) {
	profiles, lines := []graph.Profile{}, []string{}
	err := t.run("MATCH (p:Profile) RETURN properties(p) AS profile", nil, func(r *row) error {
		f := r.properties("profile")
		p, err := profileOf(f)
		profiles = append(profiles, p)
		lines = append(lines, graph.HashLine("profile", f.text("key"), f.text("hash")))
		return err
	})
	slices.SortFunc(profiles, func(a, b graph.Profile) int { return compareText(graph.ProfileKey(a), graph.ProfileKey(b)) })
	return profiles, lines, err
}

func profileOf(m fields) (graph.Profile, error) {
	p := graph.Profile{Of: graph.NameRef{Name: m.text("of_name"), Letter: m.text("of_letter")}, Display: m.text("display"), Kind: m.text("kind"),
		Country: m.text("country"), Source: m.text("source")}
	if name, ok := field[string](m, "parent_name"); ok {
		p.Parent = &graph.NameRef{Name: name, Letter: m.text("parent_letter")}
	}
	if err := m.json("names", &p.Names); err != nil {
		return p, err
	}
	return p, m.json("external_ids", &p.ExternalIDs)
}

// putJudgements keeps the undone marks of stored judgements, and takes the change's where there is none. A copy's stay its own.
func (c *change) putJudgements(judgements []*graph.Judgement) error {
	ids := make([]any, len(judgements))
	for i, j := range judgements {
		ids[i] = j.ID
	}
	type state struct {
		hash   string
		undone *graph.Undoing
	}
	stored := map[string]state{}
	if !c.fresh {
		err := c.eachRow(ids, "UNWIND $rows AS r MATCH (j:Judgement {id: r}) RETURN r AS id, j.hash AS hash, j.undone_by AS undone_by, j.undone_when AS undone_when", func(r *row) error {
			found := state{hash: r.maybeText("hash")}
			if by := r.maybeText("undone_by"); by != "" {
				found.undone = &graph.Undoing{By: by, When: r.maybeText("undone_when")}
			}
			stored[r.text("id")] = found
			return nil
		})
		if err != nil {
			return err
		}
	}
	var rows []any
	for _, given := range judgements {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		j := *given
		old := stored[j.ID]
		if old.undone != nil && !c.copying {
			j.Undone = old.undone
		}
		if graph.RecordHash(j) == old.hash {
			c.result.Unchanged++
			continue
		}
		if old.hash != "" && c.copying {
			return store.Differs("judgement", j.ID)
		}
		rows = append(rows, judgementRow(j))
		c.log("put judgement", j.ID, store.JudgementDetail(j))
	}
	return c.each(rows, writeJudgements)
}

const writeJudgements = "UNWIND $rows AS r MERGE (j:Judgement {id: r.id}) SET j = r.judgement"

func judgementRow(j graph.Judgement) values {
	fields := properties{"id": j.ID, "hash": graph.RecordHash(j)}
	for _, f := range []struct{ key, value string }{{"verdict", string(j.Verdict)}, {"a_name", j.A.Name}, {"a_letter", j.A.Letter}, {"b_name", j.B.Name},
		{"b_letter", j.B.Letter}, {"relation", string(j.Relation)}, {"by", j.By}, {"source", j.Source}, {"when", j.When}, {"why", j.Why}} {
		fields.text(f.key, f.value)
	}
	if j.Score != 0 {
		fields["score"] = j.Score
	}
	if j.Undone != nil {
		fields["undone_by"], fields["undone_when"] = j.Undone.By, j.Undone.When
	}
	return values{"id": j.ID, "judgement": values(fields)}
}

func judgementOf(m fields) graph.Judgement {
	j := graph.Judgement{ID: m.text("id"), Verdict: graph.Verdict(m.text("verdict")), A: graph.NameRef{Name: m.text("a_name"), Letter: m.text("a_letter")},
		B: graph.NameRef{Name: m.text("b_name"), Letter: m.text("b_letter")}, Relation: graph.Relation(m.text("relation")), By: m.text("by"),
		Source: m.text("source"), When: m.text("when"), Why: m.text("why")}
	j.Score, _ = field[float64](m, "score")
	if by, ok := field[string](m, "undone_by"); ok {
		j.Undone = &graph.Undoing{By: by, When: m.text("undone_when")}
	}
	return j
}

// judgements returns those that a condition on j keeps.
func judgements(t *tx, condition string) ([]graph.Judgement, []string, error) {
	judgements, lines := []graph.Judgement{}, []string{}
	err := t.run("MATCH (j:Judgement) "+condition+" RETURN properties(j) AS judgement", nil, func(r *row) error {
		f := r.properties("judgement")
		j := judgementOf(f)
		judgements = append(judgements, j)
		lines = append(lines, graph.HashLine("judgement", j.ID, f.text("hash")))
		return nil
	})
	slices.SortFunc(judgements, graph.CompareJudgements)
	return judgements, lines, err
}

// withdraw deletes judgements that a rule made, where they are there.
func (c *change) withdraw(ids []string) error {
	var rows []any
	for _, id := range slices.Sorted(slices.Values(ids)) {
		rows = append(rows, id)
	}
	var gone []any
	if err := c.eachRow(rows, "UNWIND $rows AS r MATCH (j:Judgement {id: r}) RETURN properties(j) AS judgement ORDER BY j.id", func(r *row) error {
		j := judgementOf(r.properties("judgement"))
		if err := store.CheckWithdrawn(j); err != nil {
			return err
		}
		gone = append(gone, j.ID)
		c.log(store.Withdraw, j.ID, store.JudgementDetail(j))
		return nil
	}); err != nil {
		return err
	}
	return c.each(gone, "UNWIND $rows AS r MATCH (j:Judgement {id: r}) DELETE j")
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
		var j graph.Judgement
		found, err := c.one("MATCH (j:Judgement {id: $id}) RETURN properties(j) AS judgement", values{"id": id}, func(r *row) error {
			j = judgementOf(r.properties("judgement"))
			return nil
		})
		if err != nil {
			return err
		}
		if !found {
			return store.NoJudgement(id)
		}
		if !mark.Apply(&j) {
			c.result.Unchanged++
			return nil
		}
		c.log(mark.Action(), j.ID, store.JudgementDetail(j))
		return c.run(writeJudgements, values{"rows": []any{judgementRow(j)}}, nil)
	})
}
