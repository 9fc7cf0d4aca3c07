package store

import (
	"embed"
	"io/fs"
)

// Migrations returns the folder migrations/ that a store has embedded. Their numbers mean one format in all stores.
func Migrations(files embed.FS) fs.FS {
	sub, err := fs.Sub(files, "migrations")
	if err != nil {
		panic(err) // the name of the folder is a constant
	}
	return sub
}
