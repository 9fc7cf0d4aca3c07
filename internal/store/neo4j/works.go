package neo4j

import (
	"slices"
	"strings"

	"undersigned/internal/names/search"
)

// writeNames keeps the names that are not printed in a letter (aliases, acronyms, former names), and takes away organizations
// and names that nothing hangs on any more.
func (c *change) writeNames(w *wanted) error {
	stored := map[nameOf]values{}
	if err := c.run("MATCH (n:Name)-[e:NAME_OF]->(o:Organization) WHERE e.kind <> 'printed' RETURN n.text AS name, o.id AS organization, properties(e) AS edge", nil, func(r *row) error {
		edge := r.properties("edge")
		stored[nameOf{r.text("name"), r.text("organization"), edge.text("kind")}] = edge.all
		return nil
	}); err != nil {
		return err
	}
	var gone, fresh []any
	for k, p := range stored {
		if !sameEdge(p, w.names[k]) {
			gone = append(gone, values{"name": k.name, "organization": k.organization, "kind": k.kind})
		}
	}
	for k, p := range w.names {
		if !sameEdge(p, stored[k]) {
			fresh = append(fresh, values{"name": k.name, "organization": k.organization, "edge": p, "words": strings.Join(search.Words(k.name), " ")})
		}
	}
	for _, step := range []struct {
		rows      []any
		statement string
	}{
		{gone, "UNWIND $rows AS r MATCH (:Name {text: r.name})-[e:NAME_OF {kind: r.kind}]->(:Organization {id: r.organization}) DELETE e"},
		{fresh, "UNWIND $rows AS r MATCH (o:Organization {id: r.organization}) MERGE (n:Name {text: r.name}) ON CREATE SET n.words = r.words CREATE (n)-[e:NAME_OF]->(o) SET e = r.edge"},
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

// writeParents keeps who is a part and who is a member of whom.
func (c *change) writeParents(w *wanted) error {
	var rows []any
	for _, id := range sortedKeys(w.parents) {
		rows = append(rows, values{"id": id, "parent": w.parents[id]})
	}
	if err := c.run("MATCH (:Organization)-[e:PART_OF]->(:Organization) DELETE e", nil, nil); err != nil {
		return err
	}
	if err := c.each(rows, "UNWIND $rows AS r MATCH (o:Organization {id: r.id}) MATCH (p:Organization {id: r.parent}) CREATE (o)-[:PART_OF]->(p)"); err != nil {
		return err
	}
	rows = nil
	for _, m := range w.members {
		rows = append(rows, values{"member": m.member, "coalition": m.coalition, "edge": m.edge})
	}
	if err := c.run("MATCH (:Organization)-[e:MEMBER_OF]->(:Organization) DELETE e", nil, nil); err != nil {
		return err
	}
	return c.each(rows, "UNWIND $rows AS r MATCH (o:Organization {id: r.member}) MATCH (p:Organization {id: r.coalition}) CREATE (o)-[e:MEMBER_OF]->(p) SET e = r.edge")
}

// writeWorks notes which records are of one letter, and what the network calls the targets.
func (c *change) writeWorks(w *wanted) error {
	var works, targets []any
	if err := c.run("MATCH (l:Letter) RETURN l.id AS id, l.work AS work", nil, func(r *row) error {
		if id := r.text("id"); w.works[id] != r.maybeText("work") {
			works = append(works, values{"id": id, "work": w.works[id]})
		}
		return nil
	}); err != nil {
		return err
	}
	if err := c.each(works, "UNWIND $rows AS r MATCH (l:Letter {id: r.id}) SET l.work = r.work"); err != nil {
		return err
	}
	if err := c.run("MATCH (t:Target) RETURN t.key AS key, t.id AS id, t.name AS name, t.kind AS kind", nil, func(r *row) error {
		key := r.text("key")
		if t, known := w.targets[key]; known && (t.ID != r.maybeText("id") || t.Name != r.maybeText("name") || t.Kind != r.maybeText("kind")) {
			targets = append(targets, values{"key": key, "id": t.ID, "name": t.Name, "kind": orNil(t.Kind)})
		}
		return nil
	}); err != nil {
		return err
	}
	if err := c.each(targets, "UNWIND $rows AS r MATCH (t:Target {key: r.key}) SET t.id = r.id, t.name = r.name, t.kind = r.kind"); err != nil {
		return err
	}
	return c.writeLinks(w)
}

func (c *change) writeLinks(w *wanted) error {
	stored := map[[3]string]bool{}
	if err := c.run("MATCH (a:Letter)-[e:VERSION_OF|TRANSLATION_OF|REPORT_OF]->(b:Letter) RETURN a.id AS from, b.id AS to, type(e) AS type", nil, func(r *row) error {
		stored[[3]string{r.text("from"), r.text("to"), r.text("type")}] = true
		return nil
	}); err != nil {
		return err
	}
	for _, typ := range []string{"VERSION_OF", "TRANSLATION_OF", "REPORT_OF"} {
		rows := func(in, notIn map[[3]string]bool) []any {
			var links [][3]string
			for k := range in {
				if k[2] == typ && !notIn[k] {
					links = append(links, k)
				}
			}
			slices.SortFunc(links, func(a, b [3]string) int { return slices.Compare(a[:], b[:]) })
			var list []any
			for _, k := range links {
				list = append(list, values{"from": k[0], "to": k[1]})
			}
			return list
		}
		if err := c.each(rows(stored, w.links), "UNWIND $rows AS r MATCH (:Letter {id: r.from})-[e:"+typ+"]->(:Letter {id: r.to}) DELETE e"); err != nil {
			return err
		}
		if err := c.each(rows(w.links, stored), "UNWIND $rows AS r MATCH (a:Letter {id: r.from}) MATCH (b:Letter {id: r.to}) CREATE (a)-[:"+typ+"]->(b)"); err != nil {
			return err
		}
	}
	return nil
}
