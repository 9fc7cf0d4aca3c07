package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"undersigned/graph"
	"undersigned/internal/store"
)

//go:embed migrations/*.sql
var files embed.FS

// latest is the number of the newest migration this program has.
func latest(schema fs.FS) (int64, error) {
	names, err := fs.Glob(schema, "*.sql")
	if err != nil || len(names) == 0 {
		return 0, graph.Errorf(graph.Internal, "this program was built without its migrations; install it again")
	}
	return goose.NumericComponent(names[len(names)-1]) // Glob sorts
}

// version is the number of the newest migration that the file has.
func version(ctx context.Context, db *sql.DB) (int64, error) {
	var v sql.NullInt64
	err := db.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version WHERE is_applied").Scan(&v)
	return v.Int64, err
}

// migrate brings the file at path up to date, each migration in its own transaction.
func migrate(ctx context.Context, path string, schema fs.FS) (err error) {
	db, err := sql.Open("sqlite", dsn(path, url.Values{"mode": {"rw"}, "_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)", "synchronous(FULL)", "foreign_keys(1)"}}))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, schema, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err = provider.Up(ctx); err == nil {
		return nil
	}
	known, _ := latest(schema)
	if have, again := version(ctx, db); again == nil && have == known {
		return nil // another program did it in the meantime
	}
	return err
}

// create makes a whole new store under another name and then gives it its own; where somebody else was quicker, theirs stays.
func create(ctx context.Context, path string, schema fs.FS) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".undersigned-*.new")
	if err != nil {
		if isReadOnly(err) {
			return graph.Wrap(graph.Unavailable, err, fmt.Sprintf("the folder %s may only be read, so no store can be made there; choose another place with --store", filepath.Dir(path)))
		}
		return graph.Wrap(graph.Unavailable, err, fmt.Sprintf("no store can be made in the folder %s; check its disk, or choose another place with --store", filepath.Dir(path)))
	}
	temporary := f.Name()
	f.Close()
	defer func() {
		for _, name := range []string{temporary, temporary + "-wal", temporary + "-shm", temporary + "-journal"} {
			os.Remove(name)
		}
	}()
	if err := mark(ctx, temporary); err != nil {
		return err
	}
	if err := migrate(ctx, temporary, schema); err != nil {
		return err
	}
	if err := os.Link(temporary, path); err == nil || errors.Is(err, fs.ErrExist) {
		return store.SyncFolder(filepath.Dir(path))
	}
	// No hard links on this file system. Renaming is as atomic, but of two programs that make a store at once the second wins.
	if err := os.Rename(temporary, path); err != nil {
		return graph.Wrap(graph.Unavailable, err, fmt.Sprintf("the store %s cannot be made; check its disk, or choose another place with --store", path))
	}
	return store.SyncFolder(filepath.Dir(path))
}

// mark makes an empty database ours. Both settings are kept in the file.
func mark(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, url.Values{"mode": {"rw"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	for _, pragma := range []string{fmt.Sprintf("PRAGMA application_id = %d", applicationID), "PRAGMA journal_mode = WAL"} {
		if _, err := db.ExecContext(ctx, pragma); err != nil {
			return err
		}
	}
	return nil
}
