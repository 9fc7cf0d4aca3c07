// Package neo4j keeps a store in a Neo4j 5 database: for a team that shares one graph, asks it in Cypher or opens it in Bloom. It
// answers the contract of package store; what stands in the database and how to ask it is described in migrations/ and below.
//
//	(:Organization)-[:SIGNED|WITHDREW]->(:Letter)-[:TARGETS|ADDRESSED_TO]->(:Target)
//	(:Person)-[:SIGNED|WITHDREW]->(:Letter)-[:HAS_DOCUMENT]->(:Document)
//	(:Name)-[:NAME_OF]->(:Organization)    (:Letter)-[:VERSION_OF|TRANSLATION_OF|REPORT_OF]->(:Letter)
//	(:Organization)-[:PART_OF]->(:Organization)  its parent    (:Organization)-[:MEMBER_OF]->(:Organization)  a coalition
//	(:Judgement) (:Profile) (:AuditEntry)  and, for the program itself, (:Meta) (:Migration) (:LoadBatch)
//
// Every fact of a signature (printed name, capacity, status, position, evidence as JSON) is on its relationship. The graph can be
// read with any Neo4j tool; write through undersigned only, since hashes, revision and audit log belong to each write.
//
// 2026-11-22, canonical organizations. Context: somebody who writes Cypher counts (:Organization) nodes, so these must be the
// organizations that the judgements make, while records must stay as they were printed. Decision: SIGNED carries the printed
// name and ends at the canonical organization. A write attaches new names to an organization of their own (or to the one that
// the name has already) and stays fast; then canonicalize computes graph.NewNetwork of the whole store, as the explorer does,
// and moves the signatures of those names that belong elsewhere. That happens some seconds after the last write and when the store is
// closed. Consequence: (:Meta).resolved = (:Meta).revision says that organizations are up to date; nothing that the store returns
// depends on it, and an undone judgement moves the signatures back. Computing it in each write was rejected: a judgement
// would cost a reading of everything.
//
// 2026-11-22, writers. Context: merging in opposite order deadlocks, and a cut at COMMIT leaves its outcome open. Decision: every
// write begins by locking (:Meta), so writes are one after the other whoever makes them, and leaves a (:LoadBatch) with
// its result. Consequence: after a cut, whoever gets the lock again knows that the cut transaction is decided, and the batch says how.
//
// 2026-11-22, snapshots. Neo4j is read-committed, so a long read is of no one revision: reads look at the revision before and
// after and begin again where it moved; after a few times they hold the writers' lock for the length of the read.
//
// 2026-11-22, driver. neo4j-go-driver, Neo4j's own, the only one that is kept up; bolt.go alone calls it, each call with a
// deadline (a test reads the source for that), since a silent peer would hold a call for ever.
//
// 2026-11-30, exchanged databases. Context: a database can be emptied and filled again, put back from a dump or exchanged for another behind
// its address, while programs have it open; what they know of it (a content hash, organizations to bring up to date, a change under way) is of the
// one before. Decision: (:Meta) bears a random name of the store and a random state, that of the last write; each (:LoadBatch) says which state
// it found; every read and every write compares, in its own transaction, with what its program saw last. Where that is not what the state
// came from, the call fails, nothing is written, and the next call goes on with what is there now; one who writes is told even if a read found it out.
// Consequence: one more look a transaction. A read is first repeated, at last under the writers' lock, since a server of a cluster may be behind. After more
// writes than batches are kept only the name is compared. Rejected: to stop until the program is started again, as nothing of the old store is kept.
//
// 2026-11-30, rows by name. Answers and rows that are sent are read by name (row.go), and what is missing or of another type is an error. The
// list of a signature keeps its places, which have names in one table that query and reader share: maps would repeat eleven keys a hundred thousand times.
package neo4j
