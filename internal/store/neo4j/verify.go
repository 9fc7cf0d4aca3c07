package neo4j

import (
	"context"

	"undersigned/graph"
)

// Finding is something in the database that undersigned did not write so. Subjects are ids or names, at most ten.
type Finding struct {
	What     string
	Count    int
	Subjects []string
}

// invariants are what Community edition cannot enforce: each query returns the subjects that break one.
var invariants = []struct{ what, query string }{
	{"letters without an id or a hash", "MATCH (l:Letter) WHERE l.id IS NULL OR l.hash IS NULL RETURN coalesce(l.id, elementId(l)) AS subject"},
	{"organizations without an id or a name", "MATCH (o:Organization) WHERE o.id IS NULL OR o.name IS NULL RETURN coalesce(o.id, elementId(o)) AS subject"},
	{"names without words to be found by", "MATCH (n:Name) WHERE n.text IS NULL OR n.words IS NULL RETURN coalesce(n.text, elementId(n)) AS subject"},
	{"profiles or judgements without an id or a hash", "MATCH (r:Profile|Judgement) WHERE coalesce(r.id, r.key) IS NULL OR r.hash IS NULL RETURN coalesce(r.id, r.key, elementId(r)) AS subject"},
	{"signatures without name, capacity, status or evidence", "MATCH ()-[s:SIGNED|WITHDREW]->() WHERE s.id IS NULL OR s.place IS NULL OR s.name IS NULL OR s.capacity IS NULL OR s.status IS NULL OR s.evidence IS NULL RETURN coalesce(s.id, elementId(s)) AS subject"},
	{"signatures that begin or end at the wrong thing", "MATCH (w)-[s:SIGNED|WITHDREW]->(l) WHERE NOT l:Letter OR NOT (w:Organization OR w:Person) RETURN coalesce(s.id, elementId(s)) AS subject"},
	{"signatures of a person by another name", "MATCH (p:Person)-[s:SIGNED|WITHDREW]->() WHERE p.name <> s.name OR s.type IS NULL RETURN s.id AS subject"},
	{"signatures whose organization does not bear their name", "MATCH (o:Organization)-[s:SIGNED|WITHDREW]->() WHERE NOT EXISTS { (o)<-[:NAME_OF {kind: 'printed'}]-(n:Name) WHERE n.text = s.name } RETURN s.id AS subject"},
	{"signatures taken back that stand as signed, or the other way round", "MATCH ()-[s:SIGNED|WITHDREW]->() WHERE (s.status = 'withdrawn') <> (type(s) = 'WITHDREW') RETURN s.id AS subject"},
	{"documents of no letter, or of several", "MATCH (d:Document) WHERE COUNT { (:Letter)-[:HAS_DOCUMENT]->(d) } <> 1 RETURN coalesce(d.id, elementId(d)) AS subject"},
	{"letters that lack signatures or documents", "MATCH (l:Letter) WHERE coalesce(l.signatures, 0) <> COUNT { ()-[:SIGNED|WITHDREW]->(l) } OR coalesce(l.documents, 0) <> COUNT { (l)-[:HAS_DOCUMENT]->() } RETURN l.id AS subject"},
	{"organizations that signed nothing", "MATCH (o:Organization) WHERE NOT EXISTS { (o)-[:SIGNED|WITHDREW]->() } RETURN o.id AS subject"},
	{"names of no organization", "MATCH (n:Name) WHERE NOT EXISTS { (n)-[:NAME_OF]->(:Organization) } RETURN n.text AS subject"},
	{"targets of no letter", "MATCH (t:Target) WHERE NOT EXISTS { (:Letter)-[:TARGETS|ADDRESSED_TO]->(t) } RETURN t.key AS subject"},
	{"lines of the audit log beyond its count", "MATCH (m:Meta {key: 'undersigned'}) MATCH (a:AuditEntry) WHERE a.sequence > m.audit RETURN toString(a.sequence) AS subject"},
}

// Verify checks what the database's constraints cannot: everything above, and that each record still has the hash it was written
// with. No findings mean that the store is sound. It reads everything and changes nothing.
func (s *Store) Verify(ctx context.Context) (findings []Finding, err error) {
	err = s.read(ctx, "verifying the store", func(t *tx, now known) error {
		findings = nil
		for _, invariant := range invariants {
			f := Finding{What: invariant.what}
			if err := t.run(invariant.query, nil, func(r *row) error {
				f.add(r.maybeText("subject"))
				return nil
			}); err != nil {
				return err
			}
			findings = f.appendTo(findings)
		}
		if len(findings) > 0 {
			return nil // records cannot be told whole before that is mended
		}
		changed, err := changedRecords(t, now.revision)
		findings = changed.appendTo(findings)
		return err
	})
	return findings, err
}

func (f *Finding) add(subject string) {
	if f.Count++; f.Count <= 10 {
		f.Subjects = append(f.Subjects, subject)
	}
}

func (f Finding) appendTo(findings []Finding) []Finding {
	if f.Count == 0 {
		return findings
	}
	return append(findings, f)
}

// changedRecords finds the records that are not the ones that their hashes were made from.
func changedRecords(t *tx, revision int64) (Finding, error) {
	f := Finding{What: "records that somebody else has changed"}
	data, err := snapshot(t, revision)
	if err != nil {
		return f, err
	}
	stored := map[string]string{}
	if err := t.run("MATCH (r:Letter|Profile|Judgement) RETURN labels(r)[0] AS label, coalesce(r.id, r.key) AS key, r.hash AS hash", nil, func(r *row) error {
		stored[r.text("label")+" "+r.text("key")] = r.text("hash")
		return nil
	}); err != nil {
		return f, err
	}
	check := func(key, hash string) {
		if stored[key] != hash {
			f.add(key)
		}
	}
	for _, l := range data.Letters {
		check("Letter "+l.ID, graph.RecordHash(l))
	}
	for _, p := range data.Profiles {
		check("Profile "+graph.ProfileKey(p), graph.RecordHash(p))
	}
	for _, j := range data.Judgements {
		check("Judgement "+j.ID, graph.RecordHash(j))
	}
	return f, nil
}
