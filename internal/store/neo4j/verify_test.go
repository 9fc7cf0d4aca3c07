package neo4j

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

func checkVerified(t *testing.T, s *Store) {
	t.Helper()
	if findings, err := s.Verify(ctx); err != nil || len(findings) != 0 {
		t.Errorf("the store is not sound: %v (%v)", findings, err)
	}
}

// A record that cannot be read is damage, said so; while it is being written it is none (see the contract's cases).
func TestDamage(t *testing.T) {
	server := emptyServer(t)
	s := openStore(t, server)
	mustPut(t, s, store.Change{Letters: []graph.Letter{letter("a", "EFF")}})
	for _, harm := range []string{"MATCH ()-[s:SIGNED]->() REMOVE s.evidence", "MATCH ()-[s:SIGNED]->() DELETE s"} {
		server.Query(t, harm, nil)
		_, err := s.Snapshot(ctx)
		wantError(t, err, graph.Unavailable, "damaged", "undersigned restore")
	}
}

// Verify finds what somebody changed by hand, each kind of it.
func TestVerify(t *testing.T) {
	server := emptyServer(t)
	person := letter("a", "EFF", "Access Now")
	person.Signatures[0].Status = graph.Withdrawn
	person.Signatures = append(person.Signatures, graph.Signature{Name: "Ada", Type: graph.TypePerson, Capacity: graph.AsIndividual, Status: graph.Listed,
		Evidence: []graph.Evidence{{Document: "d", Text: "Ada"}}})
	person.Targets = []graph.TargetRef{{Name: "Parliament"}}
	change := store.Change{Letters: []graph.Letter{person, letter("b", "EFF")}, Profiles: []graph.Profile{{Of: graph.NameRef{Name: "EFF"}}},
		Judgements: []graph.Judgement{judge(graph.Same, graph.NameRef{Name: "EFF"}, graph.NameRef{Name: "E.F.F."})}}
	openStore(t, server)
	for _, harm := range []string{
		"MATCH (l:Letter {id: 'a'}) REMOVE l.hash",
		"MATCH (l:Letter {id: 'a'}) SET l.title = 'Another'",
		"MATCH (o:Organization) WITH o LIMIT 1 REMOVE o.name",
		"MATCH (n:Name) WITH n LIMIT 1 REMOVE n.words",
		"MATCH (j:Judgement) SET j.verdict = 'unsure'",
		"MATCH (p:Profile) SET p.country = 'US'",
		"MATCH ()-[s:SIGNED {name: 'Access Now'}]->() DELETE s",
		"MATCH ()-[s:SIGNED {name: 'Access Now'}]->() SET s.status = 'withdrawn'",
		"MATCH ()-[s:SIGNED {name: 'Access Now'}]->() REMOVE s.evidence",
		"MATCH ()-[s:SIGNED {name: 'Access Now'}]->() SET s.country = 'US'",
		"MATCH (n:Name {text: 'Access Now'}) DETACH DELETE n",
		"MATCH (p:Person) SET p.name = 'Eve'",
		"MATCH (d:Document) WITH d LIMIT 1 DETACH DELETE d",
		"CREATE (:Document {id: 'x'})",
		"CREATE (:Organization {id: 'x', name: 'x'})",
		"CREATE (:Name {text: 'x', words: 'x'})",
		"CREATE (:Target {key: 'x'})",
		"CREATE (:AuditEntry {sequence: 1000})",
		"MATCH (l:Letter {id: 'a'}), (t:Target) CREATE (l)-[:SIGNED {id: 'x', place: 0, name: 'x', capacity: 'x', status: 'x', evidence: '[]'}]->(t)",
	} {
		emptyStore(t, server)
		s := openStore(t, server)
		mustPut(t, s, change)
		if err := s.Canonicalize(ctx); err != nil {
			t.Fatal(err)
		}
		checkVerified(t, s)
		server.Query(t, harm, nil)
		if findings, err := s.Verify(ctx); err != nil || len(findings) == 0 || len(findings[0].Subjects) == 0 {
			t.Errorf("%s goes unnoticed: %v (%v)", harm, findings, err)
		}
		s.keeper.setDirty(false)
		s.Close()
	}
}
