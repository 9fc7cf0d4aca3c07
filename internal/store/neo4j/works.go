package neo4j

import (
	"slices"
	"strings"

	"undersigned/internal/store"
)

// writeNames keeps the names that are not printed in a letter (aliases, acronyms, former names), and takes away organizations
// and names that nothing hangs on any more.
func (c *change) writeNames(w *wanted) error {
	stored := map[nameOf]map[string]any{}
	if err := c.run("MATCH (n:Name)-[e:NAME_OF]->(o:Organization) WHERE e.kind <> 'printed' RETURN n.text, o.id, properties(e)", nil, func(row []any) error {
		p := asMap(row[2])
		stored[nameOf{text(row[0]), text(row[1]), text(p["kind"])}] = p
		return nil
	}); err != nil {
		return err
	}
	var gone, fresh []any
	for k, p := range stored {
		if !sameEdge(p, w.names[k]) {
			gone = append(gone, []any{k.name, k.organization, k.kind})
		}
	}
	for k, p := range w.names {
		if !sameEdge(p, stored[k]) {
			fresh = append(fresh, []any{k.name, k.organization, p, strings.Join(store.SearchWords(k.name), " ")})
		}
	}
	for _, step := range []struct {
		rows      []any
		statement string
	}{
		{gone, "UNWIND $rows AS r MATCH (:Name {text: r[0]})-[e:NAME_OF {kind: r[2]}]->(:Organization {id: r[1]}) DELETE e"},
		{fresh, "UNWIND $rows AS r MATCH (o:Organization {id: r[1]}) MERGE (n:Name {text: r[0]}) ON CREATE SET n.words = r[3] CREATE (n)-[e:NAME_OF]->(o) SET e = r[2]"},
	} {
		if err := c.each(step.rows, step.statement); err != nil {
			return err
		}
	}
	if err := c.run("MATCH (o:Organization) WHERE NOT EXISTS { (o)-[:SIGNED|WITHDREW]->() } DETACH DELETE o", nil, nil); err != nil {
		return err
	}
	if err := c.run("MATCH (n:Name) WHERE NOT EXISTS { (n)--() } DELETE n", nil, nil); err != nil {
		return err
	}
	return c.writeParents(w)
}

func sameEdge(a, b map[string]any) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func (c *change) writeParents(w *wanted) error {
	var rows []any
	for _, id := range sortedKeys(w.parents) {
		rows = append(rows, []any{id, w.parents[id]})
	}
	if err := c.run("MATCH (:Organization)-[e:PART_OF]->(:Organization) DELETE e", nil, nil); err != nil {
		return err
	}
	return c.each(rows, "UNWIND $rows AS r MATCH (o:Organization {id: r[0]}) MATCH (p:Organization {id: r[1]}) CREATE (o)-[:PART_OF]->(p)")
}

// writeWorks notes which records are of one letter, and what the network calls the targets.
func (c *change) writeWorks(w *wanted) error {
	var works, targets []any
	if err := c.run("MATCH (l:Letter) RETURN l.id, l.work", nil, func(row []any) error {
		if id := text(row[0]); w.works[id] != text(row[1]) {
			works = append(works, []any{id, w.works[id]})
		}
		return nil
	}); err != nil {
		return err
	}
	if err := c.each(works, "UNWIND $rows AS r MATCH (l:Letter {id: r[0]}) SET l.work = r[1]"); err != nil {
		return err
	}
	if err := c.run("MATCH (t:Target) RETURN t.key, t.id, t.name, t.kind", nil, func(row []any) error {
		if t, known := w.targets[text(row[0])]; known && (t.ID != text(row[1]) || t.Name != text(row[2]) || t.Kind != text(row[3])) {
			targets = append(targets, []any{row[0], t.ID, t.Name, orNil(t.Kind)})
		}
		return nil
	}); err != nil {
		return err
	}
	if err := c.each(targets, "UNWIND $rows AS r MATCH (t:Target {key: r[0]}) SET t.id = r[1], t.name = r[2], t.kind = r[3]"); err != nil {
		return err
	}
	return c.writeLinks(w)
}

func (c *change) writeLinks(w *wanted) error {
	stored := map[[3]string]bool{}
	if err := c.run("MATCH (a:Letter)-[e:VERSION_OF|TRANSLATION_OF|REPORT_OF]->(b:Letter) RETURN a.id, b.id, type(e)", nil, func(row []any) error {
		stored[[3]string{text(row[0]), text(row[1]), text(row[2])}] = true
		return nil
	}); err != nil {
		return err
	}
	for _, typ := range []string{"VERSION_OF", "TRANSLATION_OF", "REPORT_OF"} {
		rows := func(in, notIn map[[3]string]bool) []any {
			var list []any
			for k := range in {
				if k[2] == typ && !notIn[k] {
					list = append(list, []any{k[0], k[1]})
				}
			}
			slices.SortFunc(list, func(a, b any) int { return slices.Compare(texts(a), texts(b)) })
			return list
		}
		if err := c.each(rows(stored, w.links), "UNWIND $rows AS r MATCH (:Letter {id: r[0]})-[e:"+typ+"]->(:Letter {id: r[1]}) DELETE e"); err != nil {
			return err
		}
		if err := c.each(rows(w.links, stored), "UNWIND $rows AS r MATCH (a:Letter {id: r[0]}) MATCH (b:Letter {id: r[1]}) CREATE (a)-[:"+typ+"]->(b)"); err != nil {
			return err
		}
	}
	return nil
}
