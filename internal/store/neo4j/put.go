package neo4j

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/internal/store"
)

// Put implements store.Store. Records are written in the order of their ids, so that the log of equal changes is equal.
func (s *Store) Put(ctx context.Context, put store.Change) (store.Result, error) {
	if err := store.Check(put); err != nil {
		return store.Result{}, err
	}
	if err := checkLengths(put.Letters); err != nil {
		return store.Result{}, err
	}
	return s.write(ctx, "storing", put.Actor, func(c *change) error { return c.put(&put) })
}

// longest is how many bytes of text Neo4j can index: 8,167, less what it adds itself.
// See https://neo4j.com/docs/operations-manual/5/performance/index-configuration/#index-configuration-range
const longest = 8000

// checkLengths reports what only this store cannot hold.
func checkLengths(letters []graph.Letter) error {
	tooLong := func(what, value string) error {
		return graph.Errorf(graph.TooLarge, "%s is longer than Neo4j can index (%d bytes of at most %d): %.80q...; shorten it in the source, or use a store in a file", what, len(value), longest, value)
	}
	for i := range letters {
		l := &letters[i]
		if len(l.ID) > longest {
			return tooLong("a letter's id", l.ID)
		}
		for k := range l.Signatures {
			if name := l.Signatures[k].Name; len(name) > longest {
				return tooLong("a signatory's name", name)
			}
		}
		for _, t := range targetsOf(l) {
			if len(t.key) > longest {
				return tooLong("a target's name", t.key)
			}
		}
	}
	return nil
}

func (c *change) put(put *store.Change) error {
	letters, profiles, judgements := put.InOrder()
	if err := c.putLetters(letters); err != nil {
		return err
	}
	if err := c.putProfiles(profiles); err != nil {
		return err
	}
	c.unruled = c.result.Written > 0
	if err := c.putJudgements(judgements); err != nil {
		return err
	}
	c.rules = put.Rules
	return c.withdraw(put.Withdrawn)
}

// hashes returns the stored record hashes of nodes by their key.
func (c *change) hashes(label, key string, values []any) (map[string]string, error) {
	found := map[string]string{}
	if c.fresh {
		return found, nil
	}
	err := c.eachRow(values, "UNWIND $rows AS r MATCH (n:"+label+" {"+key+": r}) RETURN r AS key, n.hash AS hash", func(r *row) error {
		found[r.text("key")] = r.maybeText("hash")
		return nil
	})
	return found, err
}

// putLetters writes the letters that are new or differ.
func (c *change) putLetters(letters []*graph.Letter) error {
	ids := make([]any, len(letters))
	hashes := make([]string, len(letters))
	for i, l := range letters {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		ids[i], hashes[i] = l.ID, graph.RecordHash(*l)
	}
	stored, err := c.hashes("Letter", "id", ids)
	if err != nil {
		return err
	}
	var write []*graph.Letter
	var nodes, replaced []any
	for i, l := range letters {
		old, found := stored[l.ID]
		if found && old == hashes[i] {
			c.result.Unchanged++
			continue
		}
		if found && c.copying {
			return store.Differs("letter", l.ID)
		}
		if found {
			replaced = append(replaced, l.ID)
		}
		properties, err := letterProperties(l, hashes[i])
		if err != nil {
			return err
		}
		nodes = append(nodes, values{"id": l.ID, "letter": properties})
		write = append(write, l)
		c.log("put letter", l.ID, l.Title)
	}
	if err := c.clearLetters(replaced); err != nil {
		return err
	}
	statement := "UNWIND $rows AS r MERGE (l:Letter {id: r.id}) SET l = r.letter"
	if c.fresh {
		statement = "UNWIND $rows AS r CREATE (l:Letter) SET l = r.letter"
	}
	for part := range slices.Chunk(nodes, max(1, c.rows/5)) { // letters are larger than other rows
		if err := c.each(part, statement); err != nil {
			return err
		}
	}
	if err := c.writeDocuments(write); err != nil {
		return err
	}
	if err := c.writeTargets(write); err != nil {
		return err
	}
	return c.writeSignatures(write)
}

// clearLetters takes away what hangs on letters, and notes what may hang loose then.
func (c *change) clearLetters(ids []any) error {
	if len(ids) == 0 {
		return nil
	}
	for part := range slices.Chunk(ids, max(1, c.rows/50)) {
		parameters := values{"rows": part}
		err := c.run("UNWIND $rows AS r MATCH (w)-[s:SIGNED|WITHDREW]->(:Letter {id: r}) WITH s, s.name AS name, s.type IS NOT NULL AS person DELETE s RETURN DISTINCT name, person", parameters, func(r *row) error {
			c.loose.signatory(r.text("name"), r.truth("person"))
			return nil
		})
		if err != nil {
			return err
		}
		err = c.run("UNWIND $rows AS r MATCH (:Letter {id: r})-[e:TARGETS|ADDRESSED_TO]->(t:Target) WITH e, t.key AS key DELETE e RETURN DISTINCT key", parameters, func(r *row) error {
			c.loose.targets[r.text("key")] = true
			return nil
		})
		if err != nil {
			return err
		}
		if err := c.run("UNWIND $rows AS r MATCH (:Letter {id: r})-[:HAS_DOCUMENT]->(d:Document) DETACH DELETE d", parameters, nil); err != nil {
			return err
		}
	}
	return nil
}

// RemoveLetter implements store.Store.
func (s *Store) RemoveLetter(ctx context.Context, id, actor string) (store.Result, error) {
	return s.write(ctx, "removing a letter", actor, func(c *change) error {
		title := ""
		found, err := c.one("MATCH (l:Letter {id: $id}) RETURN l.title AS title", values{"id": id}, func(r *row) error {
			title = r.maybeText("title")
			return nil
		})
		if err != nil {
			return err
		}
		if !found {
			return store.NoLetter(id)
		}
		if err := c.clearLetters([]any{id}); err != nil {
			return err
		}
		c.unruled = true
		c.log("remove letter", id, title)
		return c.run("MATCH (l:Letter {id: $id}) DETACH DELETE l", values{"id": id}, nil)
	})
}
