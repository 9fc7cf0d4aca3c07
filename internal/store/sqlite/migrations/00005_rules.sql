-- Which rules made the judgements of rules, for the names and profiles that are stored; '' where nobody looked. It has a table of its own, since meta is
-- read from its page (see log.go). A migration gives meta a new state, too.

-- +goose Up
CREATE TABLE ruled (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  rules TEXT NOT NULL
) STRICT;
INSERT INTO ruled VALUES (1, '');
UPDATE meta SET before = state, state = lower(hex(randomblob(16)));
