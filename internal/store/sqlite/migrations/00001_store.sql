-- The records of a store. One table is one type of package graph; the columns are its fields. Empty text is '' and an empty
-- list of plain facts (addressees, topics, ...) is '' too, else JSON. hash is graph.RecordHash of the record.
-- Everything can be read with SQL; write through undersigned only, since hashes, revision and audit log belong to each write.

-- +goose Up
CREATE TABLE meta (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL                        -- grows by one with every write, as the last thing it does
) STRICT;
INSERT INTO meta VALUES (1, 0);

CREATE TABLE letter (
  number                INTEGER PRIMARY KEY,       -- inside this file only; the id is what other programs know
  id                    TEXT NOT NULL UNIQUE,
  title                 TEXT NOT NULL,
  title_by              TEXT NOT NULL,
  kind                  TEXT NOT NULL,
  date                  TEXT NOT NULL,             -- 2021, 2021-05 or 2021-05-06
  language              TEXT NOT NULL,
  stance                TEXT NOT NULL,
  addressees            TEXT NOT NULL,             -- JSON
  targets               TEXT NOT NULL,             -- JSON
  topics                TEXT NOT NULL,             -- JSON
  claimed_organizations INTEGER,
  claimed_individuals   INTEGER,
  claimed_text          TEXT NOT NULL,
  individuals           INTEGER NOT NULL,
  version_of            TEXT NOT NULL,
  translation_of        TEXT NOT NULL,
  report_of             TEXT NOT NULL,
  quotes                TEXT NOT NULL,             -- JSON
  left_out              TEXT NOT NULL,             -- JSON
  documents             INTEGER,                   -- how many; NULL where the record has no list at all
  signatures            INTEGER,
  hash                  TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  letter     INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  place      INTEGER NOT NULL,                     -- from 0, the order in the letter
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  medium     TEXT NOT NULL,
  published  TEXT NOT NULL,
  retrieved  TEXT NOT NULL,
  text       TEXT NOT NULL,
  repository TEXT NOT NULL,
  path       TEXT NOT NULL,
  PRIMARY KEY (letter, place)
) STRICT;

-- Printed names, each once, as long as a signature bears it.
CREATE TABLE name (
  number INTEGER PRIMARY KEY,
  text   TEXT NOT NULL UNIQUE
) STRICT;

-- The words of names (store.SearchWords). No foreign key: it would need a second index, for deletions only, and names and
-- their words are written at one place.
CREATE TABLE name_word (
  word TEXT NOT NULL,
  name INTEGER NOT NULL,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  letter      INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  place       INTEGER NOT NULL,                    -- from 0, the order in the letter
  name        INTEGER NOT NULL REFERENCES name,
  type        TEXT NOT NULL,
  capacity    TEXT NOT NULL,
  status      TEXT NOT NULL,
  affiliation TEXT NOT NULL,
  country     TEXT NOT NULL,
  note        TEXT NOT NULL,
  position    INTEGER NOT NULL,
  confidence  REAL NOT NULL,
  evidence    TEXT NOT NULL,                       -- JSON: every printing with document, place and printed line
  PRIMARY KEY (letter, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX signature_name ON signature (name, type, letter);

CREATE TABLE profile (
  key           TEXT PRIMARY KEY,                  -- graph.ProfileKey
  of_name       TEXT NOT NULL,
  of_letter     TEXT NOT NULL,
  display       TEXT NOT NULL,
  names         TEXT NOT NULL,                     -- JSON
  kind          TEXT NOT NULL,
  country       TEXT NOT NULL,
  parent_name   TEXT,                              -- NULL where no parent is known
  parent_letter TEXT,
  external_ids  TEXT NOT NULL,                     -- JSON
  source        TEXT NOT NULL,
  hash          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
  id          TEXT PRIMARY KEY,
  verdict     TEXT NOT NULL,
  a_name      TEXT NOT NULL,
  a_letter    TEXT NOT NULL,
  b_name      TEXT NOT NULL,
  b_letter    TEXT NOT NULL,
  relation    TEXT NOT NULL,
  judge       TEXT NOT NULL,
  source      TEXT NOT NULL,
  judged      TEXT NOT NULL,                       -- when, as the input says
  why         TEXT NOT NULL,
  score       REAL NOT NULL,
  undone_by   TEXT,                                -- NULL where it stands
  undone_when TEXT,
  hash        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,      -- never used twice
  time     TEXT NOT NULL,                          -- UTC
  actor    TEXT NOT NULL,
  action   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  detail   TEXT NOT NULL
) STRICT;

-- For people: one row a signature.
CREATE VIEW signed AS
  SELECT letter.id AS letter, letter.title, letter.date, name.text AS name, signature.type, signature.capacity,
         signature.status, signature.affiliation, signature.country, signature.note, signature.position, signature.evidence
  FROM signature JOIN letter ON letter.number = signature.letter JOIN name ON name.number = signature.name;
