-- A letter keeps why it may have been read wrongly, and who confirmed it in spite of that.

-- +goose Up
ALTER TABLE letter ADD COLUMN doubtful     TEXT NOT NULL DEFAULT ''; -- JSON list of sentences; '' for none
ALTER TABLE letter ADD COLUMN checked_by   TEXT;                     -- NULL: nobody
ALTER TABLE letter ADD COLUMN checked_when TEXT;
