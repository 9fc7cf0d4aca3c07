// The schema of a store, number for number as in package sqlite. Properties are the fields of package graph; empty ones are
// left out; lists of structures are JSON. hash is graph.RecordHash of the record.
// Statements end with a semicolon at the end of a line; each runs in its own transaction and may run again.

CREATE CONSTRAINT undersigned_migration IF NOT EXISTS FOR (m:Migration) REQUIRE m.number IS UNIQUE;
CREATE CONSTRAINT undersigned_meta IF NOT EXISTS FOR (m:Meta) REQUIRE m.key IS UNIQUE;
CREATE CONSTRAINT undersigned_batch IF NOT EXISTS FOR (b:LoadBatch) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT undersigned_letter IF NOT EXISTS FOR (l:Letter) REQUIRE l.id IS UNIQUE;
CREATE CONSTRAINT undersigned_organization IF NOT EXISTS FOR (o:Organization) REQUIRE o.id IS UNIQUE;
CREATE CONSTRAINT undersigned_person IF NOT EXISTS FOR (p:Person) REQUIRE p.name IS UNIQUE;
CREATE CONSTRAINT undersigned_name IF NOT EXISTS FOR (n:Name) REQUIRE n.text IS UNIQUE;
CREATE CONSTRAINT undersigned_target IF NOT EXISTS FOR (t:Target) REQUIRE t.key IS UNIQUE;
CREATE CONSTRAINT undersigned_profile IF NOT EXISTS FOR (p:Profile) REQUIRE p.key IS UNIQUE;
CREATE CONSTRAINT undersigned_judgement IF NOT EXISTS FOR (j:Judgement) REQUIRE j.id IS UNIQUE;
CREATE CONSTRAINT undersigned_audit IF NOT EXISTS FOR (a:AuditEntry) REQUIRE a.sequence IS UNIQUE;
CREATE CONSTRAINT undersigned_signed IF NOT EXISTS FOR ()-[s:SIGNED]-() REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT undersigned_withdrew IF NOT EXISTS FOR ()-[s:WITHDREW]-() REQUIRE s.id IS UNIQUE;
CREATE INDEX undersigned_organization_name IF NOT EXISTS FOR (o:Organization) ON (o.name);
CREATE INDEX undersigned_letter_year IF NOT EXISTS FOR (l:Letter) ON (l.year);

// The words of names as a search compares them (store.SearchWords), parted by blanks: the analyzer must not change them again.
CREATE FULLTEXT INDEX undersigned_words IF NOT EXISTS FOR (n:Name) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
// Names as printed, for people: CALL db.index.fulltext.queryNodes('undersigned_names', 'digital rights').
CREATE FULLTEXT INDEX undersigned_names IF NOT EXISTS FOR (n:Name) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};

MERGE (m:Meta {key: 'undersigned'}) ON CREATE SET m.revision = 0, m.resolved = 0, m.moves = 0, m.audit = 0;
