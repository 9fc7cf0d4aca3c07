package neo4j

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
	"undersigned/internal/store/storetest"
)

const s10kFile = "s10k.csv.gz"

// s10k is the synthetic network (see graphtest) of 10,000 organizations, 1,000 letters and 100,000 signatures, as letters.
func s10k(t testing.TB) []graph.Letter {
	t.Helper()
	return storetest.Letters(t, graphtest.Shared(t, s10kFile), s10kFile)
}

// BenchmarkAgainstPlainDriver prints how our load of s10k compares to a plain script of UNWIND and CREATE that makes the same
// nodes, relationships, properties and constraints without our checks, and our snapshot to a bare driver streaming the same rows: on
// one server, after one warm-up each, median of 3, in turn.
func BenchmarkAgainstPlainDriver(b *testing.B) {
	server := emptyServer(b)
	letters := s10k(b)
	quiet := configOf(server)
	quiet.Limits.Quiet = time.Hour // no work behind the back of the clock
	s := mustOpen(b, quiet)
	defer func() {
		s.keeper.setDirty(false)
		s.Close()
	}()
	b.ResetTimer()
	for b.Loop() {
		var ours, plain, snapshot, stream []time.Duration
		for round := range 4 {
			emptyStore(b, server)
			p := clock(b, func() error { return plainLoad(server, b, letters) })
			made := census(b, server)
			st := clock(b, func() error { return plainStream(server, b) })
			emptyStore(b, server)
			if err := s.remember(ctx); err != nil { // another store, to it
				b.Fatal(err)
			}
			o := clock(b, func() error { _, err := s.Put(ctx, store.Change{Letters: letters, Actor: "load"}); return err })
			if got := census(b, server); got != made {
				b.Fatalf("the plain script makes\n%s\nour load\n%s", made, got)
			}
			sn := clock(b, func() error { _, err := s.Snapshot(ctx); return err })
			if round > 0 {
				ours, plain, snapshot, stream = append(ours, o), append(plain, p), append(snapshot, sn), append(stream, st)
			}
		}
		again := clock(b, func() error { _, err := s.Put(ctx, store.Change{Letters: letters}); return err })
		b.ReportMetric(again.Seconds(), "unchanged-s")
		b.ReportMetric(clock(b, func() error { return s.Canonicalize(ctx) }).Seconds(), "canonicalize-s")
		b.ReportMetric(median(ours).Seconds(), "load-s")
		b.ReportMetric(median(plain).Seconds(), "plain-load-s")
		b.ReportMetric(median(ours).Seconds()/median(plain).Seconds(), "load-ratio")
		b.ReportMetric(median(snapshot).Seconds(), "snapshot-s")
		b.ReportMetric(median(stream).Seconds(), "plain-stream-s")
		b.ReportMetric(median(snapshot).Seconds()/median(stream).Seconds(), "snapshot-ratio")
	}
}

func clock(t testing.TB, f func() error) time.Duration {
	t.Helper()
	begin := time.Now()
	if err := f(); err != nil {
		t.Fatal(err)
	}
	return time.Since(begin)
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// census counts what is in the database: labels, types, and their properties.
func census(t testing.TB, server *neo4jtest.Server) string {
	t.Helper()
	var lines []string
	for _, q := range []string{"MATCH (n) WHERE NOT n:Meta AND NOT n:Migration RETURN labels(n)[0], count(*), sum(size(keys(n)))", "MATCH ()-[e]->() RETURN type(e), count(*), sum(size(keys(e)))"} {
		for _, row := range server.Query(t, q, nil) {
			lines = append(lines, fmt.Sprint(row...))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// plainLoad is what somebody would write who needs no checks: every row built beforehand in a slice, 5,000 a transaction.
func plainLoad(server *neo4jtest.Server, t testing.TB, letters []graph.Letter) error {
	d := server.Driver(t)
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	send := func(statement string, rows []any) error {
		for part := range slices.Chunk(rows, 5000) {
			if _, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
				result, err := tx.Run(ctx, "UNWIND $rows AS r "+statement, map[string]any{"rows": part})
				if err != nil {
					return nil, err
				}
				return result.Consume(ctx)
			}); err != nil {
				return err
			}
		}
		return nil
	}
	var nodes, documents, names, signatures, audit []any
	seen := map[string]bool{}
	for i := range letters {
		l := &letters[i]
		p, err := letterProperties(l, strings.Repeat("0", 64))
		if err != nil {
			return err
		}
		nodes = append(nodes, p)
		for k, d := range l.Documents {
			documents = append(documents, []any{l.ID, k, map[string]any{"id": d.ID, "name": d.Name, "medium": d.Medium}})
		}
		for k := range l.Signatures {
			s := &l.Signatures[k]
			id := graph.OrganizationID(s.Name, "")
			if !seen[s.Name] {
				seen[s.Name] = true
				names = append(names, []any{s.Name, strings.ToLower(s.Name), id})
			}
			evidence, err := json.Marshal(s.Evidence)
			if err != nil {
				return err
			}
			signatures = append(signatures, []any{id, l.ID, map[string]any{"id": fmt.Sprint(l.ID, k), "place": k, "name": s.Name, "capacity": string(s.Capacity),
				"status": string(s.Status), "position": s.Position, "evidence": string(evidence)}})
		}
		audit = append(audit, map[string]any{"sequence": i, "time": "2021-05-06T07:08:09.000000Z", "actor": "load", "action": "put letter", "subject": l.ID, "detail": l.Title})
	}
	for _, step := range []struct {
		statement string
		rows      []any
	}{
		{"CREATE (l:Letter) SET l = r", nodes},
		{"MATCH (l:Letter {id: r[0]}) CREATE (l)-[:HAS_DOCUMENT {place: r[1]}]->(d:Document) SET d = r[2]", documents},
		{"CREATE (n:Name {text: r[0], words: r[1]})-[:NAME_OF {kind: 'printed'}]->(o:Organization {id: r[2], name: r[0], names: [r[0]]})", names},
		{"MATCH (o:Organization {id: r[0]}) MATCH (l:Letter {id: r[1]}) CREATE (o)-[s:SIGNED]->(l) SET s = r[2]", signatures},
		{"CREATE (a:AuditEntry) SET a = r", audit},
		{"CREATE (:LoadBatch {id: r, before: r, written: 1, unchanged: 1, revision: 1})", []any{"batch"}},
	} {
		if err := send(step.statement, step.rows); err != nil {
			return err
		}
	}
	return nil
}

// plainStream reads the rows of a snapshot and looks at none.
func plainStream(server *neo4jtest.Server, t testing.TB) error {
	d := server.Driver(t)
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeRead})
	defer session.Close(ctx)
	_, err := session.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, lettersQuery(""), nil)
		if err != nil {
			return nil, err
		}
		n := 0
		for result.Next(ctx) {
			n++
		}
		return n, result.Err()
	})
	return err
}
