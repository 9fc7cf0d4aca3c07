package neo4j

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
)

// letter makes a letter signed by organizations.
func letter(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Date: graph.Date{Year: 2021}, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Position: i + 1, Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

func judge(verdict graph.Verdict, a, b graph.NameRef) graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: verdict, A: a, B: b, By: "person: P"})
}

// checkCanonical compares all of (:Organization)-[:SIGNED]->(:Letter), but for who is gone from the newest list, with the network of the store's snapshot.
func checkCanonical(t *testing.T, s *Store, server *neo4jtest.Server, when string) {
	t.Helper()
	if err := s.Canonicalize(ctx); err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	data, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != data.Hash {
		t.Errorf("%s: the records are not what was written", when)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for i, o := range n.Organizations() {
		for _, l := range n.Incidence().LettersOf(i) {
			for _, ref := range n.Signatures(i, int(l)) {
				want = append(want, fmt.Sprint(o.ID, "|", o.Name, "|", ref.Signature.Name, "|", ref.Letter.ID, "|", n.Letters()[l].ID))
			}
		}
	}
	for _, row := range server.Query(t, "MATCH (o:Organization)-[s:SIGNED]->(l:Letter) WHERE s.replaced_by IS NULL RETURN o.id, o.name, s.name, l.id, l.work", nil) {
		got = append(got, fmt.Sprint(row[0], "|", row[1], "|", row[2], "|", row[3], "|", row[4]))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%s: the database has\n%q\nthe network\n%q", when, got, want)
	}
	for what, query := range map[string]string{
		"organizations that sign nothing": "MATCH (o:Organization) WHERE NOT (o)-[:SIGNED|WITHDREW]->() RETURN o.id",
		"names that hang loose":           "MATCH (n:Name) WHERE NOT (n)-[:NAME_OF]->() RETURN n.text",
		"signatures without a name":       "MATCH (o:Organization)-[s:SIGNED|WITHDREW]->() WHERE NOT EXISTS { (o)<-[:NAME_OF {kind: 'printed'}]-(n:Name) WHERE n.text = s.name } RETURN s.name",
		"a stale mark":                    "MATCH (m:Meta) WHERE m.resolved <> m.revision RETURN m.resolved",
	} {
		if rows := server.Query(t, query, nil); len(rows) != 0 {
			t.Errorf("%s: %s: %v", when, what, rows)
		}
	}
}

// Whoever asks in Cypher finds the explorer's organizations, after every kind of write.
func TestOrganizationsAreCanonical(t *testing.T) {
	server := emptyServer(t)
	c := configOf(server)
	c.Limits.Quiet = time.Hour // this test says itself when
	s := mustOpen(t, c)
	defer s.Close()
	everywhere := func(name string) graph.NameRef { return graph.NameRef{Name: name} }
	merge := judge(graph.Same, everywhere("EFF"), everywhere("Electronic Frontier Foundation"))
	homonym := judge(graph.Different, graph.NameRef{Name: "Common Cause", Letter: "a"}, graph.NameRef{Name: "Common Cause", Letter: "b"})
	withdrawn := letter("w", "EFF", "Gone Org")
	for i := range withdrawn.Signatures {
		withdrawn.Signatures[i].Status = graph.Withdrawn
	}
	translation := letter("ta", "Access Now", "Nouveau")
	translation.TranslationOf = "a"
	write := func(name string, f func() error) {
		t.Helper()
		if err := f(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		checkCanonical(t, s, server, name)
	}
	put := func(c store.Change) func() error {
		return func() error { _, err := s.Put(ctx, c); return err }
	}
	write("letters", put(store.Change{Letters: []graph.Letter{letter("a", "Access Now", "EFF", "Common Cause"), letter("b", "ACCESS NOW", "Common Cause", "Electronic Frontier Foundation")}}))
	write("a merge", put(store.Change{Judgements: []graph.Judgement{merge}}))
	write("the merge undone", func() error { _, err := s.UndoJudgement(ctx, merge.ID, graph.Undoing{By: "person: P"}); return err })
	write("the merge redone", func() error { _, err := s.RedoJudgement(ctx, merge.ID, "person: P"); return err })
	write("a split", put(store.Change{Judgements: []graph.Judgement{homonym}}))
	write("a letter more for the split name", put(store.Change{Letters: []graph.Letter{letter("c", "Common Cause", "EFF")}}))
	write("signatures taken back", put(store.Change{Letters: []graph.Letter{withdrawn}}))
	write("a translation", put(store.Change{Letters: []graph.Letter{translation}}))
	write("a profile", put(store.Change{Profiles: []graph.Profile{{Of: everywhere("EFF"), Display: "EFF (US)", Country: "US", ExternalIDs: map[string]string{"wikidata": "Q1"},
		Names: []graph.Name{{Text: "Frontier", Kind: graph.Alias, From: graph.Date{Year: 1990}}, {Text: "EF", Kind: graph.Acronym}}, Parent: &graph.NameRef{Name: "Access Now"}}}}))
	if rows := server.Query(t, "MATCH (:Name {text: 'Frontier'})-[e:NAME_OF {kind: 'alias'}]->(o:Organization)-[:PART_OF]->(p) RETURN o.name, e.from, o.id_wikidata, p.name", nil); len(rows) != 1 ||
		fmt.Sprint(rows[0]) != "[EFF (US) 1990 Q1 ACCESS NOW]" && fmt.Sprint(rows[0]) != "[EFF (US) 1990 Q1 Access Now]" {
		t.Errorf("an alias leads to %v", rows)
	}
	renamed := graph.NewJudgement(graph.Judgement{Verdict: graph.FormerName, A: everywhere("EFF"), B: everywhere("ACCESS NOW!"), By: "person: P", Until: graph.Date{Year: 1999}})
	umbrellas := []graph.Judgement{renamed, judge(graph.ParentOf, everywhere("Access Now"), everywhere("Nouveau")), judge(graph.HasMember, everywhere("Nobody Printed"), everywhere("Nouveau")),
		judge(graph.HasMember, everywhere("EFF"), everywhere("Access Now")), judge(graph.Split, graph.NameRef{Name: "EFF", Letter: "c"}, graph.NameRef{})}
	write("umbrellas, a former name and a split", put(store.Change{Judgements: umbrellas}))
	for query, want := range map[string]string{
		"MATCH (:Name {text: 'ACCESS NOW!'})-[e:NAME_OF {kind: 'former'}]->(o:Organization) RETURN o.name, e.from, e.until": "[[EFF (US) <nil> 1999]]",
		"MATCH (o:Organization {name: 'Nouveau'})-[:PART_OF]->(p) RETURN toUpper(p.name), o.coalition_names":                "[[ACCESS NOW [Nobody Printed]]]",
		"MATCH (o:Organization)-[:MEMBER_OF]->(p) RETURN toUpper(o.name), p.name":                                           "[[ACCESS NOW EFF (US)]]",
		"MATCH (o:Organization)-[s:SIGNED {name: 'EFF'}]->(:Letter {id: 'c'}) RETURN o.name":                                "[[EFF]]",
	} {
		if got := fmt.Sprint(server.Query(t, query, nil)); got != want {
			t.Errorf("%s\nanswers %s, want %s", query, got, want)
		}
	}
	write("a member no more", func() error {
		_, err := s.UndoJudgement(ctx, umbrellas[3].ID, graph.Undoing{By: "person: P"})
		return err
	})
	if rows := server.Query(t, "MATCH ()-[e:MEMBER_OF]->() RETURN e", nil); len(rows) > 0 {
		t.Errorf("what was undone is there: %v", rows)
	}
	revised := letter("b2", "ACCESS NOW", "Latecomer")
	revised.VersionOf = "b"
	write("a revised list", put(store.Change{Letters: []graph.Letter{revised}}))
	if got, want := fmt.Sprint(server.Query(t, "MATCH (:Organization)-[s:SIGNED]->(l:Letter) WHERE s.replaced_by IS NOT NULL RETURN s.name, l.id, s.replaced_by ORDER BY s.name", nil)),
		"[[Common Cause b b2] [Electronic Frontier Foundation b b2]]"; got != want {
		t.Errorf("gone from the newest list: %s, want %s", got, want)
	}
	write("that list removed", func() error { _, err := s.RemoveLetter(ctx, "b2", "x"); return err })
	if rows := server.Query(t, "MATCH ()-[s:SIGNED]->() WHERE s.replaced_by IS NOT NULL RETURN s.name", nil); len(rows) > 0 {
		t.Errorf("gone from a list that is removed: %v", rows)
	}
	write("a letter replaced", put(store.Change{Letters: []graph.Letter{letter("a", "Common Cause", "Newcomer")}}))
	for _, id := range []string{"b", "a", "c", "ta", "w"} {
		write("letter "+id+" removed", func() error { _, err := s.RemoveLetter(ctx, id, "x"); return err })
	}
	if rows := server.Query(t, "MATCH (n) WHERE n:Name OR n:Organization OR n:Person OR n:Target OR n:Document RETURN n", nil); len(rows) != 0 {
		t.Errorf("what was removed leaves %d nodes behind", len(rows))
	}
}

// It happens by itself: some time after a write, when the store is closed, and when the next one opens after a kill.
func TestOrganizationsBecomeCanonicalByThemselves(t *testing.T) {
	server := emptyServer(t)
	merge := judge(graph.Same, graph.NameRef{Name: "EFF"}, graph.NameRef{Name: "Electronic Frontier Foundation"})
	two := store.Change{Letters: []graph.Letter{letter("a", "EFF"), letter("b", "Electronic Frontier Foundation")}, Judgements: []graph.Judgement{merge}}
	count := func() int64 {
		return server.Query(t, "MATCH (o:Organization) RETURN count(o)", nil)[0][0].(int64)
	}
	slow := configOf(server)
	slow.Limits.Quiet = time.Hour
	s := mustOpen(t, slow)
	mustPut(t, s, two)
	if n := count(); n != 2 {
		t.Errorf("before its time there are %d organizations, want 2", n)
	}
	s.keeper.setDirty(false) // as if it was killed
	s.Close()
	fast := configOf(server)
	fast.Limits.Quiet = time.Millisecond
	s = mustOpen(t, fast)
	for deadline := time.Now().Add(30 * time.Second); count() != 1; {
		if time.Now().After(deadline) {
			t.Fatal("opening a store that was killed did not bring its organizations up to date")
		}
	}
	s.Close()
	s = mustOpen(t, slow)
	if _, err := s.UndoJudgement(ctx, merge.ID, graph.Undoing{By: "person: P"}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if n := count(); n != 2 {
		t.Errorf("after closing there are %d organizations, want 2", n)
	}
}
