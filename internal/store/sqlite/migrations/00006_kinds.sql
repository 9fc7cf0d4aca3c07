-- A judgement may say since and until when: of a member of a coalition, and of a former name.

-- +goose Up
ALTER TABLE judgement ADD COLUMN since TEXT NOT NULL DEFAULT ''; -- 2021, 2021-05 or 2021-05-06
ALTER TABLE judgement ADD COLUMN until TEXT NOT NULL DEFAULT '';
UPDATE meta SET before = state, state = lower(hex(randomblob(16)));
