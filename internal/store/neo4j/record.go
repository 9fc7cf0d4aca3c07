package neo4j

import (
	"context"
	"encoding/json"
	"slices"

	"undersigned/graph"
	"undersigned/internal/store"
)

func (c *change) putProfiles(profiles []*graph.Profile) error {
	ids := make([]any, len(profiles))
	for i, p := range profiles {
		ids[i] = graph.ProfileKey(*p)
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
		if stored[text(ids[i])] == hash {
			c.result.Unchanged++
			continue
		}
		if stored[text(ids[i])] != "" && c.copying {
			return store.Differs("profile of", p.Of.Name)
		}
		fields := properties{"key": ids[i], "hash": hash}
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
		rows = append(rows, []any{ids[i], map[string]any(fields)})
		c.log("put profile", text(ids[i]), p.Of.Name)
	}
	return c.each(rows, "UNWIND $rows AS r MERGE (p:Profile {key: r[0]}) SET p = r[1]")
}

func profiles(t *tx) ([]graph.Profile, []string, error) {
	profiles, lines := []graph.Profile{}, []string{}
	err := t.run("MATCH (p:Profile) RETURN properties(p)", nil, func(row []any) error {
		p, err := profileOf(asMap(row[0]))
		profiles = append(profiles, p)
		lines = append(lines, graph.HashLine("profile", text(asMap(row[0])["key"]), text(asMap(row[0])["hash"])))
		return err
	})
	slices.SortFunc(profiles, func(a, b graph.Profile) int { return compareText(graph.ProfileKey(a), graph.ProfileKey(b)) })
	return profiles, lines, err
}

func profileOf(m map[string]any) (graph.Profile, error) {
	p := graph.Profile{Of: graph.NameRef{Name: text(m["of_name"]), Letter: text(m["of_letter"])}, Display: text(m["display"]), Kind: text(m["kind"]),
		Country: text(m["country"]), Source: text(m["source"])}
	if name, ok := m["parent_name"].(string); ok {
		p.Parent = &graph.NameRef{Name: name, Letter: text(m["parent_letter"])}
	}
	if err := fromJSON(m["names"], &p.Names); err != nil {
		return p, err
	}
	return p, fromJSON(m["external_ids"], &p.ExternalIDs)
}

func fromJSON(value any, into any) error {
	if value == nil {
		return nil
	}
	return json.Unmarshal([]byte(text(value)), into)
}

func asMap(value any) map[string]any { m, _ := value.(map[string]any); return m }

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
		err := c.eachRow(ids, "UNWIND $rows AS r MATCH (j:Judgement {id: r}) RETURN r, j.hash, j.undone_by, j.undone_when", func(row []any) error {
			found := state{hash: text(row[1])}
			if row[2] != nil {
				found.undone = &graph.Undoing{By: text(row[2]), When: text(row[3])}
			}
			stored[text(row[0])] = found
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

const writeJudgements = "UNWIND $rows AS r MERGE (j:Judgement {id: r[0]}) SET j = r[1]"

func judgementRow(j graph.Judgement) []any {
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
	return []any{j.ID, map[string]any(fields)}
}

func judgementOf(m map[string]any) graph.Judgement {
	j := graph.Judgement{ID: text(m["id"]), Verdict: graph.Verdict(text(m["verdict"])), A: graph.NameRef{Name: text(m["a_name"]), Letter: text(m["a_letter"])},
		B: graph.NameRef{Name: text(m["b_name"]), Letter: text(m["b_letter"])}, Relation: graph.Relation(text(m["relation"])), By: text(m["by"]),
		Source: text(m["source"]), When: text(m["when"]), Why: text(m["why"])}
	j.Score, _ = m["score"].(float64)
	if by, ok := m["undone_by"].(string); ok {
		j.Undone = &graph.Undoing{By: by, When: text(m["undone_when"])}
	}
	return j
}

func judgements(t *tx) ([]graph.Judgement, []string, error) {
	judgements, lines := []graph.Judgement{}, []string{}
	err := t.run("MATCH (j:Judgement) RETURN properties(j)", nil, func(row []any) error {
		j := judgementOf(asMap(row[0]))
		judgements = append(judgements, j)
		lines = append(lines, graph.HashLine("judgement", j.ID, text(asMap(row[0])["hash"])))
		return nil
	})
	slices.SortFunc(judgements, graph.CompareJudgements)
	return judgements, lines, err
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
		row, err := c.row("MATCH (j:Judgement {id: $id}) RETURN properties(j)", map[string]any{"id": id})
		if err != nil {
			return err
		}
		if row == nil {
			return store.NoJudgement(id)
		}
		j := judgementOf(asMap(row[0]))
		if !mark.Apply(&j) {
			c.result.Unchanged++
			return nil
		}
		c.log(mark.Action(), j.ID, store.JudgementDetail(j))
		return c.run(writeJudgements, map[string]any{"rows": []any{judgementRow(j)}}, nil)
	})
}
