-- Nothing changes in a file: format 2 gives the store in Neo4j an index, and the numbers mean the same in both.

-- +goose Up
