-- The log beside a file says to which file it belongs: see log.go. Every later migration gives meta a new state as well, or a log that a kill
-- left in the middle of it tells nothing.

-- +goose Up
ALTER TABLE meta ADD COLUMN state  TEXT NOT NULL DEFAULT ''; -- random, new with every write
ALTER TABLE meta ADD COLUMN before TEXT NOT NULL DEFAULT ''; -- the state that the last write found
UPDATE meta SET state = lower(hex(randomblob(16)));
