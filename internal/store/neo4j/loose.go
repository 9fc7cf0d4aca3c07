package neo4j

import (
	"maps"
	"slices"
)

// looseEnds are names, persons and targets that lost an edge and may have no other: what is removed leaves nothing behind.
type looseEnds struct{ names, persons, targets map[string]bool }

func newLooseEnds() looseEnds {
	return looseEnds{map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

func (e looseEnds) signatory(name string, person bool) {
	if person {
		e.persons[name] = true
	} else {
		e.names[name] = true
	}
}

func keys(set map[string]bool) []any {
	list := make([]any, 0, len(set))
	for _, k := range slices.Sorted(maps.Keys(set)) {
		list = append(list, k)
	}
	return list
}

func (c *change) dropLooseEnds() error {
	var organizations []any
	err := c.eachRow(keys(c.loose.names), "UNWIND $rows AS r MATCH (n:Name {text: r})-[e:NAME_OF {kind: 'printed'}]->(o:Organization) "+
		"WHERE NOT EXISTS { (o)-[s:SIGNED|WITHDREW]->(:Letter) WHERE s.name = r } WITH e, o.id AS id DELETE e RETURN DISTINCT id", func(r *row) error {
		organizations = append(organizations, r.text("id"))
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.each(organizations, "UNWIND $rows AS r MATCH (o:Organization {id: r}) WHERE NOT EXISTS { (o)-[:SIGNED|WITHDREW]->() } DETACH DELETE o"); err != nil {
		return err
	}
	for _, drop := range []struct {
		set       map[string]bool
		statement string
	}{
		{c.loose.names, "UNWIND $rows AS r MATCH (n:Name {text: r}) WHERE NOT EXISTS { (n)--() } DELETE n"},
		{c.loose.persons, "UNWIND $rows AS r MATCH (p:Person {name: r}) WHERE NOT EXISTS { (p)--() } DELETE p"},
		{c.loose.targets, "UNWIND $rows AS r MATCH (t:Target {key: r}) WHERE NOT EXISTS { (t)--() } DELETE t"},
	} {
		if err := c.each(keys(drop.set), drop.statement); err != nil {
			return err
		}
	}
	return nil
}
